import type { ScoreSettings } from "../../pipeline.ts";
import type { Problem } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";
import { UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import type { OutputTarget } from "../output.ts";
import { placeOf } from "../place.ts";
import type { ScoreFlags } from "../settings.ts";
import { checked } from "./checked.ts";
import { inputsOf } from "./data.ts";
import { inFolder } from "./folder.ts";
import { readProject } from "./project.ts";
import { frameworkIn, type GivenFlags, type Settled, settle } from "./settle.ts";
import { isOwnFramework } from "./shelf.ts";

/** A run of `score`, with everything that is left to the project filled in. */
export interface Prepared {
  readonly project: Project | null;
  readonly files: readonly string[];
  /** About the project's files. */
  readonly warnings: readonly Problem[];
  readonly flags: ScoreFlags;
  readonly settings: ScoreSettings;
  readonly targets: readonly OutputTarget[];
}

/** Throws UsageError where nobody says what to score, ProblemsError of the project file. */
export async function prepareScore(host: Host, named: readonly string[], given: GivenFlags): Promise<Prepared> {
  const project = await readProject(host);
  const settled = withOutputs(settle(given, { project, env: host.env ?? {} }), { given, project });
  const { flags } = settled;
  const { settings, targets } = checked(settled, project);
  const { files, warnings } = await inputsOf(project, named);
  if (files.length === 0) throw new UsageError("missing required argument 'file'", HELP);
  needFramework(flags.framework);
  const figureEnds = isOwnFramework(project, flags.framework) ? project?.figureEnds : undefined;
  const own = figureEnds === undefined ? settings : { ...settings, figureEnds };
  return { project, files, warnings, flags, settings: own, targets };
}

const HELP =
  "A project file can name it (trust-audit init writes one). Add --help to see what it takes, with examples.";

/** Throws UsageError where neither the command line, the environment nor a project names one. */
function needFramework(framework: string): void {
  if (framework !== "") return;
  throw new UsageError("required option '-f, --framework <id|path>' not specified", HELP);
}

/** The framework that is typed, else the project's as the working folder calls it. Throws UsageError, ProblemsError. */
export async function frameworkNamed(host: Host, typed: string | undefined): Promise<string> {
  if (typed !== undefined) return typed;
  const project = await readProject(host);
  const framework = project === null ? "" : frameworkIn(project);
  needFramework(framework);
  return framework;
}

interface From {
  readonly given: GivenFlags;
  readonly project: Project | null;
}

/** The audit of the project's own framework is kept beside whatever else is written; one person's arithmetic never is. */
function withOutputs(settled: Settled, { given, project }: From): Settled {
  const { flags, settings } = settled;
  if (flags.explain !== undefined) {
    const { output: _, ...rest } = flags;
    return { flags: given.output === undefined ? rest : flags, settings };
  }
  const audit = keptAudit(project, flags.framework);
  if (audit === null) return settled;
  const output = flags.output ?? ["terminal"];
  const isKept = output.some((one) => one.startsWith("json:") && placeOf(one.slice(5)) === placeOf(audit));
  return isKept ? settled : { flags: { ...flags, output: [...output, `json:${audit}`] }, settings };
}

function keptAudit(project: Project | null, framework: string): string | null {
  if (project === null || project.audit === null || !isOwnFramework(project, framework)) return null;
  return inFolder(project, project.audit);
}
