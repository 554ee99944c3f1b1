import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Figure, Picture, QuadrantPoint } from "../../../src/render/figures/types.ts";
import { renderSheet } from "../../../src/render/terminal/sheet.ts";
import { withoutColour } from "../colour.ts";
import { DIVERGING, figureOf, TREND, TREND_FIGURE } from "./sample.ts";

const draw = async (figure: Figure, { width = 80, color = false } = {}) =>
  (await renderSheet({ title: "T", blocks: [figure] }, { width, color })).split("\n").slice(2, -1);

const alone = (lines: number) => figureOf({ ...TREND, lines: TREND.lines.slice(0, lines) }, "Over twelve waves");

describe("a figure in the terminal", () => {
  it.each([60, 80, 160])("is no wider than %i columns, and in colour the same", async (width) => {
    for (const figure of [DIVERGING, TREND_FIGURE, alone(1), QUADRANT]) {
      const lines = await draw(figure, { width });
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(width);
      const coloured = await draw(figure, { width, color: true });
      expect(coloured.map((line) => withoutColour(line).trimEnd())).toEqual(lines);
    }
  });

  it.each(["intervals", "ladder", "journey"] as const)(
    "is left out where a bar or a table says the same: %s",
    async (kind) => {
      const pictures: Readonly<Record<typeof kind, Picture>> = {
        intervals: { kind: "intervals", axis: "Index", bands: [], rows: [] },
        ladder: { kind: "ladder", word: "Level", levels: [], strands: [] },
        journey: { kind: "journey", axis: "Index", touchpoints: [] },
      };
      expect(await draw(figureOf(pictures[kind]))).toEqual([]);
    },
  );
});

describe("twelve waves at 80 columns", () => {
  it("have a column each: estimate, interval, name and number under one another", async () => {
    expect(await draw(alone(1))).toMatchInlineSnapshot(`
      [
        "  Over twelve waves",
        "",
        "   70 ┤                                            ╎                       ┃",
        "      │                                      ┃     ╎                 ┃     ●",
        "      │                    ┃     ┃           ●     ╎           ┃     ●     ┃",
        "      │        ┃     ┃     ●     ●           ┃     ╎     ┃     ●     ┃",
        "   55 ┤  ┃     ●     ┃     ┃     ┃                 ╎     ●     ┃",
        "      │  ●     ┃     ●     ┃                       ╎     ┃",
        "      │  ┃           ┃                             ╎",
        "      │                                            ╎",
        "   40 ┤                                –           h",
        "      └──────────────────────────────────────────────────────╫─────────────────",
        "       2025- 2025- 2025- 2025- 2025- 2025- 2025- 2025- 2025- 2025- 2025- 2025-",
        "         01    02    03    04    05    06    07    08    09    10    11    12",
        "         52    54    53    57    60    –     61    h     55    59    63    66",
        "",
        "  ● estimate   ┃ 95 % interval   ╫ scored differently from here on   h hidden to",
        "  protect small groups   – no number",
        "  Index 0 to 100, higher is better",
      ]
    `);
  });

  it("of several scores are a row of blocks each", async () => {
    expect(await draw(TREND_FIGURE)).toMatchInlineSnapshot(`
      [
        "  Scores over twelve waves",
        "",
        "  Trust quotient",
        "       ▄▄▄▄▄ ▄▄▄▄▄ ▄▄▄▄▄ ▅▅▅▅▅ ▅▅▅▅▅   –   ▆▆▆▆▆   h   ▄▄▄▄▄ ▅▅▅▅▅ ▆▆▆▆▆ ▆▆▆▆▆",
        "         52    54    53    57    60    –     61    h     55    59    63    66",
        "",
        "  Credibility",
        "       ▅▅▅▅▅ ▆▆▆▆▆ ▆▆▆▆▆ ▆▆▆▆▆ ▇▇▇▇▇   –   ▇▇▇▇▇ ▆▆▆▆▆ ▆▆▆▆▆ ▇▇▇▇▇ ▇▇▇▇▇ █████",
        "         60    62    61    65    68    –     69    66    63    67    71    74",
        "",
        "  Reliability",
        "       ▂▂▂▂▂ ▂▂▂▂▂ ▂▂▂▂▂ ▂▂▂▂▂ ▂▂▂▂▂   h   ▁▁▁▁▁ ▂▂▂▂▂ ▂▂▂▂▂ ▂▂▂▂▂ ▁▁▁▁▁ ▁▁▁▁▁",
        "         44    43    44    42    40    h     40    41    43    41    39    37",
        "",
        "      └──────────────────────────────────────────────────────╫─────────────────",
        "       2025- 2025- 2025- 2025- 2025- 2025- 2025- 2025- 2025- 2025- 2025- 2025-",
        "         01    02    03    04    05    06    07    08    09    10    11    12",
        "",
        "  blocks from 37 (▁) to 74 (█), one scale for all   ╫ scored differently from",
        "  here on   h hidden to protect small groups   – no number",
        "  Index 0 to 100, higher is better",
      ]
    `);
  });

  it("of which more are there than fit show the last and say so", async () => {
    const waves = Array.from({ length: 60 }, (_, at) => `w${at}`);
    const points = waves.map((_, at) => ({ value: at, low: null, high: null }));
    const lines = await draw(figureOf({ ...TREND, waves, lines: [{ label: "A", points }], breaks: [] }), { width: 60 });
    expect(lines.join("\n")).toMatch(/Earlier waves than w\d+ stand in the table only\./);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  });

  it("whose names are wide or long keep to their columns", async () => {
    const waves = ["二〇二五年春の調査", "👩‍👩‍👧‍👦 family", "Spring-2025-of-the-whole-company", "Q1"];
    const points = waves.map(() => ({ value: 50, low: 45, high: 55 }));
    const lines = await draw(figureOf({ ...TREND, waves, lines: [{ label: "A", points }], breaks: [] }), { width: 60 });
    for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(60);
    expect(lines.join("\n")).toContain("Q1");
  });

  it("nothing is drawn of no wave", async () => {
    expect(await draw(figureOf({ ...TREND, waves: [], lines: [] }))).toEqual([]);
  });
});

describe("answers", () => {
  it("stand on both sides of the middle, shaded by how far out they are", async () => {
    expect(await draw(DIVERGING)).toMatchInlineSnapshot(`
      [
        "  A picture",
        "",
        "                                                                               n",
        "  A1                        █▒▒▒▒░░░░│░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒██████           40",
        "  A2 ↺       █████████▒▒▒▒▒▒▒▒▒▒░░░░░│░░░░░▒▒▒▒▒████                          40",
        "  A3    hidden to protect small groups                                         –",
        "  A4    no data                                                                0",
        "        75 %                         0                                 100 %",
        "",
        "  Left of │: █ Never   ▒ Rarely",
        "  Right: ▒ Often   █ Always   on both: ░ Sometimes",
        "  ↺ turned: its good end, to the right as well, is "Never".",
      ]
    `);
  });
});

const point = (mark: string, x: number, y: number): QuadrantPoint => ({ mark, label: mark, x, y });

const QUADRANT = figureOf({
  kind: "quadrant",
  across: "Effort",
  up: "Need answered",
  corners: [
    { at: "left top", label: "Quick wins" },
    { at: "right top", label: "Major projects" },
    { at: "left bottom", label: "Fill-ins" },
    { at: "right bottom", label: "Think twice" },
  ],
  cross: { x: 2.5, y: 0.5 },
  points: [
    point("1", 1, 1),
    point("2", 1, 0.98),
    point("3", 3, 0.8),
    point("10", 1, 0.1),
    point("11", 1, 0),
    point("12", 4, 0.2),
  ],
});

describe("steps", () => {
  it("stand in their corners, and beside one another where they would meet", async () => {
    expect(await draw(QUADRANT)).toMatchInlineSnapshot(`
      [
        "  A picture",
        "",
        "  │ Quick wins                       ┊ Major projects",
        "  │  1 2                             ┊",
        "  │                                  ┊         3",
        "  │                                  ┊",
        "  ├┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        "  │                                  ┊",
        "  │                                  ┊                              12",
        "  │  10 11                           ┊",
        "  │ Fill-ins                         ┊ Think twice",
        "  └────────────────────────────────────────────────────────────────────",
        "  Effort 1, 3, 4 to the right; need answered upwards. Each number is a step.",
      ]
    `);
  });
});
