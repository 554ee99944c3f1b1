import type { CellResult, DimensionResult } from "../audit/types.ts";
import { reaches } from "../numeric/reaches.ts";

/** Where a dimension whose index may be shown stands against its target. */
export interface Standing {
  readonly dimension: string;
  readonly title: string;
  /** 0–100, 100 is best. */
  readonly index: number;
  /** Index points, 0–100. */
  readonly target: number;
  /** max(0, target − index)/100, so 0–1. */
  readonly gap: number;
  /** Probability that the true index is below target, 0–1. */
  readonly probability: number;
  /** Below the middle of the index and below target: bad in itself, and not only short of what is wished for. */
  readonly low: boolean;
}

/** Middle of the index, and so of a load: below it answers lean to the bad end. A convention. */
const MIDDLE = 50;

/** Every dimension with a published index and a target, in framework order. Others have no standing. */
export function standings(overall: CellResult): readonly Standing[] {
  return overall.dimensions.flatMap((dimension) => standing(dimension) ?? []);
}

function standing(dimension: DimensionResult): Standing | null {
  const { id, title, target } = dimension;
  if (dimension.index.kind !== "estimate" || target === null) return null;
  const index = dimension.index.value;
  const short = !reaches(index, target);
  // Without a probability there is no spread to speak of: the estimate decides.
  const probability = dimension.belowTarget ?? (short ? 1 : 0);
  return {
    dimension: id,
    title,
    index,
    target,
    gap: short ? (target - index) / 100 : 0,
    probability,
    low: short && !reaches(index, MIDDLE),
  };
}
