import { describe, expect, it } from "vitest";
import type { CellResult } from "../../src/audit/types.ts";
import type { Unit } from "../../src/framework/types.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { expectClose } from "./close-to.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { binary, call, composite, dimension, framework, item, name } from "./small-framework.ts";
import { reference, staffFramework, staffRows } from "./staff.ts";

async function cellOf(
  of: typeof staffFramework,
  rows: readonly Row[],
  parts: { headcount?: number | null; unit?: Unit; weights?: readonly number[] | null } = {},
): Promise<CellResult> {
  const { plan, released } = releasedTotal(of, rows, { weights: parts.weights ?? null });
  const { headcount = null, unit = "person" } = parts;
  return estimateCell({ framework: of, plan, released, headcount, unit, seed: 1 });
}

describe("precision", () => {
  it("is R's standard error without the headcount, of a census too", async () => {
    for (const headcount of [null, 300, 240]) {
      const { dimensions, composites } = await cellOf(staffFramework, staffRows(), { headcount });
      for (const { id, precision } of dimensions) {
        expectClose(precision?.se, reference.dimension[id]?.score.se, id);
        expect(precision).toMatchObject({ df: (reference.dimension[id]?.score.n ?? 0) - 1, scale: "linear" });
      }
      const { se_delta, ratio_of_means } = reference.trust_quotient;
      expectClose(composites[0]?.precision?.se, se_delta / ratio_of_means, "trust");
      expect(composites[0]?.precision).toMatchObject({ df: 238, scale: "log" });
    }
  });

  it("there is none of one person, of an assessment, and of more people than there are", async () => {
    const one = staffRows().slice(0, 1);
    for (const cell of [
      await cellOf(staffFramework, one),
      await cellOf(staffFramework, staffRows(), { unit: "organisation" }),
      await cellOf(staffFramework, staffRows(), { headcount: 100 }),
    ]) {
      for (const result of [...cell.dimensions, ...cell.composites]) {
        expect(result.precision).toBeNull();
        expect(result.bounds).toBeNull();
        expect(result.detectable?.kind).not.toBe("estimate");
      }
    }
  });

  it("of a formula with min is the spread of its draws, about that of the mean that is always less", async () => {
    const of = framework({
      items: ["a", "b"].map((id) => item(id, { dimension: id })),
      dimensions: ["a", "b"].map((id) => dimension(id, [id])),
      composites: [composite("low", "min(a, b)", { tree: call("min", name("a"), name("b")), inputs: ["a", "b"] })],
    });
    const rows = Array.from({ length: 40 }, (_, i): Row => [1 + (i % 2), 4 + (i % 2)]);
    const { dimensions, composites } = await cellOf(of, rows);
    const [wanted, drawn] = [dimensions[0]?.precision?.se ?? 0, composites[0]?.precision];
    expect(Math.abs((drawn?.se ?? 0) / wanted - 1)).toBeLessThan(0.06);
    expect(drawn).toMatchObject({ df: 39, scale: "linear" });
  });

  it("what could be found follows from it", async () => {
    const { dimensions, composites } = await cellOf(staffFramework, staffRows());
    const [credibility] = dimensions;
    const se = 25 * (credibility?.precision?.se ?? 0);
    // √2 (1.965 + 0.843) with some 480 degrees of freedom.
    if (credibility?.detectable?.kind !== "estimate") throw new Error("none");
    expect(credibility.detectable.value / se).toBeCloseTo(Math.SQRT2 * (1.9649 + 0.8424), 2);
    expect(composites[0]?.detectable).toMatchObject({ unit: "log-index points", n: 239 });
  });
});

const two = framework({
  items: ["a", "b"].map((id) => item(id, { dimension: id })),
  dimensions: [dimension("a", ["a"]), dimension("b", ["b"], { direction: "lower" })],
  composites: [
    composite("ratio", "a / b", {
      tree: binary(name("a"), "/", name("b")),
      inputs: ["a", "b"],
      transform: "log",
      worst: 1 / 5,
      best: 5,
    }),
    composite("gap", "a - b", { tree: binary(name("a"), "-", name("b")), inputs: ["a", "b"], worst: -4, best: 4 }),
  ],
});

describe("bounds", () => {
  // Four of ten answered: a has mean 3, b mean 2.
  const rows: readonly Row[] = [
    [2, 1],
    [4, 3],
    [3, 2],
    [3, 2],
  ];

  it("by hand: six silent people at the worst and at the best end", async () => {
    const { dimensions, composites } = await cellOf(two, rows, { headcount: 10 });
    const [a, b] = dimensions;
    // (4·3 + 6·1)/10 = 1.8 and (4·3 + 6·5)/10 = 4.2; of b, where 1 is best, 3.8 and 1.4.
    expect(a?.bounds?.low).toBeCloseTo(20, 10);
    expect(a?.bounds?.high).toBeCloseTo(80, 10);
    expect(b?.bounds?.low).toBeCloseTo(30, 10);
    expect(b?.bounds?.high).toBeCloseTo(90, 10);
    expect(a?.bounds?.silent).toBe(6);
    const [ratio, gap] = composites;
    const logIndex = (value: number) => (100 * Math.log(value * 5)) / Math.log(25);
    expect(ratio?.bounds?.low).toBeCloseTo(logIndex(1.8 / 3.8), 10);
    expect(ratio?.bounds?.high).toBeCloseTo(logIndex(4.2 / 1.4), 10);
    expect(gap?.bounds?.low).toBeCloseTo(12.5 * (1.8 - 3.8 + 4), 10);
    expect(gap?.bounds?.high).toBeCloseTo(12.5 * (4.2 - 1.4 + 4), 10);
    expect(gap?.bounds?.silent).toBe(6);
  });

  it("there are none when all have answered, without a headcount, and under weights", async () => {
    for (const parts of [{ headcount: 4 }, {}, { headcount: 10, weights: [1, 2, 1, 1] }]) {
      const cell = await cellOf(two, rows, parts);
      for (const { bounds } of [...cell.dimensions, ...cell.composites]) expect(bounds).toBeNull();
    }
  });

  it("hold the index whatever the silent would have said", async () => {
    const all: readonly Row[] = [...rows, ...Array.from({ length: 6 }, (_, i): Row => [1 + (i % 5), 5 - (i % 4)])];
    const [part, whole] = [await cellOf(two, rows, { headcount: 10 }), await cellOf(two, all)];
    for (const [i, { bounds }] of [...part.dimensions, ...part.composites].entries()) {
      const index = [...whole.dimensions, ...whole.composites][i]?.index;
      if (index?.kind !== "estimate" || bounds === null) throw new Error("no index");
      expect(index.value).toBeGreaterThanOrEqual(bounds.low);
      expect(index.value).toBeLessThanOrEqual(bounds.high);
    }
  });
});
