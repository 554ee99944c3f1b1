/**
 * Early warning: which signs of eroding trust show, and what to run next.
 *
 * Formula: the mean answer on the trend below `worseBelow` is "worse", the mean severity from `severeFrom` on is "severe"; both
 *   are red, one is amber, neither is green. Unit: points of the items' scales. Limits are inclusive as they are worded.
 * Missing rule: where one of the two is not known and the other tells nothing bad, or neither is known, the sign is grey; a
 *   bad one is amber by itself.
 * Oracle: by hand (test/statistics/triage.test.ts).
 */
import type { CellResult, TriageResult, TriageSignResult } from "../audit/types.ts";
import type { Framework, TriageSign } from "../framework/types.ts";
import { reaches } from "../numeric/reaches.ts";

/** Null where the framework has no triage. */
export function triageOf({ triage }: Framework, cell: CellResult): TriageResult | null {
  if (triage === null) return null;
  const { title, signs, worseBelow, severeFrom, breach } = triage;
  const meanOf = (id: string) => {
    const mean = cell.dimensions.find((dimension) => dimension.id === id)?.mean;
    return mean?.kind === "estimate" ? mean.value : null;
  };
  return {
    title,
    signs: signs.map((sign) => {
      const [trend, severity] = [meanOf(sign.trend), meanOf(sign.severity)];
      const worse = trend === null ? null : !reaches(trend, worseBelow);
      const severe = severity === null ? null : reaches(severity, severeFrom);
      return signResult(sign, { trend, severity, ...judgement(worse, severe) });
    }),
    breach: breach === undefined ? null : { ...breach, audience: breach.audience ?? null },
  };
}

function signResult(
  { id, title, audiences, trend, severity, next }: TriageSign,
  found: Pick<TriageSignResult, "trend" | "severity" | "colour" | "why">,
): TriageSignResult {
  return {
    ...{ id, title, audiences, of: { trend, severity }, ...found },
    next: next.map(({ framework, audience, why }) => ({ framework, audience: audience ?? null, why: why ?? null })),
  };
}

type Judgement = Pick<TriageSignResult, "colour" | "why">;

/** By trend, then severity. The numbers themselves stand beside the words. */
const JUDGEMENTS: Readonly<Record<string, Readonly<Record<string, Judgement>>>> = {
  true: {
    true: { colour: "red", why: "getting worse, and severe" },
    false: { colour: "amber", why: "getting worse, not severe so far" },
    null: { colour: "amber", why: "getting worse; the severity is not known" },
  },
  false: {
    true: { colour: "amber", why: "severe, but not getting worse" },
    false: { colour: "green", why: "neither getting worse nor severe" },
    null: { colour: "grey", why: "not getting worse; the severity is not known" },
  },
  null: {
    true: { colour: "amber", why: "severe; the trend is not known" },
    false: { colour: "grey", why: "not severe; the trend is not known" },
  },
};

const UNKNOWN: Judgement = { colour: "grey", why: "neither trend nor severity is known" };

/** Null: not known. */
function judgement(worse: boolean | null, severe: boolean | null): Judgement {
  return JUDGEMENTS[String(worse)]?.[String(severe)] ?? UNKNOWN;
}
