import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { halfDay, isoText, momentAt } from "../../src/simulation/calendar.ts";

const START = Date.UTC(2026, 2, 2, 9);

describe("the calendar of a simulation", () => {
  it("begins on 2 March 2026 at nine", () => {
    expect(isoText(0)).toBe("2026-03-02 09:00:00");
    expect(isoText(86_399)).toBe("2026-03-03 08:59:59");
  });

  it("counts as the machine's calendar does, over leap years and centuries", () => {
    fc.assert(
      fc.property(fc.nat(12_000_000_000), (seconds) => {
        const expected = new Date(START + seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
        expect(isoText(seconds)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["2026-03-02 00:05:00", 15 * 3600 + 300, { hour: 12, half: "AM" }],
    ["noon", 3 * 3600, { hour: 12, half: "PM" }],
    ["one", 4 * 3600, { hour: 1, half: "PM" }],
    ["nine", 0, { hour: 9, half: "AM" }],
  ] as const)("has half days: %s", (_, seconds, expected) => {
    expect(halfDay(momentAt(seconds))).toEqual(expected);
  });
});
