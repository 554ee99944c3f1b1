import { LEVEL } from "../../audit/conventions.ts";
import type { Estimate, Interval, Published } from "../../audit/estimate.ts";
import type { Audit, CellResult, CompositeResult, DimensionResult, Judged } from "../../audit/types.ts";
import type { ScoreKind } from "./quantity.ts";
import type { Measure, Nothing, Reading, Subject } from "./types.ts";

/** What a number is, without whose it is. */
export type Value = Pick<Subject, "measure" | "best" | "reading">;

/** The number of one score in one cell. `audit` has what is told of everyone only: reliability. */
export function scoreValue(
  cell: CellResult,
  { of, id, statistic }: { readonly of: ScoreKind; readonly id: string; readonly statistic: string },
  audit: Audit,
): Value {
  const composite = of === "composite" ? cell.composites.find((one) => one.id === id) : undefined;
  const dimension = of === "dimension" ? cell.dimensions.find((one) => one.id === id) : undefined;
  const score = composite ?? dimension;
  if (score === undefined) return value("index", nothing("it was not asked here"));
  switch (statistic) {
    case "index":
      return value("index", indexReading(score));
    case "load":
      return value("load", loadReading(score));
    case "value":
      return value("value", ownMetric(score.index, composite, cell), 100);
  }
  return dimension === undefined
    ? value("index", nothing("it was not asked here"))
    : dimensionValue(dimension, statistic, { cell, audit });
}

function dimensionValue(
  dimension: DimensionResult,
  statistic: string,
  { cell, audit }: { readonly cell: CellResult; readonly audit: Audit },
): Value {
  switch (statistic) {
    case "mean":
      return value("mean", meanReading(dimension, cell), dimension.direction === "higher" ? 100 : 0);
    case "favourable":
      return value("share", keptReading(dimension.favourable, dimension.favourableJudged, { cell, audit }));
    case "below_target":
      return value("share", belowTarget(dimension), 0);
    case "rwg":
      return value(
        "coefficient",
        dimension.agreement === null ? nothing("agreement was not worked out") : read(dimension.agreement.rwg),
      );
    default: {
      const reliability = audit.reliability.find((one) => one.dimension === dimension.id);
      if (cell.kind !== "total") return value("coefficient", nothing("reliability is told of everyone only"));
      return value(
        "coefficient",
        reliability === undefined ? nothing("reliability was not worked out") : read(reliability.alpha),
      );
    }
  }
}

export function outcomeValue(cell: CellResult, id: string, audit: Audit): Value {
  const outcome = cell.outcomes.find((one) => one.id === id);
  if (outcome === undefined) return value("mean", nothing("it was not asked here"));
  const measure = ({ nps: "nps", csat: "share", mean: "mean" } as const)[outcome.statistic];
  return value(measure, keptReading(outcome.value, outcome.judged, { cell, audit }));
}

/**
 * A number whose interval without the headcount older audits did not keep: there it may be narrower than people's noise, and
 * decides nothing.
 */
function keptReading(
  published: Published,
  judged: Judged | null,
  { cell: { headcount }, audit: { framework } }: { readonly cell: CellResult; readonly audit: Audit },
): Reading {
  const isNarrowed = headcount !== null && framework.unit === "person";
  if (judged === null && isNarrowed && published.kind === "estimate" && published.n > 1) return nothing(NOT_KEPT);
  return read(published, () => (judged === null ? null : { ...judged, level: LEVEL }));
}

const NOT_KEPT =
  "this audit does not hold how sure it is without the headcount: score the answers again with this version";

type Score = Pick<CompositeResult, "index" | "judged" | "load"> | Pick<DimensionResult, "index" | "judged" | "load">;

function indexReading({ index, judged }: Score): Reading {
  return read(index, () => (judged === null ? null : { ...judged, level: LEVEL }));
}

function loadReading({ index, judged, load }: Score): Reading {
  if (load === null) return nothing("this framework reads as an index: use .index");
  const ends = judged === null ? null : { low: 100 - judged.high, high: 100 - judged.low, level: LEVEL };
  return index.kind === "estimate" ? read(load, () => ends) : read(index);
}

/** A dimension's mean; with a headcount its interval is that of the index as judged, put back on the scale. */
function meanReading(dimension: DimensionResult, { headcount }: CellResult): Reading {
  const { direction, min, max, judged, mean } = dimension;
  const [worst, best] = direction === "higher" ? [min, max] : [max, min];
  const onScale = (index: number) => worst + ((best - worst) * index) / 100;
  return read(mean, (one) => (headcount === null ? one.interval : back(judged, onScale)));
}

function ownMetric(index: Published, composite: CompositeResult | undefined, { headcount }: CellResult): Reading {
  if (composite === undefined) return read(index);
  const { worst, best, transform, judged } = composite;
  const log = transform === "log";
  const [from, to] = log ? [Math.log(worst), Math.log(best)] : [worst, best];
  const onScale = (one: number) => {
    const raw = from + ((to - from) * one) / 100;
    return log ? Math.exp(raw) : raw;
  };
  const found = read(composite.value, (one) => (headcount === null ? one.interval : back(judged, onScale)));
  return found.kind === "found" ? { ...found, range: { worst, best } } : found;
}

function back(judged: { readonly low: number; readonly high: number } | null, onScale: (index: number) => number) {
  if (judged === null) return null;
  const ends = [onScale(judged.low), onScale(judged.high)] as const;
  return { low: Math.min(...ends), high: Math.max(...ends), level: LEVEL };
}

function belowTarget({ belowTarget: chance, mean }: DimensionResult): Reading {
  if (mean.kind !== "estimate") return read(mean);
  if (chance === null) return nothing("it has no target");
  const method = "probability that the true index is below the target";
  return { kind: "found", value: chance, interval: null, n: mean.n, unit: "probability 0–1", method };
}

/** As it is published; its own interval, unless another decides. */
export function read(
  published: Published | null,
  intervalOf: (estimate: Estimate) => Interval | null = ({ interval }) => interval,
): Reading {
  if (published === null) return nothing("it was not worked out");
  if (published.kind === "hidden") return nothing(null);
  if (published.kind === "none") return nothing(published.reason);
  const { value: number, n, unit } = published;
  const interval = intervalOf(published);
  return { kind: "found", value: number, interval, n, unit, method: methodOf(published, interval) };
}

/** As published, but for what a headcount did to the interval: the one that decides is made without it. */
function methodOf({ method, interval: published }: Estimate, interval: Interval | null): string {
  if (interval === null) return method;
  if (published === null) return `${method}; interval without the headcount`;
  const plain = method.replace(/, finite population of \d+/, "");
  return plain === method
    ? method
    : `${plain.replace(/ at [\d.]+ effective (answers|people)/, "")}, without the headcount`;
}

export function nothing(why: string | null): Nothing {
  return { kind: "nothing", why };
}

export function value(measure: Measure, reading: Reading, best: 0 | 100 = measure === "load" ? 0 : 100): Value {
  return { measure, best, reading };
}
