import type { Kept } from "../../diagnosis/comparison.ts";
import { ProblemsError } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";
import { looksLikePath } from "../../shelf/shelf.ts";

/** An audit of another version than the project is pinned to is not judged for it. Throws ProblemsError (PF010). */
export function refuseOtherVersion(project: Project | null, { name, audit }: Kept): void {
  const { id, version } = audit.framework;
  if (project === null || project.frameworkVersion === null || project.frameworkVersion === version) return;
  const { framework, frameworkVersion } = project;
  // Another framework altogether is none of the project's business.
  if (framework !== null && !looksLikePath(framework) && framework !== id) return;
  const message = `The project is pinned to ${id} ${frameworkVersion}, and ${name} was scored with ${version}.`;
  const help = `Score again with ${frameworkVersion}; or, to move, write framework_version: "${version}" and make a new baseline.`;
  const place = project.placeOf(["framework_version"]);
  throw new ProblemsError([{ code: "PF010", severity: "error", message, help, place }]);
}
