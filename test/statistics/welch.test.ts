import { describe, expect, it } from "vitest";
import { hedgesG, tTest, welchError } from "../../src/statistics/welch.ts";
import { expectClose } from "./close-to.ts";

/** R's `sleep`: hours gained by ten people each; means, SDs and t.test(extra ~ group). */
const FIRST = { n: 10, mean: 0.75, sd: 1.78900965776 };
const SECOND = { n: 10, mean: 2.33, sd: 2.0022487358 };
const errorOf = ({ n, sd }: { n: number; sd: number }) => ({ se2: sd ** 2 / n, df: n - 1 });

describe("Welch's t test", () => {
  it("of R's sleep data", () => {
    const error = welchError(errorOf(FIRST), errorOf(SECOND));
    if (error === null) throw new Error("no error");
    expectClose(error.se, 0.849091017239, "se");
    expectClose(error.df, 17.7764735162, "df");
    const { t, df, p } = tTest(FIRST.mean - SECOND.mean, error);
    expectClose(t, -1.86081346749, "t");
    expect(df).toBe(error.df);
    expectClose(p, 0.0793941401874, "p");
  });

  it("of 3 4 5 6 7 against 1 2 9 4, as R has it", () => {
    const error = welchError({ se2: 2.5 / 5, df: 4 }, { se2: 38 / 3 / 4, df: 3 });
    if (error === null) throw new Error("no error");
    const { t, p } = tTest(5 - 4, error);
    expectClose(error.df, 3.94833446635, "df");
    expectClose(t, 0.522232967867, "t");
    expectClose(p, 0.629436097528, "p");
  });

  it("does not ask which side comes first, and of one side without a spread has the df of the other", () => {
    const [a, b] = [errorOf(FIRST), errorOf(SECOND)];
    expect(welchError(a, b)).toEqual(welchError(b, a));
    expect(welchError({ se2: 0, df: 7 }, { se2: 0.04, df: 12 })).toEqual({ se: 0.2, df: 12 });
  });

  it("has no error where neither side has a spread, and a p of 1 without a difference", () => {
    expect(welchError({ se2: 0, df: 4 }, { se2: 0, df: 9 })).toBeNull();
    expect(tTest(0, { se: 1, df: 5 })).toEqual({ t: 0, df: 5, p: 1 });
  });
});

describe("Hedges g", () => {
  it("by hand: a difference of 2 in pooled SDs of 2, made smaller by 3/(4 · 18 − 1)", () => {
    expect(hedgesG(2, { n: 10, sd: 2 }, { n: 10, sd: 2 })).toBeCloseTo(1 - 3 / 71, 14);
    expect(hedgesG(-2, { n: 10, sd: 2 }, { n: 10, sd: 2 })).toBeCloseTo(-(1 - 3 / 71), 14);
  });

  it("by hand: the larger side weighs more, s² = (4 · 1 + 1 · 16)/5 = 4", () => {
    expect(hedgesG(4, { n: 5, sd: 1 }, { n: 2, sd: 4 })).toBeCloseTo(2 * (1 - 3 / 19), 14);
  });

  it("is none without a spread", () => {
    expect(hedgesG(1, { n: 5, sd: 0 }, { n: 5, sd: 0 })).toBeNull();
  });
});
