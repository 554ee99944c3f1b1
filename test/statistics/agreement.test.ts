import { describe, expect, it } from "vitest";
import type { Agreement } from "../../src/audit/types.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import type { Framework } from "../../src/framework/types.ts";
import { estimateAgreement } from "../../src/statistics/agreement.ts";
import { expectClose } from "./close-to.ts";
import { analyses, cellOf, everyone } from "./departments.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { codedScale, dimension, framework, item } from "./small-framework.ts";
import { staffFramework } from "./staff.ts";

const three = framework({
  items: ["a", "b", "c"].map((id) => item(id, { dimension: "d" })),
  dimensions: [dimension("d", ["a", "b", "c"])],
});

const oneItem = framework({ items: [item("a", { dimension: "d" })], dimensions: [dimension("d", ["a"])] });

interface Of {
  readonly released?: Partial<ReleasedCell>;
  readonly weights?: readonly number[];
  readonly only?: "scores";
}

function agreementOf(of: Framework, rows: readonly Row[], { released = {}, weights, only }: Of = {}): Agreement | null {
  const total = releasedTotal(of, rows, { weights: weights ?? null, only: only ?? null });
  const group = {
    framework: of,
    plan: total.plan,
    released: { ...total.released, ...released },
    sampling: { unit: of.unit, headcount: null, level: 0.95 },
    seed: 1,
  };
  const [first] = of.dimensions;
  if (first === undefined) throw new Error("no dimension");
  return estimateAgreement(group, first);
}

function rwgOf(agreement: Agreement | null): number {
  if (agreement?.rwg.kind !== "estimate") throw new Error(`no estimate but ${JSON.stringify(agreement?.rwg)}`);
  return agreement.rwg.value;
}

/** Everybody gives the same answer to all three items, so the score is the answer. */
const alike = (...answers: readonly number[]): readonly Row[] => answers.map((answer) => [answer, answer, answer]);

describe("departments of the reference survey, as R's multilevel computes them", () => {
  const pairs = staffFramework.dimensions.flatMap(({ id }, d) =>
    Object.keys(analyses.dimension[id]?.agreement.rwg_j ?? {}).map((name) => [id, name, d] as const),
  );

  it.each(pairs)("%s in %s", (id, name, d) => {
    const wanted = analyses.dimension[id]?.agreement;
    const own = staffFramework.dimensions[d];
    if (own === undefined) throw new Error("no dimension");
    const group = {
      framework: staffFramework,
      plan: everyone.plan,
      released: cellOf(name),
      sampling: { unit: "person", headcount: null, level: 0.95 } as const,
      seed: 1,
    };
    const agreement = estimateAgreement(group, own);
    expectClose(rwgOf(agreement), wanted?.rwg_j[name], "rWG(J)");
    expect(agreement?.rwg).toMatchObject({ n: wanted?.n[name], unit: "agreement 0–1" });
    expect(agreement?.says === "agree").toBe(rwgOf(agreement) >= 0.7);
  });

  it("there are 32 of them", () => expect(pairs).toHaveLength(32));
});

describe("agreement", () => {
  it("worked by hand: one item answered 3, 4, 5 has variance 1, half of 2: rWG .5", () => {
    const agreement = agreementOf(oneItem, [[3], [4], [5]]);
    expectClose(rwgOf(agreement), 0.5, "rWG");
    expect(agreement?.rwg).toMatchObject({
      n: 3,
      method: "rWG against the uniform null (5 options equally likely)",
      interval: null,
    });
  });

  it("worked by hand: three items of the same variances have rWG(3) 3 · .5/(3 · .5 + .5) = .75", () => {
    const agreement = agreementOf(three, alike(3, 4, 5));
    expectClose(rwgOf(agreement), 0.75, "rWG(3)");
    expect(agreement?.says).toBe("agree");
    expect(agreement?.rwg).toMatchObject({
      method: "rWG(J) of 3 items against the uniform null (5 options equally likely)",
    });
  });

  it("one answer of all is full agreement", () => {
    expect(rwgOf(agreementOf(three, alike(2, 2, 2, 2)))).toBe(1);
  });

  it.each([
    ["a little below 0", [[1], [1], [3], [5], [5], [3]]],
    ["far below 0", [[1], [5]]],
  ])("counts as 0 outside 0 to 1, and says so: %s", (_, rows) => {
    const agreement = agreementOf(oneItem, rows);
    expect(rwgOf(agreement)).toBe(0);
    expect(agreement?.rwg).toMatchObject({
      caveats: ["The answers vary more than answers at random would: outside 0–1, counted as 0."],
    });
  });

  it("beyond the pole of rWG(J), where the formula would give more than 1, it is 0, too", () => {
    expect(rwgOf(agreementOf(three, alike(1, 5)))).toBe(0);
  });

  it("rests on those who answered every item; thirds on all who have a score", () => {
    const agreement = agreementOf(three, [...alike(3, 4, 5), [1, 1, null], [null, null, 5]]);
    expectClose(rwgOf(agreement), 0.75, "rWG(3)");
    expect(agreement?.rwg).toMatchObject({ n: 3 });
    expect(agreement?.thirds).toEqual({ low: 1, middle: 1, high: 2 });
  });
});

describe("what is said of agreement", () => {
  it.each([
    ["two camps", "two camps", [1, 1, 1, 1, 5, 5, 5, 5], { low: 4, middle: 0, high: 4 }],
    ["a middle as large as an end", "spread widely", [1, 1, 1, 3, 3, 3, 5, 5, 5], { low: 3, middle: 3, high: 3 }],
    ["a middle just smaller", "two camps", [1, 1, 1, 3, 3, 5, 5, 5], { low: 3, middle: 2, high: 3 }],
    ["one end under a quarter", "spread widely", [1, 1, 5, 5, 5, 5, 5, 5, 5], { low: 2, middle: 0, high: 7 }],
    ["one end of a quarter", "two camps", [1, 1, 5, 5, 5, 5, 5, 5], { low: 2, middle: 0, high: 6 }],
  ] as const)("%s: %s", (_, says, answers, thirds) => {
    expect(agreementOf(three, alike(...answers))).toMatchObject({ says, thirds });
  });

  it("without the thirds of a withheld cell nobody speaks of camps", () => {
    const total = releasedTotal(three, alike(1, 1, 1, 1, 5, 5, 5, 5));
    const cell = total.released.cell.slice();
    for (const { counts } of total.plan.thirds) cell.fill(0, counts, counts + 3);
    const agreement = agreementOf(three, alike(1, 1, 1, 1, 5, 5, 5, 5), { released: { cell } });
    expect(agreement).toMatchObject({ says: "spread widely", thirds: { kind: "hidden", words: null } });
  });
});

describe("where there is no agreement to be had", () => {
  it("one person", () => {
    expect(agreementOf(three, alike(3))).toEqual({
      rwg: { kind: "none", reason: "agreement needs at least two people", n: 1 },
      thirds: { low: 0, middle: 1, high: 0 },
      says: null,
    });
  });

  it("two people, one of them with gaps", () => {
    expect(agreementOf(three, [...alike(3), [1, 1, null]])?.rwg).toEqual({
      kind: "none",
      reason: "agreement needs two people who answered all its items; 1 did",
      n: 1,
    });
  });

  it("nobody", () => {
    const reason = "nobody answered enough of it";
    expect(agreementOf(three, [[null, null, null]])).toEqual({
      rwg: { kind: "none", reason, n: 0 },
      thirds: null,
      says: null,
    });
  });

  it("sums withheld, or nobody whole: the careful word", () => {
    expect(
      agreementOf(three, [
        [1, 1, null],
        [null, 2, 2],
      ]),
    ).toMatchObject({
      rwg: { kind: "hidden", words: null },
      says: null,
    });
  });

  it("a veiled dimension says nothing, not even the words of its veil", () => {
    const veils = new Map([["d", "nearly all" as const]]);
    const hidden = { kind: "hidden", words: null };
    expect(agreementOf(three, alike(3, 4, 5), { released: { veils } })).toEqual({
      rwg: hidden,
      thirds: hidden,
      says: null,
    });
  });

  it("scales of different length, and codes with gaps", () => {
    const scales = new Map([
      ["agree", codedScale("agree", [1, 5])],
      ["long", codedScale("long", [1, 7])],
    ]);
    const mixed = framework({
      scales,
      items: [item("a", { dimension: "d" }), item("b", { dimension: "d", scale: "long" })],
      dimensions: [dimension("d", ["a", "b"])],
    });
    expect(
      agreementOf(mixed, [
        [1, 1],
        [2, 2],
      ])?.rwg,
    ).toEqual({
      kind: "none",
      reason: "its items have scales with different numbers of options",
      n: 2,
    });
    const five = codedScale("agree", [1, 5]);
    const gaps = { ...five, points: five.points.filter(({ code }) => code !== 2) };
    const uneven = { ...oneItem, scales: new Map([["agree", gaps]]) };
    expect(agreementOf(uneven, [[1], [3]])?.rwg).toMatchObject({ reason: "the codes of its answer options have gaps" });
  });

  it("business figures", () => {
    const scale = { kind: "figure", id: "money", title: "", worst: 0, best: 100, decimals: 0, unit: "EUR" } as const;
    const figures = framework({
      scales: new Map([["money", { ...scale, notApplicable: [], dontKnow: [] }]]),
      items: [item("a", { dimension: "d", scale: "money" })],
      dimensions: [dimension("d", ["a"], { min: 0, max: 100 })],
    });
    const agreement = agreementOf(figures, [[10], [20], [30]]);
    expect(agreement?.rwg).toMatchObject({ kind: "none", reason: expect.stringContaining("business figures") });
    expect(agreement?.says).toBeNull();
  });

  it("assessments and runs for scores only have none at all", () => {
    expect(agreementOf({ ...three, unit: "consensus" }, alike(3, 4))).toBeNull();
    expect(agreementOf(three, alike(3, 4), { only: "scores" })).toBeNull();
  });

  it("survey weights are not used, and it says so", () => {
    const weighted = agreementOf(three, alike(3, 4, 5), { weights: [1, 2, 3] });
    expectClose(rwgOf(weighted), 0.75, "rWG(3)");
    expect(weighted?.rwg).toMatchObject({ caveats: ["Survey weights are not used here: everybody counts once."] });
  });
});
