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

const audience = (id: string): Partial<Audit["asked"]> => ({
  audience: { id, title: id },
  audiences: [{ id, title: id, worry: null, afterBreach: null }],
});
const several = asked({
  audience: { id: "everyone", title: "Everyone" },
  audiences: ["a", "b"].map((id) => ({ id, title: id, worry: null, afterBreach: null })),
});

/** Every score of the sample, signed; `scoring` and `wording` by id in place of the common ones. */
function signed(
  more: { readonly scoring?: Record<string, string>; readonly wording?: Record<string, string> } = {},
  framework: Partial<Audit["framework"]> = {},
): Audit {
  const one = (kind: "composite" | "dimension") => (score: { readonly id: string }) => ({
    of: kind,
    id: score.id,
    scoring: more.scoring?.[score.id] ?? "s",
    wording: more.wording?.[score.id] ?? "w",
  });
  const signatures = [
    ...(SAMPLE.overall?.composites ?? []).map(one("composite")),
    ...(SAMPLE.overall?.dimensions ?? []).map(one("dimension")),
  ].filter(({ scoring }) => scoring !== "gone");
  return of({ signatures, ...framework });
}

const UNSIGNED = of({ signatures: [] });
const ALL_OTHER = { trust: "x", credibility: "x", reliability: "x", intimacy: "x", self_orientation: "x" };

describe("two audits", () => {
  it.each([
    { earlier: UNSIGNED, later: of({ id: "other", hash: "x" }), code: "AU006", says: /framework .*other/ },
    {
      earlier: UNSIGNED,
      later: of({ version: "2.0.0", hash: "x", signatures: [] }),
      code: "AU010",
      says: / and 2\.0\.0.*cannot be checked.*both were kept before/,
    },
    { earlier: signed(), later: of({ hash: "x", signatures: [] }), code: "AU010", says: /b\.json was kept before/ },
    { earlier: UNSIGNED, later: signed({}, { hash: "x" }), code: "AU010", says: /both call themselves.*a\.json was/ },
    { earlier: signed(), later: signed({ scoring: ALL_OTHER }), code: "AU007", says: /No score .* made alike/ },
    {
      earlier: UNSIGNED,
      later: { ...UNSIGNED, asked: { ...SAMPLE.asked, form: SHORT } },
      code: "AU008",
      says: /whole questionnaire.*form "short"/,
    },
    { earlier: signed(), later: signed({}, { unit: "consensus" }), code: "AU008", says: /of people.*of assessments/ },
    { earlier: SAMPLE, later: several, code: "AU009", says: /several audiences together/ },
  ])("cannot be compared: $code $says", ({ earlier, later, code, says }) => {
    const [problem, ...more] = incomparable(kept("a.json", earlier), kept("b.json", later));
    expect(problem).toMatchObject({ code, severity: "error", place: { file: "b.json" } });
    expect(problem?.message).toMatch(says);
    expect(more).toEqual([]);
  });

  it.each([
    ["of one framework, asked alike", SAMPLE, SAMPLE],
    ["of the very same text, though nothing is signed", UNSIGNED, UNSIGNED],
    ["of another text with the same scores", signed(), signed({}, { hash: "x", version: "2.0.0" })],
    ["of which one score is made otherwise", signed(), signed({ scoring: { trust: "x" } })],
    ["of which one shows nothing", { ...signed(), overall: null }, { ...signed(), overall: null }],
  ])("%s, can", (_, earlier, later) => {
    expect(incomparable(kept("a.json", earlier), kept("b.json", later))).toEqual([]);
  });

  it("of two audiences may be a consensus beside people: it is no earlier wave", () => {
    const room = { ...asked(audience("x")), framework: of({ unit: "consensus" }).framework };
    expect(incomparable(kept("a.json"), kept("b.json", room))).toEqual([]);
    expect(comparisonOf(kept("a.json"), kept("b.json", room)).kind).toBe("gap");
  });
});

describe("a comparison score by score", () => {
  const compared = (earlier: Audit, later: Audit) => comparisonOf(kept("a.json", earlier), kept("b.json", later));
  const ids = (comparison: ReturnType<typeof compared>) => comparison.change.changes.map(({ id }) => id);

  it("leaves out what is made otherwise, with the reason, in the groups as well", () => {
    const found = compared(signed(), signed({ scoring: { trust: "x", intimacy: "y" } }));
    expect(ids(found)).toEqual(["credibility", "reliability", "self_orientation"]);
    expect(found.leftOut).toEqual([
      { of: "composite", id: "trust", title: "Trust quotient", reason: expect.stringMatching(/another formula/) },
      { of: "dimension", id: "intimacy", title: "Intimacy", reason: expect.stringMatching(/other questions/) },
    ]);
    const inGroups = found.change.groups.flatMap(({ changes }) => changes.map(({ id }) => id));
    expect(inGroups).toContain("reliability");
    expect(inGroups).not.toContain("intimacy");
    expect(inGroups).not.toContain("trust");
  });

  it("leaves out what only one of them has", () => {
    expect(compared(signed({ scoring: { intimacy: "gone" } }), signed()).leftOut).toEqual([
      expect.objectContaining({ id: "intimacy", reason: "only the second audit has it" }),
    ]);
    expect(compared(signed(), signed({ scoring: { intimacy: "gone" } })).leftOut).toEqual([
      expect.objectContaining({ id: "intimacy", reason: "only the first audit has it" }),
    ]);
  });

  it("says what was reworded, and compares it", () => {
    const found = compared(signed(), signed({ wording: { reliability: "x" } }));
    expect(found.reworded).toEqual([{ of: "dimension", id: "reliability", title: "Reliability" }]);
    expect(found.leftOut).toEqual([]);
    expect(ids(found)).toContain("reliability");
  });

  it("says nothing of wording between audiences, who read their own, and compares no groups", () => {
    const later = signed({ wording: { reliability: "x" } });
    const found = compared(signed(), { ...later, asked: { ...later.asked, ...audience("other") } });
    expect(found).toMatchObject({ kind: "gap", reworded: [], leftOut: [] });
    expect(found.change).toMatchObject({ before: SAMPLE.asked.audience.title, after: "other", groups: [] });
    expect(found.mind.join()).not.toMatch(/audience|people were asked/);
  });

  it("holds composites of which each audience has its own against each other on the index, between audiences only", () => {
    const later = signed({ scoring: { trust: "x" } });
    const gap = { ...later, asked: { ...later.asked, ...audience("other") } };
    const found = compared(signed(), gap);
    expect(found).toMatchObject({ kind: "gap", leftOut: [] });
    expect(found.ownFormulas).toEqual([{ of: "composite", id: "trust", title: "Trust quotient" }]);
    expect(ids(found)).toContain("trust");
    // Of another text it is not known that the audiences alone make the difference.
    const other = { ...gap, framework: { ...gap.framework, hash: "other" } };
    expect(compared(signed(), other).leftOut).toMatchObject([{ id: "trust" }]);
    const form = { ...gap, asked: { ...gap.asked, form: SHORT } };
    expect(compared(signed(), form).leftOut).toMatchObject([{ id: "trust" }]);
    expect(compared(signed(), later)).toMatchObject({ kind: "change", ownFormulas: [], leftOut: [{ id: "trust" }] });
  });

  it("says the whole reason why a composite is left out", () => {
    const [left] = compared(signed(), signed({ scoring: { trust: "x" } })).leftOut;
    expect(left?.reason).toBe(
      "it is made otherwise in the two: by another formula or other weights, or of dimensions that are themselves made otherwise",
    );
  });

  it("minds nothing of two audiences of one export, chosen by their names; it does of another part", () => {
    const chosen = (id: string, where: string): Audit => ({
      ...SAMPLE,
      asked: { ...SAMPLE.asked, ...audience(id), subset: where },
    });
    const leaders = chosen("leaders", "year = 2026 and who = leaders");
    expect(compared(leaders, chosen("staff", "year = 2026 and who = staff")).mind).toEqual([]);
    expect(compared(leaders, chosen("staff", "year = 2025 and who = staff")).mind).toEqual([
      "The two are not of the same part of the people.",
    ]);
  });

  it("between audiences is the first minus the second", () => {
    const raised = (audit: Audit): Audit => ({
      ...audit,
      overall: audit.overall && {
        ...audit.overall,
        dimensions: audit.overall.dimensions.map((one) =>
          one.mean.kind === "estimate" ? { ...one, mean: { ...one.mean, value: one.mean.value + 0.5 } } : one,
        ),
      },
    });
    const staff = { ...signed(), asked: { ...SAMPLE.asked, ...audience("staff") } };
    const index = (found: ReturnType<typeof compared>) => {
      const one = found.change.changes.find(({ id }) => id === "credibility");
      return one?.index.kind === "estimate" ? one.index.value : null;
    };
    expect(index(compared(raised(signed()), staff))).toBeCloseTo(12.5, 9);
    expect(compared(raised(signed()), staff).change).toMatchObject({ after: "staff" });
    expect(index(compared(signed(), raised(staff)))).toBeCloseTo(-12.5, 9);
  });

  it("of several audiences together minds that they are not the same", () => {
    const other = {
      ...several,
      asked: {
        ...several.asked,
        audiences: several.asked.audiences.map((one) => ({ ...one, title: `${one.title}!` })),
      },
    };
    expect(compared(several, other)).toMatchObject({ kind: "change" });
    expect(compared(several, other).mind[0]).toBe("Other audiences were asked: a, b; then a!, b!.");
  });
});

describe("a comparison", () => {
  it("says what else differs and may pass for a change", () => {
    const weighted = {
      ...SAMPLE,
      options: { ...SAMPLE.options, weight: "w", exclude: ["careless"] },
      source: { ...SAMPLE.source, files: [] },
    };
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
      expect.stringMatching(/same names, and show the same numbers\.$/),
    ]);
  });
  it("does not mind an export that is called the same each time, but one of then beside the new", () => {
    const { overall } = SAMPLE;
    const named = (...names: readonly string[]): Partial<typeof SAMPLE> => ({
      source: {
        ...SAMPLE.source,
        files: SAMPLE.source.files.slice(0, 1).flatMap((file) => names.map((name) => ({ ...file, name }))),
      },
      overall: overall && { ...overall, people: overall.people + names.length * 50 },
    });
    const mind = (then: readonly string[], now: readonly string[]) =>
      comparisonOf(
        kept("a.json", { ...SAMPLE, ...named(...then), overall }),
        kept("b.json", { ...SAMPLE, ...named(...now) }),
      ).mind;
    expect(mind(["answers.csv"], ["answers.csv"])).toEqual([]);
    expect(mind(["may.csv"], ["june.csv"])).toEqual([]);
    expect(mind(["north.csv", "south.csv"], ["north.csv", "south.csv"])).toEqual([]);
    expect(mind(["may.csv"], ["june.csv", "may.csv"])).toEqual([
      expect.stringMatching(/^b\.json holds the file may\.csv of a\.json beside new ones/),
    ]);
  });
  it("says where the two differ by a few people", () => {
    const { overall } = SAMPLE;
    const more = (people: number) => ({
      ...SAMPLE,
      overall: overall && { ...overall, people: overall.people + people },
    });
    const few = expect.stringMatching(/^The answers differ by fewer people than the minimum group/);
    expect(comparisonOf(kept("a.json"), kept("b.json", more(2))).mind).toEqual([few]);
    expect(comparisonOf(kept("a.json"), kept("b.json", more(20))).mind).toEqual([]);
    // As many people as another survey may well have: the answers themselves tell that they are others.
    const [first] = SAMPLE.items.filter(({ histogram }) => !("kind" in histogram));
    const moved = (people: number) => ({
      ...more(2),
      items: SAMPLE.items.map((item) =>
        item !== first || "kind" in item.histogram
          ? item
          : {
              ...item,
              histogram: item.histogram.map((bar, at) => (at === 0 ? { ...bar, count: bar.count + people } : bar)),
            },
      ),
    });
    expect(first).toBeDefined();
    expect(comparisonOf(kept("a.json"), kept("b.json", moved(4))).mind).toEqual([few]);
    expect(comparisonOf(kept("a.json"), kept("b.json", moved(5))).mind).toEqual([]);
  });
});
