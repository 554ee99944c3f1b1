import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replay } from "../../src/interview/replay.ts";
import { missingIn, sheetEntries } from "../../src/interview/sheet.ts";
import { parseSheetLine } from "../../src/interview/sheet-line.ts";
import { writtenAnswers, writtenSheet } from "../../src/interview/sheet-written.ts";
import type { Answer, InterviewPlan, ItemQuestion, QuestionKey } from "../../src/interview/types.ts";
import { ITEMS, PLAN, ROOM } from "./sheet-fixture.ts";

function sheetOf(plan: InterviewPlan, line: string) {
  const { sheet, problems } = parseSheetLine(plan, line);
  if (sheet === null) throw new Error(`${line}: ${problems.map(({ message }) => message).join(" ")}`);
  return sheet;
}

function writtenAgain(plan: InterviewPlan, line: string): string {
  const [seat] = replay(sheetEntries(sheetOf(plan, line), 1));
  return writtenSheet(plan, seat!);
}

describe("a sheet written down again", () => {
  it.each([
    ["@17 43-5t2 =4", "@17 43-5t 2"],
    ["43 R1=12,5", "43- R1=12.5"],
    ["5:9 shift=-2", "5:9 - shift=-2"],
    ["C1=4 C.note=n", "4 4:n"],
    [
      '4 department="Front desk" "job family"=core // late "shift"',
      '4 department="Front desk" "job family"=core // late "shift"',
    ],
    ["", ""],
  ])("%s is %s", (line, written) => {
    expect(writtenAgain(PLAN, line)).toBe(written);
  });

  it("has the notes and hands of a room", () => {
    const line = '43 C1.note="not all" C1.hands=0,2,5,8,1';
    expect(writtenAgain(ROOM, line)).toBe(line);
  });

  const missing = fc.constantFrom<Answer | undefined>(
    { kind: "skipped" },
    { kind: "notApplicable" },
    { kind: "dontKnow" },
    undefined,
  );
  const answerTo = ({ scale }: ItemQuestion): fc.Arbitrary<Answer | undefined> =>
    scale.kind === "figure"
      ? fc.oneof(
          missing,
          fc.integer({ min: -650, max: 950 }).map((value): Answer => ({ kind: "figure", text: String(value / 10) })),
        )
      : fc.oneof(
          missing,
          fc.constantFrom(...scale.points).map(({ code }): Answer => ({ kind: "code", code })),
        );
  const choice = fc.option(fc.constantFrom("Sales", "Front desk"), { nil: undefined });
  const team = fc.option(fc.constantFrom("core", 'the "a = b" team', "//", "@3", "é 営"), { nil: undefined });

  it("reads to the same answers, whatever they are", () => {
    fc.assert(
      fc.property(fc.tuple(...ITEMS.map(answerTo)), choice, team, (given, department, family) => {
        const answers = new Map<QuestionKey, Answer>();
        for (const [at, answer] of given.entries()) if (answer !== undefined) answers.set(ITEMS[at]!.id, answer);
        if (department !== undefined) answers.set("@department", { kind: "choice", text: department });
        if (family !== undefined) answers.set("@job family", { kind: "choice", text: family });
        const read = sheetOf(PLAN, writtenAnswers(PLAN, { answers }));
        expect([...read.answers].sort()).toEqual([...answers].sort());
        expect(missingIn(read, PLAN)).toBe(given.filter((one) => one === undefined).length);
      }),
    );
  });
});
