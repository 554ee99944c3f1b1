import { describe, expect, it } from "vitest";
import { codeAnswer } from "../../../src/response/answers/answers.ts";
import { checkMapping } from "../../../src/response/mapping/check.ts";
import { readMapping } from "../../../src/response/mapping/read.ts";
import type { Mapping } from "../../../src/response/mapping/types.ts";
import { mappingText, planSource } from "../../../src/response/plan/source.ts";
import type { SegmentColumn } from "../../../src/response/source-plan.ts";
import { dimension, framework, item } from "../../fixture.ts";
import { RULES } from "../../settings.ts";
import { grouped, head, NOTHING_NAMED } from "../fixture.ts";

const TWO = framework({ items: [item("A1", "a"), item("A2", "a")], dimensions: [dimension("a", ["A1", "A2"])] });

const COLUMNS = `
  - { header: First question, use: item, item: A1 }
  - { header: Second question, use: item, item: A2 }
  - { header: In which team are you?, use: segment, name: team }
  - { header: Notes, use: ignore }`;
const ANSWERS = `
  - { scale: agree, items: [A2], codes: { "yes (1)": 5, "no": 1 } }
  - { scale: agree, items: all, codes: { "yes (1)": 1, "none": not-applicable } }`;

async function mappingOf({ columns = COLUMNS, answers = ANSWERS, more = "" } = {}): Promise<Mapping> {
  const text = `format: 1\nframework: test\nframework_version: "1.0.0"\ndialect: plain\n${more}columns:${columns}\nanswers:${answers}\n`;
  const { mapping, problems } = await readMapping({ text, file: "m.yaml", hash: "ab" });
  expect(problems).toEqual([]);
  if (mapping === null) throw new Error("not read");
  return mapping;
}

const HEADERS = ["Notes", "Second question", "First  question", "In which team are you?", "E-mail"];

function plan(mapping: Mapping, headers: readonly string[] = HEADERS, segments: readonly SegmentColumn[] = []) {
  const program = { items: TWO.items };
  const request = { framework: TWO, program, ...NOTHING_NAMED, segments, audience: null, rules: RULES, mapping };
  return planSource({ ...request, heads: [head(headers)] });
}

describe("a mapping applied to the columns of an export", () => {
  it("finds columns by header in any order and drops personal ones unlisted", async () => {
    const { plan: found, problems } = plan(await mappingOf());
    expect(problems).toEqual([]);
    expect(found?.files[0]?.itemColumns).toEqual([2, 1]);
    expect(found?.files[0]?.columns.map(({ takenFor }) => takenFor)).toEqual([
      "ignored",
      "item",
      "item",
      "ignored",
      "personal",
    ]);
    expect(found?.mapping).toEqual({ file: "m.yaml", hash: "ab" });
  });

  it.each(["team", "TEAM", "In which team are you?"])("groups by %j", async (by) => {
    expect(plan(await mappingOf(), HEADERS, grouped(by)).plan?.files[0]?.segmentColumns).toEqual([3]);
  });

  it.each(["--where", "--wave"] as const)(
    "takes the names of segments for %s as for --by, and not for --weight",
    async (flag) => {
      const mapping = await mappingOf();
      expect(plan(mapping, HEADERS, [{ flag, column: "team" }]).plan?.files[0]?.segmentColumns).toEqual([3]);
      const request = { framework: TWO, program: { items: TWO.items }, audience: null, rules: RULES, mapping };
      const { problems } = planSource({ ...request, ...NOTHING_NAMED, weight: "team", heads: [head(HEADERS)] });
      expect(problems).toMatchObject([{ code: "CSV016", message: expect.stringContaining("--weight") }]);
    },
  );

  it.each<[string, readonly string[], readonly string[]]>([
    ["a new column", [...HEADERS, "New"], ["MP013"]],
    ["a renamed one", HEADERS.map((one) => one.replace("Second question", "Second questions")), ["MP014", "MP013"]],
    ["one that is gone", HEADERS.filter((one) => one !== "Notes"), ["MP014"]],
    ["a header that stands twice", [...HEADERS, "Notes"], ["MP015"]],
    ["a new personal one", [...HEADERS, "First name"], []],
    ["one without a header", [...HEADERS, ""], []],
  ])("tells %s", async (_, headers, codes) => {
    const { problems } = plan(await mappingOf(), headers);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    if (codes.includes("MP014") && codes.length > 1) expect(problems[0]?.suggestion).toBe("Second questions");
  });

  it("takes the second of two columns with one header", async () => {
    const columns = `${COLUMNS}\n  - { header: Notes, occurrence: 2, use: ignore }`;
    expect(plan(await mappingOf({ columns }), [...HEADERS, "Notes"]).problems).toEqual([]);
  });
});

describe("a mapping applied to answers", () => {
  it("believes each block and takes no other text", async () => {
    const [first, second] = plan(await mappingOf()).plan?.answers ?? [];
    if (first === undefined || second === undefined) throw new Error("no tables");
    expect([codeAnswer(first, "YES  (1)"), codeAnswer(second, "yes (1)"), codeAnswer(second, "no")]).toEqual([1, 5, 1]);
    for (const text of ["5", "no", "n/a", "point 5", "yes"])
      expect(codeAnswer(first, text)).toEqual({ kind: "unknown" });
  });

  it("is named by the hash of the reading", async () => {
    const texts = await Promise.all(
      [ANSWERS, ANSWERS.replace('"no": 1', '"no": 2')].map(async (answers) => {
        const { plan: found } = plan(await mappingOf({ answers }));
        return found === null ? "" : mappingText(found);
      }),
    );
    expect(texts[0]).not.toBe(texts[1]);
  });

  it.each<[string, string, string]>([
    ["no answers for an item", "\n  - { scale: agree, items: [A1], codes: {} }", "MP007"],
    ["a column for no item", "", "MP008"],
  ])("tells %s", async (_, answers, code) => {
    const columns = answers === "" ? COLUMNS.replace("use: item, item: A2", "use: ignore") : COLUMNS;
    const mapping = await mappingOf({ columns, answers: answers || ANSWERS });
    expect(plan(mapping).problems.map((one) => one.code)).toEqual([code]);
  });
});

describe("a mapping held against a framework", () => {
  it.each<[string, string, string, string]>([
    ["another framework", "id", "other", "MP001"],
    ["another version", "version", "2.0.0", "MP002"],
  ])("tells %s", async (_, key, value, code) => {
    const problems = checkMapping({ ...TWO, [key]: value }, await mappingOf());
    expect(problems.map((one) => one.code)).toEqual([code]);
    expect(problems[0]?.place).toMatchObject({ file: "m.yaml" });
  });

  it.each<[string, Parameters<typeof mappingOf>[0], readonly string[]]>([
    ["an audience", { more: "audience: martians\n" }, ["MP003"]],
    ["an item", { columns: COLUMNS.replace("A2", "A9") }, ["MP004"]],
    ["a scale", { answers: "\n  - { scale: agreee, items: all, codes: {} }" }, ["MP005"]],
    ["a code", { answers: '\n  - { scale: agree, items: all, codes: { "x": 9 } }' }, ["MP006"]],
  ])("tells %s that it does not have", async (_, parts, codes) => {
    expect(checkMapping(TWO, await mappingOf(parts)).map(({ code }) => code)).toEqual(codes);
  });
});
