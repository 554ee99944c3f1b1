import { HEADER, lineEnds, type Nasty, only, table } from "./table.ts";

/** Odd layouts: line ends, delimiters, rows of other lengths. */
export const LINES: readonly Nasty[] = [
  { says: "all three line ends", files: () => [lineEnds(["\n", "\r\n", "\r"])] },
  { says: "Windows line ends", files: () => [table(undefined, { end: "\r\n" })] },
  { says: "carriage returns alone", files: () => [table(undefined, { end: "\r" })] },
  { says: "blank lines, and lines of spaces", files: () => [lineEnds(["\n", "\n\n", "\r\n\r\n", "\n \n", "\n\t\n"])] },
  {
    says: "no line end at the end",
    files: () => [lineEnds(["\n"]).subarray(0, -1), lineEnds(["\r\n"]).subarray(0, -1)],
  },
  {
    says: "lines of delimiters alone",
    files: () => [table((row, at) => (at % 9 === 4 ? ["", "", "", "", "", ""] : row))],
  },
  { says: "a byte order mark", files: () => [Buffer.concat([Buffer.from("\ufeff"), table()])] },
  {
    says: "a byte order mark in the middle",
    files: () => [table(only(30, (row) => [`\ufeff${row[0]}`, ...row.slice(1)]))],
  },
  {
    says: "a line that names the delimiter",
    files: () => [
      Buffer.concat([Buffer.from("sep=;\r\n"), table(undefined, { delimiter: ";" })]),
      Buffer.concat([Buffer.from("\ufeffsep=,\n"), table()]),
    ],
  },
  { says: "tabs", files: () => [table(undefined, { delimiter: "\t" })] },
  { says: "bars", files: () => [table(undefined, { delimiter: "|", words: true })] },
  { says: "blank lines before the header", files: () => [Buffer.concat([Buffer.from("\n\r\n\n"), table()])] },
  { says: "a delimiter behind every row", files: () => [table((row) => [...row, ""])] },
  { says: "a delimiter behind some rows", files: () => [table((row, at) => (at === 40 ? [...row, ""] : row))] },
  { says: "too few cells", files: () => [table((row, at) => (at % 20 === 7 ? row.slice(0, 4) : row))] },
  { says: "too many cells", files: () => [table((row, at) => (at % 20 === 7 ? [...row, "x", "y"] : row))] },
  {
    says: "columns without a header",
    files: () => [
      table((row) => [...row, "x", "y"], { header: [...HEADER, "", ""] }),
      table((row, at) => (at % 3 === 1 ? row : [...row, "x"]), { header: [...HEADER, ""] }),
    ],
  },
  {
    says: "three hundred more columns",
    files: () => [
      table((row, at) => [...row, ...Array.from({ length: 300 }, (_, more) => String((at * more) % 17))], {
        header: [...HEADER, ...Array.from({ length: 300 }, (_, more) => `more ${more}`)],
      }),
    ],
  },
  { says: "no rows", files: () => [table(undefined, { rows: 0 })] },
  { says: "one column", files: () => [Buffer.from(`O1\n${"4\n\n5\n".repeat(20)}`)], flags: { acceptGuesses: true } },
];
