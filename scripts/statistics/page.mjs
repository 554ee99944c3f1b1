import { readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { bundleTool } from "../build/bundle.mjs";
import { inRoot, packageVersion } from "../build/paths.mjs";

const PAGE = inRoot("docs", "statistics.md");

/** What a TypeScript module of the tests exports. @param {string} entry path inside the checkout @returns {Promise<any>} */
export async function loadTypeScript(entry) {
  // As deep in the checkout as the modules in it, so that the paths they make of their own place hold.
  const outFile = inRoot("test", "reference", `tool-${process.pid}.mjs`);
  try {
    await bundleTool({ entry, outFile, version: await packageVersion() });
    return await import(`${pathToFileURL(outFile).href}?${encodeURIComponent(entry)}`);
  } finally {
    await rm(outFile, { force: true });
  }
}

/** Writes parts of docs/statistics.md, by name. @param {Readonly<Record<string, string>>} parts */
export async function writeParts(parts) {
  const { withPart } = await loadTypeScript("test/docs/statistics-page.ts");
  const page = Object.entries(parts).reduce(
    (text, [name, part]) => withPart(text, name, part),
    readFileSync(PAGE, "utf8"),
  );
  writeFileSync(PAGE, page);
}
