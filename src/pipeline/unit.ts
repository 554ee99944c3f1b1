import type { SurveyReading } from "../engines/survey.ts";
import type { Framework } from "../framework/types.ts";
import type { Problem } from "../problems/problem.ts";
import { settleUnit } from "../response/asked/assessment.ts";

/** The framework with the unit that these rows have, now that all of them are counted. */
export function settle({ asked: { framework, claim, plan }, aggregate: { ledger } }: SurveyReading): {
  readonly framework: Framework;
  readonly isRoom: boolean;
  readonly warnings: readonly Problem[];
} {
  const { unit, problems } = settleUnit(framework, { claim, plan, ledger });
  return {
    framework: unit === framework.unit ? framework : { ...framework, unit },
    isRoom: unit === "consensus" && ledger.scored === 1,
    warnings: problems,
  };
}
