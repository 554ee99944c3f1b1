/** Items, what the room said of them, and how good the answers are. */
import type { Published } from "../../audit/estimate.ts";
import type { Asked, Discussion, ItemResult, Quality, RoomItem } from "../../audit/types.ts";
import {
  type About,
  about,
  type EstimateRow,
  estimateRow,
  hiddenRow,
  numberRow,
  numberRows,
  UNIT,
  wholly,
} from "./row.ts";
import { ofAudience } from "./systems.ts";

export function itemRows({
  id,
  text,
  mean,
  favourable,
  histogram,
  missing,
  figure,
}: ItemResult): readonly EstimateRow[] {
  const of = about(wholly("item"), "item", { id, title: text });
  return [
    estimateRow(of, "mean", mean),
    estimateRow(of, "favourable", favourable),
    ...(figure === null
      ? []
      : [
          estimateRow(of, "index", figure.index),
          numberRow(of, "worst end", { value: figure.worst, unit: figure.unit }),
          numberRow(of, "best end", { value: figure.best, unit: figure.unit }),
        ]),
    ...countRows(of, histogram),
    ...missingRows(of, missing),
  ];
}

type Counts = Exclude<ItemResult["histogram"], { readonly kind: "hidden" }>;

function countRows(of: About, counts: ItemResult["histogram"]): readonly EstimateRow[] {
  if ("kind" in counts) return [hiddenRow(of, "people by answer")];
  return tallied(of, counts);
}

function tallied(of: About, counts: Counts): readonly EstimateRow[] {
  return counts.map(({ code, label, count }) => {
    const row = numberRow(of, `people answering ${code}`, { value: count, unit: UNIT.people });
    return { ...row, says: label };
  });
}

function missingRows(of: About, missing: ItemResult["missing"]): readonly EstimateRow[] {
  if ("kind" in missing) return [hiddenRow(of, "people without an answer")];
  const { unanswered, notApplicable, dontKnow, unknown } = missing;
  const kinds = { unanswered, "not applicable": notApplicable, "don't know": dontKnow, unknown };
  return Object.entries(kinds).map(([kind, value]) =>
    numberRow(of, `people without an answer: ${kind}`, { value, unit: UNIT.people }),
  );
}

/** By a show of hands. */
export function roomRows({ item: id, text, hands }: RoomItem): readonly EstimateRow[] {
  if (hands === null) return [];
  const of = about(wholly("room"), "item", { id, title: text });
  return [
    numberRow(of, "hands", { value: hands.people, unit: UNIT.people }),
    estimateRow(of, "mean", hands.mean),
    estimateRow(of, "standard deviation", hands.sd),
    ...countRows(of, hands.counts),
  ];
}

export function spreadRows({ spread }: Discussion): readonly EstimateRow[] {
  if (spread === null) return [];
  const { audience, of: kind, id, title, sd, n } = spread;
  const of = about(ofAudience("discussion", audience), kind, { id, title });
  return [numberRow(of, "standard deviation", { value: sd, n, unit: UNIT.points })];
}

export function qualityRows(quality: Quality): readonly EstimateRow[] {
  const of = about(wholly("quality"), "answers", { id: "answers", title: "Answers" });
  const flags: Readonly<Record<string, Published>> = {
    "long runs": quality.longRuns,
    "straight lines": quality.straightLines,
    "under 2 seconds an answer": quality.fast,
    "variability within a person": quality.variability,
  };
  const shares = {
    unanswered: quality.unanswered,
    "not applicable": quality.notApplicable,
    "don't know": quality.dontKnow,
    unknown: quality.unknown,
  };
  return [
    ...Object.entries(flags).map(([name, flag]) => estimateRow(of, name, flag)),
    ...Object.entries(shares).flatMap(([name, value]) =>
      numberRows(of, `answers: ${name}`, { value, unit: UNIT.share }),
    ),
    ...numberRows(of, "repeated ids", { value: quality.repeatedIds, unit: UNIT.rows }),
  ];
}

export function askedRows({ itemsAsked, people, headcount, responseRate, flow }: Asked): readonly EstimateRow[] {
  const of = about(wholly("survey"), "survey", { id: "survey", title: "Survey" });
  return [
    numberRow(of, "items asked", { value: itemsAsked, unit: "items" }),
    ...(people === null
      ? [hiddenRow(of, "people scored")]
      : [numberRow(of, "people scored", { value: people, unit: UNIT.people })]),
    ...numberRows(of, "headcount", { value: headcount, unit: UNIT.people }),
    ...numberRows(of, "response rate", { value: responseRate, n: headcount, unit: UNIT.share }),
    ...flow.map(({ step, rows }) => numberRow(of, `rows: ${step}`, { value: rows, unit: UNIT.rows })),
  ];
}
