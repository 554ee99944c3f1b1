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
      formatVersion: 1,
      framework: { id: SAMPLE.framework.id, hash: SAMPLE.framework.hash },
      files: { before: "a.json", after: "b.json" },
      change: { kind: "independent", before: "a.json", after: "b.json" },
    });
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
