import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/cli/exit.ts";
import { parseTargets } from "../../src/cli/output.ts";
import { type ScoreFlags, settingsOf } from "../../src/cli/settings.ts";

const flags = (more: Partial<ScoreFlags> = {}): ScoreFlags => ({
  framework: "trust-equation",
  onUnknown: "error",
  onRagged: "error",
  onDuplicate: "keep",
  ...more,
});

describe("settings of score", () => {
  it("has a default for everything", () => {
    expect(settingsOf(flags())).toMatchObject({
      by: null,
      id: null,
      headcount: null,
      minGroup: 5,
      effort: null,
      seed: 20261122,
    });
  });

  it.each([
    { by: "department", name: "department" },
    { by: "Years here", name: "Years here" },
    { by: '"R&D / Lab"', name: "R&D / Lab" },
    { by: '"a,b"', name: "a,b" },
  ])("--by $by names the column $name", ({ by, name }) => expect(settingsOf(flags({ by: [by] })).by).toBe(name));

  it.each([
    { wrong: { by: ["a", "b"] }, says: /Only one --by/ },
    { wrong: { by: ["division/team"] }, says: /hierarchy/ },
    { wrong: { by: ["a,b"] }, says: /crossing/ },
    { wrong: { by: [" "] }, says: /empty/ },
    { wrong: { minGroup: "2" }, says: /at least 3.*traced/ },
    { wrong: { minGroup: "five" }, says: /whole number/ },
    { wrong: { minGroup: "5.5" }, says: /whole number/ },
    { wrong: { headcount: "0" }, says: /at least 1/ },
    { wrong: { effort: "-1" }, says: /above 0/ },
    { wrong: { effort: "" }, says: /above 0/ },
    { wrong: { seed: "1e3" }, says: /whole number/ },
    { wrong: { explain: "0" }, says: /at least 1/ },
    { wrong: { include: ["spam", "careless"] }, says: /--include careless: choose from preview, spam, incomplete/ },
    { wrong: { exclude: ["spam"] }, says: /--exclude spam: choose from careless/ },
  ])("refuses $wrong", ({ wrong, says }) => {
    expect(() => settingsOf(flags(wrong))).toThrow(UsageError);
    expect(() => settingsOf(flags(wrong))).toThrow(says);
  });

  it("takes each row to include or exclude once, in one order", () => {
    const { rules } = settingsOf(flags({ include: ["spam", "preview", "spam"], exclude: ["careless", "careless"] }));
    expect(rules).toMatchObject({ include: ["preview", "spam"], exclude: ["careless"] });
  });

  it("takes a headcount as a number or as a file", () => {
    expect(settingsOf(flags({ headcount: "300" })).headcount).toBe(300);
    expect(settingsOf(flags({ headcount: "people.csv" })).headcount).toEqual({ file: "people.csv" });
  });
});

describe("-o", () => {
  const known = ["terminal", "markdown", "md", "json"];
  it.each([
    { values: ["json"], targets: [{ format: "json", path: null }] },
    {
      values: ["json:out/a.json", "md"],
      targets: [
        { format: "json", path: "out/a.json" },
        { format: "md", path: null },
      ],
    },
    { values: ["json:C:\\a.json"], targets: [{ format: "json", path: "C:\\a.json" }] },
    { values: ["json:-"], targets: [{ format: "json", path: null }] },
  ])("$values", ({ values, targets }) => expect(parseTargets(values, known)).toEqual(targets));

  it.each([
    { values: ["pdf"], says: /no format "pdf"/ },
    { values: ["json:"], says: /file name is missing/ },
    { values: ["json", "terminal"], says: /Only one output/ },
    { values: ["json:a", "markdown:a"], says: /same file/ },
  ])("refuses $values", ({ values, says }) => expect(() => parseTargets(values, known)).toThrow(says));
});
