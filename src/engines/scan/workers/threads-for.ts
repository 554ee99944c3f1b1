import { availableParallelism } from "node:os";
import type { Threads } from "./read-by-threads.ts";
import { PART_SIZES } from "./read-in-parts.ts";
import { startThreads } from "./threads.ts";

/** From here on a second thread pays, in bytes: it takes its time to begin. */
const PAYS = 256 * 1_048_576;
/** More would wait for the memory, and each takes some. */
const MOST = 2;
const LIMITS = { unusual: 2 * 1_048_576, sums: 16 * 1_048_576 };

/** The threads that read a file of this size. asked: so many at most, whatever the size; null: as many as pay. */
export function threadsFor(asked: number | null, size: number | null): number {
  if (asked === null && (size === null || size < PAYS)) return 1;
  return Math.min(asked ?? MOST, availableParallelism());
}

export function manyThreads(count: number, onEnd: Threads["onEnd"]): Threads {
  return { count, sizes: PART_SIZES, limits: LIMITS, onEnd, start: (setup) => startThreads(setup, count) };
}
