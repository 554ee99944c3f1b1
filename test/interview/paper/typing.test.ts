import { describe, expect, it } from "vitest";
import type { Scale } from "../../../src/framework/types.ts";
import { ranges } from "../../../src/interview/paper/ranges.ts";
import { checkWords, typingWords } from "../../../src/interview/paper/typing.ts";
import { parseSheetLine } from "../../../src/interview/sheet-line.ts";
import { framework, item } from "../../fixture.ts";
import { planOf } from "./bundled.ts";

const ends = { title: "", favourable: [], favourableWhenLower: [], notApplicable: [], dontKnow: [] };

function rating(id: string, min: number, max: number): [string, Scale] {
  const points = Array.from({ length: max - min + 1 }, (_, step) => ({ code: min + step, aliases: [] }));
  return [id, { kind: "coded", id, points, min, max, ...ends }];
}

const SCALES = new Map<string, Scale>([
  rating("agree", 1, 5),
  rating("ten", 0, 10),
  rating("minus", -2, 2),
  rating("hundred", 0, 100),
  ["figure", { kind: "figure", id: "figure", worst: 0, best: 50, decimals: 0, unit: "days", ...ends }],
]);

function planWith(...scales: readonly string[]) {
  const items = scales.map((scale, at) => item(`Q${at + 1}`, undefined, { scale }));
  return planOf(framework({ items, dimensions: [], scales: SCALES }), { audience: "employees", form: null });
}

describe("how a sheet is typed", () => {
  it("is one sentence more for each kind of answer that needs it", () => {
    expect(typingWords(planWith("agree", "agree"))).toBe(
      "One sign for each question, in order: the marked number, n, d, or - where nothing is marked. Behind // what was written in the box.",
    );
    expect(typingWords(planWith("ten", "agree", "ten"))).toContain(
      "Put a space behind the answer to questions 1 and 3.",
    );
    expect(typingWords(planWith("agree", "figure"))).toContain(
      "For a figure (question 2) type -, and the figure at the end: 2=12.",
    );
    expect(typingWords(planWith("agree", "minus"))).toContain(
      "A number below zero (question 2) has its own word: 2=-2.",
    );
    expect(typingWords(planWith("minus", "agree"))).toContain("1=-2, and 2: to go on from question 2.");
  });

  it.each([
    [{ name: "site", options: ["North", "South"] }, "site=North", "North"],
    [
      { name: "home office", options: ['The "old" mill', "Other"] },
      '"home office"="The ""old"" mill"',
      'The "old" mill',
    ],
    [{ name: "site", options: [] }, "site=Sales", "Sales"],
  ])("names a question about the person as it is read: %j", (segment, typed, text) => {
    const asked = framework({ items: [item("Q1", undefined)], dimensions: [] });
    const plan = planOf(asked, { audience: "employees", form: null, segments: [segment] });
    expect(typingWords(plan)).toContain(`About the person: ${typed}.`);
    const { sheet } = parseSheetLine(plan, `4 ${typed}`);
    expect(sheet?.answers.get(`@${segment.name}`)).toEqual({ kind: "choice", text });
  });

  it("is what is read, sentence by sentence", () => {
    const plan = planWith("agree", "ten", "agree", "figure", "minus", "agree");
    const { sheet, problems } = parseSheetLine(plan, "47 5- 5=-2 6:n 4=12 // a word");
    expect(problems).toEqual([]);
    expect(sheet?.comment).toBe("a word");
    expect(Object.fromEntries(sheet?.answers ?? [])).toEqual({
      Q1: { kind: "code", code: 4 },
      Q2: { kind: "code", code: 7 },
      Q3: { kind: "code", code: 5 },
      Q4: { kind: "figure", text: "12" },
      Q5: { kind: "code", code: -2 },
      Q6: { kind: "notApplicable" },
    });
  });
});

it.each([
  [["agree", "ten"], "last digit of the sum of all marked numbers"],
  [["agree", "figure"], "last digit of the sum of all marked numbers"],
  [["agree", "hundred"], "last digit of the sum of all marked and written numbers"],
  [["figure", "hundred"], "last digit of the sum of all marked and written numbers, without question 1"],
])("the check digit of %j is the %s", (scales, words) => {
  expect(checkWords(planWith(...scales))).toBe(words);
});

it.each([
  [[], ""],
  [[3], "3"],
  [[3, 4], "3 and 4"],
  [[3, 4, 5], "3 to 5"],
  [[1, 4, 5, 6, 9], "1, 4 to 6 and 9"],
])("the numbers %j in words: %s", (numbers, words) => {
  expect(ranges(numbers)).toBe(words);
});
