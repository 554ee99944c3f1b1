import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleTool } from "./bundle.mjs";
import { inRoot } from "./paths.mjs";

const ENTRY = "src/shelf/precompile.ts";

/**
 * Compiles the bundled frameworks and strategies to JSON, so that a run needs no YAML parser for them.
 * Throws when one of them is invalid.
 * @param {{ outDir: string, version: string }} options
 */
export async function buildShelf({ outDir, version }) {
  // Beside the validators, where node finds the project's packages.
  const tool = inRoot("generated", `precompile-${process.pid}.mjs`);
  try {
    await bundleTool({ entry: ENTRY, outFile: tool, version });
    const { precompileShelf } = await import(pathToFileURL(tool).href);
    const shelf = path.join(outDir, "shelf");
    await mkdir(shelf, { recursive: true });
    await precompileShelf(inRoot("frameworks"), shelf);
  } finally {
    await rm(tool, { force: true });
  }
}
