import { describe, expect, it } from "vitest";
import { createDraws } from "../../src/numeric/draws.ts";

const COUNT = 50_000;
const many = (draw: () => number): readonly number[] => Array.from({ length: COUNT }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

describe("seeded draws", () => {
  it("are uniform", () => {
    const values = many(createDraws(20261122).uniform);
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0);
    expect(mean(values)).toBeCloseTo(0.5, 2);
    expect(mean(values.map((x) => (x - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
  });

  it("are normal, the tails included", () => {
    const values = many(createDraws(7).normal);
    expect(Math.abs(mean(values))).toBeLessThan(0.02);
    expect(Math.abs(mean(values.map((x) => x * x)) - 1)).toBeLessThan(0.03);
    const share = values.filter((x) => Math.abs(x) > 1.959964).length / COUNT;
    expect(Math.abs(share - 0.05)).toBeLessThan(0.004);
  });

  it("are whole numbers below a limit, each as often", () => {
    const { below } = createDraws(3);
    const counts = [0, 0, 0];
    for (const value of many(() => below(3))) counts[value] = (counts[value] ?? 0) + 1;
    for (const count of counts) expect(Math.abs(count / COUNT - 1 / 3)).toBeLessThan(0.01);
  });

  it("are the same for a seed and stream, and differ for another, small ones included", () => {
    const first = (seed: number, stream = 0) => createDraws(seed, stream).uniform();
    expect(first(7, 2)).toBe(first(7, 2));
    const firsts = Array.from({ length: 100 }, (_, at) => first(at % 10, Math.floor(at / 10)));
    expect(new Set(firsts).size).toBe(100);
  });
});
