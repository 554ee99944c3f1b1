import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/cli/exit.ts";
import { crowdOf, type PartFlags, partsOf } from "../../../src/cli/simulate/parts.ts";
import { dimension, framework, item } from "../../fixture.ts";

describe("how many people of whom", () => {
  it.each<[PartFlags, object]>([
    [{ n: "7" }, { people: 7, audience: null, level: 55, parts: null }],
    [
      { n: "7", audience: ["staff"], level: ["20"] },
      { people: 7, audience: "staff", level: 20, parts: null },
    ],
    [
      { n: "7", audience: ["staff"], level: ["staff=20"] },
      { people: 7, audience: "staff", level: 20, parts: null },
    ],
    [
      { audience: ["customers=40", "staff=25"], level: ["staff=30", "70"] },
      {
        people: 65,
        parts: [
          { audience: "customers", people: 40, level: 70 },
          { audience: "staff", people: 25, level: 30 },
        ],
      },
    ],
    [
      { audience: ["staff=3"], n: "3" },
      { people: 3, parts: [{ audience: "staff", people: 3, level: 55 }] },
    ],
  ])("%j", (flags, crowd) => {
    expect(crowdOf(flags)).toMatchObject(crowd);
  });

  it.each<[PartFlags, string]>([
    [{}, "--n is missing"],
    [{ n: "0" }, "--n 0: give a whole number"],
    [{ n: "5", audience: ["a", "b"] }, "--audience a: how many of them"],
    [{ audience: ["a=4", "b"] }, "--audience b: how many of them"],
    [{ audience: ["a=4", "a=5"] }, "--audience a is given twice"],
    [{ audience: ["a=0"] }, "--audience a=0: give a whole number"],
    [{ audience: ["a=900000", "b=900000"] }, "1800000 people are more"],
    [{ audience: ["a=4"], n: "5" }, "--n 5: the audiences make 4 people"],
    [{ audience: ["a=4"], level: ["b=50"] }, "--level b: there are no such people"],
    [{ audience: ["a=4"], level: ["50", "60"] }, "--level is given twice"],
    [{ audience: ["a=4"], level: ["a=500"] }, "--level 500: give a number from 0 to 100"],
  ])("refuses %j", (flags, words) => {
    expect(() => crowdOf(flags)).toThrow(UsageError);
    expect(() => crowdOf(flags)).toThrow(words);
  });

  it("are named in a column only where that decides what is asked", () => {
    const audiences = ["customers", "staff"].map((id) => ({ id, title: id, standsFor: [id] }));
    const own = framework({ audiences, items: [item("C1", "care")], dimensions: [dimension("care", ["C1"])] });
    const asked = (ids: readonly string[]) => ({
      ...own,
      dimensions: own.dimensions.map((one) => ({ ...one, audiences: ids })),
    });
    const crowd = crowdOf({ n: "9", level: ["40"] });
    expect(partsOf(asked(["customers", "staff"]), crowd)).toBe(null);
    expect(partsOf(asked(["customers"]), crowd)).toEqual([{ audience: "customers", people: 9, level: 40 }]);
  });
});
