import type { Dice } from "../../sources/fuzz/random.ts";

type Pool = readonly [string, ...string[]];

const ANSWERS: Pool = ["1", "2", "3", "4", "5", "", "Agree", "Strongly disagree", "Disagree"];
const ODD_ANSWERS: Pool = [
  " 4",
  "4 ",
  "agree",
  "AGREE",
  "4.0",
  "4,0",
  "6",
  "maybe",
  "n/a",
  "-",
  "\u00a04",
  "Agree!",
  "don't know",
  "=4",
];
const GROUPS: Pool = ["Sales", "Service", "R&D", "Élan", "Ops"];
const ODD_GROUPS: Pool = [
  " Sales",
  "Sales ",
  "sales",
  "E\u0301lan",
  "",
  "North;South",
  'a "b"',
  "x".repeat(300),
  "\u202eops",
];
const ODD_IDS: Pool = ["", "p1", "p2", "anonymous", "n/a", "0", "P1", " p1 ", "p1"];
const PIECES: Pool = [
  ",",
  ";",
  '"',
  "\n",
  "\r\n",
  "\r",
  "é",
  "\ufeff",
  " ",
  "x",
  "4",
  "\t",
  "|",
  "🙂",

  "said so, ",
  "\u2028",
];

/** How one file is written. */
interface Style {
  readonly delimiter: string;
  readonly ends: Pool;
  /** Share of cells that stand in quotation marks without need. */
  readonly quoted: number;
  /** Share of cells that are odd. */
  readonly odd: number;
  /** Share of rows with another number of cells, and of cells with a mark that nobody meant. */
  readonly ragged: number;
  readonly stray: number;
}

function styleOf(dice: Dice): Style {
  return {
    delimiter: dice.pick([",", ",", ",", ";", "\t", "|"]),
    ends: dice.pick<Pool>([
      ["\n"],
      ["\n"],
      ["\r\n"],
      ["\r"],
      ["\n", "\r\n"],
      ["\n", "\n\n", "\r\n", "\r"],
      ["\r\n", "\n \n"],
    ]),
    quoted: dice.pick([0, 0, 0.1, 1]),
    odd: dice.pick([0, 0.002, 0.02, 0.2]),
    ragged: dice.pick([0, 0, 0, 0.01]),
    stray: dice.pick([0, 0, 0, 0.001]),
  };
}

/** A table of the team's survey as nobody would write it, headed by person, department, three questions and a comment. */
export function randomTable(dice: Dice): Buffer {
  const style = styleOf(dice);
  const rows = dice.pick([0, 3, 20, 60, 200, 400]);
  const columns = 6 + dice.below(3);
  const header = ["person", "department", "O1", "O2", "O3", "comment", "more", "others"].slice(0, columns);
  const lines = Array.from({ length: rows }, (_, at) => rowOf(at, columns, { dice, style }));
  const text = [header.join(style.delimiter), ...lines].map((line) => line + dice.pick(style.ends)).join("");
  const front = dice.pick(["", "", "", "\ufeff", `sep=${style.delimiter}\n`, "\n"]);
  return Buffer.from(front + (dice.chance(0.2) ? text.trimEnd() : text));
}

function rowOf(at: number, columns: number, { dice, style }: { readonly dice: Dice; readonly style: Style }): string {
  const or = (usual: Pool, odd: Pool): string => dice.pick(dice.chance(style.odd) ? odd : usual);
  const answer = (): string => or(ANSWERS, ODD_ANSWERS);
  const cells = [or([`p${at + 10}`], ODD_IDS), or(GROUPS, ODD_GROUPS), answer(), answer(), answer()];
  while (cells.length < columns) cells.push(dice.chance(0.2) ? comment(dice) : "");
  if (dice.chance(style.ragged)) cells.splice(dice.below(cells.length), 1, ...(dice.chance(0.5) ? [] : ["a", "b"]));
  if (dice.chance(style.odd / 4)) cells.fill("", 2, 5);
  return cells.map((cell) => written(cell, { dice, style })).join(style.delimiter);
}

function comment(dice: Dice): string {
  return Array.from({ length: dice.below(8) }, () => dice.pick(PIECES)).join("");
}

function written(cell: string, { dice, style }: { readonly dice: Dice; readonly style: Style }): string {
  if (dice.chance(style.stray)) return `${cell}"`;
  const needs = cell.includes(style.delimiter) || /["\r\n]/.test(cell);
  return needs || dice.chance(style.quoted) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
