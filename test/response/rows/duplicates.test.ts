import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noteAnswer } from "../../../src/response/answers/unreadable.ts";
import { createDuplicateFilter, createRowDigest } from "../../../src/response/rows/duplicates.ts";
import { createAnswerProblems } from "../../../src/response/rows/problems.ts";
import type { ReadingRules } from "../../../src/response/source-plan.ts";
import { MISSING } from "../../../src/response/types.ts";
import { RULES } from "../fixture.ts";

type Row = readonly [id: string, answers: readonly number[], ...groups: readonly string[]];

function fates(rule: ReadingRules["onDuplicate"], rows: readonly Row[]) {
  const problems = createAnswerProblems({ answers: [], rules: { ...RULES, onDuplicate: rule } });
  const filter = createDuplicateFilter(rule, problems);
  const seen = rows.map(([id, answers, ...groups], at) =>
    filter.see({ id, answers: Float64Array.from(answers), groups }, { file: "a.csv", line: () => at + 2 }),
  );
  return { seen, problems: problems.problems() };
}

const ROWS: readonly Row[] = [
  ["a", [1, 2]],
  ["b", [1, 2]],
  ["a", [1, 2]],
  ["a", [1, 3]],
  ["a", [1, 3]],
  ["a", [1, 2]],
];

describe("rows that repeat an id", () => {
  it.each([
    ["keep", ["new", "new", "drop", "repeated", "drop", "drop"]],
    ["first", ["new", "new", "drop", "drop", "drop", "drop"]],
    ["error", ["new", "new", "drop", "repeated", "drop", "drop"]],
  ] as const)("under %s", (rule, expected) => {
    expect(fates(rule, ROWS).seen).toEqual(expected);
  });

  it("are errors on request, told by line and never by id", () => {
    const { problems } = fates("error", [
      ["ann@x.org", [1, 2]],
      ["b", [1, 2]],
      ["ann@x.org", [1, 3]],
    ]);
    expect(problems).toMatchObject([
      { code: "ANS007", severity: "error", message: expect.stringContaining("a.csv:2 and a.csv:4") },
    ]);
    expect(JSON.stringify(problems)).not.toContain("ann@");
    expect(fates("keep", ROWS).problems).toEqual([]);
  });

  it.each<[string, Row, Row]>([
    ["the group", ["a", [1], "Sales"], ["a", [1], "Service"]],
    ["unanswered and 1", ["a", [1]], ["a", [MISSING.unanswered]]],
    ["not applicable and 2", ["a", [2]], ["a", [MISSING.notApplicable]]],
    ["unanswered and don't know", ["a", [MISSING.dontKnow]], ["a", [MISSING.unanswered]]],
    ["the order", ["a", [1, 2]], ["a", [2, 1]]],
  ])("differ by %s", (_, one, other) => {
    expect(fates("keep", [one, other]).seen).toEqual(["new", "repeated"]);
  });

  it("count for nothing in the answers nobody could read once they are dropped", () => {
    const problems = createAnswerProblems({ answers: [], rules: { ...RULES, onUnknown: "missing" } });
    const filter = createDuplicateFilter("keep", problems);
    const answers = Float64Array.of(4, MISSING.unknown, MISSING.unknown, MISSING.unanswered);
    for (let row = 0; row < 3; row += 1) {
      for (const text of ["x", "y"])
        noteAnswer(problems.bad(0, text, { kind: "unknown" }), () => ({ file: "a.csv", line: row }));
      filter.see({ id: "a", answers, groups: [] });
    }
    expect(problems.unknownAnswers).toBe(2);
  });

  it("are identical exactly when all answers are", () => {
    const answers = fc.array(fc.constantFrom(1, 2, 3, 4, 5, -1, ...Object.values(MISSING)), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const same = one.every((answer, at) => answer === other[at]);
        expect(
          fates("keep", [
            ["a", one],
            ["a", other],
          ]).seen[1],
        ).toBe(same ? "drop" : "repeated");
        expect(
          fates("keep", [
            ["a", one],
            ["a", one],
          ]).seen[1],
        ).toBe("drop");
      }),
      { seed: 20261122 },
    );
  });
});

describe("the digest of a file's rows", () => {
  type Rows = readonly (readonly [answers: readonly number[], groups: readonly string[]])[];
  const digest = (rows: Rows): string => {
    const made = createRowDigest();
    for (const [answers, groups] of rows) made.add(Float64Array.from(answers), groups);
    return made.value();
  };
  const FILE: Rows = [
    [[1, 2], ["Sales"]],
    [[1, 3], ["Sales"]],
    [[4, 4], ["Service"]],
  ];
  const [first, second, third] = FILE as [Rows[number], Rows[number], Rows[number]];

  it.each<[string, Rows]>([
    ["another order", [second, first, third]],
    ["a row fewer", [first, second]],
    ["a row more", [...FILE, third]],
    ["another answer", [first, second, [[4, 5], ["Service"]]]],
    ["another group", [first, second, [[4, 4], ["Sales"]]]],
    [
      "the end of a value elsewhere",
      FILE.map(([answers, [group = ""]]) => [answers, [group.slice(0, 2), group.slice(2)]] as const),
    ],
    ["no groups", FILE.map(([answers]) => [answers, []] as const)],
    ["nothing", []],
  ])("differs with %s", (_, rows) => {
    expect(digest(rows)).not.toBe(digest(FILE));
  });

  it("is the same exactly when the rows are", () => {
    const row = fc.tuple(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
      fc.constantFrom([], ["a", "b"], ["ab", ""], ["", "ab"]),
    );
    const rows = fc.array(row, { maxLength: 4 });
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        expect(digest(one) === digest(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
        expect(digest(one)).toBe(digest([...one]));
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

it("one id on every row costs no more than an id for each", () => {
  const filter = createDuplicateFilter("keep");
  const started = performance.now();
  const fates = Array.from({ length: 60_000 }, (_, at) =>
    filter.see({ id: "same", answers: Float64Array.of(at), groups: [] }),
  );
  expect(fates.filter((fate) => fate === "repeated")).toHaveLength(59_999);
  expect(performance.now() - started).toBeLessThan(5000);
});
