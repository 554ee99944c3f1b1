import type { Kept } from "../../diagnosis/comparison.ts";
import { trendOf } from "../../diagnosis/trend.ts";
import { againstTrend } from "../../diagnosis/trend-problems.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { EXIT, UsageError } from "../exit.ts";
import { WAVE_FORMATS } from "../formats.ts";
import type { Host } from "../host.ts";
import { parseTargets } from "../output.ts";
import { writePages } from "../pages.ts";
import { refuseOverwriting } from "../paths.ts";
import { placeOf } from "../place.ts";
import { readKept } from "../plan/kept.ts";
import { readProject } from "../project/project.ts";
import { styleOf } from "../project/style.ts";
import { refuseOverProject } from "../project/unwritten.ts";
import { trendJson, trendSheet } from "../trend.ts";
import { waveNames } from "../trend-names.ts";

interface TrendFlags {
  readonly output?: readonly string[];
  readonly byGroup?: boolean;
}

/** A table of more would be read by nobody, and each is held against all others. */
const MOST_WAVES = 60;

/** `trend`: several kept audits of one framework in the order given. Ends as `report` would where the latest shows nothing. */
export async function runTrend(host: Host, files: readonly string[], flags: TrendFlags): Promise<number> {
  const targets = parseTargets(flags.output ?? ["terminal"], WAVE_FORMATS);
  refuseUnlikely(files);
  refuseOverwriting(files, targets);
  const project = await readProject(host);
  await refuseOverProject(project, targets);
  const kept = await readAll(host, files);
  const problems = againstTrend(kept);
  if (problems.length > 0) throw new ProblemsError(problems);
  const names = waveNames(files);
  const trend = trendOf(kept.map(({ audit }, at) => ({ name: names[at] ?? "", audit })));
  const style = await styleOf(project);
  const page = {
    style,
    sheet: () => trendSheet(trend, { byGroup: flags.byGroup ?? false, style }),
    json: () => trendJson(trend),
    others: { csv: async () => (await import("../../render/wave-csv.ts")).trendCsv(trend) },
  };
  await writePages(host, page, targets);
  return kept.at(-1)?.audit.overall == null ? EXIT.nothingToScore : EXIT.done;
}

function refuseUnlikely(files: readonly string[]): void {
  if (files.length < 2)
    throw new UsageError(
      "A trend needs two audits or more.",
      "Give them in order: trust-audit trend 2024.json 2025.json",
    );
  if (files.length > MOST_WAVES)
    throw new UsageError(`${files.length} audits are too many for one trend.`, `Give ${MOST_WAVES} at most.`);
  const places = files.map((file) => (file === "-" ? "-" : placeOf(file)));
  const again = files.find((_, at) => places.indexOf(places[at] ?? "") !== at);
  if (again !== undefined) throw new UsageError(`${again} is given twice.`, "Give each audit once.");
}

/** Throws ProblemsError with everything wrong with any of them. */
async function readAll(host: Host, files: readonly string[]): Promise<readonly Kept[]> {
  const problems: Problem[] = [];
  const kept: Kept[] = [];
  for (const file of files) {
    try {
      kept.push({ name: file, audit: (await readKept(host, file)).audit });
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return kept;
}
