import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { createRuler } from "../../src/render/terminal/ruler.ts";
import { wrap } from "../../src/render/terminal/wrap.ts";

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 });

describe("wrapping", () => {
  it("fills every line as far as it goes, and loses nothing", async () => {
    const ruler = await createRuler("plain");
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 40 }), (parts, width) => {
        const text = parts.filter((word) => word !== "n").join(" ");
        const lines = wrap(text, width, ruler);
        expect(lines.join(" ")).toBe(text);
        for (const [at, line] of lines.entries()) {
          expect(line.length).toBeLessThanOrEqual(width);
          const next = lines[at + 1]?.split(" ")[0];
          if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(width);
        }
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it("keeps within the width and loses nothing, whatever the script", async () => {
    const text = "営業部 👩‍👩‍👧‍👦 Straße ﷽ 한국어 naïve e\u0301tude 🇬🇧🇫🇷";
    const ruler = await createRuler(text);
    for (const width of [2, 3, 5, 8, 13, 40]) {
      const lines = wrap(text, width, ruler);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(Math.max(2, width));
    }
  });

  it("keeps a per cent sign with its number, and n with its", async () => {
    const ruler = await createRuler("");
    expect(wrap("about 95 % of n 240 people", 10, ruler)).toEqual(["about 95 %", "of n 240", "people"]);
  });

  it("keeps line breaks", async () => {
    expect(wrap("a\nb c", 9, await createRuler(""))).toEqual(["a", "b c"]);
  });
});

describe("the ruler", () => {
  it("measures as string-width does, with the short way and the long way", async () => {
    const narrow = "├──━●━╂─┤ ÄÖÜ – “quoted” ← → × − ≥ €5 Ωμέγα Привет";
    for (const text of [narrow, "日本", "e\u0301", "👍🏽", "한국", "\u200d", "a\u00adb"]) {
      const ruler = await createRuler(text);
      expect(ruler.width(text), text).toBe(stringWidth(text));
    }
  });
});
