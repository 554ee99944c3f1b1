import { describe, expect, it } from "vitest";
import { readHands } from "../../src/framework/hands.ts";

describe("a show of hands", () => {
  it.each([
    ["0 2 5 8 1", [0, 2, 5, 8, 1]],
    [" 1,0;0, 0 10000 ", [1, 0, 0, 0, 10_000]],
  ])("%s is read", (text, counts) => {
    expect(readHands(text, 5)).toEqual({ counts });
  });
  it.each([
    ["", 5, /0 of 5 numbers/],
    ["1 2 3", 5, /3 of 5 numbers/],
    ["1 2 3 4 x", 5, /whole numbers/],
    ["1 2 3 4 -5", 5, /whole numbers/],
    ["1 2 3 4 10001", 5, /more than 10000/],
    ["0 0 0 0 0", 5, /no hand went up/],
    ["1", 0, /a figure/],
  ])("%s for %i points is refused in words", (text, points, why) => {
    expect(readHands(text, points)).toEqual({ fault: expect.stringMatching(why) });
  });
});
