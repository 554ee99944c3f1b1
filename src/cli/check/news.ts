import type { News } from "../../audit/verdict.ts";
import { readVerdict } from "../../audit/verdict-read.ts";
import type { Problem } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";
import type { OutputTarget } from "../output.ts";
import { outputsIn } from "../project/folder.ts";
import { textIfThere } from "./kept-text.ts";

/** What the last check left behind. */
interface Remembered {
  /** What had been answered then (`JudgedAudit.answers`); null: this is the first check; "nowhere": no verdict is kept. */
  readonly answers: string | null | "nowhere";
  readonly warnings: readonly Problem[];
}

/** The last verdict, from where this run will put its own, else from where the project keeps it. */
export async function lastChecked(targets: readonly OutputTarget[], project: Project | null): Promise<Remembered> {
  const own = targets.flatMap(({ format, path }) => (format === "json" && path !== null ? [path] : []));
  const kept = project === null ? [] : outputsIn(project, project.checkOutput).flatMap(jsonPath);
  const warnings: Problem[] = [];
  for (const place of [...own, ...kept]) {
    const text = await textIfThere(place);
    if (text === null) continue;
    const { verdict, problems } = await readVerdict(text, place);
    if (verdict !== null) return { answers: verdict.audit.answers, warnings };
    warnings.push(...problems.map((problem) => ({ ...problem, severity: "warning" as const })));
  }
  return { answers: own.length + kept.length === 0 ? "nowhere" : null, warnings };
}

function jsonPath(output: string): readonly string[] {
  const path = output.startsWith("json:") ? output.slice("json:".length) : "";
  return path === "" || path === "-" ? [] : [path];
}

interface Answers {
  readonly now: string;
  readonly last: Remembered["answers"];
  readonly baseline: string | null;
  /** Nothing of the audit is shown: then any two are alike. */
  readonly isShown: boolean;
}

/** Whether there is something that the last check had not seen. */
export function newsOf({ now, last, baseline, isShown }: Answers): News {
  const alike = isShown ? "everyone's numbers are the same." : "as then, nothing is shown, so that none would be seen.";
  if (now === last) return { says: "as last time", words: `No new answers since the last check: ${alike}` };
  if (now === baseline) return { says: "as baseline", words: `No new answers since the baseline: ${alike}` };
  if (last === "nowhere")
    return {
      says: "not remembered",
      words: "Nothing is remembered of an earlier check: keep the verdict of each with -o json:FILE.",
    };
  return last === null
    ? {
        says: "first check",
        words: "First check: no earlier verdict is at hand to tell whether these answers are new.",
      }
    : { says: "new", words: "Other numbers than at the last check." };
}
