import type { Interval, Published } from "./estimate.ts";
import type { DifferenceTest } from "./results.ts";

/** Whether the items of a dimension measure one thing; of everyone together. */
export interface ReliabilityResult {
  readonly dimension: string;
  readonly title: string;
  /** Respondents who answered all its items; null where that is hidden. */
  readonly n: number | null;
  /** Cronbach's alpha with Feldt's interval. */
  readonly alpha: Published;
  readonly standardised: Published;
  /** McDonald's omega total of one minimum-residual factor. */
  readonly omega: Published;
  /** A convention, by alpha; null without one. */
  readonly band: "do not interpret" | "weak" | "acceptable" | "good" | null;
  /** In framework order; empty where nothing can be said. */
  readonly items: readonly ItemReliability[];
}

export interface ItemReliability {
  readonly item: string;
  /** Correlation with the sum of the other items, −1..1. */
  readonly rest: Published;
  readonly alphaIfDropped: Published;
  /** True where the correlation is negative: is this item reversed? */
  readonly asksReversed: boolean;
}

/** What goes with an outcome; never what causes it. */
export interface DriversResult {
  readonly outcome: string;
  readonly title: string;
  /** Respondents with the outcome and every predictor; null where that is hidden. */
  readonly n: number | null;
  /** Why there are none, in words; null where there are. */
  readonly reason: string | null;
  /** Share of the outcome's variance, 0–1. */
  readonly r2: Published | null;
  /** Largest first. */
  readonly drivers: readonly Driver[];
}

export interface Driver {
  readonly dimension: string;
  readonly title: string;
  /** Johnson's relative weight: part of R², 0–1. */
  readonly weight: Published;
  /** Part of R², 0–100. */
  readonly percent: number;
  /** Of the weight minus that of a predictor of pure noise. */
  readonly aboveNoise: Interval;
  /** `aboveNoise` lies above 0. */
  readonly claimed: boolean;
}

/** The latest wave against the one before it, or people paired with their own earlier answers. */
export interface ChangeResult {
  readonly kind: "independent" | "paired";
  /** What the two waves are called: a wave's value, a file, an audit. */
  readonly before: string;
  readonly after: string;
  /** People: scored before, after, and (paired) in both; null where nothing is shown. */
  readonly people: { readonly before: number; readonly after: number; readonly both: number | null } | null;
  /** Why nothing is shown, in words; null where something is. */
  readonly reason: string | null;
  readonly changes: readonly Change[];
  /** Change of every group that is shown in both waves; empty for paired waves. */
  readonly groups: readonly GroupChange[];
  /** Groups that only the later wave shows, and that only the earlier one does. Whether the other had nobody of them, or hides them, is not told. */
  readonly newGroups: readonly GroupName[];
  readonly goneGroups: readonly GroupName[];
  /** One per composite of everyone whose change is shown. */
  readonly splits: readonly ChangeSplit[];
}

export interface GroupName {
  /** Of which `--by`, as the user wrote it. */
  readonly grouping: string;
  readonly path: readonly string[];
  readonly label: string;
}

/** What each input has brought to the change of a composite's index. */
export interface ChangeSplit {
  /** Composite id. */
  readonly composite: string;
  readonly title: string;
  /** Why it is not told, in words; null where it is. */
  readonly reason: string | null;
  /** How it was worked out; null where it is not told. */
  readonly method: string | null;
  /** In the order of the formula; their points add up to the change. Empty where it is not told. */
  readonly parts: readonly ChangePart[];
}

export interface ChangePart {
  /** Dimension id. */
  readonly dimension: string;
  readonly title: string;
  /** Index points of the composite; without an interval of its own. */
  readonly points: number;
  /** What is said of the dimension's own change. */
  readonly says: Change["says"];
}

export interface Change {
  readonly of: "composite" | "dimension";
  readonly id: string;
  readonly title: string;
  /** After minus before, in index points. */
  readonly index: Published;
  /** After minus before in points of the item metric; after divided by before (a ratio) of a composite on the log scale. */
  readonly points: Published;
  /** Interval of `index` at 99 %, of the same people alone: gates go by it, month after month. Null of waves, without one, and of audits made before it was kept. */
  readonly strict: Interval | null;
  readonly test: DifferenceTest | null;
  /** Of a group: Benjamini–Hochberg over the changes of all groups of one level; 0–1. Null of everyone. */
  readonly adjustedP: number | null;
  readonly says: "up" | "down" | "no clear change" | "too few to say";
}

/** As the difference alone has it, before it is held against the other changes of its table. */
export type PlainChange = Omit<Change, "adjustedP">;

export interface GroupChange extends GroupName {
  readonly changes: readonly Change[];
}
