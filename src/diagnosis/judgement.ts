import type { Evidence, Judged } from "../audit/types.ts";

/** A published index that a condition may be judged on. */
export interface ShownIndex {
  readonly id: string;
  readonly title: string;
  /** 0–100, 100 is best. */
  readonly value: number;
  /** As it is judged: never narrowed by a headcount. */
  readonly interval: Judged | null;
  readonly n: number;
  /** No interval is needed for the point to be certain: one assessment. */
  readonly exact: boolean;
}

/** A condition that holds. */
export interface Judgement {
  readonly evidence: Evidence;
  /** The intervals, too, lie wholly on the condition's side. */
  readonly clear: boolean;
  /** Index points by which it is met, ≥ 0 but for rounding. */
  readonly margin: number;
}
