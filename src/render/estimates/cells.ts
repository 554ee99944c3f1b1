/** Everything that is published about one cell: everyone, a group, a pool of small groups, an audience. */
import type { Published } from "../../audit/estimate.ts";
import type { CellResult, CompositeResult, DimensionResult, Judged, OutcomeResult } from "../../audit/types.ts";
import { bandWords } from "../words.ts";
import {
  type About,
  about,
  type EstimateRow,
  estimateRow,
  hiddenRow,
  numberRow,
  numberRows,
  UNIT,
  type Whose,
} from "./row.ts";

export function cellRows(cell: CellResult, whose: Whose): readonly EstimateRow[] {
  const people = about(whose, "people", { id: "people", title: "People" });
  return [
    numberRow(people, "people", { value: cell.people, unit: UNIT.people }),
    ...numberRows(people, "effective people", { value: cell.effectivePeople, unit: UNIT.people }),
    ...numberRows(people, "headcount", { value: cell.headcount, unit: UNIT.people }),
    ...numberRows(people, "response rate", { value: cell.responseRate, unit: UNIT.share, n: cell.headcount }),
    ...cell.composites.flatMap((one) => compositeRows(one, about(whose, "composite", one))),
    ...cell.dimensions.flatMap((one) => dimensionRows(one, about(whose, "dimension", one))),
    ...cell.outcomes.flatMap((one) => outcomeRows(one, about(whose, "outcome", one))),
  ];
}

function compositeRows(composite: CompositeResult, of: About): readonly EstimateRow[] {
  const { value, held, terms } = composite;
  return [
    estimateRow(of, "value", value),
    ...scoreRows(composite, of),
    ...(held === null
      ? []
      : [
          numberRow(of, "cap", { value: held.cap, unit: UNIT.index }),
          numberRow(of, "value without the cap", { value: held.unheld.value, unit: unitOf(value) }),
          numberRow(of, "index without the cap", { value: held.unheld.index, unit: UNIT.index }),
        ]),
    ...terms.flatMap(({ name, value: term }) => numberRows(of, `term ${name}`, { value: term, unit: UNIT.points })),
  ];
}

function unitOf(estimate: Published): string {
  return estimate.kind === "estimate" ? estimate.unit : "";
}

function dimensionRows(dimension: DimensionResult, of: About): readonly EstimateRow[] {
  const { mean, sd, favourable, favourableJudged, belowTarget, agreement } = dimension;
  return [
    estimateRow(of, "mean", mean),
    estimateRow(of, "standard deviation", sd),
    ...scoreRows(dimension, of),
    estimateRow(of, "favourable", favourable),
    ...judgedRows(of, "favourable as judged", { shown: favourable, judged: favourableJudged }),
    ...numberRows(of, "chance below target", { value: belowTarget, unit: UNIT.probability }),
    ...(agreement === null ? [] : agreementRows(agreement, of)),
  ];
}

function agreementRows(
  { rwg, thirds, says }: NonNullable<DimensionResult["agreement"]>,
  of: About,
): readonly EstimateRow[] {
  const rows = [{ ...estimateRow(of, "rWG(J)", rwg), says: says ?? "" }];
  return thirds === null ? rows : [...rows, ...thirdRows(thirds, of)];
}

/** People in the low, middle and high third of the scale. */
export function thirdRows(
  thirds: NonNullable<NonNullable<DimensionResult["agreement"]>["thirds"]>,
  of: About,
): readonly EstimateRow[] {
  if ("kind" in thirds) return [hiddenRow(of, "people in each third of the scale")];
  const { low, middle, high } = thirds;
  return Object.entries({ low, middle, high }).map(([third, value]) =>
    numberRow(of, `people in the ${third} third of the scale`, { value, unit: UNIT.people }),
  );
}

/** What composites and dimensions have alike. */
function scoreRows(scored: CompositeResult | DimensionResult, of: About): readonly EstimateRow[] {
  const { index, load, judged, bounds, precision, detectable, target } = scored;
  const band = scored.band === null ? "" : bandWords(scored.band);
  return [
    { ...estimateRow(of, "index", index), band, target },
    ...(load === null
      ? []
      : [{ ...estimateRow(of, "load", load), band, target: target === null ? null : 100 - target }]),
    ...(judged === null
      ? []
      : [{ ...numberRow(of, "index as judged", { ...judged, unit: UNIT.index }), band, target }]),
    ...(bounds === null
      ? []
      : [
          numberRow(of, "index had the silent answered worst or best", {
            low: bounds.low,
            high: bounds.high,
            n: bounds.silent,
            unit: UNIT.index,
          }),
        ]),
    ...(precision === null
      ? []
      : [
          numberRow(of, precision.scale === "log" ? "standard error of the logarithm" : "standard error", {
            value: precision.se,
            unit: precision.scale === "log" ? "logarithm of the value" : UNIT.points,
          }),
          numberRow(of, "degrees of freedom", { value: precision.df, unit: "" }),
        ]),
    ...(detectable === null ? [] : [estimateRow(of, "detectable change", detectable)]),
  ];
}

/** Where a headcount has narrowed the interval that is shown, or left none. */
function judgedRows(
  of: About,
  statistic: string,
  { shown, judged }: { readonly shown: Published; readonly judged: Judged | null },
): readonly EstimateRow[] {
  if (judged === null || shown.kind !== "estimate") return [];
  const { interval, unit } = shown;
  const isShown = interval?.low === judged.low && interval.high === judged.high;
  return isShown ? [] : [numberRow(of, statistic, { ...judged, unit })];
}

function outcomeRows({ statistic, value, judged, counts }: OutcomeResult, of: About): readonly EstimateRow[] {
  const told = [
    estimateRow(of, statistic, value),
    ...judgedRows(of, `${statistic} as judged`, { shown: value, judged }),
  ];
  if (counts === null) return told;
  const { promoters, passives, detractors } = counts;
  return [
    ...told,
    ...Object.entries({ promoters, passives, detractors }).map(([name, people]) =>
      numberRow(of, name, { value: people, unit: UNIT.people }),
    ),
  ];
}
