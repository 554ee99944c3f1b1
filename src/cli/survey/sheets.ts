import { replay } from "../../interview/replay.ts";
import { type Sheet, sheetEntries } from "../../interview/sheet.ts";
import { readSheets } from "../../interview/sheets.ts";
import type { InterviewPlan, Seating } from "../../interview/types.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { readStream } from "../input.ts";
import { leastForAll } from "./enough.ts";
import { finish } from "./finish.ts";
import type { SurveyFlags } from "./flags.ts";
import { newFiles, planSurvey } from "./journaled.ts";
import { isWorldReadable } from "./readers.ts";
import { tell } from "./tell.ts";
import { openSheetsWords, tooFewWords } from "./words.ts";

/**
 * `survey --answers FILE`: one sheet a line, from answers to results without a question. The file itself is the record of
 * what was typed, so there is no journal. Throws UsageError, ProblemsError; then nothing was written.
 */
export async function runSheets(host: Host, flags: SurveyFlags, file: string): Promise<number> {
  const { plan: planned, enough } = await planSurvey(host, flags);
  const files = newFiles(host, planned, flags);
  const name = file === "-" ? "<stdin>" : file;
  const { sheets, warnings } = readSheets(planned, await readStream(host.open(file), name), name);
  await notes(host, warnings);
  if (file !== "-" && (await isWorldReadable(file))) await tell(host, openSheetsWords(file));
  const plan = seatedFor(planned, sheets);
  await tellCount(host, planned.setup.seating, sheets.length);
  // Of fewer than the minimum group the end says why nothing is shown.
  const isHalfShown = sheets.length >= enough.minGroup && sheets.length < leastForAll(enough);
  if (plan.setup.seating.kind === "sheets" && isHalfShown) await tell(host, tooFewWords(sheets.length, enough));
  const seats = sheets.flatMap((sheet, at) => replay(sheetEntries(sheet, at + 1)));
  return finish(host, { plan, seats, files, framework: plan.setup.framework.ref, dismissal: null }, flags);
}

/**
 * One line is one's own view, unless people were announced or it bears the number of a sheet, which is paper; several are
 * people. A room or an organisation stays what it is.
 */
function seatedFor(plan: InterviewPlan, sheets: readonly Sheet[]): InterviewPlan {
  const { setup, unit } = plan;
  const { kind } = setup.seating;
  const isOwn = kind === "one" && sheets.length === 1 && sheets[0]?.number === null;
  if (unit !== "person" || kind === "consensus" || isOwn) return plan;
  return { ...plan, setup: { ...setup, seating: { kind: "sheets" } } };
}

async function tellCount(host: Host, announced: Seating, count: number): Promise<void> {
  if (announced.kind !== "participants" || announced.count === count) return;
  const sheets = count === 1 ? "1 sheet" : `${count} sheets`;
  await tell(host, `Note: ${sheets}, where --participants says ${announced.count}.\n`);
}
