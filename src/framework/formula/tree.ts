import type { FormulaNode } from "../../numeric/formula.ts";

/** The nodes directly below a node, from left to right. */
function children(node: FormulaNode): readonly FormulaNode[] {
  if (node.kind === "negate") return [node.operand];
  if (node.kind === "binary") return [node.left, node.right];
  return node.kind === "call" ? node.args : [];
}

/** Every node in the order in which a reader of the text meets its sign, name or number. */
export function fromLeftToRight(node: FormulaNode): readonly FormulaNode[] {
  if (node.kind === "binary") return [...fromLeftToRight(node.left), node, ...fromLeftToRight(node.right)];
  return [node, ...children(node).flatMap(fromLeftToRight)];
}

/** Every name node of the tree, from left to right. */
export function nameNodes(node: FormulaNode): readonly Extract<FormulaNode, { kind: "name" }>[] {
  return node.kind === "name" ? [node] : children(node).flatMap(nameNodes);
}

/** The names a tree uses, each once, in order of first appearance. */
export function namesOf(node: FormulaNode): readonly string[] {
  return [...new Set(nameNodes(node).map((one) => one.name))];
}

/** How many nodes the tree would have with the trees of composites (sizes by name) put in for their names. */
export function expandedSize(node: FormulaNode, sizes: ReadonlyMap<string, number>): number {
  if (node.kind === "name") return sizes.get(node.name) ?? 1;
  return children(node).reduce((sum, child) => sum + expandedSize(child, sizes), 1);
}

/** The tree with the trees of composites put in for their names. */
export function expand(node: FormulaNode, composites: ReadonlyMap<string, FormulaNode>): FormulaNode {
  const inside = (child: FormulaNode) => expand(child, composites);
  switch (node.kind) {
    case "number":
      return node;
    case "name":
      return composites.get(node.name) ?? node;
    case "negate":
      return { ...node, operand: inside(node.operand) };
    case "binary":
      return { ...node, left: inside(node.left), right: inside(node.right) };
    case "call":
      return { ...node, args: node.args.map(inside) };
  }
}
