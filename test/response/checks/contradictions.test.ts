import { describe, expect, it } from "vitest";
import { createWitness } from "../../../src/response/checks/contradictions.ts";
import { mergedTexts } from "../../../src/response/checks/merged-texts.ts";
import { planSource } from "../../../src/response/plan/source.ts";
import { createDecoder } from "../../../src/response/rows/decode.ts";
import { createAnswerProblems } from "../../../src/response/rows/problems.ts";
import type { ReadingRules } from "../../../src/response/source-plan.ts";
import type { TableHead } from "../../../src/response/table-head.ts";
import { MISSING } from "../../../src/response/types.ts";
import { head, NOTHING_NAMED, RULES, SMALL } from "../fixture.ts";

type Rows = readonly (readonly string[])[];

/** Problems and answers of files with the items C1, C2, R1 and R2. */
function read(files: readonly Rows[], rules: Partial<ReadingRules> = {}, more: Partial<TableHead> = {}) {
  const { sample: _, ...layout } = more;
  const heads = files.map((_, at) => head(["C1", "C2", "R1", "R2"], { file: `${at}.csv`, ...layout }));
  const request = { framework: SMALL, program: { items: SMALL.items }, ...NOTHING_NAMED, audience: null };
  const { plan } = planSource({ ...request, heads, rules: { ...RULES, ...rules } });
  if (plan === null) throw new Error("no plan");
  const problems = createAnswerProblems(plan);
  const answers = files.flatMap((rows, fileIndex) => {
    const decoder = createDecoder({ plan, fileIndex, program: { items: SMALL.items }, problems });
    return rows.map((row, at) => {
      decoder.decode(row, () => at + 2);
      return [...decoder.answers].slice(0, 4);
    });
  });
  return { answers, found: problems.problems() };
}

const codesOf = (files: readonly Rows[], rules: Partial<ReadingRules> = {}) =>
  read(files, rules).found.map(({ code, severity }) => `${code} ${severity}`);

describe("numbers beside labels", () => {
  it.each<[string, readonly Rows[], readonly string[]]>([
    ["that agree", [[["Agree (4)", "Agree (4)", "Disagree (2)", "3"]]], []],
    ["that agree with one label's other wording", [[["Agree strongly (5)", "Strongly agree (5)", "", ""]]], []],
    ["in reverse in one block", [[["Strongly agree (5)", "Agree (4)", "Strongly agree (1)", ""]]], ["ANS010 error"]],
    [
      "in reverse in a block with no label in common",
      [[["Agree (4)", "", "Strongly disagree (5)", ""]]],
      ["ANS010 error"],
    ],
    [
      "in reverse everywhere",
      [[["Strongly agree (1)", "Agree (2)", "Disagree (4)", "Undecided (3)"]]],
      ["ANS011 error"],
    ],
    [
      "in reverse in one file",
      [[["Agree (4)", "4", "4", "4"]], [["Agree (2)", "Disagree (4)", "", ""]]],
      ["ANS011 error"],
    ],
    ["mistyped once", [[["Agree (4)", "Agree (8)", "", ""]]], ["ANS012 error"]],
    [
      "mistyped as the opposite in the same column",
      [
        [
          ["Agree (4)", "", "", ""],
          ["Agree (2)", "", "", ""],
        ],
      ],
      ["ANS012 error"],
    ],
    ["mistyped, with nothing to compare", [[["Agree (8)", "4", "4", "4"]]], ["ANS002 error"]],
    ["opposite once, in the middle of the scale", [[["Agree (2)", "4", "4", "4"]]], ["ANS002 error"]],
    [
      "shifted, as on a scale from 0",
      [[["Agree (3)", "Strongly agree (4)", "Disagree (1)", ""]]],
      ["ANS002 error", "ANS002 error", "ANS002 error"],
    ],
    ["of a word for no answer", [[["Not applicable (3)", "4", "4", "4"]]], ["ANS013 error"]],
    ["of a word for no answer, no code of the scale", [[["Not applicable (8)", "4", "4", "4"]]], []],
  ])("%s", (_, files, codes) => {
    expect(codesOf(files)).toEqual(codes);
  });

  it("are errors in reverse even where unknown answers count as missing", () => {
    expect(codesOf([[["Strongly agree (1)", "Agree (2)", "", ""]]], { onUnknown: "missing" })).toEqual([
      "ANS011 error",
    ]);
    expect(codesOf([[["Agree (4)", "Agree (8)", "", ""]]], { onUnknown: "missing" })).toEqual(["ANS012 warning"]);
    expect(codesOf([[["Not applicable (3)", "4", "", ""]]], { onUnknown: "missing" })).toEqual(["ANS013 warning"]);
  });

  it("are told by label, number and columns", () => {
    const { found } = read([[["Strongly agree (5)", "Agree (4)", "Strongly agree (1)", "Disagree (4)"]]]);
    expect(found.map(({ message }) => message)).toEqual([
      '"Strongly agree" is 1 in item R1 and 5 in item C1: items R1, R2 are coded in reverse, items C1, C2 are not.',
    ]);
  });

  it("name only items in which the label stands", () => {
    const { found } = read([[["Agree (4)", "Agree (4)", "Strongly disagree (5)", "Disagree (4)"]]]);
    expect(found.map(({ message }) => message)).toEqual([
      '"Strongly disagree" is 5 in item R1 and "Agree" is 4 in items C1, C2: items R1, R2 are coded in reverse, items C1, C2 are not.',
    ]);
  });

  it("name only items in which the label stands where all run in reverse", () => {
    const { found } = read([[["Agree (2)", "Strongly agree (1)", "Disagree (4)", ""]]]);
    expect(found.map(({ message }) => message)).toEqual([
      'The numbers run in reverse: "Strongly agree" is 1 in item C2, and 5 on the scale agree.',
    ]);
  });

  it("name the file that is coded as the framework says", () => {
    const { found } = read([[["Agree (4)", "4", "4", "4"]], [["Agree (2)", "Disagree (4)", "", ""]]]);
    expect(found[0]?.message).toContain("0.csv is coded as the framework says.");
    expect(found[0]?.place).toEqual({ file: "1.csv" });
  });
});

describe("two texts of one code", () => {
  it.each<[string, Rows, readonly string[]]>([
    ["that a file tells apart", [["Neutral", "Neither agree nor disagree", "", ""]], ["ANS014 error"]],
    [
      "in one column",
      [
        ["Neutral", "", "", ""],
        ["Undecided", "", "", ""],
      ],
      ["ANS014 error"],
    ],
    ["beside numbers", [["Neutral (3)", "3 - Undecided", "", ""]], ["ANS014 error"]],
    ["that are a label and its code", [["Agree", "4", "4.0", "agree (4)"]], []],
    ["in another case and spacing", [["Agree", "AGREE ", "agree", "Agree;"]], []],
    ["in another order of words", [["Strongly agree", "Agree strongly", "", ""]], []],
    ["that both say nothing applies", [["N/A", "Not applicable", "don't know", "unsure"]], []],
  ])("%s", (_, rows, codes) => {
    expect(codesOf([rows])).toEqual(codes);
    expect(codesOf([rows], { onUnknown: "missing" })).toEqual(codes);
  });

  it("are found across the files of a run, and told with them", () => {
    const { found } = read([[["Neutral", "4", "", ""]], [["4", "4", "Undecided", ""]], [["Undecided", "4", "", ""]]]);
    expect(found.filter(({ code }) => code === "ANS014")).toMatchObject([
      {
        severity: "error",
        message:
          'Different answers would be read as one on the scale agree: "Neutral" (0.csv) and "Undecided" (1.csv) as 3.',
        place: { file: "1.csv", line: 2 },
      },
    ]);
  });

  it("across files are left to a mapping that says what each text means", () => {
    const { plan } = planSource({
      ...{ framework: SMALL, program: { items: SMALL.items }, ...NOTHING_NAMED, audience: null },
      heads: ["a.csv", "b.csv"].map((file) => head(["C1", "C2", "R1", "R2"], { file })),
      rules: RULES,
    });
    const answers = plan?.answers.map((table) => ({ ...table, closed: true })) ?? [];
    const witness = createWitness(answers);
    for (const [file, cell] of [
      ["a.csv", "Neutral"],
      ["b.csv", "Undecided"],
    ] as const) {
      const read = { value: 3, label: cell.toLowerCase(), number: null };
      witness.met({ file, item: 0, cell, read, spot: () => ({ file, line: 2 }) });
    }
    expect(mergedTexts(witness.testimonies())).toEqual([]);
  });

  it("are listed with their code and a place", () => {
    const { found } = read([
      [
        ["Neutral", "4", "4", "4"],
        ["4", "Undecided", "4", "4"],
      ],
    ]);
    expect(found).toMatchObject([
      {
        message: 'Different answers would be read as one on the scale agree: "Neutral" and "Undecided" as 3.',
        place: { file: "0.csv", line: 3 },
      },
      { code: "ANS016" },
    ]);
  });
});

describe("texts that stand for no answer in one file", () => {
  const rows: Rows = [["-99", "4", "-98", "4"]];

  it("are unanswered there, unless the framework lists them", () => {
    const { answers, found } = read([rows], {}, { unanswered: ["-99", "-98"] });
    expect(answers).toEqual([[MISSING.unanswered, 4, MISSING.notApplicable, 4]]);
    expect(found).toEqual([]);
  });

  it("are unknown elsewhere", () => {
    expect(codesOf([rows])).toEqual(["ANS001 error"]);
  });
});

describe("an unknown answer", () => {
  const helpFor = (text: string) => read([[[text, "4", "4", "4"]]]).found[0]?.help ?? "";

  it.each([
    ["6", "just outside"],
    ["0", "just outside"],
    ["7", "Known answers"],
    ["Strongly agree \u00c3\u00a4", "Known answers"],
  ])("%j is helped with: %s", (text, words) => {
    expect(helpFor(text)).toContain(words);
  });
});

describe("numbers in some columns of a scale and words in others", () => {
  it.each<[string, readonly Rows[], readonly string[]]>([
    ["may run either way", [[["4", "5", "Agree", ""]]], ["ANS016 warning"]],
    ["with missing answers beside them", [[["4", "4", "Agree", "N/A"]]], ["ANS016 warning"]],
    [
      "where every column has both",
      [
        [
          ["4", "Agree", "4", ""],
          ["Agree", "4", "Agree", ""],
        ],
      ],
      ["ANS016 warning"],
    ],
    ["where labels have their numbers", [[["4", "4", "Agree (4)", ""]]], []],
    ["of two files, each of one kind", [[["4", "4", "4", ""]], [["Agree", "Agree", "Agree", ""]]], ["ANS016 warning"]],
    ["where words only say that nothing applies", [[["4", "N/A", "5", "don't know"]]], []],
  ])("%s", (_, files, codes) => {
    expect(codesOf(files)).toEqual(codes);
  });

  it("are named, with what to check", () => {
    expect(read([[["4", "5", "Agree", ""]]]).found).toMatchObject([
      {
        message: "On the scale agree, items C1, C2 have numbers for answers and item R1 has words.",
        help: expect.stringContaining('1 is "Strongly disagree"'),
      },
    ]);
  });
});
