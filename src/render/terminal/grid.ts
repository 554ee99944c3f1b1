import type { Column } from "../sheet.ts";

/** A cell and how its lines are painted; the paint must not change how wide a line is. */
export interface GridCell {
  readonly text: string;
  readonly paint: (line: string) => string;
}

/** Cells; a heading over the rows that follow; or text on a line of its own above the next row. */
export type GridRow =
  | readonly GridCell[]
  | { readonly heading: string }
  | { readonly over: readonly [lead: string, text: string] };

export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly GridRow[];
}

export function isCells(row: GridRow): row is readonly GridCell[] {
  return !("heading" in row || "over" in row);
}
