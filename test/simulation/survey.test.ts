import { describe, expect, it } from "vitest";
import { type Asked, surveyOf } from "../../src/simulation/survey.ts";
import { dimension, framework, item } from "../fixture.ts";

const one = framework({
  audiences: [
    { id: "employees", title: "Employees", standsFor: ["employees"] },
    { id: "guests", title: "Guests", standsFor: ["guests"] },
  ],
  dimensions: [dimension("up", ["A", "B"]), dimension("down", ["C"], { direction: "lower" })],
  items: [
    item("A", "up"),
    item("B", "up", { reverse: true }),
    item("C", "down"),
    item("D", undefined, { text: new Map([["guests", "Only guests"]]) }),
  ],
  forms: [{ id: "short", title: "Short", items: ["A"] }],
  outcomes: [{ id: "o", item: "D", title: "O", statistic: "nps" }],
});
const asked: Asked = { audience: null, form: null, segments: [] };

describe("the survey made-up people answer", () => {
  it("asks the first audience unless another is named, and only what has a wording for it", () => {
    expect(surveyOf(one, asked).questions.map(({ id }) => id)).toEqual(["A", "B", "C"]);
    expect(surveyOf(one, { ...asked, audience: "guests" }).questions).toMatchObject([
      { id: "D", nps: true, dimension: null, text: "Only guests" },
    ]);
  });

  it("knows which end of the scale is the good one", () => {
    expect(surveyOf(one, asked).questions.map(({ mirrored }) => mirrored)).toEqual([false, true, true]);
  });

  it("has the dimensions that are asked, and how many questions each has", () => {
    const short = surveyOf(one, { ...asked, form: "short" });
    expect([short.dimensions, short.questions.map(({ siblings }) => siblings)]).toEqual([1, [1]]);
    expect(surveyOf(one, asked).questions.map(({ siblings }) => siblings)).toEqual([2, 2, 1]);
  });

  it("refuses an audience or form that is not there, and one that is asked nothing", () => {
    const refused = (more: Partial<Asked>) => () => surveyOf(one, { ...asked, ...more });
    const problem = (code: string) => expect.objectContaining({ problems: [expect.objectContaining({ code })] });
    expect(refused({ audience: "guest" })).toThrow(problem("SC001"));
    expect(refused({ form: "long" })).toThrow(problem("SC001"));
    expect(refused({ audience: "guests", form: "short" })).toThrow(problem("SM001"));
  });
});
