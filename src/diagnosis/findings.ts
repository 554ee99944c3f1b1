import type { CellResult, Finding } from "../audit/types.ts";
import type { FindingRule } from "../framework/types.ts";
import { type Ground, judge } from "./condition.ts";
import type { Judgement, ShownIndex } from "./judgement.ts";
import type { DiagnosisOptions } from "./options.ts";
import { raises } from "./profile.ts";
import { isBarred, steeringOf } from "./steering.ts";
import { isFor, voicesOf, type Whose } from "./voices.ts";

type FindingOptions = Pick<
  DiagnosisOptions,
  "framework" | "audiences" | "ladders" | "gaps" | "profiles" | "context" | "strategies"
> & { readonly overall: CellResult };

const SEVERITIES: readonly Finding["severity"][] = ["high", "medium", "low", "strength"];
const CERTAINTIES: readonly Finding["certainty"][] = ["clear", "leaning"];
const RAISED = { low: "medium", medium: "high" } as const;

interface Fired {
  readonly finding: Finding;
  /** Index points by which the narrowest condition is met: how far the numbers would have to move to silence the rule. */
  readonly margin: number;
}

/** Of whom rules are judged, and the strategies that are no remedy for them. */
interface Sight extends Ground {
  readonly whose: Whose;
  readonly others: ReadonlySet<string>;
  /** Titles of the catalogue's strategies. */
  readonly titles: ReadonlyMap<string, string>;
}

/**
 * The framework's rules that hold on the published indices (0–100, 100 is best).
 * A rule fires when all its conditions do; one on something hidden or not computable never fires. With several audiences a
 * rule on scores or on the ladder is judged in each of them; one that rests on gaps between them alone once, of everyone.
 * Order: severity, clear before leaning, then how far the narrowest condition is exceeded, then id, then audience.
 */
export function findFindings(options: FindingOptions): readonly Finding[] {
  const { framework, profiles } = options;
  const { everyone, each } = sights(options);
  return framework.findings
    .flatMap((rule) =>
      (isBetween(rule) ? [everyone] : each).flatMap(
        (sight) => fire(raised(rule, { framework, profiles }), sight) ?? [],
      ),
    )
    .sort(byImportance)
    .map((fired) => fired.finding);
}

function isBetween({ when }: FindingRule): boolean {
  return when.every(({ kind }) => kind === "between");
}

type RaisedRule = FindingRule & Pick<Finding, "raised">;

/** Low becomes medium and medium high, once at most, however many profiles say so; a strength stays what it is. */
function raised(
  rule: FindingRule,
  { framework, profiles }: Pick<FindingOptions, "framework" | "profiles">,
): RaisedRule {
  const { severity } = rule;
  const by = profiles.filter((one) => raises(one, rule, framework.id)).map(({ profile }) => profile.title);
  if (by.length === 0 || severity === "high" || severity === "strength") return { ...rule, raised: null };
  return { ...rule, severity: RAISED[severity], raised: { from: severity, by } };
}

function sights(options: FindingOptions): { readonly everyone: Sight; readonly each: readonly Sight[] } {
  const { framework, overall, audiences, ladders, gaps, context, strategies } = options;
  const voices = voicesOf(audiences, overall);
  const steering = steeringOf(context, strategies);
  // One assessment is no sample, so its number has nothing to be unsure of. People answer with noise, even all of them.
  const exact = framework.unit !== "person";
  const shown = voices.map(({ id, title, cell }) => [id, { title, indices: shownIndices(cell, exact) }] as const);
  const titles = new Map(strategies.map(({ id, title }) => [id, title]));
  const sight = (whose: Whose, cell: CellResult, standing: typeof voices): Sight => ({
    whose,
    indices: shownIndices(cell, exact),
    apart: { gaps, shown: new Map(shown) },
    ladder: ladders.find(({ path }) => path.join("/") === cell.path.join("/")) ?? null,
    people: { n: cell.people, exact },
    // A remedy for another audience, or for another breach, is none here. One the catalogue does not hold may be the user's own.
    others: new Set(
      strategies
        .filter((one) => isBarred(one, steering) || !standing.some((voice) => isFor(one, voice)))
        .map(({ id }) => id),
    ),
    titles,
  });
  return {
    everyone: sight(null, overall, voices),
    each: voices.map((voice) => sight(voice.whose, voice.cell, [voice])),
  };
}

function fire(rule: RaisedRule, sight: Sight): Fired | null {
  const judgements: Judgement[] = [];
  for (const condition of rule.when) {
    const judgement = judge(condition, sight);
    if (judgement === null) return null;
    judgements.push(judgement);
  }
  if (judgements.length === 0) return null;
  const { id, title, severity, raised: from, says, ask } = rule;
  const strategies = rule.strategies.filter((one) => !sight.others.has(one));
  return {
    finding: {
      ...{ id, title, severity, raised: from, audience: sight.whose },
      certainty: judgements.every((judgement) => judgement.clear) ? "clear" : "leaning",
      ...{ says, ask: ask ?? null },
      evidence: judgements.map((judgement) => judgement.evidence),
      strategies,
      remedies: strategies.map((one) => ({ id: one, title: sight.titles.get(one) ?? one })),
    },
    margin: Math.min(...judgements.map((judgement) => judgement.margin)),
  };
}

function byImportance(a: Fired, b: Fired): number {
  const [one, other] = [a.finding, b.finding];
  const byId = one.id === other.id ? 0 : 1;
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    CERTAINTIES.indexOf(one.certainty) - CERTAINTIES.indexOf(other.certainty) ||
    b.margin - a.margin ||
    (one.id < other.id ? -1 : byId)
  );
}

/** Published indices of dimensions and composites by id; nothing else may be judged. */
function shownIndices({ dimensions, composites }: CellResult, exact: boolean): ReadonlyMap<string, ShownIndex> {
  const shown = new Map<string, ShownIndex>();
  for (const { id, title, index, judged } of [...dimensions, ...composites]) {
    if (index.kind !== "estimate") continue;
    shown.set(id, { id, title, value: index.value, interval: judged, n: index.n, exact });
  }
  return shown;
}
