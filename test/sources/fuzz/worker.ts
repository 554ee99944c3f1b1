import { Readable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import { score } from "../../../src/pipeline.ts";
import { createShelf } from "../../../src/shelf/shelf.ts";
import { type FuzzCase, fuzzCase, tryCase, tryInspect } from "./case.ts";
import { allExports, type Export } from "./corpus.ts";
import type { FuzzAnswer, FuzzSetup, FuzzStep } from "./steps.ts";

/** Tries the cases it is told to, apart from whoever watches it. */
const { root, frameworks: known, hangsAt } = workerData as FuzzSetup;
const shelf = createShelf(root);
/** By the name of an export; filled as cases ask for them, since a worker that is to begin anew has few cases before it. */
const frameworks = new Map<string, [string, ...string[]]>();
const [first, ...others] = allExports(root);
const exports: [Export, ...Export[]] = [first ?? { name: "none.csv", bytes: Buffer.alloc(0) }, ...others];

/** The framework an export was made for: the first that reads it, guesses and all. */
async function framework({ name, bytes }: Export): Promise<[string, ...string[]]> {
  const { settings } = fuzzCase(0, exports, () => known);
  const rules = { onUnknown: "missing", onRagged: "skip", onDuplicate: "keep", acceptGuesses: true } as const;
  for (const one of known) {
    const how = { ...settings, framework: one, by: [], where: null, wave: null, weight: null, id: null, dialect: null };
    const inputs = [{ name, open: () => Readable.from([bytes]) }];
    const read = await score(
      { ...how, rules: { ...rules, include: [], exclude: [] }, inputs },
      { shelf, open: () => Readable.from([]) },
    ).then(
      () => true,
      () => false,
    );
    if (read) return [one, ...known];
  }
  return [...known];
}

/** Case number n, once what its exports were made for is known; what is asked for may differ with it. */
async function caseOf(n: number): Promise<FuzzCase> {
  for (;;) {
    const unknown = new Set<string>();
    const found = fuzzCase(n, exports, (name) => {
      const made = frameworks.get(name);
      if (made === undefined) unknown.add(name);
      return made ?? [...known];
    });
    if (unknown.size === 0) return found;
    for (const one of exports) if (unknown.has(one.name)) frameworks.set(one.name, await framework(one));
  }
}

async function answer({ n, way }: FuzzStep): Promise<FuzzAnswer> {
  // What the watchdog is for.
  while (n === hangsAt);
  const one = await caseOf(n);
  return way === "score" ? tryCase(one, shelf) : { scored: false, complaints: await tryInspect(one, shelf) };
}

// What is slow the first time is no part of the first case.
for (const one of exports.slice(0, 3)) frameworks.set(one.name, await framework(one));
parentPort?.on("message", (step: FuzzStep) => {
  answer(step).then(
    (found) => parentPort?.postMessage(found),
    (error: unknown) => parentPort?.postMessage({ scored: false, complaints: [`a defect: ${String(error)}`] }),
  );
});
parentPort?.postMessage("ready");
