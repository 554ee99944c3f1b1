import { describe, expect, it } from "vitest";
import type { Audit, CellResult } from "../../../src/audit/types.ts";
import type { GateMode } from "../../../src/audit/verdict.ts";
import { evaluateGate } from "../../../src/diagnosis/gate/evaluate.ts";
import { changesIn, type Material } from "../../../src/diagnosis/gate/material.ts";
import { namesOf } from "../../../src/diagnosis/gate/names.ts";
import { LOAD_SAMPLE, SAMPLE } from "../../render/sample.ts";
import { CHANGE } from "../../render/sample-analysis.ts";
import { LADDER_SAMPLE, TRIAGE_SAMPLE } from "../../render/sample-systems.ts";

const tried = (text: string, audit: Audit = SAMPLE, more: Partial<Material> & { mode?: GateMode } = {}) => {
  const { baseline = null, mode = null } = more;
  const changes = changesIn({ audit: { name: "audit.json", audit }, baseline });
  const source = { text, name: null, from: "--gate", mode: null, place: { file: "--gate" } };
  return evaluateGate(source, { changes, names: namesOf(audit), mode });
};
const judged = (...of: Parameters<typeof tried>) => {
  const { value, problems } = tried(...of);
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
};
const code = (...of: Parameters<typeof tried>) => tried(...of).problems?.[0]?.code;

const overall = SAMPLE.overall as CellResult;
const [composite] = overall.composites;
const [dimension] = overall.dimensions;
const group = SAMPLE.groupings.flatMap(({ columns, cells }) =>
  cells.filter(({ kind, path }) => kind === "group" && path.length === 1).map(({ path }) => `${columns[0]}=${path[0]}`),
)[0];

describe("what a gate judges", () => {
  it("every statistic that a score has, and the reading is the published one", () => {
    for (const statistic of ["index", "value"])
      expect(judged(`${composite?.id}.${statistic} >= 0`).parts).toHaveLength(1);
    for (const statistic of ["index", "mean", "favourable", "below_target", "rwg", "alpha"])
      expect(judged(`${dimension?.id}.${statistic} >= 0`).parts, statistic).toHaveLength(1);
    const { decided } = judged(`${composite?.id}.index >= 0`);
    expect(decided?.subject.reading).toMatchObject({
      value: composite?.index.kind === "estimate" ? composite.index.value : null,
      interval: { low: composite?.judged?.low, high: composite?.judged?.high },
    });
  });
  it("counts, which are judged by the number alone", () => {
    for (const text of ["n >= 1", "findings.any <= 99", "quality.unanswered <= 100 %", "quality.long_runs <= 999"])
      expect(judged(text).mode, text).toBe("point");
    expect(judged("signs.red <= 9", TRIAGE_SAMPLE).verdict).toBe("pass");
    expect(judged("level >= 0", LADDER_SAMPLE).verdict).toBe("pass");
    expect(judged("level >= 99", LADDER_SAMPLE).verdict).toBe("fail");
  });
  it("loads only where the framework has them", () => {
    const [load] = LOAD_SAMPLE.overall?.dimensions ?? [];
    expect(judged(`${load?.id}.load <= 100`, LOAD_SAMPLE).verdict).toBe("pass");
    expect(code(`${composite?.id}.load <= 100`)).toBe("GT006");
  });
  it("each of several; one that misses is a fail", () => {
    const { parts, verdict } = judged("any(dimension).index >= 0");
    expect(parts.length).toBeGreaterThan(1);
    expect(verdict).not.toBe("fail");
    expect(judged("any(dimension).index >= 100", SAMPLE, { mode: "point" }).verdict).toBe("fail");
  });
  it("groups; one that is not shown is not enough data, whatever the reason", () => {
    expect(judged(`${group}/n >= 1`).verdict).toBe("pass");
    const column = group?.split("=")[0];
    const { decided } = judged(`${column}=Nowhere/n >= 1`);
    expect(decided?.judgement.verdict).toBe("not enough data");
    expect(code("continent=Africa/n >= 1")).toBe("GT007");
    expect(code(`${group}/findings.high <= 1`)).toBe("GT006");
  });
});

describe("a change", () => {
  const paired: Audit = { ...SAMPLE, change: { ...CHANGE, kind: "paired", groups: [] } };
  const [first] = CHANGE.changes;
  it("needs a baseline, or waves", () => {
    expect(code(`drop(${composite?.id}.index) <= 5`, { ...SAMPLE, change: null })).toBe("GT010");
  });
  it("passes where the baseline is not there yet", () => {
    const { verdict, decided } = judged(
      `drop(${composite?.id}.index) <= 5`,
      { ...SAMPLE, change: null },
      { baseline: "not yet" },
    );
    expect(verdict).toBe("pass");
    expect(decided?.judgement.because).toBe("no baseline yet");
  });
  it("of the same people where the audit has it, else of the two audits", () => {
    const baseline = { name: "baseline.json", audit: SAMPLE };
    const methodOf = (audit: Audit) => {
      const { decided } = judged(`drop(${first?.id}.index) <= 50`, audit, { baseline });
      return decided?.subject.reading.kind === "found" ? decided.subject.reading.method : "";
    };
    expect(methodOf(paired)).toMatch(/^the same people/);
    expect(methodOf({ ...SAMPLE, change: null })).toMatch(/^two groups of people, baseline.json to audit.json/);
  });
  it("of another framework is not enough data, with the reason", () => {
    const { decided } = judged(
      `drop(${composite?.id}.index) <= 5`,
      { ...SAMPLE, change: null },
      {
        baseline: { name: "baseline.json", audit: LOAD_SAMPLE },
      },
    );
    expect(decided?.judgement.verdict).toBe("not enough data");
    expect(decided?.subject.reading).toMatchObject({ why: expect.stringContaining("of the framework") });
  });
  it("of all groups leaves the pool out, which holds other groups each time", () => {
    const column = group?.split("=")[0];
    const baseline = { name: "baseline.json", audit: SAMPLE };
    const kinds = (text: string) => judged(text, { ...SAMPLE, change: null }, { baseline }).parts.length;
    expect(kinds(`any(${column})/drop(${composite?.id}.index) <= 5`)).toBe(
      kinds(`any(${column})/${composite?.id}.index >= 0`) - 1,
    );
  });
  it("has the mode regression alone", () => {
    expect(judged(`drop(${first?.id}.index) <= 5`, paired).asked).toBe("regression");
    expect(judged(`rise(${first?.id}.index) >= 5`, paired).asked).toBe("confident");
    expect(code(`${composite?.id}.index >= 5`, SAMPLE, { mode: "regression" })).toBe("GT008");
    expect(code(`rise(${first?.id}.index) >= 5`, paired, { mode: "regression" })).toBe("GT008");
    expect(code(`drop(${first?.id}.index) <= -5`, paired, { mode: "regression" })).toBe("GT008");
    expect(code(`drop(${dimension?.id}.mean) <= 1`, paired)).toBe("GT006");
  });
});

describe("limits", () => {
  it.each([
    ["n >= 5 %", "GT009"],
    ["response_rate >= 60", "GT009"],
    ["response_rate >= 120 %", "GT009"],
    [`${composite?.id}.index >= 101`, "GT009"],
    ["nothing.index > 5", "GT005"],
    ["nothing > 5", "GT005"],
    [`${composite?.id} > 5`, "GT006"],
  ])("%s: %s", (text, wanted) => {
    expect(code(text)).toBe(wanted);
  });
  it("suggest the nearest name", () => {
    const near = (text: string) => tried(text).problems?.[0]?.suggestion;
    expect(near(`${dimension?.id}x.index > 5`)).toBe(`${dimension?.id}.index`);
    expect(near("quality.unansweerd < 5 %")).toBe("quality.unanswered");
    expect(near(`${dimension?.id}.favorable > 5 %`)).toBe("favourable");
  });
});

describe("an audit that shows nothing", () => {
  const nothing: Audit = { ...SAMPLE, overall: null, groupings: [], asked: { ...SAMPLE.asked, people: null } };
  it.each([
    `${SAMPLE.framework.signatures[0]?.id ?? composite?.id}.index >= 5`,
    "n >= 5",
    "findings.high <= 0",
    "recommend.nps > 0",
    "level >= 2",
  ])("%s is not enough data", (text) => {
    const signatures = overall.composites.map(({ id }) => ({ of: "composite", id, scoring: "", wording: "" }) as const);
    const audit = { ...nothing, framework: { ...nothing.framework, signatures } };
    const { value } = tried(text.replace(/^undefined/, composite?.id ?? ""), audit);
    expect(value?.verdict ?? "refused").not.toBe("pass");
  });
});
