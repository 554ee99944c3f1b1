import { quote } from "../../problems/quote.ts";
import type { Complaint, Path } from "../complaint.ts";
import type { Strategy } from "../types.ts";
import type { LintContext } from "./context.ts";

/** FW080: a named strategy that addresses no facet of any dimension, so that the plan could never choose it. */
export function* strategiesAddressSomething({ document, catalogue }: LintContext): Iterable<Complaint> {
  const facets = new Set(document.dimensions.flatMap((dimension) => Object.keys(dimension.facets ?? {})));
  const byId = new Map(catalogue?.map((strategy) => [strategy.id, strategy]));
  for (const { id, path } of namedStrategies(document)) {
    const strategy = byId.get(id);
    if (strategy === undefined || [...strategy.facets.keys()].some((facet) => facets.has(facet))) continue;
    yield {
      code: "FW080",
      severity: "warning",
      path,
      message: `The strategy ${quote(id)} addresses none of this framework's facets.`,
      help: `It addresses ${[...strategy.facets.keys()].join(", ")}; name another, or add the facet to a dimension.`,
    };
  }
}

/** FW081: a facet of a dimension that no strategy of the plan addresses. */
export function* facetsAreAddressed({ document, catalogue }: LintContext): Iterable<Complaint> {
  // A restriction that cannot be told may name what is missing.
  if (catalogue === undefined || !namesKnown(document.strategies ?? [], catalogue)) return;
  const addressed = new Set(
    allowed(document.strategies ?? [], catalogue).flatMap((strategy) => [...strategy.facets.keys()]),
  );
  const said = new Set<string>();
  for (const [index, dimension] of document.dimensions.entries()) {
    for (const facet of Object.keys(dimension.facets ?? {})) {
      if (addressed.has(facet) || said.has(facet)) continue;
      said.add(facet);
      yield {
        code: "FW081",
        severity: "warning",
        path: ["dimensions", index, "facets", facet],
        on: "key",
        message: `No strategy of the plan addresses the facet ${quote(facet)}.`,
        help: "Widen `strategies:`, or give the dimension a facet that a strategy addresses.",
      };
    }
  }
}

function namesKnown(ids: readonly string[], catalogue: readonly Strategy[]): boolean {
  return ids.every((id) => catalogue.some((strategy) => strategy.id === id));
}

function allowed(ids: readonly string[], catalogue: readonly Strategy[]): readonly Strategy[] {
  return ids.length === 0 ? catalogue : catalogue.filter((strategy) => ids.includes(strategy.id));
}

function namedStrategies({ findings = [], strategies = [] }: LintContext["document"]): { id: string; path: Path }[] {
  return [
    ...findings.flatMap((finding, at) =>
      (finding.strategies ?? []).map((id, place) => ({ id, path: ["findings", at, "strategies", place] })),
    ),
    ...strategies.map((id, place) => ({ id, path: ["strategies", place] })),
  ];
}
