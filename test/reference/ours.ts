/** What the program makes of the reference survey, laid out as reference.json: means, shares, composite, outcome, patterns. */
import type { Published } from "../../src/audit/estimate.ts";
import type { CellResult } from "../../src/audit/types.ts";
import { tQuantile } from "../../src/numeric/distributions.ts";
import { createPatternCheck } from "../../src/scoring/quality.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { effectiveAnswers, ratioOf } from "../../src/statistics/proportion.ts";
import { type Counter, createCounter, type Person } from "./cells.ts";
import { respondents, staffFramework, type Tree } from "./data.ts";

/** The survey as every part of the comparison needs it. */
export interface Staff {
  readonly counter: Counter;
  readonly people: readonly Person[];
  readonly departments: readonly string[];
}

export function staffOf(file: "staff.csv" | "staff-wave2.csv"): Staff {
  const counter = createCounter(staffFramework);
  const rows = respondents(file);
  return {
    counter,
    people: rows.map(({ answers }) => counter.person(answers)),
    departments: rows.map(({ department }) => department),
  };
}

export function estimateOf({ counter, people }: Staff, headcount: number | null = null): Promise<CellResult> {
  const { framework, plan } = counter;
  return estimateCell({ framework, plan, released: counter.cell(people), headcount, unit: "person", seed: 1 });
}

/** The value of an estimate; anything else is no number and agrees with nothing. */
export function numberOf(published: Published | undefined): number {
  return published?.kind === "estimate" ? published.value : Number.NaN;
}

export function endsOf(published: Published | undefined): readonly [number, number] {
  const interval = published?.kind === "estimate" ? published.interval : null;
  return [interval?.low ?? Number.NaN, interval?.high ?? Number.NaN];
}

export function peopleOf(published: Published | undefined): number {
  return published === undefined || published.kind === "hidden" ? Number.NaN : published.n;
}

/** What of reference.json declares the survey and is no result. */
export function declaration(): { readonly [key: string]: Tree } {
  const { dimensions, items } = staffFramework;
  return {
    items: Object.fromEntries(dimensions.map(({ id, items: own }) => [id, own])),
    reversed: items.filter(({ reverse }) => reverse).map(({ id }) => id),
    range: [dimensions[0]?.min ?? 0, dimensions[0]?.max ?? 0],
    min_answered: dimensions[0]?.minAnswered ?? 0,
  };
}

function scoreTree(result: CellResult["dimensions"][number] | undefined): Tree {
  const n = peopleOf(result?.mean);
  const [low, high] = endsOf(result?.mean);
  const se = (high - low) / 2 / tQuantile(0.975, n - 1);
  return { n, mean: numberOf(result?.mean), sd: numberOf(result?.sd), se, ci95: [low, high] };
}

/** Mean, index and favourable share of each dimension, by id. */
export async function dimensionTrees(
  staff: Staff,
): Promise<Readonly<Record<string, { readonly [key: string]: Tree }>>> {
  const [everyone, of300] = await Promise.all([estimateOf(staff), estimateOf(staff, 300)]);
  const { cell } = staff.counter.cell(staff.people);
  return Object.fromEntries(
    everyone.dimensions.map((result, d) => {
      const slots = staff.counter.plan.ratios[d];
      if (slots === undefined) throw new Error(`no sums of ${result.id}`);
      const ratio = ratioOf(cell, slots);
      const favourable = {
        n: peopleOf(result.favourable),
        responses: ratio.sumA,
        share: numberOf(result.favourable),
        effective_n: effectiveAnswers(ratio),
        wilson95: endsOf(result.favourable),
      };
      const score_with_headcount_300 = scoreTree(of300.dimensions[d]);
      return [
        result.id,
        { score: scoreTree(result), score_with_headcount_300, index: numberOf(result.index), favourable },
      ];
    }),
  );
}

/** The trust quotient and the recommendation. */
export async function outcomeTrees(staff: Staff): Promise<{ readonly [key: string]: Tree }> {
  const everyone = await estimateOf(staff);
  const trust = everyone.composites[0];
  const recommend = everyone.outcomes[0];
  const [low, high] = endsOf(trust?.value);
  const df = Math.min(...everyone.dimensions.map(({ mean }) => peopleOf(mean))) - 1;
  const value = numberOf(trust?.value);
  return {
    trust_quotient: {
      ratio_of_means: value,
      // The interval is made on the log scale, where the error is relative.
      se_delta: (value * Math.log(high / low)) / 2 / tQuantile(0.975, df),
      ci95_log: [low, high],
      index: numberOf(trust?.index),
      index_ci95: endsOf(trust?.index),
    },
    recommend: {
      n: peopleOf(recommend?.value),
      promoters: recommend?.counts?.promoters ?? Number.NaN,
      passives: recommend?.counts?.passives ?? Number.NaN,
      detractors: recommend?.counts?.detractors ?? Number.NaN,
      nps: numberOf(recommend?.value),
      adjusted_wald95: endsOf(recommend?.value),
    },
  };
}

export function longestRuns({ counter, people }: Staff): Tree {
  const check = createPatternCheck(counter.program);
  const runs = people.map(({ answers }) => check(answers).longestRun);
  const long = people.flatMap(({ answers }, at) => (check(answers).longRun ? [at + 1] : []));
  return { max: Math.max(...runs), rows_at_least_10: long, first20: runs.slice(0, 20) };
}
