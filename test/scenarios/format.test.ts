import { describe, expect, it } from "vitest";
import { parseCommandLine } from "./command-line.ts";
import { parseScenario, withOutcome } from "./format.ts";
import { difference } from "./match.ts";
import { mismatches } from "./run.ts";

const SCENARIO = `# Scores two people

Some words about it.
--- file data.csv
id,C1
1,5

--- file staff.csv copy examples/staff.csv
--- run
NO_COLOR=1 trust-audit score data.csv -f 'trust equation' < staff.csv

--- exit 4
--- stdout
head
...
foot {*} 12

--- stderr any
--- file-after out.json
{}
--- no-file other.json
--- run
trust-audit --version
`;

describe("a scenario", () => {
  it("is read from its text", () => {
    const { title, files, runs } = parseScenario(SCENARIO);
    expect(title).toBe("Scores two people");
    expect(files).toEqual([
      { name: "data.csv", copy: null, text: "id,C1\n1,5\n" },
      { name: "staff.csv", copy: "examples/staff.csv", text: "" },
    ]);
    expect(runs).toHaveLength(2);
    expect(runs[0]).toMatchObject({
      command: { env: { NO_COLOR: "1" }, argv: ["score", "data.csv", "-f", "trust equation"], stdin: "staff.csv" },
      exit: 4,
      stdout: ["head", "...", "foot {*} 12"],
      stderr: "any",
      filesAfter: [{ name: "out.json", lines: ["{}"] }],
      absentFiles: ["other.json"],
    });
    expect(runs[1]).toMatchObject({ exit: 0, stdout: "empty", stderr: "empty", filesAfter: [], absentFiles: [] });
  });

  it.each([
    ["no title", "--- run\ntrust-audit\n", /title/],
    ["no run", "# T\n--- file a\n", /--- run/],
    ["a misspelt section", "# T\n--- run\ntrust-audit\n--- stdot\nx\n", /Line 4.*stdot/],
    ["an expectation before a run", "# T\n--- stdout\nx\n--- run\ntrust-audit\n", /Line 2.*stdout/],
    ["two commands in a run", "# T\n--- run\ntrust-audit\ntrust-audit\n", /Line 2/],
    ["another program", "# T\n--- run\nrm -rf /\n", /trust-audit/],
    ["an exit code in words", "# T\n--- run\ntrust-audit\n--- exit none\n", /number/],
    ["a nameless file", "# T\n--- file\n--- run\ntrust-audit\n", /name/],
  ])("with %s is refused", (_, text, message) => {
    expect(() => parseScenario(text)).toThrow(message);
  });

  it("takes over what came of one run and leaves the rest as it was", () => {
    const files = new Map([
      ["out.json", null],
      ["other.json", ["[]"]],
    ]);
    const updated = withOutcome(SCENARIO, 0, { exit: 0, stdout: ["new"], stderr: ["warned"], files });
    const { runs, files: laidOut, title } = parseScenario(updated);
    expect({ title, laidOut }).toEqual({ title: "Scores two people", laidOut: parseScenario(SCENARIO).files });
    expect(runs[0]).toMatchObject({ exit: 0, stdout: ["new"], stderr: "any", absentFiles: ["out.json"] });
    expect(runs[0]?.filesAfter).toEqual([{ name: "other.json", lines: ["[]"] }]);
    expect(runs[1]).toEqual(parseScenario(SCENARIO).runs[1]);
    expect(updated).toContain("Some words about it.");
  });

  it("agrees with its own outcome after taking it over", () => {
    const outcome = { exit: 3, stdout: ["a", "", "b"], stderr: [], files: new Map([["out.json", ["{}"]]]) };
    const once = withOutcome(SCENARIO, 1, outcome);
    expect(mismatches(parseScenario(once).runs[1]!, outcome)).toEqual([]);
    expect(withOutcome(once, 1, outcome)).toBe(once);
  });

  it("says all that differs", () => {
    const [run] = parseScenario(SCENARIO).runs;
    const files = new Map([
      ["out.json", null],
      ["other.json", ["x"]],
    ]);
    const found = mismatches(run!, { exit: 0, stdout: ["head"], stderr: ["anything"], files });
    expect(found).toEqual([
      "exit code: expected 4, was 0",
      "stdout:\n  head\n  ...\n- foot {*} 12",
      "file out.json:\n(not there)",
      "file other.json: expected to be absent",
    ]);
  });

  it("with no expectation demands silence", () => {
    const run = parseScenario(SCENARIO).runs[1]!;
    const outcome = { exit: 0, stdout: ["0.1.0"], stderr: ["careful"], files: new Map() };
    expect(mismatches(run, outcome)).toEqual(["stdout:\n+ 0.1.0", "stderr:\n+ careful"]);
  });
});

describe("a command line", () => {
  it.each([
    ["trust-audit", { env: {}, argv: [], stdin: null }],
    ["A=1 B='x y' trust-audit c", { env: { A: "1", B: "x y" }, argv: ["c"], stdin: null }],
    [`trust-audit --by '"R&D / Lab"'`, { env: {}, argv: ["--by", '"R&D / Lab"'], stdin: null }],
    [`trust-audit "a \\"b\\" c" d\\ e f'g'h`, { env: {}, argv: ['a "b" c', "d e", "fgh"], stdin: null }],
    ["trust-audit score - < 'my file.csv' -q", { env: {}, argv: ["score", "-", "-q"], stdin: "my file.csv" }],
    ["trust-audit --gate=a=b ''", { env: {}, argv: ["--gate=a=b", ""], stdin: null }],
  ])("%s", (text, expected) => {
    expect(parseCommandLine(text)).toEqual(expected);
  });

  it.each(["trust-audit 'open", "trust-audit <", "A=1"])("%s is refused", (text) => {
    expect(() => parseCommandLine(text)).toThrow();
  });
});

describe("an expectation", () => {
  it.each([
    { expected: ["a", "b"], actual: ["a", "b"] },
    { expected: [], actual: [] },
    { expected: ["..."], actual: [] },
    { expected: ["..."], actual: ["a", "b"] },
    { expected: ["a", "...", "d"], actual: ["a", "b", "c", "d"] },
    { expected: ["...", "b", "...", "b"], actual: ["b", "a", "b", "b"] },
    { expected: ["x {*} y"], actual: ["x 12 (z) y"] },
    { expected: ["{*}"], actual: [""] },
    { expected: ["a.c (1) {*}"], actual: ["a.c (1) !"] },
  ])("$expected is met by $actual", ({ expected, actual }) => {
    expect(difference(expected, actual)).toBeNull();
  });

  it.each([
    { expected: ["a"], actual: [], diff: "- a" },
    { expected: [], actual: ["a"], diff: "+ a" },
    { expected: ["a", "b", "c"], actual: ["a", "x", "c"], diff: "  a\n- b\n+ x\n  c" },
    { expected: ["a", "...", "d"], actual: ["a", "b", "c"], diff: "  a\n  ...\n- d" },
    { expected: ["a.c {*}"], actual: ["abc 1"], diff: "- a.c {*}\n+ abc 1" },
    { expected: ["x {*}"], actual: ["x"], diff: "- x {*}\n+ x" },
  ])("$expected is not met by $actual", ({ expected, actual, diff }) => {
    expect(difference(expected, actual)).toBe(diff);
  });
});
