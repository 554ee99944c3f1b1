import type { Composite, Dimension, Framework, Item } from "../types.ts";
import { fitComposite } from "./composites.ts";
import { restrictFindings, restrictSections } from "./sections.ts";

interface Kept {
  /** Ids, in the order of the framework. */
  readonly audiences: readonly string[];
  readonly items: readonly Item[];
  /** Those that still hold an item. */
  readonly dimensions: readonly Dimension[];
}

/** The framework with these audiences, items and dimensions alone, and what can be said with them. */
export function restricted(framework: Framework, { audiences, items, dimensions }: Kept): Framework {
  const byId = new Map(dimensions.map((dimension) => [dimension.id, dimension]));
  const asks = (id: string, audience: string | null) => {
    const dimension = byId.get(id);
    return dimension !== undefined && (audience === null || dimension.audiences.includes(audience));
  };
  const composites = framework.composites.flatMap(
    (composite) => fitComposite(composite, { dimensions, audiences, asks }) ?? [],
  );
  const asked = new Set(items.map(({ id }) => id));
  const outcomes = framework.outcomes.filter((outcome) => asked.has(outcome.item));
  const left = {
    audiences: new Set(audiences),
    dimensions: new Set(byId.keys()),
    composites: new Set(composites.map(({ id }) => id)),
    has: (of: string, audience: string) =>
      asks(of, audience) || composites.some((composite) => composite.id === of && hasValue(composite, audience, asks)),
  };
  const sections = restrictSections(framework, left);
  const blocks = new Set(dimensions.map((dimension) => dimension.block));
  return {
    ...framework,
    ...sections,
    audiences: framework.audiences.filter(({ id }) => left.audiences.has(id)),
    items,
    dimensions: dimensions.map((dimension) => withoutImportance(dimension, outcomes)),
    composites,
    outcomes,
    blocks: framework.blocks.filter((block) => blocks.has(block.id)),
    links: framework.links.filter((link) => byId.has(link.from) && byId.has(link.to)),
    findings: restrictFindings(framework.findings, sections.ladder, left),
  };
}

function hasValue({ byAudience, inputs, skipMissing }: Composite, audience: string, asks: Asks): boolean {
  if (byAudience !== null) return byAudience.has(audience);
  return skipMissing ? inputs.some((id) => asks(id, audience)) : inputs.every((id) => asks(id, audience));
}

type Asks = (id: string, audience: string) => boolean;

/** An importance that was not asked weighs nothing. */
function withoutImportance(dimension: Dimension, outcomes: Framework["outcomes"]): Dimension {
  const { importance, ...others } = dimension;
  return importance === undefined || outcomes.some(({ id }) => id === importance) ? dimension : others;
}
