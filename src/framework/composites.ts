import type { FormulaNode } from "../numeric/formula.ts";
import { bandsOf } from "./bands.ts";
import type { CompositeDocument, FrameworkDocument } from "./document.ts";
import { endsOf } from "./ends.ts";
import { parseFormula } from "./formula/parse.ts";
import { expand, namesOf } from "./formula/tree.ts";
import { formulasOf } from "./formula/written.ts";
import type { Composite, CompositeFormula, Dimension } from "./types.ts";

/** Composite id → audience id → its tree over dimensions. */
type Trees = Map<string, ReadonlyMap<string, FormulaNode>>;

interface CompositesInput {
  readonly dimensions: readonly Dimension[];
  /** Of every composite that names none, in index points. */
  readonly target: number;
}

/**
 * Composites in the order of the document; the trees of those above are put in for their names, those of the same
 * audience where audiences differ.
 */
export function compileComposites(document: FrameworkDocument, input: CompositesInput): readonly Composite[] {
  const ranges = new Map(input.dimensions.map((dimension) => [dimension.id, dimension]));
  const trees: Trees = new Map();
  return document.composites.map((composite) => {
    const own = formulasFor(document, composite, trees);
    trees.set(composite.id, new Map([...own].map(([audience, { tree }]) => [audience, tree])));
    const complete = new Map(
      [...own].map(([audience, { formula, tree }]): [string, CompositeFormula] => [
        audience,
        { formula, tree, inputs: namesOf(tree), ...endsOf(tree, ranges) },
      ]),
    );
    const [first] = complete.values();
    if (first === undefined) throw new Error(`the composite "${composite.id}" has no formula`);
    return {
      id: composite.id,
      title: composite.title,
      about: composite.about,
      ...first,
      byAudience: isSame(own, document.audiences.length) ? null : complete,
      direction: composite.direction ?? "higher",
      transform: composite.transform ?? "linear",
      skipMissing: composite.skip_missing ?? false,
      capped: composite.capped ?? false,
      target: composite.target ?? input.target,
      bands: bandsOf(document, composite.bands),
    };
  });
}

interface Written {
  readonly formula: string;
  readonly tree: FormulaNode;
}

/** By audience, in the order of the audiences; an audience without a formula of its own, or of a composite in it, is left out. */
function formulasFor(
  document: FrameworkDocument,
  composite: CompositeDocument,
  trees: Trees,
): ReadonlyMap<string, Written> {
  const audiences = document.audiences.map(({ id }) => id);
  const written = new Map(formulasOf(composite, audiences).map((one) => [one.audience, one.formula]));
  // Most say one formula to all: it is read once.
  const read = new Map([...new Set(written.values())].map((formula) => [formula, parseTree(composite.id, formula)]));
  return new Map(
    audiences.flatMap((audience): [string, Written][] => {
      const formula = written.get(audience);
      const parsed = read.get(formula ?? "");
      if (formula === undefined || parsed === undefined) return [];
      const inside = namesOf(parsed).filter((name) => trees.has(name));
      const known = inside.flatMap((name): [string, FormulaNode][] => {
        const tree = trees.get(name)?.get(audience);
        return tree === undefined ? [] : [[name, tree]];
      });
      return known.length < inside.length ? [] : [[audience, { formula, tree: expand(parsed, new Map(known)) }]];
    }),
  );
}

function parseTree(id: string, formula: string): FormulaNode {
  const parsed = parseFormula(formula);
  if ("fault" in parsed) throw new Error(`the formula of "${id}" cannot be read: ${parsed.fault.message}`);
  return parsed.tree;
}

/** One formula for all: also where it is written by audience, and says the same to each. */
function isSame(own: ReadonlyMap<string, Written>, audiences: number): boolean {
  return own.size === audiences && new Set([...own.values()].map(({ tree }) => JSON.stringify(tree))).size === 1;
}
