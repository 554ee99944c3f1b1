import { publishedAnswers } from "../../audit/published-numbers.ts";
import type { Audit, CellResult, Change } from "../../audit/types.ts";

/** A last digit that arithmetic has rounded, in points of a scale. */
const ROUNDING = 1e-9;

/**
 * Why an audit's change of the same people may not be told from this baseline; null: from all that both publish, it is. The
 * export that people were paired with must be called as one the baseline was scored from, hold as many people, and, where everybody
 * answered both times, give the means that the baseline has. The content of an export is not kept, not even as a hash: whoever
 * knows all answers but one could try that one.
 */
export function whyUnpaired(baseline: Audit, audit: Audit): string | null {
  const { change, options } = audit;
  if (change?.kind !== "paired") return null;
  const from = options.previous ?? change.before;
  if (!baseline.source.files.some(({ name }) => name === from))
    return `the audit is paired with ${from}, and the baseline was not scored from that`;
  if (isAlike(baseline, audit)) return "the baseline holds the answers of this audit, not earlier ones";
  const then = baseline.asked.people ?? baseline.overall?.people ?? null;
  if (change.people !== null && then !== null && change.people.before !== then)
    return `the audit is paired with ${people(change.people.before)}, and the baseline holds ${people(then)}`;
  return isContradicted(baseline, audit) ? "the audit is paired with other answers than the baseline holds" : null;
}

function isAlike(baseline: Audit, audit: Audit): boolean {
  return JSON.stringify(publishedAnswers(baseline)) === JSON.stringify(publishedAnswers(audit));
}

/** Where all pairs of a dimension are all who answered it each time, the change is the difference of its two means. */
function isContradicted(
  { overall: before, options: then }: Audit,
  { overall: after, change, options: now }: Audit,
): boolean {
  if (before === null || after === null || then.weight !== null || now.weight !== null) return false;
  return (change?.changes ?? []).some((one) => isOther(one, before, after));
}

function isOther({ of, id, points }: Change, before: CellResult, after: CellResult): boolean {
  const [first, second] = [before, after].map(({ dimensions }) => dimensions.find((one) => one.id === id)?.mean);
  if (of !== "dimension" || points.kind !== "estimate") return false;
  if (first?.kind !== "estimate" || second?.kind !== "estimate") return false;
  if (first.n !== points.n || second.n !== points.n) return false;
  return Math.abs(second.value - first.value - points.value) > ROUNDING;
}

function people(n: number): string {
  return n === 1 ? "1 person" : `${n} people`;
}
