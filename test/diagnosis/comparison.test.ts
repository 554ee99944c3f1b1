import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { comparisonOf, incomparable } from "../../src/diagnosis/comparison.ts";
import { SAMPLE } from "../render/sample.ts";

const kept = (name: string, audit: Audit = SAMPLE) => ({ name, audit });
const of = (framework: Partial<Audit["framework"]>): Audit => ({
  ...SAMPLE,
  framework: { ...SAMPLE.framework, ...framework },
});
const asked = (more: Partial<Audit["asked"]>): Audit => ({ ...SAMPLE, asked: { ...SAMPLE.asked, ...more } });
const SHORT = { id: "short", title: "Short form" };

describe("two audits", () => {
  it.each([
    { later: of({ id: "other", hash: "x" }), code: "AU006", says: /framework .*other/ },
    { later: of({ version: "2.0.0", hash: "x" }), code: "AU007", says: / and 2\.0\.0/ },
    { later: of({ hash: "x" }), code: "AU007", says: /both call themselves/ },
    { later: asked({ form: SHORT }), code: "AU008", says: /whole questionnaire.*form "short"/ },
    { later: of({ unit: "consensus" }), code: "AU008", says: /of people.*of assessments/ },
  ])("cannot be compared: $code $says", ({ later, code, says }) => {
    const [problem, ...more] = incomparable(kept("a.json"), kept("b.json", later));
    expect(problem).toMatchObject({ code, severity: "error", place: { file: "b.json" } });
    expect(problem?.message).toMatch(says);
    expect(more).toEqual([]);
  });

  it("of one framework, asked alike, can", () => {
    expect(incomparable(kept("a.json"), kept("b.json"))).toEqual([]);
  });
});

describe("a comparison", () => {
  it("says what else differs and may pass for a change", () => {
    const audience = { id: "customers", title: "Customers" };
    const weighted = {
      ...SAMPLE,
      options: { ...SAMPLE.options, weight: "w", exclude: ["careless"] },
      source: { ...SAMPLE.source, files: [] },
    };
    expect(comparisonOf(kept("a.json"), kept("b.json", asked({ audience }))).mind[0]).toMatch(
      /Other people.*Customers/,
    );
    expect(comparisonOf(kept("a.json"), kept("b.json", asked({ subset: "site = North" }))).mind[0]).toMatch(
      /same part/,
    );
    expect(comparisonOf(kept("a.json"), kept("b.json", weighted)).mind).toEqual([
      expect.stringMatching(/weights/),
      expect.stringMatching(/[Cc]areless/),
    ]);
    expect(comparisonOf(kept("a.json"), kept("b.json")).mind).toEqual([expect.stringMatching(/same names and rows/)]);
    const files = SAMPLE.source.files.map((file) => ({ ...file, rows: null }));
    const uncounted = { ...SAMPLE, source: { ...SAMPLE.source, files } };
    expect(comparisonOf(kept("a.json", uncounted), kept("b.json", uncounted)).mind).toEqual([
      expect.stringMatching(/same names\.$/),
    ]);
  });
});
