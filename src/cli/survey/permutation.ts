import { randomInt } from "node:crypto";

/**
 * The rows in an order that nobody can work out again: who sat down when must not be told by the line they stand in.
 * @param below a whole number from 0 to below its argument, each as likely; of the host's own randomness
 */
export function inNoOrder<T>(rows: readonly T[], below: (limit: number) => number = randomInt): readonly T[] {
  const shuffled = [...rows];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const [a, b] = [shuffled[other], shuffled[last]];
    if (a !== undefined && b !== undefined) [shuffled[other], shuffled[last]] = [b, a];
  }
  return shuffled;
}
