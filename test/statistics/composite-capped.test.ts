import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Veil } from "../../src/disclosure/types.ts";
import type { Composite, Framework, Ladder } from "../../src/framework/types.ts";
import { createDraws } from "../../src/numeric/draws.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { binary, call, codedScale, composite, dimension, framework, item, name } from "./small-framework.ts";

/** Five stages of a repair, one step each on 0–3, and a cap below each of the first four. */
const IDS = ["s1", "s2", "s3", "s4", "s5"];
const CAPS = [30, 45, 65, 85, null];
const TITLES = ["Diagnosis", "First response", "Communication", "Systems", "Culture"];
const LADDER: Ladder = {
  title: "Stage",
  word: "stage",
  none: "None",
  reached: { mean: 2, lowest: 1 },
  overall: 1,
  levels: IDS.map((id, at) => ({ id, title: TITLES[at] ?? "", cap: CAPS[at] ?? null })),
  strands: [{ id: "repair", title: "Repair", levels: IDS.map((id) => [id]) }],
};
const PROGRESS = composite("progress", "mean(s1, s2, s3, s4, s5)", {
  ...{ tree: call("mean", ...IDS.map(name)), inputs: IDS, worst: 0, best: 3 },
  capped: true,
});

function asked(progress: Composite = PROGRESS, ladder: Partial<Ladder> = {}): Framework {
  return framework({
    items: IDS.map((id) => item(`${id}i`, { dimension: id, scale: "done" })),
    dimensions: IDS.map((id) => dimension(id, [`${id}i`], { min: 0, max: 3 })),
    scales: new Map([["done", codedScale("done", [0, 3])]]),
    composites: [progress],
    ladder: { ...LADDER, ...ladder },
  });
}

interface Options {
  readonly of?: Framework;
  readonly unit?: "person" | "consensus";
  readonly veils?: ReadonlyMap<string, Veil>;
  readonly headcount?: number;
  readonly seed?: number;
}

async function progress(rows: readonly Row[], { of = asked(), unit = "person", seed = 1, ...rest }: Options = {}) {
  const { plan, released } = releasedTotal(of, rows);
  const cell = await estimateCell({
    ...{ framework: of, plan, unit, seed, headcount: rest.headcount ?? null },
    released: { ...released, veils: rest.veils ?? new Map() },
  });
  const [found] = cell.composites;
  if (found === undefined) throw new Error("no composite");
  return found;
}

const once = (row: Row) => progress([row], { unit: "consensus" });
const indexOf = async (row: Row) => {
  const { index } = await once(row);
  return index.kind === "estimate" ? index.value : Number.NaN;
};

/** People who agree but for one point here and there. */
const people = (row: readonly number[], n = 24): readonly Row[] =>
  Array.from({ length: n }, (_, i) => row.map((x, at) => Math.min(3, Math.max(0, x + (((i + at) % 3) - 1)))));

describe("a composite held by the ladder", () => {
  // Reconstruction: 30, 45, 65 and 85 while stage 1, 2, 3 and 4 is unfinished. Index of a mean x: 100 x/3.
  it.each([
    ["all done", [3, 3, 3, 3, 3], 100, null],
    ["nothing done", [0, 0, 0, 0, 0], 0, null],
    [
      "stage 1 unfinished",
      [1, 3, 3, 3, 3],
      30,
      "Held at 30 until stage 1, Diagnosis, is finished; the formula alone gives an index of 86.7.",
    ],
    [
      "stage 2 unfinished",
      [2, 1, 3, 3, 3],
      45,
      "Held at 45 until stage 2, First response, is finished; the formula alone gives an index of 80.0.",
    ],
    [
      "stage 3 unfinished",
      [3, 3, 1, 3, 3],
      65,
      "Held at 65 until stage 3, Communication, is finished; the formula alone gives an index of 86.7.",
    ],
    [
      "stage 4 unfinished",
      [3, 3, 3, 1, 3],
      85,
      "Held at 85 until stage 4, Systems, is finished; the formula alone gives an index of 86.7.",
    ],
    ["only the last unfinished", [3, 3, 3, 3, 1], (100 * 13) / 15, null],
    ["below its cap", [2, 1, 1, 0, 0], (100 * 4) / 15, null],
    ["stage 2 unfinished and the index under 45", [2, 1, 1, 1, 1], 40, null],
  ] as const)("with %s", async (_, row, index, says) => {
    const found = await once(row);
    expect(found.index).toMatchObject({ kind: "estimate", value: expect.closeTo(index, 10), interval: null });
    // The value stays in the formula's metric: the index put back.
    expect(found.value).toMatchObject({
      value: expect.closeTo((3 * index) / 100, 10),
      caveats: says === null ? [] : [says],
    });
    expect(found).toMatchObject({ judged: null, precision: null, detectable: null });
    const mean = row.reduce((sum: number, step) => sum + step, 0) / row.length;
    const held = {
      cap: index,
      unheld: { value: expect.closeTo(mean, 10), index: expect.closeTo((100 * mean) / 3, 10) },
    };
    if (says === null) expect(found.held).toBeNull();
    else expect(found.held).toMatchObject(held);
    expect(found.held === null || says?.includes(`stage ${found.held.level}, ${found.held.title},`)).toBe(true);
  });

  it("has no smallest change while it is held, and one where it is not", async () => {
    const held = await progress(people([1, 3, 3, 3, 3]));
    expect(held.held).not.toBeNull();
    expect(held.detectable).toMatchObject({ kind: "none", reason: expect.stringContaining("it is held at 30 until") });
    const free = await progress(people([3, 3, 3, 3, 1]));
    expect(free.held).toBeNull();
    expect(free.detectable).toMatchObject({ kind: "estimate" });
  });

  it("speaks of levels where the framework does", async () => {
    const found = await progress([[1, 3, 3, 3, 3]], { unit: "consensus", of: asked(PROGRESS, { word: "level" }) });
    expect(found.value.kind === "estimate" && found.value.caveats[0]).toMatch(/until level 1, Diagnosis, is reached;/);
  });

  it("holds a composite on the log scale at the value that has that index", async () => {
    const log = composite("log", "(s2 + 1) / (s1 + 0)", {
      ...{ tree: binary(name("s2"), "/", name("s1")), inputs: ["s1", "s2"], worst: 0.1, best: 10 },
      ...{ transform: "log", capped: true },
    });
    const found = await progress([[1, 3, 3, 3, 3]], { unit: "consensus", of: asked(log) });
    expect(found.index).toMatchObject({ value: expect.closeTo(30, 10) });
    expect(found.value).toMatchObject({ value: expect.closeTo(0.1 * 100 ** 0.3, 10) });
  });

  it("is not held where the composite does not say so", async () => {
    const free = await progress([[1, 3, 3, 3, 3]], { unit: "consensus", of: asked({ ...PROGRESS, capped: false }) });
    expect(free.index).toMatchObject({ value: expect.closeTo((100 * 13) / 15, 10) });
  });

  const points = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 });

  it("never falls where an answer rises, and is never above what is not held", async () => {
    await fc.assert(
      fc.asyncProperty(points, fc.nat({ max: 4 }), async (row, place) => {
        const raised = row.with(place, Math.min(3, (row[place] ?? 0) + 1));
        const own = await indexOf(row);
        expect(await indexOf(raised)).toBeGreaterThanOrEqual(own - 1e-9);
        expect(own).toBeLessThanOrEqual((100 * row.reduce((sum, x) => sum + x, 0)) / 15 + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

/** Every stage at 2.5 but the second, which stands at 2 on the dot: an index of 80, or 45. */
const AT_SECOND: readonly Row[] = Array.from({ length: 24 }, (_, i) =>
  IDS.map((_id, at) => (at === 1 ? 1 + (i % 3) : 2 + ((i + at) % 2))),
);

describe("the interval of a held composite", () => {
  it("is that of its draws, each held by its own level, and says so", async () => {
    // Stage 2 stands at 2 on the dot: half of the draws finish it, half are held at 45.
    const found = await progress(AT_SECOND);
    if (found.index.kind !== "estimate") throw new Error("no estimate");
    expect(found.index.method).toBe(
      "linear index of the formula on the group's means, held by the first level that is not reached; percentiles of 2000 seeded normal draws of the means, each held by its own level",
    );
    expect(found.index.value).toBeCloseTo(80, 8);
    expect(found.index.interval?.low).toBeCloseTo(45, 8);
    expect(found.index.interval?.high).toBeGreaterThan(82);
    expect(found.judged).toEqual({ low: found.index.interval?.low, high: found.index.interval?.high });
    expect(found.precision).toMatchObject({ scale: "linear", df: 23 });
  });

  it("is as wide as its one cap where every draw is held there, and no wider", async () => {
    const found = await progress(people([1, 2, 2, 2, 2], 300));
    expect(found.index).toMatchObject({
      value: expect.closeTo(30, 8),
      caveats: [expect.stringContaining("Held at 30")],
    });
    const { low = 0, high = 0 } = (found.index.kind === "estimate" && found.index.interval) || {};
    expect(high - low).toBeCloseTo(0, 8);
    expect(found.precision?.se).toBeCloseTo(0, 8);
  });

  it("far from every limit is that of the formula, by draws", async () => {
    const rows = people([2, 2, 2, 2, 2], 60).map((row) => row.map((x) => Math.max(2, x ?? 0)));
    const [held, free] = [await progress(rows), await progress(rows, { of: asked({ ...PROGRESS, capped: false }) })];
    if (held.index.kind !== "estimate" || free.index.kind !== "estimate") throw new Error("no estimate");
    expect(held.index.value).toBe(free.index.value);
    expect(Math.abs((held.index.interval?.low ?? 0) - (free.index.interval?.low ?? 0))).toBeLessThan(0.3);
    expect((held.precision?.se ?? 0) / (free.precision?.se ?? 1)).toBeCloseTo(1, 1);
  });

  it("reaches to the value where nearly all draws fall short of a stage that stands on its limit", async () => {
    // Every step at 1 on the dot, which is the floor: the point passes all of them, hardly any draw does.
    const low = { reached: { mean: 1, lowest: 1 } };
    const rows = Array.from({ length: 24 }, (_, i) => IDS.map((_id, at) => Number((i * (at + 3)) % 24 < 12) * 2));
    const found = await progress(rows, { of: asked(PROGRESS, low) });
    if (found.index.kind !== "estimate") throw new Error("no estimate");
    expect(found.index.value).toBeGreaterThan(32);
    expect(found.index.interval?.high).toBeGreaterThanOrEqual(found.index.value);
  });

  it("is the same of one seed, and the judged one that without the headcount", async () => {
    const rows = AT_SECOND;
    const [first, again, other] = await Promise.all([1, 1, 2].map((seed) => progress(rows, { seed })));
    expect(again).toEqual(first);
    expect(other?.precision).not.toEqual(first?.precision);
    const counted = await progress(rows, { headcount: 30 });
    expect(counted).toMatchObject({ judged: first?.judged, precision: first?.precision });
    if (counted.index.kind !== "estimate" || first?.index.kind !== "estimate") throw new Error("no estimate");
    expect(counted.index.interval?.high).toBeLessThan(first.index.interval?.high ?? 0);
    expect(counted.index.method).toContain("finite population of 30");
  });

  it("has bounds that the silent could move it between, held as well", async () => {
    const found = await progress(people([2, 2, 2, 2, 2]), { headcount: 25 });
    // One person of 25 can bring a stage at 2.0 below it, and then 30 is the most.
    expect(found.bounds).toMatchObject({ low: expect.closeTo(30, 8), silent: 1 });
    expect(found.bounds?.high).toBeCloseTo((100 * (24 * 2 + 3)) / 75, 8);
  });
});

describe("a held composite that cannot be had", () => {
  const first = composite("first", "mean(s1)", {
    ...{ tree: call("mean", name("s1")), inputs: ["s1"], worst: 0, best: 3, capped: true },
  });
  const hidden = (id: string) => ({ veils: new Map([[id, "hidden" as const]]), of: asked(first) });

  it("is hidden where the level hangs on a hidden dimension, though the formula does not", async () => {
    expect((await progress(people([3, 2, 2, 2, 2]), hidden("s2"))).value).toEqual({ kind: "hidden", words: null });
  });

  it("is shown, without an interval, where the level is plain from what is shown", async () => {
    const found = await progress(people([1, 2, 2, 2, 2]), hidden("s3"));
    expect(found.index).toMatchObject({
      ...{ kind: "estimate", value: expect.closeTo(30, 8), interval: null },
      noInterval: "not every dimension of the ladder that holds it is shown",
    });
    expect(found).toMatchObject({ judged: null, precision: null });
  });

  it("says so where nobody answered what the level hangs on", async () => {
    const rows = people([3, 2, 2, 2, 2]).map((row) => row.with(1, null));
    expect((await progress(rows, { of: asked(first) })).value).toMatchObject({
      ...{ kind: "none", n: 24 },
      reason: "the stage that holds it cannot be said",
    });
  });
});

describe("in samples", () => {
  /** A person's steps: everybody has a level of their own, and each step a chance. */
  const chances = [0.75, 0.62, 0.6, 0.6, 0.58];
  const sample = (draws: ReturnType<typeof createDraws>, n: number): readonly Row[] =>
    Array.from({ length: n }, () => {
      const own = (draws.uniform() - 0.5) * 0.3;
      return chances.map((p) => [0, 1, 2].reduce((sum: number) => sum + Number(draws.uniform() < p + own), 0));
    });

  it("the interval holds the true held index in about 95 of 100", async () => {
    // True means 2.25, 1.86, …: stage 2 is unfinished, the formula gives 63, and the true held index is 45.
    const draws = createDraws(11);
    const trials = 150;
    let held = 0;
    for (let trial = 0; trial < trials; trial++) {
      const found = await progress(sample(draws, 30), { seed: trial });
      if (found.index.kind !== "estimate" || found.index.interval === null) throw new Error("no interval");
      const { low, high } = found.index.interval;
      held += Number(low <= 45 + 1e-9 && high >= 45 - 1e-9);
    }
    expect(held / trials).toBeGreaterThan(0.92);
  });
});
