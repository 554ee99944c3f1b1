import type { Published } from "./estimate.ts";

/** What one `--by` asks for. */
export interface Grouping {
  /** As the user wrote it. */
  readonly text: string;
  /** `a`; `a/b/c`, every level inside the one above; `a,b`, every combination of values. */
  readonly kind: "single" | "hierarchy" | "crossing";
  /** Headers, in the order written; at least one, of a hierarchy or crossing two or more. */
  readonly columns: readonly string[];
}

/** How much of the differences between people lies between the groups of one grouping. */
export interface BetweenGroups {
  readonly dimension: string;
  readonly title: string;
  /** Share of the variance that lies between groups; may be below 0. */
  readonly icc1: Published;
  /** Reliability of the group means. */
  readonly icc2: Published;
}
