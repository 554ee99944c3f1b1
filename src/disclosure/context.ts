import type { AggregatePlan } from "../aggregate/types.ts";
import type { Framework } from "../framework/types.ts";
import type { Judge } from "./judge.ts";
import type { Rules } from "./policy.ts";
import type { Counts } from "./subject.ts";
import type { View } from "./view.ts";

/** What every decision of one release is taken with. */
export interface Context {
  readonly plan: AggregatePlan;
  readonly framework: Framework;
  readonly minGroup: number;
  readonly rules: Rules;
  readonly view: View;
  /** What groups are decided by: people with the dimensions that everyone is asked. */
  readonly counts: Counts;
  readonly judge: Judge;
}
