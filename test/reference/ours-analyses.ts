/** What the program makes of the reference survey, laid out as reference.json: reliability, agreement, comparisons, drivers, waves. */
import { createPairedPlan, emptyPaired, foldPair } from "../../src/aggregate/paired.ts";
import type { AggregatePlan } from "../../src/aggregate/types.ts";
import { exactSum } from "../../src/aggregate/wide.ts";
import type { GroupComparison, PlainChange } from "../../src/audit/types.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import { estimateAgreement } from "../../src/statistics/agreement.ts";
import { estimateBetweenGroups, meanSquares } from "../../src/statistics/between-groups.ts";
import { changeBetween } from "../../src/statistics/change.ts";
import { compareGroups } from "../../src/statistics/comparison.ts";
import { estimateDrivers } from "../../src/statistics/drivers.ts";
import { estimatePairedChange } from "../../src/statistics/paired.ts";
import { estimateReliability } from "../../src/statistics/reliability.ts";
import { respondents, staffFramework, type Tree } from "./data.ts";
import { endsOf, estimateOf, numberOf, peopleOf, type Staff } from "./ours.ts";

/** Departments too small to be shown, taken together as disclosure does. */
const HIDDEN = ["HR", "Legal"];
const dimensions = staffFramework.dimensions;

export async function reliabilityTrees({ counter, people }: Staff): Promise<Readonly<Record<string, Tree>>> {
  const results = await estimateReliability(counter.group(people));
  return Object.fromEntries(
    results.map(({ dimension, n, alpha, standardised, omega, items }) => [
      dimension,
      {
        n: n ?? Number.NaN,
        alpha: numberOf(alpha),
        feldt95: endsOf(alpha),
        alpha_standardised: numberOf(standardised),
        omega_total_minres: numberOf(omega),
        item_rest: items.map(({ rest }) => numberOf(rest)),
        alpha_if_dropped: items.map(({ alphaIfDropped }) => numberOf(alphaIfDropped)),
      },
    ]),
  );
}

/** Everyone, the shown departments, and the others together. */
function cellsOf({ counter, people, departments }: Staff): {
  readonly total: ReleasedCell;
  readonly cells: readonly ReleasedCell[];
} {
  const shown = [...new Set(departments)].filter((one) => !HIDDEN.includes(one)).sort();
  const of = (names: readonly string[]) => people.filter((_, at) => names.includes(departments[at] ?? ""));
  const pool: ReleasedCell = { ...counter.cell(of(HIDDEN)), kind: "pool" };
  return { total: counter.cell(people), cells: [...shown.map((one) => counter.cell(of([one]), [one])), pool] };
}

export function agreementTrees(staff: Staff): Readonly<Record<string, Tree>> {
  const { counter, people, departments } = staff;
  const { framework, plan } = counter;
  const names = [...new Set(departments)];
  const between = { framework, plan, ...cellsOf(staff) };
  const results = estimateBetweenGroups(between);
  return Object.fromEntries(
    dimensions.map((dimension) => {
      const within = names.map((name) => {
        const group = counter.group(people.filter((_, at) => departments[at] === name));
        return [name, estimateAgreement(group, dimension)?.rwg] as const;
      });
      const icc = results.find((one) => one.dimension === dimension.id);
      const squares = meanSquares(sumsOf(between, dimension.id), peopleOf(icc?.icc1));
      return [
        dimension.id,
        {
          rwg_j: Object.fromEntries(within.map(([name, rwg]) => [name, numberOf(rwg)])),
          n: Object.fromEntries(within.map(([name, rwg]) => [name, peopleOf(rwg)])),
          MSB: squares.between,
          MSW: squares.within,
          icc1: numberOf(icc?.icc1),
          icc2: numberOf(icc?.icc2),
        },
      ];
    }),
  );
}

/** Sums of a dimension in each of these cells. */
function sumsOf({ plan, cells }: { plan: AggregatePlan; cells: readonly ReleasedCell[] }, dimension: string) {
  const slots = plan.scores.find(({ id }) => id === dimension);
  if (slots === undefined) throw new Error(`no sums of ${dimension}`);
  const { unitsPerPoint } = slots;
  return cells.map(({ cell }) => ({
    n: cell[slots.n] ?? 0,
    sum: BigInt(cell[slots.sum] ?? 0),
    squares: exactSum(cell, slots.sumSquares, slots.wide),
    unitsPerPoint,
  }));
}

/** In the order of the reference: by dimension, departments as they were made. */
export function comparisonTree(staff: Staff): Tree {
  const { framework, plan } = staff.counter;
  const results = compareGroups({ framework, plan, ...cellsOf(staff), level: 0.95 });
  const order = ["Sales", "Service", "Production", "Logistics", "Finance", "Lab"];
  return dimensions.flatMap(({ id }) =>
    order.map((department) => {
      const one = results.find(({ dimension, path }) => dimension === id && path[0] === department);
      return one === undefined ? {} : comparison(one, department);
    }),
  );
}

function comparison({ dimension, n, difference, test, adjustedP }: GroupComparison, department: string): Tree {
  return {
    dimension,
    department,
    n,
    difference: numberOf(difference),
    t: test?.t ?? Number.NaN,
    df: test?.df ?? Number.NaN,
    p: test?.p ?? Number.NaN,
    ci95: endsOf(difference),
    hedges_g: test?.g ?? Number.NaN,
    p_bh: adjustedP ?? Number.NaN,
  };
}

export async function driversTree({ counter, people }: Staff): Promise<Tree> {
  const [drivers] = await estimateDrivers(counter.group(people));
  const found = dimensions.map(({ id }) => [id, drivers?.drivers.find(({ dimension }) => dimension === id)] as const);
  return {
    n: drivers?.n ?? Number.NaN,
    R2: numberOf(drivers?.r2 ?? undefined),
    raw_weight: Object.fromEntries(found.map(([id, driver]) => [id, numberOf(driver?.weight)])),
    percent: Object.fromEntries(found.map(([id, driver]) => [id, driver?.percent ?? Number.NaN])),
  };
}

export async function waveTrees(first: Staff, second: Staff): Promise<Tree> {
  const [before, after] = await Promise.all([estimateOf(first), estimateOf(second)]);
  const independent = changeBetween({ before, after, names: { before: "first", after: "second" } });
  const paired = await pairedChanges(first, second);
  const of = (changes: readonly PlainChange[], id: string) =>
    changes.find((one) => one.of === "dimension" && one.id === id);
  return Object.fromEntries(
    dimensions.map(({ id }, d) => {
      const [free, tied] = [of(independent, id), of(paired, id)];
      return [
        id,
        {
          independent: {
            n: [peopleOf(after.dimensions[d]?.mean), peopleOf(before.dimensions[d]?.mean)],
            difference: numberOf(free?.points),
            ...testTree(free),
            hedges_g: free?.test?.g ?? Number.NaN,
          },
          paired: { n: peopleOf(tied?.points), change: numberOf(tied?.points), ...testTree(tied) },
        },
      ];
    }),
  );
}

function testTree(change: PlainChange | undefined): { readonly [key: string]: Tree } {
  const { t = Number.NaN, df = Number.NaN, p = Number.NaN } = change?.test ?? {};
  return { t, df, p, ci95: endsOf(change?.points) };
}

async function pairedChanges(first: Staff, second: Staff): Promise<readonly PlainChange[]> {
  const paired = emptyPaired(createPairedPlan(first.counter.program));
  const later = new Map(respondents("staff-wave2.csv").map(({ id }, at) => [id, second.people[at]]));
  for (const [at, { id }] of respondents("staff.csv").entries()) {
    const [before, after] = [first.people[at], later.get(id)];
    if (before !== undefined && after !== undefined) foldPair(paired, before.scored.scores, after.scored.scores);
  }
  return estimatePairedChange({ framework: staffFramework, paired, seed: 1, level: 0.95 });
}
