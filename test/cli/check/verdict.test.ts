import { describe, expect, it } from "vitest";
import type { Audit } from "../../../src/audit/types.ts";
import { readVerdict } from "../../../src/audit/verdict-read.ts";
import { answersOf, fingerprintOf } from "../../../src/cli/check/fingerprint.ts";
import { newsOf } from "../../../src/cli/check/news.ts";
import { verdictOf } from "../../../src/cli/check/verdict.ts";
import { evaluateGate } from "../../../src/diagnosis/gate/evaluate.ts";
import { changesIn } from "../../../src/diagnosis/gate/material.ts";
import { namesOf } from "../../../src/diagnosis/gate/names.ts";
import { verdictSheet } from "../../../src/render/sections/verdict.ts";
import { renderSheet } from "../../../src/render/terminal/sheet.ts";
import { SAMPLE } from "../../render/sample.ts";
import { CHANGE } from "../../render/sample-analysis.ts";

function verdict(gates: readonly string[], audit: Audit = SAMPLE) {
  const kept = { name: "audit.json", audit };
  const changes = changesIn({ audit: kept, baseline: null });
  const evaluations = gates.flatMap((text) => {
    const source = { text, name: null, from: "--gate", mode: null, place: { file: "--gate" } };
    const { value } = evaluateGate(source, { changes, names: namesOf(audit), mode: null });
    return value === undefined ? [] : [value];
  });
  expect(evaluations).toHaveLength(gates.length);
  const news = newsOf({ now: "a", last: null, baseline: null, isShown: true });
  return verdictOf({
    ...{ audit: kept, fingerprint: fingerprintOf(audit), baseline: null, evaluations },
    ...{ news, mind: [], requireNews: false },
  });
}

/** The sample with this index of its first composite, judged within a point of it. */
function withIndex(value: number): Audit {
  const { overall } = SAMPLE;
  const [first, ...others] = overall?.composites ?? [];
  if (overall === null || first?.index.kind !== "estimate") throw new Error("the sample shows no composite");
  const judged = { low: value - 1, high: value + 1 };
  const composite = { ...first, judged, index: { ...first.index, value } };
  return { ...SAMPLE, overall: { ...overall, composites: [composite, ...others] } };
}
const id = SAMPLE.overall?.composites[0]?.id ?? "";

describe("a verdict", () => {
  it("fits its schema and is read again", async () => {
    const one = verdict([`${id}.index >= 55`, "any(dimension).index >= 40", "n >= 5", "response_rate >= 1 %"]);
    const { verdict: read, problems } = await readVerdict(JSON.stringify(one), "verdict.json");
    expect(problems).toEqual([]);
    expect(read).toEqual(one);
  });
  it("refuses what is none", async () => {
    for (const text of ["", "{}", "[]", JSON.stringify(SAMPLE), "nothing"])
      expect((await readVerdict(text, "x.json")).problems[0]?.code, text.slice(0, 9)).toBe("GT011");
  });
  it("never prints a number on the other side of its limit", () => {
    for (const value of [54.96, 54.9999, 54.5, 54.9999999]) {
      const [gate] = verdict([`${id}.index >= 55`], withIndex(value)).gates;
      expect(gate?.found?.words, String(value)).not.toMatch(/^55(\.0+)? /);
      expect(gate?.why).toContain("but its interval");
    }
    const [met] = verdict([`${id}.index >= 55`], withIndex(55)).gates;
    expect(met?.found?.words).toBe("55 index points");
  });
  it("names the outcome in words and in the exit code", () => {
    expect(verdict(["n >= 1"])).toMatchObject({ outcome: "pass", exitCode: 0 });
    expect(verdict(["n >= 1", "n >= 100000"])).toMatchObject({ outcome: "fail", exitCode: 1 });
    const unsaid = { ...SAMPLE, overall: SAMPLE.overall && { ...SAMPLE.overall, headcount: null, responseRate: null } };
    expect(verdict(["n >= 1", "response_rate >= 1 %"], unsaid)).toMatchObject({
      outcome: "not enough data",
      exitCode: 4,
    });
  });
  it("reads well at 80 columns, whatever a group is called", async () => {
    const page = await renderSheet(verdictSheet(verdict(["any(dimension).index >= 40", `${id}.index >= 99`])), {
      width: 80,
      color: false,
    });
    for (const line of page.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(page).toContain("Judged by");
  });
});

describe("a fingerprint", () => {
  it("is of numbers, not of names, words and versions", () => {
    const renamed: Audit = {
      ...SAMPLE,
      tool: { name: "trust-audit", version: "9.9.9" },
      overall: SAMPLE.overall && { ...SAMPLE.overall, label: "All of them" },
      source: { ...SAMPLE.source, files: [] },
    };
    expect(fingerprintOf(renamed)).toBe(fingerprintOf(SAMPLE));
    expect(fingerprintOf(withIndex(12))).not.toBe(fingerprintOf(SAMPLE));
    expect(fingerprintOf(SAMPLE)).toMatch(/^[0-9a-f]{64}$/);
  });
  it("covers every number that is shown, and not what is empty", () => {
    const steps = SAMPLE.plan.steps.map((step) => ({ ...step, reduction: 9 }));
    const edited: readonly Audit[] = [
      { ...SAMPLE, findings: [] },
      { ...SAMPLE, plan: { ...SAMPLE.plan, steps } },
      { ...SAMPLE, change: CHANGE },
    ];
    expect(new Set([SAMPLE, ...edited].map(fingerprintOf)).size).toBe(4);
    expect(fingerprintOf({ ...SAMPLE, ...{ later: null, latest: [] } })).toBe(fingerprintOf(SAMPLE));
  });
});

describe("news", () => {
  it.each([
    ["a", "a", "a", "as last time"],
    ["a", "b", "a", "as baseline"],
    ["a", null, "a", "as baseline"],
    ["a", null, "b", "first check"],
    ["a", "b", null, "new"],
  ] as const)("%s after %s, baseline %s: %s", (now, last, baseline, says) => {
    expect(newsOf({ now, last, baseline, isShown: true }).says).toBe(says);
  });
  it("is not told where nothing is remembered, or nothing is shown", () => {
    expect(newsOf({ now: "a", last: "nowhere", baseline: null, isShown: true })).toMatchObject({
      says: "not remembered",
      words: expect.stringMatching(/^Nothing is remembered/),
    });
    expect(newsOf({ now: "a", last: "a", baseline: null, isShown: false }).words).toContain("nothing is shown");
  });
  it("is of answers: another headcount or breakdown is none", () => {
    const { overall } = SAMPLE;
    const narrowed: Audit = {
      ...SAMPLE,
      asked: { ...SAMPLE.asked, headcount: 900, responseRate: 0.1 },
      overall: overall && {
        ...overall,
        headcount: 900,
        composites: overall.composites.map((one) => ({ ...one, index: { ...one.index, interval: null } })),
      },
      groupings: [],
    };
    expect(answersOf(narrowed)).toBe(answersOf(SAMPLE));
    expect(fingerprintOf(narrowed)).not.toBe(fingerprintOf(SAMPLE));
    expect(answersOf(withIndex(12))).not.toBe(answersOf(SAMPLE));
  });
});
