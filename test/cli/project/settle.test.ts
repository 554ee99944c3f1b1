import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/cli/exit.ts";
import { checked } from "../../../src/cli/project/checked.ts";
import { type GivenFlags, settle } from "../../../src/cli/project/settle.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { readProjectText } from "../../../src/project/read.ts";
import type { Project } from "../../../src/project/types.ts";

async function projectOf(text: string, folder = "."): Promise<Project> {
  const { project, problems } = await readProjectText({ text, file: "trust-audit.yaml", folder });
  if (project === null) throw new Error(JSON.stringify(problems));
  return project;
}

const settled = (given: GivenFlags, project: Project | null, env: Record<string, string> = {}) =>
  settle(given, { project, env });

describe("settings of score, from everywhere", () => {
  it("are the defaults where nobody says anything", () => {
    const { flags, settings } = settled({}, null);
    expect(flags).toEqual({ framework: "", onUnknown: "error", onRagged: "error", onDuplicate: "keep" });
    expect(new Set([...settings.values()].map(({ origin }) => origin.kind))).toEqual(new Set(["default"]));
  });

  describe.each([
    { kind: "flag", by: ["flag"] },
    { kind: "environment", by: ["env one", "env two"] },
    { kind: "project", by: ["file one", "file two"] },
    { kind: "default", by: undefined },
  ])("take the flag before the environment before the project file: $kind", ({ kind, by }) => {
    const ORDER = ["flag", "environment", "project", "default"];
    const last = ORDER.indexOf(kind);
    // Whether each of those that come after it says something, too.
    it.each([0, 1, 2, 3])("whatever the others say (%i)", async (others) => {
      const says = (one: string) =>
        one === kind || (ORDER.indexOf(one) > last && ((others >> (ORDER.indexOf(one) - 1)) & 1) === 1);
      const project = says("project") ? await projectOf("score: { by: [file one, file two] }\n") : null;
      const env: Record<string, string> = says("environment") ? { TRUST_AUDIT_BY: "env one\n env two \n" } : {};
      const { flags, settings } = settled(says("flag") ? { by: ["flag"] } : {}, project, env);
      expect(settings.get("by")?.origin.kind).toBe(kind);
      expect(flags.by).toEqual(by);
    });
  });

  it("know where they come from", async () => {
    const project = await projectOf("framework: trust-equation\nscore:\n  min-group: 6\n  wave: year\n");
    const { settings } = settled({ effort: "3" }, project, { TRUST_AUDIT_WAVE: "quarter" });
    expect(settings.get("min-group")).toMatchObject({ values: ["6"], origin: { kind: "project", place: { line: 3 } } });
    expect(settings.get("wave")).toMatchObject({
      values: ["quarter"],
      origin: { kind: "environment", variable: "TRUST_AUDIT_WAVE" },
    });
    expect(settings.get("effort")?.origin.kind).toBe("flag");
    expect(settings.get("seed")?.origin.kind).toBe("default");
  });

  it("find files of the project file beside it, wherever the command runs", async () => {
    const text = `framework: own.yaml
score: { map: maps/m.yaml, previous: old.csv, id: code, headcount: people.csv, profile: [retail, "./own.yaml:a=b"] }
output: ["html:out/r.html", "markdown", "json:-"]
`;
    const { flags } = settled({}, await projectOf(text, "../.."));
    expect(flags).toMatchObject({
      framework: "../../own.yaml",
      map: "../../maps/m.yaml",
      previous: "../../old.csv",
      headcount: "../../people.csv",
      profile: ["retail", "../../own.yaml:a=b"],
      output: ["html:../../out/r.html", "markdown", "json:-"],
    });
    expect(settled({ map: "m.yaml" }, await projectOf(text, "../..")).flags.map).toBe("m.yaml");
  });

  it("have a switch that can be turned off again", async () => {
    const project = await projectOf("score: { accept-guesses: on }\n");
    expect(settled({}, project).flags.acceptGuesses).toBe(true);
    expect(settled({}, project, { TRUST_AUDIT_ACCEPT_GUESSES: "off" }).flags.acceptGuesses).toBe(false);
    expect(() => settled({}, null, { TRUST_AUDIT_ACCEPT_GUESSES: "maybe" })).toThrow(UsageError);
    expect(() => settled({}, null, { TRUST_AUDIT_DIALECT: "excel" })).toThrow(/TRUST_AUDIT_DIALECT=excel: choose/);
  });
});

describe("what is wrong with them", () => {
  it("is told of the project file all at once, at its lines", async () => {
    const text = `score:
  min-group: 2
  by: [a, "b/"]
  figure: { leavers: 1.0e+30 }
  previous: old.csv
output: [terminal, "htm:x"]
`;
    const project = await projectOf(text);
    const run = () => checked(settled({ framework: "x" }, project), project);
    expect(run).toThrow(ProblemsError);
    try {
      run();
    } catch (error) {
      const { problems, exitCode } = error as ProblemsError;
      expect(exitCode).toBe(3);
      expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([
        ["PF001", 2],
        ["PF001", 3],
        ["PF001", 4],
        ["PF001", 5],
        ["PF001", 6],
      ]);
      expect(problems[0]?.message).toMatch(/^min-group 2: give a whole number of at least 3/);
      expect(problems[1]?.place?.column).toBe(11);
    }
  });

  it("is told of a flag as a flag, and of the environment by its name there", async () => {
    const project = await projectOf("score: { min-group: 6 }\n");
    const run =
      (given: GivenFlags, env = {}) =>
      () =>
        checked(settled({ framework: "x", ...given }, project, env), project);
    expect(run({ minGroup: "1" })).toThrow(/^--min-group 1:/);
    expect(run({}, { TRUST_AUDIT_MIN_GROUP: "1" })).toThrow(/^TRUST_AUDIT_MIN_GROUP 1:/);
    expect(run({}, { TRUST_AUDIT_MIN_GROUP: "1" })).toThrow(UsageError);
    expect(run({})()).toMatchObject({ settings: { minGroup: 6 } });
  });
});
