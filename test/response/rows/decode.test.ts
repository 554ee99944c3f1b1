import { describe, expect, it } from "vitest";
import type { CodedScale, FigureScale } from "../../../src/framework/types.ts";
import { planSource } from "../../../src/response/plan/source.ts";
import { createDecoder } from "../../../src/response/rows/decode.ts";
import { createAnswerProblems } from "../../../src/response/rows/problems.ts";
import type { ReadingRules } from "../../../src/response/source-plan.ts";
import { MISSING } from "../../../src/response/types.ts";
import { dimension, framework, item } from "../../fixture.ts";
import { AGREE, grouped, head, NOTHING_NAMED, RULES, SMALL, TURNOVER } from "../fixture.ts";

const HEADERS = ["code", "team", "C1", "C2", "R1", "R2", "recommend"];
const { unanswered, notApplicable, dontKnow, unknown } = MISSING;

function reader(
  options: {
    headers?: readonly string[];
    rules?: Partial<ReadingRules>;
    by?: readonly string[];
    weight?: string;
    sample?: readonly (readonly string[])[];
    trailing?: number;
  } = {},
) {
  const { headers = HEADERS, by = ["team"], weight = null, sample = [], trailing = 0 } = options;
  const { plan } = planSource({
    framework: SMALL,
    program: { items: SMALL.items },
    heads: [{ ...head(headers, { sample }), trailing }],
    segments: grouped(...by),
    weight,
    id: headers.includes("code") ? "code" : null,
    audience: null,
    rules: { ...RULES, ...options.rules },
  });
  if (plan === null) throw new Error("no plan");
  const problems = createAnswerProblems(plan);
  const decoder = createDecoder({ plan, fileIndex: 0, program: { items: SMALL.items }, problems });
  return { decoder, problems };
}

describe("decoding a row", () => {
  it("fills answers, group and id", () => {
    const { decoder, problems } = reader();
    expect(decoder.decode([" p1 ", " Sales ", "4", "Agree", "", "N/A", "don't know"], () => 2)).toBe("scored");
    expect([...decoder.answers]).toEqual([4, 4, unanswered, notApplicable, dontKnow]);
    expect([decoder.id, ...decoder.groups]).toEqual(["p1", "Sales"]);
    expect(decoder.decode(["p2", "", "5", "Strongly agree", "5", "5", ""], () => 3)).toBe("scored");
    expect([...decoder.answers]).toEqual([5, 5, 5, 5, unanswered]);
    expect([decoder.id, ...decoder.groups]).toEqual(["p2", ""]);
    expect(problems.problems().map(({ code }) => code)).toEqual(["ANS016"]);
  });

  it("takes the apostrophe off a group that our own survey wrote, and off no other", () => {
    const row = ["p1", " '+1 year ", "4", "4", "4", "4", "9", "employees"];
    const groupIn = (headers: readonly string[]) => {
      const { decoder } = reader({ headers, sample: [row] });
      decoder.decode(row, () => 2);
      return decoder.groups[0];
    };
    expect(groupIn([...HEADERS, "audience"])).toBe("+1 year");
    expect(groupIn([...HEADERS, "people"])).toBe("'+1 year");
  });

  it("reads every segment, and weighs everybody alike without weights", () => {
    const { decoder } = reader({ headers: ["site", ...HEADERS], by: ["team", "site"] });
    const { groups } = decoder;
    decoder.decode([" North\u00a0 East", "p1", "Sales", "4", "4", "4", "4", "9"], () => 2);
    expect([groups, decoder.weight]).toEqual([["Sales", "North East"], 100_000]);
    decoder.decode(["", "p2", "Sales", "4", "4", "4", "4", "9"], () => 3);
    expect(decoder.groups).toBe(groups);
    expect(groups).toEqual(["Sales", ""]);
  });

  it("reads weights, and collects rows without any by kind and place, never by what stands there", () => {
    const { decoder, problems } = reader({ headers: [...HEADERS, "w"], weight: "w" });
    const weights = ["1.25", "0,5", "", "zzq", "0", "1.25", "", "", "", "101"].map((weight, at) => {
      expect(decoder.decode([`p${at}`, "", "4", "4", "4", "4", "9", weight], () => at + 2)).toBe("scored");
      return decoder.weight;
    });
    expect([...weights.slice(0, 2), weights[5]]).toEqual([125_000, 50_000, 125_000]);
    const found = problems.problems();
    expect(found.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ["ANS021", "error", "4 rows have no weight (staff.csv:4, staff.csv:8, staff.csv:9 and 1 more)."],
      ["ANS021", "error", "1 row has a weight that is no plain number (staff.csv:5)."],
      ["ANS021", "error", "1 row has a weight of 0 or less (staff.csv:6)."],
      ["ANS021", "error", "1 row has a weight above 100 (staff.csv:11)."],
    ]);
    expect(JSON.stringify(found)).not.toContain("zzq");
  });

  it("has no group without a grouping", () => {
    const { decoder } = reader({ by: [] });
    decoder.decode(["p1", "Sales", "4", "4", "4", "4", "9"], () => 2);
    expect(decoder.groups).toEqual([]);
  });

  it("reads optional items without a column as unanswered", () => {
    const { decoder } = reader({ headers: ["C1", "C2", "R1", "R2"], by: [] });
    expect(decoder.decode(["1", "2", "3", "4"], () => 2)).toBe("scored");
    expect([...decoder.answers]).toEqual([1, 2, 3, 4, unanswered]);
    expect(decoder.id).toBe("");
  });

  it.each([
    [["p1", "Sales", "", "", "", "", ""], "empty"],
    [["p1", "Sales", " ", "\u00a0", "", "", ""], "empty"],
    [["p1", "Sales", "N/A", "", "", "", ""], "scored"],
    [["p1", "Sales", "", "", "", "", "0"], "scored"],
  ])("%j is %s", (cells, fate) => {
    expect(reader().decoder.decode(cells, () => 2)).toBe(fate);
  });

  it("never takes a character beyond the table for an answer of the next item", () => {
    const { decoder, problems } = reader();
    decoder.decode(["p1", "Sales", "ı", "\u0134", "4", "4", ""], () => 2);
    expect([...decoder.answers].slice(0, 2)).toEqual([unknown, unknown]);
    expect(problems.unknownAnswers).toBe(2);
  });
});

describe("answers nobody can read", () => {
  const bad = (text: string) => ["p1", "Sales", "4", text, "4", "4", ""];

  it("come as one problem a text, with count, lines and the nearest label", () => {
    const { decoder, problems } = reader();
    for (const [line, text] of [
      [4, "Agre"],
      [9, "agre "],
      [12, "Agre"],
      [15, "AGRE"],
      [16, "5 stars"],
    ] as const) {
      decoder.decode(bad(text), () => line);
    }
    expect(problems.unknownAnswers).toBe(5);
    expect(problems.problems()).toMatchObject([
      {
        code: "ANS001",
        severity: "error",
        message: '"Agre" is no answer on the scale agree: 4 times in item C2 (first at lines 4, 9, 12).',
        suggestion: "Agree",
        place: { file: "staff.csv", line: 4 },
      },
      { code: "ANS001", message: '"5 stars" is no answer on the scale agree: once in item C2 (line 16).' },
    ]);
  });

  it("come as one problem over all items of a scale, in the order of their first rows", () => {
    const { decoder, problems } = reader();
    decoder.decode(["p1", "Sales", "4", "8", "4", "4", "11"], () => 2);
    decoder.decode(["p2", "Sales", "9", "9", "9", "9", "9"], () => 3);
    for (let row = 0; row < 5; row += 1) decoder.decode(["p", "Sales", "9", "4", "4", "9", "9"], () => 4 + row);
    decoder.decode(["p9", "Sales", "8", "4", "4", "8", "11"], () => 9);
    expect(problems.problems().map(({ message }) => message)).toEqual([
      '"8" is no answer on the scale agree: 3 times in 3 items (C1, C2, R2; lines 2, 9).',
      '"11" is no answer on the scale rating: 2 times in item recommend (lines 2, 9).',
      '"9" is no answer on the scale agree: 14 times in 4 items (C1, C2, R1 and 1 more; first at lines 3, 4, 5).',
    ]);
  });

  it("give the same advice once", () => {
    const { decoder, problems } = reader();
    decoder.decode(["p1", "Sales", "8", "9", "4 - Agree", "Agree (1)", "11"], () => 2);
    decoder.decode(["p1", "Sales", "7", "9", "4 - Agree", "Agree (2)", "12"], () => 3);
    const helps = problems.problems().map(({ help }) => help);
    expect(helps).toHaveLength(7);
    expect(helps.filter((help) => help !== undefined)).toHaveLength(4);
    expect(helps[0]).toContain("Known answers of the scale agree");
  });

  it("leave nothing of themselves in what may be kept", () => {
    const { decoder, problems } = reader({ rules: { onUnknown: "missing" } });
    decoder.decode(["p1", "Sales", "Jane Doe jane@x.org", "9", "4", "Agree (5)", "Doe, Jane"], () => 17);
    decoder.decode(["p2", "Sales", "9", "4", "4", "4", "4"], () => 18);
    const unread = "Cells that hold no answer of their scale: 4. Counted as missing.";
    const torn = "Cells whose label and number contradict each other: 1. Counted as missing.";
    expect(problems.problems().map(({ kept }) => kept)).toEqual([unread, unread, torn, unread]);
  });

  it("show both sides of a contradiction", () => {
    const { decoder, problems } = reader();
    decoder.decode(bad("Agree (5)"), () => 3);
    expect([...decoder.answers][1]).toBe(unknown);
    expect(problems.problems()).toMatchObject([
      {
        code: "ANS002",
        message:
          '"Agree (5)" contradicts itself, since on the scale agree "Agree" has the code 4, not 5: once in item C2 (line 3).',
      },
    ]);
  });

  it("are warnings where they may count as missing", () => {
    const { decoder, problems } = reader({ rules: { onUnknown: "missing" } });
    expect(decoder.decode(bad("-99"), () => 3)).toBe("scored");
    expect(problems.problems()).toMatchObject([
      { code: "ANS001", severity: "warning", message: expect.stringContaining("Counted as missing") },
    ]);
    expect(problems.unknownAnswers).toBe(1);
  });

  it("are listed up to twenty, and remembered in bounds", () => {
    const { decoder, problems } = reader();
    for (let row = 0; row < 3000; row += 1) decoder.decode(bad(`comment ${row}`), () => row + 2);
    expect(problems.unknownAnswers).toBe(3000);
    const listed = problems.problems();
    expect(listed).toHaveLength(21);
    expect(listed.at(-1)).toMatchObject({
      code: "ANS006",
      message: expect.stringContaining("at least 980 more different texts"),
    });
    expect(listed.at(-1)?.message).toContain("2980 times");
  });

  it("do not carry control characters into a message", () => {
    const { decoder, problems } = reader();
    decoder.decode(bad("\u001b[31mred"), () => 2);
    expect(problems.problems()[0]?.message).not.toContain("\u001b");
  });
});

describe("rows that do not fit the header", () => {
  it("are errors with their line, ten of them listed", () => {
    const { decoder, problems } = reader();
    expect(decoder.decode(["p1", "Sales", "4"], () => 7)).toBe("ragged");
    for (let row = 0; row < 11; row += 1)
      expect(decoder.decode(["p", "S", "4", "4", "4", "4", "9", "x"], () => 8 + row)).toBe("ragged");
    const found = problems.problems();
    expect(found).toHaveLength(11);
    expect(found[0]).toMatchObject({
      code: "CSV013",
      severity: "error",
      place: { line: 7 },
      message: "This row has 3 cells, too few: the header has 7.",
    });
    expect(found[1]).toMatchObject({ message: "This row has 8 cells, too many: the header has 7." });
    expect(found[10]).toMatchObject({ message: "And 2 more rows with too many or too few cells." });
  });

  it("are counted and left out where they are skipped", () => {
    const { decoder, problems } = reader({ rules: { onRagged: "skip" } });
    expect(decoder.decode(["p1"], () => 7)).toBe("ragged");
    expect(problems.problems()).toMatchObject([{ code: "CSV014", severity: "warning", place: { file: "staff.csv" } }]);
  });

  it("are accepted where every row ends with more delimiters, and counted", () => {
    const { decoder, problems } = reader({ trailing: 2 });
    expect(decoder.decode(["p1", "Sales", "4", "4", "4", "4", "9", "", " "], () => 7)).toBe("scored");
    expect(problems.problems()).toMatchObject([
      { code: "CSV015", severity: "warning", message: expect.stringContaining("1 row ends") },
    ]);
  });

  it("need no cell under a column without a header", () => {
    const { decoder, problems } = reader({ headers: [...HEADERS, "", ""] });
    for (const extra of [[], [""], ["", "note"]]) {
      expect(decoder.decode(["p1", "Sales", "4", "4", "4", "4", "9", ...extra], () => 7)).toBe("scored");
    }
    expect(problems.problems()).toEqual([]);
  });
});

describe("what a tool writes for a question seen and not answered", () => {
  const wide = framework({
    scales: new Map<string, CodedScale | FigureScale>([
      ["agree", AGREE],
      ["balance", { ...TURNOVER, id: "balance", worst: -200, best: 200, unit: "points" }],
    ]),
    items: [item("A1", "a"), item("F1", "a", { scale: "balance" })],
    dimensions: [dimension("a", ["A1", "F1"])],
  });
  const program = { items: wide.items };

  it.each<[cell: string, unansweredIn: readonly string[], found: number]>([
    ["-99", ["-99"], unanswered],
    ["-99.0", ["-99"], unanswered],
    [" -99,00 ", ["-99"], unanswered],
    ["-98", ["-99"], -9800],
    ["-99.5", ["-99"], -9950],
    ["-99", [], -9900],
  ])("is no figure: %j beside %j", (cell, texts, found) => {
    const heads = [head(["A1", "F1"], { dialect: "qualtrics", unanswered: texts })];
    const { plan } = planSource({ framework: wide, program, heads, ...NOTHING_NAMED, audience: null, rules: RULES });
    if (plan === null) throw new Error("no plan");
    const problems = createAnswerProblems(plan);
    const decoder = createDecoder({ plan, fileIndex: 0, program, problems });
    expect(decoder.decode(["4", cell], () => 2)).toBe("scored");
    expect([...decoder.answers]).toEqual([4, found]);
    expect(problems.problems()).toEqual([]);
  });

  it("is no answer either, with a decimal", () => {
    const heads = [head(["A1", "F1"], { dialect: "qualtrics", unanswered: ["-99"] })];
    const { plan } = planSource({ framework: wide, program, heads, ...NOTHING_NAMED, audience: null, rules: RULES });
    if (plan === null) throw new Error("no plan");
    const decoder = createDecoder({ plan, fileIndex: 0, program, problems: createAnswerProblems(plan) });
    decoder.decode(["-99.0", "5"], () => 2);
    expect([...decoder.answers]).toEqual([unanswered, 500]);
  });
});
