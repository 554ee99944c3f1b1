import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import { isDoubted } from "../doubt.ts";
import { scoreUnits } from "../units.ts";
import type { DimensionEntry, ItemEntry, LintContext } from "./context.ts";

/** Beyond these, the sums of squares of a large survey would no longer be exact whole numbers. */
const FINEST_UNIT = 2 ** 20;
const LARGEST_SCORE = 2 ** 26;
/** A figure is scored by its index first, in hundredths: 0 to 10000. */
const FIGURE_TOP = 10_000;
const STANDARD_MIN_ANSWERED = 0.5;

/** FW053: without its optional items the dimension never has a score. FW054: one item decides alone. */
export function* thresholdsCanBeReached(context: LintContext): Iterable<Complaint> {
  for (const entry of context.dimensions.filter((one) => hasSoundWeights(context, one))) {
    const { dimension, index, items } = entry;
    const total = weightOf(items);
    const needed = minAnswered(context, entry) * total;
    const sure = weightOf(items.filter(({ item }) => item.optional !== true));
    if (dimension.optional !== true && dimension.supplementary !== true && items.length > 0 && sure < needed - 1e-9) {
      yield {
        code: "FW053",
        path: ["dimensions", index, "id"],
        message: `An export without the optional items could never give ${quote(dimension.id)} a score.`,
        help: "Make fewer of its items optional, lower `min_answered`, or make the dimension optional.",
      };
    }
    const heaviest = items.find(({ item }) => (item.weight ?? 1) * 2 > total);
    if (items.length < 3 || heaviest === undefined) continue;
    yield {
      code: "FW054",
      severity: "warning",
      path: ["items", heaviest.index, "weight"],
      message: `The item ${quote(heaviest.item.id)} weighs more than all other items of ${quote(dimension.id)} together.`,
      help: "Lower its weight, or report it by itself as an outcome.",
    };
  }
}

/** FW055: weights and thresholds that would need a finer unit than exact whole-number sums allow. */
export function* weightsKeepSumsExact(context: LintContext): Iterable<Complaint> {
  const { document } = context;
  for (const entry of context.dimensions.filter((one) => hasSoundWeights(context, one))) {
    const forms = [entry.items, ...(document.forms ?? []).map(({ items }) => asked(entry.items, new Set(items)))];
    if (!forms.some((items) => isTooFine(items, minAnswered(context, entry)))) continue;
    yield {
      code: "FW055",
      path: ["dimensions", entry.index, "id"],
      message: `With its ${entry.items.length} items and their weights, scores of ${quote(entry.dimension.id)} cannot be kept as exact whole numbers.`,
      help: "Raise `min_answered` (1 always works), use equal weights, or make two dimensions of it.",
    };
  }
}

/** Nothing is reckoned with a weight or share in doubt. */
function hasSoundWeights({ doubts }: LintContext, { index, items }: DimensionEntry): boolean {
  return (
    !isDoubted(["defaults", "min_answered"], doubts) &&
    !isDoubted(["dimensions", index, "min_answered"], doubts) &&
    !items.some((item) => isDoubted(["items", item.index, "weight"], doubts))
  );
}

function asked(items: readonly ItemEntry[], form: ReadonlySet<string>): ItemEntry[] {
  return items.filter(({ item }) => form.has(item.id));
}

function isTooFine(items: readonly ItemEntry[], share: number): boolean {
  const { lcm } = scoreUnits(
    items.map(({ item }) => item.weight ?? 1),
    share,
  );
  const top = Math.max(1, ...items.map(({ scale }) => topOf(scale)));
  return lcm > FINEST_UNIT || top * lcm >= LARGEST_SCORE;
}

function topOf(scale: ItemEntry["scale"]): number {
  if (scale === undefined) return 1;
  return scale.kind === "figure" ? FIGURE_TOP : Math.max(Math.abs(scale.min), Math.abs(scale.max));
}

function minAnswered({ document }: LintContext, { dimension }: DimensionEntry): number {
  return dimension.min_answered ?? document.defaults?.min_answered ?? STANDARD_MIN_ANSWERED;
}

function weightOf(items: readonly ItemEntry[]): number {
  return items.reduce((sum, { item }) => sum + (item.weight ?? 1), 0);
}
