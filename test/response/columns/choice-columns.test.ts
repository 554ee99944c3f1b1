import { describe, expect, it } from "vitest";
import { planSource } from "../../../src/response/plan/source.ts";
import { createDecoder } from "../../../src/response/rows/decode.ts";
import { createAnswerProblems } from "../../../src/response/rows/problems.ts";
import { MISSING } from "../../../src/response/types.ts";
import { head, NOTHING_NAMED, RULES, SMALL } from "../fixture.ts";

const LABELS = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"];
const REST = ["C2", "R1", "R2"];
const { unanswered, unknown } = MISSING;

function plan(headers: readonly string[], choices: readonly (string | null)[] = headers.map(() => null)) {
  const request = {
    framework: SMALL,
    program: { items: SMALL.items },
    ...NOTHING_NAMED,
    audience: null,
    rules: RULES,
  };
  return planSource({ ...request, heads: [head(headers, { choices })] });
}

function answerTo(headers: readonly string[], cells: readonly string[], choices?: readonly (string | null)[]) {
  const planned = plan(headers, choices).plan;
  if (planned === null) throw new Error("no plan");
  const problems = createAnswerProblems(planned);
  const decoder = createDecoder({ plan: planned, fileIndex: 0, program: { items: SMALL.items }, problems });
  const fate = decoder.decode([...cells, "4", "4", "4"], () => 2);
  return { fate, answer: decoder.answers[0], codes: problems.problems().map(({ code }) => code) };
}

const BRACKETS = [...LABELS.map((label) => `C1 [${label}]`), ...REST];
const DASHES = [...LABELS.map((label) => `Our company has the skills for its work - ${label}`), ...REST];

describe("a question with one column for each answer", () => {
  it.each([
    [["", "", "", "Agree", ""], 4, []],
    [["", "", "", "1", ""], 4, []],
    [["0", "0", "0", "0", "1"], 5, []],
    [["", "", "x", "", ""], 3, []],
    [["FALSE", "TRUE", "FALSE", "FALSE", "FALSE"], 2, []],
    [["", "", "", "4", ""], 4, []],
    [["", "", "", "", ""], unanswered, []],
    [["0", "0", "0", "0", "0"], unanswered, []],
    [["", "", "1", "1", ""], unknown, ["ANS009"]],
    [["", "", "", "3", ""], unknown, ["ANS001"]],
    [["", "", "", "perhaps", ""], unknown, ["ANS001"]],
  ])("%j", (cells, answer, codes) => {
    expect(answerTo(BRACKETS, cells)).toEqual({ fate: "scored", answer, codes });
  });

  it("is known by its headers", () => {
    expect(
      answerTo(
        DASHES.map((name) => name.replace("Our company has the skills for its work", "C1")),
        ["", "", "", "", "1"],
      ).answer,
    ).toBe(5);
    expect(plan(BRACKETS).plan?.files[0]?.columns[3]).toMatchObject({
      takenFor: "item",
      item: "C1",
      how: 'id equal, the answer "agree"',
    });
  });

  it("may have columns for ways of not answering, several of them", () => {
    const headers = [...BRACKETS.slice(0, 5), "C1 [N/A]", "C1 [Don't know]", "C1 [Prefer not to say]", ...REST];
    const none = ["", "", "", "", ""];
    expect(answerTo(headers, [...none, "1", "", ""]).answer).toBe(MISSING.notApplicable);
    expect(answerTo(headers, [...none, "", "", "x"]).answer).toBe(MISSING.dontKnow);
    expect(answerTo(headers, ["", "", "", "1", "", "1", "", ""])).toMatchObject({ answer: unknown, codes: ["ANS009"] });
  });

  it("is known by what the tool says its columns stand for", () => {
    const headers = ["C1", "C1", "C1", "C1", "C1", ...REST];
    expect(answerTo(headers, ["", "1", "", "", ""], [...LABELS, null, null, null]).answer).toBe(2);
  });

  it.each<[string, readonly string[], string]>([
    ["without a column for one answer", BRACKETS.filter((name) => !name.includes("Neutral")), "ANS015"],
    ["with one column only", ["C1 [Agree]", ...REST], "ANS015"],
    ["with the same answer twice", [...BRACKETS, "C1 [Undecided]"], "CSV017"],
    ["beside a column of its own", [...BRACKETS, "C1"], "CSV017"],
  ])("is refused %s", (_, headers, code) => {
    expect(plan(headers).problems.map((one) => one.code)).toContain(code);
    expect(plan(headers).plan).toBeNull();
  });
});

describe("a question that stands twice", () => {
  it.each([
    [["C1", "C1", ...REST]],
    [["C1", "C1.1", ...REST]],
    [["C1", ...REST, "R2 (2)"]],
    [["Our company has the skills for its work", "Our company has the skills for its work2", ...REST]],
  ])("%j is refused", (headers) => {
    expect(plan(headers).problems.map(({ code }) => code)).toContain("CSV017");
  });

  it.each([[["C1", ...REST, "Team", "Team", "Team.1"]], [["C1", ...REST, "C12", "C1 b"]]])("%j is none", (headers) => {
    expect(plan(headers).problems).toEqual([]);
  });
});
