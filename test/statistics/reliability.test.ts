import { describe, expect, it } from "vitest";
import { ATTITUDE } from "./attitude.ts";
import { expectClose } from "./close-to.ts";
import { analyses } from "./departments.ts";
import type { Row } from "./released-total.ts";
import { only, reliabilityOf, repeated, shown, wholeNumbers } from "./reliability-of.ts";
import { staffFramework, staffRows } from "./staff.ts";

describe("reliability in the reference survey, as R computes it", async () => {
  const results = await reliabilityOf(staffFramework, staffRows());

  it.each(staffFramework.dimensions.map(({ id }, d) => [id, d] as const))("%s", (id, d) => {
    const wanted = analyses.dimension[id]?.reliability;
    const result = results[d];
    if (result?.alpha.kind !== "estimate" || wanted === undefined) throw new Error("hidden");
    expect([result.dimension, result.n, result.alpha.n]).toEqual([id, wanted.n, wanted.n]);
    expectClose(result.alpha.value, wanted.alpha, "alpha");
    expectClose(result.alpha.interval?.low, wanted.feldt95[0], "low end");
    expectClose(result.alpha.interval?.high, wanted.feldt95[1], "high end");
    expectClose(shown(result.standardised), wanted.alpha_standardised, "standardised");
    expectClose(shown(result.omega), wanted.omega_total_minres, "omega");
    expect(result.items.map(({ item: name }) => name)).toEqual(staffFramework.dimensions[d]?.items);
    for (const [i, { rest, alphaIfDropped, asksReversed }] of result.items.entries()) {
      expectClose(shown(rest), wanted.item_rest[i], "item-rest");
      expectClose(shown(alphaIfDropped), wanted.alpha_if_dropped[i], "if dropped");
      expect(asksReversed).toBe(false);
    }
    expect(result.band).toBe(wanted.alpha >= 0.8 ? "good" : "acceptable");
  });
});

describe("textbook data", () => {
  it("the attitude survey (Chatterjee & Price 1977): as R computes it by the definitions", async () => {
    const names = ["rating", "complaints", "privileges", "learning", "raises", "critical", "advance"];
    const result = await only(wholeNumbers(names), ATTITUDE);
    if (result.alpha.kind !== "estimate") throw new Error("hidden");
    expectClose(result.alpha.value, 0.84314276956476, "alpha");
    expectClose(result.alpha.interval?.low, 0.739375685643107, "low end");
    expectClose(result.alpha.interval?.high, 0.915773072159982, "high end");
    expectClose(shown(result.standardised), 0.839083803029511, "standardised");
    expectClose(shown(result.omega), 0.850682358902013, "omega");
    expectClose(shown(result.items[5]?.rest), 0.265034339196676, "item-rest of critical");
    expectClose(shown(result.items[5]?.alphaIfDropped), 0.863872311446437, "without critical");
    expect(result.band).toBe("good");
  });

  it("alpha is ICC(3,k): .91 for the four judges of Shrout & Fleiss 1979, table 4", async () => {
    const judges: readonly Row[] = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const result = await only(wholeNumbers(["a", "b", "c", "d"]), repeated(judges, 5));
    expect(shown(result.alpha)).toBeCloseTo(0.91, 2);
    expectClose(shown(result.alpha), 0.909315542377069, "alpha");
  });
});
