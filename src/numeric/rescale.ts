/** How a formula's value becomes an index: along a line, or along the logarithm, between its worst and its best. */
export interface IndexScale {
  /** Left out: linear. */
  readonly transform?: "linear" | "log";
  readonly worst: number;
  readonly best: number;
}

/** 0 at worst, 100 at best; not held to that range. On a log scale all three must be positive. */
export function indexOn({ transform, worst, best }: IndexScale, value: number): number {
  const scale = transform === "log" ? Math.log : (x: number) => x;
  return (100 * (scale(value) - scale(worst))) / (scale(best) - scale(worst));
}
