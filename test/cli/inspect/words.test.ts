import { describe, expect, it } from "vitest";
import { headerOf } from "../../../src/cli/inspect/words.ts";

const COLUMN = {
  position: 1,
  item: null,
  sure: "certain",
  similarity: null,
  values: null,
  question: null,
  texts: null,
};

describe("a personal column's header on the page", () => {
  it.each([
    ["Referrer URL", "LimeSurvey's own column", "Referrer URL"],
    ["Network ID", "Typeform's mark of a device", "Network ID"],
    ["Ann Bell", "header of personal data", "(personal)"],
    ["ann@example.org", "header of personal data", "(an e-mail address)"],
    ["E-mail", "header of personal data", "E-mail"],
  ])("%s, %s", (header, how, shown) => {
    expect(headerOf({ ...COLUMN, header, how, takenFor: "personal", sure: "certain" })).toBe(shown);
  });
});
