import { lintCatalogue, readStrategy, type StrategyReading } from "../framework/strategy.ts";
import type { Strategy } from "../framework/types.ts";
import { hasErrors } from "../problems/order.ts";
import type { Problem } from "../problems/problem.ts";
import { readText } from "./files.ts";

/** What a strategy says at the top and nothing else does; and what none of them has. */
const ITS_OWN = /^(?:first_step|actions|intensity|pitfall|watch)\s*:/m;
const ANOTHERS = /^(?:items|dimensions|composites|kind)\s*:/m;

/** Whether a YAML file is meant as a strategy, to be read as one with all its faults. Throws ProblemsError (SH002, SH003). */
export async function isStrategyFile(file: string): Promise<boolean> {
  const text = await readText(file);
  return ITS_OWN.test(text) && !ANOTHERS.test(text);
}

/**
 * Reads strategy files with every problem they have, alone and in the catalogue: each is held against the bundled ones and
 * against the others that are read with it. One that has the id of a bundled one stands in its place.
 * @returns by file; the strategy is null when one of its problems is an error. Throws ProblemsError (SH002, SH003).
 */
export async function readStrategyFiles(
  files: readonly string[],
  bundled: readonly Strategy[],
): Promise<ReadonlyMap<string, Pick<StrategyReading, "strategy" | "problems">>> {
  const read = await Promise.all(
    files.map(async (file) => ({ file, ...(await readStrategy({ text: await readText(file), file })) })),
  );
  const own = read.flatMap(({ file, strategy }) => (strategy === null ? [] : [{ file, strategy }]));
  const rest = bundled.filter(({ id }) => !own.some(({ strategy }) => strategy.id === id));
  const together = lintCatalogue(
    [...own.map(({ strategy }) => strategy), ...rest],
    own.map(({ file }) => file),
  );
  // What is now wrong with a bundled one comes of these files: it is told once, at the last of them.
  const told = (problem: Problem) => own.find(({ file }) => file === problem.place?.file)?.file ?? own.at(-1)?.file;
  return new Map(
    read.map(({ file, strategy, problems }) => {
      const all = [...problems, ...together.filter((problem) => told(problem) === file)];
      return [file, { strategy: hasErrors(all) ? null : strategy, problems: all }];
    }),
  );
}
