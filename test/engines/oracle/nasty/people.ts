import { cycle, department, first, type Nasty, only, person, table } from "./table.ts";

/** Ids, groups, weights and copies. */
export const PEOPLE: readonly Nasty[] = [
  {
    says: "ids with spaces and accents",
    files: () => [table(cycle([" é 1", "e\u0301 1", "é  1 ", "É 1", '"é 1"', "x"], person))],
  },
  { says: "ids of nobody", files: () => [table(cycle(["anonymous", "", "n/a", "0", "p9"], person))] },
  { says: "everybody twice", files: () => [table((row, at) => person(row, `p${at % 30}`))] },
  { says: "one id many times", files: () => [table((row, at) => person(row, at % 3 === 0 ? "same" : `p${at}`))] },
  {
    says: "rows that repeat others",
    files: () => [
      table((row, at) => [
        row[0],
        "Sales",
        ...["1", "2", "3"].map((one) => String((Number(one) * (at % 10)) % 5 || 5)),
        "",
      ]),
    ],
  },
  {
    says: "group names that differ by spaces",
    files: () => [
      table(
        cycle(["Sales", " Sales", "Sales ", '"Sales "', "Sales\u00a0Sales", "Sales  Sales", "Sales Sales"], department),
      ),
    ],
  },
  {
    says: "group names that differ by capitals and accents",
    files: () => [table(cycle(["sales", "Sales", "Élan", "E\u0301lan", "ÉLAN", ""], department))],
  },
  {
    says: "groups of several",
    files: () => [table(cycle(["North;South", "North", "South", "North; South"], department), { rows: 90 })],
  },
  {
    says: "a thousand groups",
    files: () => [table((row, at) => department(row, `g${at % 1000}`), { rows: 5000 })],
    isLarge: true,
  },
  {
    says: "a thousand and one groups",
    files: () => [table((row, at) => department(row, `g${at % 1001}`), { rows: 5000 })],
    isLarge: true,
  },
  {
    says: "a thousand and one groups, the last on the last row",
    files: () => [table((row, at) => department(row, at === 4999 ? "last" : `g${at % 1000}`), { rows: 5000 })],
    isLarge: true,
  },
  {
    says: "more combinations than can be kept",
    files: () => [table((row, at) => [`q${at % 150}`, `g${Math.floor(at / 150)}`, ...row.slice(2)], { rows: 21_000 })],
    flags: { by: ["department", "person"] },
    isLarge: true,
  },
  {
    says: "weights of many kinds",
    files: () => [table(cycle(["1", "0.5", "2,5", " 3", '"1"', "100"], person))],
    flags: { weight: "person" },
  },
  {
    says: "weights that are none",
    files: () => [table(cycle(["1", "0", "x", "", "101", "1e1"], person))],
    flags: { weight: "person" },
  },
  {
    says: "one answer all along",
    files: () => [table((row, at) => (at % 4 === 0 ? [row[0], row[1], "3", "3", "3", ""] : row))],
    flags: { exclude: ["careless"] },
  },
  { says: "the same rows in two files", files: () => [table(), table()] },
  {
    says: "the same rows in two files of several blocks",
    files: () => [table(undefined, { rows: 20_000 }), table(undefined, { rows: 20_000 })],
    isLarge: true,
  },
  {
    says: "nearly the same rows in two files",
    files: () => [
      table(undefined, { rows: 20_000 }),
      table(
        only(19_000, (row) => first(row, row[2] === "4" ? "5" : "4")),
        { rows: 20_000 },
      ),
    ],
    isLarge: true,
  },
  {
    says: "several files of all kinds",
    files: () => [
      table(),
      table(undefined, { rows: 61, words: true, end: "\r\n" }),
      table(undefined, { rows: 62, delimiter: ";" }),
    ],
  },
  { says: "many blocks of rows", files: () => [table(undefined, { rows: 40_000, words: true })], isLarge: true },
];
