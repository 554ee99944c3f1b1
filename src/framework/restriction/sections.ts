import type { Condition, FindingRule, Framework, Journey, Ladder, Triage } from "../types.ts";

/** What is left to speak of. */
export interface Left {
  readonly audiences: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<string>;
  readonly composites: ReadonlySet<string>;
  /** True when the audience has an index of this dimension or composite. */
  readonly has: (of: string, audience: string) => boolean;
}

/** Ladder, journey, triage and lenses without what is not asked; a part that has nothing left goes. */
export function restrictSections(
  { ladder, journey, triage, lenses }: Framework,
  left: Left,
): Pick<Framework, "ladder" | "journey" | "triage" | "lenses"> {
  return {
    ladder: ladder === null ? null : restrictLadder(ladder, left),
    journey: journey === null ? null : restrictJourney(journey, left),
    triage: triage === null ? null : restrictTriage(triage, left),
    lenses: lenses
      .map((lens) => ({ ...lens, dimensions: known(lens.dimensions, left) }))
      .filter((lens) => lens.dimensions.length > 0),
  };
}

function known(ids: readonly string[], { dimensions }: Left): readonly string[] {
  return ids.filter((id) => dimensions.has(id));
}

/** Every level stays, so that its number keeps its meaning; of one without dimensions it is not known whether it is reached. */
function restrictLadder(ladder: Ladder, left: Left): Ladder | null {
  const strands = ladder.strands
    .map((strand) => ({ ...strand, levels: strand.levels.map((ids) => known(ids, left)) }))
    .filter((strand) => strand.levels.some((ids) => ids.length > 0));
  return strands.length === 0 ? null : { ...ladder, strands };
}

function restrictJourney({ title, touchpoints }: Journey, left: Left): Journey | null {
  const kept = [...touchpoints]
    .filter(([audience]) => left.audiences.has(audience))
    .map(([audience, ids]) => [audience, known(ids, left)] as const)
    .filter(([, ids]) => ids.length > 0);
  return kept.length === 0 ? null : { title, touchpoints: new Map(kept) };
}

function restrictTriage(triage: Triage, { dimensions }: Left): Triage | null {
  const signs = triage.signs.filter(({ trend, severity }) => dimensions.has(trend) && dimensions.has(severity));
  return signs.length === 0 ? null : { ...triage, signs };
}

/** The findings all of whose conditions can still be judged. */
export function restrictFindings(
  findings: readonly FindingRule[],
  ladder: Ladder | null,
  left: Left,
): readonly FindingRule[] {
  return findings.filter((rule) => rule.when.every((condition) => canBeJudged(condition, ladder, left)));
}

function canBeJudged(condition: Condition, ladder: Ladder | null, left: Left): boolean {
  const isNamed = (id: string) => left.dimensions.has(id) || left.composites.has(id);
  switch (condition.kind) {
    case "levelBelow":
    case "levelReached":
      return ladder !== null;
    case "between":
      return [condition.audience, condition.than].every((id) => left.audiences.has(id) && left.has(condition.of, id));
    case "ahead":
      return isNamed(condition.of) && isNamed(condition.than);
    case "below":
    case "atLeast":
      return isNamed(condition.of);
  }
}
