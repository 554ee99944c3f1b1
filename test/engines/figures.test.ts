import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { release } from "../../src/disclosure/release.ts";
import { readSurvey } from "../../src/engines/survey.ts";
import { readFramework } from "../../src/framework/read.ts";
import type { FigureScale, Framework } from "../../src/framework/types.ts";
import { ProblemsError } from "../../src/problems/problem.ts";
import { readMapping } from "../../src/response/mapping/read.ts";
import { estimateSurvey } from "../../src/statistics/survey.ts";
import { dimension, framework, item } from "../fixture.ts";
import { NOTHING_NAMED } from "../response/fixture.ts";
import { RULES } from "../settings.ts";

const REQUEST = {
  ...NOTHING_NAMED,
  ...{ dialect: null, sheet: null, audience: null, form: null, rules: RULES, previousInput: null, only: null },
  explain: null,
};

const share: FigureScale = {
  ...{ kind: "figure", id: "share", title: "Share", worst: 0, best: 100, decimals: 1, unit: "%" },
  ...{ notApplicable: [], dontKnow: [] },
};
const figure = (id: string, of: string, more: { optional?: boolean } = {}) => item(id, of, { scale: "share", ...more });
const [agree] = [...framework({ items: [], dimensions: [] }).scales];
const SMALL = framework({
  unit: "organisation",
  scales: new Map([...(agree === undefined ? [] : [agree]), ["share", share]]),
  items: [
    ...["kept", "returned", "praised", "referred"].map((id) => figure(id, "custom")),
    ...["paid", "checked"].map((id) => figure(id, "supply")),
    figure("spare", "extra"),
    item("W1", "words"),
  ],
  dimensions: [
    dimension("custom", ["kept", "returned", "praised", "referred"], { min: 0, max: 100 }),
    dimension("supply", ["paid", "checked"], { min: 0, max: 100 }),
    dimension("extra", ["spare"], { min: 0, max: 100, optional: true }),
    dimension("words", ["W1"]),
  ],
});

async function read(full: Framework, lines: readonly string[], mapping: string | null = null) {
  const inputs = [{ name: "f.csv", open: () => Readable.from([Buffer.from(`${lines.join("\n")}\n`)]) }];
  const mapped =
    mapping === null ? null : (await readMapping({ text: mapping, file: "mapping.yaml", hash: "" })).mapping;
  if (mapping !== null && mapped === null) throw new Error("no mapping");
  return readSurvey(full, { ...REQUEST, inputs, mapping: mapped });
}

async function scored(full: Framework, lines: readonly string[], mapping: string | null = null) {
  const { asked, aggregate, warnings } = await read(full, lines, mapping);
  const released = release({
    aggregate,
    framework: asked.framework,
    groupings: [],
    where: null,
    wave: null,
    minGroup: 5,
  });
  const { overall } = await estimateSurvey({
    ...{ framework: asked.framework, released, headcounts: new Map(), seed: 1, audienceColumn: null, only: "scores" },
  });
  const means = Object.fromEntries(
    (overall?.dimensions ?? []).map(({ id, mean }) => [id, mean.kind === "estimate" ? mean.value : mean]),
  );
  return { means, overall, warnings };
}

const problemsOf = (lines: readonly string[]) =>
  read(SMALL, lines).then(
    () => [],
    (error: unknown) => (error instanceof ProblemsError ? error.problems : [error]),
  );

describe("figures without a column", () => {
  it("count as not answered: half of all figures of a dimension is enough, and less is not", async () => {
    const half = await scored(SMALL, ["kept,returned,paid,checked,W1", "80,40,10,30,4"]);
    expect(half.means).toEqual({ custom: 60, supply: 20, words: 4 });
    const less = await scored(SMALL, ["kept,paid,W1", "80,10,4"]);
    expect(less.means).toEqual({
      custom: { kind: "none", reason: "fewer than half of its figures are there", n: 0 },
      supply: 10,
      words: 4,
    });
  });

  it("give what empty columns give", async () => {
    const without = await scored(SMALL, ["kept,paid,W1", "80,10,4"]);
    const empty = await scored(SMALL, ["kept,returned,praised,referred,paid,checked,W1", "80,,,,10,,4"]);
    expect(without.overall?.dimensions).toEqual(empty.overall?.dimensions);
    expect(empty.warnings).toEqual([]);
  });

  it("are named in a warning, with the nearest column that is left", async () => {
    const { warnings } = await scored(SMALL, ["kept,retuned,paid,checked,W1", "80,40,10,30,4"]);
    expect(warnings).toMatchObject([{ code: "CSV043", severity: "warning", place: { file: "f.csv", line: 1 } }]);
    expect(warnings[0]?.message).toBe(
      '3 figures have no column and count as not answered: returned (nearest: column 2 ("retuned")), praised, referred.',
    );
  });

  it("are refused where the file has no figure at all, and so is a question without a column", async () => {
    expect(await problemsOf(["W1", "4"])).toMatchObject([{ code: "CSV019", severity: "error" }]);
    const [question, figures] = await problemsOf(["kept,paid", "80,10"]);
    expect(question).toMatchObject({ code: "CSV019", message: "1 of 8 items have no column: W1." });
    expect(figures).toMatchObject({ code: "CSV043" });
  });

  it("may be left out of a mapping as well", async () => {
    const mapping = [
      ...["format: 1", "framework: test", 'framework_version: "1.0.0"', "dialect: plain", "columns:"],
      ...["kept", "returned", "paid"].map((id) => `  - { header: ${id}, use: item, item: ${id} }`),
      ...["  - { header: W1, use: item, item: W1 }", "answers:"],
      ...[
        "  - { scale: share, items: all, codes: { none: not-applicable } }",
        '  - { scale: agree, items: all, codes: { "4": 4 } }',
      ],
    ].join("\n");
    const { means, warnings } = await scored(SMALL, ["kept,returned,paid,W1", "80,40,10,4"], mapping);
    expect(means).toEqual({ custom: 60, supply: 10, words: 4 });
    expect(warnings.map(({ code }) => code)).toEqual(["CSV043"]);
  });
});

it("some figures of trust-indicators are scored: groups with half of theirs, and the whole by these", async () => {
  const file = new URL("../../frameworks/trust-indicators.yaml", import.meta.url);
  const { framework: full } = await readFramework({ text: readFileSync(file, "utf8"), file: "f.yaml", hash: "" });
  if (full === null) throw new Error("no framework");
  const given = ["csat,retention,complaints,review_rating,turnover", "95,77.5,10,4.8,8"];
  const { overall, means, warnings } = await scored(full, given);
  // 100, 50, 0 and 100.
  expect(means["customers"]).toBe(62.5);
  const few = { kind: "none", reason: "fewer than half of its figures are there", n: 0 };
  expect(means).toMatchObject({ employees: few, suppliers: few, brand: few });
  expect(overall?.composites[0]?.index).toMatchObject({ value: 62.5 });
  expect(warnings.map(({ code }) => code)).toEqual(["CSV043"]);
});

describe("trust-erosion as numbers, where the five yes-partly-no items hold 1 and 2 only", async () => {
  const file = new URL("../../frameworks/trust-erosion.yaml", import.meta.url);
  const { framework: full } = await readFramework({ text: readFileSync(file, "utf8"), file: "f.yaml", hash: "" });
  if (full === null) throw new Error("no framework");
  const rows = Array.from({ length: 6 }, (_, row) =>
    full.items
      .map(({ scale }, at) => (scale === "yes-partly-no" ? 1 + ((row + at) % 2) : 1 + ((row * at) % 3)))
      .join(","),
  );
  const headers = (of: (id: string, text: string) => string) =>
    full.items.map(({ id, text }) => `"${of(id, [...text.values()][0] ?? "")}"`).join(",");

  it("is read as codes under item ids, with a warning", async () => {
    const { overall, warnings } = await scored(full, [headers((id) => id), ...rows]);
    expect(warnings.map(({ code, severity }) => [code, severity])).toEqual([["ANS018", "warning"]]);
    expect(warnings[0]?.message).toContain('1 as "Partly" and 2 as "Yes"');
    expect(overall?.outcomes.map(({ value }) => value.kind === "estimate" && value.value)).toEqual(Array(5).fill(1.5));
  });

  it("is refused under the questions' wording, where 1 and 2 may be yes and no", async () => {
    await expect(read(full, [headers((_, text) => text), ...rows])).rejects.toMatchObject({
      problems: [{ code: "ANS018", severity: "error" }],
    });
  });
});
