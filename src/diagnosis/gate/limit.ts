import { quote } from "../../problems/quote.ts";
import { Refused } from "./complaint.ts";
import type { Names } from "./names.ts";
import type { Quantity } from "./quantity.ts";
import type { Gate, Measure } from "./types.ts";

const OF_STATISTIC: Readonly<Record<string, Measure>> = {
  index: "index",
  load: "load",
  value: "value",
  mean: "mean",
  favourable: "share",
  below_target: "share",
  rwg: "coefficient",
  alpha: "coefficient",
};
const OF_OUTCOME = { nps: "nps", csat: "share", mean: "mean" } as const;
const FLAGS: readonly string[] = ["long_runs", "straight_lines", "fast"];

export function measureOf(quantity: Quantity, names: Names): Measure {
  switch (quantity.kind) {
    case "score":
      return OF_STATISTIC[quantity.statistic] ?? "index";
    case "change":
      return quantity.statistic === "load" ? "load change" : "change";
    case "outcome":
      return OF_OUTCOME[names.outcomes.get(quantity.id) ?? "mean"];
    case "response rate":
      return "share";
    case "quality":
      return FLAGS.includes(quantity.of) ? "people" : "share";
    case "findings":
      return "findings";
    case "signs":
      return "signs";
    case "level":
      return "level";
    case "people":
    case "unknowable":
      return "people";
  }
}

/** Where numbers of a kind lie; null: anywhere. */
const RANGE: Readonly<Record<Measure, readonly [number, number] | null>> = {
  index: [0, 100],
  load: [0, 100],
  share: [0, 1],
  nps: [-100, 100],
  change: [-100, 100],
  "load change": [-100, 100],
  coefficient: [-1, 1],
  people: [0, Number.MAX_SAFE_INTEGER],
  findings: [0, Number.MAX_SAFE_INTEGER],
  signs: [0, Number.MAX_SAFE_INTEGER],
  level: [0, Number.MAX_SAFE_INTEGER],
  mean: null,
  value: null,
};

/** The limit in the unit of the measure. Throws Refused: GT009 a percentage of what is no share, or out of range. */
export function limitIn({ limit }: Gate, measure: Measure): number {
  const { value, isPercent, at, length } = limit;
  const refused = (message: string, help: string) =>
    new Refused({ code: "GT009", message, help, span: { at, length } });
  if (isPercent && measure !== "share")
    throw refused(
      "Only a share is compared with a percentage.",
      "Leave the % out; an index is told in points from 0 to 100.",
    );
  const inUnit = isPercent ? value / 100 : value;
  const range = RANGE[measure];
  if (range === null || (inUnit >= range[0] && inUnit <= range[1])) return inUnit;
  if (measure === "share")
    throw refused(
      `${quote(String(value))} is no share from 0 to 1.`,
      value > 1 && value <= 100 && !isPercent
        ? `Write ${value} % or ${value / 100}.`
        : "A share lies between 0 and 1, or 0 % and 100 %.",
    );
  throw refused(
    `${quote(String(value))} can never be reached: the number lies from ${range[0]} ${range[1] > 100 ? "upwards" : `to ${range[1]}`}.`,
    "Choose a limit within that.",
  );
}
