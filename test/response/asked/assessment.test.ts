import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FigureScale, Unit } from "../../../src/framework/types.ts";
import { type AssessmentClaim, claimAssessment, settleUnit } from "../../../src/response/asked/assessment.ts";
import { emptyLedger } from "../../../src/response/ledger.ts";
import { planSource } from "../../../src/response/plan/source.ts";
import { createAssessmentProblems } from "../../../src/response/rows/assessment-problems.ts";
import type { TableHead } from "../../../src/response/table-head.ts";
import type { Ledger } from "../../../src/response/types.ts";
import { grouped, head, NOTHING_NAMED, RULES, SMALL } from "../fixture.ts";

const ITEMS = ["C1", "C2", "R1", "R2", "recommend"];
const file = (words: readonly (string | null)[], more: Partial<Omit<TableHead, "sample">> = {}): TableHead =>
  head(["assessment", ...ITEMS], {
    sample: words.map((word) => (word === null ? ["", "", "", "", "", ""] : [word, "4", "4", "3", "2", "9"])),
    ...more,
  });

function planned(heads: readonly TableHead[], ...by: readonly string[]) {
  const { plan, problems } = planSource({
    framework: SMALL,
    program: { items: SMALL.items },
    heads,
    ...NOTHING_NAMED,
    segments: grouped(...by),
    audience: null,
    rules: RULES,
  });
  if (plan === null) throw new Error(problems.map(({ message }) => message).join());
  return { plan };
}

function claimed(heads: readonly TableHead[], ...by: readonly string[]) {
  return claimAssessment(planned(heads, ...by).plan, heads);
}

const unitOf = (...heads: readonly TableHead[]) => claimed(heads).claim?.unit ?? null;

describe("what a row stands for", () => {
  it.each([
    ["one row of one person", [file(["self"])], "self"],
    ["in any case and with spaces", [file([" Self "])], "self"],
    ["one row, then rows of delimiters", [file(["self", null, null])], "self"],
    ["a room", [file(["consensus"])], "consensus"],
    ["several rooms", [file(["consensus", "consensus"]), file(["consensus"])], "consensus"],
    ["an organisation", [file(["organisation"])], "organisation"],
    ["two people", [file(["self", "self"])], "person"],
    ["two people in two files", [file(["self"]), file(["self"])], "person"],
    ["one person and somebody", [file(["self", ""])], "person"],
    ["one person and a file that says nothing", [file(["self"]), head(ITEMS, { sample: [["4"]] })], "person"],
    ["other words than ours", [file(["self", "manager"])], "person"],
    ["no word of ours", [file(["spring", "autumn"])], null],
    ["no rows at all", [file([])], null],
    ["no column", [head(ITEMS, { sample: [["4", "4", "3", "2", "9"]] })], null],
  ] as const)("%s", (_, heads, unit) => {
    expect(unitOf(...heads)).toBe(unit);
    expect(claimed(heads).problems).toEqual([]);
  });

  it("is nothing where the column is the user's grouping", () => {
    expect(claimed([file(["self"])], "assessment").claim).toBeNull();
  });

  it("is nothing where two columns say it", () => {
    const twice = head(["assessment", "Assessment", ...ITEMS], { sample: [["self", "self", "4", "4", "3", "2", "9"]] });
    expect(claimed([twice]).claim).toBeNull();
  });

  it.each([
    ["blank", [file(["consensus", ""])], 3],
    ["a person", [file(["consensus", "self"])], 3],
    ["an organisation", [file(["consensus", "organisation"])], 3],
    ["another word", [file(["organisation", "spring"])], 3],
    ["after a header of two lines", [file(["consensus", ""], { headers: ["assessment", "C1\nx", ...ITEMS] })], 4],
    ["a file without the column", [file(["consensus"]), head(ITEMS, { file: "people.csv", sample: [["4", "4"]] })], 2],
  ] as const)("is an error where a room stands beside %s", (_, heads, line) => {
    const { claim, problems } = claimed(heads);
    expect(claim).toBeNull();
    expect(problems).toMatchObject([{ code: "SC006", severity: "error", place: { file: heads.at(-1)?.file, line } }]);
  });
});

describe("settling it when all rows are counted", () => {
  const claim = (unit: Unit, rows: number): AssessmentClaim => ({ unit, rows, read: rows });
  const figure: FigureScale = {
    ...{ kind: "figure", id: "agree", title: "Share", worst: 0, best: 100, decimals: 1, unit: "%" },
    ...{ notApplicable: [], dontKnow: [] },
  };

  /** Rows that are not scored are empty ones, unless they are said to be others. */
  function settled(
    unit: Unit,
    rows: {
      readonly claim: AssessmentClaim | null;
      readonly read: number;
      readonly scored: number;
      readonly excluded?: Partial<Ledger["excluded"]>;
      readonly headers?: readonly string[];
      readonly figures?: boolean;
    },
  ) {
    const { read, scored, headers = [], figures = false } = rows;
    const gone = Object.values(rows.excluded ?? {}).reduce((sum, count) => sum + count, 0);
    const excluded = { ...emptyLedger().excluded, empty: read - scored - gone, ...rows.excluded };
    const scales = figures ? new Map([...SMALL.scales.keys()].map((id) => [id, figure])) : SMALL.scales;
    const { plan } = planned([head([...headers, ...ITEMS])]);
    return settleUnit({ ...SMALL, unit, scales }, { claim: rows.claim, plan, ledger: { read, scored, excluded } });
  }

  it.each(["self", "consensus"] as const)("holds of one row alone: %s", (unit) => {
    expect(settled("person", { claim: claim(unit, 1), read: 1, scored: 1 })).toEqual({ unit, problems: [] });
  });

  it.each([
    ["consensus", 2, 2],
    ["consensus", 1, 2],
    ["organisation", 1, 1],
    ["organisation", 4, 4],
  ] as const)(
    "never makes an assessment of what a person framework asked: %s, %i sampled, %i read",
    (unit, rows, read) => {
      const found = settled("person", { claim: claim(unit, rows), read, scored: read });
      expect(found.unit).toBe("person");
      expect(found.problems).toMatchObject([{ code: "SC007", severity: "warning" }]);
    },
  );

  const ROOMS = ["consensus", "organisation"] as const;

  it.each(ROOMS)("leaves a framework its unit where every row says what it is, however many there are: %s", (unit) => {
    for (const word of ROOMS)
      for (const headers of [[], ["Name", "E-mail"]])
        for (const read of [3, 21])
          expect(settled(unit, { claim: claim(word, 3), read, scored: read, headers })).toEqual({ unit, problems: [] });
  });

  it.each(ROOMS)("leaves it its unit of one row that says nothing: %s", (unit) => {
    for (const headers of [[], ["Name"]])
      for (const excluded of [{}, { preview: 2 }, { spam: 2 }])
        expect(settled(unit, { claim: null, read: 3, scored: 1, excluded, headers })).toEqual({ unit, problems: [] });
  });

  it.each(ROOMS)("takes several rows of answers that say nothing for people, and tells so: %s", (unit) => {
    const found = settled(unit, { claim: null, read: 12, scored: 12 });
    expect(found.unit).toBe("person");
    expect(found.problems).toMatchObject([{ code: "SC034", severity: "warning" }]);
    expect(found.problems[0]?.help).toContain(`"${unit}"`);
    expect(found.problems[0]?.message).not.toContain("12");
  });

  it.each(["incomplete", "careless", "duplicate", "ragged"] as const)(
    "counts rows that were left out among them: %s",
    (kind) => {
      const rows = { claim: null, read: 12, scored: 1, excluded: { [kind]: 11 } };
      expect(settled("organisation", rows).unit).toBe("person");
      expect(settled("self", rows).unit).toBe("person");
    },
  );

  it("leaves rows of nothing but figures assessments, unless a column is personal", () => {
    const rows = { claim: null, read: 12, scored: 12, figures: true };
    expect(settled("organisation", rows)).toEqual({ unit: "organisation", problems: [] });
    for (const headers of [["Name"], ["E-mail"]]) {
      const found = settled("organisation", { ...rows, headers });
      expect(found.unit).toBe("person");
      expect(found.problems).toMatchObject([{ code: "SC034", message: expect.stringContaining("who somebody is") }]);
    }
  });

  it("of `self` does not hold beside another row, even one that nobody scored", () => {
    const rows = { claim: claim("self", 1), scored: 1 };
    expect(settled("person", { ...rows, read: 1 }).unit).toBe("self");
    expect(settled("organisation", { ...rows, read: 2 })).toEqual({ unit: "person", problems: [] });
  });

  it("of `self` is never more than one row, whatever was sampled and whatever the framework says", () => {
    const word = fc.constantFrom("self", "SELF", " self ", "", "manager", null);
    const files = fc.array(fc.array(word, { maxLength: 20 }), { minLength: 1, maxLength: 4 });
    const own = fc.constantFrom<Unit>("person", "self");
    fc.assert(
      fc.property(files, own, fc.nat(3), (words, framework, unsampled) => {
        const heads = words.map((one) => file(one));
        const { claim } = claimed(heads);
        const filled = words.flat().filter((one) => one !== null).length;
        const read = words.flat().length + unsampled;
        const { unit } = settled(framework, { claim, read, scored: filled + unsampled });
        if (filled + unsampled > 1) expect(unit).toBe("person");
        else if (claim !== null) expect(unit).toBe(unsampled === 0 ? "self" : "person");
      }),
      { seed: 20261122 },
    );
  });
});

describe("what every row says, once it is read", () => {
  const said = (words: readonly string[]) => {
    const problems = createAssessmentProblems();
    for (const [at, word] of words.entries()) problems.row(word, () => ({ file: "a.csv", line: at + 2 }));
    return problems.problems();
  };
  it.each([
    ["rooms", ["consensus", "Consensus "]],
    ["people", ["self", "", "manager"]],
  ])("is sound of %s alone", (_, words) => {
    expect(said(words)).toEqual([]);
  });
  it("is an error where a row behind the first ones says something else", () => {
    const rows = Array.from({ length: 40 }, () => "organisation");
    for (const other of ["", "self", "consensus"])
      expect(said([...rows, other, other])).toMatchObject([{ code: "SC006", place: { file: "a.csv", line: 42 } }]);
    expect(said(["", "organisation"])).toMatchObject([{ code: "SC006", place: { line: 2 } }]);
  });
});
