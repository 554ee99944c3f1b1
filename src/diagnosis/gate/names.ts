import type { Audit, CellResult, OutcomeResult } from "../../audit/types.ts";

/** What a gate may name, by what the audits show or sign. */
export interface Names {
  readonly composites: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<string>;
  readonly outcomes: ReadonlyMap<string, OutcomeResult["statistic"]>;
  /** Strands of the ladder. */
  readonly strands: ReadonlySet<string>;
  /** Only a framework that reads as a load has loads. */
  readonly reading: Audit["framework"]["reading"];
  /** Where nothing of an audit is shown, outcomes and strands are not known. */
  readonly isWhole: boolean;
}

/** The statistics of scores, and those that count. */
const STATISTICS = {
  composite: ["index", "load", "value"],
  dimension: ["index", "load", "mean", "favourable", "below_target", "rwg", "alpha"],
} as const;
export const QUALITY = [
  "unanswered",
  "not_applicable",
  "dont_know",
  "unknown",
  "long_runs",
  "straight_lines",
  "fast",
] as const;
export const SEVERITIES = ["high", "medium", "low", "any"] as const;

export function namesOf(audit: Audit): Names {
  const cells: readonly CellResult[] = [
    ...(audit.overall === null ? [] : [audit.overall]),
    ...audit.groupings.flatMap((grouping) => grouping.cells),
  ];
  const signed = (of: "composite" | "dimension") =>
    audit.framework.signatures.filter((one) => one.of === of).map(({ id }) => id);
  return {
    composites: new Set([...cells.flatMap((cell) => cell.composites.map(({ id }) => id)), ...signed("composite")]),
    dimensions: new Set([...cells.flatMap((cell) => cell.dimensions.map(({ id }) => id)), ...signed("dimension")]),
    outcomes: new Map(cells.flatMap((cell) => cell.outcomes.map(({ id, statistic }) => [id, statistic] as const))),
    strands: new Set(audit.ladders.flatMap(({ strands }) => strands.map(({ id }) => id))),
    reading: audit.framework.reading,
    isWhole: audit.overall !== null,
  };
}

/** The statistics that a score of this kind has here. */
export function statisticsOf(of: "composite" | "dimension", { reading }: Pick<Names, "reading">): readonly string[] {
  return STATISTICS[of].filter((one) => one !== "load" || reading === "load");
}

/** Everything that may stand before the comparison, for "did you mean". */
export function spellings(names: Names): readonly string[] {
  const { composites, dimensions, outcomes, strands } = names;
  const dotted = (ids: Iterable<string>, statistics: readonly string[]) =>
    [...ids].flatMap((id) => statistics.map((statistic) => `${id}.${statistic}`));
  return [
    ...dotted(composites, statisticsOf("composite", names)),
    ...dotted(dimensions, statisticsOf("dimension", names)),
    ...[...outcomes].map(([id, statistic]) => `${id}.${statistic}`),
    ...dotted(strands, ["level"]),
    ...dotted(["quality"], QUALITY),
    ...dotted(["findings"], SEVERITIES),
    ...["signs.red", "level", "n", "response_rate"],
  ];
}
