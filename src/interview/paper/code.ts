import type { Answer, InterviewPlan } from "../types.ts";

/** Without vowels and without signs that handwriting confuses (0 O, 1 I L). */
const SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ";
const LENGTH = 4;

/**
 * Four signs that stand on the printed sheet and on the screen of whoever types it in: they are the same when the questions,
 * their order, their wording and their scales are the same.
 */
export function paperCode({ setup, audience, items }: InterviewPlan): string {
  const asked = items.map(({ id, text, scale }) => [
    id,
    text,
    scale.kind === "coded" ? scale.points.map(({ code, label = "" }) => [code, label]) : scale.unit,
  ]);
  let rest = fingerprint(JSON.stringify([setup.framework.id, audience, asked]));
  let code = "";
  for (let at = 0; at < LENGTH; at += 1) {
    code += SIGNS.charAt(rest % SIGNS.length);
    rest = Math.floor(rest / SIGNS.length);
  }
  return code;
}

/** The last digit of the sum of all circled numbers. Blanks, "not applicable", "don't know" and figures count nothing. */
export function checkDigit(answers: Iterable<Answer>): number {
  let sum = 0;
  for (const answer of answers) if (answer.kind === "code") sum += answer.code;
  return Math.abs(sum) % 10;
}

/** FNV-1a, 32 bits: no secret, only a short name for a long text. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
