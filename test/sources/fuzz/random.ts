/** A seeded source of choices (mulberry32), so that a failed case can be had again by its number. */
export interface Dice {
  /** 0 ≤ x < n, whole; 0 where n is 0. */
  below(n: number): number;
  pick<One>(from: readonly [One, ...One[]]): One;
  /** True in `share` (0–1) of all cases. */
  chance(share: number): boolean;
}

export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, pick: (from) => from[below(from.length)] ?? from[0], chance: (share) => next() < share };
}
