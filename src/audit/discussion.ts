import type { Hidden, Published } from "./estimate.ts";

/** What a room said on one item beside its agreed answer. */
export interface RoomItem {
  readonly item: string;
  /** As this audience was asked. */
  readonly text: string;
  /** The agreed answer in the scale's words; null where there is none. */
  readonly answer: string | null;
  readonly note: string | null;
  readonly hands: RoomHands | null;
}

/** A show of hands. Of few people only their number is told. */
export interface RoomHands {
  readonly people: number;
  readonly counts: readonly { readonly code: number; readonly label: string; readonly count: number }[] | Hidden;
  /** Of the codes shown by hand. */
  readonly mean: Published;
  readonly sd: Published;
}

/** What a room talks about first, from published numbers alone. */
export interface Discussion {
  /**
   * Best first, then worst first; at most two each and never one in both. Empty where naming one would be chance. With
   * several audiences at most one each of every audience.
   */
  readonly strongest: readonly DiscussedDimension[];
  readonly weakest: readonly DiscussedDimension[];
  /**
   * `clear`: every strong one lies above every weak one, intervals and all; `unclear`: only the estimates do; `alike`: all
   * stand at the same number; null: fewer than two dimensions are shown.
   */
  readonly contrast: "clear" | "unclear" | "alike" | null;
  readonly spread: Spread | null;
  /** Why there is no spread to talk about; null where there is one. */
  readonly noSpread: string | null;
  /** Three, in the order to ask them. */
  readonly questions: readonly DiscussionQuestion[];
  /** At most two steps of the plan; the plan says why there are none. */
  readonly start: readonly {
    readonly rank: number;
    readonly strategy: string;
    readonly title: string;
    readonly firstStep: string;
  }[];
}

export interface DiscussedDimension {
  /** Whose answers; null: everyone's. */
  readonly audience: { readonly id: string; readonly title: string } | null;
  readonly dimension: string;
  readonly title: string;
  /** 0–100, 100 is best, whatever the framework's reading. */
  readonly index: number;
}

/** Where answers differ most: the largest standard deviation relative to the width of its scale. */
export interface Spread {
  /** Whose answers; null: everyone's. */
  readonly audience: { readonly id: string; readonly title: string } | null;
  /** `hands`: an item by show of hands. */
  readonly of: "item" | "dimension" | "hands";
  readonly id: string;
  /** The item's wording, or the dimension's title. */
  readonly title: string;
  /** Standard deviation with n − 1, in points between `min` and `max`. */
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly n: number;
}

export interface DiscussionQuestion {
  readonly text: string;
  /** Where it comes from: a finding of the framework, the widest spread, a weak or strong dimension, or none of them. */
  readonly from: "finding" | "spread" | "weakest" | "strongest" | "general";
  /** Id of the finding, item or dimension; null for a general one. */
  readonly id: string | null;
}
