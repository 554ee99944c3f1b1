/** Contrast as WCAG 2.2 defines it: relative luminance of sRGB colours, ratio from 1 to 21. */

/** What small text needs at least (WCAG 2.2, 1.4.3, level AA). */
export const READABLE = 4.5;
const STEPS = 50;

type Rgb = readonly [number, number, number];

/** Ratio between two "#rrggbb", 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 1, darker = 0] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour nearest to the wished one, on its way to black or white, that can be read on all of these papers. */
export function readableOn(papers: readonly string[], wished: string): string {
  const dark = papers.every((paper) => luminance(rgb(paper)) > 0.18);
  const end: Rgb = dark ? [0, 0, 0] : [255, 255, 255];
  for (let step = 0; step <= STEPS; step++) {
    const colour = hex(mixed(rgb(wished), end, step / STEPS));
    if (papers.every((paper) => contrast(colour, paper) >= READABLE)) return colour;
  }
  return hex(end);
}

function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  const one = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
  return [one(0), one(1), one(2)];
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function rgb(colour: string): Rgb {
  const part = (from: number) => Number.parseInt(colour.slice(from, from + 2), 16);
  return [part(1), part(3), part(5)];
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
