import { comparisonJson, comparisonSheet } from "../comparison.ts";
import { EXIT } from "../exit.ts";
import { WAVE_FORMATS } from "../formats.ts";
import type { Host } from "../host.ts";
import { parseTargets } from "../output.ts";
import { writePages } from "../pages.ts";
import { refuseOverwriting } from "../paths.ts";
import { readCompared, type TwoFiles } from "../plan/kept.ts";
import { readProject } from "../project/project.ts";
import { styleOf } from "../project/style.ts";
import { refuseOverProject } from "../project/unwritten.ts";

/**
 * `compare`: what changed between two kept audits, or the gap between two audiences. Ends as `report` would where one of
 * them shows nothing.
 */
export async function runCompare(host: Host, files: TwoFiles, output: readonly string[]): Promise<number> {
  const targets = parseTargets(output.length === 0 ? ["terminal"] : output, WAVE_FORMATS);
  refuseOverwriting([files.before, files.after], targets);
  const project = await readProject(host);
  await refuseOverProject(project, targets);
  const comparison = await readCompared(host, files);
  const { before, after, change } = comparison;
  const sides = [before, after].map(({ name, audit }) => ({ name, overall: audit.overall }));
  const style = await styleOf(project);
  const page = {
    style,
    sheet: () => comparisonSheet(comparison, style),
    json: () => comparisonJson(comparison),
    others: { csv: async () => (await import("../../render/wave-csv.ts")).changeCsv(change, sides) },
  };
  await writePages(host, page, targets);
  return comparison.change.reason === null ? EXIT.done : EXIT.nothingToScore;
}
