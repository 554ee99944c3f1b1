import type { Framework } from "../framework/types.ts";
import { compileProgram } from "../scoring/compile.ts";
import type { ScoringProgram } from "../scoring/program.ts";

/** What scores these audiences. Of several, nobody's composite is worked out by another's formula: those are left out. */
export function programOf(framework: Framework, form: string | null): ScoringProgram {
  if (framework.audiences.length < 2) return compileProgram(framework, form);
  const composites = framework.composites.filter(({ byAudience }) => byAudience === null);
  return compileProgram({ ...framework, composites }, form);
}
