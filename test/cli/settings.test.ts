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
      by: [],
      where: null,
      wave: null,
      previous: null,
      weight: null,
      only: null,
      id: null,
      headcount: null,
      minGroup: 5,
      effort: null,
      seed: 20261122,
      engine: "auto",
      threads: null,
    });
  });

  it("takes several groupings, each a column, levels, or a crossing", () => {
    expect(settingsOf(flags({ by: ["site", "division/team", '"R&D / Lab",tenure'] })).by).toEqual([
      { text: "site", kind: "single", columns: ["site"] },
      { text: "division/team", kind: "hierarchy", columns: ["division", "team"] },
      { text: '"R&D / Lab",tenure', kind: "crossing", columns: ["R&D / Lab", "tenure"] },
    ]);
  });

  it("takes a grouping and a level above it, and both orders of a hierarchy", () => {
    expect(settingsOf(flags({ by: ["a", "a/b", "b/a"] })).by).toHaveLength(3);
  });

  it.each([
    { raw: "code", name: "code" },
    { raw: " Years here ", name: "Years here" },
    { raw: "R&D / Lab", name: "R&D / Lab" },
    { raw: '"R&D / Lab"', name: "R&D / Lab" },
  ])("--id, --wave and --weight $raw name the column $name", ({ raw, name }) =>
    expect(settingsOf(flags({ id: raw, wave: raw, weight: raw }))).toMatchObject({
      id: name,
      wave: name,
      weight: name,
    }),
  );

  it("reads a condition into its columns and a test, and keeps its text", () => {
    const { where } = settingsOf(flags({ where: "region = North" }));
    expect(where).toMatchObject({ text: "region = North", columns: ["region"] });
    expect(where?.test(() => "North")).toBe(true);
    expect(where?.test(() => "South")).toBe(false);
  });

  it("points at what a condition cannot mean", () => {
    const run = () => settingsOf(flags({ where: "region North" }));
    expect(run).toThrow(UsageError);
    expect(run).toThrow(/^--where: /);
    expect(run).toThrow(expect.objectContaining({ help: expect.stringMatching(/^ {2}region North\n {2} +\^\n./) }));
  });

  it("takes an earlier export with the ids that pair it", () => {
    expect(settingsOf(flags({ previous: "2025.csv", id: "code" }))).toMatchObject({ previous: "2025.csv", id: "code" });
  });

  it.each([
    { output: [], draws: 200 },
    { output: ["terminal", "room:r.txt"], draws: 200 },
    { output: ["terminal", "json:a.json"], draws: 2000 },
    { output: ["md"], draws: 2000 },
  ])("draws $draws times for $output", ({ output, draws }) => expect(settingsOf(flags({ output })).draws).toBe(draws));

  it.each([
    { wrong: { by: ["a", "b", "a"] }, says: /--by a is given twice/ },
    { wrong: { by: ["a,b", 'b,"a"'] }, says: /given twice/ },
    { wrong: { by: ["division/team,site"] }, says: /hierarchy.*crossing/ },
    { wrong: { by: [" "] }, says: /empty/ },
    { wrong: { id: " " }, says: /--id: the column name is empty/ },
    { wrong: { wave: '""' }, says: /--wave: the column name is empty/ },
    { wrong: { wave: '"a' }, says: /--wave: a quote is opened/ },
    { wrong: { wave: '"a","b"' }, says: /give one column/ },
    { wrong: { weight: "" }, says: /--weight: the column name is empty/ },
    { wrong: { previous: "a.csv" }, says: /--previous needs --id/ },
    { wrong: { previous: "", id: "code" }, says: /--previous: the file name is empty/ },
    { wrong: { previous: "a.csv", id: "code", wave: "year" }, says: /do not go together/ },
    { wrong: { minGroup: "2" }, says: /at least 3.*traced/ },
    { wrong: { minGroup: "five" }, says: /whole number/ },
    { wrong: { minGroup: "5.5" }, says: /whole number/ },
    { wrong: { headcount: "0" }, says: /at least 1/ },
    { wrong: { effort: "-1" }, says: /above 0/ },
    { wrong: { effort: "" }, says: /above 0/ },
    { wrong: { seed: "1e3" }, says: /whole number/ },
    { wrong: { threads: "0" }, says: /--threads 0: give a whole number of at least 1/ },
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
