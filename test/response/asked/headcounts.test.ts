import { describe, expect, it } from "vitest";
import { assignHeadcounts, headcountsOf } from "../../../src/response/asked/headcounts.ts";

type Cell = Parameters<typeof assignHeadcounts>[1][number];
const total = (people: number): Cell => ({ kind: "total", label: "", people });
const group = (label: string, people: number): Cell => ({ kind: "group", label, people });
const pool = (people: number): Cell => ({ kind: "pool", label: "", people });
const file = (...rows: readonly (readonly [string, number])[]) => headcountsOf(rows, "people.csv").headcounts;
const codes = (assigned: ReturnType<typeof assignHeadcounts>) => assigned.problems.map(({ code }) => code);

describe("which headcount belongs to whom", () => {
  it.each<[string, ReturnType<typeof file> | null, readonly Cell[], readonly (number | null)[]]>([
    ["none given", null, [total(9), group("Sales", 9)], [null, null]],
    ["one number", { total: 40, groups: null }, [total(9), group("Sales", 5), pool(4)], [40, null, null]],
    [
      "every group",
      file(["Sales", 10], ["Service", 20]),
      [total(15), group("Sales", 8), group("Service", 7)],
      [30, 10, 20],
    ],
    [
      "the pool has what is left",
      file(["Sales", 10], ["A", 3], ["B", 4]),
      [total(14), group("Sales", 8), pool(6)],
      [17, 10, 7],
    ],
    ["a blank group", file(["Sales", 10], ["", 6]), [total(14), group("Sales", 8), group("", 6)], [16, 10, 6]],
  ])("%s", (_, headcounts, cells, expected) => {
    expect(assignHeadcounts(headcounts, cells)).toEqual({ headcounts: expected, problems: [] });
  });

  it("does not know the total where the file leaves out a shown group, and suggests the name it may have", () => {
    const cells = [total(240), group("Finance", 40), group("Sales", 150), pool(50)];
    const assigned = assignHeadcounts(file(["Finances", 43], ["Sales", 160], ["Service", 9]), cells);
    expect(assigned.headcounts).toEqual([null, null, 160, null]);
    expect(assigned.problems).toMatchObject([
      {
        code: "HC005",
        severity: "warning",
        message:
          'The group "Finance" is not in the headcount file: neither it nor everyone together has a response rate.',
        suggestion: "Finances",
      },
    ]);
  });

  it("suggests no name that belongs to another shown group", () => {
    const assigned = assignHeadcounts(file(["Sales A", 43]), [total(20), group("Sales A", 10), group("Sales B", 10)]);
    expect(assigned.problems).toHaveLength(1);
    expect(assigned.problems[0]).not.toHaveProperty("suggestion");
  });

  it("says nothing of a group nobody belongs to: it may be hidden", () => {
    const headcounts = file(["Sales", 10], ["Board", 3], ["Closed branch", 12]);
    expect(codes(assignHeadcounts(headcounts, [total(8), group("Sales", 8)]))).toEqual([]);
  });

  it.each<[string, readonly Cell[], string]>([
    ["everyone", [total(31), group("Sales", 9)], "Everyone together has 31 answers but a headcount of 30."],
    ["a group", [total(11), group("Sales", 11)], 'The group "Sales" has 11 answers but a headcount of 10.'],
    [
      "the pool",
      [total(30), group("Sales", 9), pool(21)],
      "The pool of small groups has 21 answers but a headcount of 20.",
    ],
  ])("refuses more answers than people: %s", (_, cells, message) => {
    const { problems } = assignHeadcounts(file(["Sales", 10], ["Service", 20]), cells);
    expect(problems).toMatchObject([{ code: "HC004", severity: "error", message }]);
    expect(problems[0]?.help?.includes("a line of their own that begins with the comma: ,3")).toBe(
      message.includes("pool"),
    );
  });

  it("tells a blank group how to be counted", () => {
    const [problem] = assignHeadcounts(file(["Sales", 10]), [total(15), group("Sales", 9), group("", 6)]).problems;
    expect(problem?.message).toMatch(/^The group of people without one is not in the headcount file/);
    expect(problem?.help).toContain(",3");
  });

  it("refuses a group that stands twice and a file that counts nobody", () => {
    const { problems } = headcountsOf(
      [
        ["A", 0],
        ["A\u001b[2J", 0],
        ["A", 0],
      ],
      "people.csv",
    );
    expect(problems.map(({ code }) => code)).toEqual(["HC002", "HC003"]);
  });
});
