import { describe, expect, it } from "vitest";
import { estimateOmega } from "../../src/statistics/omega.ts";
import { expectClose } from "./close-to.ts";

const people = { n: 100, caveats: [] };
const madeFrom = (loadings: readonly number[]) => loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b)));

describe("omega total", () => {
  it("of known loadings .8, .7, .6, .5, worked by hand: 2.6²/(2.6² + .36 + .51 + .64 + .75)", () => {
    const omega = estimateOmega(madeFrom([0.8, 0.7, 0.6, 0.5]), people);
    if (omega.kind !== "estimate") throw new Error("none");
    expectClose(omega.value, 6.76 / (6.76 + 0.36 + 0.51 + 0.64 + 0.75), "omega");
    expect(omega).toMatchObject({ n: 100, interval: null, unit: "omega, 0–1" });
  });

  it("of equal loadings it is alpha: with r = .5 and four items, .8", () => {
    const half = Math.sqrt(0.5);
    const omega = estimateOmega(madeFrom([half, half, half, half]), people);
    if (omega.kind !== "estimate") throw new Error("none");
    expectClose(omega.value, 0.8, "omega");
  });

  it("gives words with two items, and where a communality would be 1 or more", () => {
    expect(estimateOmega(madeFrom([0.8, 0.7]), people)).toEqual({
      kind: "none",
      reason: "needs at least three items",
      n: 100,
    });
    const heywood = [
      [1, 0.9, 0.9],
      [0.9, 1, 0.5],
      [0.9, 0.5, 1],
    ];
    expect(estimateOmega(heywood, people)).toEqual({
      kind: "none",
      reason: "the one-factor solution is improper",
      n: 100,
    });
  });
});
