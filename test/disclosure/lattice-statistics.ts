import type { AggregatePlan, Cell, MomentSlots } from "../../src/aggregate/types.ts";
import type { CellResult } from "../../src/audit/types.ts";
import { countsInWords, promotersBehind, sumsBehind, sumsBehindInterval } from "./lattice.ts";
import type { Printed, Publication } from "./lattice-published.ts";
import type { Equation } from "./lattice-sets.ts";

/** Numbers that add up over people, n first: as they are worked out of what is printed, and as they are. */
export interface Statistic {
  readonly name: string;
  /** Null where it cannot be had. */
  read(printed: Printed): readonly number[] | null;
  truth(cell: Cell): readonly number[];
  /** Parts of the numbers that nobody has less of than 0: all of them at 0 says of everybody the same. */
  parts(values: readonly number[]): readonly number[];
  /** Of one set: everybody the same, though not at an end. */
  same(values: readonly number[]): boolean;
  /** People under which nothing may be told of a set. */
  readonly least: "minimum" | 10;
  /** Where x is the answer to one question, its codes: the sums of a few people give their answers. */
  readonly codes: { readonly low: number; readonly high: number } | null;
  /** Equations that are printed elsewhere. */
  readonly more?: (
    of: Publication,
  ) => readonly { readonly atoms: Printed["atoms"]; readonly values: readonly number[] }[];
}

const NOTHING = { parts: () => [], same: () => false, codes: null } as const;

/** Under survey weights sums are not whole; but who knows the weights has a sum of every set whose n can be reached. */
export function statisticsOf(plan: AggregatePlan): readonly Statistic[] {
  const people: Statistic = {
    ...{ ...NOTHING, name: "people", least: "minimum" },
    read: ({ cell }) => [cell.people],
    truth: (cell) => [cell[plan.people] ?? 0],
  };
  if (plan.weighted !== null) return [people, ...plan.scores.map((slots) => weightedStatistic(slots))];
  return [
    people,
    ...plan.ratios.flatMap(({ dimension }) => dimensionStatistics(plan, dimension)),
    ...outcomeStatistics(plan),
    ...plan.items.filter(({ codes }) => codes.length > 0).map((item) => itemStatistic(item)),
    ...["trust", "distance"].flatMap((id) => pairStatistic(plan, id)),
  ];
}

const dimensionOf = (cell: CellResult, id: string) => cell.dimensions.find((one) => one.id === id);
const outcomeOf = (cell: CellResult, id: string) => cell.outcomes.find((one) => one.id === id)?.value ?? null;

function dimensionStatistics(plan: AggregatePlan, id: string): readonly Statistic[] {
  const slots = plan.scores.find((score) => score.id === id);
  const ratio = plan.ratios.find(({ dimension }) => dimension === id);
  const thirds = plan.thirds.find(({ dimension }) => dimension === id);
  if (slots === undefined || ratio === undefined || thirds === undefined) throw new Error(`no slots of ${id}`);
  const { unitsPerPoint } = slots;
  const [low, high] = (id === "churn" ? [0, 100] : [1, 5]).map((end) => end * unitsPerPoint) as [number, number];
  const read = ({ cell }: Printed) => {
    const found = dimensionOf(cell, id);
    return found === undefined ? null : sumsBehind(found.mean, found.sd, unitsPerPoint);
  };
  const parts = ([n = 0, sum = 0]: readonly number[]) => [sum - low * n, high * n - sum];
  const score = { parts, least: "minimum", codes: id === "hope" ? { low: 1, high: 5 } : null } as const;
  return [
    { ...score, name: `score ${id}`, read, truth: (cell) => moments(cell, slots), same: isConstant },
    {
      ...{ ...score, name: `score ${id} beside comparisons`, codes: null, same: () => false },
      read: (printed) => read(printed)?.slice(0, 2) ?? null,
      truth: (cell) => moments(cell, slots).slice(0, 2),
      more: ({ rests }) =>
        rests
          .filter(({ dimension }) => dimension === id)
          .map(({ atoms, n, mean }) => ({ atoms, values: [n, Math.round(n * mean * unitsPerPoint)] })),
    },
    {
      ...{ ...NOTHING, name: `share ${id}`, least: "minimum" },
      read: ({ cell }) => (id === "churn" ? null : countsInWords(dimensionOf(cell, id)?.favourable ?? HIDDEN)),
      truth: (cell) => [ratio.n, ratio.sumF, ratio.sumA].map((place) => cell[place] ?? 0),
      parts: ([, favourable = 0, answers = 0]) => [favourable, answers - favourable],
    },
    {
      ...{ ...NOTHING, name: `thirds ${id}`, least: 10 },
      read: ({ cell }) => {
        const found = dimensionOf(cell, id)?.agreement?.thirds;
        if (found == null || !("low" in found)) return null;
        return [found.low + found.middle + found.high, found.low, found.middle, found.high];
      },
      truth: (cell) => withTotal([0, 1, 2].map((third) => cell[thirds.counts + third] ?? 0)),
    },
  ];
}

function weightedStatistic({ id, kind, n }: AggregatePlan["scores"][number]): Statistic {
  return {
    ...{ ...NOTHING, name: `weighted ${id}`, least: id === "hope" ? 10 : "minimum" },
    read: ({ cell }) => {
      const printed = kind === "dimension" ? dimensionOf(cell, id)?.mean : outcomeOf(cell, id);
      return printed == null || printed.kind === "hidden" ? null : [printed.n];
    },
    truth: (cell) => [cell[n] ?? 0],
  };
}

const HIDDEN = { kind: "hidden", words: null } as const;

function outcomeStatistics(plan: AggregatePlan): readonly Statistic[] {
  const counts = (cell: Cell, id: string, test: (code: number) => boolean) => {
    const item = plan.items.find((one) => one.item === id);
    return item?.codes.reduce((sum, code, at) => sum + (test(code) ? (cell[item.histogram + at] ?? 0) : 0), 0) ?? 0;
  };
  const mood = plan.scores.find(({ id }) => id === "mood");
  if (mood === undefined) throw new Error("no slots of mood");
  return [
    {
      ...{ ...NOTHING, name: "promoters of recommend", least: "minimum" },
      read: ({ cell }) => promotersBehind(outcomeOf(cell, "recommend") ?? HIDDEN),
      truth: (cell) =>
        [() => true, (code: number) => code >= 9, (code: number) => code <= 6].map((test) =>
          counts(cell, "recommend", test),
        ),
      // Of "nobody passive" only that: it names nobody's class.
      parts: ([, promoters = 0, detractors = 0]) => [promoters, detractors],
    },
    {
      ...{ ...NOTHING, name: "best answers of content", least: "minimum" },
      read: ({ cell }) => {
        const found = countsInWords(outcomeOf(cell, "content") ?? HIDDEN);
        return found === null ? null : found.slice(0, 2);
      },
      truth: (cell) => [() => true, (code: number) => code >= 4].map((test) => counts(cell, "content", test)),
      parts: ([n = 0, best = 0]) => [best, n - best],
    },
    {
      ...{ name: "mean of mood", least: "minimum", codes: { low: 1, high: 5 }, same: isConstant },
      read: ({ cell }) => sumsBehindInterval(outcomeOf(cell, "mood") ?? HIDDEN),
      truth: (cell) => moments(cell, mood),
      parts: ([n = 0, sum = 0]) => [sum - n, 5 * n - sum],
    },
  ];
}

/** The outcomes' items are told of by class elsewhere; a bar of their table is no more. */
function itemStatistic({ item, histogram, codes }: AggregatePlan["items"][number]): Statistic {
  return {
    ...{ ...NOTHING, name: `table of ${item}`, least: 10 },
    read: ({ items }) => {
      const found = items?.find(({ id }) => id === item)?.histogram;
      return found === undefined || "kind" in found ? null : withTotal(found.map(({ count }) => count));
    },
    truth: (cell) => withTotal([...cell.subarray(histogram, histogram + codes.length)]),
  };
}

/** Σab behind the standard error of a/b, where nobody left a or b out: V = s_ab/n, and the rest of the delta method is known. */
function pairStatistic(plan: AggregatePlan, id: string): readonly Statistic[] {
  const [a, b] = (id === "trust" ? ["words", "strain"] : ["deeds", "remote"]).map((name) =>
    plan.scores.findIndex((score) => score.id === name),
  ) as [number, number];
  const pair = plan.pairs.find((one) => one.a === a && one.b === b);
  const [first, second] = [plan.scores[a], plan.scores[b]];
  if (pair === undefined || first === undefined || second === undefined) throw new Error(`no pair behind ${id}`);
  const read = ({ cell }: Printed) => {
    const composite = cell.composites.find((one) => one.id === id);
    const [x, y] = [first, second].map((slots) => dimensionOf(cell, slots.id));
    if (composite?.precision == null || x?.precision == null || y?.precision == null) return null;
    if (x.mean.kind !== "estimate" || y.mean.kind !== "estimate") return null;
    const n = cell.people;
    if (x.mean.n !== n || y.mean.n !== n) return null;
    const [byX, byY] = [1 / y.mean.value, -x.mean.value / y.mean.value ** 2];
    const shared =
      (composite.precision.se ** 2 - (byX * x.precision.se) ** 2 - (byY * y.precision.se) ** 2) / (2 * byX * byY);
    const units = first.unitsPerPoint * second.unitsPerPoint;
    return [n, Math.round((shared * (n - 1) + x.mean.value * y.mean.value) * n * units)];
  };
  const at = (cell: Cell) => (cell[pair.sumAB] ?? 0) + (pair.wide ? (cell[pair.sumAB + 1] ?? 0) * 2 ** 26 : 0);
  return [
    {
      ...{ ...NOTHING, name: `products behind ${id}`, least: "minimum", read },
      truth: (cell) => [cell[pair.n] ?? 0, at(cell)],
    },
  ];
}

function moments(cell: Cell, { n, sum, sumSquares, wide }: MomentSlots): readonly number[] {
  const squares = (cell[sumSquares] ?? 0) + (wide ? (cell[sumSquares + 1] ?? 0) * 2 ** 26 : 0);
  return [cell[n] ?? 0, cell[sum] ?? 0, squares];
}

function isConstant([n = 0, sum = 0, squares = 0]: readonly number[]): boolean {
  return n * squares === sum ** 2;
}

function withTotal(counts: readonly number[]): readonly number[] {
  return [counts.reduce((sum, count) => sum + count, 0), ...counts];
}

/** What is printed of a statistic, over the atoms in which anybody has it. */
export function equationsOf(statistic: Statistic, publication: Publication) {
  const atoms = publication.atoms.filter(({ cell }) => statistic.truth(cell).some((value) => value !== 0));
  const printed = publication.printed.flatMap((one) => {
    const values = statistic.read(one);
    return values === null ? [] : [{ atoms: one.atoms, values }];
  });
  const all = [...printed, ...(statistic.more?.(publication) ?? [])];
  const equations = all.map(
    ({ atoms: members, values }): Equation => ({ indicator: atoms.map((atom) => Number(members.has(atom))), values }),
  );
  return { atoms, equations: equations.filter(({ indicator }) => indicator.includes(1)) };
}
