import { statSync } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import type { Audit } from "../../audit/types.ts";
import { finishedSeats } from "../../interview/replay.ts";
import type { InterviewPlan, Seat } from "../../interview/types.ts";
import { score } from "../../pipeline.ts";
import { render } from "../../render/registry.ts";
import { createShelf } from "../../shelf/shelf.ts";
import { drawAudit, targetsOf } from "../draw.ts";
import { EXIT } from "../exit.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { MODE, removeLeftovers } from "../output.ts";
import { groupingOf } from "./commands.ts";
import type { Dismissal } from "./dismissal.ts";
import { keepNew, type SurveyFiles } from "./files.ts";
import type { SurveyFlags } from "./flags.ts";
import { scoringOf } from "./new-survey.ts";
import { withReaders } from "./readers.ts";
import { keepTables } from "./tables.ts";
import { tell, tellAlways } from "./tell.ts";
import { cutShortWords, endingWords, journalKeptWords, type Kept, NOBODY_FINISHED, safeWords } from "./words.ts";

/** A survey that is over. */
export interface Ended {
  readonly plan: InterviewPlan;
  readonly seats: readonly Seat[];
  readonly files: SurveyFiles;
  /** How the framework is found: as the user named it in this run. */
  readonly framework: string;
  /** Null: there is no journal. */
  readonly dismissal: Dismissal | null;
}

/**
 * From answers to results: the CSV first, for everything else can be had from it again; then the report, what is said about
 * the files, and the live view, which the room sees last. The journal goes only when all that is done, so that an end which
 * is cut short at any point can be done again. Returns the exit code.
 */
export async function finish(host: Host, ended: Ended, flags: SurveyFlags): Promise<number> {
  const finished = finishedSeats(ended.seats);
  if (finished.length === 0) {
    await tell(host, NOBODY_FINISHED);
    await dismiss(host, ended, { csv: null, show: async () => undefined });
    return EXIT.nothingToScore;
  }
  const { audit, csv } = await settle(host, { ended, flags, finished });
  await dismiss(host, ended, { csv, show: (lines) => showResult(host, audit, { flags, lines }) });
  return audit.overall === null ? EXIT.nothingToScore : EXIT.done;
}

/** Whoever runs the survey decides on the journal before the room looks; it goes after that. */
async function dismiss(
  host: Host,
  { dismissal, files }: Ended,
  { csv, show }: { readonly csv: string | null; readonly show: (lines: number | null) => Promise<void> },
): Promise<void> {
  const goes = (await dismissal?.agreed(csv)) ?? false;
  try {
    // Beneath the view is said that the journal is deleted.
    await show(host.height === null || !goes ? host.height : host.height - 1);
  } catch (error) {
    if (goes) await dismissal?.keep();
    throw error;
  }
  if (goes) await dismissal?.remove();
  else if (csv === null && dismissal?.deletes === false) await tellAlways(host, journalKeptWords(files.journal));
}

/** Everything that is kept is written, and it is said where. */
async function settle(
  host: Host,
  {
    ended,
    flags,
    finished,
  }: { readonly ended: Ended; readonly flags: SurveyFlags; readonly finished: readonly Seat[] },
): Promise<{ readonly audit: Audit; readonly csv: string }> {
  const kept: Kept[] = [];
  await clearLeftovers(ended);
  try {
    const csv = await keepTables(ended, finished, kept);
    const audit = await scored(host, ended, { csv, flags });
    await keepReports(host, audit, { ended, flags, kept });
    const keepsJournal = ended.dismissal?.deletes === false;
    const files = keepsJournal ? [...kept, { path: ended.files.journal, what: "journal" }] : kept;
    const words = { ended, flags, kept: await withReaders(files), csv: csv.path, count: finished.length };
    await tellAlways(host, host.quiet ? safeWords(csv.path) : endingWords({ ...words, shown: audit.overall !== null }));
    return { audit, csv: csv.path };
  } catch (error) {
    await tellAlways(host, cutShortWords(ended, { flags, kept }));
    throw error;
  }
}

/** Half-written files hold answers where nobody looks. Only with the journal's lock is it sure that nobody is writing them. */
async function clearLeftovers({ files, dismissal }: Ended): Promise<void> {
  if (dismissal === null) return;
  for (const file of [files.csv, files.comments, files.report, files.audit]) await removeLeftovers(file);
}

/** The very text that is kept, read as `score` will read it. */
async function scored(
  host: Host,
  { plan, framework }: Ended,
  { csv, flags }: { readonly csv: { readonly path: string; readonly text: string }; readonly flags: SurveyFlags },
): Promise<Audit> {
  const settings = scoringOf(flags, { ...plan.setup, framework, by: groupingOf(plan.setup) });
  // The report stands beside it: so it says the same wherever the survey is ended from.
  const inputs = [{ name: basename(csv.path), open: () => Readable.from([Buffer.from(csv.text)]) }];
  const { audit, warnings } = await score({ ...settings, inputs }, { shelf: createShelf(host.root), open: host.open });
  await notes(host, warnings);
  return audit;
}

/** Report and audit beside the CSV, or the files that -o asks for. */
async function keepReports(
  host: Host,
  audit: Audit,
  { ended, flags, kept }: { readonly ended: Ended; readonly flags: SurveyFlags; readonly kept: Kept[] },
): Promise<void> {
  const { files } = ended;
  if (flags.output === undefined) {
    const text = (format: string) => render(audit, { format, width: host.width, color: false });
    kept.push({ path: (await keepNew(files.report, await text("markdown"))).path, what: "report" });
    kept.push({ path: (await keepNew(files.audit, await text("json"))).path, what: "audit" });
    return;
  }
  const targets = targetsOf(flags.output).filter(({ path }) => path !== null);
  await drawAudit(host, audit, { targets: targets.map((target) => ({ ...target, mode: MODE.owner })) });
  // What went to a pipe or a device is not kept.
  for (const { path, format } of targets)
    if (path !== null && statSync(path).isFile()) kept.push({ path, what: format });
}

/** What -o sends to standard output; else one calm screen for the room, where one is looking. */
async function showResult(
  host: Host,
  audit: Audit,
  { flags: { output = [], screenReader }, lines }: { readonly flags: SurveyFlags; readonly lines: number | null },
): Promise<void> {
  const isSpoken = screenReader === true || host.desk?.plain === true;
  const asked = output.length === 0 ? [] : targetsOf(output).filter(({ path }) => path === null);
  const room = host.terminal ? [{ format: "room", path: null }] : [];
  await drawAudit({ ...host, height: lines, spoken: isSpoken }, audit, { targets: asked.length > 0 ? asked : room });
}
