import { describe, expect, it } from "vitest";
import { parseSegments, refuseItemNames } from "../../../src/cli/survey/segments.ts";
import { dimension, framework, item } from "../../fixture.ts";

describe("the questions about the person", () => {
  it.each([
    ["department", { name: "department", options: [] }],
    ["department=Sales,Service", { name: "department", options: ["Sales", "Service"] }],
    [' Site = North , South = "new" ', { name: "Site", options: ["North", 'South = "new"'] }],
    ['unit="R&D, Lab",Sales', { name: "unit", options: ["R&D, Lab", "Sales"] }],
    ["location=Here,There", { name: "location", options: ["Here", "There"] }],
  ])("%s", (value, question) => {
    expect(parseSegments([value])).toEqual([question]);
  });

  it.each([
    ["", "the name is missing"],
    ["=Sales", "the name is missing"],
    ["department=", "an option is empty"],
    ["department=Sales,", "an option is empty"],
    ["department=,Sales", "an option is empty"],
    ["department=Sales,,Service", "an option is empty"],
    ["department=Sales", "only one option"],
    ["department=Sales,sales", "given twice"],
    ["=a", "the name is missing"],
    ["-team", "begins with a sign"],
    ["@site=A,B", "begins with a sign"],
    ["Audience", "a column of that name already"],
    ["e-mail", "who answered"],
    ["name=Ann,Bob", "who answered"],
    ["a\tb", "a line break or tab"],
    ["a=b\nc,d", "a line break or tab"],
    [`a=${Array.from({ length: 31 }, (_, at) => `o${at}`).join(",")}`, "31 options"],
  ])("refuses %j: %s", (value, why) => {
    expect(() => parseSegments([value])).toThrow(why);
  });

  it("asks each once", () => {
    expect(() => parseSegments(["site", "Site=A,B"])).toThrow("given twice");
    expect(parseSegments(["site", "department"])).toHaveLength(2);
  });

  it.each(["C1", "c1", "C1 note", "C1 hands"])("%s is not taken from the framework", (name) => {
    const own = framework({ items: [item("C1", "care")], dimensions: [dimension("care", ["C1"])] });
    expect(() => refuseItemNames(parseSegments([name]), own)).toThrow("item C1");
    expect(() => refuseItemNames(parseSegments(["department"]), own)).not.toThrow();
  });
});
