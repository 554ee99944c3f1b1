import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsOf } from "../../src/statistics/moments.ts";
import { effectiveAnswers, ratioOf } from "../../src/statistics/proportion.ts";
import {
  effectivePeople,
  summaryOf,
  weightedClasses,
  weightedCodes,
  weightedCovarianceOfMeans,
  weightedMoments,
  weightedRatio,
  weightsAreEqual,
} from "../../src/statistics/weights.ts";
import { expectClose } from "./close-to.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { codedScale, dimension, framework, item } from "./small-framework.ts";

const survey = framework({
  scales: new Map([
    ["agree", codedScale("agree", [1, 5])],
    ["ten", codedScale("ten", [0, 10])],
  ]),
  items: [
    ...["A1", "A2"].map((id) => item(id, { dimension: "a" })),
    ...["B1", "B2"].map((id) => item(id, { dimension: "b" })),
    item("out", { scale: "ten" }),
  ],
  dimensions: [dimension("a", ["A1", "A2"]), dimension("b", ["B1", "B2"])],
  outcomes: [{ id: "out", item: "out", title: "Out", statistic: "nps" }],
});

interface Person {
  readonly row: Row;
  readonly weight: number;
}

const among = (min: number, max: number): fc.Arbitrary<number | null> =>
  fc.option(fc.integer({ min, max }), { freq: 6, nil: null });
const answer = among(1, 5);
const person: fc.Arbitrary<Person> = fc.record({
  row: fc.tuple(answer, answer, answer, answer, among(0, 10)),
  weight: fc.integer({ min: 1_000, max: 900_000 }).map((w) => w / 100_000),
});
const people = fc.array(person, { minLength: 12, maxLength: 40 });
const seeded = { seed: 20261122, numRuns: 200 };
const totals = (xs: readonly Person[]) =>
  releasedTotal(
    survey,
    xs.map(({ row }) => row),
    { weights: xs.map(({ weight }) => weight) },
  );

/** Score of a dimension of two items of which one is enough. */
const scoreOf = ({ row }: Person, d: number): number | null => {
  const given = [row[2 * d], row[2 * d + 1]].filter((one): one is number => typeof one === "number");
  return given.length === 0 ? null : given.reduce((sum, one) => sum + one, 0) / given.length;
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const having = (xs: readonly Person[], d: number) =>
  xs.flatMap((x) => {
    const y = scoreOf(x, d);
    return y === null ? [] : [{ w: x.weight, y }];
  });
const meanOf = (rows: readonly { w: number; y: number }[]) =>
  sum(rows.map(({ w, y }) => w * y)) / sum(rows.map(({ w }) => w));

/** Numbers near 0 are compared with what they could be, not with themselves. */
const near = (actual: number | null, wanted: number, what: string): void => {
  expect(Math.abs((actual ?? Number.NaN) - wanted), `${what}: ${actual} is not ${wanted}`).toBeLessThan(1e-9);
};

describe("weighted means, as the formulas give them in floating point", () => {
  it("mean, linearised error, spread, Kish's effective n", () => {
    fc.assert(
      fc.property(people, (xs) => {
        const { plan, released } = totals(xs);
        const rows = having(xs, 0);
        fc.pre(rows.length > 1 && !weightsAreEqual(released.cell, plan));
        const n = rows.length;
        const weights = sum(rows.map(({ w }) => w));
        const mean = meanOf(rows);
        const found = summaryOf(released.cell, plan, 0);
        expect(found.n).toBe(n);
        near(found.mean, mean, "mean");
        near(found.se2, ((n / (n - 1)) * sum(rows.map(({ w, y }) => (w * (y - mean)) ** 2))) / weights ** 2, "se²");
        const variance = ((n / (n - 1)) * sum(rows.map(({ w, y }) => w * (y - mean) ** 2))) / weights;
        near((found.sd ?? Number.NaN) ** 2, variance, "variance");
        const kish = weights ** 2 / sum(rows.map(({ w }) => w ** 2));
        near(found.effectiveN, kish, "effective n");
        near(found.df, kish - 1, "df");
      }),
      seeded,
    );
  });

  it("covariance of two means, over those who have both", () => {
    fc.assert(
      fc.property(people, (xs) => {
        const { plan, released } = totals(xs);
        fc.pre(!weightsAreEqual(released.cell, plan));
        const [a, b] = [having(xs, 0), having(xs, 1)];
        const both = xs.flatMap((x) => {
          const [ya, yb] = [scoreOf(x, 0), scoreOf(x, 1)];
          return ya === null || yb === null ? [] : [{ w: x.weight, ya, yb }];
        });
        fc.pre(both.length > 1);
        const n = both.length;
        const shared = sum(both.map(({ w, ya, yb }) => w * w * (ya - meanOf(a)) * (yb - meanOf(b))));
        const wanted = ((n / (n - 1)) * shared) / (sum(a.map(({ w }) => w)) * sum(b.map(({ w }) => w)));
        const found = weightedCovarianceOfMeans(released.cell, plan, [0, 1]);
        expect(found?.n).toBe(n);
        near(found?.entry ?? null, wanted, "entry");
        expect(weightedCovarianceOfMeans(released.cell, plan, [1, 0])).toEqual(found);
      }),
      seeded,
    );
  });

  it("favourable answers, clustered by person", () => {
    fc.assert(
      fc.property(people, (xs) => {
        const { plan, released } = totals(xs);
        const rows = xs.flatMap(({ row, weight: w }) => {
          const given = row.slice(0, 2).filter((one): one is number => one !== null);
          return given.length === 0 ? [] : [{ w, f: given.filter((one) => one >= 4).length, a: given.length }];
        });
        const p = sum(rows.map(({ w, f }) => w * f)) / sum(rows.map(({ w, a }) => w * a));
        fc.pre(rows.length > 1 && p > 0 && p < 1 && !weightsAreEqual(released.cell, plan));
        const n = rows.length;
        const answers = sum(rows.map(({ w, a }) => w * a));
        const variance = ((n / (n - 1)) * sum(rows.map(({ w, f, a }) => (w * (f - p * a)) ** 2))) / answers ** 2;
        const kish = sum(rows.map(({ w }) => w)) ** 2 / sum(rows.map(({ w }) => w ** 2));
        const most = (kish * sum(rows.map(({ a }) => a))) / n;
        const found = weightedRatio(released.cell, plan, 0);
        expect(found?.n).toBe(n);
        near(found?.share ?? null, p, "share");
        expectClose(found?.effective, Math.min(most, (p * (1 - p)) / variance), "effective answers");
      }),
      seeded,
    );
  });

  it("classes of an outcome: shares, net score, and the people it is worth", () => {
    const net = (code: number) => (code >= 9 ? 1 : code >= 7 ? 0 : -1);
    fc.assert(
      fc.property(people, (xs) => {
        const { plan, released } = totals(xs);
        const rows = xs.flatMap(({ row, weight: w }) => {
          const raw = row[4];
          return typeof raw === "number" ? [{ w, y: net(raw) }] : [];
        });
        const mean = meanOf(rows);
        const weights = sum(rows.map(({ w }) => w));
        const scatter = sum(rows.map(({ w, y }) => (w * (y - mean)) ** 2));
        fc.pre(scatter > 1e-9);
        const found = weightedClasses(weightedCodes(released.cell, plan, 4) ?? [], net);
        expect(found.n).toBe(rows.length);
        near(found.mean, mean, "net score");
        near(found.share(1), sum(rows.filter(({ y }) => y === 1).map(({ w }) => w)) / weights, "promoters");
        const worth = (weights * sum(rows.map(({ w, y }) => w * (y - mean) ** 2))) / scatter;
        expectClose(found.effective, Math.min(rows.length, worth), "effective people");
      }),
      seeded,
    );
  });
});

describe("by hand", () => {
  // Weights 1, 2, 3 and scores 2, 4, 5: ȳ = 25/6; Kish 36/14; SE² = 3/2 · (169 + 4 + 225)/36 / 36
  const rows: readonly Row[] = [
    [2, 2, 1, 1, 10],
    [4, 4, 1, 1, 9],
    [5, 5, 1, 1, 0],
  ];
  const { plan, released } = releasedTotal(survey, rows, { weights: [1, 2, 3] });
  it("three people of weight 1, 2 and 3", () => {
    const { n, mean, se2, sd, df, effectiveN } = summaryOf(released.cell, plan, 0);
    expect(n).toBe(3);
    expectClose(mean, 25 / 6, "mean");
    expectClose(se2, (1.5 * (169 + 4 + 225)) / 36 / 36, "se²");
    expectClose((sd ?? 0) ** 2, (1.5 * (169 + 2 + 75)) / 36 / 6, "variance");
    expectClose(effectiveN, 36 / 14, "effective n");
    expectClose(df, 36 / 14 - 1, "df");
    expectClose(effectivePeople(released.cell, plan), 36 / 14, "effective people");
  });
  it("a share of nobody or everybody is worth Kish's effective n", () => {
    expectClose(weightedRatio(released.cell, plan, 1)?.effective, 36 / 14, "no favourable answer");
    const codes = weightedCodes(released.cell, plan, 4) ?? [];
    expectClose(weightedClasses(codes, () => 1).effective, 36 / 14, "all of one class");
    expectClose(weightedClasses(codes, (code) => (code >= 9 ? 1 : -1)).mean, 0, "as many up as down");
  });
  it("one person has a mean and no error; nobody has neither", () => {
    const one = releasedTotal(survey, [[5, 5, null, null, null]], { weights: [2.5] });
    expect(summaryOf(one.released.cell, one.plan, 0)).toMatchObject({ n: 1, mean: 5, sd: null, se2: null });
    expect(summaryOf(one.released.cell, one.plan, 1)).toMatchObject({ n: 0, sd: null, se2: null });
    expect(weightedRatio(one.released.cell, one.plan, 1)).toBeNull();
  });
});

describe("equal weights", () => {
  it("give the unweighted numbers to the bit, whatever the weight", () => {
    const weight = fc.integer({ min: 1, max: 10_000_000 }).map((w) => w / 100_000);
    fc.assert(
      fc.property(people, weight, (xs, w) => {
        const weighted = totals(xs.map((x) => ({ ...x, weight: w })));
        const plain = releasedTotal(
          survey,
          xs.map(({ row }) => row),
        );
        const [cell, plan] = [weighted.released.cell, weighted.plan];
        for (const position of [0, 1, 2]) {
          const wanted = summaryOf(plain.released.cell, plain.plan, position);
          const slots = plain.plan.scores[position];
          if (slots === undefined) throw new Error("no score");
          expect(summaryOf(cell, plan, position)).toEqual({ ...wanted, effectiveN: wanted.n });
          expect(wanted.mean).toBe(momentsOf(plain.released.cell, slots, slots.unitsPerPoint).mean);
        }
        expect(effectivePeople(cell, plan)).toBe(xs.length);
        expect(weightedCovarianceOfMeans(cell, plan, [0, 1])).toBeNull();
        expect(weightedRatio(cell, plan, 0)).toBeNull();
        const codes = weightedCodes(cell, plan, 4) ?? [];
        const top = weightedClasses(codes, (code) => (code >= 9 ? 1 : 0));
        const promoters = xs.filter(({ row }) => (row[4] ?? -1) >= 9).length;
        expect([top.mean, top.effective]).toEqual([promoters / top.n, top.n]);
      }),
      seeded,
    );
  });
  it("are nearly the unweighted numbers where one differs by a hair", () => {
    const rows = Array.from({ length: 30 }, (_, i): Row => [1 + (i % 5), 1 + ((i * 3) % 5), 2, 4, i % 11]);
    const weights = rows.map((_, i) => (i === 0 ? 1.00001 : 1));
    const { plan, released } = releasedTotal(survey, rows, { weights });
    const plain = releasedTotal(survey, rows);
    const [found, wanted] = [summaryOf(released.cell, plan, 0), summaryOf(plain.released.cell, plain.plan, 0)];
    for (const key of ["mean", "sd", "se2", "df"] as const)
      expect((found[key] ?? 0) / (wanted[key] ?? 1), key).toBeCloseTo(1, 4);
    const slots = plain.plan.ratios[0];
    if (slots === undefined) throw new Error("no ratio");
    const answers = effectiveAnswers(ratioOf(plain.released.cell, slots));
    expect((weightedRatio(released.cell, plan, 0)?.effective ?? 0) / answers).toBeCloseTo(1, 4);
  });
});

it("without weights there is nothing weighted", () => {
  const { plan, released } = releasedTotal(survey, [[1, 2, 3, 4, 5]]);
  expect([
    weightedMoments(released.cell, plan, 0),
    effectivePeople(released.cell, plan),
    weightedCovarianceOfMeans(released.cell, plan, [0, 1]),
    weightedRatio(released.cell, plan, 0),
    weightedCodes(released.cell, plan, 4),
  ]).toEqual([null, null, null, null, null]);
});
