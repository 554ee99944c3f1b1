/** A number with its pedigree. Nothing leaves the program as a bare number. */
export interface Estimate {
  readonly kind: "estimate";
  readonly value: number;
  /** Null where there is none (one assessment, a census, one person); `noInterval` then says why. */
  readonly interval: Interval | null;
  readonly noInterval: string | null;
  /** People it rests on. */
  readonly n: number;
  /** e.g. "points on 1–5", "index 0–100", "share 0–1", "NPS −100..100" */
  readonly unit: string;
  /** e.g. "mean, t interval with 228 df" */
  readonly method: string;
  readonly caveats: readonly string[];
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** 0–1, e.g. 0.95 */
  readonly level: number;
}

/** A statistic that cannot be had, and why, in words a reader understands. */
export interface NotComputable {
  readonly kind: "none";
  readonly reason: string;
  readonly n: number;
}

/** Withheld to protect small groups. `words` is all that may be said: "nearly all", "nearly none", or nothing. Which rule hid it is not told. */
export interface Hidden {
  readonly kind: "hidden";
  readonly words: "nearly all" | "nearly none" | null;
}

export type Published = Estimate | NotComputable | Hidden;
