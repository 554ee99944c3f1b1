import { describe, expect, it } from "vitest";
import type { Audit, CellResult, TriageSignResult } from "../../../src/audit/types.ts";
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

const HIDDEN_NUMBER = { kind: "hidden", words: null } as const;
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
  const [first] = CHANGE.changes;
  const strict = { low: -2, high: 9, level: 0.99 };
  const strictly = CHANGE.changes.map((one) => ({ ...one, strict }));
  const paired: Audit = { ...SAMPLE, change: { ...CHANGE, kind: "paired", groups: [], changes: strictly } };
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
  it("of the same people where the audit has it and there is no baseline", () => {
    const { decided } = judged(`drop(${first?.id}.index) <= 50`, paired);
    expect(decided?.subject.reading).toMatchObject({ method: expect.stringMatching(/^the same people/) });
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
  it("of a load is told in load points", () => {
    const baseline = { name: "baseline.json", audit: LOAD_SAMPLE };
    const [load] = LOAD_SAMPLE.overall?.dimensions ?? [];
    const { measure, decided } = judged(`rise(${load?.id}.load) <= 5`, LOAD_SAMPLE, { baseline });
    expect(measure).toBe("load change");
    expect(decided?.subject.reading).toMatchObject({ unit: "load points" });
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

describe("an audit with a change of the same people, and a baseline", () => {
  const people = SAMPLE.asked.people ?? 0;
  const files = (name: string) => SAMPLE.source.files.slice(0, 1).map((file) => ({ ...file, name }));
  const fallen = CHANGE.changes.map((one) => ({
    ...one,
    index: one.index.kind === "estimate" ? { ...one.index, value: -30 } : one.index,
    strict: { low: -40, high: -20, level: 0.99 },
    says: "down" as const,
  }));
  const audit: Audit = {
    ...SAMPLE,
    source: { ...SAMPLE.source, files: files("now.csv") },
    options: { ...SAMPLE.options, previous: "then.csv", where: null, wave: null, weight: null },
    asked: { ...SAMPLE.asked, subset: null },
    change: {
      ...CHANGE,
      kind: "paired",
      groups: [],
      changes: fallen,
      people: { before: people - 7, after: people, both: people - 20 },
    },
  };
  const before: Audit = {
    ...audit,
    source: { ...SAMPLE.source, files: files("then.csv") },
    options: { ...audit.options, previous: null },
    asked: { ...audit.asked, people: people - 7 },
    change: null,
  };
  const text = `drop(${composite?.id}.index) <= 5`;
  const against = (baseline: Audit | "not yet", of: Audit = audit) =>
    judged(text, of, { baseline: baseline === "not yet" ? baseline : { name: "baseline.json", audit: baseline } });
  const methodOf = (evaluation: ReturnType<typeof against>) => {
    const reading = evaluation.decided?.subject.reading;
    return reading?.kind === "found" ? reading.method : "";
  };

  it("is judged by it where the baseline was scored from that export", () => {
    const found = against(before);
    expect(found.verdict).toBe("fail");
    expect(methodOf(found)).toMatch(/^the same people, then.csv to audit.json/);
  });
  it("passes where the baseline is not there yet", () => {
    expect(against("not yet").decided?.judgement.because).toBe("no baseline yet");
  });
  it("has not changed since a baseline that is this very audit", () => {
    const found = against(audit);
    expect(found.verdict).toBe("pass");
    expect(found.decided?.subject.reading).toMatchObject({ value: 0, method: "the baseline is this very audit" });
    expect(judged(`rise(${composite?.id}.index) >= 5`, audit, { baseline: { name: "b", audit } }).verdict).toBe("fail");
  });
  it("is not enough data where the baseline cannot be compared", () => {
    expect(against({ ...before, framework: LOAD_SAMPLE.framework }).verdict).toBe("not enough data");
  });
  it("is judged as two groups of people where the baseline is not that export, and says why", () => {
    const other = against({ ...before, source: { ...before.source, files: files("another.csv") } });
    expect(other.verdict).toBe("pass");
    expect(methodOf(other)).toMatch(/^two groups of people.*not as the same people: .*not scored from that/);
    const more = against({ ...before, asked: { ...before.asked, people } });
    expect(methodOf(more)).toMatch(/baseline holds/);
    expect(
      methodOf(
        against({ ...before, asked: audit.asked }, { ...audit, change: { ...audit.change, people: null } as never }),
      ),
    ).toMatch(/the answers of this audit/);
  });
  it("nor where everybody answered both times, and the means are others", () => {
    const all = { before: people - 7, after: people, both: people - 7 };
    const n = dimension?.mean.kind === "estimate" ? dimension.mean.n : 0;
    const points = fallen.map((one) => ({
      ...one,
      points: one.points.kind === "estimate" ? { ...one.points, n, value: 1 } : one.points,
    }));
    const contradicted = { ...audit, change: { ...CHANGE, kind: "paired", changes: points, people: all } } as const;
    expect(methodOf(against(before, contradicted))).toMatch(/other answers than the baseline holds/);
  });
  it("falls back to two groups where too few people are paired", () => {
    const few = fallen.map((one) => ({ ...one, says: "too few to say" as const }));
    const found = against(before, { ...audit, change: { ...CHANGE, ...audit.change, changes: few, kind: "paired" } });
    expect(methodOf(found)).toMatch(/^two groups of people.*of the same people too little is shown/);
  });

  const part = (where: string | null, wave: string | null = null, value = "") => ({
    ...before,
    options: { ...before.options, where, wave },
    asked: {
      ...before.asked,
      subset: [...(where === null ? [] : [where]), ...(wave === null ? [] : [`${wave} = ${value}`])].join(", ") || null,
    },
  });
  it.each([
    [part(null), part("department = Sales"), "not enough data"],
    [part("department = Sales"), part("department = Service"), "not enough data"],
    [part("department = Sales"), part("department = Sales"), "pass"],
    [part("wave = 2025 and site = A"), part("wave = 2026 and site = A"), "pass"],
    [part("wave = 2025 and site = A"), part("wave = 2026 and site = B"), "not enough data"],
    [part("wave = 2025 or site = A"), part("wave = 2026 or site = A"), "not enough data"],
    [part(null, "year", "spring"), part(null, "year", "autumn"), "pass"],
    [part("not (a = b)", "year", "1"), part("not (a = b)", "year", "2"), "pass"],
    [part("year = 2025"), part(null, "year", "2026"), "pass"],
    [part(null), part(null, "year", "2026"), "pass"],
  ])("of parts of the people: case %#", (first, second, verdict) => {
    expect(against(first, { ...second, source: audit.source }).verdict).toBe(verdict);
  });
});

describe("an interval that a headcount would narrow", () => {
  const census: Audit = {
    ...SAMPLE,
    overall: {
      ...overall,
      headcount: dimension?.favourable.kind === "estimate" ? dimension.favourable.n : 0,
      dimensions: overall.dimensions.map((one) =>
        one.favourable.kind === "estimate" ? { ...one, favourable: { ...one.favourable, interval: null } } : one,
      ),
    },
  };
  const gate = `${dimension?.id}.favourable >= 99 %`;
  it("is the one without it", () => {
    const { low, high } = dimension?.favourableJudged ?? { low: 0, high: 0 };
    expect(judged(gate, census).decided?.subject.reading).toMatchObject({
      interval: { low, high },
      method: expect.stringMatching(/; interval without the headcount$/),
    });
  });
  it("is not known of an audit that did not keep it", () => {
    const dimensions = overall.dimensions.map((one) => ({ ...one, favourableJudged: null }));
    const old = (headcount: number | null) => ({ ...SAMPLE, overall: { ...overall, headcount, dimensions } });
    expect(judged(gate, old(300)).verdict).toBe("not enough data");
    expect(judged(gate, old(null)).mode).toBe("point");
  });
  it("does not say in its method that the headcount narrowed it", () => {
    const method =
      "1 of 2 answers favourable; Wilson interval at 595.5 effective answers, clustered by respondent, finite population of 80";
    const dimensions = overall.dimensions.map((one) =>
      one.favourable.kind === "estimate" ? { ...one, favourable: { ...one.favourable, method } } : one,
    );
    const { decided } = judged(gate, { ...SAMPLE, overall: { ...overall, dimensions } });
    expect(decided?.subject.reading).toMatchObject({
      method: "1 of 2 answers favourable; Wilson interval, clustered by respondent, without the headcount",
    });
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
  it("of nobody has no data, and hides nobody", () => {
    const nobody = { ...SAMPLE, overall: null, groupings: [], asked: { ...SAMPLE.asked, people: 0 } };
    const { decided } = judged("any(dimension).index >= 5", nobody);
    expect(decided?.subject.reading).toMatchObject({ kind: "nothing", why: "nobody has answered" });
    expect(judged("n >= 5", nobody).verdict).toBe("fail");
  });
  it("has the groups it was asked for, of which nothing is shown", () => {
    const by = { ...nothing, options: { ...nothing.options, by: ["department", "site/team"] } };
    expect(judged("department=Sales/n >= 5", by).verdict).toBe("not enough data");
    const { verdict, decided } = judged("any(team)/n >= 5", by);
    expect(verdict).toBe("not enough data");
    expect(decided?.subject.title).toBe("Any group of team, People scored");
    expect(code("country=Peru/n >= 5", by)).toBe("GT007");
  });
});

describe("counts of which a part is not shown", () => {
  const HIDING: Audit = {
    ...SAMPLE,
    findings: SAMPLE.findings.slice(0, 1).map((one) => ({ ...one, severity: "high" as const })),
    overall: {
      ...overall,
      dimensions: overall.dimensions.map((one, at) => (at > 0 ? one : { ...one, index: HIDDEN_NUMBER })),
    },
  };
  it.each([
    ["findings.any <= 1", "not enough data"],
    ["findings.low <= 0", "not enough data"],
    ["findings.any <= 0", "fail"],
    ["findings.any < 1", "fail"],
    ["findings.any >= 1", "pass"],
    ["findings.any >= 2", "not enough data"],
  ] as const)("%s: %s", (text, verdict) => {
    expect(judged(text, HIDING).verdict).toBe(verdict);
  });
  it("is told where an audience is not shown", () => {
    const audiences = ["staff", "customers"].map((id) => ({ id, title: id, worry: null, afterBreach: null }));
    const two: Audit = { ...SAMPLE, asked: { ...SAMPLE.asked, audiences, audienceColumn: "audience" } };
    expect(judged("findings.any <= 99", two).verdict).toBe("not enough data");
  });
  it("is told of signs, and of levels", () => {
    const { triage } = TRIAGE_SAMPLE;
    const signed = (more: Partial<TriageSignResult>): Audit => ({
      ...TRIAGE_SAMPLE,
      triage: triage && { ...triage, signs: triage.signs.slice(0, 2).map((sign) => ({ ...sign, ...more })) },
    });
    const unknown = signed({ colour: "grey", trend: null, severity: null });
    expect(judged("signs.red <= 0", signed({ colour: "green", trend: 1, severity: 1 })).verdict).toBe("pass");
    expect(judged("signs.red <= 0", unknown).verdict).toBe("not enough data");
    expect(judged("signs.red <= 2", unknown).verdict).toBe("pass");
    expect(judged("signs.red <= 0", signed({ colour: "amber", trend: null, severity: 5 })).verdict).not.toBe("pass");
    // Not severe: whatever the trend, it is not red.
    expect(judged("signs.red <= 0", signed({ colour: "grey", trend: null, severity: 1 })).verdict).toBe("pass");
    const ladders = LADDER_SAMPLE.ladders.map((one) => ({ ...one, overall: null }));
    expect(judged("level >= 0", { ...LADDER_SAMPLE, ladders }).verdict).toBe("not enough data");
    const none = judged("level >= 0", { ...LADDER_SAMPLE, overall: null, ladders: [] }).decided?.subject.reading;
    expect(none).toEqual({ kind: "nothing", why: null });
  });
});
