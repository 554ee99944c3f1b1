import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { comparisonJson, comparisonSheet, namesOf } from "../../src/cli/comparison.ts";
import { comparisonOf } from "../../src/diagnosis/comparison.ts";
import { SAMPLE } from "../render/sample.ts";

const kept = (name: string, audit: Audit = SAMPLE) => ({ name, audit });

describe("a comparison", () => {
  it("with an audit that shows nothing has a reason, and names it on the page", () => {
    const comparison = comparisonOf(kept("a.json", { ...SAMPLE, overall: null }), kept("b.json"));
    expect(comparison.change).toMatchObject({ changes: [], groups: [], reason: expect.stringMatching(/could tell/) });
    expect(JSON.stringify(comparisonSheet(comparison).blocks)).toContain("nothing is shown");
  });

  it("marks the page where either lowered the minimum", () => {
    const lowered = { ...SAMPLE, disclosure: { ...SAMPLE.disclosure, minGroup: 3, lowered: true } };
    expect(comparisonSheet(comparisonOf(kept("a.json", lowered), kept("b.json"))).mark).toMatch(/3/);
    expect(comparisonSheet(comparisonOf(kept("a.json"), kept("b.json"))).mark).toBe(null);
  });

  it("is data with the change as an audit has it", () => {
    const comparison = comparisonOf(kept("a.json"), kept("b.json"));
    expect(comparisonJson(comparison)).toMatchObject({
      format: "trust-audit/comparison",
      formatVersion: 2,
      kind: "change",
      leftOut: [],
      reworded: [],
      framework: { id: SAMPLE.framework.id, hash: SAMPLE.framework.hash },
      files: { before: "a.json", after: "b.json" },
      change: { kind: "independent", before: "a.json", after: "b.json" },
    });
  });
});

describe("the gap between two audiences", () => {
  const audience = (id: string, title: string): Audit => ({
    ...SAMPLE,
    asked: {
      ...SAMPLE.asked,
      audience: { id, title },
      audiences: [{ id, title, worry: null, afterBreach: null }],
    },
  });
  const [leaders, staff] = [audience("leaders", "Leaders"), audience("staff", "Staff")];
  const higher: Audit = {
    ...staff,
    overall: staff.overall && {
      ...staff.overall,
      dimensions: staff.overall.dimensions.map((one) =>
        one.mean.kind === "estimate" ? { ...one, mean: { ...one.mean, value: one.mean.value + 1 } } : one,
      ),
    },
  };

  it("is no change: two sides, each with its name, and no word of a rise", () => {
    const page = JSON.stringify(comparisonSheet(comparisonOf(kept("a.json", leaders), kept("b.json", higher))));
    expect(page).toContain("gap between audiences");
    expect(page).toContain("Gap between audiences: Leaders minus Staff");
    expect(page).toContain("Gap = Leaders minus Staff, in points of the index");
    expect(page).toContain("Leaders lower");
    expect(page).toContain('"label":"Leaders"');
    expect(page).not.toMatch(/changed|Change of|"up|"down|Before|earlier/);
  });

  it("beside one agreed view says whose it is, and that no interval stands behind it", () => {
    const unsure = <T extends object>(one: T) => ({ ...one, precision: null });
    const room: Audit = {
      ...leaders,
      framework: { ...leaders.framework, unit: "consensus" },
      overall: leaders.overall && {
        ...leaders.overall,
        composites: leaders.overall.composites.map(unsure),
        dimensions: leaders.overall.dimensions.map(unsure),
      },
    };
    const sheet = comparisonSheet(comparisonOf(kept("a.json", room), kept("b.json", staff)));
    expect(JSON.stringify(sheet.blocks.at(-1))).toContain("Leaders: one assessment, and no sample of people.");
    expect(JSON.stringify(sheet.blocks[0])).toMatch(/a\.json: .*assessment/);
    const table = sheet.blocks.find(({ kind }) => kind === "table");
    if (table?.kind !== "table") throw new Error("no table");
    expect(table.columns.map(({ title }) => title)).toEqual(["", "Leaders", "Staff", "Gap", "n, Staff"]);
    const page = JSON.stringify(sheet);
    expect(page).not.toMatch(/too few to say|two waves/);
    expect(page.match(/which has no margin of error/g)).toHaveLength(1);
    expect(sheet.mark).toBeNull();
  });

  it("turns with the reading: less of a load is more trust", () => {
    const load = (audit: Audit): Audit => ({ ...audit, framework: { ...audit.framework, reading: "load" } });
    const page = JSON.stringify(
      comparisonSheet(comparisonOf(kept("a.json", load(leaders)), kept("b.json", load(higher)))),
    );
    expect(page).toContain("Leaders higher");
    expect(page).toContain("where less is better");
  });

  it("has a reason where one of them shows nothing", () => {
    const page = JSON.stringify(
      comparisonSheet(comparisonOf(kept("a.json", { ...leaders, overall: null }), kept("b.json", staff))),
    );
    expect(page).toContain("It could tell about a few people");
  });

  it("is data that says so", () => {
    const data = comparisonJson(comparisonOf(kept("a.json", leaders), kept("b.json", staff)));
    expect(data).toMatchObject({ kind: "gap", audiences: { before: { id: "leaders" }, after: { id: "staff" } } });
  });
});

describe("scores that are made otherwise now", () => {
  it("are told on the page, and so are reworded ones", () => {
    const comparison = comparisonOf(kept("a.json"), kept("b.json"));
    const page = JSON.stringify(
      comparisonSheet({
        ...comparison,
        leftOut: [{ of: "dimension", id: "x", title: "Care", reason: "only the second audit has it" }],
        reworded: [{ of: "dimension", id: "y", title: "Openness" }],
        ownFormulas: [{ of: "composite", id: "z", title: "Trust" }],
      }),
    );
    expect(page).toContain("Trust: each audience has a formula or weights of its own");
    expect(page).toContain("Care: only the second audit has it");
    expect(page).toContain("Openness: what people read has changed since");
  });
});

describe("the names of two audits", () => {
  it.each([
    { before: "2025.json", after: "2026.json", names: ["2025.json", "2026.json"] },
    { before: "kept/2025.json", after: "/home/me/2026.json", names: ["2025.json", "2026.json"] },
    {
      before: "/home/me/2025/audit.json",
      after: "/home/me/2026/audit.json",
      names: ["2025/audit.json", "2026/audit.json"],
    },
    { before: "C:\\me\\a\\x.json", after: "C:\\me\\b\\x.json", names: ["a/x.json", "b/x.json"] },
    { before: "x.json", after: "old/x.json", names: ["x.json", "old/x.json"] },
    { before: "-", after: "old/x.json", names: ["<stdin>", "x.json"] },
  ])("$before and $after", ({ before, after, names }) => expect(namesOf(before, after)).toEqual(names));
});
