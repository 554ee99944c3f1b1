import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { release } from "../../src/disclosure/release.ts";
import type { Released, ReleasedCell } from "../../src/disclosure/types.ts";
import { aggregateOf, asking, crowd, framework, grouping, type Person } from "./fixture.ts";

const by = "department";
function released(people: readonly Person[], options: { by?: string | null; minGroup?: number } = {}): Released {
  const asked = options.by === null ? asking() : asking(options.by ?? by);
  return release({ aggregate: aggregateOf(people), framework: framework(), ...asked, minGroup: options.minGroup ?? 5 });
}
const cellsOf = (result: Released) => result.groupings[0]?.cells;
const labels = (result: Released) => cellsOf(result)?.map(({ kind, path }) => (kind === "pool" ? "POOL" : path[0]));
function cellOf(result: Released, label: string): ReleasedCell {
  const found = cellsOf(result)?.find((cell) => (cell.kind === "pool" ? "POOL" : cell.path[0]) === label);
  if (found === undefined) throw new Error(`no cell ${label}`);
  return found;
}
function sums(result: Released, cell: ReleasedCell, id: string): number[] {
  const slots = result.plan.scores.find((score) => score.id === id);
  const ratio = result.plan.ratios.find(({ dimension }) => dimension === id);
  if (slots === undefined) throw new Error(`no score ${id}`);
  const places = [slots.n, slots.sum, slots.sumSquares, ...(ratio ? [ratio.n, ratio.sumF, ratio.sumA] : [])];
  return places.map((place) => cell.cell[place] ?? 0);
}
function histogram(result: Released, cell: ReleasedCell | null, id: string): number[] {
  const item = result.plan.items.find((candidate) => candidate.item === id);
  if (item === undefined || cell === null) throw new Error(`no item ${id}`);
  return [...cell.cell.subarray(item.histogram, item.histogram + item.codes.length)];
}
const without = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, undefined]));

describe("the total", () => {
  it("is shown with its item table from ten people", () => {
    const result = released(crowd("A", 10), { by: null });
    expect(result.total).toMatchObject({ kind: "total", people: 10, itemTable: true });
    expect(result.total?.veils.size).toBe(0);
    expect(result.groupings).toEqual([]);
    expect(result.hidden).toBe(false);
  });

  it.each([[4], [1]])("is not shown of %i people", (size) => {
    const result = released(crowd("A", size));
    expect(result).toMatchObject({ total: null, withheldBecause: "too few", groupings: [], hidden: true });
  });

  it("is empty, and nothing hidden, when nobody answered", () => {
    expect(released([])).toMatchObject({ total: null, withheldBecause: null, groupings: [], hidden: false });
  });

  it("is not shown when fewer than the minimum have one of the dimensions everyone is asked", () => {
    const people = crowd("A", 20, (at) => (at < 4 ? {} : without("S1")));
    expect(released(people).total).toBeNull();
    const enough = crowd("A", 20, (at) => (at < 5 ? {} : without("S1")));
    expect(released(enough).total).not.toBeNull();
  });

  it("has no item table under ten people, and keeps of its outcomes the two classes of a share only", () => {
    const result = released(crowd("A", 9), { by: null });
    expect(result.total?.itemTable).toBe(false);
    expect(result.hidden).toBe(true);
    expect(histogram(result, result.total, "W1")).toEqual([0, 0, 0, 0, 0]);
    // A net promoter score, and the mean of one item, give every answer back.
    expect(histogram(result, result.total, "recommend")).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(histogram(result, result.total, "content")).toEqual([6, 0, 0, 3, 0]);
    expect(histogram(result, result.total, "mood")).toEqual([0, 0, 0, 0, 0]);
  });

  it("hides an optional dimension few have, what is made of it, and its items; and nothing else", () => {
    const result = released(
      crowd("A", 20, (at) => (at < 4 ? {} : without("R1", "R2"))),
      { by: null },
    );
    const total = result.total as ReleasedCell;
    expect([...total.veils]).toEqual([
      ["remote", "hidden"],
      ["distance", "hidden"],
    ]);
    expect([...total.hiddenItems]).toEqual(["R1", "R2"]);
    expect(sums(result, total, "remote")).toEqual([0, 0, 0, 0, 0, 0]);
    expect(histogram(result, total, "R1")).toEqual([0, 0, 0, 0, 0]);
    expect(sums(result, total, "words")[0]).toBe(20);
    for (const pair of result.plan.pairs) {
      const touches = [pair.a, pair.b].some((score) => result.plan.scores[score]?.id === "remote");
      expect(total.cell[pair.n]).toBe(touches ? 0 : 20);
    }
  });

  it("hides the whole dimension's rows beside an item that few answered: the share less the shown rows would give it back", () => {
    const result = released(
      crowd("A", 14, (at) => (at < 1 ? {} : without("W1"))),
      { by: null },
    );
    const words = result.plan.listwise.find(({ name }) => name === "words")?.members ?? [];
    expect(words.length).toBeGreaterThan(1);
    expect([...(result.total?.hiddenItems ?? [])]).toEqual(expect.arrayContaining([...words]));
    for (const id of words) expect(histogram(result, result.total, id).every((count) => count === 0)).toBe(true);
  });

  it("shows nothing veiled where nobody was asked an optional dimension: that is no data", () => {
    const result = released(
      crowd("A", 20, () => without("R1", "R2")),
      { by: null },
    );
    expect(result.total?.veils.size).toBe(0);
    expect(result.total?.hiddenItems.size).toBe(0);
    expect(result.hidden).toBe(false);
  });

  it("counts the kinds of missing of every item with a row in the item table, and of no other", () => {
    const result = released(
      crowd("A", 20, (at) => ({ ...(at < 4 ? {} : without("R1")), ...(at < 17 ? {} : without("W1")) })),
      { by: null },
    );
    const unanswered = (id: string) => {
      const slots = result.plan.items.find(({ item }) => item === id);
      return result.total?.cell[slots?.missing ?? -1];
    };
    expect([unanswered("W1"), unanswered("R1"), unanswered("R2")]).toEqual([3, 0, 0]);
  });
});

describe("groups", () => {
  it("come in order of label, blank last, then the pool; their people add up", () => {
    const people = [...crowd("", 8), ...crowd("B", 12), ...crowd("A", 11), ...crowd("D", 2), ...crowd("C", 4)];
    const result = released(people);
    expect(labels(result)).toEqual(["A", "B", "", "POOL"]);
    expect(cellsOf(result)?.map((cell) => cell.people)).toEqual([11, 12, 8, 6]);
    expect(result.hidden).toBe(true);
  });

  it("are withheld altogether when only a pool would be left", () => {
    const result = released([...crowd("A", 3), ...crowd("B", 8)]);
    expect(result.groupings).toEqual([{ grouping: grouping(by), cells: [], withheld: "too small" }]);
    expect(result.total?.people).toBe(11);
    expect(result.hidden).toBe(true);
  });

  it("count by the smallest dimension everyone is asked, not by rows", () => {
    const people = [...crowd("A", 12), ...crowd("B", 9, (at) => (at < 4 ? {} : without("S1"))), ...crowd("C", 10)];
    expect(labels(released(people))).toEqual(["A", "POOL"]);
  });

  it("never carry items, missing kinds or flags", () => {
    const result = released([...crowd("A", 12), ...crowd("B", 11)]);
    const cell = cellOf(result, "A");
    expect(cell.itemTable).toBe(false);
    expect([...cell.hiddenItems]).toEqual(framework().items.map(({ id }) => id));
    for (const item of result.plan.items) {
      expect([0, 1, 2, 3].map((kind) => cell.cell[item.missing + kind])).toEqual([0, 0, 0, 0]);
      if (item.item !== "recommend" && item.item !== "content")
        expect(histogram(result, cell, item.item).every((count) => count === 0)).toBe(true);
    }
    expect(histogram(result, cell, "recommend").filter((count) => count > 0)).toHaveLength(3);
  });

  it("hide an optional dimension on its own counts: the small one, the next smallest, and the pool if it grew", () => {
    const people = [
      ...crowd("A", 12, (at) => (at < 2 ? {} : without("R1", "R2"))),
      ...crowd("B", 11),
      ...crowd("C", 13),
      ...crowd("D", 3),
      ...crowd("E", 4),
    ];
    const result = released(people);
    expect(labels(result)).toEqual(["A", "B", "C", "POOL"]);
    expect(cellOf(result, "A").veils.get("remote")).toBe("hidden");
    expect(cellOf(result, "POOL").veils.get("remote")).toBe("hidden");
    expect(cellOf(result, "B").veils.has("remote")).toBe(false);
    expect(cellOf(result, "A").veils.get("distance")).toBe("hidden");
    expect(cellOf(result, "A").veils.has("words")).toBe(false);
    expect(sums(result, cellOf(result, "A"), "remote")).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("keep an optional dimension in the pool when the pool is the same for it", () => {
    const people = [...crowd("A", 12), ...crowd("B", 11), ...crowd("D", 3), ...crowd("E", 4)];
    const result = released(people);
    expect([...cellOf(result, "POOL").veils.keys()]).toEqual(["churn", "recommend", "mood"]);
    expect(sums(result, cellOf(result, "POOL"), "remote")[0]).toBe(7);
  });

  it("hide a composite whose inputs are shown but were answered by too few of the same people", () => {
    // Of 12 people in A, 7 have words and strain each, but only 2 have both.
    const people = [
      ...crowd("A", 12, (at) => (at < 5 ? without("W1", "W2") : at < 10 ? without("S1") : {})),
      ...crowd("B", 11),
      ...crowd("C", 13),
    ];
    const cell = cellOf(released(people), "A");
    expect(cell.veils.has("words") || cell.veils.has("strain")).toBe(false);
    expect(cell.veils.get("trust")).toBe("hidden");
    expect(cellOf(released(people), "C").veils.has("trust")).toBe(false);
  });

  it("show the same of a group whatever the order of the rows", () => {
    const people = [...crowd("A", 6), ...crowd("B", 6), ...crowd("C", 2), ...crowd("D", 14)];
    expect(released([...people].reverse()).groupings).toEqual(released(people).groupings);
  });
});

describe("extremes under ten people", () => {
  const all = (code: number) => () => ({ S1: code });
  it.each([
    ["nearly none", 5],
    ["nearly none", 3],
    ["nearly all", 1],
  ] as const)("say %s where everyone answers %i on a dimension where low is good", (words, code) => {
    const people = [...crowd("A", 6, all(code)), ...crowd("B", 12), ...crowd("C", 11)];
    const cell = cellOf(released(people), "A");
    expect(cell.veils.get("strain")).toBe(words);
    expect(cell.veils.get("trust")).toBe("hidden");
  });

  it("are exact from ten people", () => {
    const people = [...crowd("A", 10, all(1)), ...crowd("B", 12)];
    expect(cellOf(released(people), "A").veils.size).toBe(0);
  });

  it("take the next smallest group with them, so that subtraction does not give them back", () => {
    const result = released([...crowd("A", 6, all(1)), ...crowd("B", 12), ...crowd("C", 11)]);
    expect(cellOf(result, "A").veils.get("strain")).toBe("nearly all");
    expect(cellOf(result, "C").veils.get("strain")).toBe("hidden");
    expect(cellOf(result, "B").veils.has("strain")).toBe(false);
    expect(sums(result, cellOf(result, "C"), "strain")).toEqual([0, 0, 0, 0, 0, 0]);
    expect(sums(result, cellOf(result, "C"), "words")[0]).toBe(11);
  });

  it("of an outcome is a class that nobody is in, covered in the same way", () => {
    const promoting = (at: number) => ({ recommend: [7, 9, 10][at % 3] });
    const mixed = released([...crowd("A", 6, promoting), ...crowd("B", 12), ...crowd("C", 11)]);
    expect(["A", "B", "C"].map((label) => cellOf(mixed, label).veils.get("recommend"))).toEqual([
      ...["hidden", undefined, "hidden"],
    ]);
    const alike = released([...crowd("A", 6, promoting), ...crowd("B", 12), ...crowd("C", 11, promoting)]);
    expect(["A", "B", "C"].map((label) => cellOf(alike, label).veils.get("recommend"))).toEqual([
      ...["hidden", "hidden", "hidden"],
    ]);
    const large = released([...crowd("A", 10, promoting), ...crowd("B", 12)]);
    expect(cellOf(large, "A").veils.has("recommend")).toBe(false);
  });

  it("go on until what is veiled is not the same all over itself", () => {
    const people = [...crowd("A", 6, all(1)), ...crowd("B", 7, all(2)), ...crowd("C", 11), ...crowd("D", 20)];
    const result = released(people);
    expect(["A", "B", "C", "D"].map((label) => cellOf(result, label).veils.get("strain"))).toEqual([
      ...["nearly all", "nearly all", "hidden", undefined],
    ]);
  });

  it("leave only the total when no group is left to hide behind", () => {
    const people = [...crowd("A", 6, all(1)), ...crowd("B", 7, all(1))];
    const result = released(people);
    expect(labels(result)).toEqual(["A", "B"]);
    expect(cellOf(result, "B").veils.get("strain")).toBe("nearly all");
    expect(result.total?.veils.has("strain")).toBe(false);
  });

  it("are put in words in a total of under ten people", () => {
    const result = released(crowd("A", 7, all(1)), { by: null });
    expect(result.total?.veils.get("strain")).toBe("nearly all");
    expect(result.total?.veils.get("trust")).toBe("hidden");
    expect(sums(result, result.total as ReleasedCell, "strain")).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it.each([
    // Words would name the class of everybody: a net promoter score is hidden without any.
    ["recommend", "hidden", [9, 10]],
    ["recommend", "hidden", [0, 6]],
    ["recommend", "hidden", [7, 8]],
    ["recommend", "hidden", [7, 9]],
    ["recommend", "hidden", [6, 8]],
    ["content", "nearly all", [4, 5]],
    ["content", "nearly none", [1, 3]],
    ["mood", "hidden", [5, 5]],
  ] as const)("of the outcome %s say %s when the answers are %j", (id, words, codes) => {
    const people = [...crowd("A", 6, (at) => ({ [id]: codes[at % 2] })), ...crowd("B", 12), ...crowd("C", 11)];
    const result = released(people);
    expect(cellOf(result, "A").veils.get(id)).toBe(words);
    expect(histogram(result, cellOf(result, "A"), id).every((count) => count === 0)).toBe(true);
  });

  it("do not take the share of a business figure, which has no favourable answers, for an extreme", () => {
    const people = [...crowd("A", 10), ...crowd("B", 12), ...crowd("C", 11)];
    expect(cellOf(released(people), "A").veils.has("churn")).toBe(false);
  });

  it("do not tell of one figure asked of fewer than ten: mean and SD would give every figure back", () => {
    const result = released([...crowd("A", 9), ...crowd("B", 12), ...crowd("C", 11)]);
    expect(cellOf(result, "A").veils.get("churn")).toBe("hidden");
    // The next smallest goes with it: they would come back as the total less the others.
    expect(cellOf(result, "C").veils.get("churn")).toBe("hidden");
    expect(cellOf(result, "B").veils.has("churn")).toBe(false);
  });

  it("nor of a figure that is an outcome", () => {
    const small = framework();
    const outcomes = [...small.outcomes, { id: "left", item: "T1", title: "left", statistic: "mean" } as const];
    const items = small.items.map(({ dimension, ...item }) =>
      item.id === "T1" || dimension === undefined ? item : { ...item, dimension },
    );
    const dimensions = small.dimensions.filter(({ id }) => id !== "churn");
    const asked = { ...small, items, dimensions, outcomes };
    const veil = (size: number) => {
      const aggregate = aggregateOf(crowd("A", size), asked);
      return release({ aggregate, framework: asked, ...asking(), minGroup: 5 }).total?.veils.get("left");
    };
    expect([veil(9), veil(10)]).toEqual(["hidden", undefined]);
  });
});

describe("one assessment", () => {
  it.each(["organisation", "consensus", "self"] as const)("of the unit %s hides nothing", (unit) => {
    const asked = framework(unit);
    const aggregate = aggregateOf([...crowd("A", 1), ...crowd("B", 1)], asked);
    const result = release({ aggregate, framework: asked, ...asking(by), minGroup: 5 });
    expect(result).toMatchObject({ hidden: false, total: { people: 2, itemTable: true } });
    expect(labels(result)).toEqual(["A", "B"]);
    expect(cellOf(result, "A").cell).toEqual(aggregate.atoms.get('["A"]'));
  });
});

describe("the door's duties", () => {
  it.each([[2], [0], [4.5]])("a minimum group of %d is a defect", (minGroup) => {
    expect(() => released(crowd("A", 12), { minGroup })).toThrow(/whole number from 3/);
  });
  it("a column the aggregate was not built with is a defect", () => {
    expect(() => released(crowd("A", 12), { by: "team" })).toThrow(/no segment "team"/);
  });
});

describe("sums", () => {
  const org = fc.array(fc.tuple(fc.constantFrom("", "A", "B", "C", "D"), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 8,
  });

  function checkScore(result: Released, total: ReleasedCell, id: string): void {
    const cells = cellsOf(result) ?? [];
    const veiled = cells.filter((cell) => cell.veils.has(id));
    for (const cell of veiled) expect(sums(result, cell, id).every((sum) => sum === 0)).toBe(true);
    if (veiled.length > 0 || total.veils.has(id)) return;
    const parts = cells.map((cell) => sums(result, cell, id));
    const added = sums(result, total, id).map((_, at) => parts.reduce((sum, part) => sum + (part[at] ?? 0), 0));
    expect(added).toEqual(sums(result, total, id));
  }

  it("of the cells add up to the total wherever nothing is veiled; veiled ones are zero", () => {
    let checked = 0;
    fc.assert(
      fc.property(org, (groups) => {
        const people = groups.flatMap(([label, size]) => crowd(label, size));
        const result = released(people, { minGroup: 3 });
        const { total, groupings } = result;
        const cells = groupings[0]?.cells ?? [];
        if (total === null || cells.length === 0) return;
        for (const { id } of result.plan.scores) checkScore(result, total, id);
        expect(cells.reduce((sum, cell) => sum + cell.people, 0)).toBe(total.people);
        checked++;
      }),
      { seed: 20261122, numRuns: 60 },
    );
    expect(checked).toBeGreaterThan(20);
  });
});
