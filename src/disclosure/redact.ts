import { LIMBS } from "../aggregate/limbs.ts";
import type { AggregatePlan, Cell, ItemSlots } from "../aggregate/types.ts";
import type { Outcome } from "../framework/types.ts";
import { MISSING_KINDS } from "../response/types.ts";
import { answersTo, peopleAsked } from "./asked.ts";
import type { Context } from "./context.ts";
import { peopleSize } from "./effective.ts";
import type { Judged } from "./judge.ts";
import type { Placed } from "./levels.ts";
import { outcomeClasses } from "./outcome-classes.ts";
import { DETAIL_MINIMUM } from "./policy.ts";
import { exactRanges, momentRanges } from "./subject.ts";
import type { ReleasedCell } from "./types.ts";

type Range = readonly [number, number];

/**
 * Everyone together: what is not veiled, and the item table where enough people answered. `rest`: those a filter leaves
 * out, null for nobody; an item table of everyone less this one is theirs, so they must be as many. `isBesideGroups`: everybody's
 * groups are published, so that the answers behind a statistic withheld here would give those of some away.
 */
export function redactTotal(
  total: Cell,
  judged: Judged,
  of: { readonly context: Context; readonly rest: Cell | null; readonly isBesideGroups: boolean },
): ReleasedCell {
  const { context, rest, isBesideGroups } = of;
  const { plan, minGroup } = context;
  const people = total[plan.people] ?? 0;
  const bodies = [total, ...(rest === null ? [] : [rest])];
  const isTold = bodies.every((body) => isEnough(peopleSize(body, plan)));
  const itemTable = peopleSize(total, plan) >= DETAIL_MINIMUM && isTold;
  const least = Math.max(minGroup, DETAIL_MINIMUM);
  const cell = allowed(total, judged, context);
  const few = itemsToHide(bodies, least, context);
  const hiddenItems = isBesideGroups ? new Set([...few, ...itemsBehind(judged, context)]) : few;
  const outcomes = shownOutcomes(context, judged);
  for (const [at, item] of plan.items.entries()) {
    if (itemTable && !hiddenItems.has(item.item)) copy(cell, total, itemRanges(item));
    else copyOutcomes({ cell, from: total, item, outcomes });
    copyOutcomeWeights({ cell, from: total, item, outcomes, first: plan.weighted?.items[at] ?? null });
  }
  if (itemTable) copy(cell, total, shownFlags(bodies, plan));
  return { kind: "total", path: [], people, cell, veils: judged.veils, hiddenItems, itemTable };
}

/** One assessment a row: no minimum group, and nothing to hide. */
export function wholeCell({ plan }: Context, of: Pick<ReleasedCell, "kind" | "path" | "cell">): ReleasedCell {
  const { kind, path, cell } = of;
  const people = cell[plan.people] ?? 0;
  return { kind, path, people, cell, veils: new Map(), hiddenItems: new Set(), itemTable: true };
}

/** Nobody, or as many as an item table needs. */
function isEnough(people: number | undefined): boolean {
  return !isBetween(people ?? 0, 1, DETAIL_MINIMUM - 1);
}

/**
 * An item answered by somebody, or asked of somebody, but by or of too few for a row: that a few left it out is told by what
 * they said instead. And with it every item of its dimension, since the dimension's
 * favourable share less the rows that are shown would give the hidden answers back.
 */
function itemsToHide(bodies: readonly Cell[], least: number, { plan, framework }: Context): ReadonlySet<string> {
  const dimensionOf = new Map(framework.items.map(({ id, dimension }) => [id, dimension]));
  const isFew = (item: ItemSlots) =>
    bodies.some((body) => [answersTo(item, body), peopleAsked(item, body)].some((n) => isBetween(n, 1, least - 1)));
  const few = plan.items.filter(isFew).map(({ item }) => item);
  const touched = new Set(few.flatMap((item) => dimensionOf.get(item) ?? []));
  const beside = plan.items.map(({ item }) => item).filter((item) => touched.has(dimensionOf.get(item) ?? ""));
  return new Set([...few, ...beside]);
}

/** Items that a withheld dimension or outcome rests on. */
function itemsBehind({ veils }: Judged, { framework }: Context): readonly string[] {
  const outcomes = new Set(framework.outcomes.flatMap(({ id, item }) => (veils.has(id) ? [item] : [])));
  return framework.items.flatMap(({ id, dimension }) => (outcomes.has(id) || veils.has(dimension ?? "") ? [id] : []));
}

/** Who was fast is a count among those whose time is known: they, too, must be enough; as those of whom answers vary. */
function shownFlags(bodies: readonly Cell[], { flags }: AggregatePlan): readonly Range[] {
  const { longRun, straightLine, timed, fast, variability } = flags;
  const among = (place: number) => bodies.every((body) => isEnough(body[place]));
  const counts = [longRun, straightLine, ...(among(timed) ? [timed, fast] : [])].map((flag): Range => [flag, 1]);
  return [...counts, ...(variability !== null && among(variability.n) ? momentRanges(variability) : [])];
}

/** A group or a pool: scores and outcomes that are not veiled, and nothing of single items. */
export function redactRow({ row, path, judged }: Placed, context: Context): ReleasedCell {
  const { plan } = context;
  const cell = allowed(row.cell, judged, context);
  const outcomes = shownOutcomes(context, judged);
  for (const [at, item] of plan.items.entries()) {
    copyOutcomes({ cell, from: row.cell, item, outcomes });
    copyOutcomeWeights({ cell, from: row.cell, item, outcomes, first: plan.weighted?.items[at] ?? null });
  }
  const hiddenItems = new Set(plan.items.map((item) => item.item));
  const people = row.cell[plan.people] ?? 0;
  return { kind: row.kind, path, people, cell, veils: judged.veils, hiddenItems, itemTable: false };
}

/** A new cell holding only the sums that may be known: what nobody allowed is zero. */
function allowed(from: Cell, judged: Judged, { plan, judge }: Context): Cell {
  const cell = new Float64Array(plan.length);
  copy(cell, from, [[plan.people, 1], ...exactRanges(plan.weighted?.people)]);
  for (const subject of judge.subjects) if (!judged.veils.has(subject.id)) copy(cell, from, subject.ranges);
  for (const subset of judge.subsets) if (!judged.hidden.has(subset)) copy(cell, from, subset.ranges);
  return cell;
}

function shownOutcomes({ framework }: Context, { veils }: Judged): readonly Outcome[] {
  return framework.outcomes.filter((outcome) => !veils.has(outcome.id));
}

interface OutcomeCopy {
  readonly cell: Cell;
  readonly from: Cell;
  readonly item: ItemSlots;
  readonly outcomes: readonly Outcome[];
}

/** Keeps only the classes the shown outcomes of an item count, each in its first code: enough for an NPS, too little for a histogram. */
function copyOutcomes({ cell, from, item, outcomes }: OutcomeCopy): void {
  for (const { code, first } of codesInClasses(item, outcomes))
    add(cell, from, { from: code, to: first, at: item.histogram });
}

/** The weights of the same classes. An item table has no weights, so there is never more. */
function copyOutcomeWeights({
  cell,
  from,
  item,
  outcomes,
  first,
}: OutcomeCopy & { readonly first: number | null }): void {
  if (first === null) return;
  for (const { code, first: place } of codesInClasses(item, outcomes))
    for (let at = 0; at < 2 * LIMBS; at++)
      add(cell, from, { from: 2 * LIMBS * code, to: 2 * LIMBS * place, at: first + at });
}

/** Every code with the first code of its class, by place; none where no outcome counts classes. */
function codesInClasses(
  item: ItemSlots,
  outcomes: readonly Outcome[],
): readonly { readonly code: number; readonly first: number }[] {
  const classes = outcomes.flatMap(({ item: id, statistic }) =>
    id === item.item && statistic !== "mean" ? [outcomeClasses(statistic, item.codes)] : [],
  );
  if (classes.length === 0) return [];
  const first = new Map<string, number>();
  return item.codes.map((_, code) => {
    const name = classes.map((names) => names[code]).join();
    const place = first.get(name) ?? code;
    first.set(name, place);
    return { code, first: place };
  });
}

function add(to: Cell, from: Cell, place: { readonly from: number; readonly to: number; readonly at: number }): void {
  const target = place.at + place.to;
  to[target] = (to[target] ?? 0) + (from[place.at + place.from] ?? 0);
}

function itemRanges(item: ItemSlots): readonly Range[] {
  const figure = item.figure === null ? [] : momentRanges(item.figure);
  return [[item.histogram, item.codes.length], [item.missing, MISSING_KINDS.length], ...figure];
}

function copy(to: Cell, from: Cell, ranges: readonly Range[]): void {
  for (const [place, length] of ranges) to.set(from.subarray(place, place + length), place);
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
