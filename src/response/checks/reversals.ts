import { isMissing } from "../types.ts";
import type { Testimony } from "./contradictions.ts";

/** Columns of one file whose numbers run against the labels beside them: 5 where the scale has 1. */
export interface Reversal {
  readonly testimony: Testimony;
  /** Places of the items coded in reverse, and of those coded as the framework says. */
  readonly reversed: readonly number[];
  readonly straight: readonly number[];
  /** A label, the number beside it in the reversed columns, and its code. */
  readonly example: { readonly label: string; readonly number: number; readonly code: number };
}

/** Columns in which every number is the mirror image of its label's code. The middle of a scale says nothing. */
export function reversalOf(testimony: Testimony): Reversal | null {
  const sides = new Map<number, Set<Side>>();
  const labels = new Set<string>();
  let example: Reversal["example"] | null = null;
  for (const { label, number, code, items, side } of statementsOf(testimony)) {
    if (side === "reversed") labels.add(label);
    for (const item of items) sides.set(item, (sides.get(item) ?? new Set()).add(side));
    if (side === "reversed" && Math.abs(number - code) > Math.abs((example?.number ?? 0) - (example?.code ?? 0)))
      example = { label, number, code };
  }
  const only = (side: Side): readonly number[] =>
    [...sides].flatMap(([item, own]) => (own.size === 1 && own.has(side) ? [item] : [])).sort((a, b) => a - b);
  const reversed = only("reversed");
  return reversed.length === 0 || example === null || !isTelling(testimony, labels, example)
    ? null
    : { testimony, reversed, straight: only("straight"), example };
}

/** An end of the scale, or two labels: a single one in between may be a slip of the finger. */
function isTelling({ table }: Testimony, labels: ReadonlySet<string>, example: Reversal["example"]): boolean {
  const own = [...table.codes.values()].filter((code) => !isMissing(code));
  return labels.size > 1 || Math.abs(example.number - example.code) === Math.max(...own) - Math.min(...own);
}

type Side = "straight" | "reversed" | "other";

interface Statement {
  readonly label: string;
  readonly number: number;
  readonly code: number;
  readonly items: ReadonlySet<number>;
  readonly side: Side;
}

function statementsOf({ table, numbers }: Testimony): readonly Statement[] {
  const ends = endsOf(table.codes);
  return [...numbers].flatMap(([label, beside]) => {
    const code = table.codes.get(label);
    if (code === undefined || isMissing(code) || 2 * code === ends) return [];
    return [...beside].map(([number, items]): Statement => {
      const side = number === code ? "straight" : number === ends - code ? "reversed" : "other";
      return { label, number, code, items, side };
    });
  });
}

/** Lowest plus highest code: a code taken from it is its mirror image. */
function endsOf(codes: ReadonlyMap<string, number>): number {
  const own = [...codes.values()].filter((code) => !isMissing(code));
  return Math.min(...own) + Math.max(...own);
}

/** The items in which a label stands with its own code as number. */
export function confirmingItems({ table, numbers }: Testimony, label: string): readonly number[] {
  const code = table.codes.get(label);
  return code === undefined ? [] : [...(numbers.get(label)?.get(code) ?? [])].sort((a, b) => a - b);
}
