/** Whether items belong together, what goes with an outcome, where people do not agree. */
import type { Disagreement, Driver, DriversResult, ReliabilityResult } from "../../audit/types.ts";
import { thirdRows } from "./cells.ts";
import { about, absentRow, type EstimateRow, estimateRow, numberRow, numberRows, UNIT, wholly } from "./row.ts";

const COEFFICIENT = "coefficient";

export function reliabilityRows(reliability: ReliabilityResult): readonly EstimateRow[] {
  const { dimension: id, title, n, alpha, standardised, omega, band, items } = reliability;
  const whose = wholly("reliability");
  const of = about(whose, "dimension", { id, title });
  return [
    ...numberRows(of, "people with all items", { value: n, unit: UNIT.people }),
    { ...estimateRow(of, "alpha", alpha), says: band ?? "" },
    estimateRow(of, "standardised alpha", standardised),
    estimateRow(of, "omega", omega),
    ...items.flatMap(({ item, rest, alphaIfDropped, asksReversed }) => {
      const own = about(whose, "item", { id: item });
      return [
        { ...estimateRow(own, "correlation with the rest", rest), says: asksReversed ? "is it reversed?" : "" },
        estimateRow(own, "alpha if dropped", alphaIfDropped),
      ];
    }),
  ];
}

export function driversRows({ outcome, title, n, reason, r2, drivers }: DriversResult): readonly EstimateRow[] {
  const of = about(wholly("driver"), "outcome", { id: outcome, title });
  return [
    ...numberRows(of, "people with the outcome and every dimension", { value: n, unit: UNIT.people }),
    ...(reason === null ? [] : [absentRow(of, "drivers", reason)]),
    ...(r2 === null ? [] : [estimateRow(of, "R²", r2)]),
    ...drivers.flatMap((driver) => driverRows(driver, title)),
  ];
}

function driverRows({ dimension: id, title, weight, percent, aboveNoise, claimed }: Driver, outcome: string) {
  const of = { ...about(wholly("driver"), "dimension", { id, title }), than: outcome };
  const says = claimed ? "goes with it" : "not told from chance";
  return [
    { ...estimateRow(of, "relative weight", weight), says },
    numberRow(of, "part of R²", { value: percent, unit: "per cent" }),
    { ...numberRow(of, "relative weight above noise", { ...aboveNoise, unit: UNIT.share }), says },
  ];
}

export function disagreementRows(disagreement: Disagreement): readonly EstimateRow[] {
  const { path, label, dimension: id, title, n, rwg, pattern, thirds } = disagreement;
  const group = path.length === 0 ? "" : label;
  const of = about({ scope: "disagreement", grouping: "", group, path }, "dimension", { id, title });
  return [
    { ...numberRow(of, "rWG(J)", { value: rwg, n, unit: COEFFICIENT }), says: pattern },
    ...thirdRows(thirds, of),
  ];
}
