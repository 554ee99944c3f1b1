import { describe, expect, it } from "vitest";
import type { CompositeResult } from "../../src/audit/types.ts";
import type { Veil } from "../../src/disclosure/types.ts";
import type { Composite, Framework } from "../../src/framework/types.ts";
import { tQuantile } from "../../src/numeric/distributions.ts";
import type { FormulaNode } from "../../src/numeric/formula.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { binary, call, composite, dimension, framework, item, name, number } from "./small-framework.ts";

const IDS = ["a", "b", "c"];

/** Three dimensions of one item each, so that a row of answers is a row of scores. */
function withComposites(...composites: readonly Composite[]): Framework {
  return framework({
    items: IDS.map((id) => item(`${id}1`, { dimension: id })),
    dimensions: IDS.map((id) => dimension(id, [`${id}1`], { title: id.toUpperCase() })),
    composites,
  });
}

function sumOf(...ids: readonly string[]): FormulaNode {
  return ids.map(name).reduce((left, right) => binary(left, "+", right));
}

interface Options {
  readonly headcount?: number;
  readonly unit?: "person" | "self";
  readonly veils?: ReadonlyMap<string, Veil>;
  readonly seed?: number;
}

async function results(
  asked: Framework,
  rows: readonly Row[],
  { headcount, unit = "person", veils = new Map(), seed = 1 }: Options = {},
): Promise<readonly CompositeResult[]> {
  const { plan, released } = releasedTotal(asked, rows);
  const request = {
    framework: asked,
    plan,
    released: { ...released, veils },
    headcount: headcount ?? null,
    unit,
    seed,
  };
  return (await estimateCell(request)).composites;
}

async function compositeValue(formula: Composite, rows: readonly Row[], options: Options = {}) {
  const [result] = await results(withComposites(formula), rows, options);
  if (result === undefined) throw new Error("no composite");
  return result.value;
}

/** Twelve people; a is high, b in the middle, c low and a little different for everyone. */
const ROWS: readonly Row[] = Array.from({ length: 12 }, (_, i) => [4 + (i % 2), 2 + (i % 3), 1 + (i % 2)]);
const sumOfAll = composite("sum", "a + b + c", { tree: sumOf("a", "b", "c"), inputs: IDS, worst: 3, best: 15 });

describe("a linear composite", () => {
  it("of complete answers is the t interval of everyone's own sum", async () => {
    const value = await compositeValue(sumOfAll, ROWS);
    const sums = ROWS.map((row) => row.reduce<number>((sum, x) => sum + (x ?? 0), 0));
    const mean = sums.reduce((sum, x) => sum + x, 0) / 12;
    const sd = Math.sqrt(sums.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 11);
    const half = (tQuantile(0.975, 11) * sd) / Math.sqrt(12);
    if (value.kind !== "estimate") throw new Error("no estimate");
    expect(value.value).toBeCloseTo(mean, 12);
    expect(value.interval?.low).toBeCloseTo(mean - half, 12);
    expect(value.interval?.high).toBeCloseTo(mean + half, 12);
    expect(value.method).toBe("formula on the group's means; delta method, t interval with 11 df");
  });

  it("with a headcount is narrower by √(1 − n/N)", async () => {
    const [plain, counted] = await Promise.all([
      compositeValue(sumOfAll, ROWS),
      compositeValue(sumOfAll, ROWS, { headcount: 16 }),
    ]);
    if (plain.kind !== "estimate" || counted.kind !== "estimate") throw new Error("no estimate");
    const half = (e: typeof plain) => (e.interval?.high ?? 0) - e.value;
    expect(half(counted)).toBeCloseTo(half(plain) / 2, 12);
    expect(counted.caveats.join()).toContain("did not answer");
  });

  it("maps to its index by a straight line, a ratio on the log scale by logarithms", async () => {
    const ratio = composite("ratio", "a / c", {
      tree: binary(name("a"), "/", name("c")),
      inputs: ["a", "c"],
      transform: "log",
      worst: 0.2,
      best: 5,
    });
    const [sum, quotient] = await results(withComposites(sumOfAll, ratio), ROWS);
    expect(sum?.index).toMatchObject({ value: (100 * (9 - 3)) / 12 });
    if (quotient?.index.kind !== "estimate" || quotient.value.kind !== "estimate") throw new Error("no estimate");
    expect(quotient.value.value).toBe(3);
    expect(quotient.index.value).toBeCloseTo((100 * Math.log(3 / 0.2)) / Math.log(25), 12);
    expect(quotient.value.method).toContain("ratio of means, not a mean of ratios");
    expect(quotient.value.method).toContain("on the log scale");
    // The interval is multiplicative: as far below in factors as above.
    const { low = 0, high = 0 } = quotient.value.interval ?? {};
    expect(low * high).toBeCloseTo(9, 10);
  });
});

describe("a formula with min or max", () => {
  it("far from the tie has the interval of the dimension that decides, by draws", async () => {
    const least = composite("least", "min(a, c)", { tree: call("min", name("a"), name("c")), inputs: ["a", "c"] });
    const value = await compositeValue(least, ROWS);
    if (value.kind !== "estimate") throw new Error("no estimate");
    const half = (1.96 * Math.sqrt(3 / 11)) / Math.sqrt(12);
    expect(value.value).toBe(1.5);
    expect(Math.abs((value.interval?.low ?? 0) - (1.5 - half))).toBeLessThan(0.04);
    expect(Math.abs((value.interval?.high ?? 0) - (1.5 + half))).toBeLessThan(0.04);
    expect(value.method).toContain("percentiles of 2000 seeded normal draws");
  });

  it("is the same for the same seed and another for another", async () => {
    const most = composite("most", "max(a, b)", { tree: call("max", name("a"), name("b")), inputs: ["a", "b"] });
    const [first, again, other] = await Promise.all([7, 7, 8].map((seed) => compositeValue(most, ROWS, { seed })));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it.each([
    ["log(max(c - 1.4, 0))", "linear", call("log", call("max", binary(name("c"), "-", number(1.4)), number(0)))],
    [
      "max(c - 1.4, c - 1.5)",
      "log",
      call("max", binary(name("c"), "-", number(1.4)), binary(name("c"), "-", number(1.5))),
    ],
  ] as const)("whose draws leave its ground has a value without an interval: %s", async (formula, transform, tree) => {
    const fragile = composite("fragile", formula, { tree, inputs: ["c"], transform });
    const noInterval = "the formula has no finite value for some means these people may have";
    expect(await compositeValue(fragile, ROWS)).toMatchObject({ kind: "estimate", interval: null, noInterval });
  });
});

describe("covariances that do not fit together", () => {
  // Three pairs of people, each of whom answered two of the three: correlations ¾, ¾ and −¾ of the means.
  const rows: readonly Row[] = [
    [1, 1, null],
    [5, 5, null],
    [null, 1, 1],
    [null, 5, 5],
    [1, null, 5],
    [5, null, 1],
  ];

  it("are clipped, by hand se² = 56/9, and the report says so", async () => {
    const value = await compositeValue({ ...sumOfAll, worst: -100, best: 100 }, rows);
    if (value.kind !== "estimate") throw new Error("no estimate");
    // V = 4/3 · R with eigenvalues 7/4, 7/4, −1/2; the last, along (1, −1, 1), becomes 0.
    expect((value.interval?.high ?? 0) - value.value).toBeCloseTo(tQuantile(0.975, 3) * Math.sqrt(56 / 9), 10);
    expect(value.caveats.join(" ")).toContain("negative eigenvalues were set to 0");
  });

  it("leave the possible range with such a width, and are cut there: value and index alike", async () => {
    // 9 ± 7.94, and no sum lies outside 3 to 15.
    expect((await results(withComposites(sumOfAll), rows))[0]).toMatchObject({
      value: { value: 9, interval: { low: 3, high: 15 } },
      index: { value: 50, interval: { low: 0, high: 100 } },
      judged: { low: 0, high: 100 },
    });
  });

  it("say nothing of it when they do fit", async () => {
    const value = await compositeValue(sumOfAll, ROWS);
    expect(value.kind === "estimate" && value.caveats).toEqual([]);
  });
});

describe("a composite that cannot be had", () => {
  const ratio = composite("ratio", "a / (c - 1)", {
    tree: binary(name("a"), "/", binary(name("c"), "-", number(1))),
    inputs: ["a", "c"],
  });
  const logSum = composite("logs", "c - a", {
    tree: binary(name("c"), "-", name("a")),
    inputs: ["a", "c"],
    transform: "log",
  });

  it.each([
    [
      "an input nobody answered",
      sumOfAll,
      [
        [3, 3, null],
        [4, 2, null],
      ],
      "C: nobody answered enough of it",
    ],
    [
      "a pair nobody has",
      sumOfAll,
      [
        [3, null, 2],
        [4, null, 1],
        [null, 2, 2],
        [null, 3, 1],
      ],
      "fewer than two people answered enough of both A and B",
    ],
    [
      "an input one person answered",
      sumOfAll,
      [
        [3, 2, 2],
        [4, null, 1],
      ],
      "fewer than two people answered enough of B",
    ],
    [
      "a division by zero",
      ratio,
      [
        [3, 2, 1],
        [4, 2, 1],
      ],
      "the formula has no finite value at these means",
    ],
    [
      "a logarithm of nothing",
      logSum,
      [
        [3, 2, 1],
        [4, 2, 1],
      ],
      "the formula has no finite value at these means",
    ],
  ] as const)("%s", async (...[_, formula, rows, reason]) => {
    expect(await compositeValue(formula, rows)).toMatchObject({ kind: "none", reason });
    const [result] = await results(withComposites(formula), rows);
    expect(result).toMatchObject({ index: { kind: "none", reason }, band: null });
  });

  it("more people than the headcount", async () => {
    const value = await compositeValue(sumOfAll, ROWS, { headcount: 11 });
    expect(value).toMatchObject({ kind: "none", n: 12, reason: expect.stringContaining("headcount") });
  });

  it("is hidden, with its number in the formula, when an input or it itself is veiled", async () => {
    const [byInput] = await results(withComposites(sumOfAll), ROWS, { veils: new Map([["b", "nearly all"]]) });
    expect(byInput).toMatchObject({ value: { kind: "hidden", words: null }, index: { kind: "hidden" }, band: null });
    expect(byInput?.terms.map(({ value }) => value)).toEqual([4.5, null, 1.5]);
    const [byItself] = await results(withComposites(sumOfAll), ROWS, { veils: new Map([["sum", "hidden"]]) });
    expect(byItself?.value).toEqual({ kind: "hidden", words: null });
  });
});

describe("without an interval", () => {
  it.each([
    ["one assessment", [[3, 2, 2]], { unit: "self" }, "one assessment"],
    ["one person", [[3, 2, 2]], {}, "one person answered"],
    ["a census", ROWS, { headcount: 12 }, "everyone answered, so there is no sampling error"],
  ] as const)("%s", async (...[_, rows, options, noInterval]) => {
    expect(await compositeValue(sumOfAll, rows, options)).toMatchObject({
      kind: "estimate",
      interval: null,
      noInterval,
    });
  });

  it("but with one as soon as an input of a census is incomplete", async () => {
    const rows: readonly Row[] = [...ROWS.slice(1), [4, null, 1]];
    const value = await compositeValue(sumOfAll, rows, { headcount: 12 });
    expect(value).toMatchObject({ n: 11, interval: { level: 0.95 } });
  });
});

describe("the names of a written formula", () => {
  it("are shown with their numbers, composites with their value, functions and numbers not at all", async () => {
    const half = composite("half", "0.5 * sum - mean(b, c) * 1e1", {
      tree: binary(
        binary(number(0.5), "*", sumOf("a", "b", "c")),
        "-",
        binary(call("mean", name("b"), name("c")), "*", number(10)),
      ),
      inputs: IDS,
    });
    const [, second] = await results(withComposites(sumOfAll, half), ROWS);
    expect(second?.terms).toEqual([
      { name: "sum", title: "sum", value: 9 },
      { name: "b", title: "B", value: 3 },
      { name: "c", title: "C", value: 1.5 },
    ]);
  });
});
