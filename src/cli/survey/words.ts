import { MINIMUM_MIN_GROUP } from "../../disclosure/policy.ts";
import type { InterviewPlan, InterviewSetup } from "../../interview/types.ts";
import { deleteCommandLine, resumeCommandLine, scoreCommandLine } from "./commands.ts";
import type { SurveyFiles } from "./files.ts";
import type { SurveyFlags } from "./flags.ts";
import { UNCOUNTED } from "./setup.ts";

/** A file that was written, and what it holds: `answers`, `comments`, `report`, `audit` or a format. */
export interface Kept {
  readonly path: string;
  readonly what: string;
}

type Journal = "deleted" | "kept" | undefined;

/** What the survey leaves behind, where, and what can be done with it. */
export function endingWords(end: {
  readonly ended: { readonly plan: InterviewPlan; readonly files: SurveyFiles; readonly framework: string };
  readonly flags: SurveyFlags;
  readonly kept: readonly Kept[];
  readonly csv: string;
  /** Seats that finished. */
  readonly count: number;
  /** Whether there are enough answers to show a result. */
  readonly shown: boolean;
  readonly journal: Journal;
}): string {
  const { ended, flags, csv, count, journal } = end;
  const { setup } = ended.plan;
  const files = journal === "kept" ? [...end.kept, { path: ended.files.journal, what: "journal" }] : end.kept;
  const width = Math.max(...files.map(({ path }) => path.length));
  const says = (what: string) => SAYS[what]?.(setup, count) ?? `the report (${what})`;
  return [
    // Below what a terminal showed before the survey took it.
    ...(flags.answers === undefined ? [""] : []),
    ...(end.shown ? [] : ["Too few answers: no result is shown."]),
    "Kept, readable by you alone:",
    ...files.map(({ path, what }) => `  ${path.padEnd(width)}  ${says(what)}`),
    ...(journal === "deleted" ? ["The journal is deleted."] : []),
    ...(journal === "kept" ? command("To delete the journal", deleteCommandLine([ended.files.journal])) : []),
    ...command("To delete all of it", deleteCommandLine(files.map(({ path }) => path))),
    ...sheetLines(flags),
    ...seedLines(setup),
    ...command(
      "The same result again",
      scoreCommandLine(setup, { csv, framework: ended.framework, minGroup: flags.minGroup }),
    ),
    "",
    "",
  ].join("\n");
}

/** On a line of its own, so that it can be copied whole. */
function command(does: string, line: string): readonly string[] {
  return [`${does}:`, `  ${line}`];
}

function seedLines({ shuffle }: InterviewSetup): readonly string[] {
  return shuffle === null ? [] : [`Order of the questions: --seed ${shuffle}`];
}

const SAYS: Readonly<Record<string, (setup: InterviewSetup, count: number) => string>> = {
  answers: ({ seating }, count) =>
    seating.kind === "participants"
      ? `the answers of ${count === 1 ? "1 person" : `${count} people`}, in no order`
      : "the answers",
  comments: ({ seating }) =>
    seating.kind === "participants" ? "what people added, apart from their answers" : "what was added",
  report: () => "the report",
  audit: () => "the audit: trust-audit report draws it again",
  json: () => "the audit: trust-audit report draws it again",
  journal: ({ seating }) => {
    if (seating.kind !== "participants") return "the journal";
    return seating.count === UNCOUNTED
      ? "the journal, with the numbers of the sheets"
      : "the journal, in the order people sat";
  },
};

/** The error itself is told next. */
export function cutShortWords(
  { plan, files, dismiss }: { readonly plan: InterviewPlan; readonly files: SurveyFiles; readonly dismiss: unknown },
  { flags, kept }: { readonly flags: SurveyFlags; readonly kept: readonly Kept[] },
): string {
  const again = resumeCommandLine(files.journal, plan.setup, flags);
  return [
    "",
    "The survey is over, but its end was cut short.",
    ...kept.map(({ path, what }) => `Written already: ${path} (${what})`),
    ...(dismiss === null
      ? sheetLines(flags)
      : [`Every answer is safe in ${files.journal}.`, ...command("To end it again", again)]),
    "",
    "",
  ].join("\n");
}

function sheetLines({ answers }: SurveyFlags): readonly string[] {
  return answers === undefined || answers === "-" ? [] : [`${answers} still holds the sheets.`];
}

/** Over before anybody finished. */
export function nobodyWords({ files }: { readonly files: SurveyFiles }, journal: Journal): string {
  const rest =
    journal === "kept" ? `${files.journal} is kept; to delete it: ${deleteCommandLine([files.journal])}\n` : "";
  return `Nobody finished, so there is no result and no file of answers.\n${rest}`;
}

/** Stopped on the way, with answers that must not be lost. */
export function savedWords(
  stopped: { readonly journal: string; readonly setup: InterviewSetup; readonly finished: number },
  flags: SurveyFlags,
): string {
  const { journal, setup, finished } = stopped;
  return [
    "",
    `Every answer is saved in ${journal}.`,
    ...(setup.seating.kind === "participants" ? [`${finishedWords(finished)} Only you can read the file.`] : []),
    ...seedLines(setup),
    ...command("To go on", resumeCommandLine(journal, setup, flags)),
    ...command("To delete it", deleteCommandLine([journal])),
    "",
  ].join("\n");
}

function finishedWords(count: number): string {
  if (count === 0) return "Nobody has finished yet.";
  return count === 1 ? "1 person has finished." : `${count} people have finished.`;
}

export const NOTHING_SAID = "\nNothing was answered, and nothing is kept.\n";

/** Said before anybody answers. */
export function tooFewWords(count: number, least: number): string {
  const remedy =
    least > MINIMUM_MIN_GROUP && count >= MINIMUM_MIN_GROUP
      ? `--min-group ${MINIMUM_MIN_GROUP} shows one, with less protection; or ask more people.`
      : "Ask more people, or let the room agree on one answer: --consensus.";
  return `Note: with fewer than ${least} people no result is shown, and this survey is for ${count}.\n${remedy}\n`;
}

/** What a journal tells beyond the answers, and whether it may go. */
export function journalQuestion({ seating }: InterviewSetup): string {
  const isPaper = seating.kind === "participants" && seating.count === UNCOUNTED;
  const tells = isPaper ? "It tells which answers stand on which sheet" : "It tells in which order people sat";
  return `\nDelete the journal? ${tells}. [y/N] `;
}
