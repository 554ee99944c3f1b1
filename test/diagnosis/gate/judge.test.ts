import { describe, expect, it } from "vitest";
import { changeReading } from "../../../src/diagnosis/gate/changes.ts";
import { judge, type Rule } from "../../../src/diagnosis/gate/judge.ts";
import type { Reading } from "../../../src/diagnosis/gate/types.ts";
import { tQuantile } from "../../../src/numeric/distributions.ts";

const reading = (value: number, ends: readonly [number, number] | null): Reading => ({
  kind: "found",
  value,
  interval: ends === null ? null : { low: ends[0], high: ends[1], level: 0.95 },
  n: 40,
  unit: "index points",
  method: "mean",
});
const says = (one: Reading, rule: Partial<Rule>) =>
  judge(one, { operator: ">=", limit: 55, mode: "confident", ...rule }).verdict;

describe("a number against a limit", () => {
  it("point: by itself, unrounded", () => {
    expect(says(reading(54.96, [50, 60]), { mode: "point" })).toBe("fail");
    expect(says(reading(55, [50, 60]), { mode: "point" })).toBe("pass");
    expect(says(reading(55, [50, 60]), { mode: "point", operator: ">" })).toBe("fail");
    // What arithmetic rounds in the last digits is no miss.
    expect(says(reading(55 - 1e-12, null), { mode: "point" })).toBe("pass");
  });
  it("confident: fails only where the whole interval misses", () => {
    expect(says(reading(52, [48, 56]), {})).toBe("pass");
    expect(says(reading(52, [48, 54.9]), {})).toBe("fail");
    expect(says(reading(52, [48, 55]), {})).toBe("pass");
    expect(says(reading(52, [48, 55]), { operator: ">" })).toBe("fail");
    expect(says(reading(58, [54, 62]), { operator: "<=" })).toBe("pass");
    expect(says(reading(58, [56, 62]), { operator: "<=" })).toBe("fail");
  });
  it("without an interval the number alone decides, and says so", () => {
    expect(judge(reading(52, null), { operator: ">=", limit: 55, mode: "confident" })).toEqual({
      verdict: "fail",
      because: "missed without interval",
      mode: "point",
    });
  });
  it("regression: fails only beyond the margin and beyond chance", () => {
    const rule = { operator: "<=", limit: 5, mode: "regression" } as const;
    expect(says(reading(6, [1, 11]), rule)).toBe("fail");
    expect(says(reading(6, [-1, 13]), rule)).toBe("pass");
    expect(says(reading(4, [2, 6]), rule)).toBe("pass");
    expect(says(reading(5, [2, 8]), rule)).toBe("pass");
    expect(says(reading(5, [2, 8]), { ...rule, operator: "<" })).toBe("fail");
    expect(says(reading(-20, [-30, -10]), rule)).toBe("pass");
  });
  it("nothing is not enough data, no baseline yet passes", () => {
    expect(says({ kind: "nothing", why: null }, {})).toBe("not enough data");
    expect(says({ kind: "no baseline yet" }, {})).toBe("pass");
  });
});

describe("a change", () => {
  const index = {
    kind: "estimate",
    value: -6,
    interval: { low: -6 - 2 * tQuantile(0.975, 39), high: -6 + 2 * tQuantile(0.975, 39), level: 0.95 },
    noInterval: null,
    n: 40,
    unit: "index points",
    method: "mean change of the same people",
    caveats: [],
  } as const;
  const strict = { low: -12, high: -1, level: 0.99 };
  const change = { index, strict, says: "down" } as const;

  it("of two groups of people keeps its interval", () => {
    const found = changeReading(change, { kind: "independent", direction: "drop", statistic: "index" });
    expect(found).toMatchObject({ value: 6, interval: { level: 0.95 } });
  });
  it("of the same people is judged at 99 %", () => {
    const found = changeReading(change, { kind: "paired", direction: "drop", statistic: "index" });
    if (found.kind !== "found" || found.interval === null) throw new Error("no interval");
    expect(found.interval.level).toBe(0.99);
    expect(found.interval).toMatchObject({ low: 1, high: 12 });
  });
  it("of the same people is not judged where only the interval at 95 % was kept", () => {
    const old = { ...change, strict: null };
    const found = changeReading(old, { kind: "paired", direction: "drop", statistic: "index" });
    expect(found).toMatchObject({ kind: "nothing", why: expect.stringContaining("99 %") });
  });
  it.each(["paired", "independent"] as const)("that reports call too few to say is not judged: %s", (kind) => {
    const few = { ...change, says: "too few to say" } as const;
    const found = changeReading(few, { kind, direction: "drop", statistic: "index" });
    expect(found).toMatchObject({ kind: "nothing", why: "too few people to say whether it has changed" });
    const alone = { ...few, index: { ...index, interval: null, noInterval: "one person answered" } };
    expect(changeReading(alone, { kind, direction: "drop", statistic: "index" })).toMatchObject({
      why: "one person answered",
    });
  });
  it("of a load goes the other way", () => {
    const found = changeReading(change, { kind: "independent", direction: "rise", statistic: "load" });
    expect(found).toMatchObject({ value: 6 });
  });
});
