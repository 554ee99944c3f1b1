import { describe, expect, it } from "vitest";
import { release } from "../../src/disclosure/release.ts";
import { forAudience } from "../../src/framework/audience.ts";
import type { Framework } from "../../src/framework/types.ts";
import { estimateItems } from "../../src/statistics/items.ts";
import { estimateSurvey } from "../../src/statistics/survey.ts";
import { COLUMNS, frameworkOf } from "../disclosure/audience-people.ts";
import { aggregateOf, asking, type Person } from "../disclosure/fixture.ts";

/** Trust is another formula for each audience. */
function asked(): Framework {
  const base = frameworkOf(false);
  const [trust] = base.composites;
  if (trust === undefined) throw new Error("no composite");
  const of = (id: string) => {
    const tree = { kind: "name", name: id } as const;
    return { formula: id, tree, inputs: [id], worst: 1, best: 5 };
  };
  const byAudience = new Map([
    ["customers", of("words")],
    ["staff", { ...of("strain"), worst: 5, best: 1 }],
  ]);
  const own = { ...trust, ...of("words"), byAudience };
  const whole = { ...base, composites: [own] };
  return forAudience(whole, ["customers", "staff"]);
}

const FRAMEWORK = asked();

function people(audience: string, size: number): readonly Person[] {
  const own = FRAMEWORK.items.filter(({ text }) => text.has(audience));
  return Array.from({ length: size }, (_, at): Person => {
    const shift = audience === "staff" ? 2 : 0;
    const answers = own.map(
      ({ id }, place) => [id, id === "T1" ? 5 + at : 1 + ((at * 2 + place + shift) % 5)] as const,
    );
    return { group: [audience, at % 2 === 0 ? "North" : "South", "old"], answers: Object.fromEntries(answers) };
  });
}

const everybody = [...people("customers", 24), ...people("staff", 26)];
const released = release({
  ...{ aggregate: aggregateOf(everybody, FRAMEWORK, COLUMNS), framework: FRAMEWORK, minGroup: 5 },
  ...asking("audience", "site"),
});
const survey = await estimateSurvey({
  ...{ framework: FRAMEWORK, released, headcounts: new Map(), seed: 1, only: null },
  audienceColumn: "audience",
});

describe("a survey of several audiences", () => {
  const [audiences, sites] = survey.groupings;

  it("has each audience estimated as it was asked, by its title", () => {
    expect(audiences?.cells.map(({ label, path }) => [label, path])).toEqual([
      ["CUSTOMERS", ["customers"]],
      ["STAFF", ["staff"]],
    ]);
    const ids = audiences?.cells.map(({ dimensions }) => dimensions.map(({ id }) => id));
    expect(ids).toEqual([
      ["words", "deeds", "remote"],
      ["words", "strain", "remote", "churn"],
    ]);
  });

  it("has a composite by each one's own formula, and none of all together", () => {
    const [customers, staff] = audiences?.cells.map(({ composites }) => composites[0]) ?? [];
    expect([customers?.formula, staff?.formula]).toEqual(["words", "strain"]);
    for (const one of [customers, staff]) expect(one?.index.kind).toBe("estimate");
    const none = (reason: string) => ({ kind: "none", reason });
    expect(survey.isApart).toBe(true);
    expect(survey.overall?.composites[0]?.index).toMatchObject(none("audiences are not averaged: see each of them"));
    expect(sites?.cells).toHaveLength(2);
    for (const cell of sites?.cells ?? [])
      expect(cell.composites[0]?.index).toMatchObject(
        none("audiences are not averaged: look at one at a time with --where 'audience = …'"),
      );
  });

  it("compares an audience with everyone else on what both are asked", () => {
    const compared = audiences?.comparisons.map(({ label, dimension }) => [label, dimension]);
    expect(compared).toEqual([
      ["CUSTOMERS", "words"],
      ["CUSTOMERS", "remote"],
      ["STAFF", "words"],
      ["STAFF", "remote"],
    ]);
    expect(sites?.comparisons.some(({ dimension }) => dimension === "strain")).toBe(true);
  });

  it("has items in the first wording", () => {
    if (released.total === null) throw new Error("nobody");
    const items = estimateItems({ framework: FRAMEWORK, plan: released.plan, released: released.total, audience: "" });
    expect(items.every(({ text }) => text !== "")).toBe(true);
  });
});

/** Everybody is asked the same, with one formula for all. */
async function surveyed(sizes: Readonly<Record<string, number>>) {
  const [trust, ...others] = FRAMEWORK.composites;
  if (trust === undefined) throw new Error("no composite");
  const framework = { ...FRAMEWORK, composites: [{ ...trust, byAudience: null }, ...others] };
  const answered = Object.entries(sizes).flatMap(([audience, size]) => people(audience, size));
  const given = release({
    ...{ aggregate: aggregateOf(answered, framework, COLUMNS), framework, minGroup: 5 },
    ...asking("audience"),
  });
  return estimateSurvey({
    ...{ framework, released: given, headcounts: new Map(), seed: 1, only: "scores" },
    audienceColumn: "audience",
  });
}

describe("a formula that is the same for all", () => {
  it("has no value of everyone where an audience is shown by itself", async () => {
    const { overall, groupings, isApart } = await surveyed({ customers: 24, staff: 26 });
    expect(isApart).toBe(true);
    expect(overall?.composites[0]).toMatchObject({
      formula: "words",
      index: { kind: "none", reason: "audiences are not averaged: see each of them" },
      band: null,
    });
    expect(overall?.dimensions[0]?.index.kind).toBe("estimate");
    expect(groupings[0]?.cells.map(({ composites }) => composites[0]?.index.kind)).toEqual(["estimate", "estimate"]);
  });

  it("has one where none of them is large enough to be shown", async () => {
    const { overall, groupings, isApart } = await surveyed({ customers: 4, staff: 4 });
    expect(groupings[0]?.cells.filter(({ kind }) => kind === "group")).toEqual([]);
    expect(isApart).toBe(false);
    expect(overall?.composites[0]?.index.kind).toBe("estimate");
  });
});
