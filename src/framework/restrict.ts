import type { Framework } from "./types.ts";

/**
 * The framework as it was asked: only these items, the dimensions that still hold one, and what can be said with them.
 * A composite, link or finding that names a dimension no one was asked about goes with it.
 */
export function restrictFramework(framework: Framework, asked: ReadonlySet<string>): Framework {
  const items = framework.items.filter((item) => asked.has(item.id));
  if (items.length === framework.items.length) return framework;
  const dimensions = framework.dimensions
    .map((dimension) => ({ ...dimension, items: dimension.items.filter((id) => asked.has(id)) }))
    .filter((dimension) => dimension.items.length > 0);
  const known = new Set(dimensions.map((dimension) => dimension.id));
  const composites = framework.composites.filter((composite) => composite.inputs.every((id) => known.has(id)));
  const named = new Set([...known, ...composites.map((composite) => composite.id)]);
  const blocks = new Set(dimensions.map((dimension) => dimension.block));
  return Object.freeze({
    ...framework,
    items,
    dimensions,
    composites,
    blocks: framework.blocks.filter((block) => blocks.has(block.id)),
    outcomes: framework.outcomes.filter((outcome) => asked.has(outcome.item)),
    links: framework.links.filter((link) => known.has(link.from) && known.has(link.to)),
    findings: framework.findings.filter((rule) =>
      rule.when.every((c) => named.has(c.of) && (c.kind !== "ahead" || named.has(c.than))),
    ),
  });
}
