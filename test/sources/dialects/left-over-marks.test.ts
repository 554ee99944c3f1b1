import { describe, expect, it } from "vitest";
import { createRowMarks } from "../../../src/response/rows/row-marks.ts";
import { leftOverMarks } from "../../../src/sources/dialects/left-over-marks.ts";

/** What becomes of each row. */
function marked(headers: readonly string[], rows: readonly (readonly string[])[]) {
  return rows.map(createRowMarks(leftOverMarks(headers, rows), []));
}

describe("what is left of a tool's marks", () => {
  it.each<[readonly string[], readonly (readonly string[])[], readonly (string | null)[]]>([
    [
      ["ResponseId", "Status", "Finished", "C1"],
      [
        ["R_1", "Survey Preview", "True", "5"],
        ["R_2", "IP Address", "False", "5"],
        ["R_3", "IP Address", "True", "5"],
      ],
      ["preview", "incomplete", null],
    ],
    [
      ["Status", "Finished"],
      [
        ["1", "1"],
        ["0", "0"],
        ["0", "1"],
      ],
      ["preview", "incomplete", null],
    ],
    [
      ["Status"],
      [["Umfragevorschau"], ["Spam"], ["Partial"], ["1"], ["Active"]],
      ["preview", "spam", "incomplete", null, null],
    ],
    [["Finished"], [["FALSCH"], ["True"]], ["incomplete", null]],
    [["Finished"], [["0"], ["1"]], ["incomplete", null]],
    [["Finished"], [["0"], ["1"], ["2"]], [null, null, null]],
    [["Progress"], [["100"], ["47"], ["99 %"]], [null, "incomplete", "incomplete"]],
    [["Progress"], [["4"], ["5"]], [null, null]],
    [
      ["#", "C1", "Response Type"],
      [
        ["a", "4", "partial"],
        ["b", "4", "completed"],
      ],
      ["incomplete", null],
    ],
    [
      ["#", "C1", "Submit Date (UTC)"],
      [
        ["a", "4", ""],
        ["b", "4", "2026-05-04 09:12:00"],
      ],
      ["incomplete", null],
    ],
    [
      ["Date submitted", "C1"],
      [
        ["", "4"],
        ["2026-05-04 09:12:00", "4"],
      ],
      ["incomplete", null],
    ],
    [
      ["Date submitted", "C1"],
      [
        ["", "4"],
        ["", "4"],
      ],
      [null, null],
    ],
    [["department", "C1"], [["Sales", "4"]], [null]],
  ])("%j", (headers, rows, expected) => expect(marked(headers, rows)).toEqual(expected));
});
