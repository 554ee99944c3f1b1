import { comparisonJson, comparisonSheet } from "../comparison.ts";
import { EXIT } from "../exit.ts";
import type { Host } from "../host.ts";
import { parseTargets } from "../output.ts";
import { PAGE_FORMATS, writePages } from "../pages.ts";
import { refuseOverwriting } from "../paths.ts";
import { readCompared, type TwoFiles } from "../plan/kept.ts";

/**
 * `compare`: what changed between two kept audits, or the gap between two audiences. Ends as `report` would where one of
 * them shows nothing.
 */
export async function runCompare(host: Host, files: TwoFiles, output: readonly string[]): Promise<number> {
  const targets = parseTargets(output.length === 0 ? ["terminal"] : output, PAGE_FORMATS);
  refuseOverwriting([files.before, files.after], targets);
  const comparison = await readCompared(host, files);
  const page = { sheet: () => comparisonSheet(comparison), json: () => comparisonJson(comparison) };
  await writePages(host, page, targets);
  return comparison.change.reason === null ? EXIT.done : EXIT.nothingToScore;
}
