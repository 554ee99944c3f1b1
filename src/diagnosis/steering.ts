import type { ChosenProfile, Strategy } from "../framework/types.ts";
import type { AnsweredContext } from "./options.ts";
import { type FitFactor, profileFactors } from "./profile.ts";

/** No profile or answer makes a strategy more than so much better or worse. */
const FIT = { least: 0.7, most: 1.3 };
/** After a breach: what names its kind answers it; what names no kind is good at any time, and less of an answer. */
const BREACH = { named: 1.3, unnamed: 0.85 };

/** Answers about the whole survey, as words of the strategies. */
export interface Steering {
  readonly breaches: readonly string[];
  readonly audiences: readonly string[];
  /** The question about the breach with its answer, as they were put; empty where nothing is steered by it. */
  readonly told: string;
}

/** What a strategy's strengths are multiplied by, and what it comes of. */
export interface Fit {
  readonly fit: number;
  readonly fits: readonly FitFactor[];
}

/** An answer that no strategy names, such as "several of these", steers nothing. */
export function steeringOf(context: readonly AnsweredContext[], strategies: readonly Strategy[]): Steering {
  const answers = (field: "breaches" | "audiences") =>
    context
      .filter(({ question }) => question.steers === field)
      .map(({ option }) => option)
      .filter((option) => strategies.some((one) => one[field].includes(option)));
  const breaches = answers("breaches");
  const told = context.filter(({ question, option }) => question.steers === "breaches" && breaches.includes(option));
  return { breaches, audiences: answers("audiences"), told: told.map(words).join("; ") };
}

function words({ question, option }: AnsweredContext): string {
  const title = question.options.find(({ id }) => id === option)?.title ?? option;
  return question.title === "" ? title : `${question.title} ${title}`;
}

/** A strategy that names breaches or audiences, none of which is the answer, is not for this survey. */
export function isBarred(strategy: Strategy, steering: Steering): boolean {
  return (["breaches", "audiences"] as const).some((field) => {
    const [answers, named] = [steering[field], strategy[field]];
    return answers.length > 0 && named.length > 0 && !answers.some((one) => named.includes(one));
  });
}

/**
 * What a strategy's strengths are multiplied by: the product of the profiles' factors, × 1.3 where it names the breach that
 * was answered and × 0.85 where it names none, held to 0.7–1.3. 1 without profiles and answers.
 */
export function fitOf(strategy: Strategy, profiles: readonly ChosenProfile[], steering: Steering): Fit {
  const fits = [...profiles.flatMap((one) => profileFactors(one, strategy)), ...breachFactors(strategy, steering)];
  const product = fits.reduce((fit, { factor }) => fit * factor, 1);
  return { fit: Math.min(FIT.most, Math.max(FIT.least, product)), fits };
}

function breachFactors(strategy: Strategy, { breaches, told }: Steering): readonly FitFactor[] {
  if (breaches.length === 0) return [];
  if (breaches.some((one) => strategy.breaches.includes(one))) return [{ by: told, factor: BREACH.named }];
  return strategy.breaches.length === 0 ? [{ by: told, factor: BREACH.unnamed }] : [];
}
