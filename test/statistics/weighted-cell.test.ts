import { describe, expect, it } from "vitest";
import type { CellResult, OutcomeResult } from "../../src/audit/types.ts";
import type { Framework } from "../../src/framework/types.ts";
import { normalQuantile, tQuantile } from "../../src/numeric/distributions.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { estimateItems } from "../../src/statistics/items.ts";
import { wilson } from "../../src/statistics/proportion.ts";
import { expectClose } from "./close-to.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { staffFramework, staffRows } from "./staff.ts";

const rows = staffRows();
const weights = rows.map((_, i) => 0.5 + (i % 7) / 4);
const RECOMMEND = rows[0]!.length - 1;

async function cellOf(
  given: readonly number[] | null,
  {
    of = staffFramework,
    headcount = null,
    people = rows,
  }: { of?: Framework; headcount?: number | null; people?: readonly Row[] } = {},
): Promise<CellResult> {
  const { plan, released } = releasedTotal(of, people, { weights: given });
  return estimateCell({ framework: of, plan, released, headcount, unit: "person", seed: 1 });
}

/** Scores of a dimension in floating point: the mean of what was answered, from three of five answers. */
function scoresOf(letter: number): readonly (number | null)[] {
  const reversed = [3, 9, 12, 16];
  return rows.map((row) => {
    const answers = row.flatMap((answer, i) =>
      Math.floor(i / 5) !== letter || i >= 20 || answer === null ? [] : [reversed.includes(i) ? 6 - answer : answer],
    );
    return answers.length < 3 ? null : answers.reduce((sum, x) => sum + x, 0) / answers.length;
  });
}

const total = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0);

/** Weighted mean with its linearised error, as R's survey package has it (svymean with independent draws). */
function naive(scores: readonly (number | null)[]) {
  const with_ = scores.flatMap((y, i) => (y === null ? [] : [{ y, w: weights[i]! }]));
  const n = with_.length;
  const w = total(with_.map((one) => one.w));
  const mean = total(with_.map((one) => one.w * one.y)) / w;
  const se = Math.sqrt((n / (n - 1)) * total(with_.map((one) => (one.w * (one.y - mean)) ** 2))) / w;
  return { n, mean, se, kish: w ** 2 / total(with_.map((one) => one.w ** 2)) };
}

describe("a weighted cell", async () => {
  const cell = await cellOf(weights);

  it("means, intervals and indices by linearisation, with Kish's degrees of freedom", () => {
    for (const [d, result] of cell.dimensions.entries()) {
      const { n, mean, se, kish } = naive(scoresOf(d));
      if (result.mean.kind !== "estimate" || result.index.kind !== "estimate") throw new Error("hidden");
      expect(result.mean.n).toBe(n);
      expectClose(result.mean.value, mean, "mean");
      expectClose(result.mean.interval?.low, mean - tQuantile(0.975, kish - 1) * se, "low");
      expectClose(result.index.value, 25 * (result.direction === "higher" ? mean - 1 : 5 - mean), "index");
      expect(result.mean.method).toContain(`df from Kish's effective n of ${kish.toFixed(1)}`);
      expectClose(result.precision?.se, se, "se");
      expectClose(result.precision?.df, kish - 1, "df");
    }
    expectClose(cell.effectivePeople, total(weights) ** 2 / total(weights.map((w) => w * w)), "people");
  });

  it("composite: the formula at weighted means, its error by the weighted joint covariance", () => {
    const scores = [0, 1, 2, 3].map(scoresOf);
    const parts = scores.map(naive);
    const [c, r, i, s] = parts.map(({ mean }) => mean) as [number, number, number, number];
    const value = (c + r + i) / s;
    const [trust] = cell.composites;
    if (trust?.value.kind !== "estimate") throw new Error("hidden");
    expectClose(trust.value.value, value, "value");
    const slopes = [1 / s, 1 / s, 1 / s, -value / s];
    let variance = 0;
    for (const a of [0, 1, 2, 3]) {
      for (const b of [0, 1, 2, 3]) {
        const both = rows.flatMap((_, p) => {
          const [x, y] = [scores[a]![p]!, scores[b]![p]!];
          return x === null || y === null ? [] : [weights[p]! ** 2 * (x - parts[a]!.mean) * (y - parts[b]!.mean)];
        });
        const sumOf = (d: number) => total(rows.map((_, p) => (scores[d]![p] === null ? 0 : weights[p]!)));
        variance += (slopes[a]! * slopes[b]! * (both.length / (both.length - 1)) * total(both)) / (sumOf(a) * sumOf(b));
      }
    }
    expectClose(trust.precision?.se, Math.sqrt(variance) / value, "se of the logarithm");
    expectClose(trust.precision?.df, Math.min(...parts.map(({ kish }) => kish)) - 1, "df");
    expect(trust.value.method).toContain("Kish");
  });

  it("net promoter score: three answers added to the effective people; the people behind it are counted", () => {
    const asked = rows.flatMap((row, i) => (row[RECOMMEND] === null ? [] : [{ x: row[RECOMMEND]!, w: weights[i]! }]));
    const standing = asked.map(({ x, w }) => ({ v: x >= 9 ? 1 : x <= 6 ? -1 : 0, w }));
    const w = total(asked.map((one) => one.w));
    const mean = total(standing.map((one) => one.w * one.v)) / w;
    const spread = total(standing.map((one) => one.w * (one.v - mean) ** 2));
    const effective = (w * spread) / total(standing.map((one) => one.w ** 2 * (one.v - mean) ** 2));
    const share = (v: number) => total(standing.map((one) => (one.v === v ? one.w : 0))) / w;
    const [outcome] = cell.outcomes;
    if (outcome?.value.kind !== "estimate") throw new Error("hidden");
    expectClose(outcome.value.value, 100 * mean, "score");
    const n = effective + 3;
    const [up, down] = [(share(1) * effective + 0.75) / n, (share(-1) * effective + 0.75) / n];
    const half = normalQuantile(0.975) * Math.sqrt((up + down - (up - down) ** 2) / n);
    expectClose(outcome.value.interval?.low, 100 * (up - down - half), "low");
    expect(outcome.counts).toEqual({ promoters: 42, passives: 77, detractors: 109 });
  });

  it("top-two-box share by Wilson at the effective people, mean of the answers", async () => {
    const csat = { ...staffFramework, outcomes: [{ ...staffFramework.outcomes[0]!, statistic: "csat" as const }] };
    const mean = { ...staffFramework, outcomes: [{ ...staffFramework.outcomes[0]!, statistic: "mean" as const }] };
    const asked = rows.map((row) => row[RECOMMEND] ?? null);
    const top = naive(asked.map((x) => (x === null ? null : Number(x >= 9))));
    const box: OutcomeResult | undefined = (await cellOf(weights, { of: csat })).outcomes[0];
    if (box?.value.kind !== "estimate") throw new Error("hidden");
    expectClose(box.value.value, top.mean, "share");
    // n/(n − 1) is no part of the effective people.
    const effective = (top.mean * (1 - top.mean)) / (top.se ** 2 * ((top.n - 1) / top.n));
    expectClose(box.value.interval?.high, wilson(top.mean, effective, 0.95)[1], "high");
    const answers = naive(asked);
    const result = (await cellOf(weights, { of: mean })).outcomes[0];
    if (result?.value.kind !== "estimate") throw new Error("hidden");
    expectClose(result.value.value, answers.mean, "mean");
    expectClose(result.value.interval?.low, answers.mean - tQuantile(0.975, answers.kish - 1) * answers.se, "low");
  });

  it("favourable share of weighted answers", () => {
    const reversed = [3, 9, 12, 16];
    const people = rows.map((row, p) => {
      const given = row.slice(0, 5).flatMap((x, i) => (x === null ? [] : [reversed.includes(i) ? 6 - x : x]));
      return { a: given.length, f: given.filter((x) => x >= 4).length, w: weights[p]! };
    });
    const share = total(people.map(({ w, f }) => w * f)) / total(people.map(({ w, a }) => w * a));
    const favourable = cell.dimensions[0]?.favourable;
    if (favourable?.kind !== "estimate") throw new Error("hidden");
    expectClose(favourable.value, share, "share");
    expect(favourable.method).toContain("survey weights");
  });

  it("a headcount narrows nothing, and the estimate says so", async () => {
    const counted = await cellOf(weights, { headcount: 300 });
    for (const [d, { mean, precision }] of counted.dimensions.entries()) {
      const plain = cell.dimensions[d];
      if (plain?.mean.kind !== "estimate" || mean.kind !== "estimate") throw new Error("hidden");
      expect(mean.interval).toEqual(plain.mean.interval);
      expect(mean.caveats).toContain("Beside survey weights the headcount does not narrow the interval.");
      expect(precision).toEqual(plain.precision);
    }
    expect(counted.responseRate).toBe(0.8);
    const [trust, plainTrust] = [counted, cell].map(({ composites }) => composites[0]?.value);
    if (trust?.kind !== "estimate" || plainTrust?.kind !== "estimate") throw new Error("hidden");
    expect(trust.interval).toEqual(plainTrust.interval);
  });
});

describe("equal weights", () => {
  it("give the unweighted numbers to the bit", async () => {
    const [plain, equal] = await Promise.all([cellOf(null), cellOf(rows.map(() => 2.5))]);
    const numbers = (cell: CellResult) =>
      JSON.parse(
        JSON.stringify(cell, (key, value) =>
          ["method", "caveats", "effectivePeople"].includes(key) ? undefined : value,
        ),
      );
    expect(numbers(equal)).toEqual(numbers(plain));
    expect([plain.effectivePeople, equal.effectivePeople]).toEqual([null, 240]);
  });
});

describe("very uneven weights", () => {
  it("leave a mean without an interval, in words", async () => {
    const people = rows.slice(0, 12);
    const { dimensions, composites } = await cellOf([1000, ...people.slice(1).map(() => 1)], { people });
    expect(dimensions[0]?.mean).toMatchObject({ kind: "estimate", interval: null });
    if (dimensions[0]?.mean.kind !== "estimate") throw new Error("hidden");
    expect(dimensions[0].mean.noInterval).toBe("the weights are so uneven that these people count as 1.0");
    expect(dimensions[0].precision).toBeNull();
    expect(composites[0]?.value).toMatchObject({ kind: "estimate", interval: null });
  });
});

describe("item tables", () => {
  it("leave weights aside and say so", () => {
    const [plain, weighted] = [null, weights].map((given) => {
      const { plan, released } = releasedTotal(staffFramework, rows, { weights: given });
      return estimateItems({ framework: staffFramework, plan, released, audience: "staff" });
    });
    const [first, second] = [plain?.[0]?.mean, weighted?.[0]?.mean];
    if (first?.kind !== "estimate" || second?.kind !== "estimate") throw new Error("hidden");
    expect(second.value).toBe(first.value);
    expect(second.caveats).toEqual([expect.stringContaining("Survey weights are not used here")]);
    expect(first.caveats).toEqual([]);
  });
});
