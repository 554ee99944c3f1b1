import type { Cell } from "../aggregate/types.ts";
import { rowsToHide } from "./own-counts.ts";
import { DETAIL_MINIMUM, type Rules } from "./policy.ts";
import type { Counts, Subject } from "./subject.ts";
import { compareLabels, sumCells } from "./sums.ts";
import type { Row, Table } from "./table.ts";
import type { Veil } from "./types.ts";

interface VeilOptions {
  readonly minGroup: number;
  readonly rules: Rules;
}

/** People a statistic needs to be shown of a cell at all. */
function leastOf(subject: Subject, cell: Cell, { minGroup }: { readonly minGroup: number }): number {
  return subject.isDetailed(cell) ? Math.max(minGroup, DETAIL_MINIMUM) : minGroup;
}

/** People who were asked a statistic, as a count of its own. */
export function askedCounts({ asked }: Subject): Counts {
  return { people: asked, size: asked, sizes: (cell) => [asked(cell)] };
}

/** Too few have it; or nobody has, and those who were asked are too few for that to be told of them. */
function isFew(subject: Subject, cell: Cell, { minGroup, rules }: VeilOptions): boolean {
  if (!rules.optional) return false;
  if (subject.people(cell) > 0) return subject.size(cell) < leastOf(subject, cell, { minGroup });
  const asked = subject.asked(cell);
  return asked > 0 && asked < minGroup;
}

/** Everyone together: hidden under the minimum, in words when it tells of all of few people; null when shown. */
export function veilOfTotal(subject: Subject, total: Cell, options: VeilOptions): Veil | null {
  if (isFew(subject, total, options)) return "hidden";
  return options.rules.extremes && subject.people(total) > 0 ? smallExtreme(subject, total) : null;
}

/** Whether "everyone less the filtered" would tell of the few a filter leaves out, or what all of a few of them answered. */
export function isToldByRest(subject: Subject, rest: Cell, options: VeilOptions): boolean {
  if (isFew(subject, rest, options)) return true;
  return options.rules.extremes && subject.people(rest) > 0 && smallExtreme(subject, rest) !== null;
}

/** Row → why the subject is withheld there. Rows without an entry show it, or nobody in them answered. */
export function veilsOfRows(
  subject: Subject,
  of: { readonly table: Table; readonly total: Veil | null },
  options: VeilOptions,
): ReadonlyMap<Row, Veil> {
  const occupied = of.table.rows.filter((row) => subject.people(row.cell) > 0);
  if (of.total !== null) {
    const asked = of.table.rows.filter((row) => subject.people(row.cell) > 0 || subject.asked(row.cell) > 0);
    return new Map(asked.map((row) => [row, "hidden"]));
  }
  const veils = new Map<Row, Veil>();
  for (const row of rowsOfFew(subject, of.table, options)) veils.set(row, "hidden");
  if (!options.rules.extremes) return veils;
  for (const row of occupied) {
    const words = veils.has(row) ? null : smallExtreme(subject, row.cell);
    if (words !== null) veils.set(row, words);
  }
  if (options.rules.complement) coverVeiled(subject, occupied, veils);
  return veils;
}

/** By those who have it, and then by those who were asked. */
function rowsOfFew(subject: Subject, table: Table, options: VeilOptions): ReadonlySet<Row> {
  const least = (cell: Cell) => leastOf(subject, cell, options);
  const few = rowsToHide(table, subject, { ...options, ...(subject.detailed ? { leastOf: least } : {}) });
  return rowsToHide(table, askedCounts(subject), { ...options, already: few });
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
