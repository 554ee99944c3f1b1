import type { AggregatePlan, Cell, MomentSlots } from "../../src/aggregate/types.ts";
import type { Estimate } from "../../src/audit/estimate.ts";
import { normalQuantile } from "../../src/numeric/distributions.ts";
import { countPromoters, estimateNps } from "../../src/statistics/nps.ts";
import type { Sampling } from "../../src/statistics/sampling.ts";

/** What an attacker tries to learn of a set of groups: linear in the cells, so it can be added and subtracted. */
export interface Target {
  readonly name: string;
  /** n of the statistic first. */
  values(cell: Cell): readonly number[];
  /** These values leave no doubt about anybody in the set. */
  tellsAll(values: readonly number[]): boolean;
}

/** Everything that is printed of a cell or could be worked out from it. */
export function targetsOf(plan: AggregatePlan): readonly Target[] {
  return [
    ...scoreTargets(plan),
    ...shareTargets(plan),
    ...outcomeTargets(plan),
    ...printedTargets(plan),
    ...itemTargets(plan),
    ...subsetTargets(plan),
  ];
}

function scoreTargets(plan: AggregatePlan): readonly Target[] {
  return plan.scores.map((slots) => ({
    name: slots.id,
    values: (cell) => [slots.n, slots.sum].map((place) => cell[place] ?? 0).concat(squares(cell, slots)),
    tellsAll: ([n = 0, sum = 0, sumSquares = 0]) => n * sumSquares === sum * sum,
  }));
}

function shareTargets(plan: AggregatePlan): readonly Target[] {
  return plan.ratios.map((slots) => ({
    name: `share of ${slots.dimension}`,
    values: (cell) =>
      [slots.n, slots.sumF, slots.sumA, slots.sumFF, slots.sumFA, slots.sumAA].map((place) => cell[place] ?? 0),
    // Figures have no favourable answers.
    tellsAll: ([, favourable = 0, answers = 0]) =>
      slots.dimension !== "churn" && (favourable === 0 || favourable === answers),
  }));
}

/** The classes an outcome counts, of a histogram that may have been coarsened to them. */
function outcomeTargets(plan: AggregatePlan): readonly Target[] {
  const classOf = { recommend: [0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2], content: [0, 0, 0, 2, 2] } as const;
  return Object.entries(classOf).flatMap(([id, classes]) => {
    const item = plan.items.find((candidate) => candidate.item === id);
    if (item === undefined) return [];
    const values = (cell: Cell) => {
      const counts = [0, 0, 0];
      classes.forEach((name, code) => {
        counts[name] = (counts[name] ?? 0) + (cell[item.histogram + code] ?? 0);
      });
      return [counts.reduce((sum, count) => sum + count, 0), ...counts];
    };
    return [{ name: `classes of ${id}`, values, tellsAll: saysOfAll }];
  });
}

/** [n, worst class, between, best class]: nobody or everybody is in one of the classes that are counted. */
function saysOfAll([n = 0, worst = 0, , best = 0]: readonly number[]): boolean {
  return [worst, best].some((count) => count === 0 || count === n);
}

/** The same classes, worked out from nothing but the printed net promoter score: its value, interval and n. */
function printedTargets(plan: AggregatePlan): readonly Target[] {
  const item = plan.items.find((candidate) => candidate.item === "recommend");
  if (item === undefined) return [];
  const values = (cell: Cell) => {
    const counts = item.codes.map((code, place) => ({ code, count: cell[item.histogram + place] ?? 0 }));
    const sampling: Sampling = { unit: "person", headcount: null, level: 0.95 };
    const printed = estimateNps(countPromoters(counts), sampling);
    return printed.kind === "estimate" ? solveNps(printed) : UNPRINTED;
  };
  return [{ name: "printed score of recommend", values, tellsAll: saysOfAll }];
}

const UNPRINTED = [0, 0, 0, 0] as const;

/**
 * [n, detractors, passives, promoters]. Promoters less detractors come from the value. The interval's half width gives the variance, and so the two together;
 * of an interval that was cut at ±100 the other end does.
 */
export function solveNps({ value, n, interval }: Pick<Estimate, "value" | "n" | "interval">): readonly number[] {
  const lead = Math.round((value * n) / 100);
  // Of one person there is no interval, and none is needed.
  if (interval === null) return [n, Number(lead < 0), Number(lead === 0), Number(lead > 0)];
  const centre = lead / (n + 3);
  const half = Math.max(interval.high / 100 - centre, centre - interval.low / 100);
  const either = (n + 3) * ((n + 3) * (half / normalQuantile(0.975)) ** 2 + centre ** 2) - 1.5;
  const promoters = Math.max(0, Math.round((either + lead) / 2));
  const detractors = promoters - lead;
  return [n, detractors, n - promoters - detractors, promoters];
}

/** Item tables are of everyone together; a set's single answers are known when they are all in one bar. */
function itemTargets(plan: AggregatePlan): readonly Target[] {
  return plan.items
    .filter((item) => item.codes.length > 0 && item.item !== "recommend" && item.item !== "content")
    .map((item) => ({
      name: `histogram of ${item.item}`,
      values: (cell) => {
        const counts = [...cell.subarray(item.histogram, item.histogram + item.codes.length)];
        return [counts.reduce((sum, count) => sum + count, 0), ...counts];
      },
      tellsAll: ([n, ...counts]) => counts.includes(n ?? 0),
    }));
}

function subsetTargets(plan: AggregatePlan): readonly Target[] {
  const never = () => false;
  const at = (places: readonly number[]) => (cell: Cell) => places.map((place) => cell[place] ?? 0);
  const pairs = plan.pairs.map((pair) => ({
    name: `pair ${pair.a} ${pair.b}`,
    values: at([pair.n, pair.sumA, pair.sumB, pair.sumAB]),
    tellsAll: never,
  }));
  const sets = plan.listwise.map((set) => ({
    name: `set ${set.name}`,
    values: at([set.n, ...set.members.map((_, member) => set.sums + member)]),
    tellsAll: never,
  }));
  const thirds = plan.thirds.map(({ dimension, counts }) => ({
    name: `thirds ${dimension}`,
    values: (cell: Cell) => {
      const [low, middle, high] = at([counts, counts + 1, counts + 2])(cell);
      return [(low ?? 0) + (middle ?? 0) + (high ?? 0), low ?? 0, middle ?? 0, high ?? 0];
    },
    tellsAll: never,
  }));
  return [...pairs, ...sets, ...thirds];
}

function squares(cell: Cell, slots: MomentSlots): number {
  const high = slots.wide ? (cell[slots.sumSquares + 1] ?? 0) : 0;
  return (cell[slots.sumSquares] ?? 0) + high * 2 ** 26;
}

export function isAny(values: readonly number[]): boolean {
  return values.some((value) => value !== 0);
}
