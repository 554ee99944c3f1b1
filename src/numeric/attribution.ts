/**
 * How much each argument of a formula has brought to the change of its value.
 *
 * Formula: smooth formulas by Aumann and Shapley, aᵢ = (yᵢ − xᵢ) ∫₀¹ ∂ᵢf(x + s(y − x)) ds along the straight line from x to y; of
 *   log((c + r + i) ÷ s) that is each difference over the logarithmic mean of the sums it stands in. The integral is
 *   Gauss–Legendre with 8 nodes, halved until both halves agree with the whole. Formulas with min or max by Shapley: the mean over all orders
 *   in which the arguments could have changed one after another.
 * Unit and range: that of the formula. The parts add up to f(y) − f(x); arguments that enter alike have like parts; one that has
 *   not changed has 0, and of a weighted sum each has its weight times its difference, both ways.
 * Missing rule: null where the formula has no finite value on the way, where more than 10 arguments of min or max have changed, and
 *   where the parts do not add up to 1e-9 of the change.
 * Source: Aumann & Shapley 1974; Shapley 1953; Friedman & Moulin 1999 for both as ways of sharing. Oracle: the logarithmic mean, and
 *   all orders written out (test/numeric/attribution.test.ts).
 */
import { evaluate, type FormulaNode, gradient, hasKink } from "./formula.ts";

export interface Attribution {
  /** One per name. */
  readonly parts: readonly number[];
  readonly by: "line" | "orders";
}

export interface Attributed {
  readonly tree: FormulaNode;
  readonly names: readonly string[];
  /** One value per name. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** 2¹⁰ values of the formula are had in no time; every further argument doubles them. */
const MOST_ORDERED = 10;
const CLOSE = 1e-9;

/** The parts of the change, or null where there are none that add up to it. */
export function attribution(given: Attributed): Attribution | null {
  const { tree, names, before, after } = given;
  const [start, end] = [before, after].map((values) => evaluate(tree, bindingsOf(names, values)));
  if (start === undefined || end === undefined || !Number.isFinite(start) || !Number.isFinite(end)) return null;
  const by = hasKink(tree) ? "orders" : "line";
  const parts = by === "orders" ? alongOrders(given) : alongLine(given);
  if (parts === null || !parts.every(Number.isFinite)) return null;
  const off = parts.reduce((sum, part) => sum + part, 0) - (end - start);
  return Math.abs(off) <= CLOSE * Math.max(1, Math.abs(end - start)) ? { parts, by } : null;
}

function bindingsOf(names: readonly string[], values: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? Number.NaN]));
}

/** Positive nodes of the Gauss–Legendre rule on −1..1 with their weights (Abramowitz & Stegun 1964, table 25.4). */
const NODES: readonly (readonly [node: number, weight: number])[] = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
];

/** So often a stretch of the way is halved before it is taken as it is: to a thousandth of the whole. */
const MOST_HALVED = 10;
const AGREED = 1e-12;

function alongLine({ tree, names, before, after }: Attributed): readonly number[] {
  const steps = names.map((_, at) => (after[at] ?? Number.NaN) - (before[at] ?? Number.NaN));
  const slopesAt = (s: number) => {
    const values = before.map((value, at) => value + s * (steps[at] ?? 0));
    const slopes = gradient(tree, bindingsOf(names, values), names);
    // What has not moved has brought nothing, however steep the formula is there.
    return steps.map((step, at) => (step === 0 ? 0 : step * (slopes[at] ?? Number.NaN)));
  };
  const between = (from: number, to: number) => gauss(slopesAt, from, to);
  const walked = (from: number, to: number, way: { whole: readonly number[]; left: number }): readonly number[] => {
    const middle = (from + to) / 2;
    const halves = [between(from, middle), between(middle, to)] as const;
    const sum = added(...halves);
    const isAgreed = sum.every((value, at) => {
      const other = way.whole[at] ?? Number.NaN;
      return Math.abs(value - other) <= AGREED * Math.max(1, Math.abs(value));
    });
    if (isAgreed || way.left === 0 || !sum.every(Number.isFinite)) return sum;
    const left = way.left - 1;
    return added(walked(from, middle, { whole: halves[0], left }), walked(middle, to, { whole: halves[1], left }));
  };
  return walked(0, 1, { whole: between(0, 1), left: MOST_HALVED });
}

function gauss(f: (s: number) => readonly number[], from: number, to: number): readonly number[] {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  const terms = NODES.flatMap(([node, weight]) =>
    [-node, node].map((x) => f(middle + half * x).map((value) => half * weight * value)),
  );
  return terms.reduce<readonly number[]>(added, []);
}

function added(one: readonly number[], other: readonly number[]): readonly number[] {
  return other.map((value, at) => value + (one[at] ?? 0));
}

/** Over subsets: |S|!(k − |S| − 1)!/k! of f(S with i) − f(S), S those that have changed already. */
function alongOrders({ tree, names, before, after }: Attributed): readonly number[] | null {
  const moved = names.flatMap((_, at) => (before[at] === after[at] ? [] : [at]));
  const k = moved.length;
  if (k > MOST_ORDERED) return null;
  const valueWith = (subset: number) => {
    const values = before.map((value, at) => {
      const place = moved.indexOf(at);
      return place >= 0 && (subset >> place) % 2 === 1 ? (after[at] ?? Number.NaN) : value;
    });
    return evaluate(tree, bindingsOf(names, values));
  };
  const values = Array.from({ length: 2 ** k }, (_, subset) => valueWith(subset));
  const shares = Array.from({ length: k }, (_, size) => orderShare(size, k));
  return names.map((_, at) => {
    const place = moved.indexOf(at);
    if (place < 0) return 0;
    return values.reduce((sum, value, subset) => {
      if ((subset >> place) % 2 === 1) return sum;
      const share = shares[sizeOf(subset)] ?? 0;
      return sum + share * ((values[subset + 2 ** place] ?? Number.NaN) - value);
    }, 0);
  });
}

/** Share of all orders in which exactly a given set of `size` others comes before one: 1 ÷ (k × (k − 1 over size)). */
function orderShare(size: number, k: number): number {
  let ways = 1;
  for (let taken = 1; taken <= size; taken++) ways = (ways * (k - taken)) / taken;
  return 1 / (k * ways);
}

function sizeOf(subset: number): number {
  return subset === 0 ? 0 : (subset % 2) + sizeOf(subset >> 1);
}
