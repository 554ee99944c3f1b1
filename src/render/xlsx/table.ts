/** A sheet of a workbook as data: a bold header that stays in sight, and cells that are numbers or texts, never formulas. */
import type { Cell, Row, Sheet } from "write-excel-file/node";
import type { Published } from "../../audit/estimate.ts";
import { published, short } from "../numbers.ts";

export type Value = string | number | null;

export interface SheetColumn<T> {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  /** Of numbers, as Excel writes formats; absent: as they are. */
  readonly format?: string | ((row: T) => string);
  readonly of: (row: T) => Value;
}

export const FORMAT = { score: "0", mean: "0.00", share: "0 %", people: "#,##0", p: "0.000", need: "0.000" } as const;

/** Signs that Excel takes in one cell. */
const LONGEST_CELL = 32_000;

type WorkSheet = Sheet<never>;

/** @param name at most 31 characters, as Excel has it */
export function tableSheet<T>(name: string, columns: readonly SheetColumn<T>[], rows: readonly T[]): WorkSheet {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [columns.map(headerCell), ...rows.map((row) => rowOf(columns, row))],
  };
}

function headerCell({ title }: { readonly title: string }): Cell {
  return { value: writable(title), type: String, fontWeight: "bold", wrap: true, alignVertical: "top" };
}

function rowOf<T>(columns: readonly SheetColumn<T>[], row: T): Row {
  return columns.map(({ of, format, width }) => {
    const own = typeof format === "function" ? format(row) : format;
    return cellOf(of(row), { format: own, wrap: width >= WRAPPED });
  });
}

/** Columns of prose. */
const WRAPPED = 40;

function cellOf(value: Value, { format, wrap }: { readonly format: string | undefined; readonly wrap: boolean }): Cell {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number, ...(format === undefined ? {} : { format }) };
  return {
    value: writable(value.slice(0, LONGEST_CELL)),
    type: String,
    alignVertical: "top",
    ...(wrap ? { wrap } : {}),
  };
}

/**
 * The writer keeps known texts as keys of a plain object, so that "constructor" or "__proto__" would come out as what every
 * object has by that name, in a file that Excel calls damaged. A space behind it is another key.
 */
function writable(text: string): string {
  return text in {} ? `${text} ` : text;
}

/** The number, or the words that stand in its place. */
export function numberOf(estimate: Published | null): Value {
  if (estimate === null) return null;
  return estimate.kind === "estimate" ? estimate.value : published(estimate, short);
}

export function lowOf(estimate: Published): Value {
  return estimate.kind === "estimate" ? (estimate.interval?.low ?? null) : null;
}

export function highOf(estimate: Published): Value {
  return estimate.kind === "estimate" ? (estimate.interval?.high ?? null) : null;
}

export function peopleOf(estimate: Published): Value {
  return estimate.kind === "hidden" ? null : estimate.n;
}
