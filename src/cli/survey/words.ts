import { MINIMUM_MIN_GROUP } from "../../disclosure/policy.ts";
import { finishedSeats } from "../../interview/replay.ts";
import { isOfPeople } from "../../interview/seating.ts";
import type { InterviewPlan, InterviewSetup, Seat, Seating } from "../../interview/types.ts";
import { deleteCommandLine, privateCommandLine, resumeCommandLine, scoreCommandLine } from "./commands.ts";
import { type Enough, leastForAll } from "./enough.ts";
import type { SurveyFiles } from "./files.ts";
import type { SurveyFlags } from "./flags.ts";
import type { Readers } from "./readers.ts";

/** A file that was written, and what it holds: `answers`, `comments`, `report`, `audit` or a format. */
export interface Kept {
  readonly path: string;
  readonly what: string;
}

/** A survey that is over, as far as words go. */
interface Over {
  readonly plan: InterviewPlan;
  readonly files: SurveyFiles;
  readonly framework: string;
}

/** The one line that is always said. */
export function safeWords(csv: string): string {
  return `The answers are safe in ${csv}.\n`;
}

/** What the survey leaves behind, where, and what can be done with it: few words, for the result comes next. */
export function endingWords(end: {
  readonly ended: Over;
  readonly flags: SurveyFlags;
  readonly kept: readonly (Kept & { readonly readers: Readers })[];
  readonly csv: string;
  /** Seats that finished. */
  readonly count: number;
  /** Whether there are enough answers to show a result. */
  readonly shown: boolean;
}): string {
  const { ended, flags, kept: files, csv, count } = end;
  const { setup } = ended.plan;
  const width = Math.max(...files.map(({ path }) => path.length));
  const says = (what: string) => SAYS[what]?.(setup, count) ?? `the report (${what})`;
  const scoring = { csv, framework: ended.framework, minGroup: flags.minGroup };
  return [
    // Below what a terminal showed before the survey took it.
    ...(flags.answers === undefined ? [""] : []),
    ...(end.shown ? [] : ["Too few answers: no result is shown."]),
    safeWords(csv).trimEnd(),
    files.every(({ readers }) => readers === "owner") ? "Kept, readable by you alone:" : "Kept:",
    ...files.map(({ path, what, readers }) => `  ${path.padEnd(width)}  ${says(what)}${OPEN[readers]}`),
    `To score again:  ${scoreCommandLine(setup, scoring)}`,
    `To delete all:   ${deleteCommandLine(files.map(({ path }) => path))}`,
    ...sheetLines(flags),
    ...seedLines(setup),
    "",
    "",
  ].join("\n");
}

const OPEN: Readonly<Record<Readers, string>> = {
  owner: "",
  others: "; others may read it",
  unknown: "",
};

/** Answers lie where anybody finds them. */
export function openSheetsWords(file: string): string {
  return `Note: everybody on this machine can read ${file}, which holds the answers.\nTo change that:  ${privateCommandLine(file)}\n`;
}

function seedLines({ shuffle }: InterviewSetup): readonly string[] {
  return shuffle === null ? [] : [`Order of the questions: --seed ${shuffle}`];
}

const SAYS: Readonly<Record<string, (setup: InterviewSetup, count: number) => string>> = {
  answers: ({ seating }, count) =>
    isOfPeople(seating) ? `the answers of ${count === 1 ? "1 person" : `${count} people`}, in no order` : "the answers",
  comments: ({ seating }) => (isOfPeople(seating) ? "what people added, apart from their answers" : "what was added"),
  report: () => "the report",
  audit: () => "the audit: trust-audit report draws it again",
  json: () => "the audit: trust-audit report draws it again",
  journal: ({ seating }) => {
    if (!isOfPeople(seating)) return "the journal";
    return seating.kind === "sheets"
      ? "the journal, with the numbers of the sheets"
      : "the journal, in the order people sat";
  },
};

/** The error itself is told next. */
export function cutShortWords(
  { plan, files, framework }: Over,
  { flags, kept }: { readonly flags: SurveyFlags; readonly kept: readonly Kept[] },
): string {
  const written = kept.map(({ path, what }) => `Written already: ${path} (${what})`);
  if (flags.answers === undefined)
    return [
      "",
      "The survey is over, but its end was cut short.",
      ...written,
      `Every answer is safe in ${files.journal}.`,
      ...command("To end it again", resumeCommandLine(files, plan.setup, flags)),
      "",
      "",
    ].join("\n");
  const csv = kept.find(({ what }) => what === "answers")?.path;
  const scoring = { csv: csv ?? "", framework, minGroup: flags.minGroup };
  return [
    "The sheets were read, but not everything could be written.",
    ...written,
    ...(csv === undefined ? [] : command("To score the answers", scoreCommandLine(plan.setup, scoring))),
    ...sheetLines(flags),
    "",
    "",
  ].join("\n");
}

/** On a line of its own, so that it can be copied whole. */
function command(does: string, line: string): readonly string[] {
  return [`${does}:`, `  ${line}`];
}

function sheetLines({ answers }: SurveyFlags): readonly string[] {
  return answers === undefined || answers === "-" ? [] : [`${answers} still holds the sheets.`];
}

/** Over before anybody finished. */
export const NOBODY_FINISHED = "Nobody finished, so there is no result and no file of answers.\n";

/** Stopped on the way, with answers that must not be lost. */
export function savedWords(
  stopped: {
    readonly files: Pick<SurveyFiles, "journal" | "csv">;
    readonly setup: InterviewSetup;
    readonly seats: readonly Seat[];
    readonly readers: Readers;
  },
  flags: SurveyFlags,
): string {
  const { files, setup, seats, readers } = stopped;
  const { journal } = files;
  return [
    "",
    `Every answer is saved in ${journal}.`,
    ...(isOfPeople(setup.seating) ? [`${turnWords(setup.seating, seats)}${ONLY_YOU[readers]}`] : []),
    ...seedLines(setup),
    ...command("To go on", resumeCommandLine(files, setup, flags)),
    ...command("To delete it", deleteCommandLine([journal])),
    "",
  ].join("\n");
}

const ONLY_YOU: Readonly<Record<Readers, string>> = {
  owner: " Only you can read the file.",
  others: " Others may read the file.",
  unknown: "",
};

/** Who withdrew had a turn like everybody else: how many finished would tell that somebody did. */
function turnWords({ kind }: Seating, seats: readonly Seat[]): string {
  if (kind === "sheets") {
    const count = finishedSeats(seats).length;
    return count === 1 ? "1 sheet is typed in." : `${count === 0 ? "No" : count} sheets are typed in.`;
  }
  const count = seats.filter(({ status }) => status !== "answering").length;
  if (count === 0) return "Nobody has had their turn yet.";
  return count === 1 ? "1 person has had their turn." : `${count} people have had their turn.`;
}

export const NOTHING_SAID = "\nNothing was answered, and nothing is kept.\n";

/** Said before anybody answers. */
export function tooFewWords(count: number, enough: Enough): string {
  const [least, what, remedy] = shortage(count, enough);
  return `Note: with fewer than ${least} people ${what}, and this survey is for ${count}.\n${remedy}\n`;
}

function shortage(count: number, enough: Enough): readonly [least: number, what: string, remedy: string] {
  const { minGroup, single } = enough;
  const all = leastForAll(enough);
  if (single === "all" && all > minGroup)
    return [all, "no result is shown where each dimension rests on one question", LONGER];
  if (count >= minGroup) return [all, "dimensions that rest on one question are not shown", LONGER];
  const canLower = minGroup > MINIMUM_MIN_GROUP && count >= MINIMUM_MIN_GROUP;
  return [
    minGroup,
    "no result is shown",
    canLower
      ? `--min-group ${MINIMUM_MIN_GROUP} shows one, with less protection; or ask more people.`
      : `Ask more people, or let the room agree on one answer: --consensus.`,
  ];
}

const LONGER = "Ask more people, or all questions, where there are more than this form has.";

/**
 * What a journal tells beyond the answers, and whether it may go.
 * @param csv where the answers are; null: nobody finished, and there are none
 */
export function journalQuestion(seating: Seating, csv: string | null): string {
  const tells =
    seating.kind === "sheets" ? "tells which answers stand on which sheet" : "tells in which order people sat";
  const safe = csv === null ? "The journal" : `The answers are safe in ${csv};\nthe journal also`;
  // The last line is short: where it is typed, no window should break it.
  return `${safe} ${tells}.\nDelete the journal now? [Y/n] `;
}

export const JOURNAL_DELETED = "The journal is deleted.\n";

export function journalKeptWords(journal: string): string {
  return `The journal is kept. To delete it: ${deleteCommandLine([journal])}\n\n`;
}
