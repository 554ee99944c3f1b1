import { Worker } from "node:worker_threads";
import type { Part, PartAnswer, PartReaders, PartSetup, PartTask, TaughtText } from "./messages.ts";

/** Each has a part to go on with when it has answered. */
const TASKS = 2;
/** MB. What is kept is the core's memory, which is no heap. */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 96 };

/** Starts threads that read parts of a file; or why the system has none to give. */
export function startThreads(setup: PartSetup, count: number): PartReaders | string {
  const threads: Thread[] = [];
  try {
    while (threads.length < count) threads.push(new Thread(setup));
  } catch (error) {
    for (const thread of threads) void thread.end();
    return reasonOf(error);
  }
  return {
    depth: TASKS * count,
    begun: async () => (await Promise.all(threads.map(({ begun }) => begun))).find((one) => one !== null) ?? null,
    read: (part, more) => leastBusy(threads).read(part, more),
    end: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

/** The first line is what went wrong; others tell where. */
function reasonOf(error: unknown): string {
  const [line = ""] = String(error instanceof Error ? error.message : error).split("\n");
  return line.trim();
}

function leastBusy(threads: readonly Thread[]): Thread {
  const [first, ...others] = threads;
  if (first === undefined) throw new Error("there is no thread");
  return others.reduce((least, one) => (one.tasks < least.tasks ? one : least), first);
}

interface Waiting {
  resolve(answer: PartAnswer): void;
  reject(reason: unknown): void;
}

class Thread {
  /** Why it failed before it could do anything; null: it did not. */
  readonly begun: Promise<string | null>;
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #told = 0;
  #failure: { readonly reason: unknown } | null = null;

  constructor(setup: PartSetup) {
    const worker = new Worker(new URL("./scan-worker.cjs", import.meta.url), {
      ...{ workerData: setup, resourceLimits: LIMITS, stdin: false, execArgv: [] },
    });
    this.#worker = worker;
    this.begun = new Promise((resolve) => {
      worker.once("message", () => {
        resolve(null);
        worker.on("message", (answer: PartAnswer) => this.#waiting.shift()?.resolve(answer));
      });
      const fail = (reason: unknown): void => {
        resolve(reasonOf(reason));
        this.#fail(reason);
      };
      worker.on("error", fail);
      worker.on("messageerror", fail);
      worker.on("exit", () => fail(new Error("a thread that reads a file has ended by itself")));
    });
  }

  get tasks(): number {
    return this.#waiting.length;
  }

  read(part: Part, { taught, hashes }: { readonly taught: readonly TaughtText[]; readonly hashes: number }) {
    const task: PartTask = { ...part, taught: taught.slice(this.#told), hashes };
    this.#told = taught.length;
    return new Promise<PartAnswer>((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure.reason);
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(task);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(reason: unknown): void {
    this.#failure ??= { reason };
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure.reason);
  }
}
