import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accentRules, DARK, LIGHT } from "../../../src/render/html/colours.ts";
import { contrast, READABLE, readableOn } from "../../../src/render/html/contrast.ts";

const THEMES = [
  ["light", LIGHT],
  ["dark", DARK],
] as const;
const TEXTS = ["ink", "quiet", "accent", "good", "fair", "poor"] as const;

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.48],
    ["#0000ff", "#ffffff", 8.59],
  ])("of %s on %s is what WCAG's formula gives", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe("the colours", () => {
  it.each(THEMES)("of %s pages can be read as text, on the page and on a card", (_, theme) => {
    for (const name of TEXTS)
      for (const paper of [theme.paper, theme.card])
        expect(contrast(theme[name], paper), name).toBeGreaterThanOrEqual(READABLE);
  });

  it.each(THEMES)("of %s pages let a number on a shade be read", (_, theme) => {
    for (const shade of ["band-1", "band-2", "band-3", "band-4", "band-5"] as const)
      expect(contrast(theme.ink, theme[shade]), shade).toBeGreaterThanOrEqual(7);
  });
});

describe("dots and limits over bands", () => {
  it.each(THEMES)("of %s pages are told from them", (_, theme) => {
    for (const shade of ["band-1", "band-2", "band-3", "band-4", "band-5"] as const)
      for (const name of ["ink", "quiet", "accent", "good", "fair", "poor"] as const)
        expect(contrast(theme[name], theme[shade]), `${name} on ${shade}`).toBeGreaterThanOrEqual(3);
  });
});

describe("a house's accent", () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

  it("is taken as it is where it can be read", () => {
    expect(readableOn([LIGHT.paper, LIGHT.card], "#005f73")).toBe("#005f73");
  });

  it("can be read on either theme, whatever was wished", () => {
    fc.assert(
      fc.property(colour, (wished) => {
        for (const [, theme] of THEMES)
          for (const paper of [theme.paper, theme.card])
            expect(contrast(readableOn([theme.paper, theme.card], wished), paper)).toBeGreaterThanOrEqual(READABLE);
      }),
    );
  });

  it("goes into both themes, and nowhere without one", () => {
    expect(accentRules(null)).toBe("");
    const rules = accentRules("#FFCC00");
    expect(rules.match(/--ta-accent: #[0-9a-f]{6};/g)).toHaveLength(2);
    expect(rules).toContain("#ffcc00");
  });
});
