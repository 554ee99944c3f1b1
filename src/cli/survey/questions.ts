import { createHash } from "node:crypto";
import type { InterviewPlan, ItemQuestion } from "../../interview/types.ts";

/**
 * A fingerprint of what is asked: the questions as people read them, their order, their answers, and the questions about the
 * person. What a framework says besides (targets, weights, causes, a slip in its purpose) may change while a survey is open.
 */
export function questionsCode({ setup, audience, items }: InterviewPlan): string {
  const asked = items.map(({ id, text, scale }) => [id, text, answersOf(scale)]);
  const all = [setup.framework.id, audience, setup.segments.map(({ name, options }) => [name, options]), asked];
  return createHash("sha256").update(JSON.stringify(all)).digest("hex").slice(0, 16);
}

function answersOf(scale: ItemQuestion["scale"]): unknown {
  if (scale.kind === "coded") return scale.points.map(({ code, label = "" }) => [code, label]);
  return [scale.unit, scale.decimals, scale.worst, scale.best];
}
