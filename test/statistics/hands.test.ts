import { describe, expect, it } from "vitest";
import { estimateHands } from "../../src/statistics/hands.ts";

const hands = (...counts: readonly number[]) => counts.map((count, at) => ({ code: at + 1, count }));

describe("a show of hands", () => {
  it("has the mean and the standard deviation that R gives", () => {
    // x <- rep(1:5, c(0, 2, 5, 8, 1)); mean(x) 3.5; sd(x) 0.8164966
    const { mean, sd } = estimateHands(hands(0, 2, 5, 8, 1));
    expect(mean).toMatchObject({ kind: "estimate", value: 3.5, n: 16, unit: "points on 1–5", interval: null });
    expect(sd).toMatchObject({ kind: "estimate", n: 16 });
    expect(sd.kind === "estimate" && sd.value).toBeCloseTo(0.8164966, 7);
  });
  it("of one person has no spread", () => {
    expect(estimateHands(hands(0, 1)).sd).toMatchObject({ kind: "none", n: 1 });
  });
});
