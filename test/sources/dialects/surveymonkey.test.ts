import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { surveymonkey } from "../../../src/sources/dialects/surveymonkey.ts";
import { anyRows, expectSound, layout, table } from "./layouts.ts";

const OWN = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Custom Data 1"];
const BELOW = OWN.map(() => "");
const ANSWER = ["118450001", "4102203", "05/04/2026 09:12:00 AM", "05/04/2026 09:15:20 AM", "192.0.2.1", ""];

/** What is said of the columns behind SurveyMonkey's own. */
function columns(first: readonly string[], second: readonly string[]) {
  const found = layout(surveymonkey, [...OWN, ...first], [...BELOW, ...second]);
  return first.map((_, index) => {
    const at = OWN.length + index;
    return [found.headers[at], found.wordings[at], found.choices[at], found.known[at]?.takenFor ?? null];
  });
}

describe("the header rows", () => {
  it.each<[string, readonly (readonly string[])[], number]>([
    [
      "new",
      [
        [...OWN, "Plans?"],
        [...BELOW, "Response"],
        [...ANSWER, "Agree"],
      ],
      2,
    ],
    [
      "old",
      [
        ["RespondentID", "CollectorID", "StartDate", "LastName", "Plans?"],
        ["", "", "", "", "Response"],
      ],
      2,
    ],
    [
      "newer names",
      [
        ["respondent_id", "collector_id", "date_created", "Plans?"],
        ["", "", "", ""],
        ["1", "2", "x", "4"],
      ],
      2,
    ],
    [
      "the second row cut off",
      [
        [...OWN, "Plans?"],
        [...ANSWER, "Agree"],
      ],
      1,
    ],
    [
      "ids cut off",
      [
        ["Start Date", "Plans?"],
        ["", "Response"],
        ["05/04/2026", "Agree"],
      ],
      2,
    ],
    [
      "columns emptied, and the second row cut off",
      [
        [...OWN, "Plans?"],
        [...BELOW, "4"],
        [...BELOW, "5"],
      ],
      1,
    ],
    [
      "a grid",
      [
        [...OWN, "How far?", ""],
        [...BELOW, "We know.", "We plan."],
        [...ANSWER, "4", "5"],
      ],
      2,
    ],
    ["no answers", [[...OWN, "Plans?"]], 1],
  ])("%s", (_, rows, headerRows) => {
    expect(layout(surveymonkey, ...rows).headerRows).toBe(headerRows);
  });

  it("leaves other tables to others, unless told", () => {
    const other = table(["id", "Start Date", "C1"], ["1", "2026-05-04", "4"]);
    expect(surveymonkey.layout(other, false)).toBeNull();
    expect(surveymonkey.layout(other, true)?.headerRows).toBe(1);
    expect(surveymonkey.layout(table(), false)).toBeNull();
  });

  it("is sound whatever stands in the rows", () => {
    fc.assert(
      fc.property(anyRows([...OWN, ...ANSWER, "Response", "Plans?"]), fc.boolean(), (rows, asked) => {
        expectSound(surveymonkey.layout(table(...rows), asked), rows);
      }),
    );
  });
});

describe("columns", () => {
  it("fills the question to the right, up to the next", () => {
    expect(columns(["How far?", "", "Plans?"], ["We know.", "We decide.", "Response"])).toEqual([
      ["How far? [We know.]", ["We know.", "How far? We know."], "We know.", null],
      ["How far? [We decide.]", ["We decide.", "How far? We decide."], "We decide.", null],
      ["Plans?", [], null, null],
    ]);
  });

  it("takes the question itself where the second row says Response, and leaves texts beside choices", () => {
    expect(columns(["Plans?", "", "Why?"], ["Response", "Other (please specify)", "Open-Ended Response"])).toEqual([
      ["Plans?", [], null, null],
      [
        "Plans? [Other (please specify)]",
        ["Other (please specify)", "Plans? Other (please specify)"],
        "Other (please specify)",
        "ignored",
      ],
      ["Why?", [], null, null],
    ]);
  });

  it("drops HTML and line breaks", () => {
    expect(columns(["<p>How<br>far?</p>"], ["We\nknow <b>why</b>."])[0]?.[0]).toBe("How far? [We know why .]");
  });

  it("knows its own columns and the time between begin and end", () => {
    const found = layout(surveymonkey, [...OWN, "Plans?"], [...BELOW, "Response"]);
    const takenFor = found.known.map((known) => known?.takenFor ?? null);
    expect(takenFor).toEqual(["id", "ignored", "time", "time", "personal", "personal", null]);
    expect(found.duration).toEqual({ kind: "between", start: 2, end: 3 });
  });
});
