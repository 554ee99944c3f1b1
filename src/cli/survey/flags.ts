import { UsageError } from "../exit.ts";

/** Flags of `survey` as commander gives them. */
export interface SurveyFlags {
  readonly framework?: string;
  readonly audience?: string;
  readonly form?: string;
  readonly segment?: readonly string[];
  readonly profile?: readonly string[];
  readonly context?: readonly string[];
  readonly participants?: string;
  readonly consensus?: boolean;
  readonly shuffle?: boolean;
  readonly seed?: string;
  readonly resume?: string;
  readonly answers?: string;
  readonly entry?: boolean;
  readonly data?: string;
  readonly keepJournal?: boolean;
  readonly deleteJournal?: boolean;
  readonly screenReader?: boolean;
  readonly minGroup?: string;
  readonly output?: readonly string[];
}

type Flag = keyof SurveyFlags;

/** Flags that stand against each other, as typed, and what to do. */
const PAIRS: readonly (readonly [Flag, Flag, string])[] = [
  [
    "participants",
    "consensus",
    "Hand the keyboard round (--participants), or let the room agree on one answer (--consensus).",
  ],
  ["resume", "answers", "Sheets are read whole, in one go: there is nothing to go on with."],
  ["entry", "answers", "Type the sheets in (--entry), or read them from a file that holds one a line (--answers)."],
  ["entry", "participants", "Type in as many sheets as there are; they are counted."],
  ["entry", "shuffle", "Paper sheets keep the order of the framework."],
  ["answers", "shuffle", "Paper sheets keep the order of the framework."],
  ["consensus", "segment", "A room that agrees belongs to no single department: leave --segment out."],
  ["keepJournal", "deleteJournal", "Choose one of them; with neither you are asked at the end."],
  ["answers", "keepJournal", "Answers from a file need no journal, so none is kept."],
  ["answers", "deleteJournal", "Answers from a file need no journal, so none is kept."],
  ["answers", "screenReader", "Answers from a file show no questions."],
];

/** Flags that cannot both be meant. Throws UsageError. */
export function refuseCombinations(flags: SurveyFlags): void {
  for (const [one, other, help] of PAIRS)
    if (isGiven(flags[one]) && isGiven(flags[other]))
      throw new UsageError(`${asTyped(one)} and ${asTyped(other)} do not go together.`, help);
  if (flags.seed !== undefined && flags.shuffle !== true && flags.resume === undefined)
    throw new UsageError("--seed is the seed of --shuffle, which is not there.", "Add --shuffle, or leave --seed out.");
}

function isGiven(value: SurveyFlags[Flag]): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}

/** `keepJournal` → `--keep-journal`. */
function asTyped(flag: Flag): string {
  return `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
