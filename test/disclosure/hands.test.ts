import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayShowHands } from "../../src/disclosure/hands.ts";

describe("a show of hands", () => {
  it("is told answer by answer from ten people on", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 7 }), (counts) => {
        expect(mayShowHands(counts)).toBe(counts.reduce((sum, count) => sum + count, 0) >= 10);
      }),
    );
    expect(mayShowHands([9])).toBe(false);
    expect(mayShowHands([0, 9, 1])).toBe(true);
  });
});
