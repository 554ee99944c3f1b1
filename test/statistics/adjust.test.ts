import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedForTests } from "../../src/statistics/adjust.ts";
import { expectClose } from "./close-to.ts";

/** R 4.2: p.adjust(p, "BH"). */
const FROM_R = [
  { p: [0.01, 0.02, 0.03, 0.04, 0.05], adjusted: [0.05, 0.05, 0.05, 0.05, 0.05] },
  { p: [0.9, 0.0001, 0.5, 0.02, 0.02, 1, 0.3], adjusted: [1, 0.0007, 0.7, 7 / 150, 7 / 150, 1, 0.525] },
  {
    p: [
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34, 0.341,
      0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ],
    adjusted: [
      0.025,
      0.1,
      0.21,
      0.21,
      0.21,
      0.25,
      0.37 / 1.4,
      0.275 / 0.56,
      0.275 / 0.56,
      0.275 / 0.56,
      0.275 / 0.56,
      0.275 / 0.56,
      0.275 / 0.56,
      0.275 / 0.56,
      0.5328125,
      0.5328125,
      9.6 / 17,
      14.85 / 19,
      14.85 / 19,
      0.87,
      19.05 / 21,
      0.986,
      0.986,
      0.986,
      0.986,
    ],
  },
];

describe("Benjamini–Hochberg", () => {
  it.each(FROM_R)("as R adjusts $p.length values", ({ p, adjusted }) => {
    for (const [i, value] of adjustedForTests(p).entries()) expectClose(value, adjusted[i], `p ${i}`);
  });

  it("Benjamini & Hochberg 1995, section 3.2: four of fifteen hypotheses are rejected at .05", () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(adjustedForTests(p).filter((value) => value <= 0.05)).toHaveLength(4);
  });

  it("none of none; one stays as it is", () => {
    expect(adjustedForTests([])).toEqual([]);
    expect(adjustedForTests([0.03])).toEqual([0.03]);
  });

  it("never under the value itself, never out of order, whatever the order given", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (p) => {
        const adjusted = adjustedForTests(p);
        for (const [i, own] of p.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(own * (1 - 1e-15));
          for (const [j, other] of p.entries())
            if (own <= other) expect(adjusted[i] ?? 0).toBeLessThanOrEqual(adjusted[j] ?? 0);
        }
        expect(adjustedForTests([...p].reverse())).toEqual([...adjusted].reverse());
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
