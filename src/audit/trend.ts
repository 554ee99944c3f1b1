import type { Published } from "./estimate.ts";
import type { Audit, Change, ChangeResult, CompositeResult, DimensionResult, GroupName } from "./types.ts";

/** A score, by its kind and id. */
export interface ScoreName {
  readonly of: "composite" | "dimension";
  readonly id: string;
  readonly title: string;
}

/** A score that is not held against its namesake, and why, in words that follow its title. */
export interface LeftOut extends ScoreName {
  readonly reason: string;
}

/** A kept audit, and what it is called. */
export interface TrendWave {
  readonly name: string;
  readonly audit: Audit;
}

/** Several kept audits of one framework, in the order given, and what changed on the way. */
export interface Trend {
  readonly waves: readonly TrendWave[];
  /** The score that the latest audit leads with first, then composites and dimensions in its order, then those of earlier audits alone. */
  readonly scores: readonly ScoreTrend[];
  readonly groups: readonly GroupTrend[];
  /** One per wave after the first. */
  readonly steps: readonly WaveStep[];
  /** From the first wave to the latest, where they may be compared. */
  readonly whole: ChangeResult | null;
  /** What else differs between waves and may pass for a change, in sentences. */
  readonly mind: readonly string[];
}

export interface ScoreTrend extends ScoreName {
  /** One per wave. */
  readonly points: readonly WavePoint[];
}

export interface WavePoint {
  /** Null where the audit shows nothing, or does not have the score. */
  readonly result: CompositeResult | DimensionResult | null;
  /** As it is read: 0–100, 100 is best. */
  readonly index: Published;
  /** False where the score was made otherwise in the wave before, so that nothing leads from there to here. */
  readonly follows: boolean;
  readonly sinceFirst: SinceWave | null;
  readonly sinceBefore: SinceWave | null;
}

/** From one wave to the next. */
export interface WaveStep {
  /** Why nothing is compared across; null where something is. */
  readonly broken: string | null;
  readonly leftOut: readonly LeftOut[];
  readonly reworded: readonly ScoreName[];
  readonly newGroups: readonly GroupName[];
  readonly goneGroups: readonly GroupName[];
}

export interface SinceWave {
  /** Position of the wave it is held against. */
  readonly wave: number;
  /** `adjustedP` of steps: Benjamini–Hochberg over the steps of this score. */
  readonly change: Change;
}

/** The score that reports lead with, of a group that at least two waves show. */
export interface GroupTrend extends GroupName {
  /** One per wave: null where it shows no such group. */
  readonly points: readonly (CompositeResult | null)[];
  /** Of the latest wave, if it shows the group: against the first and the last before it that may be compared. */
  readonly sinceFirst: SinceWave | null;
  readonly sinceBefore: SinceWave | null;
}
