import type { Worker } from "node:worker_threads";

/** What a step came to: its answer, or why there is none. */
export type Watched<Answer> = { readonly answer: Answer } | { readonly failure: string };

/** What a step may take on a machine as fast as most, in milliseconds; a slow one has up to SLOWEST times as long. */
const LONGEST = 2_000;
const SLOWEST = 5;
/** Milliseconds of `calibration` on a machine as fast as most. */
const USUAL = 15;
/** A worker that has been killed takes this long to start again, at most. */
const START = 60_000;

/**
 * A worker thread that does one step at a time and is killed when it takes too long, so that a step that hangs without ever
 * giving way fails by itself and stops nothing. The next step has a fresh worker. The worker says "ready", then answers each
 * message with one.
 */
export class Watchdog<Step, Answer> {
  #worker: Worker | null = null;
  readonly #start: () => Worker;
  readonly #longest: number;

  constructor(start: () => Worker, longest = LONGEST) {
    this.#start = start;
    this.#longest = longest;
  }

  async ask(step: Step): Promise<Watched<Answer>> {
    if (this.#worker === null) {
      this.#worker = this.#start();
      const ready = await heard<unknown>(this.#worker, { longest: START, allowance: () => START });
      if ("failure" in ready) throw new Error(`the worker does not start: ${ready.failure}`);
    }
    const worker = this.#worker;
    const longest = this.#longest;
    const answer = heard<Answer>(worker, { longest, allowance: () => longest * slowness() });
    worker.postMessage(step);
    const outcome = await answer;
    if ("failure" in outcome) await this.end();
    return outcome;
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }
}

/** The next word of a worker, or what became of it. allowance: milliseconds, asked for after `longest` only. */
function heard<Answer>(
  worker: Worker,
  { longest, allowance }: { readonly longest: number; readonly allowance: () => number },
): Promise<Watched<Answer>> {
  const began = performance.now();
  return new Promise((resolve) => {
    const late = () => {
      const left = allowance() - (performance.now() - began);
      if (left > 0) timer = setTimeout(late, left);
      else done({ failure: `is still running after ${Math.round(performance.now() - began)} ms` });
    };
    let timer = setTimeout(late, longest);
    const answered = (answer: Answer) => done({ answer });
    const failed = (error: Error) => done({ failure: `ended the worker: ${error.message}` });
    const ended = (code: number) => done({ failure: `ended the worker with exit code ${code}` });
    const done = (outcome: Watched<Answer>) => {
      clearTimeout(timer);
      // One by one: the worker listens to itself too.
      worker.off("message", answered).off("error", failed).off("exit", ended);
      resolve(outcome);
    };
    worker.on("message", answered).on("error", failed).on("exit", ended);
  });
}

/** How many times as long a step may take on this machine, as busy as it is just now. */
function slowness(): number {
  return Math.min(SLOWEST, Math.max(1, calibration() / USUAL));
}

/** Milliseconds that some work of always the same size takes. */
function calibration(): number {
  const began = performance.now();
  let mixed = 1;
  for (let at = 0; at < 3_000_000; at += 1) mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_507) + at;
  // Looked at, so that it is done at all.
  return mixed === 0.5 ? 0 : performance.now() - began;
}
