/** Pictures by hand, of what few audits hold at once. */
import type { Figure, Point, TrendPicture } from "../../../src/render/figures/types.ts";

const point = (value: number, half: number | null): Point =>
  half === null ? { value, low: null, high: null } : { value, low: value - half, high: value + half };

const MONTHS = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);
const SCORES = [52, 54, 53, 57, 60, null, 61, 58, 55, 59, 63, 66];

export const TREND: TrendPicture = {
  kind: "trend",
  axis: "Index 0 to 100, higher is better",
  waves: MONTHS,
  bands: [
    { from: 35, to: 50, label: "weak", step: 2 },
    { from: 50, to: 65, label: "mixed", step: 3 },
  ],
  lines: [
    {
      label: "Trust quotient",
      points: SCORES.map((score, at) => (at === 7 ? "hidden" : score === null ? null : point(score, 4))),
    },
    { label: "Credibility", points: SCORES.map((score) => (score === null ? null : point(score + 8, 3))) },
    { label: "Reliability", points: SCORES.map((score) => (score === null ? "hidden" : point(70 - score / 2, null))) },
  ],
  breaks: [9],
};

export const figureOf = (picture: Figure["picture"], title = "A picture"): Figure => ({
  kind: "figure",
  title,
  alt: "What it shows.",
  picture,
});

export const TREND_FIGURE = figureOf(TREND, "Scores over twelve waves");

export const DIVERGING: Figure = figureOf({
  kind: "diverging",
  answers: ["Never", "Rarely", "Sometimes", "Often", "Always"],
  rows: [
    { id: "A1", label: "They keep their word.", group: "Care", counts: [1, 4, 9, 20, 6], n: 40, turned: false },
    { id: "A2", label: "They hide mistakes.", group: "Care", counts: [10, 10, 10, 5, 5], n: 40, turned: true },
    { id: "A3", label: "They listen.", group: "Voice", counts: null, n: null, turned: false },
    { id: "A4", label: "They answer.", group: "Voice", counts: [0, 0, 0, 0, 0], n: 0, turned: false },
  ],
});
