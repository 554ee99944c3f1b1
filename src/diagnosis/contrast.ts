import type { DimensionResult, DiscussedDimension, Discussion } from "../audit/types.ts";
import type { Voice, Whose } from "./voices.ts";

type Contrast = Pick<Discussion, "strongest" | "weakest" | "contrast">;

interface Shown extends DiscussedDimension {
  readonly judged: DimensionResult["judged"];
}

/** At most so many at either end. */
const MOST = 2;
const ROUNDING = 1e-9;

/**
 * The strongest and weakest dimensions that are shown, by index (100 is best): two each of four or more, one each of two or
 * three. Where the last of them stands no better (no worse) than the next one, both are left out: to name one would be chance.
 * With several audiences one each of every audience, in their order; they are never held against one another.
 */
export function contrastOf(voices: readonly Pick<Voice, "whose" | "cell">[]): Contrast {
  const each = voices.map((voice) => ofOne(voice, voices.length > 1 ? 1 : MOST));
  const told = each.filter(({ contrast }) => contrast !== null);
  const apart = told.filter(({ contrast }) => contrast !== "alike");
  return {
    strongest: each.flatMap(({ strongest }) => strongest),
    weakest: each.flatMap(({ weakest }) => weakest),
    contrast: told.length === 0 ? null : togetherOf(apart),
  };
}

function togetherOf(apart: readonly Contrast[]): Contrast["contrast"] {
  if (apart.length === 0) return "alike";
  return apart.every(({ contrast }) => contrast === "clear") ? "clear" : "unclear";
}

function ofOne({ whose, cell }: Pick<Voice, "whose" | "cell">, most: number): Contrast {
  const shown = cell.dimensions.flatMap((one) => shownOf(one, whose));
  const size = Math.min(most, Math.floor(shown.length / 2));
  if (size === 0) return { strongest: [], weakest: [], contrast: null };
  const byBest = [...shown].sort((a, b) => differ(b.index, a.index));
  const byWorst = [...shown].sort((a, b) => differ(a.index, b.index));
  if (differ(byBest[0]?.index ?? 0, byWorst[0]?.index ?? 0) === 0)
    return { strongest: [], weakest: [], contrast: "alike" };
  const [strongest, weakest] = [outstanding(byBest, size), outstanding(byWorst, size)];
  const both = strongest.length > 0 && weakest.length > 0;
  const clear = both && Math.min(...strongest.map(lowEnd)) > Math.max(...weakest.map(highEnd));
  return { strongest: strongest.map(bare), weakest: weakest.map(bare), contrast: clear ? "clear" : "unclear" };
}

/** The first `size` in order, without those that are level with the first one left out. */
function outstanding(ordered: readonly Shown[], size: number): readonly Shown[] {
  const next = ordered[size];
  const first = ordered.slice(0, size);
  return next === undefined ? first : first.filter(({ index }) => differ(index, next.index) !== 0);
}

/** As a sort function has it; indices that differ by the rounding of arithmetic are equal. */
function differ(a: number, b: number): number {
  return Math.abs(a - b) < ROUNDING ? 0 : a - b;
}

/** Without a target neither end is the strong one. */
function shownOf({ id, title, index, judged, target }: DimensionResult, audience: Whose): readonly Shown[] {
  if (index.kind !== "estimate" || target === null) return [];
  return [{ audience, dimension: id, title, index: index.value, judged }];
}

/** Without an interval there is nothing to be unsure of but rounding. */
function lowEnd({ judged, index }: Shown): number {
  return judged?.low ?? index - ROUNDING;
}

function highEnd({ judged, index }: Shown): number {
  return judged?.high ?? index;
}

function bare({ audience, dimension, title, index }: Shown): DiscussedDimension {
  return { audience, dimension, title, index };
}
