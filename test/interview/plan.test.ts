import { describe, expect, it } from "vitest";
import { planInterview } from "../../src/interview/plan.ts";
import { questionsOf } from "../../src/interview/questions.ts";
import { dimension, framework, item } from "../fixture.ts";
import { bundled, MIXED, PLAIN, planOf } from "./survey.ts";

const TWO = framework({
  audiences: [
    { id: "staff", title: "Staff", intro: "Think of last year.", standsFor: ["staff"] },
    { id: "guests", title: "Guests", standsFor: ["guests"] },
  ],
  items: [
    item("A", "d", {
      text: new Map([
        ["staff", "We do."],
        ["guests", "They do."],
      ]),
    }),
    item("B", "d", { text: new Map([["staff", "For staff only."]]) }),
  ],
  dimensions: [dimension("d", ["A", "B"])],
});

describe("the plan of an interview", () => {
  it("holds the items in framework order, numbered from 1, in the words of the audience", () => {
    const plan = planOf(TWO);
    expect(plan.items.map(({ id, number, text }) => [id, number, text])).toEqual([
      ["A", 1, "We do."],
      ["B", 2, "For staff only."],
    ]);
    expect(plan.intro).toBe("Think of last year.");
    expect(planOf(TWO, { audience: "guests" })).toMatchObject({ intro: null, items: [{ id: "A", text: "They do." }] });
  });

  it("asks the items of the form only", () => {
    expect(planOf(MIXED, { form: "short" }).items.map(({ id }) => id)).toEqual(["K1", "K2"]);
  });

  it("rounds the minutes up", async () => {
    expect(planOf(PLAIN).minutes).toBe(1);
    expect(planOf(await bundled("trust-equation")).minutes).toBe(4);
  });

  it.each([{ audience: "nobody" }, { form: "none" }])("refuses %j", (wrong) => {
    expect(() => planInterview(MIXED, { ...planOf(MIXED).setup, ...wrong })).toThrow(/The framework has no/);
  });
});

describe("the questions of a seat", () => {
  const plan = planOf(MIXED, { shuffle: 5, segments: [{ name: "team", options: [] }] });
  const order = (seat: number) => questionsOf(plan, seat).map(({ key }) => key);

  it("begin with the segments and end with the outcomes, shuffled from seat to seat", () => {
    for (let seat = 1; seat < 30; seat++) {
      expect(order(seat)[0]).toBe("@team");
      expect(order(seat).at(-1)).toBe("O1");
      expect([...order(seat)].sort()).toEqual(["@team", "F1", "K1", "K2", "L1", "O1", "P1", "S1"]);
    }
    expect(new Set(Array.from({ length: 30 }, (_, seat) => order(seat).join())).size).toBeGreaterThan(25);
    expect(order(3)).toEqual(order(3));
  });

  it("come in framework order without a seed", () => {
    expect(questionsOf(planOf(MIXED), 3).map(({ key }) => key)).toEqual(MIXED.items.map(({ id }) => id));
  });
});
