import type { Project } from "../../project/types.ts";
import { historyPath } from "../check/history.ts";
import { UsageError } from "../exit.ts";
import type { OutputTarget } from "../output.ts";
import { victimAmong } from "../paths.ts";
import { matching } from "./data.ts";
import { inFolder } from "./folder.ts";

/**
 * What a project rests on is not written over by what it makes: its file, its exports, its baseline with the history.
 * Throws UsageError.
 */
export async function refuseOverProject(project: Project | null, targets: readonly OutputTarget[]): Promise<void> {
  if (project === null) return;
  const exports = await Promise.all(project.data.map((pattern) => matching(inFolder(project, pattern))));
  const baseline = project.baseline === null ? null : inFolder(project, project.baseline);
  const kept = baseline === null ? [] : [baseline, historyPath(baseline)];
  const victim = victimAmong([project.file, ...exports.flat(), ...kept], targets);
  if (victim === null) return;
  throw new UsageError(
    `${victim} would be written over, and the project in ${project.file} rests on it.`,
    "Give the output another name; a baseline is moved with trust-audit check --move-baseline 'REASON'.",
  );
}
