import { readAudit } from "../../audit/read.ts";
import { type Comparison, comparisonOf, incomparable, type Kept } from "../../diagnosis/comparison.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { comparisonJson, comparisonSheet, namesOf } from "../comparison.ts";
import { EXIT, UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import { readStream } from "../input.ts";
import { type OutputTarget, parseTargets, writeOutputs } from "../output.ts";
import { refuseOverwriting } from "../paths.ts";
import { placeOf } from "../place.ts";

const FORMATS = ["terminal", "markdown", "md", "json"] as const;

/** `compare`: what changed between two kept audits. Ends as `report` would where one of them shows nothing. */
export async function runCompare(
  host: Host,
  files: { readonly before: string; readonly after: string },
  output: readonly string[],
): Promise<number> {
  const targets = parseTargets(output.length === 0 ? ["terminal"] : output, FORMATS);
  const both = [files.before, files.after];
  if (new Set(both.map((file) => (file === "-" ? "-" : placeOf(file)))).size < both.length)
    throw new UsageError(
      "Both audits are the same file.",
      "Give the earlier audit and the later one: trust-audit compare 2025.json 2026.json",
    );
  refuseOverwriting(both, targets);
  const comparison = await compared(host, files);
  await writeOutputs(host, await Promise.all(targets.map((target) => drawn(host, target, comparison))));
  return comparison.change.reason === null ? EXIT.done : EXIT.nothingToScore;
}

/** Everything wrong with either file is told together. Throws ProblemsError. */
async function compared(host: Host, files: { readonly before: string; readonly after: string }): Promise<Comparison> {
  const [beforeName, afterName] = namesOf(files.before, files.after);
  const readings = await Promise.all([read(host, files.before, beforeName), read(host, files.after, afterName)]);
  const [before, after] = readings.map(({ kept }) => kept);
  if (before == null || after == null) throw new ProblemsError(readings.flatMap(({ problems }) => problems));
  const against = incomparable(before, after);
  if (against.length > 0) throw new ProblemsError(against);
  return comparisonOf(before, after);
}

async function read(
  host: Host,
  file: string,
  name: string,
): Promise<{ readonly kept: Kept | null; readonly problems: readonly Problem[] }> {
  try {
    const { audit, problems } = await readAudit({ text: await readStream(host.open(file), name), file: name });
    return { kept: audit === null ? null : { name, audit }, problems };
  } catch (error) {
    if (error instanceof ProblemsError) return { kept: null, problems: error.problems };
    throw error;
  }
}

async function drawn(
  host: Host,
  target: OutputTarget,
  comparison: Comparison,
): Promise<{ readonly target: OutputTarget; readonly text: string }> {
  const { format, path } = target;
  if (format === "json") {
    const { jsonText } = await import("../../render/json.ts");
    return { target, text: jsonText(comparisonJson(comparison)) };
  }
  const sheet = comparisonSheet(comparison);
  if (format === "terminal") {
    const { renderSheet } = await import("../../render/terminal/sheet.ts");
    return { target, text: await renderSheet(sheet, { width: host.width, color: path === null && host.color.out }) };
  }
  const [{ markdownSheet }, { cleanDeep }] = await Promise.all([
    import("../../render/markdown/draw.ts"),
    import("../../render/clean.ts"),
  ]);
  return { target, text: markdownSheet(cleanDeep(sheet)) };
}
