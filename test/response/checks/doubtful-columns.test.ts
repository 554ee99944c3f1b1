import { describe, expect, it } from "vitest";
import type { CodedScale } from "../../../src/framework/types.ts";
import type { Problem } from "../../../src/problems/problem.ts";
import { answerTable, readAnswer } from "../../../src/response/answers/answers.ts";
import type { FileCounts } from "../../../src/response/checks/column-counts.ts";
import { createColumnTexts } from "../../../src/response/checks/column-texts.ts";
import { doubtfulColumns } from "../../../src/response/checks/doubtful-columns.ts";
import type { AnswerTable, PlannedFile } from "../../../src/response/source-plan.ts";
import { isMissing, MISSING } from "../../../src/response/types.ts";
import { AGREE, head, TURNOVER } from "../fixture.ts";

const point = (code: number, label: string) => ({ code, label, aliases: [] });
const scale = (...points: CodedScale["points"]): CodedScale => ({ ...AGREE, id: "yes", points });
const agree = answerTable("A", AGREE);
const partly = answerTable("Y", scale(point(0, "No"), point(1, "Partly"), point(2, "Yes")));
const yesNo = answerTable("Y", scale(point(0, "No"), point(1, "Yes")));
const far = answerTable("Y", scale(point(1, "No"), point(5, "Yes")));
const turnover = answerTable("T", TURNOVER);

/** What is found in rows of cells; every column is of the same scale. */
function codesOf(table: AnswerTable, rows: readonly (readonly string[])[], how = "equal text"): readonly string[] {
  return problemsOf(table, rows, how).map(({ code }) => code);
}

function problemsOf(table: AnswerTable, rows: readonly (readonly string[])[], how: string): readonly Problem[] {
  const answers = rows[0]?.map((_, item) => ({ ...table, item: `I${item}` })) ?? [];
  const texts = createColumnTexts(answers);
  const read = rows.map((cells) => cells.map((cell) => readAnswer(table, cell)));
  for (const [at, cells] of rows.entries())
    for (const [item, cell] of cells.entries()) {
      const one = read[at]?.[item];
      if (cell !== "" && one !== undefined)
        texts.met({ file: "a.csv", item, cell, read: one, spot: () => ({ file: "a.csv", line: 1 }) });
    }
  const codes = [...new Set([...table.codes.values()].filter((code) => !isMissing(code)))].sort((a, b) => a - b);
  const items: FileCounts["items"] = answers.map((_, item) => {
    const values = read.map((row) => row[item]?.value);
    const count = (code: number): number => values.filter((value) => value === code).length;
    return {
      codes: table.kind === "coded" ? codes : [],
      counts: table.kind === "coded" ? codes.map(count) : [],
      figures:
        table.kind === "figure" ? values.filter((value) => typeof value === "number" && !isMissing(value)).length : 0,
      unanswered: count(MISSING.unanswered),
      otherMissing: values.filter((value) => typeof value !== "number").length,
    };
  });
  const columns = answers.map(({ item }, at) => ({
    ...({ position: at + 1, header: item, takenFor: "item", item, how, sure: "certain" } as const),
  }));
  const file: PlannedFile = {
    ...{ name: "a.csv", head: head(columns.map(({ header }) => header)), columns },
    ...{ itemColumns: answers.map((_, at) => at), segmentColumns: [], weightColumn: -1, idColumn: -1 },
  };
  return doubtfulColumns({ answers, files: [file] }, texts.columns(), [{ file: "a.csv", people: rows.length, items }]);
}

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text.split(" ").map((row) => row.split("").map((cell) => (cell === "." ? "" : cell)));
const times = (count: number, text: string): string => Array.from({ length: count }, () => text).join(" ");

describe("ticks", () => {
  it.each<[string, string, readonly string[]]>([
    ["of one number or nothing", "1.11 11.. 1.11", ["ANS017"]],
    ["of another number", "5.55 55.. 5.55", ["ANS017"]],
    ["in two columns only", "1. .1 11", []],
    ["with few blanks", "1111 1111 111.", []],
    ["of two people", "1.1 .11", []],
    ["where another answer stands", "1.11 11.. 1.12", []],
    ["beside real answers of few", "1.114 11..3 1.115", []],
    ["beside real answers of many", times(4, "1.114 11..3 1.115"), ["ANS017"]],
  ])("%s", (_, text, codes) => {
    expect(codesOf(agree, rowsOf(text))).toEqual(codes);
  });

  it("in words are answers", () => {
    expect(
      codesOf(
        agree,
        Array.from({ length: 9 }, () => ["Agree", "Agree", "Agree", "", ""]),
      ),
    ).toEqual([]);
  });
});

describe("yes and no in numbers", () => {
  it.each<[string, AnswerTable, string, readonly string[]]>([
    ["as 1 and 0, among three answers", partly, times(3, "10 01 11"), ["ANS018"]],
    ["as 1 and 2, among three answers", partly, times(3, "12 21 11"), ["ANS018"]],
    ["and all three answers", partly, times(3, "10 01 21"), []],
    ["as the scale has them", yesNo, times(3, "10 01 11"), []],
    ["as 1 alone, as the scale has it", yesNo, times(6, "11"), []],
    ["as 1 and 0, on a scale of 1 and 5", far, times(3, "10 01 11"), ["ANS018"]],
    ["as 1 and 2, on a scale of 1 and 5", far, times(3, "12 21 11"), ["ANS018"]],
    ["as the scale of 1 and 5 has them", far, times(3, "15 51 11"), []],
    ["of few people", partly, "10 01 11", []],
    ["as 1 and 0, on a scale of agreement", agree, times(3, "10 01 11"), ["ANS018"]],
    ["that may be low answers", agree, times(3, "12 21 11"), []],
  ])("%s", (_, table, text, codes) => {
    expect(codesOf(table, rowsOf(text))).toEqual(codes);
  });

  describe("under headers that are the items' ids", () => {
    const found = (table: AnswerTable, text: string) =>
      problemsOf(table, rowsOf(text), "id equal").map(({ code, severity }) => `${code} ${severity}`);
    it.each<[string, AnswerTable, string, readonly string[]]>([
      ["1 and 2 are codes of a scale of 0 to 2, with a warning", partly, times(3, "12 21 11"), ["ANS018 warning"]],
      ["2 alone is, too", partly, times(6, "22"), ["ANS018 warning"]],
      ["1 and 0 are yes and no all the same", partly, times(3, "10 01 11"), ["ANS018 error"]],
      ["1 alone may be yes", partly, times(6, "11"), ["ANS018 error"]],
      ["1 and 2 are none where 2 is no code", far, times(3, "12 21 11"), ["ANS018 error"]],
      ["1 and 2 are none where only yes and no are", yesNo, times(3, "12 21 11"), ["ANS018 error"]],
      ["all three answers need no word", partly, times(3, "10 01 21"), []],
    ])("%s", (_, table, text, codes) => {
      expect(found(table, text)).toEqual(codes);
    });
    it("says what the numbers were read as", () => {
      expect(problemsOf(partly, rowsOf(times(3, "12 21 11")), "id equal")[0]?.message).toBe(
        'Only 1 and 2 as numbers in items I0, I1: read as codes of the scale yes, 1 as "Partly" and 2 as "Yes".',
      );
    });
    it("are none beside words in the same scale", () => {
      const rows = times(3, "12 22")
        .split(" ")
        .map((row) => row.split(""));
      expect(problemsOf(partly, [["Yes", "1"], ...rows.map(([, b = ""]) => ["No", b])], "id equal")[0]?.severity).toBe(
        "error",
      );
    });
  });

  it("beside words in one column", () => {
    expect(codesOf(partly, [["Yes"], ["1"], ["No"], ["1"], ["Yes"]])).toEqual(["ANS018"]);
    expect(codesOf(yesNo, [["Yes"], ["1"], ["No"], ["1"], ["Yes"]])).toEqual([]);
  });
});

describe("ends of a scale", () => {
  it.each<[string, string, readonly string[]]>([
    ["never met in many numbers", times(10, "12343 22341 34321"), ["ANS019"]],
    ["both met", times(10, "12345 22341 34321"), []],
    ["never met by few people", times(9, "12343 22341 34321"), []],
    ["never met in few items", times(10, "1234 2234 3432"), []],
  ])("%s", (_, text, codes) => {
    expect(codesOf(agree, rowsOf(text))).toEqual(codes);
  });
});

describe("percentages", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["as fractions", ["0.1", "0.45", "0.3", "1", "0"], ["ANS020"]],
    ["above 1 once", ["0.1", "0.45", "0.3", "12", "0"], []],
    ["of 0 and 1 only", ["0", "1", "1", "1", "0"], []],
    ["of few", ["0.1", "0.45", "0.3", "1"], []],
    ["with their sign", ["0.1 %", "0.45 %", "0.3 %", "1 %", "0 %"], []],
  ])("%s", (_, cells, codes) => {
    expect(
      codesOf(
        turnover,
        cells.map((cell) => [cell]),
      ),
    ).toEqual(codes);
  });
});
