import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerTable, codeAnswer } from "../../../src/response/answers/answers.ts";
import { listedAnswers } from "../../../src/response/answers/several.ts";
import type { AnswerTable } from "../../../src/response/source-plan.ts";
import { MISSING } from "../../../src/response/types.ts";
import { AGREE, RATING } from "../fixture.ts";

const agree = answerTable("C1", AGREE);
const rating = answerTable("recommend", RATING);
const commas: AnswerTable = {
  ...agree,
  codes: new Map([
    ["yes, always", 3],
    ["yes", 2],
    ["always", 9],
    ["no; never", 1],
    ["n/a", MISSING.notApplicable],
  ]),
};

describe("a cell that lists answers", () => {
  it.each([
    [agree, "agree;", ["agree"]],
    [agree, "agree;strongly agree", ["agree", "strongly agree"]],
    [agree, "agree, strongly agree", ["agree", "strongly agree"]],
    [agree, "agree|neutral", ["agree", "neutral"]],
    [agree, "1,4,5", ["1", "4", "5"]],
    [agree, '["agree","neutral"]', ["agree", "neutral"]],
    [agree, "['don't know', 'agree']", ["don't know", "agree"]],
    [agree, "n/a, agree", ["n/a", "agree"]],
    [agree, "agree; whatever", []],
    [agree, "agreestrongly agree", []],
    [agree, "4,", []],
    [agree, ",4", []],
    [agree, ";", []],
    // A label's own commas are no separators, wherever another way of reading exists.
    [commas, "yes, always", ["yes, always"]],
    [commas, "yes, always, yes", ["yes, always", "yes"]],
    [commas, "no; never;yes", ["no; never", "yes"]],
    [commas, "yes, no; never", ["yes", "no; never"]],
  ])("%# %j", (table, text, answers) => {
    expect(listedAnswers(table, text)).toEqual(answers);
  });

  it.each(["4,4", "5/5", "4|4", "4;4", "Agree;Agree", "Agree, agree", '["Agree","Agree"]'])(
    "%j is no answer: one text twice is two",
    (text) => {
      expect(codeAnswer(agree, text)).toMatchObject({ kind: "several" });
    },
  );

  it("is never one of several, nor a number", () => {
    const labels = AGREE.points.flatMap(({ label = "" }) => label);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...labels), { minLength: 2 }),
        fc.constantFrom(";", ", ", ",", " | ", "\n"),
        (chosen, separator) => {
          expect(codeAnswer(agree, chosen.join(separator))).toMatchObject({ kind: "several" });
        },
      ),
      { seed: 20261122 },
    );
  });

  it("takes no list of codes for a number", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 10 }), { minLength: 2 }), (codes) => {
        expect(codeAnswer(rating, codes.join(","))).toMatchObject({ kind: "several" });
      }),
      { seed: 20261122 },
    );
  });

  it("comes to an end on any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("1", "agree", ",", ";", " ", "x", "[", '"'), { maxLength: 120 }),
        (parts) => {
          expect(Array.isArray(listedAnswers(agree, parts.join("")))).toBe(true);
        },
      ),
      { seed: 20261122 },
    );
  });

  it.each([
    ["Agree;", 4],
    ['["Agree"]', 4],
    ["<b>Agree</b>", 4],
    ["Don&#39;t know", MISSING.dontKnow],
    ["Agree<br>", 4],
    ["Strongly&nbsp;agree", 5],
    ["4;", 4],
  ])("%j is one answer", (text, code) => {
    expect(codeAnswer(agree, text)).toBe(code);
  });

  it("says which answers it holds", () => {
    expect(codeAnswer(agree, "Agree<br>Neutral")).toEqual({ kind: "several", answers: ["agree", "neutral"] });
    // 4.0 with a comma, or 4 and 0? Only where 0 is an answer.
    expect(codeAnswer(rating, "4,0")).toEqual({ kind: "several", answers: ["4", "0"] });
    expect(codeAnswer(agree, "4,0")).toBe(4);
  });
});
