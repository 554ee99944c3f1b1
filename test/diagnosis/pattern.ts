import type { Plan } from "../../src/audit/types.ts";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import type { AnsweredContext } from "../../src/diagnosis/options.ts";
import { forAudience } from "../../src/framework/audience.ts";
import type { ChosenProfile, Framework, Strategy } from "../../src/framework/types.ts";
import { overall, survey } from "./fixture.ts";

/** A survey's result in short: who was asked what, which dimensions stand low, and what was said about the whole. */
export interface Pattern {
  readonly framework: string;
  readonly audience: string;
  /** Dimension ids; all others stand above target. */
  readonly low: readonly string[];
  /** Question of the context → option. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** Dimensions that this audience is asked and that strategies answer. */
export function dimensionsFor(framework: Framework, audience: string): readonly string[] {
  const { dimensions } = forAudience(framework, [audience]);
  return dimensions.filter(({ facets }) => facets.size > 0).map(({ id }) => id);
}

const LOW = 15;
const HIGH = 95;

/** The plan of a pattern, without a limit of effort. */
export function planOf(
  { audience, low, answers = {} }: Omit<Pattern, "framework">,
  {
    framework,
    strategies,
    profiles = [],
  }: {
    readonly framework: Framework;
    readonly strategies: readonly Strategy[];
    readonly profiles?: readonly ChosenProfile[];
  },
): Plan {
  const asked = forAudience(framework, [audience]);
  const measured = asked.dimensions.map(({ id, target, direction }) => ({
    ...{ id, target, direction },
    index: low.includes(id) ? LOW : HIGH,
  }));
  const context = framework.context.flatMap((question): readonly AnsweredContext[] => {
    const option = answers[question.id];
    return option === undefined ? [] : [{ question, option }];
  });
  const options = survey([], { framework: asked, overall: overall(measured), strategies, profiles, context });
  const standsFor = asked.audiences.flatMap((one) => one.standsFor);
  return diagnose({ ...options, audiences: options.audiences.map((view) => ({ ...view, standsFor })) }).plan;
}

/** Its place in the plan, from 1; null where it is not there, or only because another needs it first. */
export function rankIn(plan: Plan, strategy: string): number | null {
  return plan.steps.find((step) => step.strategy === strategy && step.prerequisiteFor === null)?.rank ?? null;
}
