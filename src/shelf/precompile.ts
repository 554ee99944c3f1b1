import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lintCatalogue, readStrategy } from "../framework/strategy.ts";
import type { Strategy } from "../framework/types.ts";
import { ProblemsError } from "../problems/problem.ts";
import {
  type CompiledFramework,
  type CompiledShelf,
  SHELF_INDEX,
  SHELF_STRATEGIES,
  type ShelfEntry,
} from "./compiled.ts";
import { readFrameworkFile, readText } from "./files.ts";

/**
 * Build step: reads, validates and lints every bundled framework and strategy, and writes them as JSON documents.
 * Throws ProblemsError with every problem, warnings included: what we ship has none.
 */
export async function precompileShelf(frameworksDir: string, outDir: string): Promise<void> {
  const catalogue = await readCatalogue(join(frameworksDir, "strategies"));
  const entries: ShelfEntry[] = [];
  await mkdir(outDir, { recursive: true });
  for (const file of await yamlFiles(frameworksDir)) {
    const { framework, document, problems } = await readFrameworkFile(file, catalogue.strategies);
    if (framework === null || document === null || problems.length > 0) throw new ProblemsError(problems);
    const compiled: CompiledFramework = { document, hash: framework.hash };
    await write(outDir, `${framework.id}.json`, compiled);
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
  await write(outDir, SHELF_STRATEGIES, catalogue.documents);
  const index: CompiledShelf = { frameworks: entries };
  await write(outDir, SHELF_INDEX, index);
}

async function readCatalogue(dir: string): Promise<{ strategies: readonly Strategy[]; documents: readonly unknown[] }> {
  const files = await yamlFiles(dir);
  const read = await Promise.all(files.map(async (file) => readStrategy({ text: await readText(file), file })));
  const strategies = read.flatMap(({ strategy }) => (strategy === null ? [] : [strategy]));
  const problems = read.flatMap((one) => one.problems);
  const all = problems.length > 0 ? problems : lintCatalogue(strategies, files);
  if (all.length > 0) throw new ProblemsError(all);
  return { strategies, documents: read.map(({ document }) => document) };
}

async function yamlFiles(dir: string): Promise<readonly string[]> {
  const names = await readdir(dir);
  return names
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(dir, name));
}

function write(dir: string, name: string, content: unknown): Promise<void> {
  return writeFile(join(dir, name), `${JSON.stringify(content)}\n`);
}
