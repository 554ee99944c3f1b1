import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProfileCatalogue, ProfileReading } from "../framework/profile.ts";
import { lintCatalogue, readStrategy } from "../framework/strategy.ts";
import type { Strategy } from "../framework/types.ts";
import { ProblemsError } from "../problems/problem.ts";
import { type CompiledShelf, SHELF_INDEX, SHELF_PROFILES, SHELF_STRATEGIES, type ShelfEntry } from "./compiled.ts";
import { readFrameworkFile, readText } from "./files.ts";
import { readProfileFile } from "./profiles.ts";
import { stored } from "./stored.ts";

/**
 * Build step: reads, validates and lints every bundled framework, strategy and profile, and writes frameworks and strategies
 * as they are compiled, profiles as documents (most runs have none).
 * Throws ProblemsError with every problem, warnings included: what we ship has none.
 */
export async function precompileShelf(frameworksDir: string, outDir: string): Promise<void> {
  const catalogue = await readCatalogue(join(frameworksDir, "strategies"));
  const entries: ShelfEntry[] = [];
  const frameworks: { readonly id: string; readonly dimensions: readonly string[] }[] = [];
  await mkdir(outDir, { recursive: true });
  for (const file of await yamlFiles(frameworksDir)) {
    const { framework, problems } = await readFrameworkFile(file, catalogue.strategies, {
      wording: true,
    });
    if (framework === null || problems.length > 0) throw new ProblemsError(problems);
    frameworks.push({ id: framework.id, dimensions: framework.dimensions.map(({ id }) => id) });
    await write(outDir, `${framework.id}.json`, stored(framework));
    entries.push({
      id: framework.id,
      version: framework.version,
      title: framework.title,
      purpose: framework.purpose,
      audiences: framework.audiences.map((audience) => audience.id),
      items: framework.items.length,
      dimensions: framework.dimensions.length,
      minutes: framework.minutes,
    });
  }
  await write(outDir, SHELF_STRATEGIES, stored(catalogue.strategies));
  await write(
    outDir,
    SHELF_PROFILES,
    await readProfiles(join(frameworksDir, "profiles"), { frameworks, ...catalogue }),
  );
  const index: CompiledShelf = { frameworks: entries };
  await write(outDir, SHELF_INDEX, index);
}

async function readCatalogue(dir: string): Promise<{ strategies: readonly Strategy[] }> {
  const files = await yamlFiles(dir);
  const read = await Promise.all(files.map(async (file) => readStrategy({ text: await readText(file), file })));
  const strategies = read.flatMap(({ strategy }) => (strategy === null ? [] : [strategy]));
  const problems = read.flatMap((one) => one.problems);
  const all = problems.length > 0 ? problems : lintCatalogue(strategies, files);
  if (all.length > 0) throw new ProblemsError(all);
  return { strategies };
}

/** The documents of the profiles, in order of id; a folder that is not there holds none. */
async function readProfiles(dir: string, catalogue: ProfileCatalogue): Promise<readonly unknown[]> {
  const read: ProfileReading[] = [];
  for (const file of await yamlFiles(dir)) read.push(await readProfileFile(file, catalogue, { wording: true }));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ProblemsError(problems);
  return read.map(({ document }) => document);
}

async function yamlFiles(dir: string): Promise<readonly string[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(dir, name));
}

function write(dir: string, name: string, content: unknown): Promise<void> {
  return writeFile(join(dir, name), `${JSON.stringify(content)}\n`);
}
