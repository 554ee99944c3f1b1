/** Ladders, journeys and signs; lenses, answers, costs and profiles: what frameworks have beside scores. */
import type {
  JourneyResult,
  LadderResult,
  LensResult,
  OutlookResult,
  ProfileEffect,
  ResponseAdvice,
  TriageSignResult,
} from "../../audit/types.ts";
import {
  about,
  absentRow,
  type EstimateRow,
  estimateRow,
  numberRow,
  numberRows,
  type Scope,
  UNIT,
  type Whose,
  wholly,
} from "./row.ts";

const LEVELS = "levels";

export function ladderRows({ path, label, word, overall, firm, strands, title }: LadderResult): readonly EstimateRow[] {
  const whose: Whose = { scope: "ladder", grouping: "", group: path.length === 0 ? "" : label, path };
  const ladder = about(whose, "ladder", { id: "ladder", title });
  const firmRows = (of: typeof ladder, value: number | null) =>
    numberRows(of, "share of draws with the same level", { value, unit: UNIT.share });
  return [
    ...numberRows(ladder, `${word}s`, { value: overall, unit: LEVELS }),
    ...firmRows(ladder, firm),
    ...strands.flatMap((strand) => {
      const of = about(whose, "strand", strand);
      const rungs = strand.rungs.flatMap(({ level, mean, met }) => {
        const says = met === null ? "" : met ? "met" : "not met";
        return numberRows(of, `mean of ${level}`, { value: mean, unit: UNIT.points }).map((row) => ({ ...row, says }));
      });
      return [
        ...numberRows(of, `${word}s`, { value: strand.level, unit: LEVELS }),
        ...firmRows(of, strand.firm),
        ...rungs,
      ];
    }),
  ];
}

export function journeyRows({ audience, touchpoints, weakest }: JourneyResult): readonly EstimateRow[] {
  return touchpoints.flatMap(({ dimension: id, title, index, target, importance, pull }) => {
    const of = about(ofAudience("journey", audience), "touchpoint", { id, title });
    return [
      { ...estimateRow(of, "index", index), target, says: id === weakest ? "weakest" : "" },
      ...(importance === null ? [] : [estimateRow(of, "importance", importance)]),
      ...numberRows(of, "pull", { value: pull, unit: "importance × gap" }),
    ];
  });
}

/** Of one audience, or of everyone. */
export function ofAudience(scope: Scope, audience: { readonly id: string; readonly title: string } | null): Whose {
  return audience === null ? wholly(scope) : { ...wholly(scope), group: audience.title, path: [audience.id] };
}

export function signRows({ trend, severity, colour, ...sign }: TriageSignResult): readonly EstimateRow[] {
  const of = about(wholly("triage"), "sign", sign);
  const row = (statistic: string, value: number | null) => {
    const told =
      value === null ? absentRow(of, statistic, "not known") : numberRow(of, statistic, { value, unit: UNIT.points });
    return { ...told, says: colour };
  };
  return [row("trend", trend), row("severity", severity)];
}

export function lensRows({ id: lens, dimensions }: LensResult): readonly EstimateRow[] {
  return dimensions.map(({ dimension: id, title, index: value }) => {
    const of = { ...about(wholly("lens"), "dimension", { id, title }), than: lens };
    return numberRow(of, "index", { value, unit: UNIT.index });
  });
}

export function responseRow({
  audience,
  dimension: id,
  title,
  index: value,
  target,
  response,
}: ResponseAdvice): EstimateRow {
  const of = about(ofAudience("response", audience), "dimension", { id, title });
  return { ...numberRow(of, "index", { value, unit: UNIT.index }), target, says: response };
}

/** In money of the user's own unit. */
export function costRows({ costs }: OutlookResult): readonly EstimateRow[] {
  return costs.flatMap((cost) => {
    const of = about(wholly("outlook"), "cost", cost);
    const total = { unit: "as the figures", method: cost.formula };
    return [
      ...numberRows(of, "cost", { value: cost.value, ...total }),
      ...cost.figures.flatMap(({ name, value }) => numberRows(of, `figure ${name}`, { value, unit: "as given" })),
    ];
  });
}

export function profileRows(profile: ProfileEffect): readonly EstimateRow[] {
  const whose = wholly("profile");
  const factor = (
    of: string,
    { id, title, value }: { readonly id: string; readonly title: string; readonly value: number },
  ) => ({
    ...numberRow(
      { ...about(whose, of, { id, title }), than: profile.text },
      of === "dimension" ? "weight of the need" : "fit",
      {
        value,
        unit: "factor",
      },
    ),
  });
  return [
    ...profile.needs.map(({ dimension: id, title, multiplier: value }) => factor("dimension", { id, title, value })),
    ...profile.strategies.map(({ strategy: id, title, fit: value }) => factor("strategy", { id, title, value })),
  ];
}
