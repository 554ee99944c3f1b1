import fc from "fast-check";
import { expect } from "vitest";
import type { TableLayout } from "../../../src/response/table-head.ts";
import type { Dialect, FirstRows } from "../../../src/sources/dialects/dialect.ts";

/** Cells as a reader hands them over. */
export function table(...rows: readonly (readonly string[])[]): FirstRows {
  return { rows: rows.map((cells, at) => ({ cells, line: at + 1 })), quoted: false, delimiter: "," };
}

export function layout(dialect: Dialect, ...rows: readonly (readonly string[])[]): TableLayout {
  const found = dialect.layout(table(...rows), false);
  if (found === null) throw new Error(`not taken for ${dialect.name}`);
  return found;
}

/** Cells near those a dialect knows, and any others. */
export function anyRows(known: readonly string[]): fc.Arbitrary<string[][]> {
  const cell = fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 12 }), fc.constant(""));
  return fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 5 });
}

/** Whatever the rows, a layout has one entry a column and points at columns that are there. */
export function expectSound(found: TableLayout | null, rows: readonly (readonly string[])[]): void {
  if (found === null) return;
  const columns = rows[0]?.length ?? 0;
  expect([found.headers, found.wordings, found.choices, found.known].map(({ length }) => length)).toEqual(
    Array.from({ length: 4 }, () => columns),
  );
  expect(found.headerRows).toBeGreaterThanOrEqual(1);
  expect(found.headerRows).toBeLessThanOrEqual(3);
  const pointed = found.rowRules.map(({ column }) => column);
  if (found.duration !== null)
    pointed.push(
      ...("column" in found.duration ? [found.duration.column] : [found.duration.start, found.duration.end]),
    );
  for (const at of pointed) expect(at >= 0 && at < columns).toBe(true);
}
