/** What designs are made of: intervals of samples, each held against what is true of everybody. */
import type { Published } from "../../src/audit/estimate.ts";
import type { CellResult } from "../../src/audit/types.ts";
import type { Draws } from "../../src/numeric/draws.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { type Counter, createCounter, type Person } from "../reference/cells.ts";
import type { Population, TwoTimes } from "./people.ts";
import { kinkedSurvey, survey } from "./survey.ts";

/** One interval of one sample: what it should hold, and what it is. */
export interface Trial {
  readonly of: string;
  readonly truth: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface Design {
  /** Smallest sample it is tried with. */
  readonly least: number;
  /** Everything but the sample: true values. */
  prepare(population: Population): Promise<(n: number, draws: Draws) => Promise<readonly Trial[]>>;
}

/** Scores are all that these intervals need; one counter also keeps what reliability needs. Each can count the other's people. */
export const scoresOnly = createCounter(survey, { only: "scores" });
export const kinked = createCounter(kinkedSurvey, { only: "scores" });
export const whole = createCounter(survey);
export const weighted = createCounter(survey, { only: "scores", weighted: true });

/** Formulas with a kink draw 2,000 times: from one seed, as a report does. */
export const estimate = (
  counter: Counter,
  people: readonly Person[],
  headcount: number | null = null,
): Promise<CellResult> => {
  const { framework, plan } = counter;
  return estimateCell({ framework, plan, released: counter.cell(people), headcount, unit: "person", seed: 1 });
};

export const before = (people: readonly TwoTimes[]) => people.map((one) => one.before);
export const after = (people: readonly TwoTimes[]) => people.map((one) => one.after);

export function numberOf(published: Published | undefined): number {
  if (published?.kind !== "estimate") throw new Error(`no true value but ${JSON.stringify(published)}`);
  return published.value;
}

export function intervalOf(published: Published | undefined): Trial["interval"] {
  return published?.kind === "estimate" ? published.interval : null;
}
