import type { Problem } from "../problems/problem.ts";
import { incomparable, type Kept } from "./comparison.ts";

/**
 * What stands against following these audits, all of it: AU006 other frameworks, AU008 another unit, AU009 one audience against
 * several together, AU011 another audience. Other texts of one framework break a trend and forbid none.
 */
export function againstTrend(waves: readonly Kept[]): readonly Problem[] {
  const [first, ...others] = waves;
  return first === undefined ? [] : others.flatMap((wave) => against(first, wave));
}

const ALWAYS: ReadonlySet<string> = new Set(["AU006", "AU009"]);

function against(first: Kept, wave: Kept): readonly Problem[] {
  const known = incomparable(first, wave).filter(({ code }) => ALWAYS.has(code));
  if (known.length > 0) return known;
  return [...otherAudience(first, wave), ...otherUnit(first, wave)];
}

function otherAudience(first: Kept, wave: Kept): readonly Problem[] {
  const [old, now] = [first.audit.asked, wave.audit.asked];
  if (now.audiences.length > 1 || old.audience.id === now.audience.id) return [];
  return [
    problem(wave, {
      code: "AU011",
      message: `${first.name} is of ${old.audience.title}, ${wave.name} of ${now.audience.title}: other people, so nothing has risen or fallen from one to the other.`,
      help: "Follow one audience at a time; trust-audit compare tells the gap between two of them.",
    }),
  ];
}

function otherUnit(first: Kept, wave: Kept): readonly Problem[] {
  const [old, now] = [first.audit.framework.unit, wave.audit.framework.unit];
  if ((old === "person") === (now === "person")) return [];
  const words = (unit: typeof old) => (unit === "person" ? "answers of people" : "assessments");
  return [
    problem(wave, {
      code: "AU008",
      message: `${first.name} holds ${words(old)}, ${wave.name} ${words(now)}.`,
      help: "A trend is told of surveys that asked alike.",
    }),
  ];
}

function problem({ name }: Kept, parts: Pick<Problem, "code" | "message" | "help">): Problem {
  return { ...parts, severity: "error", place: { file: name } };
}
