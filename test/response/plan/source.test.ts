import { describe, expect, it } from "vitest";
import { unsplit } from "../../../src/response/asked/audience.ts";
import { chooseForm } from "../../../src/response/asked/choose-form.ts";
import { mappingText, type PlanRequest, planSource } from "../../../src/response/plan/source.ts";
import type { SourcePlan } from "../../../src/response/source-plan.ts";
import { dimension, item } from "../../fixture.ts";
import { grouped, head, NOTHING_NAMED, RULES, SMALL } from "../fixture.ts";

const ALL = ["C1", "C2", "R1", "R2", "recommend"];
const request = (more: Partial<PlanRequest> = {}): PlanRequest => ({
  framework: SMALL,
  program: { items: SMALL.items },
  heads: [head(ALL)],
  ...NOTHING_NAMED,
  audience: "employees",
  rules: RULES,
  ...more,
});

function planned(more: Partial<PlanRequest> = {}): SourcePlan {
  const { plan, problems } = planSource(request(more));
  expect(problems).toEqual([]);
  if (plan === null) throw new Error("no plan");
  return plan;
}

describe("planning how files are read", () => {
  it("matches each file by itself", () => {
    const plan = planned({
      heads: [head(["team", ...ALL]), head(["R2", "R1", "C2", "C1", "team"])],
      segments: grouped("team"),
    });
    expect(plan.files.map((file) => file.itemColumns)).toEqual([
      [1, 2, 3, 4, 5],
      [3, 2, 1, 0, -1],
    ]);
    expect(plan.files.map((file) => file.segmentColumns)).toEqual([[0], [4]]);
    expect(plan.answers.map((table) => table.item)).toEqual(ALL);
  });

  it("lists every missing item with the nearest column that is left", () => {
    const { plan, problems } = planSource(
      request({ heads: [head(["C1", "C-2", "Do we meet our deadlines?", "Name"])] }),
    );
    expect(plan).toBeNull();
    expect(problems).toMatchObject([{ code: "CSV019", severity: "error", place: { file: "staff.csv" } }]);
    expect(problems[0]?.message).toBe(
      '3 of 5 items have no column: C2 (nearest: column 2 ("C-2")), R1, R2 (nearest: column 3 ("Do we meet our deadlines?")).',
    );
    expect(problems[0]?.help).toContain("short");
    expect(problems[0]?.help).toContain('Columns taken for nothing: 2 ("C-2"), 3 ("Do we meet our deadlines?").');
  });

  it("shows at most eight columns that were taken for nothing, and none that is a person's", () => {
    const others = Array.from({ length: 11 }, (_, at) => `Extra ${at + 1}`);
    const headers = ["Name", "Timestamp", "", "code", "C1", "jane@example.org", ...others];
    const { problems } = planSource(request({ heads: [head(headers, { headerLine: 3 })], id: "code" }));
    const shown = others
      .slice(0, 8)
      .map((header, at) => `${at + 7} ("${header}")`)
      .join(", ");
    expect(problems[0]?.help).toContain(`Columns taken for nothing: ${shown} and 3 more.`);
    expect(problems[0]?.place).toEqual({ file: "staff.csv", line: 3 });
    const none = planSource(request({ heads: [head(["C1", "Name"])] }));
    expect(none.problems[0]?.help).not.toContain("taken for nothing");
  });

  it("reports the problems of all files together", () => {
    const { problems } = planSource(
      request({ heads: [head(["C1"], { file: "a.csv" }), head(["Colour"], { file: "b.csv" })] }),
    );
    expect(problems.map((problem) => [problem.place?.file, problem.code])).toEqual([
      ["a.csv", "CSV019"],
      ["b.csv", "CSV020"],
    ]);
  });

  it("lets an optional dimension be absent as a whole, not in part", () => {
    const framework = {
      ...SMALL,
      items: [...SMALL.items, item("X1", "extra"), item("X2", "extra")],
      dimensions: [...SMALL.dimensions, dimension("extra", ["X1", "X2"], { optional: true })],
    };
    const program = { items: framework.items };
    expect(planSource(request({ framework, program })).problems).toEqual([]);
    const partly = planSource(request({ framework, program, heads: [head([...ALL, "X1"])] }));
    expect(partly.problems.map(({ message }) => message)).toEqual(["1 of 7 items have no column: X2."]);
  });

  it("lets no cell of a person's go on with the plan", () => {
    const headers = ["Name", "code", "team", "Comment", ...ALL];
    const sample = [["Ann Bell", "x7", "Sales", "ask Ann", "4", "4", "4", "4", "9"]];
    const plan = planned({ heads: [head(headers, { sample })], segments: grouped("team"), id: "code" });
    expect(plan.files[0]?.head.sample).toEqual([{ cells: ["", "", "Sales", "", "4", "4", "4", "4", "9"], line: 2 }]);
  });
});

describe("which form a file holds", () => {
  it.each([
    ["all items", [["C1", "C2", "R1", "R2"]], null],
    ["exactly the items of a form", [["team", "C1", "R1"]], "short"],
    ["one more than the form", [["C1", "R1", "R2"]], null],
    ["one fewer than the form", [["C1"]], null],
    [
      "the form in every file",
      [
        ["C1", "R1"],
        ["R1", "C1"],
      ],
      "short",
    ],
    [
      "the form in one file only",
      [
        ["C1", "R1"],
        ["C1", "C2", "R1", "R2"],
      ],
      null,
    ],
  ])("%s", (_, files, form) => {
    expect(
      chooseForm(
        SMALL,
        files.map((headers) => head(headers)),
        {
          full: SMALL,
          asked: unsplit(
            ["employees"],
            files.map((headers) => head(headers)),
          ),
        },
      ),
    ).toBe(form);
  });
});

describe("the text that names a reading", () => {
  const text = (more: Partial<PlanRequest> = {}) => mappingText(planned(more));

  it("does not depend on names of files or on columns that are not read", () => {
    const headers = ["Name", "Comment", ...ALL];
    expect(text({ heads: [head(headers)] })).toBe(
      text({ heads: [head(["E-mail", "Remarks", ...ALL], { file: "other.csv" })] }),
    );
    expect(text({ heads: [head(headers)] })).not.toContain("Name");
  });

  it("does not depend on how the rows are split into files, nor on their order", () => {
    const [one, other] = [head(ALL), head([...ALL].reverse())];
    const split = text({ heads: [one, other, { ...one, file: "third.csv" }] });
    expect(split).toBe(text({ heads: [other, one] }));
    expect(split).not.toBe(text({ heads: [one] }));
    expect(text({ heads: [one, one] })).toBe(text());
  });

  it.each<[string, Partial<PlanRequest>]>([
    ["a weight", { heads: [head([...ALL, "w"])], weight: "w" }],
    ["a second grouping", { heads: [head([...ALL, "team", "site"])], segments: grouped("team", "site") }],
    ["the columns", { heads: [head(["C2", "C1", "R1", "R2", "recommend"])] }],
    ["the rules", { rules: { ...RULES, onUnknown: "missing" } }],
    ["the items asked", { program: { items: SMALL.items.slice(0, 4) } }],
    ["the grouping", { heads: [head([...ALL, "team"])], segments: grouped("team") }],
  ])("changes with %s", (_, more) => {
    expect(text(more)).not.toBe(text());
  });

  it("changes with the meaning of an answer", () => {
    const scales = new Map(SMALL.scales);
    const agree = scales.get("agree");
    if (agree?.kind !== "coded") throw new Error("no agree scale");
    scales.set("agree", { ...agree, notApplicable: [...agree.notApplicable, "no idea"] });
    expect(text({ framework: { ...SMALL, scales } })).not.toBe(text());
  });
});
