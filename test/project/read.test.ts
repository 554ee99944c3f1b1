import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { settableOptions } from "../../src/cli/reading-options.ts";
import { readProjectText } from "../../src/project/read.ts";
import { SECTIONS } from "../../src/render/sheet.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const read = (text: string) => readProjectText({ text, file: "trust-audit.yaml", folder: "." });

const WHOLE = `framework: trust-indicators
framework_version: "1.0.0"
data: exports/*.csv
score:
  by: [department, "division/team"]
  audience: employees
  min-group: 6
  accept-guesses: on
  context: { breach: privacy, open: true }
  figure: { leavers: 4.5 }
figures:
  churn: { worst: 40, best: 5 }
output: [terminal, "html:report.html"]
audit: audit.json
baseline: baseline.json
gates:
  - trust.index >= 55
  - gate: drop(trust.index) <= 5
    mode: regression
    name: No real drop
check:
  output: junit:gates.xml
report:
  title: Trust at Example Ltd
  logo: logo.png
  accent: "#005f73"
  locale: de-CH
  sections: { items: off, plan: true }
  bands: { critical: alarm }
`;

describe("a project file", () => {
  it("is read whole, its options as the command line would have them", async () => {
    const { project, problems } = await read(WHOLE);
    expect(problems).toEqual([]);
    expect(project).toMatchObject({
      framework: "trust-indicators",
      frameworkVersion: "1.0.0",
      data: ["exports/*.csv"],
      output: ["terminal", "html:report.html"],
      audit: "audit.json",
      baseline: "baseline.json",
      checkOutput: ["junit:gates.xml"],
      report: { title: "Trust at Example Ltd", accent: "#005f73", locale: "de-CH", logo: "logo.png" },
    });
    expect([...(project?.options ?? [])]).toEqual([
      ["by", ["department", "division/team"]],
      ["audience", ["employees"]],
      ["min-group", ["6"]],
      ["accept-guesses", ["on"]],
      ["context", ["breach=privacy", "open=true"]],
      ["figure", ["leavers=4.5"]],
    ]);
    expect([...(project?.figureEnds ?? [])]).toEqual([["churn", { worst: 40, best: 5 }]]);
    expect([...(project?.report.sections ?? [])]).toEqual([
      ["items", false],
      ["plan", true],
    ]);
    expect(project?.gates).toMatchObject([
      { gate: "trust.index >= 55", name: null, mode: null, place: { line: 17, column: 5 } },
      { gate: "drop(trust.index) <= 5", name: "No real drop", mode: "regression", place: { line: 18 } },
    ]);
    expect(project?.placeOf(["score", "min-group"])).toMatchObject({ line: 7, column: 14 });
  });

  it.each([
    ["Windows line ends", WHOLE.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${WHOLE}`],
    ["one key", "data: [a.csv]\n"],
  ])("is read with %s", async (_, text) => expect((await read(text)).problems).toEqual([]));

  it.each([
    ["nothing", "", "FW004", /empty/],
    ["comments alone", "# framework: x\n", "FW004", /empty/],
    ["a list", "- framework: trust-equation\n", "FW007", /keys and values/],
    ["a text", "trust-equation\n", "FW007", /keys and values/],
    ["a tab", "score:\n\tby: [a]\n", "FW007", /tab/],
    ["a key twice", "audit: a\naudit: b\n", "FW008", /twice/],
    ["an anchor", "audit: &a b\n", "FW009", /anchor/],
    ["a broken encoding", "audit: caf\uFFFD\n", "FW003", /not UTF-8/],
    ["a control character", "audit: \u0007\n", "FW002", /control/],
    ["a megabyte", "x".repeat(1_000_001), "FW001", /too large to be a project file/],
    ["a prototype's key", "__proto__: {}\n", "FW010", /not allowed/],
    ["an unknown key", "framwork: trust-equation\n", "FW020", /not known/],
    ["an unknown option", "score: { min-grp: 6 }\n", "FW020", /not known/],
    ["an option of one run", "score: { explain: 12 }\n", "FW020", /not known/],
    ["an unknown section", "report: { sections: { item: off } }\n", "FW020", /not known/],
    ["a version that is a number", "framework: x\nframework_version: 1.0\n", "FW022", /must be text/],
    ["a version of nothing", 'framework_version: "1.0.0"\n', "FW021", /framework/],
    ["a list of numbers", "data: [1, 2]\n", "FW022", /must be text/],
    ["a colour by its name", "report: { accent: teal }\n", "FW024", /not a valid colour/],
    ["a switch with another word", "report: { sections: { items: hidden } }\n", "FW023", /not one of/],
    ["a gate without its gate", "gates: [{ name: x }]\n", "FW021", /gate/],
    ["an unknown mode", "gates: [{ gate: n >= 5, mode: strict }]\n", "FW023", /not one of/],
    ["an end that is text", "framework: x\nfigures: { churn: { worst: many, best: 5 } }\n", "FW022", /a number/],
    ["equal ends", "framework: x\nfigures: { churn: { worst: 5, best: 5 } }\n", "PF002", /same value/],
    ["standard input", 'data: ["-"]\n', "PF003", /standard input/],
    ["an unknown language", "report: { locale: xx-YY }\n", "PF004", /language tag/],
    ["no language at all", 'report: { locale: "_" }\n', "PF004", /language tag/],
    ["a report without its headline", "report: { sections: { headline: off } }\n", "PF005", /cannot be left out/],
    ["a report that asked nobody", "report: { sections: { about: off } }\n", "PF005", /hidden to protect/],
  ])("that is %s is refused at its place", async (_, text, code, says) => {
    const { project, problems } = await read(text);
    expect(project).toBeNull();
    const found = problems.find((problem) => problem.code === code);
    expect(found?.message).toMatch(says);
    expect(found?.place).toMatchObject({ file: "trust-audit.yaml", line: expect.any(Number) });
    expect(JSON.stringify(problems)).not.toMatch(/framework begins|to be a framework|A framework (?:is|needs) /);
  });

  it("has all its problems told at once, in the order of the file, with the likely words", async () => {
    const { problems } = await read("framwork: a\nscore: { exlude: careless }\nreport: { locale: xx, accent: red }\n");
    expect(problems.map(({ code, suggestion, place }) => [code, place?.line, suggestion])).toEqual([
      ["FW020", 1, "framework"],
      ["FW020", 2, "exclude"],
      ["PF004", 3, undefined],
      ["FW024", 3, undefined],
    ]);
  });
});

describe("the schema of project files", () => {
  const schema = JSON.parse(readFileSync(path.join(ROOT, "frameworks", "project.schema.json"), "utf8"));
  const keysOf = (node: { readonly properties: object }) => Object.keys(node.properties);

  it("names the sections that reports have", () =>
    expect(keysOf(schema.properties.report.properties.sections)).toEqual([...SECTIONS]));

  it("names the options of score that belong to more than one run, with their choices", () => {
    const options = settableOptions();
    expect(keysOf(schema.properties.score).sort()).toEqual(options.map(({ long }) => long).sort());
    for (const { long, choices, repeatable } of options)
      if (!repeatable) expect(schema.properties.score.properties[long].enum).toEqual(choices ?? undefined);
  });

  it("says what every key is for", () => {
    const bare: string[] = [];
    const walk = (node: unknown, at: string): void => {
      if (typeof node !== "object" || node === null) return;
      for (const [key, inner] of Object.entries((node as { properties?: object }).properties ?? {})) {
        if (typeof inner.description !== "string") bare.push(`${at}/${key}`);
        walk(inner, `${at}/${key}`);
      }
    };
    walk(schema, "");
    expect(bare).toEqual([]);
  });
});
