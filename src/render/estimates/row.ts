/** One published number a row, so that files of several audits can be stacked and filtered. */
import type { Published } from "../../audit/estimate.ts";
import { HIDDEN } from "../words.ts";

/** Of whom a number is told. */
export interface Whose {
  readonly scope: Scope;
  /** As the user wrote it; "": none. */
  readonly grouping: string;
  /** As it is printed; "": not of a group. */
  readonly group: string;
  /** Values of the grouping's columns; "" for blank. */
  readonly path: readonly string[];
}

export type Scope =
  | "survey"
  | "total"
  | "group"
  | "pool"
  | "audience"
  | "comparison"
  | "agreement"
  | "gap"
  | "ladder"
  | "journey"
  | "triage"
  | "reliability"
  | "driver"
  | "change"
  | "room"
  | "discussion"
  | "drag"
  | "finding"
  | "disagreement"
  | "cause"
  | "lens"
  | "response"
  | "outlook"
  | "profile"
  | "plan"
  | "item"
  | "quality";

/** What a number is about. */
export interface About extends Whose {
  /** Kind of thing: "composite", "dimension", "outcome", "item", "strategy", … */
  readonly of: string;
  readonly id: string;
  readonly title: string;
  /** What it is held against: another audience, everyone else, the wave before; "": nothing. */
  readonly than: string;
}

export interface EstimateRow extends About {
  /** "index", "mean", "alpha", … */
  readonly statistic: string;
  /** Null where there is none, or only ends. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Of the interval, 0–1; null: ends that are no confidence interval. */
  readonly level: number | null;
  readonly n: number | null;
  readonly unit: string;
  /** `number`: a count or an intermediate number that carries no interval of its own. */
  readonly status: "estimate" | "number" | "hidden" | "no data";
  /** Why there is no value, or no interval. */
  readonly words: string;
  readonly band: string;
  /** What is said of it: "higher", "agree", "do not interpret". */
  readonly says: string;
  readonly target: number | null;
  readonly method: string;
  readonly caveats: string;
}

export const EVERYONE: Whose = { scope: "total", grouping: "", group: "", path: [] };

/** Of the survey as a whole, or one of its parts that is no group. */
export function wholly(scope: Scope): Whose {
  return { ...EVERYONE, scope };
}

export function about(
  whose: Whose,
  of: string,
  { id, title = id }: { readonly id: string; readonly title?: string },
): About {
  return { ...whose, of, id, title, than: "" };
}

const BARE = {
  low: null,
  high: null,
  level: null,
  words: "",
  band: "",
  says: "",
  target: null,
  method: "",
  caveats: "",
};

/** A published estimate, or what stands in its place. */
export function estimateRow(of: About, statistic: string, estimate: Published): EstimateRow {
  return { ...of, ...BARE, statistic, ...estimateCells(estimate) };
}

type Cells = Pick<
  EstimateRow,
  "value" | "low" | "high" | "level" | "n" | "unit" | "status" | "words" | "method" | "caveats"
>;

function estimateCells(estimate: Published): Cells {
  const none = { value: null, low: null, high: null, level: null, n: null, unit: "", method: "", caveats: "" };
  switch (estimate.kind) {
    case "hidden":
      return { ...none, status: "hidden", words: estimate.words ?? HIDDEN };
    case "none":
      return { ...none, n: estimate.n, status: "no data", words: estimate.reason };
    case "estimate": {
      const { value, interval, noInterval, n, unit, method, caveats } = estimate;
      const ends = { low: interval?.low ?? null, high: interval?.high ?? null, level: interval?.level ?? null };
      const words = noInterval ?? "";
      return { value, ...ends, n, unit, status: "estimate", words, method, caveats: caveats.join(" | ") };
    }
  }
}

interface Plain {
  readonly value?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly level?: number | null;
  readonly n?: number | null;
  readonly unit: string;
  readonly method?: string;
}

/** A number without a pedigree of its own: a count, a test statistic, a part of the arithmetic. */
export function numberRow(of: About, statistic: string, plain: Plain): EstimateRow {
  return { ...of, ...BARE, value: null, n: null, statistic, status: "number", ...plain };
}

/** None where there is no number. */
export function numberRows(of: About, statistic: string, plain: Plain): readonly EstimateRow[] {
  return (plain.value ?? plain.low ?? null) === null ? [] : [numberRow(of, statistic, plain)];
}

/** A thing that may not be told as a whole. */
export function hiddenRow(of: About, statistic: string, words: string = HIDDEN): EstimateRow {
  return { ...of, ...BARE, value: null, n: null, unit: "", statistic, status: "hidden", words };
}

/** Something of which there is nothing to tell, and why. */
export function absentRow(of: About, statistic: string, words: string): EstimateRow {
  return { ...of, ...BARE, value: null, n: null, unit: "", statistic, status: "no data", words };
}

export const UNIT = {
  people: "people",
  rows: "rows",
  share: "share 0–1",
  index: "index 0–100",
  load: "load 0–100",
  indexPoints: "index points",
  points: "points of the scale",
  probability: "probability 0–1",
  need: "need",
} as const;
