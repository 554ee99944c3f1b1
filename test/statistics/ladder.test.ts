import { describe, expect, it } from "vitest";
import type { Dimension, Framework, Ladder } from "../../src/framework/types.ts";
import { ladderOf } from "../../src/statistics/ladder.ts";
import { cell, dimensionResult } from "./cell-of-means.ts";
import { dimension, framework } from "./small-framework.ts";

/** Practices on 0–3, two a rung in the first strand, one in the second. */
const IDS = ["open_1a", "open_1b", "open_2", "fair_1", "fair_2"];
const DIMENSIONS: readonly Dimension[] = IDS.map((id) =>
  dimension(id, [], { min: 0, max: 3, title: id.toUpperCase() }),
);
const LADDER: Ladder = {
  title: "Level of trust",
  word: "level",
  none: "Ad hoc",
  reached: { mean: 2, lowest: 1 },
  overall: 1,
  levels: [
    { id: "first", title: "Fundamentals", about: "The ground.", cap: 30 },
    { id: "second", title: "Advanced", cap: null },
  ],
  strands: [
    { id: "open", title: "Openness", levels: [["open_1a", "open_1b"], ["open_2"]] },
    { id: "fair", title: "Fairness", levels: [["fair_1"], ["fair_2"]] },
  ],
};

const asked = (ladder: Ladder | null = LADDER): Framework => framework({ items: [], dimensions: DIMENSIONS, ladder });

function at(means: readonly (number | null)[], draws: Parameters<typeof ladderOf>[2] = null, ladder = LADDER) {
  const found = ladderOf(
    asked(ladder),
    cell(DIMENSIONS.map((one, place) => dimensionResult(one, means[place] ?? null))),
    draws,
  );
  if (found === null) throw new Error("no ladder");
  return found;
}

describe("the ladder of a cell", () => {
  it("is none where the framework has none", () => {
    expect(ladderOf(asked(null), cell([]), null)).toBeNull();
  });

  it("tells levels, rungs and what blocks them", () => {
    // Openness: level 1 (mean 2.2, none below 1), second short. Fairness: level 1 reached, level 2 too.
    const found = at([2.6, 1.8, 1.5, 2, 2.4]);
    expect(found).toMatchObject({
      ...{ path: [], label: "Everyone", title: "Level of trust", word: "level", none: "Ad hoc", share: 1 },
      reached: { mean: 2, lowest: 1 },
      levels: [
        { id: "first", title: "Fundamentals", about: "The ground.", cap: 30 },
        { id: "second", title: "Advanced", about: null, cap: null },
      ],
      ...{ overall: 1, firm: null, lowest: ["open"] },
    });
    expect(found.strands).toEqual([
      {
        ...{ id: "open", title: "Openness", level: 1, firm: null },
        rungs: [
          { level: "first", mean: 2.2, met: true, blocking: [] },
          {
            ...{ level: "second", mean: 1.5, met: false },
            blocking: [{ dimension: "open_2", title: "OPEN_2", mean: 1.5, n: 20 }],
          },
        ],
      },
      {
        ...{ id: "fair", title: "Fairness", level: 2, firm: null },
        rungs: [
          { level: "first", mean: 2, met: true, blocking: [] },
          { level: "second", mean: 2.4, met: true, blocking: [] },
        ],
      },
    ]);
  });

  it("blames those under the floor where the mean is enough, and all under the mean where it is short, lowest first", () => {
    const blocking = (means: readonly number[]) =>
      at([...means, 3, 3, 3]).strands[0]?.rungs[0]?.blocking.map((one) => one.dimension);
    const wide: Ladder = { ...LADDER, reached: { mean: 1.5, lowest: 1 } };
    expect(at([3, 0.9, 3, 3, 3], null, wide).strands[0]?.rungs[0]).toMatchObject({
      met: false,
      blocking: [{ dimension: "open_1b" }],
    });
    expect(blocking([1.9, 1.2])).toEqual(["open_1b", "open_1a"]);
    expect(blocking([2.5, 1.2])).toEqual(["open_1b"]);
  });

  it("with a later level met and an earlier one not stays below, and says that the later one is met", () => {
    const found = at([1, 1, 3, 2, 2]);
    expect(found.strands[0]).toMatchObject({ level: 0, rungs: [{ met: false }, { met: true }] });
    expect(found).toMatchObject({ overall: 0, lowest: ["open"] });
  });

  it("does not know what hangs on a hidden dimension, and nothing of it is told", () => {
    const found = at([null, 3, 3, 2, 2]);
    expect(found.strands[0]).toMatchObject({
      level: null,
      rungs: [{ mean: null, met: null, blocking: [] }, { met: true }],
    });
    expect(found).toMatchObject({ overall: null, lowest: [] });
    // The other strand has no level at all: the hidden one cannot decide.
    expect(at([null, 3, 3, 1, 2]).overall).toBe(0);
  });

  it("takes a dimension that is missing from the cell as not known", () => {
    const part = cell(DIMENSIONS.slice(1).map((one) => dimensionResult(one, 3)));
    expect(ladderOf(asked(), part, null)?.strands.map(({ level }) => level)).toEqual([null, 2]);
  });

  it("turns dimensions where less is better", () => {
    const worry = DIMENSIONS.map((one) => ({ ...one, direction: "lower" as const }));
    const found = ladderOf(
      framework({ items: [], dimensions: worry, ladder: LADDER }),
      cell(worry.map((one) => dimensionResult(one, 0.5))),
      { dimensions: IDS, rows: [IDS.map(() => 100), IDS.map(() => 0)] },
    );
    expect(found).toMatchObject({ overall: 2, firm: 0.5 });
    expect(found?.strands[0]?.rungs[0]?.mean).toBe(2.5);
  });

  it("names the strands that stand lowest, by their mean where the next level is missing, and none where all are level", () => {
    expect(at([1.5, 1.5, 3, 1.5, 3]).lowest).toEqual([]);
    expect(at([1.4, 1.5, 3, 1.5, 3]).lowest).toEqual(["open"]);
    expect(at([3, 3, 3, 3, 3])).toMatchObject({ overall: 2, lowest: [], weakest: null });
    expect(at([null, null, null, null, null])).toMatchObject({ overall: null, lowest: [] });
  });
});

describe("how firm a level is", () => {
  const high = [80, 80, 20, 80, 20];
  const low = [80, 10, 20, 80, 20];

  it("is the share of the draws with the same level, overall and of each strand", () => {
    const found = at([2.6, 1.8, 1.5, 2, 1], { dimensions: IDS, rows: [high, high, high, low] });
    expect(found).toMatchObject({
      overall: 1,
      firm: 0.75,
      strands: [
        { level: 1, firm: 0.75 },
        { level: 1, firm: 1 },
      ],
    });
  });

  it("takes a drawn index on the limit as reached", () => {
    const limit = 200 / 3;
    const draws = { dimensions: IDS, rows: [[limit, limit, 0, limit, 0]] };
    expect(at([2, 2, 0, 2, 0], draws).firm).toBe(1);
  });

  it("is not told without draws of every dimension of the ladder, nor where the level is not known", () => {
    expect(at([2.6, 1.8, 1.5, 2, 1], { dimensions: IDS.slice(1), rows: [high.slice(1)] }).firm).toBeNull();
    expect(at([2.6, 1.8, 1.5, 2, 1], { dimensions: IDS, rows: [] }).firm).toBeNull();
    expect(at([null, 1.8, 1.5, 2, 1], { dimensions: IDS, rows: [high] })).toMatchObject({ overall: null, firm: null });
  });

  it("of a single strand names the dimension with the lowest mean, and none where all stand alike", () => {
    const [open] = LADDER.strands;
    if (open === undefined) throw new Error("no strand");
    const single: Ladder = { ...LADDER, strands: [open] };
    const weakest = (means: readonly (number | null)[]) => {
      const of = framework({ items: [], dimensions: DIMENSIONS, ladder: single });
      return ladderOf(of, cell(DIMENSIONS.map((one, place) => dimensionResult(one, means[place] ?? null))), null)
        ?.weakest;
    };
    expect(weakest([2, 1.2, 2.5, 0, 0])).toMatchObject({ dimension: "open_1b", mean: 1.2 });
    expect(weakest([null, 2.2, 2.5, 0, 0])).toMatchObject({ dimension: "open_1b", mean: 2.2 });
    expect(weakest([2, 2, 2, 0, 0])).toBeNull();
    expect(at([2, 1.2, 2.5, 0, 0]).weakest).toBeNull();
  });
});
