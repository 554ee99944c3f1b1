import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScanColumn, ScanCore } from "../../../src/engines/scan/core.ts";
import { WHOLE } from "../../part.ts";
import { CORES } from "./both-cores.ts";
import { asBytes, type NaiveTable, readNaively, recordEnd, type SeenRow } from "./naive-rows.ts";
import { blockRows, ITEM_TEXTS, KEY_TEXTS, long, put, TABLE, taughtCore, taughtTexts } from "./taught-table.ts";

const line = fc.constantFrom("\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r");
const freeText = fc.oneof(
  fc.constantFrom("", "t", 'say "hello", now', "a\nb", "a\r\nb", '"', ",", "\u0000", long(70, "!"), "\u65e5\u672c"),
  fc.string({ maxLength: 40 }),
);
const TEXTS = {
  text: freeText,
  ignored: freeText,
  item: fc.constantFrom(...ITEM_TEXTS.map(([text]) => text), "1", "1", "2", "unknown"),
  key: fc.constantFrom(...KEY_TEXTS.map(([text]) => text), "HR"),
};
const isQuoted = fc.integer({ min: 0, max: 4 }).map((one) => one === 0);
const nasty = (delimiter: string) =>
  fc
    .array(fc.constantFrom(delimiter, '"', "\n", "\r", "1", "a", "x", "S", "\u0000", ",1,S,,2\n", '"1"', ""), {
      maxLength: 12,
    })
    .map((all) => all.join(""));

/** Files that are tables for the most part. */
function fileOf({ columns, delimiter }: NaiveTable) {
  const cell = ({ kind }: ScanColumn) =>
    fc
      .tuple(TEXTS[kind], isQuoted)
      .map(([text, quoted]) =>
        quoted || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text,
      );
  const good = fc.tuple(...columns.map(cell)).map((cells) => cells.join(delimiter));
  const row = fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: nasty(delimiter) });
  return fc.array(fc.tuple(row, line), { maxLength: 60 }).map((rows) => rows.flat().join(""));
}

const layout = fc
  .tuple(
    fc.array(fc.constantFrom("ignored", "item", "item", "key", "text"), { minLength: 1, maxLength: 9 }),
    fc.constantFrom(";", "\t", "|", ","),
  )
  .map(([kinds, delimiter]) => tableOf(kinds, delimiter));

function tableOf(kinds: readonly ScanColumn["kind"][], delimiter: string): NaiveTable {
  const columns = kinds.map((kind, at): ScanColumn => {
    const slot = kinds.slice(0, at).filter((other) => other === kind).length;
    return kind === "ignored" ? { kind } : { kind, slot };
  });
  return {
    columns,
    delimiter,
    items: kinds.filter((kind) => kind === "item").length + 1,
    taught: taughtTexts(columns),
  };
}

const windows = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3000 })), { minLength: 1 });

/** Reads a file in windows of these sizes, one after the other; unusual rows are stepped over. */
function readAll(core: ScanCore, table: NaiveTable, { file, sizes }: { file: string; sizes: readonly number[] }) {
  const rows: SeenRow[] = [];
  const unusual: number[] = [];
  let [at, given, lines] = [0, 0, 0];
  core.clear();
  for (let turn = 0; ; turn++) {
    const begin = (turn * 37) % 64;
    const size = given - at;
    put(core, file.slice(at, given), begin);
    const stop = core.scan(begin, begin + size);
    rows.push(...blockRows(core, table).map((row) => ({ ...row, line: row.line + lines })));
    core.clear();
    at += core.position - begin;
    lines += core.lines;
    const end = stop === "unusual" ? recordEnd(file, at, given) : null;
    if (end !== null) {
      unusual.push(at);
      lines += end.lines;
      at = end.position;
    } else if (given === file.length) return { rows, unusual, position: at };
    else given = Math.min(file.length, given + (sizes[turn % sizes.length] ?? 1));
  }
}

const RUNS = WHOLE ? 3000 : 100;

describe.each(CORES)("any file through the %s core", (_name, createCore) => {
  const core = taughtCore(createCore);

  it("is read as a plain reader reads it", { timeout: 300_000 }, () => {
    const seen = { rows: 0, unusual: 0 };
    fc.assert(
      fc.property(fileOf(TABLE), windows, (text, sizes) => {
        const file = asBytes(text);
        const wanted = readNaively(TABLE, file);
        seen.rows += wanted.rows.length;
        seen.unusual += wanted.unusual.length;
        expect(readAll(core, TABLE, { file, sizes })).toEqual(wanted);
      }),
      { seed: 20261123, numRuns: RUNS },
    );
    expect(seen.rows).toBeGreaterThan(RUNS);
    expect(seen.unusual).toBeGreaterThan(RUNS);
  });

  it("is read so whatever its columns", { timeout: 300_000 }, () => {
    const tables = layout.chain((table) => fc.tuple(fc.constant(table), fileOf(table)));
    fc.assert(
      fc.property(tables, windows, ([table, text], sizes) => {
        const file = asBytes(text);
        const one = taughtCore(createCore, table);
        expect(readAll(one, table, { file, sizes })).toEqual(readNaively(table, file));
      }),
      { seed: 20261124, numRuns: RUNS / 5 },
    );
  });

  it("is read so whatever its bytes", { timeout: 300_000 }, () => {
    const bytes = fc.array(nasty(","), { maxLength: 40 }).map((all) => all.join(""));
    fc.assert(
      fc.property(bytes, windows, (text, sizes) => {
        const file = asBytes(text);
        expect(readAll(core, TABLE, { file, sizes })).toEqual(readNaively(TABLE, file));
      }),
      { seed: 20261125, numRuns: RUNS },
    );
  });
});
