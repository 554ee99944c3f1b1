import { comment, first, large, type Nasty, only, spliced, table, within } from "./table.ts";

/** Files that cannot be read to their end. */
export const FAULTS: readonly Nasty[] = [
  { says: "a stray quote", files: () => [table(only(30, (row) => comment(row, 'say "no" to it')))] },
  { says: "a stray quote behind a quoted cell", files: () => [table(only(30, (row) => first(row, '"4" ')))] },
  { says: "a quote that is never closed", files: () => [table(only(55, (row) => comment(row, '"it')))] },
  {
    says: "a quote that is never closed, and unknown answers before it",
    files: () => [table((row, at) => (at === 55 ? comment(row, '"it') : at % 20 === 9 ? first(row, "hm") : row))],
  },
  { says: "bytes that are no UTF-8, late", files: () => [spliced(table(undefined, { rows: 9000 }), 100_000, [0xff])] },
  { says: "half a character at the end", files: () => [Buffer.concat([table(), Buffer.from([0x70, 0xc3])])] },
  {
    says: "a stray quote on line 90,001",
    files: () => [large((row, at) => (at === 89_999 ? comment(row, 'a "b') : row))],
    isLarge: true,
  },
  {
    says: "a quote that is opened on line 90,001",
    files: () => [large((row, at) => (at === 89_999 ? comment(row, '"b') : row))],
    isLarge: true,
  },
  {
    says: "too few cells on line 90,001",
    files: () => [large((row, at) => (at === 89_999 ? row.slice(1) : row))],
    isLarge: true,
  },
  {
    says: "an unknown answer on line 90,001, behind comments of several lines",
    files: () => [
      large((row, at) => (at === 89_999 ? first(row, "?") : at % 1000 === 7 ? comment(row, '"a\nb\r\nc"') : row)),
    ],
    isLarge: true,
  },
  {
    says: "bytes that are no UTF-8 near the end of six megabytes",
    files: () => [
      spliced(
        large((row) => row),
        within(
          large((row) => row),
          0.97,
        ),
        [0xe2, 0x82],
      ),
    ],
    isLarge: true,
  },
  {
    says: "bytes that are no UTF-8 behind a stray quote",
    files: () => [
      spliced(
        large((row, at) => (at === 80_000 ? comment(row, 'a "b') : row)),
        within(
          large((row) => row),
          0.97,
        ),
        [0xe2, 0x82],
      ),
    ],
    isLarge: true,
  },
  {
    says: "bytes that are no UTF-8 before a stray quote",
    files: () => [
      spliced(
        large((row, at) => (at === 80_000 ? comment(row, 'a "b') : row)),
        within(
          large((row) => row),
          0.5,
        ),
        [0xe2, 0x82],
      ),
    ],
    isLarge: true,
  },
];
