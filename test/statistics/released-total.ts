import { createFold } from "../../src/aggregate/fold.ts";
import { createPlan } from "../../src/aggregate/plan.ts";
import type { AggregatePlan } from "../../src/aggregate/types.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import type { Framework } from "../../src/framework/types.ts";
import { MISSING } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createPatternCheck } from "../../src/scoring/quality.ts";
import { createScorer } from "../../src/scoring/scorer.ts";

/** One respondent: an answer per item in framework order; null for unanswered. */
export type Row = readonly (number | null)[];

/** Everyone together, with nothing withheld: what disclosure gives when everybody is in one large group. */
export function releasedTotal(
  framework: Framework,
  rows: readonly Row[],
  { weights = null, only = null }: { weights?: readonly number[] | null; only?: "scores" | null } = {},
): { plan: AggregatePlan; released: ReleasedCell } {
  const program = compileProgram(framework, null);
  const plan = createPlan(program, { weighted: weights !== null, only });
  const unit = plan.weighted?.unitsPerWeight ?? 1;
  const fold = createFold(program, plan);
  const scorer = createScorer(program);
  const check = createPatternCheck(program);
  const cell = new Float64Array(plan.length);
  for (const [i, row] of rows.entries()) {
    const weight = Math.round((weights?.[i] ?? 1) * unit);
    const answers = Float64Array.from(row, (answer) => answer ?? MISSING.unanswered);
    fold(cell, { answers, scored: scorer.score(answers), flags: check(answers), weight });
  }
  const released: ReleasedCell = {
    kind: "total",
    path: [],
    people: rows.length,
    cell,
    veils: new Map(),
    hiddenItems: new Set(),
    itemTable: true,
  };
  return { plan, released };
}
