import { expect } from "vitest";
import type { ScanColumn, ScanCore } from "../../../src/engines/scan/core.ts";
import type { CreateCore } from "./both-cores.ts";
import { asBytes, type NaiveTable, rowAt, type SeenRow } from "./naive-rows.ts";

const COLUMNS: readonly ScanColumn[] = [
  { kind: "text", slot: 0 },
  { kind: "item", slot: 1 },
  { kind: "key", slot: 0 },
  { kind: "ignored" },
  { kind: "item", slot: 0 },
];
const ITEMS = 3;
export const long = (length: number, last: string) => "x".repeat(length - 1) + last;
const LENGTHS = [3, 4, 5, 15, 16, 17, 31, 32, 33, 300];

/** What cells of the columns mean; item 2 is held by no column. */
export const ITEM_TEXTS: readonly (readonly [string, number])[] = [
  ["", -128],
  ["1", 1],
  ["2", 2],
  ["5", 5],
  ["-1", -1],
  ["12", 12],
  ["n/a", -127],
  ["don't know", -126],
  ["Disagree", 2],
  ["Strongly disagree", 1],
  ["Strongly disagreed", 100],
  ["a, b", 3],
  ["a", 4],
  [",", -100],
  ["\u0000", 7],
  ["\u00e4\u00f6", 8],
  [" 1", 1],
  ["\ufeff1", 9],
  ...LENGTHS.flatMap((length, at): (readonly [string, number])[] => [
    [long(length, "y"), at],
    [long(length, "z"), -at - 1],
    [`y${long(length - 1, "x")}`, 20 + at],
    [`${"x".repeat(length >> 1)}q${"x".repeat(length - (length >> 1) - 1)}`, 40 + at],
  ]),
];
export const KEY_TEXTS: readonly (readonly [string, number])[] = [
  ["", 0],
  ["R&D", 1],
  ["Sales", 2],
  ["Sal", 300],
  ["S", 65_535],
  ["\u65e5\u672c", 40_000],
  ["Sales, EMEA", 5],
];

/** Per column: cell text → value. */
export function taughtTexts(columns: readonly ScanColumn[]): NaiveTable["taught"] {
  const texts = { item: ITEM_TEXTS, key: KEY_TEXTS, text: [], ignored: [] };
  return columns.map(({ kind }) => new Map(texts[kind].map(([text, value]) => [asBytes(text), value])));
}

export const TABLE: NaiveTable = { columns: COLUMNS, delimiter: ",", items: ITEMS, taught: taughtTexts(COLUMNS) };

export function taughtCore(createCore: CreateCore, table: NaiveTable = TABLE): ScanCore {
  const core = createCore({ columns: table.columns, delimiter: table.delimiter.charCodeAt(0), items: table.items });
  for (const [column, texts] of table.taught.entries())
    for (const [text, value] of texts) expect(core.learn(column, Buffer.from(text, "latin1"), value)).toBe(true);
  return core;
}

/** Puts a file into the window, with a plausible row behind it that must not be seen. */
export function put(core: ScanCore, file: string, at = 0): number {
  const bytes = Buffer.from(file, "latin1");
  core.input.fill("\n,1,S,,2\n", 0, at + bytes.length + 4096, "latin1");
  core.input.set(bytes, at);
  return at + bytes.length;
}

export const blockRows = (core: ScanCore, table: NaiveTable = TABLE): readonly SeenRow[] =>
  Array.from({ length: core.rows }, (_, row) => rowAt(core, table, row));

/** One scan of a file: what came of it. */
export function scanOf(createCore: CreateCore, file: string) {
  const core = taughtCore(createCore);
  const stop = core.scan(0, put(core, asBytes(file)));
  return { stop, position: core.position, lines: core.lines, rows: blockRows(core) };
}
