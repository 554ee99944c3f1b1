import type { Cell } from "../aggregate/types.ts";
import { rowsToHide } from "./own-counts.ts";
import { DETAIL_MINIMUM, type Rules } from "./policy.ts";
import type { Subject } from "./subject.ts";
import { compareLabels, sumCells } from "./sums.ts";
import type { Row, Table } from "./table.ts";
import type { Veil } from "./types.ts";

interface VeilOptions {
  readonly minGroup: number;
  readonly rules: Rules;
}

/** People a statistic needs to be shown at all. */
export function leastOf({ detailed }: Subject, { minGroup }: { readonly minGroup: number }): number {
  return detailed ? Math.max(minGroup, DETAIL_MINIMUM) : minGroup;
}

/** Everyone together: hidden under the minimum, in words when it tells of all of few people; null when shown. */
export function veilOfTotal(subject: Subject, total: Cell, options: VeilOptions): Veil | null {
  const { rules } = options;
  if (subject.people(total) === 0) return null;
  if (rules.optional && subject.size(total) < leastOf(subject, options)) return "hidden";
  return rules.extremes ? smallExtreme(subject, total) : null;
}

/** Whether "everyone less the filtered" would tell of the few a filter leaves out, or what all of a few of them answered. */
export function isToldByRest(subject: Subject, rest: Cell, { minGroup, rules }: VeilOptions): boolean {
  if (subject.people(rest) === 0) return false;
  if (rules.optional && subject.size(rest) < leastOf(subject, { minGroup })) return true;
  return rules.extremes && smallExtreme(subject, rest) !== null;
}

/** Row → why the subject is withheld there. Rows without an entry show it, or nobody in them answered. */
export function veilsOfRows(
  subject: Subject,
  of: { readonly table: Table; readonly total: Veil | null },
  options: VeilOptions,
): ReadonlyMap<Row, Veil> {
  const occupied = of.table.rows.filter((row) => subject.people(row.cell) > 0);
  if (of.total !== null) return new Map(occupied.map((row) => [row, "hidden"]));
  const veils = new Map<Row, Veil>();
  for (const row of rowsToHide(of.table, subject, { ...options, minGroup: leastOf(subject, options) }))
    veils.set(row, "hidden");
  if (!options.rules.extremes) return veils;
  for (const row of occupied) {
    const words = veils.has(row) ? null : smallExtreme(subject, row.cell);
    if (words !== null) veils.set(row, words);
  }
  if (options.rules.complement) coverVeiled(subject, occupied, veils);
  return veils;
}

function smallExtreme(subject: Subject, cell: Cell): Veil | null {
  return subject.size(cell) < DETAIL_MINIMUM ? subject.extreme(cell) : null;
}

/**
 * What is veiled comes back as the total minus what is shown. So the next smallest rows are hidden too, until the veiled
 * rows together tell nothing about one of them, or no row is left and only the total stands.
 */
function coverVeiled(subject: Subject, occupied: readonly Row[], veils: Map<Row, Veil>): void {
  const open = occupied
    .filter((row) => !veils.has(row))
    .sort((a, b) => subject.size(a.cell) - subject.size(b.cell) || compareRows(a, b));
  for (const row of open) {
    if (!isExposed(subject, veils)) return;
    veils.set(row, "hidden");
  }
}

function isExposed(subject: Subject, veils: ReadonlyMap<Row, Veil>): boolean {
  const rows = [...veils.keys()].filter((row) => subject.people(row.cell) > 0);
  const first = rows[0];
  if (first === undefined) return false;
  const rest = sumCells(
    first.cell.length,
    rows.map((row) => row.cell),
  );
  // What holds of all of the rest holds of each group in it, whatever its size: adding up two such groups hides neither.
  if (subject.extreme(rest) !== null) return true;
  const covers = rows.some((row) => smallExtreme(subject, row.cell) !== null);
  const filled = rows.filter((row) => subject.size(row.cell) > 0).length;
  return covers && (filled < 2 || subject.size(rest) < DETAIL_MINIMUM);
}

function compareRows(a: Row, b: Row): number {
  if (a.kind !== b.kind) return a.kind === "pool" ? 1 : -1;
  return compareLabels(a.label, b.label);
}
