import { compareLabels } from "./sums.ts";

/** One group as a statistic sees it. */
export interface GroupSize {
  readonly label: string;
  /** Anybody at all whose answers would move the sums; 0 makes the group empty. */
  readonly people: number;
  /** People the statistic rests on: what the minimum is held against. At most `people`. */
  readonly size: number;
  /** People that this group needs, where it needs more than the minimum. */
  readonly least?: number;
}

export interface GroupDecision {
  /** Labels, smallest group first. */
  readonly shown: readonly string[];
  /** Labels put together, empty groups among them. */
  readonly pooled: readonly string[];
  /** The pool has swallowed every group that is not empty: only the total is left. */
  readonly withheld: boolean;
}

/** Puts a group into the pool: what the pool is worth now. */
export type PoolSize = (label: string) => number;

interface DecisionOptions {
  readonly minGroup: number;
  /** Groups that another decision has already put into the pool. */
  readonly alreadyPooled?: ReadonlySet<string>;
  /**
   * Which groups make two: those with people (default; when every statistic is decided again on its own counts), or
   * those the statistic rests on, for a pool in which only one has the statistic is that group.
   */
  readonly twoBy?: "people" | "size";
  /** Where the sizes of groups do not add up to that of their pool. */
  readonly poolWith?: PoolSize | undefined;
  /** False only in the attack's tests: the pool then stops at the groups under the minimum. */
  readonly extend?: boolean;
}

/**
 * Groups under the minimum are pooled, then the next smallest (ties by label), until the pool holds at least two groups
 * that are not empty and `minGroup` people. Two, because a pool of one group is that group; the minimum, because what
 * is pooled can always be had as the total minus what is shown. A pool needs as many as the group in it that needs most. Empty groups join the pool and count for nothing.
 * Source: secondary suppression, FCSM Statistical Policy Working Paper 22.
 */
export function decideGroups(groups: readonly GroupSize[], options: DecisionOptions): GroupDecision {
  const { minGroup, alreadyPooled, twoBy = "people", extend = true, poolWith } = options;
  const leastOf = (group: GroupSize) => Math.max(minGroup, group.least ?? minGroup);
  const inPool = (group: GroupSize) =>
    group.people === 0 || group.size < leastOf(group) || alreadyPooled?.has(group.label) === true;
  const sorted = [...groups].sort((a, b) => a.size - b.size || compareLabels(a.label, b.label));
  const pooled = sorted.filter(inPool);
  const open = sorted.filter((group) => !inPool(group));
  const occupied = pooled.filter((group) => group.people > 0);
  let count = occupied.filter((group) => group[twoBy] > 0).length;
  const pooledWith = (sum: number, group: GroupSize) => poolWith?.(group.label) ?? sum + group.size;
  let people = occupied.reduce(pooledWith, 0);
  let least = Math.max(minGroup, ...occupied.map(leastOf));
  let taken = 0;
  for (const next of open) {
    if (!extend || occupied.length === 0 || (count >= 2 && people >= least)) break;
    least = Math.max(least, leastOf(next));
    people = pooledWith(people, next);
    count++;
    taken++;
  }
  return {
    shown: open.slice(taken).map((group) => group.label),
    pooled: [...pooled, ...open.slice(0, taken)].map((group) => group.label),
    withheld: occupied.length > 0 && taken === open.length,
  };
}
