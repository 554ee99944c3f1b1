import { describe, expect, it } from "vitest";
import { answerTable } from "../../../src/response/answers/answers.ts";
import { mergedAnswers } from "../../../src/response/answers/told-apart.ts";
import { AGREE } from "../fixture.ts";

describe("texts of an export that would be read as one answer", () => {
  const table = answerTable("C1", AGREE);

  it.each<[readonly string[], readonly string[]]>([
    [["Agree", "Strongly agree", "4"], []],
    [
      ["Neutral", "Undecided", "Agree"],
      ["Neutral", "Undecided"],
    ],
    [
      ["neutral (3)", "Undecided"],
      ["neutral (3)", "Undecided"],
    ],
    [["Strongly agree", "Agree strongly"], []],
    [["N/A", "Not applicable"], []],
    [["Neutral", "3", "whatever"], []],
  ])("%j: %j", (texts, merged) => {
    expect([...mergedAnswers(table, texts)]).toEqual(merged);
  });
});
