import type { AggregatePlan, Cell } from "../aggregate/types.ts";

/** What may be known: the only thing statistics ever see. */
export interface Released {
  readonly plan: AggregatePlan;
  readonly minGroup: number;
  /** Null when fewer people than the minimum answered. */
  readonly total: ReleasedCell | null;
  readonly grouping: ReleasedGrouping | null;
  /** Anything hidden anywhere. */
  readonly hidden: boolean;
}

export interface ReleasedGrouping {
  readonly column: string;
  /** Shown groups in order of label (blank last), then the pool if there is one. */
  readonly cells: readonly ReleasedCell[];
  /** No group at all could be shown. */
  readonly withheld: boolean;
}

/** Sums of everyone, one shown group, or the pool. Slots of statistics hidden here are zero, so nothing can be computed from them. */
export interface ReleasedCell {
  readonly kind: "total" | "group" | "pool";
  /** The group's value; "" for blank; "" for total and pool. */
  readonly label: string;
  readonly people: number;
  /** Kinds of missing and flags only with an item table. Outside the total a histogram keeps only the classes an outcome counts. */
  readonly cell: Cell;
  /** By id of dimension, outcome or composite: why its numbers are withheld. Absent: shown, or nobody answered. */
  readonly veils: ReadonlyMap<string, Veil>;
  /** By item id: answered by somebody, but by too few for a table row. Item tables of groups are not published, so there it holds every item. */
  readonly hiddenItems: ReadonlySet<string>;
  /** Whether an item table may be shown: only of everyone together, and of 10 people or more. */
  readonly itemTable: boolean;
}

/** `hidden`: nothing may be said; otherwise the words that may. */
export type Veil = "hidden" | "nearly all" | "nearly none";
