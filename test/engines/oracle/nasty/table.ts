import { createDice } from "../../../sources/fuzz/random.ts";
import type { Flags } from "../asked.ts";

/** A made-up table that somebody, somewhere, will export. */
export interface Nasty {
  readonly says: string;
  /** The bytes of each file. */
  readonly files: () => readonly Buffer[];
  readonly flags?: Flags;
  /** Takes a second or so: is not tried in every way. */
  readonly isLarge?: boolean;
}

export const HEADER = ["person", "department", "O1", "O2", "O3", "comment"];
const WORDS = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
const GROUPS = ["Sales", "Service", "R&D", "Élan"];

type Row = readonly [person: string, department: string, O1: string, O2: string, O3: string, comment: string];
type Change = (row: Row, at: number) => readonly string[];

interface Layout {
  readonly rows?: number;
  readonly words?: boolean;
  readonly header?: readonly string[];
  readonly end?: string;
  readonly delimiter?: string;
}

/** Rows as plain as can be, each changed; cells as they are to stand in the file. */
export function table(change: Change = (row) => row, layout: Layout = {}): Buffer {
  const { rows = 60, words = false, header = HEADER, end = "\n", delimiter = "," } = layout;
  const dice = createDice(rows);
  const answer = (): string => {
    const code = dice.chance(0.05) ? 0 : 1 + dice.below(5);
    return code === 0 ? "" : words ? (WORDS[code - 1] ?? "") : String(code);
  };
  const lines = Array.from({ length: rows }, (_, at) => {
    const department = GROUPS[dice.below(GROUPS.length)] ?? "";
    return change([`p${at + 1}`, department, answer(), answer(), answer(), ""], at).join(delimiter);
  });
  return Buffer.from([header.join(delimiter), ...lines, ""].join(end));
}

/** One row, by its place from 0, is another. */
export const only =
  (place: number, change: (row: Row) => readonly string[]): Change =>
  (row, at) =>
    at === place ? change(row) : row;

/** Another comment, department, person or answers. */
export const comment = (row: Row, text: string): Row => [row[0], row[1], row[2], row[3], row[4], text];
export const department = (row: Row, text: string): Row => [row[0], text, row[2], row[3], row[4], row[5]];
export const person = (row: Row, text: string): Row => [text, row[1], row[2], row[3], row[4], row[5]];
export const first = (row: Row, text: string): Row => [row[0], row[1], text, row[3], row[4], row[5]];
export const none = (row: Row): Row => [row[0], row[1], "", "", "", row[5]];

export const cycle =
  (texts: readonly string[], put: (row: Row, text: string) => Row): Change =>
  (row, at) =>
    put(row, texts[at % texts.length] ?? "");

export function lineEnds(ends: readonly string[]): Buffer {
  const [head = "", ...lines] = table().toString().trimEnd().split("\n");
  return Buffer.from([head, ...lines].map((line, at) => line + (ends[at % ends.length] ?? "\n")).join(""));
}

const LARGE = { rows: 100_001 } as const;
const prose = "x".repeat(40);
/** Some six megabytes: more than the scanner holds at once. */
export const large = (change: Change): Buffer => table((row, at) => change(comment(row, `${prose} ${at}`), at), LARGE);
export const spliced = (bytes: Buffer, at: number, more: readonly number[]): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(more), bytes.subarray(at)]);
export const within = (bytes: Buffer, share: number): number => Math.floor(bytes.length * share);
