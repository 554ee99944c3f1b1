import type { CellResult, Evidence, Finding } from "../audit/types.ts";
import type { FindingRule, Framework } from "../framework/types.ts";
import { type Judgement, judge, type ShownIndex } from "./condition.ts";

const SEVERITIES: readonly Finding["severity"][] = ["high", "medium", "low", "strength"];
const CERTAINTIES: readonly Finding["certainty"][] = ["clear", "leaning"];

interface Fired {
  readonly finding: Finding;
  /** Index points by which the narrowest condition is met: how far the numbers would have to move to silence the rule. */
  readonly margin: number;
}

/**
 * The framework's rules that hold on the published indices (0–100, 100 is best) of everyone together.
 * A rule fires when all its conditions do; one on a hidden or not computable index never fires.
 * Order: severity, clear before leaning, then how far the narrowest condition is exceeded, then id.
 */
export function findFindings(framework: Framework, overall: CellResult): readonly Finding[] {
  const shown = shownIndices(framework, overall);
  return framework.findings
    .flatMap((rule) => fire(rule, shown) ?? [])
    .sort(byImportance)
    .map((fired) => fired.finding);
}

function fire(rule: FindingRule, shown: ReadonlyMap<string, ShownIndex>): Fired | null {
  const judgements: Judgement[] = [];
  for (const condition of rule.when) {
    const judgement = judge(condition, shown);
    if (judgement === null) return null;
    judgements.push(judgement);
  }
  if (judgements.length === 0) return null;
  return {
    finding: describe(
      rule,
      judgements.every((judgement) => judgement.clear),
      judgements.map((judgement) => judgement.evidence),
    ),
    margin: Math.min(...judgements.map((judgement) => judgement.margin)),
  };
}

function describe(rule: FindingRule, clear: boolean, evidence: readonly Evidence[]): Finding {
  return {
    id: rule.id,
    title: rule.title,
    severity: rule.severity,
    certainty: clear ? "clear" : "leaning",
    says: rule.says,
    ask: rule.ask ?? null,
    evidence,
    strategies: rule.strategies,
  };
}

function byImportance(a: Fired, b: Fired): number {
  return (
    SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) ||
    CERTAINTIES.indexOf(a.finding.certainty) - CERTAINTIES.indexOf(b.finding.certainty) ||
    b.margin - a.margin ||
    (a.finding.id < b.finding.id ? -1 : 1)
  );
}

/** Published indices of dimensions and composites by id; nothing else may be judged. */
function shownIndices(framework: Framework, overall: CellResult): ReadonlyMap<string, ShownIndex> {
  const shown = new Map<string, ShownIndex>();
  // One assessment is no sample, so its number has nothing to be unsure of. People answer with noise, even all of them.
  const exact = framework.unit !== "person";
  for (const { id, title, index, judged } of [...overall.dimensions, ...overall.composites]) {
    if (index.kind !== "estimate") continue;
    shown.set(id, { id, title, value: index.value, interval: judged, n: index.n, exact });
  }
  return shown;
}
