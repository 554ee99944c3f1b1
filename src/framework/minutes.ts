/** The time one closed question takes, read and answered with care; a planning figure. */
export const SECONDS_PER_ITEM = 11;

/** Minutes for so many items, not rounded. */
export function minutesFor(items: number): number {
  return (items * SECONDS_PER_ITEM) / 60;
}
