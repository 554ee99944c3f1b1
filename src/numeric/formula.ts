/** Arithmetic over named numbers, as a tree. Framework compiles it, scoring and statistics evaluate it. */
export type FormulaNode =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "negate"; readonly operand: FormulaNode }
  | {
      readonly kind: "binary";
      readonly op: "+" | "-" | "*" | "/";
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly kind: "call"; readonly fn: "min" | "max" | "mean" | "log"; readonly args: readonly FormulaNode[] };

/** Value of each name. */
export type Bindings = Readonly<Record<string, number>>;

/** A value and its partial derivative by each name, carried through the tree together (forward differentiation). */
interface Dual {
  readonly value: number;
  readonly gradient: readonly number[];
}

/**
 * Value of the formula. NaN where the arithmetic has none (a division by zero, the logarithm of nothing or less, an unbound
 * name), ±Infinity where it overflows; callers turn both into words. NaN anywhere in the tree makes the whole NaN.
 */
export function evaluate(tree: FormulaNode, bindings: Bindings): number {
  return dual(tree, bindings, []).value;
}

/** Gradient of the formula at `bindings`, one partial derivative per name of `names`. At a tie of min or max: that of the first. */
export function gradient(tree: FormulaNode, bindings: Bindings, names: readonly string[]): readonly number[] {
  return dual(tree, bindings, names).gradient;
}

/** True where the formula has a kink (min or max), so that the delta method does not hold. */
export function hasKink(tree: FormulaNode): boolean {
  return (tree.kind === "call" && (tree.fn === "min" || tree.fn === "max")) || children(tree).some(hasKink);
}

/** True where something is divided by a named number, so that the formula on means is a ratio of means. */
export function dividesByName(tree: FormulaNode): boolean {
  return (tree.kind === "binary" && tree.op === "/" && hasName(tree.right)) || children(tree).some(dividesByName);
}

/**
 * True where the formula is a weighted sum of its names plus a constant, so that its change is the same sum of their changes.
 * Judged by its form: what cancels out only when worked through (a·b − a·b) counts as no such sum.
 */
export function isAffine(tree: FormulaNode): boolean {
  if (!hasName(tree)) return true;
  const isSum = children(tree).every(isAffine);
  switch (tree.kind) {
    case "number":
    case "name":
      return true;
    case "negate":
      return isSum;
    case "binary":
      if (tree.op === "/") return isSum && !hasName(tree.right);
      return isSum && (tree.op !== "*" || !hasName(tree.left) || !hasName(tree.right));
    case "call":
      return isSum && tree.fn === "mean";
  }
}

function hasName(tree: FormulaNode): boolean {
  return tree.kind === "name" || children(tree).some(hasName);
}

function children(tree: FormulaNode): readonly FormulaNode[] {
  switch (tree.kind) {
    case "number":
    case "name":
      return [];
    case "negate":
      return [tree.operand];
    case "binary":
      return [tree.left, tree.right];
    case "call":
      return tree.args;
  }
}

function dual(tree: FormulaNode, bindings: Bindings, names: readonly string[]): Dual {
  switch (tree.kind) {
    case "number":
      return { value: tree.value, gradient: names.map(() => 0) };
    case "name":
      return { value: bound(bindings, tree.name), gradient: names.map((n) => (n === tree.name ? 1 : 0)) };
    case "negate":
      return scale(dual(tree.operand, bindings, names), -1);
    case "binary":
      return binary(tree.op, dual(tree.left, bindings, names), dual(tree.right, bindings, names));
    case "call":
      return call(
        tree.fn,
        tree.args.map((arg) => dual(arg, bindings, names)),
      );
  }
}

/** A dimension may be called `constructor`; what every object inherits is not its value. */
function bound(bindings: Bindings, name: string): number {
  return Object.hasOwn(bindings, name) ? (bindings[name] ?? Number.NaN) : Number.NaN;
}

function binary(op: "+" | "-" | "*" | "/", a: Dual, b: Dual): Dual {
  const along = (f: (da: number, db: number) => number) => a.gradient.map((da, i) => f(da, b.gradient[i] ?? 0));
  switch (op) {
    case "+":
      return { value: a.value + b.value, gradient: along((da, db) => da + db) };
    case "-":
      return { value: a.value - b.value, gradient: along((da, db) => da - db) };
    case "*":
      return { value: a.value * b.value, gradient: along((da, db) => da * b.value + db * a.value) };
    case "/":
      return quotient(a, b);
  }
}

/** Zero divides nothing: an infinite part could vanish again further up (1 ÷ (1 ÷ 0)), NaN cannot. */
function quotient(a: Dual, b: Dual): Dual {
  const value = b.value === 0 ? Number.NaN : a.value / b.value;
  return { value, gradient: a.gradient.map((da, i) => (da - value * (b.gradient[i] ?? 0)) / b.value) };
}

function call(fn: "min" | "max" | "mean" | "log", args: readonly Dual[]): Dual {
  const first = args[0] ?? { value: Number.NaN, gradient: [] };
  switch (fn) {
    case "log":
      return {
        value: first.value > 0 ? Math.log(first.value) : Number.NaN,
        gradient: first.gradient.map((d) => d / first.value),
      };
    case "mean":
      return scale(
        args.slice(1).reduce((sum, arg) => binary("+", sum, arg), first),
        1 / args.length,
      );
    case "min":
      return args.reduce((best, arg) => (arg.value < best.value || Number.isNaN(arg.value) ? arg : best), first);
    case "max":
      return args.reduce((best, arg) => (arg.value > best.value || Number.isNaN(arg.value) ? arg : best), first);
  }
}

function scale(a: Dual, factor: number): Dual {
  return { value: a.value * factor, gradient: a.gradient.map((d) => d * factor) };
}
