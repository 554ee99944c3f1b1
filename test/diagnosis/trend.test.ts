import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { trendJson, trendSheet } from "../../src/cli/trend.ts";
import { trendOf } from "../../src/diagnosis/trend.ts";
import { againstTrend } from "../../src/diagnosis/trend-problems.ts";
import { renderCsv } from "../../src/render/csv.ts";
import { trendCsv } from "../../src/render/wave-csv.ts";
import { SAMPLE } from "../render/sample.ts";

const OVERALL = SAMPLE.overall as NonNullable<Audit["overall"]>;
const signed = (scoring: Record<string, string> = {}): Audit["framework"] => ({
  ...SAMPLE.framework,
  hash: JSON.stringify(scoring),
  signatures: [...OVERALL.composites, ...OVERALL.dimensions].map(({ id }, at) => ({
    of: at < OVERALL.composites.length ? "composite" : "dimension",
    id,
    scoring: scoring[id] ?? "s",
    wording: "w",
  })),
});

/** A wave whose scores all stand `up` points of the item metric above the sample's; far beyond chance from half a point on. */
function wave(name: string, up: number, more: Partial<Audit> = {}): { name: string; audit: Audit } {
  const overall: Audit["overall"] = {
    ...OVERALL,
    dimensions: OVERALL.dimensions.map((one) =>
      one.mean.kind === "estimate" && one.index.kind === "estimate"
        ? {
            ...one,
            mean: { ...one.mean, value: one.mean.value + up },
            index: { ...one.index, value: one.index.value + 25 * up },
          }
        : one,
    ),
  };
  return { name, audit: { ...SAMPLE, framework: signed(), overall, ...more } };
}

const nothing: Partial<Audit> = { overall: null, groupings: [] };
const ofScore = (trend: ReturnType<typeof trendOf>, id: string) => trend.scores.find((one) => one.id === id)?.points;

describe("a trend", () => {
  it("leads with the headline, and holds each wave against the first and the one before", () => {
    const trend = trendOf([wave("a", 0), wave("b", 1), wave("c", 1)]);
    expect(trend.scores[0]?.id).toBe(SAMPLE.headline);
    const points = ofScore(trend, "credibility");
    expect(points?.map(({ sinceBefore }) => sinceBefore?.change.says)).toEqual([undefined, "up", "no clear change"]);
    expect(points?.map(({ sinceFirst }) => sinceFirst?.change.says)).toEqual([undefined, "up", "up"]);
    expect(points?.[2]).toMatchObject({ follows: true, sinceFirst: { wave: 0 }, sinceBefore: { wave: 1 } });
  });

  it("judges the steps of a score together", () => {
    const points = ofScore(trendOf([wave("a", 0), wave("b", 0.05), wave("c", 0.3), wave("d", 0.3)]), "credibility");
    const steps = points?.flatMap(({ sinceBefore }) => sinceBefore?.change ?? []) ?? [];
    expect(steps).toHaveLength(3);
    for (const { test, adjustedP } of steps) expect(adjustedP).toBeGreaterThanOrEqual(test?.p ?? 1);
    expect(points?.[3]?.sinceFirst?.change.adjustedP).toBeNull();
  });

  it("begins a score anew where it is made otherwise, and no other", () => {
    const other = { framework: signed({ credibility: "x" }) };
    const trend = trendOf([wave("a", 0), wave("b", 1, other), wave("c", 1, other)]);
    expect(ofScore(trend, "credibility")?.map(({ follows }) => follows)).toEqual([false, false, true]);
    expect(ofScore(trend, "credibility")?.[2]?.sinceFirst?.wave).toBe(1);
    expect(ofScore(trend, "reliability")?.[2]?.sinceFirst?.wave).toBe(0);
    expect(trend.steps[0]?.leftOut.map(({ id }) => id)).toContain("credibility");
    const page = JSON.stringify(trendSheet(trend, { byGroup: false }));
    expect(page).toContain('"label":"Break","text":"before b: Credibility: it is made otherwise');
    expect(page).toContain("‡");
  });

  it("compares nothing across texts that cannot be checked", () => {
    const unsigned = { framework: { ...SAMPLE.framework, hash: "x", signatures: [] } };
    const trend = trendOf([wave("a", 0), wave("b", 1, unsigned), wave("c", 1, unsigned)]);
    expect(trend.steps.map(({ broken }) => broken === null)).toEqual([false, true]);
    expect(trend.whole).toBeNull();
    expect(ofScore(trend, "credibility")?.[2]?.sinceFirst?.wave).toBe(1);
  });

  it("steps over a wave that shows nothing, and says so", () => {
    const trend = trendOf([wave("a", 0), wave("b", 0, nothing), wave("c", 1)]);
    expect(ofScore(trend, "credibility")?.[2]).toMatchObject({ follows: true, sinceBefore: { wave: 0 } });
    const page = JSON.stringify(trendSheet(trend, { byGroup: true }));
    expect(page).toContain('"label":"Nothing shown","text":"b: too few answers');
    expect(page).toContain("nothing shown");
    const last = JSON.stringify(trendSheet(trendOf([wave("a", 0), wave("b", 0, nothing)]), { byGroup: false }));
    expect(last).toContain("It was last shown in a: ");
  });

  it("of nothing at all says that, and keeps a hidden score apart from one that is not there", () => {
    const none = trendOf([wave("a", 0, nothing), wave("b", 0, nothing)]);
    expect(JSON.stringify(trendSheet(none, { byGroup: false }))).toContain("No wave shows anything.");
    const hidden = { kind: "hidden", words: null } as const;
    const veiled = wave("b", 0, {
      overall: { ...OVERALL, dimensions: OVERALL.dimensions.map((one) => ({ ...one, mean: hidden, index: hidden })) },
    });
    const trend = trendOf([wave("a", 0), veiled, wave("c", 0)]);
    expect(ofScore(trend, "credibility")?.[1]).toMatchObject({ index: hidden, sinceFirst: null, sinceBefore: null });
    expect(ofScore(trend, "credibility")?.[2]?.sinceBefore?.wave).toBe(0);
    expect(JSON.stringify(trendSheet(trend, { byGroup: false }))).toContain("hidden to protect small groups");
  });

  it("tells groups that two waves show, and those that came and went", () => {
    const gone = {
      groupings: SAMPLE.groupings.map((one) => ({ ...one, cells: one.cells.filter(({ label }) => label !== "Sales") })),
    };
    const [grouping] = SAMPLE.groupings;
    const name = grouping?.cells.find(({ kind }) => kind === "group")?.label ?? "";
    const without = {
      groupings: SAMPLE.groupings.map((one) => ({ ...one, cells: one.cells.filter(({ label }) => label !== name) })),
    };
    const trend = trendOf([wave("a", 0), wave("b", 0, gone), wave("c", 0, without)]);
    expect(trend.groups.find(({ label }) => label === name)?.points.map((point) => point !== null)).toEqual([
      ...[true, true, false],
    ]);
    expect(trend.steps[1]?.goneGroups.map(({ label }) => label)).toContain(name);
    const page = JSON.stringify(trendSheet(trend, { byGroup: true }));
    expect(page).toContain("no longer shown: ");
    expect(page).toContain(`Groups of ${grouping?.text}`);
    expect(JSON.stringify(trendSheet(trend, { byGroup: false }))).not.toContain(`Groups of ${grouping?.text}`);
  });

  it("says where two waves differ by a few people only", () => {
    const few = wave("b", 0, { overall: { ...OVERALL, people: OVERALL.people + 2 } });
    expect(trendOf([wave("a", 0), few]).mind.join()).toContain("a and b: the answers differ by fewer people");
    const many = wave("b", 0, { overall: { ...OVERALL, people: OVERALL.people + 20 } });
    expect(trendOf([wave("a", 0), many]).mind.join()).not.toContain("differ by fewer");
  });

  it("is data, and one row a number", () => {
    const trend = trendOf([wave("=a", 0), wave("b", 1)]);
    expect(trendJson(trend)).toMatchObject({
      format: "trust-audit/trend",
      formatVersion: 1,
      waves: [{ name: "=a" }, { name: "b" }],
    });
    const lines = trendCsv(trend).split("\n");
    expect(lines[1]).toMatch(/^'=a,total,/);
    expect(lines.filter((line) => line.includes("since the first wave"))).toHaveLength(trend.scores.length);
    // Tables of an audit and of a trend can be stacked: what follows the wave is the same, column by column.
    const report = renderCsv(SAMPLE).split("\n")[0];
    expect(report?.endsWith(`,${lines[0]}`)).toBe(true);
    expect(lines[0]).toMatch(/,path,.*,band,says,target,/);
  });
});

describe("what cannot be followed", () => {
  const audience = (id: string, title: string): Partial<Audit> => ({
    asked: { ...SAMPLE.asked, audience: { id, title }, audiences: [{ id, title, worry: null, afterBreach: null }] },
  });

  it("is told all at once", () => {
    const waves = [
      wave("a", 0, audience("staff", "Staff")),
      wave("b", 0, { ...audience("staff", "Staff"), framework: { ...signed(), id: "other" } }),
      wave("c", 0, audience("leaders", "Leaders")),
      wave("d", 0, { ...audience("staff", "Staff"), framework: { ...signed(), unit: "consensus" } }),
    ];
    expect(againstTrend(waves).map(({ code, place }) => [code, place?.file])).toEqual([
      ["AU006", "b"],
      ["AU011", "c"],
      ["AU008", "d"],
    ]);
    expect(againstTrend([])).toEqual([]);
    expect(againstTrend([wave("a", 0), wave("b", 0, { framework: signed({ credibility: "x" }) })])).toEqual([]);
  });
});
