import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

interface Result {
  readonly rows: number;
  readonly items?: Readonly<Record<string, readonly number[]>>;
  readonly dimensions?: Readonly<
    Record<string, { readonly n: number; readonly mean: number; readonly variance: number }>
  >;
  readonly sets?: Readonly<
    Record<string, { readonly n: number; readonly covariances: readonly (readonly number[])[] }>
  >;
}

interface Check {
  readonly differences: (audit: unknown, result: Result) => readonly string[];
  readonly alphaOf: (covariances: readonly (readonly number[])[]) => number;
  readonly restOf: (covariances: readonly (readonly number[])[]) => readonly number[];
  readonly explainedBy: (covariances: readonly (readonly number[])[]) => number;
}

const FILE = path.resolve(import.meta.dirname, "..", "..", "bench", "harness", "check.mjs");
const check = (await import(pathToFileURL(FILE).href)) as Check;

/** Of the answers (1, 2), (2, 1), (3, 3) to two items. */
const PAIR = [
  [1, 0.5],
  [0.5, 1],
];
const audit = {
  asked: { people: 3 },
  items: [{ id: "A", histogram: [{ count: 2 }, { count: 1 }] }],
  overall: { dimensions: [{ id: "care", mean: { n: 3, value: 2 }, sd: { value: 0.5 } }] },
  reliability: [
    {
      dimension: "care",
      n: 3,
      alpha: { value: 2 / 3 },
      items: [
        { item: "A", rest: { value: 0.5 } },
        { item: "B", rest: { value: 0.5 } },
      ],
    },
  ],
};
const result: Result = {
  rows: 3,
  items: { A: [2, 1] },
  dimensions: { care: { n: 3, mean: 2, variance: 0.25 } },
  sets: { care: { n: 3, covariances: PAIR } },
};

describe("what a peer found", () => {
  it("is right when every number is the program's own", () => {
    expect(check.differences(audit, result)).toEqual([]);
  });

  it.each<[string, Partial<Result>, string]>([
    ["a row too few", { rows: 2 }, "rows: 2, ours 3"],
    ["an answer of another code", { items: { A: [1, 2] } }, "answers 1 to A: 1, ours 2"],
    ["no answers", { items: {} }, "answers 1 to A: undefined, ours 2"],
    [
      "a mean that is off",
      { dimensions: { care: { n: 3, mean: 2.000001, variance: 0.25 } } },
      "mean of care: 2.000001",
    ],
    ["no number", { dimensions: { care: { n: 3, mean: Number.NaN, variance: 0.25 } } }, "mean of care: NaN, ours 2"],
    [
      "somebody who left out an answer",
      { sets: { care: { n: 4, covariances: PAIR } } },
      "people of the items of care: 4",
    ],
  ])("is named with %s", (_, change, expected) => {
    expect(check.differences(audit, { ...result, ...change })[0]).toContain(expected);
  });

  it("may differ by how doubles are added up", () => {
    const dimensions = { care: { n: 3, mean: 2 + 1e-12, variance: 0.25 - 1e-12 } };
    expect(check.differences(audit, { ...result, dimensions })).toEqual([]);
  });

  it("gives alpha, item-rest correlations and R² from covariances", () => {
    expect(check.alphaOf(PAIR)).toBeCloseTo(2 / 3, 12);
    expect(check.restOf(PAIR)[0]).toBeCloseTo(0.5, 12);
    expect(check.explainedBy(PAIR)).toBeCloseTo(0.25, 12);
  });
});
