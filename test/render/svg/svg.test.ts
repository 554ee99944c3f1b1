import { describe, expect, it } from "vitest";
import { cleanDeep } from "../../../src/render/clean.ts";
import { auditSheet } from "../../../src/render/sections/audit-sheet.ts";
import type { Block, Chart } from "../../../src/render/sheet.ts";
import { svgOfChart, svgOfFigure } from "../../../src/render/svg/svg.ts";
import { DIVERGING, figureOf, TREND, TREND_FIGURE } from "../figures/sample.ts";
import { HOSTILE, poison, USER_TEXTS } from "../hostile.ts";
import { LOAD_SAMPLE, SAMPLE } from "../sample.ts";
import { SYSTEM_SAMPLES } from "../sample-systems.ts";

const drawnOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block, at) => {
    if (block.kind === "figure") return [svgOfFigure(block, { id: `f${at}` })];
    return block.kind === "chart" && !block.isPictured ? [svgOfChart(block, { id: `c${at}` })] : [];
  });

const AUDITS = [["index", SAMPLE], ["load", LOAD_SAMPLE], ...SYSTEM_SAMPLES] as const;

/** Attributes that would load, run or style anything beyond the drawing. */
const FOREIGN = /<script|<style|<foreignObject|<image|<use|\son[a-z]+=|href=|url\((?!#)|NaN|undefined|Infinity/;

describe("a drawing", () => {
  it.each(AUDITS)("of the report with %s stands by itself and says what it shows", (_, audit) => {
    const all = drawnOf(auditSheet(audit).blocks);
    expect(all.length).toBeGreaterThan(0);
    for (const svg of all) {
      expect(svg).toMatch(/^<svg /);
      expect(svg).not.toMatch(FOREIGN);
      expect(svg).toMatch(/role="img"/);
      const [, title = "", description = ""] = /aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? [];
      expect(svg).toContain(`id="${title}"`);
      expect(svg).toContain(`id="${description}"`);
    }
  });

  it("has ids of its own, and the same bytes every time", () => {
    const blocks = auditSheet(SAMPLE).blocks;
    const text = drawnOf(blocks).join("\n");
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(drawnOf(blocks).join("\n")).toBe(text);
  });

  it("rounds its coordinates and names its colours through variables with a fallback", () => {
    const text = drawnOf(auditSheet(SAMPLE).blocks)
      .join("\n")
      .replaceAll(/<(title|desc)[^>]*>[^<]*/g, "");
    expect(text).not.toMatch(/[xydr]\d?="[^"]*\d\.\d{3}/);
    const colours = [...text.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, value]) => value);
    for (const value of new Set(colours))
      expect(value).toMatch(/^(none|var\(--ta-[a-z0-9-]+, #[0-9a-f]{6}\)|url\(#.+\))$/);
  });

  it("escapes whatever people call things", () => {
    for (const audit of [SAMPLE, ...SYSTEM_SAMPLES.map(([, one]) => one)]) {
      const text = drawnOf(auditSheet(cleanDeep(poison(audit, USER_TEXTS))).blocks).join("\n");
      expect(text).not.toMatch(FOREIGN);
    }
  });

  it.each(HOSTILE)("holds a label like %#", (label) => {
    const rows = [{ id: "A", label, group: label, counts: [1, 2, 3], n: 6, turned: true }];
    const figure = figureOf({ kind: "diverging", answers: [label, "b", label], rows }, label);
    const svg = svgOfFigure(figure, { id: "x" });
    expect(svg).not.toMatch(FOREIGN);
    const [, , , height = "0"] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? "").split(" ");
    expect(Number(height)).toBeLessThan(500);
  });
});

const heightsOf = (svg: string) => [...svg.matchAll(/viewBox="0 0 560 ([\d.]+)"/g)].map(([, height]) => Number(height));

describe("a drawing with a great many rows", () => {
  it("comes in parts that fit a printed page", () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      ...{ id: `Q${at}`, label: `Question ${at}, put in so many words that it takes a line of its own`, group: null },
      ...{ counts: [1, 2, 3, 4, 5], n: 15, turned: false },
    }));
    const svg = svgOfFigure(figureOf({ kind: "diverging", answers: ["a", "b", "c", "d", "e"], rows }), { id: "x" });
    const heights = heightsOf(svg);
    expect(heights.length).toBeGreaterThan(3);
    expect(Math.max(...heights)).toBeLessThan(900);
    expect(svg).toContain("A picture (2 of ");
    expect(svg.match(/id="x-hatch"/g)).toHaveLength(1);
  });
});

const chart = (rows: Chart["rows"]): Chart => ({
  kind: "chart",
  ...{
    label: "Dimension",
    score: "Index",
    scale: "Index 0 to 100",
    columns: [{ title: "n" }],
    more: [],
    moreTitle: "",
  },
  rows,
});

describe("a chart", () => {
  const mark = { value: 60, low: 55, high: 65, target: 75, tone: "fair" } as const;

  it("tells hidden from no data, by hatching and in words", () => {
    const svg = svgOfChart(
      chart([
        { label: "Care", score: "60", mark, cells: ["40"], more: [] },
        { label: "Voice", score: "hidden", mark: "hidden to protect small groups", cells: ["–"], more: [] },
        { label: "Pay", score: "no data", mark: "no data: nobody was asked", cells: ["–"], more: [] },
      ]),
      { id: "x" },
    );
    expect(svg).toContain("Care 60 (n 40); Voice: hidden to protect small groups; Pay: no data: nobody was asked.");
    expect(svg.match(/fill="url\(#x-hatch\)"/g)).toHaveLength(2);
    expect(svg).toContain(">hidden to protect small groups<");
  });

  it("is not drawn where it has no rows, or a figure draws them", () => {
    expect(svgOfChart(chart([]), { id: "x" })).toBe("");
    expect(svgOfChart(chart([{ heading: "Nothing" }]), { id: "x" })).toBe("");
    const rows = [{ label: "Care", score: "60", mark, cells: ["40"], more: [] }];
    expect(svgOfChart({ ...chart(rows), isPictured: true }, { id: "x" })).toBe("");
  });

  it("puts long names above their bars, whole", () => {
    const label = "Confidence that what was promised in the spring will be done by the autumn of the same year";
    const svg = svgOfChart(chart([{ label, score: "60", mark, cells: ["40"], more: [] }]), { id: "x" });
    const words = [...svg.matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, line]) => line).join(" ");
    expect(words).toContain(label);
  });
});

const BANDS = ["critical", "weak", "mixed", "good", "strong"].map((label, at) => ({
  ...{ label, from: at * 20, to: (at + 1) * 20, step: ([1, 2, 3, 4, 5] as const)[at] ?? 3 },
}));

const attributesOf = (element: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...element.matchAll(/([xy][12])="([\d.]+)"/g)].map(([, name = "", value]) => [name, Number(value)]),
  );

describe("estimates in groups", () => {
  const row = (label: string, group: string) => ({
    ...{ label, group, point: { value: 60, low: 55, high: 65 }, target: 75, words: "60", tone: "fair" as const },
  });
  const rows = ["Care", "Care and everything that belongs to it"].flatMap((group, at) =>
    Array.from({ length: 14 }, (_, row_) => row(`Row ${row_}${"o".repeat(row_ % 9)}`, at === 0 ? "Care" : group)),
  );
  const picture = (some: typeof rows) => figureOf({ kind: "intervals", axis: "Index", bands: BANDS, rows: some });
  const svg = svgOfFigure(picture(rows.slice(0, 2)), { id: "i", width: "wide" });

  it("fill a page where there is room for it", () => {
    expect(svg).toContain('viewBox="0 0 760 ');
    expect(svg).toContain("max-width:47.5rem");
  });

  it("have every band in a colour of its own, and a line where two meet", () => {
    for (const step of [1, 2, 3, 4, 5]) expect(svg).toContain(`var(--ta-band-${step}, `);
    expect(svg.match(/stroke-dasharray="1 3"/g)).toHaveLength(4);
  });

  it("show an interval of ten points on both sides of its dot, with ends", () => {
    const lines = [...svg.matchAll(/<line [^>]*>/g)].map(([line]) => attributesOf(line));
    const level = lines.filter(({ y1, y2, x1 = 0, x2 = 0 }) => y1 === y2 && x2 - x1 > 30 && x2 - x1 < 80);
    expect(level.length).toBeGreaterThan(1);
    for (const { x1 = 0, x2 = 0 } of level)
      for (const end of [x1, x2]) expect(lines.some((one) => one["x1"] === end && one["x2"] === end)).toBe(true);
  });

  it("keep their heading off the bands", () => {
    const tall = svgOfFigure(picture([...rows.slice(0, 2), ...rows.slice(14, 16)]), { id: "i" });
    const tops = [...tall.matchAll(/<rect[^>]*>/g)].filter(([rect]) => rect.includes("--ta-band-1"));
    expect(tops).toHaveLength(2);
  });

  it("stand alike in all parts, whose first says what the signs mean, and say that a group goes on", () => {
    const parts = svgOfFigure(picture(rows), { id: "i" }).split("\n<svg ");
    expect(parts.length).toBeGreaterThan(2);
    expect(parts[0]).toContain(">95 % interval<");
    expect(parts.slice(1).join("")).not.toContain(">95 % interval<");
    expect(parts.slice(1).join("")).toContain(">Care (continued)<");
    const plots = parts
      .slice(1)
      .flatMap((one) => /<rect x="([\d.]+)" width="([\d.]+)"/.exec(one)?.slice(1).join(" ") ?? []);
    expect(new Set(plots).size).toBeLessThanOrEqual(1);
    for (const height of heightsOf(parts.join("\n<svg "))) expect(height).toBeLessThan(560);
  });
});

describe("a trend", () => {
  it("says from where to where its scale is drawn, and names the bands there only", () => {
    const svg = svgOfFigure(figureOf({ ...TREND, bands: BANDS }), { id: "t" });
    expect(svg).toMatch(/; drawn from \d+ to \d+</);
    expect(svg).not.toContain(">critical<");
    expect(svg).toContain(">mixed<");
  });

  it("hatches what is hidden and leaves a gap where there is no number", () => {
    const svg = svgOfFigure(TREND_FIGURE, { id: "t" });
    expect(svg).toContain("2025-08: hidden");
    expect(svg.match(/stroke-dasharray="4 3"/g)?.length).toBeGreaterThan(3);
    expect(svg).toContain("scored differently from here on");
  });

  it.each([
    [
      "one wave",
      { ...TREND, waves: ["2025"], lines: TREND.lines.map((one) => ({ ...one, points: one.points.slice(0, 1) })) },
    ],
    ["nothing known", { ...TREND, lines: [{ label: "Care", points: TREND.waves.map(() => null) }] }],
    ["no line", { ...TREND, lines: [] }],
  ])("with %s is drawn all the same", (_, picture) => {
    expect(svgOfFigure(figureOf(picture), { id: "t" })).not.toMatch(FOREIGN);
  });
});

describe("answers", () => {
  const svg = svgOfFigure(DIVERGING, { id: "d" });
  const spanOf = (title: string): readonly [number, number] => {
    const [, width, x] = new RegExp(`width="([\\d.]+)" y="[\\d.]+" x="([\\d.]+)"><title>${title}<`).exec(svg) ?? [];
    return [Number(x), Number(x) + Number(width)];
  };

  it("stand on both sides of the middle one, which is halved, with the good end on the right", () => {
    const zero = Number(/x2="([\d.]+)" x1="\1" \/><\/g><g fill="url\(#d-hatch\)">/.exec(svg)?.[1]);
    const [from, to] = spanOf("Sometimes: 9 of 40");
    expect((from + to) / 2).toBeCloseTo(zero, 1);
    expect(spanOf("Always: 6 of 40")[0]).toBeGreaterThan(to);
    expect(spanOf("Never: 1 of 40")[1]).toBeLessThan(from);
  });

  it("have every number of their scale where there is room", () => {
    const row = { id: "A1", label: "Even", group: null, counts: [30, 0, 0, 0, 30], n: 40, turned: false };
    const picture = { kind: "diverging", answers: ["a", "b", "c", "d", "e"], rows: [row] } as const;
    const even = svgOfFigure(figureOf(picture), { id: "d" });
    const shares = [...even.matchAll(/>(\d+) %</g)].map(([, share]) => share);
    expect(shares.sort()).toEqual(["0", "25", "25", "50", "50", "75", "75"]);
  });

  it("of a turned item run the other way and say so", () => {
    expect(spanOf("Never: 5 of 40")[0]).toBeGreaterThan(spanOf("Always: 10 of 40")[1]);
    expect(svg).toContain(">They hide mistakes. (turned)<");
    expect(svg).toContain('(turned): the other way round, its good end is "Never"');
  });

  it("that are hidden and those that nobody gave look different", () => {
    expect(svg).toContain(">no data<");
    expect(svg).toContain(">hidden to protect small groups<");
  });
});

describe("a drawing for a large report", () => {
  it("takes little time", () => {
    const rows = Array.from({ length: 10 }, (_, at) => ({
      ...{ label: `Dimension ${at}`, score: "60", cells: ["40"], more: [] },
      mark: { value: 60, low: 55, high: 65, target: 75, tone: "fair" } as const,
    }));
    const start = performance.now();
    for (let at = 0; at < 10; at += 1) svgOfChart(chart(rows), { id: `x${at}` });
    // An eighth of it on a machine that does nothing else.
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
