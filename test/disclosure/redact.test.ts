import { describe, expect, it } from "vitest";
import { limbSum } from "../../src/aggregate/limbs.ts";
import { release } from "../../src/disclosure/release.ts";
import type { Released, ReleasedCell } from "../../src/disclosure/types.ts";
import { aggregateOf, asking, crowd, framework, type Person } from "./fixture.ts";

function released(people: readonly Person[], by: readonly string[] = []): Released {
  return release({ aggregate: aggregateOf(people), framework: framework(), ...asking(...by), minGroup: 5 });
}

function totalOf(result: Released): ReleasedCell {
  if (result.total === null) throw new Error("nobody");
  return result.total;
}

const rowOf = (result: Released, label: string) =>
  result.groupings[0]?.cells.find(({ path }) => path[0] === label)?.cell ?? new Float64Array();

describe("who stands where on the scale", () => {
  const thirds = ({ plan }: Released, cell: Float64Array, id: string) => {
    const slots = plan.thirds.find(({ dimension }) => dimension === id);
    return slots === undefined ? [] : [...cell.subarray(slots.counts, slots.counts + 3)];
  };

  it("is told of ten people, and not of nine", () => {
    for (const [size, sum] of [
      [10, 10],
      [9, 0],
    ] as const) {
      const result = released(crowd("A", size));
      expect(thirds(result, totalOf(result).cell, "words").reduce((all, count) => all + count, 0)).toBe(sum);
    }
  });

  it("is not told where everyone less the rest would tell it of nine", () => {
    const result = released([...crowd("A", 9), ...crowd("B", 12), ...crowd("C", 20)], ["department"]);
    const told = ["A", "B", "C"].map((label) =>
      thirds(result, rowOf(result, label), "words").some((count) => count > 0),
    );
    expect(told).toEqual([false, false, true]);
  });
});

describe("how much a person's answers vary", () => {
  const people = (result: Released, cell: Float64Array) => cell[result.plan.flags.variability?.n ?? -1];

  it("is told of everyone together, with the item table", () => {
    const ten = released([...crowd("A", 10), ...crowd("B", 12)], ["department"]);
    expect(people(ten, totalOf(ten).cell)).toBe(22);
    expect(people(ten, rowOf(ten, "A"))).toBe(0);
    const nine = released(crowd("A", 9));
    expect(people(nine, totalOf(nine).cell)).toBe(0);
  });
});

describe("weighted sums", () => {
  const weigh = (people: readonly Person[]) => people.map((person, at) => ({ ...person, weight: 50_000 + at * 1000 }));
  const united = () => ({ S1: 1 });
  const result = released(weigh([...crowd("A", 6, united), ...crowd("B", 12), ...crowd("C", 20)]), ["department"]);

  it("go with their statistic", () => {
    const { weighted, scores, pairs } = result.plan;
    const at = scores.findIndex(({ id }) => id === "strain");
    const words = scores.findIndex(({ id }) => id === "words");
    const ratio = result.plan.ratios.findIndex(({ dimension }) => dimension === "strain");
    const touched = pairs.findIndex(({ a, b }) => a === at || b === at);
    const sumsOf = (slots: object | undefined, cell: Float64Array) =>
      Object.values((slots ?? {}) as Record<string, number>).map((place) => limbSum(cell, place) !== 0n);
    const cell = rowOf(result, "A");
    for (const slots of [weighted?.scores[at], weighted?.ratios[ratio], weighted?.pairs[touched]]) {
      expect(sumsOf(slots, cell)).not.toContain(true);
      expect(sumsOf(slots, totalOf(result).cell)).not.toContain(false);
    }
    expect(sumsOf(weighted?.scores[words], cell)).not.toContain(false);
    expect(sumsOf(weighted?.people, cell)).toEqual([true, true]);
  });

  it("of answers are those of the classes an outcome counts", () => {
    const { items, weighted } = result.plan;
    const at = items.findIndex(({ item }) => item === "recommend");
    const first = weighted?.items[at] ?? Number.NaN;
    const sums = (cell: Float64Array) => items[at]?.codes.map((code) => limbSum(cell, first + code * 10) > 0n);
    // Detractors, passives and promoters, each at the first of their codes.
    const classes = [true, false, false, false, false, false, false, true, false, true, false];
    expect(sums(rowOf(result, "C"))).toEqual(classes);
    expect(sums(totalOf(result).cell)).toEqual(classes);
    const whole = aggregateOf(weigh(crowd("A", 30)));
    const all = [...whole.atoms.values()][0] ?? new Float64Array();
    const { total } = release({ aggregate: whole, framework: framework(), ...asking(), minGroup: 5 });
    const added = (cell: Float64Array) => [7, 8].reduce((sum, code) => sum + limbSum(cell, first + code * 10), 0n);
    expect(added(total?.cell ?? new Float64Array())).toBe(added(all));
  });
});
