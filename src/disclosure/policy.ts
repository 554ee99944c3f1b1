/** `--min-group` may not go below this: a pair of colleagues can work out each other's answers from any smaller group. */
export const MINIMUM_MIN_GROUP = 3;

/** `--min-group` when nobody says otherwise; a lower one marks every page. */
export const DEFAULT_MIN_GROUP = 5;

/** Under this many people no item table, no histogram and no exact 0 %, 100 % or SD of 0. */
export const DETAIL_MINIMUM = 10;

/** The rules of protection, one by one, so that the attack in the tests can prove that each is needed. Programs use them all. */
export interface Rules {
  /** Groups under the minimum are put together. */
  readonly pool: boolean;
  /** What is taken away is always enough that "total minus what is shown" tells nothing about one group. */
  readonly complement: boolean;
  /** Every statistic is judged again on the people it rests on. */
  readonly optional: boolean;
  /** A statistic that says of everybody what they answered, or did not, is put in words. */
  readonly extremes: boolean;
  /** A further grouping is shown only if what is shown in all of them, combined, tells nothing about a small set. */
  readonly eliminate: boolean;
  /** What a filter leaves out is everyone less the rest: it is protected like a group. */
  readonly filter: boolean;
  /** Those who answered only one of two linked waves are the difference between the wave and the pairs. */
  readonly paired: boolean;
}

export const ALL_RULES: Rules = {
  pool: true,
  complement: true,
  optional: true,
  extremes: true,
  eliminate: true,
  filter: true,
  paired: true,
};
