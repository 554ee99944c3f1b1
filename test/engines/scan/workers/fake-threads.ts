import type { ScanCore, ScanOptions } from "../../../../src/engines/scan/core.ts";
import type { PartAnswer, PartReaders, PartSetup } from "../../../../src/engines/scan/workers/messages.ts";
import { createPartScanner } from "../../../../src/engines/scan/workers/part-scanner.ts";
import type { Threads } from "../../../../src/engines/scan/workers/read-by-threads.ts";

export interface FakeThreads extends Threads {
  /** Who read the file, each time. */
  readonly ends: string[];
  /** Every answer, in the order of asking. */
  readonly answers: PartAnswer[];
}

/** Threads that are none: they speak by copies of messages as real ones do, one after the other. */
export function fakeThreads(
  createCore: (options: ScanOptions) => ScanCore,
  of: {
    readonly count: number;
    readonly first: number;
    readonly part: number;
    readonly mostUnusual?: number;
    readonly mostSums?: number;
  },
): FakeThreads {
  const ends: string[] = [];
  const answers: PartAnswer[] = [];
  return {
    ...{ ends, answers, sizes: of, limits: { unusual: of.mostUnusual ?? 100_000, sums: of.mostSums ?? 1e9 } },
    count: of.count,
    onEnd: (who) => void ends.push(who),
    start: (setup): PartReaders => {
      const workers = Array.from({ length: of.count }, () => fakeWorker(setup, createCore));
      let next = 0;
      return {
        depth: 2 * of.count,
        begun: async () => null,
        read: async (part, { taught, hashes }) => {
          const worker = workers[next++ % workers.length];
          if (worker === undefined) throw new Error("there is no worker");
          const task = { ...part, taught: taught.slice(worker.told), hashes };
          worker.told = taught.length;
          const at = answers.push({} as PartAnswer) - 1;
          worker.last = worker.last.then(() => worker.scan(structuredClone(task)));
          const answer = structuredClone(await worker.last) as PartAnswer;
          answers[at] = answer;
          return answer;
        },
        end: async () => {
          await Promise.allSettled(workers.map(({ last }) => last));
        },
      };
    },
  };
}

function fakeWorker(setup: PartSetup, createCore: (options: ScanOptions) => ScanCore) {
  return { scan: createPartScanner(structuredClone(setup), createCore), told: 0, last: Promise.resolve<unknown>(null) };
}
