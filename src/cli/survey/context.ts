import type { ContextQuestion, Framework } from "../../framework/types.ts";
import type { ContextAnswer } from "../../interview/types.ts";
import { contextOf } from "../../pipeline/context.ts";
import { pairsOf } from "../settings.ts";

/**
 * What is known about the whole survey: what its journal says, and over it what `--context` says now. In the framework's
 * order. Throws UsageError, ProblemsError (SC030, SC031).
 */
export function contextKnown(
  framework: Framework,
  given: readonly string[] = [],
  kept: readonly ContextAnswer[] = [],
): readonly ContextAnswer[] {
  const all = new Map([...contextMap(kept), ...pairsOf("--context", given)]);
  return contextOf(framework, all).map(({ question, option }) => ({ question: question.id, option }));
}

/** Question → option, as scoring takes it. */
export function contextMap(answers: readonly ContextAnswer[] = []): ReadonlyMap<string, string> {
  return new Map(answers.map(({ question, option }) => [question, option]));
}

/** The questions about the whole survey that nobody has answered yet. */
export function contextOpen(
  { context }: Pick<Framework, "context">,
  known: readonly ContextAnswer[],
): readonly ContextQuestion[] {
  return context.filter(({ id }) => known.every(({ question }) => question !== id));
}
