import type { Inspection } from "../../engines/inspection/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { writeMapping } from "../../response/mapping/write.ts";
import { EXIT, UsageError } from "../exit.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { withoutOwnWords } from "../map/answers.ts";
import { type Ask, decide } from "../map/decide.ts";
import { draftOf } from "../map/draft.ts";
import { forLater } from "../map/later.ts";
import { leftToDecide } from "../map/left.ts";
import { write, writeNew } from "../output.ts";
import { refuseOverwriting } from "../paths.ts";
import { frameworkNamed } from "../project/prepare.ts";
import { requireWritable } from "../writable.ts";
import { type InspectFlags, inspectFiles } from "./inspect.ts";

/** What becomes of rows that cannot be read is nothing a mapping says. */
type Elsewhere = "output" | "framework" | "map" | "onUnknown" | "onRagged" | "onDuplicate" | "exclude";

export interface MapFlags extends Omit<InspectFlags, Elsewhere> {
  readonly framework: string;
  /** A path. */
  readonly output?: string;
}

const AS_THEY_ARE = { onUnknown: "error", onRagged: "error", onDuplicate: "keep" } as const;

/** `map`: the decision about columns and answers, as a file to keep. */
export async function runMap(
  host: Host,
  file: string,
  typed: Omit<MapFlags, "framework"> & Partial<MapFlags>,
): Promise<number> {
  const flags: MapFlags = { ...typed, framework: await frameworkNamed(host, typed.framework) };
  const { output, ...rest } = flags;
  if (output === "") throw new UsageError("-o: the file name is missing.");
  if (output !== undefined) {
    refuseOverwriting([file, flags.framework], [{ format: "yaml", path: output }]);
    requireWritable([output]);
  }
  const inspection = await inspectFiles(host, [file], { ...rest, ...AS_THEY_ARE });
  const { framework } = inspection;
  const [inspected] = inspection.files;
  if (framework === null || inspected === undefined || isHopeless(inspection))
    throw new ProblemsError(inspection.problems);
  if (inspection.hasChoiceColumns) throw new ProblemsError([choiceColumns(inspection)]);
  const draft = draftOf(inspection, framework, { acceptGuesses: flags.acceptGuesses === true });
  const ask = askerOf(host);
  const answered = ask === null ? draft : await decide(framework, { inspection, draft }, ask);
  if (answered === null) return interrupted(host);
  const decided = forLater(answered, { framework, file: inspected });
  const wasAsked = ask !== null;
  const left = [...leftToDecide(decided, { head: inspected.head, wasAsked }), ...contradictions(inspection, wasAsked)];
  const text = writeMapping(withoutOwnWords(decided));
  await notes(host, [...inspection.problems, ...inspection.following].filter(isBesideTheMapping).map(asWarning));
  if (output === undefined) await write(host.stdout, text);
  else await writeNew(output, text);
  if (left.length > 0) throw new ProblemsError(left);
  if (output !== undefined && !host.quiet) await write(host.stderr, nextStep(file, flags, output));
  return EXIT.done;
}

async function interrupted(host: Host): Promise<number> {
  await write(host.stderr, "Nothing was written.\n");
  return EXIT.interrupted;
}

function nextStep(file: string, { framework, profile = [] }: MapFlags, output: string): string {
  const profiles = profile.map((one) => ` --profile ${one}`).join("");
  return `Wrote ${output}. Check it, then: trust-audit score ${file} -f ${framework}${profiles} --map ${output}\n`;
}

/** Nothing to map: no table, no column names, a flag that names no column, a file that breaks off. */
const HOPELESS = new Set(["CSV012", "CSV016", "SC001"]);

function isHopeless({ files, ledger, problems }: Inspection): boolean {
  return files.length === 0 || ledger === null || problems.some(({ code }) => HOPELESS.has(code));
}

/**
 * Texts that are answers each by itself, and cannot all be right together. A mapping is believed where it stands, so that
 * these must not go into one unseen.
 */
function contradictions({ problems, following }: Inspection, wasAsked: boolean): readonly Problem[] {
  // Every text of theirs is open in the draft: at a terminal somebody was asked about each.
  if (wasAsked) return [];
  return [...problems, ...following].filter(({ code, severity }) => severity === "error" && /^ANS01[0-4]$/.test(code));
}

function choiceColumns({ files }: Inspection): Problem {
  const file = files[0]?.head.file ?? "";
  return {
    code: "MP019",
    severity: "error",
    message: "An item has a column for each of its answers, which a mapping cannot say.",
    help: "Export the question with its answer in one column, or score the file without --map.",
    place: { file },
  };
}

/** Of columns and answers the mapping itself says what is open. */
function isBesideTheMapping({ code }: Problem): boolean {
  return !/^(?:CSV017|CSV018|CSV019|CSV020|CSV021|CSV022|ANS0(?!16)\d+|SC003|SC033|SC008|MP\d+)$/.test(code);
}

function asWarning(problem: Problem): Problem {
  return { ...problem, severity: "warning" };
}

/** Asks on standard error, so that standard output stays the mapping's; null: nobody can be asked. */
function askerOf(host: Host): Ask | null {
  const { desk } = host;
  if (desk === null || desk.plain || desk.output !== host.stderr) return null;
  return async (message, choices) => (await import("../prompts/choose.ts")).choose(desk, message, choices);
}
