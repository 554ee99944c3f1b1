import { parseGate } from "../../diagnosis/gate/parse.ts";
import type { GateSource } from "../../diagnosis/gate/types.ts";
import type { Problem } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";

/** The gates of a project file, each with its line. */
export function gatesIn(project: Project | null): readonly GateSource[] {
  return (project?.gates ?? []).map(({ gate, name, mode, place }): GateSource => {
    const { file, line } = place;
    const at = { file, ...(line === undefined ? {} : { line }) };
    return { text: gate, name, mode, from: [file, line].filter((part) => part !== undefined).join(":"), place: at };
  });
}

/** What is not well formed in any of them (GT001 to GT004); names and limits are held against an audit, when it is checked. */
export function gateProblems(project: Project | null): readonly Problem[] {
  return gatesIn(project).flatMap((source) => parseGate(source).problems ?? []);
}
