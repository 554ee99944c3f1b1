import { join } from "node:path";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { createShelf, looksLikePath } from "../../shelf/shelf.ts";
import { UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import { PROJECT_FILE } from "../project/project.ts";
import { ignoredFiles } from "./ignored.ts";
import { isAudienceOpen, lookedThrough } from "./look.ts";
import { type Mapped, mappingOf } from "./mapping.ts";
import { pipelineFiles } from "./pipeline-files.ts";
import { projectText } from "./project-text.ts";
import { calledIn, latest, type Site } from "./site.ts";
import type { PlannedFile, Wishes } from "./wishes.ts";

export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly mapped: Mapped;
  /** The export that was looked at, as seen from the working folder; null: there is none yet. */
  readonly export: string | null;
}

/**
 * What is to be written, nothing of it yet. Throws ProblemsError: NP001 for an export that is not there, what the shelf says
 * of the framework, and what `score` would say of the flags; UsageError where nothing says who answered.
 */
export async function planned(host: Host, site: Site, wishes: Wishes): Promise<Plan> {
  const file = await latest(site, wishes.data);
  if (file === null && !wishes.data.includes("*")) throw new ProblemsError([absent(join(site.folder, wishes.data))]);
  const { framework } = await createShelf(host.root).framework(wishes.framework);
  const inspection = file === null ? null : await lookedThrough(host, file, wishes);
  if (inspection !== null && wishes.audience === null && isAudienceOpen(framework, inspection))
    throw new UsageError(
      `Who answered? ${framework.id} is worded for several audiences, and the columns of ${file} do not say.`,
      `Add --audience with one of ${framework.audiences.map(({ id }) => id).join(", ")}.`,
    );
  const mapped = mappingOf(inspection, framework);
  const named = looksLikePath(wishes.framework) ? calledIn(site, wishes.framework) : wishes.framework;
  const audience = wishes.audience ?? (framework.audiences.length > 1 ? (inspection?.audience ?? null) : null);
  const text = projectText({ ...wishes, audience, framework: named }, framework, { hasMapping: "text" in mapped });
  const project: PlannedFile = {
    ...{ path: join(site.folder, PROJECT_FILE), text },
    ...{ says: "what is scored, and when it raises an alarm", how: "new" },
  };
  const pipeline = await pipelineFiles(wishes.pipeline, site, host.root);
  return {
    files: [project, ...mappingFiles(site, mapped), ...ignoredFiles(site, wishes), ...pipeline],
    mapped,
    export: file,
  };
}

function mappingFiles({ folder }: Site, mapped: Mapped): readonly PlannedFile[] {
  if (!("text" in mapped)) return [];
  return [
    { path: join(folder, "mapping.yaml"), text: mapped.text, says: "how columns and answers are read", how: "new" },
  ];
}

function absent(file: string): Problem {
  return {
    code: "NP001",
    severity: "error",
    message: `There is no file ${file}.`,
    help: "Check the name. For an export that comes later name a pattern: --data 'exports/*.csv'",
    place: { file },
  };
}
