import { describe, expect, it } from "vitest";
import { isTextOf } from "../../../src/response/columns/named-text.ts";

const WORDINGS = [
  "Our leaders make the company's situation sound better than it is.",
  "They tell us only what sounds good.",
];

describe("the text that stands with an item's id", () => {
  it.each([
    ["Our leaders make the company's situation sound better than it is.", "yes"],
    ["our leaders make the companys situation sound better than it is", "yes"],
    ["Our leaders make our situation sound better than it is", "yes"],
    ["They tell us only what sounds good", "yes"],
    ["Our leaders make the comp", "yes"],
    ["Our leaders make t...", "yes"],
    ["In general: They tell us only what sounds good.", "yes"],
    ["Our leaders never make the company's situation sound better than it is.", "no"],
    ["Jane Miller", "no"],
    ["How important is this to you?", "no"],
    ["reversed", "something else"],
    ["recoded", "something else"],
    ["Recoded (6-x)", "something else"],
    ["R", "something else"],
    ["importance", "something else"],
    ["mean", "something else"],
    ["Comment", "something else"],
    ["other", "something else"],
    ["Importance of this", "something else"],
  ])("%j: %s", (text, is) => {
    expect(isTextOf(text, WORDINGS)).toBe(is);
  });
});
