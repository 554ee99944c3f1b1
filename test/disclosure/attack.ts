import type { Aggregate, AggregatePlan, Cell, MomentSlots } from "../../src/aggregate/types.ts";
import type { Estimate } from "../../src/audit/estimate.ts";
import { groupsBy } from "../../src/disclosure/sums.ts";
import type { Released } from "../../src/disclosure/types.ts";
import { normalQuantile } from "../../src/numeric/distributions.ts";
import { countPromoters, estimateNps } from "../../src/statistics/nps.ts";
import type { Sampling } from "../../src/statistics/sampling.ts";
import { type Combination, derivable } from "./elimination.ts";
import { aggregateOf, ITEM_IDS, type Person, uniform } from "./fixture.ts";

/** What an attacker tries to learn of a set of groups: linear in the cells, so it can be added and subtracted. */
interface Target {
  readonly name: string;
  /** n of the statistic first. */
  values(cell: Cell): readonly number[];
  /** These values leave no doubt about anybody in the set. */
  tellsAll(values: readonly number[]): boolean;
}

/** A set of groups about which something was learnt that had to stay unknown. */
export interface Recovered {
  readonly target: string;
  readonly groups: readonly string[];
  readonly why: "fewer than the minimum" | "a hidden group" | "all the same";
}

/** The attacker knows the groups, who is in the pool, and which groups are empty; nothing else but what was released. */
export function attack(aggregate: Aggregate, released: Released): readonly Recovered[] {
  const groups = groupsBy(aggregate, "department");
  return targetsOf(aggregate.plan).flatMap((target) => attackTarget(target, groups, released));
}

function attackTarget(target: Target, groups: ReadonlyMap<string, Cell>, released: Released): readonly Recovered[] {
  const truth = [...groups].filter(([, cell]) => isAny(target.values(cell)));
  const labels = truth.map(([label]) => label);
  const known = published(released, [...groups.keys()])
    .map(({ kind, members, cell }) => ({ kind, mask: maskOf(labels, members), values: target.values(cell) }))
    .filter(({ mask, values }) => mask > 0 && isAny(values));
  const masks = known.map(({ mask }) => mask);
  return derivable(masks, labels.length).flatMap((combination) => {
    const values = combine(
      combination,
      known.map((equation) => equation.values),
    );
    const inside = labels.filter((_, at) => (combination.mask >> at) & 1);
    const sums = truth.filter(([label]) => inside.includes(label)).map(([, cell]) => target.values(cell));
    // An attack that gets its sums wrong proves nothing.
    const right = values.map((_, at) => sums.reduce((sum, part) => sum + (part[at] ?? 0), 0));
    if (values.some((value, at) => value !== right[at])) throw new Error(`${target.name}: recovered wrong sums`);
    const everyone = combination.mask === (1 << labels.length) - 1;
    const why = verdict({ target, values, mask: combination.mask, everyone, known, minGroup: released.minGroup });
    return why === null ? [] : [{ target: target.name, groups: inside, why }];
  });
}

function verdict(of: {
  target: Target;
  values: readonly number[];
  mask: number;
  everyone: boolean;
  known: readonly { readonly kind: "total" | "group" | "pool"; readonly mask: number }[];
  minGroup: number;
}): Recovered["why"] | null {
  const { target, values, mask, everyone, known } = of;
  const n = values[0] ?? 0;
  if (n < of.minGroup) return "fewer than the minimum";
  const single = (mask & (mask - 1)) === 0;
  if (single && !everyone && !known.some((cell) => cell.kind === "group" && cell.mask === mask))
    return "a hidden group";
  // Beside small sets: what was veiled and comes back by subtraction, whatever its size.
  const isRest = !everyone && known.every((cell) => cell.kind === "total" || (cell.mask & mask) === 0);
  return target.tellsAll(values) && (n < 10 || isRest) ? "all the same" : null;
}

function published(released: Released, labels: readonly string[]) {
  const cells = released.grouping?.cells ?? [];
  const shown = cells.filter((cell) => cell.kind === "group").map((cell) => cell.label);
  const pooled = labels.filter((label) => !shown.includes(label));
  const all = [...(released.total === null ? [] : [released.total]), ...cells];
  return all.map(({ kind, label, cell }) => ({
    kind,
    members: { total: labels, group: [label], pool: pooled }[kind],
    cell,
  }));
}

function combine(combination: Combination, equations: readonly (readonly number[])[]): readonly number[] {
  const width = equations[0]?.length ?? 0;
  return Array.from({ length: width }, (_, at) =>
    combination.factors.reduce((sum, factor, row) => sum + factor * (equations[row]?.[at] ?? 0), 0),
  );
}

/** Everything that is printed of a cell or could be worked out from it. */
function targetsOf(plan: AggregatePlan): readonly Target[] {
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
  return [...pairs, ...sets];
}

function squares(cell: Cell, slots: MomentSlots): number {
  const high = slots.wide ? (cell[slots.sumSquares + 1] ?? 0) : 0;
  return (cell[slots.sumSquares] ?? 0) + high * 2 ** 26;
}

function isAny(values: readonly number[]): boolean {
  return values.some((value) => value !== 0);
}

function maskOf(labels: readonly string[], members: readonly string[]): number {
  return labels.reduce((mask, label, at) => (members.includes(label) ? mask | (1 << at) : mask), 0);
}

/** How the people of a made-up group answer an agreement item. */
const MOODS = [[5], [4, 5], [1], [1, 2], [3], [1, 2, 3, 4, 5], [2, 3, 4], [1, 5]] as const;

/** A made-up organisation: up to seven groups of 0–12 people, a blank among them, some of one mind, some who skip pages. */
export function organisation(seed: number): Aggregate {
  const random = uniform(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const united = random() < 0.25 ? pick(MOODS) : null;
  const optional = pick([0, 0.2, 0.5, 1]);
  const people = ["", "A", "B", "C", "D", "E", "F"].slice(0, 1 + Math.floor(random() * 7)).flatMap((group) => {
    const mood = united ?? pick(MOODS);
    const skips = pick([0, 0, 0, 0.1, 0.4]);
    const answersOptional = random() < optional ? pick([0.2, 1]) : 0;
    return Array.from({ length: Math.floor(random() * 13) }, (): Person => {
      const remote = random() < answersOptional;
      const asked = ITEM_IDS.filter((id) => (/^[RT]/.test(id) ? remote : random() >= skips));
      return { group, answers: Object.fromEntries(asked.map((id) => [id, answerTo(id, () => pick(mood), random)])) };
    });
  });
  return aggregateOf(people);
}

/** W2 is reverse-keyed and a low S1 is good, so a group of one mind answers them the other way round. */
function answerTo(id: string, agreement: () => number, random: () => number): number {
  if (id === "T1") return 10 + Math.floor(random() * 20);
  if (id === "recommend") return agreement() * 2;
  return id === "W2" || id === "S1" ? 6 - agreement() : agreement();
}
