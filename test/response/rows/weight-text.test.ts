import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWeightText } from "../../../src/response/rows/weight-text.ts";

describe("the text of a weight", () => {
  it.each([
    ["1", 100_000],
    ["0.85", 85_000],
    [" 1,2 ", 120_000],
    [".5", 50_000],
    ["2.", 200_000],
    ["007.25", 725_000],
    ["0.00001", 1],
    ["100", 10_000_000],
    ["1.234565", 123_457],
    ["1.234564999", 123_456],
    ["0.999995", 100_000],
    ["1.00000000000000000000000001", 100_000],
    // As a binary fraction 1.005 is less than it says.
    ["1.000005", 100_001],
  ])("%j is %i units", (text, units) => expect(readWeightText(text)).toBe(units));

  it.each([
    ["", "blank"],
    ["  ", "blank"],
    ["0", "not above 0"],
    ["0.000004", "not above 0"],
    ["-1", "not above 0"],
    ["\u22120,5", "not above 0"],
    ["100.1", "above 100"],
    ["123456789012345678901234567890", "above 100"],
    ["1e-1", "no plain number"],
    ["1.2.3", "no plain number"],
    ["1 000", "no plain number"],
    [".", "no plain number"],
    ["-", "no plain number"],
    ["heavy", "no plain number"],
  ])("%j is none: %s", (text, fault) => expect(readWeightText(text)).toBe(fault));

  it("is exact, whatever its decimals and its mark", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.constantFrom(".", ","), (units, mark) => {
        const digits = String(units).padStart(6, "0");
        expect(readWeightText(`${digits.slice(0, -5)}${mark}${digits.slice(-5)}`)).toBe(units);
      }),
      { seed: 20261122 },
    );
  });
});
