import type { AggregatePlan, Cell } from "../aggregate/types.ts";
import type { Grouping } from "../audit/grouping.ts";

/** What may be known: the only thing statistics ever see. */
export interface Released {
  readonly plan: AggregatePlan;
  readonly minGroup: number;
  /** Everyone of the wave and filter asked for; null when nothing may be shown of them, or nobody is left. */
  readonly total: ReleasedCell | null;
  /** Why nothing may be shown: fewer people than the minimum, or so few left out that the difference to everyone tells of them. */
  readonly withheldBecause: "too few" | "filter" | null;
  /** In the order asked for. */
  readonly groupings: readonly ReleasedGrouping[];
  /** Anything hidden anywhere. */
  readonly hidden: boolean;
  /** Whether the rows of everybody may be counted aloud: less those of the wave or the part that is shown, they may be those of a few. */
  readonly rowsTold: boolean;
}

export interface ReleasedGrouping {
  readonly grouping: Grouping;
  /** Shown groups in order of path (blank last), each parent's pool after its groups; units before those within them. */
  readonly cells: readonly ReleasedCell[];
  /** Nothing of it can be shown. */
  readonly withheld: "too small" | "with the others" | null;
}

/** Sums of everyone, one shown group, or the pool. Slots of statistics hidden here are zero, so nothing can be computed from them. */
export interface ReleasedCell {
  readonly kind: "total" | "group" | "pool";
  /** Values of the grouping's columns, from the first on, "" for blank; of a pool those of its parent; of the total none. */
  readonly path: readonly string[];
  readonly people: number;
  /** Kinds of missing and flags only with an item table. Outside the total a histogram keeps only the classes an outcome counts. */
  readonly cell: Cell;
  /** By id of dimension, outcome or composite: why its numbers are withheld. Absent: shown, or nobody answered. */
  readonly veils: ReadonlyMap<string, Veil>;
  /** By item id: answered by somebody, or asked of somebody, but by or of too few for a table row. Item tables of groups are not published, so there it holds every item. */
  readonly hiddenItems: ReadonlySet<string>;
  /** Whether an item table may be shown: only of everyone together, and of 10 people or more. */
  readonly itemTable: boolean;
}

/** `hidden`: nothing may be said; otherwise the words that may. */
export type Veil = "hidden" | "nearly all" | "nearly none";
