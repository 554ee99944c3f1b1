import { describe, expect, it } from "vitest";
import type { Triage } from "../../src/framework/types.ts";
import { triageOf } from "../../src/statistics/triage.ts";
import { cell, dimensionResult } from "./cell-of-means.ts";
import { dimension, framework } from "./small-framework.ts";

const TREND = dimension("customers_trend", []);
const SEVERITY = dimension("customers_severity", [], { min: 0, max: 3, direction: "lower" });
const TRIAGE: Triage = {
  title: "Signs",
  worseBelow: 2.5,
  severeFrom: 2,
  signs: [
    {
      ...{ id: "customers_leave", title: "Customers leave", trend: "customers_trend", severity: "customers_severity" },
      audiences: ["customers"],
      next: [
        { framework: "trust-equation", audience: "customers", why: "Which part." },
        { framework: "trust-journey" },
      ],
    },
  ],
};

function sign(trend: number | null, severity: number | null) {
  const asked = framework({ items: [], dimensions: [TREND, SEVERITY], triage: TRIAGE });
  const found = triageOf(asked, cell([dimensionResult(TREND, trend), dimensionResult(SEVERITY, severity)]));
  if (found?.signs[0] === undefined) throw new Error("no sign");
  return found.signs[0];
}

describe("triage", () => {
  it.each([
    [1, 3, "red", "getting worse, and severe"],
    [2.4, 2, "red", "getting worse, and severe"],
    [2.4, 1.9, "amber", "getting worse, not severe so far"],
    [2.5, 2, "amber", "severe, but not getting worse"],
    [2.5, 1.9, "green", "neither getting worse nor severe"],
    [5, 0, "green", "neither getting worse nor severe"],
    [null, null, "grey", "neither trend nor severity is known"],
    [1, null, "amber", "getting worse; the severity is not known"],
    [4, null, "grey", "not getting worse; the severity is not known"],
    [null, 3, "amber", "severe; the trend is not known"],
    [null, 0, "grey", "not severe; the trend is not known"],
  ] as const)("trend %s and severity %s is %s", (trend, severity, colour, why) => {
    expect(sign(trend, severity)).toMatchObject({ trend, severity, colour, why });
  });

  it("takes limits up to a rounding error of the means", () => {
    expect(sign(2.5 - 1e-12, 2 - 1e-12)).toMatchObject({ colour: "amber" });
  });

  it("says what to run next, and after a breach", () => {
    expect(sign(1, 3)).toMatchObject({
      ...{ id: "customers_leave", title: "Customers leave", audiences: ["customers"] },
      next: [
        { framework: "trust-equation", audience: "customers", why: "Which part." },
        { framework: "trust-journey", audience: null, why: null },
      ],
    });
    const breach = { framework: "trust-reconstruction", why: "It is known." };
    const asked = framework({ items: [], dimensions: [], triage: { ...TRIAGE, breach } });
    const told = { ...breach, audience: null };
    expect(triageOf(asked, cell([]))).toMatchObject({ title: "Signs", breach: told, signs: [{ colour: "grey" }] });
    expect(triageOf({ ...asked, triage: TRIAGE }, cell([]))?.breach).toBeNull();
    expect(triageOf({ ...asked, triage: null }, cell([]))).toBeNull();
  });
});
