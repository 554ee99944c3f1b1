import type { FormulaNode } from "../numeric/formula.ts";
import { bandsOf } from "./bands.ts";
import type { CompositeDocument, FrameworkDocument } from "./document.ts";
import { endsOf } from "./ends.ts";
import { parseFormula } from "./formula/parse.ts";
import { expand, namesOf } from "./formula/tree.ts";
import type { Composite, Dimension } from "./types.ts";

/** Composites in the order of the document; the trees of those above are put in for their names. */
export function compileComposites(
  document: FrameworkDocument,
  { dimensions, target }: { readonly dimensions: readonly Dimension[]; readonly target: number },
): readonly Composite[] {
  const ranges = new Map(dimensions.map((dimension) => [dimension.id, dimension]));
  const trees = new Map<string, FormulaNode>();
  return document.composites.map((composite) => {
    const tree = treeOf(composite, trees);
    trees.set(composite.id, tree);
    return {
      id: composite.id,
      title: composite.title,
      about: composite.about,
      formula: composite.formula,
      tree,
      inputs: namesOf(tree),
      direction: composite.direction ?? "higher",
      transform: composite.transform ?? "linear",
      ...endsOf(tree, ranges),
      target: composite.target ?? target,
      bands: bandsOf(document, composite.bands),
    };
  });
}

function treeOf(composite: CompositeDocument, trees: ReadonlyMap<string, FormulaNode>): FormulaNode {
  const parsed = parseFormula(composite.formula);
  if ("fault" in parsed) throw new Error(`the formula of "${composite.id}" cannot be read: ${parsed.fault.message}`);
  return expand(parsed.tree, trees);
}
