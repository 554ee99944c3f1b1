import type { CompositeResult } from "../../audit/types.ts";
import { compositeValue, interval, mean, published, short } from "../numbers.ts";
import { formatOf, type Reading, shownScore } from "./reading.ts";

const NAME = /[a-z][a-z0-9_]*/g;
const FUNCTIONS = new Set(["min", "max", "mean", "log"]);

/**
 * A composite's formula with the numbers in it, then how its value becomes a score of 0–100.
 * The second line keeps two decimals of the value: with fewer, working it out again would miss by a point.
 */
export function formulaLines(composite: CompositeResult, reading: Reading): readonly string[] {
  return [`${composite.id} = ${valueLine(composite)}`, ...scoreLine(composite, reading)];
}

/** "(credibility 3.23 + …) / self_orientation 2.96 = 3.3", with the interval where there is one; without a value the formula alone. */
function valueLine(composite: CompositeResult): string {
  const format = compositeValue(composite);
  const { value } = composite;
  if (value.kind !== "estimate") return `${formulaText(composite)}: ${published(value, format)}`;
  const ends = value.interval ? ` (${interval(value.interval, format)})` : "";
  return `${withNumbers(composite)} = ${format(value.value)}${ends}`;
}

/** The formula in the framework's own names, so that it can be found there; signs as they are printed. */
export function formulaText({ formula }: CompositeResult): string {
  return formula.replace(/\*/g, "×").replace(/-/g, "−");
}

/** The formula, each name with the number that stands for it here. */
export function withNumbers(composite: CompositeResult): string {
  const values = new Map(composite.terms.map(({ name, value }) => [name, value]));
  return formulaText(composite).replace(NAME, (name) =>
    FUNCTIONS.has(name) ? name : `${name} ${termValue(values.get(name))}`,
  );
}

/** A minus sign after a name would read as subtraction. */
function termValue(value: number | null | undefined): string {
  if (value === null || value === undefined) return "?";
  return value < 0 ? `(${mean(value)})` : mean(value);
}

function scoreLine(composite: CompositeResult, reading: Reading): readonly string[] {
  const { value, transform, worst, best } = composite;
  const shown = shownScore(composite);
  if (value.kind !== "estimate" || shown.kind !== "estimate") return [];
  const now = mean(value.value);
  const [low, high] = [short(worst), short(best)];
  const part =
    transform === "log"
      ? `log(${now} / ${low}) / log(${high} / ${low})`
      : `(${now} ${minus(worst)}) / (${high} ${minus(worst)})`;
  const formula = reading === "load" ? `load = 100 − 100 × ${part}` : `index = 100 × ${part}`;
  return [`${formula} = ${formatOf(reading, composite)(shown.value)}`];
}

/** "− 3", and "+ 3" where −3 is taken away. */
function minus(value: number): string {
  return value < 0 ? `+ ${short(-value)}` : `− ${short(value)}`;
}
