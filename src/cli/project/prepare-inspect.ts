import type { Project } from "../../project/types.ts";
import { UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import type { ScoreFlags } from "../settings.ts";
import { checked } from "./checked.ts";
import { inputsOf } from "./data.ts";
import { readProject } from "./project.ts";
import { type GivenFlags, settle } from "./settle.ts";

/** Of `score` alone: who is scored and what is written. */
const SCORING = new Set([
  "where",
  "wave",
  "previous",
  "weight",
  "headcount",
  "only",
  "context",
  "figure",
  "effort",
  "seed",
]);

/** What `inspect` takes of them; without a framework it finds one. */
type ReadingFlags = Omit<ScoreFlags, "framework"> & { readonly framework?: string };

/** A run of `inspect`, with what the project says of reading. Throws UsageError, and ProblemsError of the project file. */
export async function prepareInspect(
  host: Host,
  named: readonly string[],
  typed: GivenFlags,
): Promise<{ readonly project: Project | null; readonly files: readonly string[]; readonly flags: ReadingFlags }> {
  const project = await readProject(host);
  const { output = ["terminal"], ...given } = typed;
  const settled = settle({ ...given, output: ["terminal"] }, { project, env: host.env ?? {} });
  checked(settled, project);
  const { files } = await inputsOf(project, named);
  if (files.length === 0)
    throw new UsageError("missing required argument 'file'", "Add --help to see what it takes, with examples.");
  const { framework, ...rest } = settled.flags;
  const reading = Object.entries(rest).filter(([name]) => !SCORING.has(name));
  const flags = { ...NOTHING_SAID, ...Object.fromEntries(reading), output };
  return { project, files, flags: framework === "" ? flags : { ...flags, framework } };
}

const NOTHING_SAID = { onUnknown: "error", onRagged: "error", onDuplicate: "keep" } as const;
