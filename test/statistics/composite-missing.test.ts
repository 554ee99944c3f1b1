import { describe, expect, it } from "vitest";
import type { Veil } from "../../src/disclosure/types.ts";
import type { Composite, CompositeFormula, Framework } from "../../src/framework/types.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { binary, call, composite, dimension, framework, item, name, number } from "./small-framework.ts";

const IDS = ["a", "b", "c"];
const MEAN = composite("overall", "mean(a, b, c)", {
  ...{ tree: call("mean", ...IDS.map(name)), inputs: IDS },
  skipMissing: true,
});

function asked(formula: Composite): Framework {
  return framework({
    items: IDS.map((id) => item(`${id}1`, { dimension: id })),
    dimensions: IDS.map((id) => dimension(id, [`${id}1`], { title: id.toUpperCase() })),
    composites: [formula],
  });
}

const ROWS: readonly Row[] = Array.from({ length: 12 }, (_, i) => [4 + (i % 2), 2 + (i % 3), null]);

interface Options {
  readonly veils?: ReadonlyMap<string, Veil>;
  /** What was asked, where that is less. */
  readonly form?: Framework;
}

async function overall(of: Framework, rows: readonly Row[], { veils = new Map(), form = of }: Options = {}) {
  const { plan, released } = releasedTotal(form, rows);
  const cell = await estimateCell({
    ...{ framework: of, plan, unit: of.unit, seed: 1, headcount: null },
    released: { ...released, veils },
  });
  const [found] = cell.composites;
  if (found === undefined) throw new Error("no composite");
  return found;
}

describe("a mean that leaves out what nobody answered", () => {
  it("is the mean of the others, with their interval, and says what is missing", async () => {
    const [found, two] = await Promise.all([
      overall(asked(MEAN), ROWS),
      overall(
        asked(composite("overall", "mean(a, b)", { tree: call("mean", name("a"), name("b")), inputs: ["a", "b"] })),
        ROWS,
      ),
    ]);
    expect(found.value).toMatchObject({
      value: 3.75,
      n: 12,
      caveats: ["Left out, as nobody answered enough of it: C."],
    });
    if (found.value.kind !== "estimate" || two.value.kind !== "estimate") throw new Error("no estimate");
    expect(found.value.interval).toEqual(two.value.interval);
    expect(found).toMatchObject({ formula: "mean(a, b, c)", worst: 1, best: 5, precision: two.precision });
    expect(found.terms.map(({ value }) => value)).toEqual([4.5, 3, null]);
    expect(found.index).toMatchObject({ value: 68.75, caveats: ["Left out, as nobody answered enough of it: C."] });
  });

  it("leaves out a dimension that was not asked, and several by their titles", async () => {
    const form = framework({ items: [item("b1", { dimension: "b" })], dimensions: [dimension("b", ["b1"])] });
    const found = await overall(asked(MEAN), [[2], [4]], { form });
    expect(found.value).toMatchObject({
      value: 3,
      caveats: ["Left out, as nobody answered enough of it: A, C.", expect.any(String)],
    });
  });

  it("leaves terms of one dimension out, each brought to one scale", async () => {
    const over = (id: string) => binary(binary(number(5), "-", name(id)), "/", number(4));
    const terms = composite("overall", "mean((5 - a) / 4, (5 - b) / 4, (5 - c) / 4)", {
      ...{ tree: call("mean", ...IDS.map(over)), inputs: IDS, worst: 1, best: 0 },
      ...{ skipMissing: true, direction: "lower" },
    });
    // Means 4.5 and 3: (0.125 + 0.5) / 2.
    expect((await overall(asked(terms), ROWS)).value).toMatchObject({
      ...{ value: 0.3125, caveats: ["Left out, as nobody answered enough of it: C."] },
    });
  });

  it("says nothing where all was answered", async () => {
    const found = await overall(
      asked(MEAN),
      ROWS.map((row) => row.with(2, 1)),
    );
    expect(found.value).toMatchObject({ value: expect.closeTo(8.5 / 3, 12), caveats: [] });
  });

  it("is hidden where an input is hidden: that is not missing", async () => {
    const found = await overall(asked(MEAN), ROWS, { veils: new Map([["a", "hidden"]]) });
    expect(found.value).toEqual({ kind: "hidden", words: null });
  });

  it("cannot be computed where nothing is left", async () => {
    const found = await overall(asked(MEAN), [
      [null, null, null],
      [null, null, null],
    ]);
    expect(found.value).toEqual({ kind: "none", reason: "nobody answered enough of any of its parts", n: 0 });
  });

  it("needs every input where the framework does not say so", async () => {
    const found = await overall(asked({ ...MEAN, skipMissing: false }), ROWS);
    expect(found.value).toMatchObject({ kind: "none", reason: "C: nobody answered enough of it" });
  });

  it("keeps the worst and best of those that are left, where scales differ", async () => {
    const wide = asked({ ...MEAN, worst: 1, best: 7 });
    const of = { ...wide, dimensions: wide.dimensions.map((one) => (one.id === "c" ? { ...one, max: 11 } : one)) };
    expect(await overall(of, ROWS)).toMatchObject({ worst: 1, best: 5, index: { value: 68.75 } });
  });
});

describe("a composite with a formula for each audience", () => {
  const of = (formula: string, ...ids: readonly string[]): CompositeFormula => ({
    ...{ formula, tree: call("mean", ...ids.map(name)), inputs: ids, worst: 1, best: 5 },
  });
  const trust = composite("trust", "0.3 * a + 0.7 * b", {
    ...{ tree: binary(name("a"), "+", name("b")), inputs: ["a", "b"] },
    byAudience: new Map([
      ["staff", of("mean(a, b)", "a", "b")],
      ["customers", of("mean(b)", "b")],
    ]),
  });
  const both = [
    { id: "staff", title: "Staff", standsFor: ["employees"] },
    { id: "customers", title: "Customers", standsFor: ["customers"] },
  ];

  it("has no value of several audiences together, and shows the formulas", async () => {
    const found = await overall({ ...asked(trust), audiences: both }, ROWS);
    const none = {
      kind: "none",
      reason: "each audience has a formula of its own, and none of them may be shown by itself",
      n: 12,
    };
    expect(found).toMatchObject({ value: none, index: none, load: null, detectable: none, judged: null, terms: [] });
    expect(found.formula).toBe("Staff: mean(a, b); Customers: mean(b)");
    const load = await overall({ ...asked(trust), audiences: both, reading: "load" }, ROWS);
    expect(load.load).toEqual(none);
  });

  it("has one of one audience, and one formula for all has one of several", async () => {
    expect((await overall(asked(trust), ROWS)).value.kind).toBe("estimate");
    expect((await overall({ ...asked(MEAN), audiences: both }, ROWS)).value.kind).toBe("estimate");
  });
});
