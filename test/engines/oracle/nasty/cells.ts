import { comment, cycle, department, first, type Nasty, none, only, table } from "./table.ts";

/** Cells that are written oddly, or hold odd things. */
export const CELLS: readonly Nasty[] = [
  { says: "doubled quotes", files: () => [table(cycle(['"a ""b"" c"', '""""', '""', '"x"'], comment))] },
  { says: "doubled quotes in a group", files: () => [table(cycle(['"R ""&"" D"', '"R & D"', "R & D"], department))] },
  {
    says: "line ends in comments",
    files: () => [table(cycle(['"a\nb"', '"a\r\nb"', '"a\rb"', '"\n"', '"a\r\r\nb"'], comment))],
  },
  {
    says: "rows swallowed by a quote",
    files: () => [table(only(20, (row) => comment(row, '"a\np1,Sales,4,4,4,x\nb"')))],
  },
  { says: "quoted answers", files: () => [table(cycle(['"4"', "4", '""', '"5"'], first))] },
  {
    says: "answers with spaces",
    files: () => [table(cycle([" 4", "4 ", "\t4", "4\u00a0", '" 4 "', "4.0", "04", "+4"], first), {})],
    flags: { onUnknown: "missing" },
  },
  {
    says: "words in many spellings",
    files: () => [
      table(cycle(["agree", "AGREE ", "Agree.", "\u00a0Agree", '"Agree"', "Strongly  agree"], first), { words: true }),
    ],
    flags: { onUnknown: "missing" },
  },
  {
    says: "more spellings than can be kept",
    files: () => [table((row, at) => first(row, `${" ".repeat(at % 211)}4${" ".repeat(at % 97)}`), { rows: 30_000 })],
    isLarge: true,
  },
  {
    says: "unknown answers",
    files: () => [
      table(
        cycle(
          ["4", "maybe", "6", "1,5", "-1", "4", "n/a", "don't know"].map((one) => `"${one}"`),
          first,
        ),
      ),
    ],
  },
  {
    says: "an unknown answer in every row, each another",
    files: () => [table((row, at) => first(row, `no ${at}`), { rows: 9000 })],
    isLarge: true,
  },
  { says: "one unknown answer late", files: () => [table(only(50, (row) => first(row, "perhaps")))] },
  { says: "all unanswered", files: () => [table((row, at) => (at % 7 === 3 ? none(row) : row))] },
  { says: "nobody answered", files: () => [table(none)] },
  {
    says: "zero bytes",
    files: () => [table(cycle(["\0", "a\0b", "a"], comment)), table(only(9, (row) => first(row, "4\0")))],
  },
  {
    says: "line separators that are none",
    files: () => [table(cycle(["a\u2028b", "a\u0085b", "\u000b", "🙂"], comment))],
  },
  {
    says: "very long answers",
    files: () => [table(cycle(["x".repeat(70_000), "4"], first), { rows: 40 })],
    flags: { onUnknown: "missing" },
  },
  {
    says: "a row of nearly a megabyte",
    files: () => [table(only(7, (row) => comment(row, "y".repeat(1_048_000))))],
    isLarge: true,
  },
  {
    says: "a row of more than a megabyte",
    files: () => [table(only(7, (row) => comment(row, "y".repeat(1_100_000))))],
    isLarge: true,
  },
  {
    says: "a row of more than a megabyte in quotes",
    files: () => [table(only(7, (row) => comment(row, `"${"y\n".repeat(600_000)}"`)))],
    isLarge: true,
  },
  {
    says: "formulas and markup",
    files: () => [table(cycle(["=1+1", "<b>4</b>", "4;5", "@x", "\u202e4"], first))],
    flags: { onUnknown: "missing" },
  },
];
