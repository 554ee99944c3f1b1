import type {
  Causes,
  Disagreement,
  Discussion,
  Drag,
  Finding,
  LensResult,
  OutlookResult,
  Plan,
  ProfileEffect,
  ResponseAdvice,
} from "../audit/types.ts";
import { findCauses } from "./causes.ts";
import { findDisagreements } from "./disagreements.ts";
import { discuss } from "./discussion.ts";
import { findDrag } from "./drag.ts";
import { profileEffects } from "./effects.ts";
import { findFindings } from "./findings.ts";
import { findLenses } from "./lenses.ts";
import type { DiagnosisOptions } from "./options.ts";
import { outlookOf } from "./outlook.ts";
import { makePlan } from "./plan.ts";
import { findResponses } from "./responses.ts";
import { voicesOf } from "./voices.ts";

/** What the published numbers mean and what to do first; the keys go into the audit under the same names. */
export interface Diagnosis {
  readonly drag: Drag | null;
  readonly findings: readonly Finding[];
  readonly disagreements: readonly Disagreement[];
  readonly causes: Causes | null;
  readonly lenses: readonly LensResult[];
  readonly responses: readonly ResponseAdvice[];
  readonly outlook: OutlookResult | null;
  readonly profiles: readonly ProfileEffect[];
  readonly plan: Plan;
  readonly discussion: Discussion | null;
}

/**
 * Reads the published estimates: findings, responses, plan and discussion of each audience, all else of everyone together. Rests on
 * nothing that is not shown. Profiles and answers about the survey weigh needs, severities and strategies, never a score.
 */
export function diagnose(options: DiagnosisOptions): Diagnosis {
  const { framework, overall, profiles, strategies } = options;
  const outlook = outlookOf(framework.outlook, options.figures);
  if (overall === null) return { ...NOTHING, ...unshown(options), outlook };
  const findings = findFindings({ ...options, overall });
  const plan = makePlan({ ...options, findings });
  const voices = voicesOf(options.audiences, overall);
  return {
    drag: findDrag(framework, overall),
    findings,
    disagreements: findDisagreements({ ...options, overall }),
    causes: findCauses(framework, overall),
    lenses: findLenses(framework, overall),
    responses: findResponses(voices),
    outlook,
    profiles: profileEffects({ profiles, added: options.added }, { overall, voices, strategies, findings, plan }),
    plan,
    discussion: discuss({ ...options, overall, voices, findings, plan }),
  };
}

const NOTHING = {
  ...{ drag: null, findings: [], disagreements: [], causes: null, lenses: [], responses: [] },
  discussion: null,
};

function unshown(options: DiagnosisOptions): Pick<Diagnosis, "plan" | "profiles"> {
  return { plan: makePlan({ ...options, findings: [] }), profiles: profileEffects(options, null) };
}
