import type { DimensionResult, ItemResult, RoomItem, Spread } from "../audit/types.ts";
import type { Voice, Whose } from "./voices.ts";

/** What has been published of the answers. */
export interface Answered {
  /** Those who are shown by themselves; of one audience everyone. */
  readonly voices: readonly Pick<Voice, "whose" | "cell">[];
  readonly items: readonly ItemResult[];
  /** Null where no room filled it in together. */
  readonly room: readonly RoomItem[] | null;
}

/** Standard deviations this small beside their scale are rounding. */
const ROUNDING = 1e-9;

/**
 * Where people's answers differ most: the largest standard deviation relative to the width of its scale, of the dimensions
 * and items that are shown; ties go to the first, dimensions before items. Null where none is shown or nobody differs. With
 * several audiences the dimensions of each: their items are worded apart, and two of them differ by a gap, not a spread.
 */
export function widestSpread({ voices, items }: Pick<Answered, "voices" | "items">): Spread | null {
  const dimensions = voices.flatMap(({ whose, cell }) =>
    cell.dimensions.flatMap((one) => ofDimension(one, whose) ?? []),
  );
  return widest([...dimensions, ...(voices.some(({ whose }) => whose !== null) ? [] : items.flatMap(ofItem))]);
}

/** The same of the shows of hands that may be told. */
export function widestHands({ room }: Pick<Answered, "room">): Spread | null {
  return widest((room ?? []).flatMap(ofHands));
}

function widest(spreads: readonly Spread[]): Spread | null {
  const relative = ({ sd, min, max }: Spread) => (max > min ? sd / (max - min) : 0);
  const [first, ...rest] = spreads;
  if (first === undefined) return null;
  const found = rest.reduce((best, one) => (relative(one) > relative(best) + ROUNDING ? one : best), first);
  return relative(found) > ROUNDING ? found : null;
}

function ofDimension({ id, title, sd, min, max }: DimensionResult, audience: Whose): Spread | null {
  return sd.kind === "estimate" ? { audience, of: "dimension", id, title, sd: sd.value, min, max, n: sd.n } : null;
}

function ofItem({ id, text, histogram }: ItemResult): readonly Spread[] {
  return "kind" in histogram ? [] : ofCounts({ audience: null, of: "item", id, title: text }, histogram);
}

function ofHands({ item, text, hands }: RoomItem): readonly Spread[] {
  if (hands === null || "kind" in hands.counts) return [];
  return ofCounts({ audience: null, of: "hands", id: item, title: text }, hands.counts);
}

type Count = { readonly code: number; readonly count: number };

/** n − 1; codes and counts are small whole numbers, so the sums are exact. */
function ofCounts(
  named: Pick<Spread, "audience" | "of" | "id" | "title">,
  counts: readonly Count[],
): readonly Spread[] {
  const sum = (term: (code: number) => number) =>
    counts.reduce((total, { code, count }) => total + count * term(code), 0);
  const n = sum(() => 1);
  if (n < 2) return [];
  const spread = n * sum((code) => code * code) - sum((code) => code) ** 2;
  const codes = counts.map(({ code }) => code);
  return [{ ...named, sd: Math.sqrt(spread / (n * (n - 1))), min: Math.min(...codes), max: Math.max(...codes), n }];
}
