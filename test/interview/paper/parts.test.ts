import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Scale, ScalePoint } from "../../../src/framework/types.ts";
import { paperParts } from "../../../src/interview/paper/parts.ts";
import type { ItemQuestion } from "../../../src/interview/types.ts";

const words = { notApplicable: [], dontKnow: [] };

function coded(id: string, points: readonly ScalePoint[]): Scale {
  const codes = points.map(({ code }) => code);
  const ends = { min: Math.min(...codes), max: Math.max(...codes) };
  return { kind: "coded", id, title: id, points, ...ends, favourable: [], favourableWhenLower: [], ...words };
}

function rating(id: string, min: number, max: number): Scale {
  const label = (code: number) => (code === min ? { label: "Low" } : code === max ? { label: "High" } : {});
  const point = (_: unknown, step: number) => ({ code: min + step, ...label(min + step), aliases: [] });
  return coded(id, Array.from({ length: max - min + 1 }, point));
}

function figure(decimals: number): Scale {
  return { kind: "figure", id: "figure", title: "", worst: 0, best: 9, decimals, unit: "days", ...words };
}

function questions(scales: readonly Scale[]): readonly ItemQuestion[] {
  return scales.map((scale, at) => ({ id: `Q${at}`, number: at + 1, text: `Text ${at + 1}`, scale }));
}

function only(scale: Scale) {
  const [part] = paperParts(questions([scale]));
  return part;
}

describe("how a scale is drawn", () => {
  it("a few points: a column each, with words where there are some", () => {
    expect(only(rating("few", -1, 1))).toMatchObject({
      kind: "grid",
      points: [
        { sign: "−1", says: "Low" },
        { sign: "0", says: null },
        { sign: "1", says: "High" },
      ],
    });
    expect(only(rating("seven", 1, 7))?.kind).toBe("grid");
  });

  it("up to eleven points with words at the ends: a ruler", () => {
    expect(only(rating("eight", 1, 8))?.kind).toBe("ruler");
    expect(only(rating("ten", 0, 10))).toMatchObject({ kind: "ruler", low: "Low", high: "High" });
    expect(only(rating("twelve", 0, 11))?.kind).toBe("lines");
  });

  it("many points, or long rows of words: a line, and what to write on it", () => {
    expect(only(rating("big", 0, 100))).toMatchObject({
      kind: "lines",
      hint: "a whole number from 0 to 100; 0 = Low; 100 = High",
    });
    const named = Array.from({ length: 9 }, (_, code) => ({ code, label: `Step ${code}`, aliases: [] }));
    expect(only(coded("named", named))).toMatchObject({
      kind: "lines",
      hint: expect.stringMatching(/^a whole number from 0 to 8; 0 = Step 0; .+8 = Step 8$/),
    });
  });

  it.each([
    [0, "a whole number"],
    [1, "a number with up to 1 decimal"],
    [2, "a number with up to 2 decimals"],
  ])("a figure with %i decimals: %s", (decimals, hint) => {
    expect(only(figure(decimals))).toMatchObject({ kind: "lines", hint, unit: "days" });
  });
});

it("a part asks questions as soon as one of its texts does", () => {
  const [first, second] = questions([rating("a", 1, 5), rating("a", 1, 5)]);
  if (first === undefined || second === undefined) throw new Error("two questions were made");
  expect(paperParts([first, second])).toMatchObject([{ head: "Statement", caption: "Questions 1 to 2" }]);
  expect(paperParts([first, { ...second, text: "Why?" }])).toMatchObject([{ head: "Question" }]);
});

describe("however many items of whatever scales", () => {
  const SCALES = [rating("a", 1, 5), rating("b", 0, 10), rating("c", 0, 100), figure(1)];
  const runs = fc.array(fc.tuple(fc.constantFrom(...SCALES), fc.integer({ min: 1, max: 35 })), { maxLength: 6 });

  it("each stands once, in order, in parts of at most ten that are as even as can be", () => {
    fc.assert(
      fc.property(runs, (lengths) => {
        const items = questions(lengths.flatMap(([scale, length]) => Array.from({ length }, () => scale)));
        const parts = paperParts(items);
        expect(parts.flatMap(({ rows }) => rows)).toEqual(items.map(({ number, text }) => ({ number, text })));
        expect(Math.max(0, ...parts.map(({ rows }) => rows.length))).toBeLessThanOrEqual(10);
        for (const part of parts) expect(part.rows.length).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it("a run is cut into parts that differ by one row at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (length) => {
        const sizes = paperParts(questions(Array.from({ length }, () => rating("a", 1, 5)))).map((p) => p.rows.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(sizes).toHaveLength(Math.ceil(length / 10));
      }),
    );
  });
});

describe("figures", () => {
  const counted = (unit: string): Scale => ({ ...figure(1), id: unit, unit }) as Scale;

  it("of different units stand together, each with its own", () => {
    const parts = paperParts(questions([counted("%"), counted("days"), figure(0)]));
    expect(parts.map(({ rows }) => rows.map(({ text }) => text))).toEqual([
      ["Text 1 (%)", "Text 2 (days)"],
      ["Text 3"],
    ]);
    expect(parts.map((part) => (part.kind === "lines" ? part.unit : null))).toEqual(["", "days"]);
  });
});
