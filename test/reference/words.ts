/** A number with so many decimals and a true minus. */
export function written(value: number, digits: number): string {
  return value.toFixed(digits).replace("-", "−");
}

export function percent(share: number): string {
  return `${written(100 * share, 1)} %`;
}

/** Looks up a number of the reference survey by its path. */
export type Numbers = (path: string) => number;
