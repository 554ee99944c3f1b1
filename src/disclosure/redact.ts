import type { AggregatePlan, Cell, ItemSlots } from "../aggregate/types.ts";
import type { Framework, Outcome } from "../framework/types.ts";
import { MISSING_KINDS } from "../response/types.ts";
import type { Judgement } from "./judge.ts";
import { outcomeClasses } from "./outcome-classes.ts";
import { DETAIL_MINIMUM } from "./policy.ts";
import { momentRanges } from "./subject.ts";
import type { Row } from "./table.ts";
import type { ReleasedCell, Veil } from "./types.ts";

interface RedactOptions {
  readonly plan: AggregatePlan;
  readonly framework: Framework;
  readonly minGroup: number;
  readonly judgement: Judgement;
}

type Range = readonly [number, number];

/** Everyone together: what is not veiled, and the item table where enough people answered. */
export function redactTotal(total: Cell, options: RedactOptions): ReleasedCell {
  const { plan, framework, judgement, minGroup } = options;
  const veils = judgement.veils(null);
  const people = total[plan.people] ?? 0;
  const itemTable = people >= DETAIL_MINIMUM;
  const least = Math.max(minGroup, DETAIL_MINIMUM);
  const cell = allowed(total, null, options);
  const hiddenItems = itemsToHide(total, least, options);
  const outcomes = shownOutcomes(framework, veils);
  for (const item of plan.items) {
    if (itemTable && !hiddenItems.has(item.item)) copy(cell, total, itemRanges(item));
    else copyOutcomes({ cell, from: total, item, outcomes });
  }
  if (itemTable) for (const flag of shownFlags(total, plan)) copy(cell, total, [[flag, 1]]);
  return { kind: "total", label: "", people, cell, veils, hiddenItems, itemTable };
}

/**
 * An item answered by somebody, but by too few for a row; and with it every item of its dimension, since the dimension's
 * favourable share less the rows that are shown would give the hidden answers back.
 */
function itemsToHide(total: Cell, least: number, { plan, framework }: RedactOptions): ReadonlySet<string> {
  const dimensionOf = new Map(framework.items.map(({ id, dimension }) => [id, dimension]));
  const few = plan.items.filter((item) => isBetween(answersTo(item, total), 1, least - 1)).map(({ item }) => item);
  const touched = new Set(few.flatMap((item) => dimensionOf.get(item) ?? []));
  const beside = plan.items.map(({ item }) => item).filter((item) => touched.has(dimensionOf.get(item) ?? ""));
  return new Set([...few, ...beside]);
}

/** Who was fast is a count among those whose time is known: they, too, must be enough. */
function shownFlags(total: Cell, { flags }: AggregatePlan): readonly number[] {
  const { longRun, straightLine, timed, fast } = flags;
  return [longRun, straightLine, timed, ...((total[timed] ?? 0) >= DETAIL_MINIMUM ? [fast] : [])];
}

/** A group or the pool: scores and outcomes that are not veiled, and nothing of single items. */
export function redactRow(row: Row, options: RedactOptions): ReleasedCell {
  const { plan, framework, judgement } = options;
  const veils = judgement.veils(row);
  const cell = allowed(row.cell, row, options);
  const outcomes = shownOutcomes(framework, veils);
  for (const item of plan.items) copyOutcomes({ cell, from: row.cell, item, outcomes });
  const hiddenItems = new Set(plan.items.map((item) => item.item));
  const people = row.cell[plan.people] ?? 0;
  return { kind: row.kind, label: row.label, people, cell, veils, hiddenItems, itemTable: false };
}

/** A new cell holding only the sums that may be known: what nobody allowed is zero. */
function allowed(from: Cell, row: Row | null, { plan, judgement }: RedactOptions): Cell {
  const cell = new Float64Array(plan.length);
  copy(cell, from, [[plan.people, 1]]);
  const veils = judgement.veils(row);
  for (const subject of judgement.subjects) if (!veils.has(subject.id)) copy(cell, from, subject.ranges);
  for (const subset of judgement.subsets) if (!judgement.hides(subset, row)) copy(cell, from, subset.ranges);
  return cell;
}

function shownOutcomes(framework: Framework, veils: ReadonlyMap<string, Veil>): readonly Outcome[] {
  return framework.outcomes.filter((outcome) => !veils.has(outcome.id));
}

/** Keeps only the classes the shown outcomes of an item count, each in its first code: enough for an NPS, too little for a histogram. */
function copyOutcomes(of: { cell: Cell; from: Cell; item: ItemSlots; outcomes: readonly Outcome[] }): void {
  const { cell, from, item } = of;
  const classes = of.outcomes.flatMap(({ item: id, statistic }) =>
    id === item.item && statistic !== "mean" ? [outcomeClasses(statistic, item.codes)] : [],
  );
  if (classes.length === 0) return;
  const first = new Map<string, number>();
  item.codes.forEach((_, code) => {
    const name = classes.map((names) => names[code]).join();
    const place = first.get(name) ?? item.histogram + code;
    first.set(name, place);
    cell[place] = (cell[place] ?? 0) + (from[item.histogram + code] ?? 0);
  });
}

function itemRanges(item: ItemSlots): readonly Range[] {
  const figure = item.figure === null ? [] : momentRanges(item.figure);
  return [[item.histogram, item.codes.length], [item.missing, MISSING_KINDS.length], ...figure];
}

function answersTo(item: ItemSlots, cell: Cell): number {
  if (item.figure !== null) return cell[item.figure.n] ?? 0;
  return cell.subarray(item.histogram, item.histogram + item.codes.length).reduce((sum, count) => sum + count, 0);
}

function copy(to: Cell, from: Cell, ranges: readonly Range[]): void {
  for (const [place, length] of ranges) to.set(from.subarray(place, place + length), place);
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
