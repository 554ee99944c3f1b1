/**
 * The change of a composite's index by the inputs of its formula: what each of them has brought.
 *
 * Formula: attribution of the formula (its logarithm on a log scale) from the means before to those after (numeric/attribution.ts),
 *   in index points. Unit and range: index points of the composite, 100 being best; the parts add up to its change.
 * Missing rule: none of a change that is not shown. Not told, with the reason, of a composite that a ladder holds in either wave, one
 *   that is not made of the same parts in both, and one whose formula cannot be followed from one wave to the other. A part has
 *   no interval of its own: beside it stands what is said of that dimension's own change.
 * Source: Aumann & Shapley 1974; Shapley 1953. Oracle: that of numeric/attribution.ts.
 */
import type { CellResult, Change, ChangeSplit, CompositeResult } from "../audit/types.ts";
import { meanOfKept } from "../framework/formula/mean.ts";
import { parseFormula } from "../framework/formula/parse.ts";
import { expand, namesOf } from "../framework/formula/tree.ts";
import { type Attribution, attribution } from "../numeric/attribution.ts";
import { evaluate, type FormulaNode } from "../numeric/formula.ts";
import type { IndexScale } from "../numeric/rescale.ts";

/** What is split: a composite whose change is shown, with the means of its inputs at both ends. */
export interface Splittable {
  readonly tree: FormulaNode;
  readonly scale: IndexScale;
  /** Dimension ids in the order of the formula, with a mean in the item metric for each. */
  readonly names: readonly string[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

type Told = Pick<Change, "id" | "title" | "index" | "of" | "says">;

const METHODS: Readonly<Record<Attribution["by"], string>> = {
  line: "each input's slope, averaged along the straight line from the means before to those after (Aumann and Shapley)",
  orders: "the mean over all orders in which the inputs could have changed one after another (Shapley)",
};

const UNFOLLOWED = "its formula cannot be followed from one wave to the other";

/** One per composite whose change is shown. `basisOf` gives what a composite is made of, or why it cannot be split, in words. */
export function splitsOf(
  changes: readonly Told[],
  basisOf: (composite: Told) => Splittable | string,
): readonly ChangeSplit[] {
  return changes
    .filter(({ of, index }) => of === "composite" && index.kind === "estimate")
    .map((change) => splitOf(change, basisOf(change), changes));
}

function splitOf({ id, title }: Told, basis: Splittable | string, changes: readonly Told[]): ChangeSplit {
  const named = { composite: id, title };
  const untold = (reason: string): ChangeSplit => ({ ...named, reason, method: null, parts: [] });
  if (typeof basis === "string") return untold(basis);
  const { tree, scale, names } = basis;
  const isLog = scale.transform === "log";
  const found = attribution({ ...basis, tree: isLog ? { kind: "call", fn: "log", args: [tree] } : tree });
  if (found === null) return untold(UNFOLLOWED);
  const length = isLog ? Math.log(scale.best) - Math.log(scale.worst) : scale.best - scale.worst;
  return {
    ...named,
    reason: null,
    method: METHODS[found.by],
    parts: names.map((dimension, at) => {
      const own = changes.find((one) => one.of === "dimension" && one.id === dimension);
      return {
        dimension,
        title: own?.title ?? dimension,
        points: (100 * (found.parts[at] ?? 0)) / length,
        says: own?.says ?? "too few to say",
      };
    }),
  };
}

/** Of two waves of which only results are known: by the written formula and the published means of everyone. */
export function splitsOfWaves(before: CellResult, after: CellResult, changes: readonly Told[]): readonly ChangeSplit[] {
  return splitsOf(changes, ({ id }) => {
    const [first, second] = [before, after].map(({ composites }) => composites.find((one) => one.id === id));
    if (first === undefined || second === undefined) return UNFOLLOWED;
    const held = first.held ?? second.held;
    if (held !== null) return `it is held by the ${held.word} that is not reached in one of the waves`;
    return publishedBasis({ cell: before, composite: first }, { cell: after, composite: second });
  });
}

interface Side {
  readonly cell: CellResult;
  readonly composite: CompositeResult;
}

function publishedBasis(before: Side, after: Side): Splittable | string {
  const [first, second] = [writtenTree(before), writtenTree(after)];
  if (first === null || second === null) return UNFOLLOWED;
  const names = namesOf(second);
  if (JSON.stringify(namesOf(first)) !== JSON.stringify(names)) return "it is not made of the same parts in both waves";
  const { transform, worst, best } = after.composite;
  const given = { tree: second, scale: { transform, worst, best }, names };
  const [old, now] = [meansOf(before.cell, names), meansOf(after.cell, names)];
  // Where a formula as written does not give the value that was published, its parts would not be those of the change.
  const isWhole =
    isValue(second, { names, means: old, of: before }) && isValue(second, { names, means: now, of: after });
  return isWhole ? { ...given, before: old, after: now } : UNFOLLOWED;
}

/** The formula over dimensions, without the parts that were left out; null where it cannot be read. */
function writtenTree({ cell, composite }: Side): FormulaNode | null {
  const trees = new Map<string, FormulaNode>();
  // A formula names composites that are defined before it.
  for (const one of cell.composites) {
    const parsed = parseFormula(one.formula);
    if ("fault" in parsed) continue;
    const answered = new Set(one.terms.flatMap(({ name, value }) => (value === null ? [] : [name])));
    trees.set(
      one.id,
      expand(
        meanOfKept(parsed.tree, (name) => answered.has(name)),
        trees,
      ),
    );
  }
  return trees.get(composite.id) ?? null;
}

function meansOf({ dimensions }: CellResult, names: readonly string[]): readonly number[] {
  return names.map((name) => {
    const mean = dimensions.find(({ id }) => id === name)?.mean;
    return mean?.kind === "estimate" ? mean.value : Number.NaN;
  });
}

const CLOSE = 1e-9;

function isValue(
  tree: FormulaNode,
  { names, means, of }: { readonly names: readonly string[]; readonly means: readonly number[]; readonly of: Side },
): boolean {
  const { value } = of.composite;
  if (value.kind !== "estimate") return false;
  const found = evaluate(tree, Object.fromEntries(names.map((name, at) => [name, means[at] ?? Number.NaN])));
  return Math.abs(found - value.value) <= CLOSE * Math.max(1, Math.abs(value.value));
}
