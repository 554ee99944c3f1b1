import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitted, LONGEST_LINE } from "../../src/interview/typed.ts";

const FULL = "x".repeat(LONGEST_LINE);

describe("a line that is full", () => {
  it("takes all there is room for", () => {
    expect(fitted("", "abc")).toEqual({ text: "abc", left: 0 });
    expect(fitted("", FULL)).toEqual({ text: FULL, left: 0 });
    expect(fitted("", `${FULL}abc`)).toEqual({ text: FULL, left: 3 });
  });

  it("loses nothing that stood in it, wherever more is put in", () => {
    const before = `${"a".repeat(500)}${"b".repeat(498)}`;
    const written = `${"a".repeat(500)}12345${"b".repeat(498)}`;
    expect(fitted(before, written)).toEqual({ text: `${"a".repeat(500)}12${"b".repeat(498)}`, left: 3 });
    expect(fitted(FULL, `y${FULL}`)).toEqual({ text: FULL, left: 1 });
  });

  it("never keeps half a sign, nor more than it holds", () => {
    const sign = fc.constantFrom("a", "😀", "😁", "🤀", "営");
    const signs = fc.array(sign, { maxLength: 8 }).map((all) => all.join(""));
    fc.assert(
      fc.property(signs, signs, signs, fc.nat(6), (start, middle, end, room) => {
        const filler = "-".repeat(Math.max(0, LONGEST_LINE - start.length - end.length - room));
        const before = start + filler + end;
        const { text, left } = fitted(before, start + filler + middle + end);
        expect(text.length).toBeLessThanOrEqual(LONGEST_LINE);
        expect(left).toBe(before.length + middle.length - text.length);
        expect(text).not.toMatch(/\p{Cs}/u);
        if (before.length <= LONGEST_LINE) expect(text.endsWith(end) && text.startsWith(start)).toBe(true);
      }),
    );
  });
});
