import type { CompositeResult } from "../../audit/types.ts";
import { compositeValue, count, mean, published, score, short } from "../numbers.ts";
import { listWords } from "../words.ts";
import { unfinished, valueInterval } from "./held.ts";
import { formatOf, type Reading, scoreName, shownIndex, shownScore } from "./reading.ts";

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
  const { value, held } = composite;
  if (value.kind !== "estimate") return `${formulaText(composite)}: ${published(value, format)}`;
  const ends = valueInterval(composite, format);
  const now = format(value.value);
  if (held === null) return `${withNumbers(composite)} = ${now}${ends === "" ? "" : ` (${ends})`}`;
  // The arithmetic gives more than may be believed yet.
  const why = [...(ends === "" ? [] : [ends]), unfinished(held)].join("; ");
  return `${withNumbers(composite)} = ${format(held.unheld.value)}, held at ${now} (${why})`;
}

/** More names than this are a list to look up, and no arithmetic to follow. */
const MOST_TERMS = 8;
/** Of a long list so many at either end. */
const ENDS_NAMED = 3;

/** The names of "mean(a, b, …)" where they are too many to be read as a formula; null of every other formula. */
function termsOfLongMean(formula: string): readonly string[] | null {
  const names = /^\s*mean\(([a-z0-9_,\s]+)\)\s*$/.exec(formula)?.[1]?.split(",") ?? [];
  return names.length > MOST_TERMS ? names.map((name) => name.trim()) : null;
}

/** The formula in the framework's own names, so that it can be found there; signs as they are printed. */
export function formulaText({ formula }: CompositeResult): string {
  const listed = termsOfLongMean(formula);
  if (listed !== null) return `mean of ${count(listed.length)} terms`;
  return formula.replace(/\*/g, "×").replace(/-/g, "−");
}

/** The formula, each name with the number that stands for it here; of a long mean only its ends. */
export function withNumbers(composite: CompositeResult): string {
  if (termsOfLongMean(composite.formula) !== null) return longMean(composite);
  const values = new Map(composite.terms.map(({ name, value }) => [name, value]));
  return formulaText(composite).replace(NAME, (name) =>
    FUNCTIONS.has(name) ? name : `${name} ${termValue(values.get(name))}`,
  );
}

/** "mean of 30 terms (lowest A 1.20, B 1.30 and C 1.40; highest …)": the dimensions themselves stand in the report. */
function longMean(composite: CompositeResult): string {
  const named = new Set(termsOfLongMean(composite.formula));
  const known = composite.terms
    .flatMap(({ name, title, value }) => (value === null || !named.has(name) ? [] : [{ title, value }]))
    .sort((one, other) => one.value - other.value);
  const missing = named.size - known.length;
  const without = missing === 0 ? [] : [`${count(missing)} without a value`];
  const ends = [
    `lowest ${endWords(known.slice(0, ENDS_NAMED))}`,
    `highest ${endWords(known.slice(-ENDS_NAMED).toReversed())}`,
  ];
  return `${formulaText(composite)} (${[...without, ...(known.length === 0 ? [] : ends)].join("; ")})`;
}

function endWords(terms: readonly { readonly title: string; readonly value: number }[]): string {
  return listWords(
    terms.map(({ title, value }) => `"${title}" ${termValue(value)}`),
    "and",
  );
}

/** A minus sign after a name would read as subtraction. */
function termValue(value: number | null | undefined): string {
  if (value === null || value === undefined) return "?";
  return value < 0 ? `(${mean(value)})` : mean(value);
}

function scoreLine(composite: CompositeResult, reading: Reading): readonly string[] {
  const { value, held, transform, worst, best } = composite;
  const shown = shownScore(composite);
  if (value.kind !== "estimate" || shown.kind !== "estimate") return [];
  const now = mean(held?.unheld.value ?? value.value);
  // A load runs from the best end to the worst.
  const [from, to] = reading === "load" ? [best, worst] : [worst, best];
  const part =
    transform === "log"
      ? `log(${now} / ${short(from)}) / log(${short(to)} / ${short(from)})`
      : `(${now} ${minus(from)}) / (${short(to)} ${minus(from)})`;
  const formula = `${scoreName(reading)} = 100 × ${part}`;
  const format = formatOf(reading, composite);
  if (held === null) return [`${formula} = ${format(shown.value)}`];
  return [`${formula} = ${score(shownIndex(reading, held.unheld.index))}, held at ${format(shown.value)}`];
}

/** "− 3", and "+ 3" where −3 is taken away. */
function minus(value: number): string {
  return value < 0 ? `+ ${short(-value)}` : `− ${short(value)}`;
}
