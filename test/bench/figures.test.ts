import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

interface Bar {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: number;
  readonly note: string;
}

interface Figures {
  readonly median: (values: readonly number[]) => number;
  readonly middleHalf: (values: readonly number[]) => readonly [number, number];
  readonly spread: (costs: readonly number[]) => number;
  readonly verdict: (bar: Bar) => string;
  readonly seconds: (milliseconds: number) => string;
}

interface Report {
  readonly barTable: (bars: readonly Bar[]) => readonly (readonly string[])[];
  readonly filled: (page: string, name: string, text: string) => string;
  readonly markdownTable: (table: readonly (readonly string[])[]) => string;
}

const HARNESS = path.resolve(import.meta.dirname, "..", "..", "bench", "harness");
const load = (name: string): Promise<unknown> => import(pathToFileURL(path.join(HARNESS, name)).href);
const figures = (await load("figures.mjs")) as Figures;
const report = (await load("report.mjs")) as Report;

describe("a benchmark's figures", () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[5, 100, 4, 6, 5], 5],
  ])("the median of %j is %d", (values, expected) => {
    expect(figures.median(values)).toBe(expected);
  });

  it("half of the rounds lie in the middle half", () => {
    expect(figures.middleHalf([50, 10, 30, 20, 40])).toEqual([20, 40]);
    expect(figures.middleHalf([7])).toEqual([7, 7]);
  });

  it("costs are flat when none is much dearer than another, whichever it is", () => {
    expect(figures.spread([100, 110, 90])).toBeCloseTo(110 / 90);
    expect(figures.spread([90, 110, 100])).toBeCloseTo(110 / 90);
    expect(figures.spread([-5, 110])).toBeNaN();
  });

  it.each([
    [0.6, 0.6, "met"],
    [0.601, 0.6, "MISSED"],
    [Number.NaN, 0.6, "MISSED"],
    [9, Number.POSITIVE_INFINITY, ""],
  ])("%d against a bar of %d is %j", (value, bar, expected) => {
    expect(figures.verdict({ what: "", value, unit: "×", bar, note: "" })).toBe(expected);
  });

  it("times are seconds", () => {
    expect([figures.seconds(412), figures.seconds(12_345)]).toEqual(["0.41 s", "12.3 s"]);
  });
});

describe("a benchmark's report", () => {
  it("lists bars with their verdict, and leaves out what is only shown", () => {
    const bars = [
      { what: "speed", value: 0.5, unit: "× DuckDB", bar: 0.45, note: "0.7 s, 1.4 s" },
      { what: "just over", value: 0.452, unit: "× DuckDB", bar: 0.45, note: "" },
      { what: "as far as allowed", value: 0.45, unit: "× DuckDB", bar: 0.45, note: "" },
      { what: "memory", value: 54.4, unit: "MB", bar: 90, note: "" },
      { what: "by groups", value: 3, unit: "× node", bar: Number.POSITIVE_INFINITY, note: "" },
    ];
    expect(report.barTable(bars).slice(1)).toEqual([
      ["speed", "0.50 × DuckDB", "≤ 0.45", "MISSED", "0.7 s, 1.4 s"],
      ["just over", "0.452 × DuckDB", "≤ 0.45", "MISSED", ""],
      ["as far as allowed", "0.45 × DuckDB", "≤ 0.45", "met", ""],
      ["memory", "54 MB", "≤ 90", "met", ""],
    ]);
  });

  it("fills the place of its name and no other", () => {
    const page = "<!-- measured: a -->\nold\n<!-- end -->\n<!-- measured: b -->\nold\n<!-- end -->\n";
    expect(report.filled(page, "b", "new")).toBe(
      "<!-- measured: a -->\nold\n<!-- end -->\n<!-- measured: b -->\nnew\n<!-- end -->\n",
    );
    expect(() => report.filled(page, "c", "new")).toThrow('no place for "c"');
  });

  it("keeps a cell in its column", () => {
    expect(report.markdownTable([["a"], ["x | y"]])).toBe("| a |\n|---|\n| x \\| y |");
  });
});
