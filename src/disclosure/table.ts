import type { AggregatePlan, Cell } from "../aggregate/types.ts";
import type { Framework } from "../framework/types.ts";
import { decideGroups, type GroupSize, type PoolSize } from "./decide.ts";
import { peopleLoad } from "./effective.ts";
import type { Rules } from "./policy.ts";
import { type Counts, weighed } from "./subject.ts";
import { sumCells } from "./sums.ts";

/** One line of a grouping: a group, or the pool of the groups that are too small. */
export interface Row {
  readonly kind: "group" | "pool";
  readonly label: string;
  /** Labels of the groups in it. */
  readonly members: readonly string[];
  readonly cell: Cell;
}

/** A grouping as everything in it is decided: the true groups beside the rows that may appear. */
export interface Table {
  readonly groups: ReadonlyMap<string, Cell>;
  /** Groups in order of label, then the pool. Empty when the grouping is withheld. */
  readonly rows: readonly Row[];
  readonly withheld: boolean;
}

/** Sizes of the groups, by the counts of one statistic; `leastOf`: what each needs, where that is not the minimum. */
export function sizesOf(
  groups: ReadonlyMap<string, Cell>,
  counts: Counts,
  leastOf?: (cell: Cell) => number,
): readonly GroupSize[] {
  return [...groups].map(([label, cell]) => {
    const size = { label, people: counts.people(cell), size: counts.size(cell) };
    return leastOf === undefined || size.people === 0 ? size : { ...size, least: leastOf(cell) };
  });
}

/**
 * Under survey weights: says of every group put into a pool what the pool with it is worth, for that cannot be added up.
 * Undefined where sizes can.
 */
export function poolSizes(groups: ReadonlyMap<string, Cell>, counts: Counts): PoolSize | undefined {
  if (counts.loads === undefined) return undefined;
  let pool: Cell | null = null;
  return (label) => {
    const cell = groups.get(label);
    if (cell !== undefined) pool = sumCells(cell.length, pool === null ? [cell] : [pool, cell]);
    return pool === null ? 0 : counts.size(pool);
  };
}

/**
 * A group's size: the smallest n over the dimensions that everyone is asked. Where there is none such, as of audiences that
 * are asked different things, the people who have the score of any dimension.
 */
export function coreCounts(plan: AggregatePlan, framework: Framework): Counts {
  // What those who are left were not asked is none of theirs, though others were asked it.
  const ofAll = new Set(framework.dimensions.filter((dimension) => !dimension.optional).map(({ id }) => id));
  const isCore = (score: number) => plan.scores[score]?.kind === "dimension" && ofAll.has(plan.scores[score].id);
  const core = plan.scores.filter((_, score) => isCore(score));
  if (core.length === 0 && plan.anyScore !== null) return scoredCounts(plan, plan.anyScore);
  const loads = [plan.weighted?.people ?? [], plan.weighted?.scores.filter((_, score) => isCore(score)) ?? []].flat();
  const people = (cell: Cell) => cell[plan.people] ?? 0;
  const sizes = (cell: Cell) => [people(cell), ...core.map((slots) => cell[slots.n] ?? 0)];
  const counts = { people, sizes, size: (cell: Cell) => Math.min(...sizes(cell)) };
  return weighed(counts, plan, (cell) => loads.map((sums) => peopleLoad(cell, sums)));
}

function scoredCounts(plan: AggregatePlan, anyScore: number): Counts {
  const people = (cell: Cell) => cell[plan.people] ?? 0;
  const sizes = (cell: Cell) => [people(cell), cell[anyScore] ?? 0];
  const counts = { people, sizes, size: (cell: Cell) => Math.min(...sizes(cell)) };
  const loads = [plan.weighted?.people ?? [], plan.weighted?.anyScore ?? []].flat();
  return weighed(counts, plan, (cell) => loads.map((sums) => peopleLoad(cell, sums)));
}

/** Decides the groups once, before any statistic. */
export function buildTable(
  groups: ReadonlyMap<string, Cell>,
  counts: Counts,
  { minGroup, rules }: { readonly minGroup: number; readonly rules: Rules },
): Table {
  if (!rules.pool) return { groups, rows: everyGroup(groups), withheld: false };
  const decision = decideGroups(sizesOf(groups, counts), {
    ...{ minGroup, extend: rules.complement, poolWith: poolSizes(groups, counts) },
  });
  if (decision.withheld) return { groups, rows: [], withheld: true };
  const pooled = new Set(decision.pooled);
  const shown = everyGroup(groups).filter((row) => !pooled.has(row.label));
  const pool = poolRow(groups, pooled);
  const occupied = counts.people(pool.cell) > 0;
  return { groups, rows: occupied ? [...shown, pool] : shown, withheld: shown.length === 0 };
}

/** Every group a row of its own. */
function everyGroup(groups: ReadonlyMap<string, Cell>): readonly Row[] {
  return [...groups].map(([label, cell]) => ({ kind: "group", label, members: [label], cell }));
}

function poolRow(groups: ReadonlyMap<string, Cell>, pooled: ReadonlySet<string>): Row {
  const inside = [...groups].filter(([label]) => pooled.has(label));
  const length = inside[0]?.[1].length ?? 0;
  return {
    kind: "pool",
    label: "",
    members: inside.map(([label]) => label),
    cell: sumCells(
      length,
      inside.map(([, cell]) => cell),
    ),
  };
}
