import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Published } from "../../src/audit/estimate.ts";
import { forAudience } from "../../src/framework/audience.ts";
import { readFramework } from "../../src/framework/read.ts";
import type { Framework, Item } from "../../src/framework/types.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { journeysOf } from "../../src/statistics/journey.ts";
import { ladderOf } from "../../src/statistics/ladder.ts";
import { dimensionsOf } from "../../src/statistics/ladder-levels.ts";
import { drawIndexes } from "../../src/statistics/mean-draws.ts";
import { triageOf } from "../../src/statistics/triage.ts";
import { type Row, releasedTotal } from "./released-total.ts";

const folder = new URL("../../frameworks/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));

/** Every framework that comes with the program, for each of its audiences. */
const views = (
  await Promise.all(
    files.map(async (file) => {
      const text = readFileSync(new URL(file, folder), "utf8");
      const { framework } = await readFramework({ text, file, hash: "" });
      return (framework?.audiences ?? []).map(({ id }) => ({
        name: `${framework?.id} of ${id}`,
        framework: forAudience(framework as Framework, [id]),
      }));
    }),
  )
).flat();

/** Answers at the worst (0) or the best (1) end of every item, or between. */
function row(framework: Framework, place: (item: Item) => number): Row {
  return framework.items.map((item) => {
    const scale = framework.scales.get(item.scale);
    if (scale?.kind !== "coded") {
      const { worst = 0, best = 1, decimals = 0 } = scale ?? {};
      return Math.round((worst + place(item) * (best - worst)) * 10 ** decimals);
    }
    const dimension = framework.dimensions.find(({ id }) => id === item.dimension);
    const up = (dimension?.direction !== "lower") !== item.reverse;
    const at = up ? place(item) : 1 - place(item);
    return Math.round(scale.min + at * (scale.max - scale.min));
  });
}

async function cellOf(framework: Framework, rows: readonly Row[]) {
  const { plan, released } = releasedTotal(framework, rows);
  const sampling = { unit: framework.unit, headcount: null, level: 0.95 };
  const cell = await estimateCell({ framework, plan, released, headcount: null, unit: framework.unit, seed: 1 });
  return { cell, draws: await drawIndexes({ framework, plan, released, sampling, seed: 1 }, 50) };
}

const all = (framework: Framework, place: (item: Item) => number) =>
  Array.from({ length: 20 }, () => row(framework, place));

/** Answers here and there, the same on every run. */
const mixed = (framework: Framework) =>
  Array.from({ length: 20 }, (_, i) =>
    row(framework, ({ id }) => ((id.length * 7 + i * 5 + id.charCodeAt(1)) % 11) / 10),
  );

const indexValue = (published: Published | undefined) =>
  published?.kind === "estimate" ? published.value : Number.NaN;

describe.each(views)("$name", ({ framework }) => {
  it("has every index at 100 with the best answers, and at 0 with the worst", async () => {
    for (const end of [0, 1]) {
      const { cell } = await cellOf(
        framework,
        all(framework, () => end),
      );
      for (const { id, index } of [...cell.dimensions, ...cell.composites])
        expect(index, id).toMatchObject({ kind: "estimate", value: expect.closeTo(100 * end, 8) });
    }
  });

  it.each([0, 1])(
    "has no levels, the whole pull and red signs at the worst end, and the other way round at the best: %s",
    async (end) => {
      // What matters to people matters fully, whatever else they say.
      const rows = all(framework, ({ dimension }) => (dimension === undefined ? 1 : end));
      const { cell, draws } = await cellOf(framework, rows);
      const ladder = ladderOf(framework, cell, draws);
      expect(ladder?.overall ?? 0).toBe(end * (ladder?.levels.length ?? 0));
      const journeys = framework.audiences.flatMap((audience) => journeysOf(framework, [{ audience, cell }]));
      const pulls = journeys.flatMap(({ touchpoints }) => touchpoints.map(({ pull, target }) => [pull, target]));
      expect(pulls).toEqual(
        pulls.map(([, target = 0]) => [expect.closeTo((5 * (1 - end) * (target ?? 0)) / 100, 10), target]),
      );
      const colours = triageOf(framework, cell)?.signs.map(({ colour }) => colour) ?? [];
      expect(colours).toEqual(colours.map(() => (end === 1 ? "green" : "red")));
    },
  );

  it("has a finite number or words for everything between, and an interval around each value", async () => {
    const { cell } = await cellOf(framework, mixed(framework));
    for (const { id, index } of [...cell.dimensions, ...cell.composites]) {
      if (index.kind !== "estimate") throw new Error(`${id}: ${JSON.stringify(index)}`);
      expect(index.value).toBeGreaterThanOrEqual(0);
      expect(index.value).toBeLessThanOrEqual(100);
      expect(index.interval?.low ?? 0, id).toBeLessThanOrEqual(index.value + 1e-9);
      expect(index.interval?.high ?? 100, id).toBeGreaterThanOrEqual(index.value - 1e-9);
    }
  });

  it.runIf(framework.ladder !== null)("is at the level below the first whose practices fail", async () => {
    const { ladder } = framework;
    for (const [failing, level] of ladder?.levels.entries() ?? []) {
      const low = new Set(ladder?.strands.flatMap(({ levels }) => levels[failing] ?? []));
      const rows = [row(framework, ({ dimension }) => (low.has(dimension ?? "") ? 0 : 1))];
      const { cell } = await cellOf({ ...framework, unit: "consensus" }, rows);
      const found = ladderOf(framework, cell, null);
      expect(found?.overall).toBe(failing);
      expect(found?.strands[0]?.rungs[failing]?.blocking.length).toBeGreaterThan(0);
      const free = framework.composites.map((composite) => ({ ...composite, capped: false }));
      const unheld = await cellOf({ ...framework, unit: "consensus", composites: free }, rows);
      for (const [place, { id, capped }] of framework.composites.entries()) {
        const [held, own] = [cell.composites[place]?.index, unheld.cell.composites[place]?.index].map(indexValue);
        expect(held, id).toBeCloseTo(Math.min(own ?? Number.NaN, (capped ? level.cap : null) ?? 100), 8);
      }
    }
  });
});

describe("the repair after a breach", () => {
  it("is held at 30, 45, 65 and 85 by its first four stages, of 22 steps", () => {
    const repair = views.filter(({ framework }) => framework.id === "trust-reconstruction");
    expect(repair.length).toBeGreaterThan(0);
    for (const { framework } of repair) {
      expect(framework.ladder?.levels.map(({ cap }) => cap)).toEqual([30, 45, 65, 85, null]);
      expect(framework.ladder === null ? [] : dimensionsOf(framework.ladder)).toHaveLength(22);
    }
  });
});
