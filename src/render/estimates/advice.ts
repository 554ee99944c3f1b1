/** What findings, causes and the plan rest on: numbers of the arithmetic, each told with what it is a part of. */
import type { Causes, DimensionNeed, Drag, Evidence, Finding, Plan, PlanStep } from "../../audit/types.ts";
import { CERTAINTY, SEVERITY } from "../words.ts";
import { type About, about, absentRow, type EstimateRow, numberRow, numberRows, UNIT, wholly } from "./row.ts";
import { ofAudience } from "./systems.ts";

export function findingRows(finding: Finding): readonly EstimateRow[] {
  const { audience, evidence, severity, certainty } = finding;
  const of = about(ofAudience("finding", audience), "finding", finding);
  const says = `${SEVERITY[severity]}, ${CERTAINTY[certainty]}`;
  return evidence
    .flatMap((one, at) => evidenceRows({ ...of, than: one.than?.id ?? "" }, one, at + 1))
    .map((row) => ({ ...row, says }));
}

/** Numbered, since one score may stand on both sides of a finding: at least 35, and below 65. */
function evidenceRows(of: About, one: Evidence, place: number) {
  const { of: id, index, interval, n, relation, limit, than, by } = one;
  const what = `evidence ${place} of ${id}`;
  const unit = relation.startsWith("level") ? "levels" : UNIT.index;
  const method = `${relation} the limit or the other`;
  return [
    numberRow(of, what, {
      value: index,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      n,
      unit,
      method,
    }),
    ...numberRows(of, `${what}: limit`, { value: limit, unit, method }),
    ...numberRows(of, `${what}: the other`, { value: than?.index ?? null, unit, method }),
    ...numberRows(of, `${what}: ahead by at least`, { value: by, unit: UNIT.indexPoints, method }),
  ];
}

/** With a component at its target and the others as they are. */
export function dragRows({ composite, component, now, candidates }: Drag): readonly EstimateRow[] {
  return candidates.flatMap((one) => {
    const { dimension: id, title } = one;
    const of = { ...about(wholly("drag"), "dimension", { id, title }), than: composite };
    const says = id === component ? "most" : "";
    return [
      { ...numberRow(of, "gain of the headline at its target", { value: one.gain, unit: UNIT.indexPoints }), says },
      numberRow(of, "index of the headline then", { value: one.index, unit: UNIT.index }),
      numberRow(of, "value of the headline then", { value: one.value, unit: "" }),
      numberRow(of, "index of the headline now", { value: now.index, unit: UNIT.index }),
      numberRow(of, "value of the headline now", { value: now.value, unit: "" }),
      numberRow(of, "mean", { value: one.mean, unit: UNIT.points }),
      numberRow(of, "mean at its target", { value: one.meanAtTarget, unit: UNIT.points }),
    ];
  });
}

export function causeRows({ symptoms, loops }: Causes): readonly EstimateRow[] {
  const whose = wholly("cause");
  const pulls = symptoms.flatMap(({ dimension, causes }) =>
    causes.flatMap(({ dimension: id, title, index, strength, pull }) => {
      const of = { ...about(whose, "cause", { id, title }), than: dimension };
      return [
        numberRow(of, "pull", { value: pull, unit: "strength × gap" }),
        numberRow(of, "strength", { value: strength, unit: "1–3" }),
        numberRow(of, "index", { value: index, unit: UNIT.index }),
      ];
    }),
  );
  const ends = symptoms.map(({ dimension: id, title, index }) =>
    numberRow(about(whose, "symptom", { id, title }), "index", { value: index, unit: UNIT.index }),
  );
  const circles = loops.flatMap(({ members }, at) =>
    members.map(({ dimension: id, title, index }) =>
      numberRow({ ...about(whose, "circle", { id, title }), than: `circle ${at + 1}` }, "index", {
        value: index,
        unit: UNIT.index,
      }),
    ),
  );
  return [...ends, ...pulls, ...circles];
}

export function planRows({ reason, steps, need, remaining, needs, draws }: Plan): readonly EstimateRow[] {
  const plan = about(wholly("plan"), "plan", { id: "plan", title: "Plan" });
  const words = reason === null ? [] : [absentRow(plan, "steps", reason)];
  if (steps.length === 0) return words;
  return [
    ...words,
    numberRow(plan, "need before the first step", { value: need, unit: UNIT.need }),
    numberRow(plan, "need after the last step", { value: remaining, unit: UNIT.need }),
    numberRow(plan, "draws", { value: draws, unit: "draws" }),
    ...needs.flatMap(needRows),
    ...steps.flatMap(stepRows),
  ];
}

function needRows(one: DimensionNeed): readonly EstimateRow[] {
  const { audience, dimension: id, title, target } = one;
  const of = about(ofAudience("plan", audience), "dimension", { id, title });
  return [
    numberRow(of, "need", {
      value: one.need,
      unit: UNIT.need,
      method: "gap × weight × multiplier × probability / audiences",
    }),
    { ...numberRow(of, "index", { value: one.index, unit: UNIT.index }), target },
    numberRow(of, "gap", { value: one.gap, unit: UNIT.share }),
    numberRow(of, "weight", { value: one.weight, unit: "factor" }),
    numberRow(of, "multiplier", { value: one.multiplier, unit: "factor" }),
    numberRow(of, "chance below target", { value: one.probability, unit: UNIT.probability }),
  ];
}

function stepRows(step: PlanStep): readonly EstimateRow[] {
  const of = about(wholly("plan"), "strategy", { id: step.strategy, title: step.title });
  const [low, high] = step.months;
  const rows = [
    numberRow(of, "rank", { value: step.rank, unit: "" }),
    numberRow(of, "effort", { value: step.effort, unit: "effort points" }),
    numberRow(of, "months until it shows", { low, high, unit: "months" }),
    numberRow(of, "need answered", { value: step.reduction, unit: UNIT.need }),
    numberRow(of, "need answered per effort", { value: step.perEffort, unit: "need per effort point" }),
    ...numberRows(of, "share of draws among the first three", { value: step.firstThree, unit: UNIT.share }),
    numberRow(of, "fit", { value: step.fit, unit: "factor" }),
    ...step.fits.map(({ by, factor }) =>
      numberRow({ ...of, than: by }, "part of the fit", { value: factor, unit: "factor" }),
    ),
  ];
  return [...rows.map((row) => ({ ...row, says: step.quadrant })), ...arithmeticRows(of, step)];
}

function arithmeticRows(of: About, { arithmetic, because }: PlanStep): readonly EstimateRow[] {
  const facets = arithmetic.flatMap(({ audience, facet, needBefore, strength, reduction }) => {
    const own = { ...of, group: audience?.title ?? "", than: facet };
    return [
      numberRow(own, "need of the facet before", { value: needBefore, unit: UNIT.need }),
      numberRow(own, "strength for the facet", { value: strength, unit: UNIT.share }),
      numberRow(own, "need of the facet answered", { value: reduction, unit: UNIT.need }),
    ];
  });
  const reasons = because.map(({ audience, dimension, share }) =>
    numberRow({ ...of, group: audience?.title ?? "", than: dimension }, "share of the need answered", {
      value: share,
      unit: UNIT.share,
    }),
  );
  return [...facets, ...reasons];
}
