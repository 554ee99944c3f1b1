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
  readonly cell: Cell;
  /** By score id (dimension or outcome): why its numbers are withheld. Absent: shown. */
  readonly veils: ReadonlyMap<string, Veil>;
  /** By item id, for the total; item tables of groups are not published. */
  readonly hiddenItems: ReadonlySet<string>;
  /** False under 10 people: no item table, no histogram. */
  readonly itemTable: boolean;
}

/** `hidden`: nothing may be said; otherwise the words that may. */
export type Veil = "hidden" | "nearly all" | "nearly none";
