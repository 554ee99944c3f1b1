import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Unit } from "../../../src/framework/types.ts";
import { type AssessmentClaim, claimAssessment, settleUnit } from "../../../src/response/asked/assessment.ts";
import { planSource } from "../../../src/response/plan/source.ts";
import type { TableHead } from "../../../src/response/table-head.ts";
import { grouped, head, NOTHING_NAMED, RULES, SMALL } from "../fixture.ts";

const ITEMS = ["C1", "C2", "R1", "R2", "recommend"];
const file = (words: readonly (string | null)[], more: Partial<Omit<TableHead, "sample">> = {}): TableHead =>
  head(["assessment", ...ITEMS], {
    sample: words.map((word) => (word === null ? ["", "", "", "", "", ""] : [word, "4", "4", "3", "2", "9"])),
    ...more,
  });

function claimed(heads: readonly TableHead[], ...by: readonly string[]) {
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
  return claimAssessment(plan, heads);
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

  it.each(["self", "consensus"] as const)("holds of one row alone: %s", (unit) => {
    expect(settleUnit("person", { claim: claim(unit, 1), read: 1, scored: 1 })).toEqual({ unit, problems: [] });
  });

  it.each([
    ["consensus", 2, 2],
    ["consensus", 1, 2],
    ["organisation", 1, 1],
    ["organisation", 4, 4],
  ] as const)(
    "never makes an assessment of what a person framework asked: %s, %i sampled, %i read",
    (unit, rows, read) => {
      const settled = settleUnit("person", { claim: claim(unit, rows), read, scored: read });
      expect(settled.unit).toBe("person");
      expect(settled.problems).toMatchObject([{ code: "SC007", severity: "warning" }]);
    },
  );

  it("leaves a framework for rooms or organisations its unit, however many rows there are", () => {
    for (const unit of ["consensus", "organisation"] as const)
      for (const read of [3, 21])
        expect(settleUnit(unit, { claim: claim(unit, 3), read, scored: read })).toEqual({ unit, problems: [] });
  });

  it("of `self` does not hold beside another row, even one that nobody scored", () => {
    const rows = { claim: claim("self", 1), scored: 1 };
    expect(settleUnit("person", { ...rows, read: 1 }).unit).toBe("self");
    expect(settleUnit("organisation", { ...rows, read: 2 })).toEqual({ unit: "person", problems: [] });
  });

  it("leaves the framework its unit where the files say nothing", () => {
    expect(settleUnit("organisation", { claim: null, read: 3, scored: 3 }).unit).toBe("organisation");
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
        const { unit } = settleUnit(framework, { claim, read, scored: filled + unsampled });
        if (filled + unsampled > 1) expect(unit).toBe("person");
        else if (claim !== null) expect(unit).toBe(unsampled === 0 ? "self" : "person");
      }),
      { seed: 20261122 },
    );
  });
});
