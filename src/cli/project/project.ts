import { statSync } from "node:fs";
import { dirname, join, parse, relative, resolve } from "node:path";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";
import type { Host } from "../host.ts";
import { readStream } from "../input.ts";
import { leadingOut } from "./contained.ts";

/** The name that is looked for. */
export const PROJECT_FILE = "trust-audit.yaml";

/**
 * The project that a command runs in: the file named by --config, else the nearest `trust-audit.yaml` from the working
 * folder upwards; null: there is none, or --no-config. A few looks at folders; YAML is loaded only where there is one.
 * Throws ProblemsError (PF001 … and those of YAML).
 */
export async function readProject(host: Host): Promise<Project | null> {
  if (host.config === false) return null;
  const named = host.config ?? null;
  const file = named ?? nearest();
  if (file === null) return null;
  const { readProjectText } = await import("../../project/read.ts");
  const text = await readStream(host.open(file), file);
  const { project, problems } = await readProjectText({ text, file, folder: dirname(file) });
  if (project === null) throw new ProblemsError(problems);
  const out: readonly Problem[] = named === null ? leadingOut(project) : [];
  if (out.length > 0) throw new ProblemsError(out);
  return project;
}

/** From the working folder upwards. */
function nearest(): string | null {
  const start = resolve(".");
  const { root } = parse(start);
  for (let folder = start; ; folder = dirname(folder)) {
    const place = join(folder, PROJECT_FILE);
    if (statSync(place, { throwIfNoEntry: false })?.isFile() === true) return relative(start, place);
    if (folder === root) return null;
  }
}
