import type { CellResult, DimensionResult, DiscussedDimension, Discussion } from "../audit/types.ts";

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
 */
export function contrastOf(overall: CellResult): Contrast {
  const shown = overall.dimensions.flatMap(shownOf);
  const size = Math.min(MOST, Math.floor(shown.length / 2));
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

function shownOf({ id, title, index, judged }: DimensionResult): readonly Shown[] {
  return index.kind === "estimate" ? [{ dimension: id, title, index: index.value, judged }] : [];
}

/** Without an interval there is nothing to be unsure of but rounding. */
function lowEnd({ judged, index }: Shown): number {
  return judged?.low ?? index - ROUNDING;
}

function highEnd({ judged, index }: Shown): number {
  return judged?.high ?? index;
}

function bare({ dimension, title, index }: Shown): DiscussedDimension {
  return { dimension, title, index };
}
