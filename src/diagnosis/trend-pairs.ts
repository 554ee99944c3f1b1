import { type Comparison, comparisonOf, incomparable, type Kept } from "./comparison.ts";

/** Comparison of any two waves, by their positions; null where nothing of them may be compared. */
export type PairOf = (earlier: number, later: number) => Comparison | null;

/** Each pair is worked out once. */
export function pairsOf(waves: readonly Kept[]): PairOf {
  const known = new Map<string, Comparison | null>();
  return (earlier, later) => {
    const key = `${earlier} ${later}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const [before, after] = [waves[earlier], waves[later]];
    const made =
      before === undefined || after === undefined || incomparable(before, after).length > 0
        ? null
        : comparisonOf(before, after);
    known.set(key, made);
    return made;
  };
}
