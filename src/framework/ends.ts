import { type Bindings, evaluate, type FormulaNode } from "../numeric/formula.ts";
import { namesOf } from "./formula/tree.ts";
import type { Direction } from "./types.ts";

/** The range of a dimension in the item metric, and which end of it is good. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly direction: Direction;
}

export interface Ends {
  readonly worst: number;
  readonly best: number;
}

/** The value of a formula over dimensions with every input at its worst, and at its best end. NaN where it has none. */
export function endsOf(tree: FormulaNode, ranges: ReadonlyMap<string, Range>): Ends {
  const names = namesOf(tree);
  return {
    worst: evaluate(tree, bindings(names, ranges, "worst")),
    best: evaluate(tree, bindings(names, ranges, "best")),
  };
}

/** Names whose step from the worst to the best end, all others staying where they are, moves the formula the wrong way. */
export function contraryNames(tree: FormulaNode, ranges: ReadonlyMap<string, Range>): readonly string[] {
  const names = namesOf(tree);
  const { worst, best } = endsOf(tree, ranges);
  const low = bindings(names, ranges, "worst");
  const high = bindings(names, ranges, "best");
  const towards = Math.sign(best - worst);
  return names.filter((name) => {
    const fromWorst = evaluate(tree, { ...low, [name]: high[name] ?? Number.NaN }) - worst;
    const fromBest = best - evaluate(tree, { ...high, [name]: low[name] ?? Number.NaN });
    return fromWorst * towards < 0 || fromBest * towards < 0;
  });
}

function bindings(names: readonly string[], ranges: ReadonlyMap<string, Range>, end: keyof Ends): Bindings {
  return Object.fromEntries(
    names.map((name) => {
      const range = ranges.get(name);
      if (range === undefined) return [name, Number.NaN];
      return [name, (range.direction === "higher") === (end === "best") ? range.max : range.min];
    }),
  );
}
