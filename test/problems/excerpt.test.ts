import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptAt } from "../../src/problems/excerpt.ts";

function underlined({ text, offset, length }: ReturnType<typeof excerptAt>): string {
  return text.slice(offset, offset + length);
}

describe("excerptAt", () => {
  it("takes the line and the part", () => {
    const excerpt = excerptAt("one\ntwo three\r\nfour", { line: 2, column: 5, length: 5 });
    expect(excerpt).toEqual({ text: "two three", offset: 4, length: 5 });
  });

  it("never underlines past the end of the line, and always something", () => {
    expect(excerptAt("ab", { line: 1, column: 2, length: 99 })).toEqual({ text: "ab", offset: 1, length: 1 });
    expect(excerptAt("", { line: 1, column: 1, length: 3 })).toEqual({ text: "", offset: 0, length: 1 });
    expect(excerptAt("ab", { line: 7, column: 9, length: 3 })).toEqual({ text: "", offset: 0, length: 1 });
  });

  it.each([0, 15, 60, 180, 194])("cuts a long line to a window around column %i", (start) => {
    const line = `${"-".repeat(start)}HERE!${"-".repeat(195 - start)}`;
    const excerpt = excerptAt(line, { line: 1, column: start + 1, length: 5 });
    expect(underlined(excerpt)).toBe("HERE!");
    expect(excerpt.text.length).toBeLessThanOrEqual(72);
  });

  it("shows control and direction characters as dots, so that no terminal is steered", () => {
    const excerpt = excerptAt("a\u001b[31mb\u202ec\td", { line: 1, column: 1, length: 1 });
    expect(excerpt.text).toBe("a·[31mb·c d");
  });

  it("keeps the underline inside the text whatever it is given", () => {
    const spot = fc.record({ line: fc.integer({ min: 1, max: 5 }), column: fc.nat(300), length: fc.nat(400) });
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), spot, (text, where) => {
        const excerpt = excerptAt(text, where);
        expect(excerpt.offset).toBeGreaterThanOrEqual(0);
        expect(excerpt.offset + excerpt.length).toBeLessThanOrEqual(Math.max(1, excerpt.text.length + 1));
        expect(excerpt.length).toBeGreaterThanOrEqual(1);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
