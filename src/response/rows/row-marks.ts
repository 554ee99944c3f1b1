import type { MarkedRow, RowRule } from "../table-head.ts";
import { looksLikeDate } from "./date-look.ts";

/** Why a survey tool's marks leave a row out; null: they do not. */
export type RowMarks = (cells: readonly string[]) => MarkedRow | null;

/** Tries the rules in their order. include: marks that are passed over. */
export function createRowMarks(rules: readonly RowRule[], include: readonly MarkedRow[]): RowMarks {
  const tried = rules.filter(({ exclude }) => !include.includes(exclude));
  if (tried.length === 0) return () => null;
  return (cells) => tried.find((rule) => holds(rule, cells[rule.column] ?? ""))?.exclude ?? null;
}

function holds({ when }: RowRule, cell: string): boolean {
  const text = cell.trim().toLowerCase();
  switch (when.kind) {
    case "empty":
      return text === "";
    case "no date":
      return !looksLikeDate(text);
    case "one of":
      return when.values.includes(text);
    case "under": {
      const number = text === "" ? Number.NaN : Number(text.replace(/\s*%$/, "").replace(",", "."));
      return number < when.limit;
    }
  }
}
