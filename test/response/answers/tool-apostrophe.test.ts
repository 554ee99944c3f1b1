import { describe, expect, it } from "vitest";
import { answerTable } from "../../../src/response/answers/answers.ts";
import { readWritten } from "../../../src/response/answers/tool-apostrophe.ts";
import type { DialectName } from "../../../src/response/table-head.ts";
import { AGREE } from "../fixture.ts";

const points = AGREE.points.map((point) => ({
  ...point,
  label: ["=less", "-less", "same", "+more", "@most"][point.code - 1] ?? "",
  aliases: [],
}));
const table = answerTable("C1", { ...AGREE, points });
const mapped = { ...table, codes: new Map([["'=less", 3]]), closed: true };
const UNKNOWN = { kind: "unknown" };

describe("the apostrophe that LimeSurvey writes before what a spreadsheet would run", () => {
  it.each<[DialectName, string, unknown]>([
    ["limesurvey", "'=less", 1],
    ["limesurvey", " '-less ", 2],
    ["limesurvey", "'+more", 4],
    ["limesurvey", "'@most", 5],
    ["limesurvey", "=less", 1],
    ["limesurvey", "'same", UNKNOWN],
    ["limesurvey", "''=less", UNKNOWN],
    ["limesurvey", "'=other", UNKNOWN],
    ["plain", "'=less", UNKNOWN],
    ["qualtrics", "'=less", UNKNOWN],
  ])("%s: %s", (dialect, cell, value) => {
    expect(readWritten(table, cell, dialect).value).toEqual(value);
  });

  it("is left where a mapping has the text with it", () => {
    expect(readWritten(mapped, "'=less", "limesurvey").value).toBe(3);
  });
});
