import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Project } from "../../project/types.ts";
import type { OutputTarget } from "../output.ts";
import { placeOf } from "../place.ts";
import { inFolder } from "./folder.ts";

/** Folders of files that the project file names are made where they are absent; those that somebody types are not. */
export async function makeFolders(project: Project | null, targets: readonly OutputTarget[]): Promise<void> {
  if (project === null) return;
  const outputs = [...(project.output ?? []), ...project.checkOutput].map((one) => one.slice(one.indexOf(":") + 1));
  const named = [...outputs, project.audit ?? ""].filter((path) => path !== "");
  const own = new Set(named.map((path) => placeOf(inFolder(project, path))));
  for (const { path } of targets)
    if (path !== null && own.has(placeOf(path)))
      // Whoever writes the file says why it cannot be.
      await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
}
