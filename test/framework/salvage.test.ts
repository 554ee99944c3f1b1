import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readFramework } from "../../src/framework/read.ts";
import { WHOLE } from "../part.ts";
import { brief, changed, problemsIn, SAMPLE } from "./sample.ts";

const DIVISION = "FW063 33:62 /";

/** The sample with a division by zero in its second composite, and one thing more. */
function withDivision(from: string, to: string): string {
  return changed(from, to).replace("skill / self", "skill / (self - 3)");
}

describe("beside errors of the schema", () => {
  it.each([
    ["purpose: For tests.", "purpose:", ["FW022 5:1 purpose"]],
    ["about: Can do., ", "", ["FW021 17:5 {"]],
    ["title: Base, ", "", ["FW021 32:5 {"]],
    ["about: Base., ", "", ["FW021 32:5 {"]],
    ["about: Own gain.", "abut: Own gain.", ["FW020 18:30 abut → about"]],
    ["title: Skill", "title: 12", ["FW022 17:25 12"]],
    ["label: Much", "label: ''", ["FW026 12:123 ''"]],
    ["text: Four", "text: ''", ["FW026 25:38 ''"]],
    ["text: Four", "text: [Four]", ["FW022 25:38 ["]],
    ["because: It does.", "because: ''", ["FW026 35:56 ''"]],
    ["severity: high", "severity: grave", ["FW023 39:15 grave"]],
    ["    severity: high\n", "", ["FW021 37:5 id"]],
    ["statistic: nps", "statistic: npss", ["FW023 30:68 npss → nps"]],
    [
      "direction: lower, facets: { care: 1 } }\n  - { id: worries",
      "direction: low, facets: { care: 1 } }\n  - { id: worries",
      ["FW023 18:59 low"],
    ],
    ["text: One", "text: One, colour: red", ["FW020 22:44 colour"]],
    ["text: One", "text: One, weight: 9", ["FW025 22:52 9"]],
    ["text: One", "text: One, weight: '2'", ["FW022 22:52 '2'"]],
    ["version: 1.0.0", "version: 1.0", ["FW022 3:10 1.0"]],
    ["id: sample", "id: Sample", ["FW024 2:5 Sample → sample"]],
    ["- id: weak", "- id: Weak", ["FW024 37:9 Weak → weak"]],
    ["by: 15", "by: many", ["FW022 40:71 many"]],
    ["dimension: skill, text: One", "dimension: skil, text: One", ["FW032 22:26 skil → skill"]],
  ])("the linter still sees a division by zero: %s → %s", async (from, to, expected) => {
    const found = (await problemsIn(withDivision(from, to))).map(brief);
    expect(found.map((one) => one.replace(/^(FW063) .*/, "$1")).toSorted()).toEqual([...expected, "FW063"].toSorted());
  });

  it.each([
    ["id: K1,", "id: [K1],"],
    ["code: 0,", "code: none,"],
    ["items:\n", "questions:\n"],
  ])("the linter is silent where ids, lists or numbers have lost their shape: %s → %s", async (from, to) => {
    expect((await problemsIn(withDivision(from, to))).map(brief)).not.toContain(DIVISION);
  });

  it("points at the key as it is written", async () => {
    const text = changed("defaults: { scale: agree }", "defaults: { scal: agre }");
    expect((await problemsIn(text)).map(brief)).toEqual(["FW020 14:13 scal → scale", "FW032 14:19 agre → agree"]);
  });

  it("reads two misspellings of one key as one key and a stranger", async () => {
    const text = changed("title: Skill,", "titel: Skill, tile: Skill,");
    const problems = (await problemsIn(text)).map(brief);
    expect(problems).toContain("FW020 17:18 titel → title");
    expect(problems).toHaveLength(2);
  });
});

type Change = { readonly at: number; readonly how: "drop" | "rename" | "put"; readonly put: unknown };

/** Every place of plain data at which something can be changed. */
function places(value: unknown): { readonly holder: Record<string, unknown>; readonly key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...places(holder[key])]);
}

function change(document: unknown, { at, how, put }: Change): void {
  const all = places(document);
  const place = all[at % all.length];
  if (place === undefined) return;
  const { holder, key } = place;
  const old = holder[key];
  if (how === "put") holder[key] = put;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  if (how === "rename" && !Array.isArray(holder)) holder[`${key}s`] = old;
}

describe("a damaged document", () => {
  it("never makes the reader throw, and is compiled only without errors", async () => {
    const wrong = fc.constantFrom<unknown>(
      null,
      "",
      "x",
      "Skill",
      0,
      -1,
      1.5,
      1e9,
      true,
      [],
      {},
      [null],
      [[]],
      ["K1"],
      { a: 1 },
      { of: "x" },
      "self +",
      "yes",
    );
    const edit = fc.record({
      at: fc.nat(10_000),
      how: fc.constantFrom<Change["how"]>("drop", "rename", "put", "put"),
      put: wrong,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const document = parse(SAMPLE) as unknown;
        for (const one of edits) change(document, one);
        const text = JSON.stringify(document, null, 1);
        const { framework, problems } = await readFramework({ text, file: "f.yaml", catalogue: [], hash: "0" });
        expect(framework === null).toBe(problems.some((problem) => problem.severity === "error"));
        const briefs = problems.map((problem) => `${brief(problem)} ${problem.message}`);
        expect(new Set(briefs).size).toBe(briefs.length);
      }),
      { seed: 20261122, numRuns: WHOLE ? 400 : 130 },
    );
  });
});
