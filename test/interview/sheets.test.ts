import { describe, expect, it } from "vitest";
import { replay } from "../../src/interview/replay.ts";
import { sheetEntries, sheetNumbers } from "../../src/interview/sheet.ts";
import { readSheets } from "../../src/interview/sheets.ts";
import { ProblemsError } from "../../src/problems/problem.ts";
import { PLAN, ROOM } from "./sheet-fixture.ts";

function problemsOf(text: string) {
  try {
    readSheets(PLAN, text, "sheets.txt");
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
  }
  throw new Error("no problems");
}

describe("a file of sheets", () => {
  it("has one a line, whatever its line ends; blank lines and remarks are passed over", () => {
    const text =
      "\ufeff# Tuesday, early shift\r\n@1 43-5t2 =4\r\n\r\n  # and the late one\r\n@2 54-5t2 =6 // tired\r\n";
    const { sheets, warnings } = readSheets(PLAN, text, "sheets.txt");
    expect(sheets.map(({ number, check, comment }) => [number, check, comment])).toEqual([
      [1, 4, null],
      [2, 6, "tired"],
    ]);
    expect(warnings).toEqual([]);
  });
  it("tells all its problems at once, each with its line, its column and the place underlined", () => {
    const problems = problemsOf("@1 43\n# nothing\n@1 46 department=Saless\n54 =0\n");
    expect(problems.map(({ code, place }) => [code, place?.file, place?.line, place?.column])).toEqual([
      ["SL008", "sheets.txt", 3, 1],
      ["SL002", "sheets.txt", 3, 5],
      ["SL006", "sheets.txt", 3, 18],
      ["SL007", "sheets.txt", 4, 4],
    ]);
    expect(problems[2]?.place?.excerpt).toEqual({ text: "@1 46 department=Saless", offset: 17, length: 6 });
  });
  it("is read with a warning where a sign may be missing, and told of it only then", () => {
    const { sheets, warnings } = readSheets(PLAN, "43-5\n", "sheets.txt");
    expect(sheets).toHaveLength(1);
    expect(warnings).toMatchObject([{ code: "SL014", severity: "warning", place: { line: 1, column: 4 } }]);
    expect(problemsOf("43-5\n6").map(({ code }) => code)).toEqual(["SL002"]);
  });
  it.each(["", "\n", "# 43-5\n"])("is refused without a sheet: %j", (text) => {
    expect(problemsOf(text).map(({ code }) => code)).toEqual(["SL015"]);
  });
  it("lists a hundred problems and says how many more there are", () => {
    const problems = problemsOf("4,3\n".repeat(130));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({ code: "SL016", message: "30 more problems are not listed." });
  });
});

describe("a sheet as a seat", () => {
  it("has finished with all that stands on it, and its number is known again", () => {
    const { sheets } = readSheets(
      ROOM,
      '@17 43-5t2 C1.note="split" C1.hands=0,2,5,8,1 department=Sales // long day',
      "f",
    );
    const seats = sheets.flatMap((sheet, at) => replay(sheetEntries(sheet, at + 3)));
    expect(seats).toHaveLength(1);
    expect(seats[0]).toMatchObject({ seat: 3, status: "finished" });
    expect(seats[0]?.answers).toEqual(sheets[0]?.answers);
    expect(seats[0]?.answers.size).toBe(7);
    expect(seats[0]?.hands).toEqual(new Map([["C1", [0, 2, 5, 8, 1]]]));
    expect(seats[0]?.comments.get("C1")).toBe("split");
    expect(seats[0]?.comments.get("@")).toBe("long day");
    expect(sheetNumbers(seats)).toEqual(new Map([[17, null]]));
  });
});
