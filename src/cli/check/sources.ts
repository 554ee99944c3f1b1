import type { GateMode } from "../../audit/verdict.ts";
import type { GateSource } from "../../diagnosis/gate/types.ts";
import type { Project } from "../../project/types.ts";
import { UsageError } from "../exit.ts";
import { placeOf } from "../place.ts";
import { inFolder } from "../project/folder.ts";
import { gatesIn } from "../project/gates.ts";
import type { BaselinePlace } from "./baseline.ts";

export interface CheckFlags {
  readonly gate?: readonly string[];
  readonly mode?: GateMode;
  readonly baseline?: string;
  readonly moveBaseline?: string;
  readonly day?: string;
  readonly requireNews?: boolean;
  readonly output?: readonly string[];
}

const EXAMPLE = "trust-audit check audit.json --gate 'trust.index >= 55' --gate 'n >= 30'";

/** Gates on the command line stand in place of those of the project file. Throws UsageError where there is none. */
export function gatesOf(flags: CheckFlags, project: Project | null): readonly GateSource[] {
  const typed = (flags.gate ?? []).map(
    (text): GateSource => ({ text, name: null, from: "--gate", mode: null, place: { file: "--gate" } }),
  );
  if (typed.length > 0) return typed;
  const written = gatesIn(project);
  if (written.length > 0) return written;
  throw new UsageError(
    "There is no gate to check.",
    `Write one: ${EXAMPLE}; or under \`gates:\` in trust-audit.yaml. docs/gates.md has the grammar.`,
  );
}

/** The audit to judge. Throws UsageError. */
export function auditOf(file: string | undefined, project: Project | null): string {
  if (file !== undefined) return file;
  if (project?.audit != null) return inFolder(project, project.audit);
  throw new UsageError(
    "Which audit is to be checked?",
    `Name one that was kept with -o json:audit.json, or write \`audit:\` in trust-audit.yaml: ${EXAMPLE}`,
  );
}

export function baselineOf(flags: CheckFlags, project: Project | null): BaselinePlace | null {
  if (flags.baseline !== undefined) {
    if (flags.baseline.trim() === "") throw new UsageError("--baseline: the file name is missing.");
    return { path: flags.baseline, isOfProject: false };
  }
  return project?.baseline == null ? null : { path: inFolder(project, project.baseline), isOfProject: true };
}

/** An audit that is judged against itself has never changed. Throws UsageError. */
export function refuseItself(audit: string, baseline: BaselinePlace | null): void {
  if (baseline === null || audit === "-" || placeOf(audit) !== placeOf(baseline.path)) return;
  throw new UsageError(
    `The audit and its baseline are the same file: ${audit}.`,
    "Against itself it has never changed: keep the baseline in a file of its own, and put an audit there with --move-baseline.",
  );
}
