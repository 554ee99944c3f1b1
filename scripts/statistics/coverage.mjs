/**
 * Draws thousands of samples from made-up populations and writes into docs/statistics.md how often each interval held the
 * truth. Takes a quarter of an hour: a process for each shape of a population.
 *
 *     node scripts/statistics/coverage.mjs [samples]
 */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { loadTypeScript, writeParts } from "./page.mjs";

const [samples = "4000", only] = process.argv.slice(2);
const { coverageTable, shapes, studyOf } = await loadTypeScript("test/coverage-of-intervals/table.ts");

if (only === undefined) {
  const found = await Promise.all(shapes.map(shapeInItsProcess));
  await writeParts({ "coverage of intervals": coverageTable(found.flat(), Number(samples)) });
} else {
  const tell = (/** @type {string} */ what) => process.stderr.write(`${what}\n`);
  process.stdout.write(JSON.stringify(await studyOf(only, { samples: Number(samples) }, tell)));
}

/** @param {string} shape */
async function shapeInItsProcess(shape) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), samples, shape], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(await text(child.stdout));
}
