import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDigit, paperCode } from "../../src/interview/paper/code.ts";
import { parseSheetLine } from "../../src/interview/sheet-line.ts";
import type { Answer, InterviewPlan, ItemQuestion } from "../../src/interview/types.ts";
import { ITEMS, PLAN, planOf, ROOM } from "./sheet-fixture.ts";

const code = (value: number): Answer => ({ kind: "code", code: value });
const figure = (text: string): Answer => ({ kind: "figure", text });
const choice = (text: string): Answer => ({ kind: "choice", text });
const BLANK: Answer = { kind: "skipped" };
const NOT: Answer = { kind: "notApplicable" };
const UNKNOWN: Answer = { kind: "dontKnow" };

function sheetOf(line: string, plan: InterviewPlan = PLAN) {
  const { sheet, problems } = parseSheetLine(plan, line);
  if (sheet === null) throw new Error(problems.map(({ message }) => message).join("\n"));
  return sheet;
}
const answersOf = (line: string, plan?: InterviewPlan) => Object.fromEntries(sheetOf(line, plan).answers);

/** Code, and the columns it underlines. */
const faultsOf = (line: string, plan = PLAN) =>
  parseSheetLine(plan, line).problems.map((one) => `${one.code} ${one.column}+${one.length}`);

describe("a line", () => {
  it.each<[string, Record<string, Answer>]>([
    ["43-n7", { C1: code(4), C2: code(3), R1: BLANK, "C.note": NOT, recommend: code(7) }],
    [" 4 3 -\tn 7 ", { C1: code(4), C2: code(3), R1: BLANK, "C.note": NOT, recommend: code(7) }],
    ["DN", { C1: UNKNOWN, C2: NOT }],
    ["43-510", { C1: code(4), C2: code(3), R1: BLANK, "C.note": code(5), recommend: code(10) }],
    ["43-5t2", { C1: code(4), C2: code(3), R1: BLANK, "C.note": code(5), recommend: code(10), shift: code(2) }],
    ["43-5-n", { C1: code(4), C2: code(3), R1: BLANK, "C.note": code(5), recommend: BLANK, shift: NOT }],
    ["43-5 10 2", { C1: code(4), C2: code(3), R1: BLANK, "C.note": code(5), recommend: code(10), shift: code(2) }],
    ["5:9 shift=-2 1:43", { recommend: code(9), shift: code(-2), C1: code(4), C2: code(3) }],
    ["5: 9", { recommend: code(9) }],
    [
      "43-5t- shift=-1",
      { C1: code(4), C2: code(3), R1: BLANK, "C.note": code(5), recommend: code(10), shift: code(-1) },
    ],
    ["R1=12,5 43-", { R1: figure("12.5"), C1: code(4), C2: code(3) }],
    ["43- 3=8 4=n", { C1: code(4), C2: code(3), R1: figure("8"), "C.note": NOT }],
    ["43 R1=d", { C1: code(4), C2: code(3), R1: UNKNOWN }],
    ["C.note=4 recommend=t C1=-", { "C.note": code(4), recommend: code(10), C1: BLANK }],
    [
      'department="Front desk" "job family"="the ""core"" = team"',
      { "@department": choice("Front desk"), "@job family": choice('the "core" = team') },
    ],
    ["department=sales", { "@department": choice("Sales") }],
    ["department=-", { "@department": BLANK }],
    ["", {}],
  ])("is read: %s", (line, answers) => {
    expect(answersOf(line)).toEqual(answers);
  });
  it("holds the number of its sheet, its check digit and a comment", () => {
    expect(sheetOf('@17 43 =7 // says "4 = fine", @18')).toMatchObject({
      number: 17,
      check: 7,
      checked: true,
      comment: 'says "4 = fine", @18',
    });
    expect(sheetOf("43//late\u001b[2J")).toMatchObject({ number: null, check: 7, checked: false, comment: "late [2J" });
    expect(sheetOf("43 //  ")).toMatchObject({ comment: null });
  });
  it("holds no sign that steers a terminal or turns the direction of writing", () => {
    const { comment, answers } = sheetOf('43 "job family"="a\u202eb\u0007" // \u001b[31mred \u2066all\u061c ');
    expect(comment).toBe("[31mred all");
    expect(answers.get("@job family")).toEqual({ kind: "choice", text: "a b" });
    expect(sheetOf('43 C1.note="x\u202ey"', ROOM).notes.get("C1")).toBe("x y");
    expect(faultsOf('43 C1.note="\u202e"', ROOM)).toEqual(["SL001 4+8"]);
  });
  it.each(["0,0,0,0,0", "0,2,5,8", "0,2,5,8,10001", "0,2,5,8,x"])("takes no hands that are none: %s", (hands) => {
    expect(faultsOf(`C1.hands=${hands}`, ROOM)).toEqual([`SL011 10+${hands.length}`]);
  });
  it("holds notes and shows of hands of a room", () => {
    const { notes, hands } = sheetOf('43 C1.note="not all agreed" C.note.note=split C1.hands=0,2,5,8,1', ROOM);
    expect(Object.fromEntries(notes)).toEqual({ C1: "not all agreed", "C.note": "split" });
    expect(Object.fromEntries(hands)).toEqual({ C1: [0, 2, 5, 8, 1] });
  });
});

describe("what is wrong in a line", () => {
  it.each([
    ["43-6", ["SL002 4+1"]],
    ["43-511", ["SL002 5+2"]],
    ["4t", ["SL002 2+1"]],
    ["04", ["SL002 1+1"]],
    ["shift=3", ["SL002 7+1"]],
    ["43-5t-1", ["SL002 6+2"]],
    ["43-5t2 43", ["SL003 8+1"]],
    ["43-5t2 4 3 R1=x", ["SL003 8+1", "SL010 15+1"]],
    ["43 C1=4", ["SL004 7+1"]],
    ["43 C1=-", ["SL004 7+1"]],
    ["- C1=4", ["SL004 6+1"]],
    ["43 1:5", ["SL004 6+1"]],
    ["R1=8 R1=9", ["SL004 9+1"]],
    ["department=Sales department=Sales", ["SL004 18+10"]],
    ["@17 @17", ["SL004 5+3"]],
    ["43 =7 =7", ["SL004 7+2"]],
    ["C9=4", ["SL005 1+2"]],
    ["C9.hands=1", ["SL005 1+2"]],
    ["department=Sale", ["SL006 12+4"]],
    ["43 =8", ["SL007 4+2"]],
    ["0:4", ["SL009 1+2"]],
    ["7:4", ["SL009 1+2"]],
    ["435", ["SL010 3+1"]],
    ["R1=12.345", ["SL010 4+6"]],
    ["R1=t", ["SL010 4+1"]],
    ["C1.note=x", ["SL011 1+7"]],
    ['43 // " fine', []],
    ['4 department="Sales', ["SL012 14+1"]],
    ['department="Front desk"s', ["SL012 12+1"]],
    ["@x", ["SL013 1+2"]],
    ["=12", ["SL013 1+3"]],
    ["C1=", ["SL001 1+3"]],
    ["hello", ["SL001 1+5"]],
    ["4,3,2", ["SL001 1+5"]],
    ["6 6 =1", ["SL002 1+1", "SL002 3+1"]],
  ])("is told: %s", (line, faults) => {
    const told = faultsOf(line);
    expect(told.filter((one) => !one.startsWith("SL014"))).toEqual(faults);
    expect(parseSheetLine(PLAN, line).sheet === null).toBe(faults.length > 0);
  });
  it("is told with the nearest name", () => {
    const [id] = parseSheetLine(PLAN, "recomend=4").problems;
    const [option] = parseSheetLine(PLAN, "department=Sale").problems;
    expect([id?.suggestion, option?.suggestion]).toEqual(["recommend", "Sales"]);
  });
  it("is told of a room's sheet", () => {
    expect(faultsOf("C1.hands=0,2,5,8 R1.hands=1 C2.note=a C2.note=b", ROOM)).toEqual([
      "SL011 10+7",
      "SL011 27+1",
      "SL004 39+7",
    ]);
  });
  it("is told where the number of the sheet is known", () => {
    const taken = new Map([
      [17, 3],
      [18, null],
    ]);
    const messages = ["@17 43", "@18 43", "@19 43"].map(
      (line) => parseSheetLine(PLAN, line, taken).problems[0]?.message,
    );
    expect(messages.slice(0, 2)).toEqual(["Sheet 17 stands in line 3 too.", "Sheet 18 was typed in before."]);
    expect(messages[2]).not.toContain("Sheet 19");
  });
  it("is a warning where the line may lack a sign", () => {
    expect(faultsOf("43-5t")).toEqual(["SL014 5+1"]);
    expect(faultsOf("43-5t shift=1")).toEqual([]);
    expect(faultsOf("43-5t =2")).toEqual(["SL014 8+1"]);
    expect(faultsOf("4:5t")).toEqual([]);
    expect(faultsOf("C1=4")).toEqual([]);
  });
});

describe("any sheet", () => {
  const missing = fc.constantFrom<Answer>(BLANK, NOT, UNKNOWN);
  const answerTo = ({ scale }: ItemQuestion): fc.Arbitrary<Answer> =>
    scale.kind === "figure"
      ? fc.oneof(
          missing,
          fc
            .integer({ min: -9999, max: 9999 })
            .map((value) => String(value / 10))
            // Scoring takes these for the mark of a missing answer.
            .filter((text) => !/^(?:-66|-77|-88|-99|-?999)$/.test(text))
            .map(figure),
        )
      : fc.oneof(
          missing,
          fc.constantFrom(...scale.points).map((point) => code(point.code)),
        );

  const SIGNS: Readonly<Record<string, string>> = { skipped: "-", notApplicable: "n", dontKnow: "d" };
  const written = (answer: Answer): string =>
    answer.kind === "code" ? String(answer.code) : answer.kind === "figure" ? answer.text : (SIGNS[answer.kind] ?? "");
  const isPlain = (answer: Answer) => answer.kind !== "figure" && !(answer.kind === "code" && answer.code < 0);

  /** The sheet as somebody may type it: in runs with spaces here and there, by name, or from somewhere in the middle. */
  function lineOf(
    items: readonly ItemQuestion[],
    answers: readonly Answer[],
    how: { gaps: readonly boolean[]; named: boolean; from: number },
  ) {
    const signs = items.map(({ id }, at) => ({ id, answer: answers[at] ?? BLANK, gap: how.gaps[at] ?? false }));
    if (how.named) return signs.map(({ id, answer }) => `${id}=${written(answer)}`).join(" ");
    // Codes of two digits end at a space; a blank before a digit where codes are negative would be a minus sign.
    const isApart = (id: string, answer: Answer) => id === "recommend" || !isPlain(answer);
    const run = (from: number, to: number) =>
      signs
        .slice(from, to)
        .map(
          ({ id, answer, gap }) => `${isPlain(answer) ? written(answer) : "-"}${gap || isApart(id, answer) ? " " : ""}`,
        )
        .join("");
    const apart = signs.filter(({ answer }) => !isPlain(answer)).map(({ id, answer }) => `${id}=${written(answer)}`);
    return [`${how.from + 1}:${run(how.from, items.length)}`, ...apart, `1:${run(0, how.from)}`].join(" ");
  }

  it("is typed and read to the same answers, and its check digit is right", () => {
    const sheet = fc.record({
      answers: fc.tuple(...ITEMS.map(answerTo)),
      gaps: fc.array(fc.boolean(), { minLength: ITEMS.length, maxLength: ITEMS.length }),
      named: fc.boolean(),
      from: fc.nat(ITEMS.length - 1),
    });
    fc.assert(
      fc.property(sheet, ({ answers, ...how }) => {
        const line = `${lineOf(ITEMS, answers, how)} =${checkDigit(answers)}`;
        expect(answersOf(line)).toEqual(Object.fromEntries(ITEMS.map(({ id }, at) => [id, answers[at]])));
      }),
    );
  });
  it("is never read with a wrong check digit", () => {
    fc.assert(
      fc.property(fc.tuple(...ITEMS.map(answerTo)), fc.integer({ min: 1, max: 9 }), (answers, by) => {
        const line = lineOf(ITEMS, answers, { gaps: [], named: true, from: 0 });
        const wrong = (checkDigit(answers) + by) % 10;
        expect(parseSheetLine(PLAN, `${line} =${wrong}`).problems.map((one) => one.code)).toEqual(["SL007"]);
      }),
    );
  });
  it("is read or refused with a place in the line, whatever is typed", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc
        .array(
          fc.constantFrom("4", "-", "n", "t", " ", "=", "@", "1", '"', "C1", ".", ":", "//", "department", "hands"),
          { maxLength: 14 },
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(typed, (line) => {
        const { sheet, problems } = parseSheetLine(ROOM, line);
        expect(sheet === null).toBe(problems.some(({ severity }) => severity === "error"));
        for (const { column, length } of problems) {
          expect(column).toBeGreaterThanOrEqual(1);
          expect(length).toBeGreaterThanOrEqual(1);
          expect(column + length - 1).toBeLessThanOrEqual(Math.max(1, line.length));
        }
      }),
    );
  });
});

describe("the code of a sheet", () => {
  it("is four signs, and others for other questions, another order or another wording", () => {
    const [first, second, ...others] = ITEMS as [ItemQuestion, ItemQuestion, ...ItemQuestion[]];
    const codes = [
      PLAN,
      planOf([second, first, ...others]),
      planOf([first, second]),
      planOf([{ ...first, text: "Another text" }, second, ...others]),
      { ...PLAN, audience: "customers" },
    ].map(paperCode);
    expect(codes.every((one) => /^[2-9B-Z]{4}$/.test(one))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    expect(paperCode(ROOM)).toBe(paperCode(PLAN));
  });
});
