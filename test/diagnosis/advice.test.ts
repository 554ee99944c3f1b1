import { describe, expect, it } from "vitest";
import type { AudienceGap, LadderResult } from "../../src/audit/types.ts";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import type { Condition, Outlook } from "../../src/framework/types.ts";
import { audience, below, estimate, framework, HIDDEN, type Measured, overall, rule, survey } from "./fixture.ts";

const MEASURED: readonly Measured[] = [{ id: "a", index: 60 }];

describe("a condition between two audiences", () => {
  const gap = (index: AudienceGap["index"], parts: Partial<AudienceGap> = {}): AudienceGap => ({
    ...{ of: "dimension", id: "a", title: "Title of a", audience: "leaders", than: "staff", index },
    ...{ test: null, adjustedP: null, says: "higher", ...parts },
  });
  const between: Condition = { kind: "between", of: "a", audience: "leaders", than: "staff", by: 10 };
  const found = (gaps: readonly AudienceGap[], when: readonly Condition[] = [between]) => {
    const asked = framework({ dimensions: MEASURED, findings: [rule("apart", when)] });
    const side = (id: string, index: number) =>
      audience(id, asked, overall([{ id: "a", index, interval: [index - 4, index + 4] }]));
    const audiences = [side("leaders", 70), side("staff", 50)];
    return diagnose(survey(MEASURED, { framework: asked, audiences, gaps })).findings;
  };
  it.each([
    ["whole interval at or above the limit", gap(estimate(20, [10, 30])), "clear"],
    ["the interval reaches below it", gap(estimate(20, [9, 31])), "leaning"],
    ["no interval among people", gap(estimate(20)), "leaning"],
    ["too small a gap", gap(estimate(9, [8, 10])), null],
    ["published the other way round", gap(estimate(-20, [-30, -10]), { audience: "staff", than: "leaders" }), "clear"],
    ["the other one ahead", gap(estimate(20, [10, 30]), { audience: "staff", than: "leaders" }), null],
    ["of something else", gap(estimate(20, [10, 30]), { id: "b" }), null],
    ["hidden", gap(HIDDEN), null],
  ] as const)("%s", (...[, one, certainty]) => {
    expect(found([one]).map((finding) => finding.certainty)).toEqual(certainty === null ? [] : [certainty]);
  });
  it("is said once, of everyone, with both numbers", () => {
    expect(found([gap(estimate(20, [10, 30]))])).toMatchObject([
      {
        audience: null,
        evidence: [
          {
            ...{ of: "a", title: "Title of a (Leaders)", index: 70, interval: { low: 66, high: 74 } },
            ...{ relation: "ahead among", limit: null, than: { id: "staff", title: "Staff", index: 50 }, by: 10 },
          },
        ],
      },
    ]);
  });
  it("beside a condition on scores is said of the audience for which that holds", () => {
    expect(found([gap(estimate(20, [10, 30]))], [between, below("a", 60)]).map((one) => one.audience?.id)).toEqual([
      "staff",
    ]);
  });
});

describe("a condition on the ladder", () => {
  const ladder = (level: number | null, firm: number | null): LadderResult => ({
    ...{
      path: [],
      label: "Everyone",
      title: "Level",
      word: "level",
      none: "Ad hoc",
      reached: { mean: 2, lowest: null },
    },
    levels: ["one", "two", "three"].map((id) => ({ id, title: id, about: null, cap: null })),
    ...{ share: 1, strands: [], overall: level, firm, lowest: [], weakest: null },
  });
  const found = (
    ladders: readonly LadderResult[],
    when: readonly Condition[],
    unit: "person" | "organisation" = "person",
  ) => {
    const asked = framework({ dimensions: MEASURED, findings: [rule("r", when)], unit });
    return diagnose(survey(MEASURED, { framework: asked, ladders })).findings;
  };
  it.each([
    ["below, firm", 1, 0.95, { kind: "levelBelow", level: 2 }, "clear"],
    ["below, not firm", 1, 0.94, { kind: "levelBelow", level: 2 }, "leaning"],
    ["not below", 2, 1, { kind: "levelBelow", level: 2 }, null],
    ["reached", 2, 1, { kind: "levelReached", level: 2 }, "clear"],
    ["not reached", 1, 1, { kind: "levelReached", level: 2 }, null],
    ["not known", null, null, { kind: "levelBelow", level: 2 }, null],
    ["without draws", 0, null, { kind: "levelBelow", level: 1 }, "leaning"],
  ] as const)("%s", (...[, level, firm, condition, certainty]) => {
    const findings = found([ladder(level, firm)], [condition]);
    expect(findings.map((finding) => finding.certainty)).toEqual(certainty === null ? [] : [certainty]);
    expect(found([], [condition])).toEqual([]);
  });
  it("of several audiences is judged in each by its own ladder", () => {
    const asked = framework({ dimensions: MEASURED, findings: [rule("r", [{ kind: "levelBelow", level: 1 }])] });
    const whole = survey(MEASURED, { framework: asked });
    const [view] = whole.audiences;
    if (view === undefined || whole.overall === null) throw new Error("nobody");
    const audiences = ["leaders", "staff"].map((id) => ({
      ...view,
      id,
      title: id,
      cell: { ...view.cell, path: [id] },
    }));
    const ladders = [
      { ...ladder(2, 1), path: ["leaders"] },
      { ...ladder(0, 1), path: ["staff"] },
    ];
    const { findings } = diagnose({ ...whole, audiences, ladders });
    expect(findings.map(({ audience, evidence }) => [audience?.id, evidence[0]?.index])).toEqual([["staff", 0]]);
  });
  it("of one assessment is clear, and shows the level", () => {
    const [finding] = found([ladder(1, null)], [{ kind: "levelBelow", level: 2 }], "organisation");
    expect(finding).toMatchObject({ certainty: "clear", audience: null });
    expect(finding?.evidence).toEqual([
      {
        ...{ of: "ladder", title: "Level", index: 1, interval: null, n: 40, relation: "level below" },
        ...{ limit: 2, than: null, by: null },
      },
    ]);
  });
});

describe("lenses and responses", () => {
  const measured: readonly Measured[] = [
    { id: "a", index: 60, response: "Answer a." },
    { id: "b", index: 40, response: "Answer b." },
    { id: "c", index: HIDDEN, response: "Answer c." },
    { id: "d", index: 80, response: "Answer d." },
    { id: "e", index: 10 },
  ];
  const lens = { id: "ethical", title: "Ethical", says: "Fair.", ask: "Is it?", dimensions: ["a", "b", "c", "d"] };
  const result = diagnose(survey(measured, { framework: framework({ dimensions: measured, lenses: [lens] }) }));
  it("a lens shows its dimensions that are shown, worst first", () => {
    expect(result.lenses).toMatchObject([{ id: "ethical", title: "Ethical", says: "Fair.", ask: "Is it?" }]);
    expect(result.lenses[0]?.dimensions.map(({ dimension, index }) => [dimension, index])).toEqual([
      ["b", 40],
      ["a", 60],
      ["d", 80],
    ]);
  });
  it("a response is given to what is below target and has one, largest gap first", () => {
    expect(result.responses.map(({ audience: whose, dimension, response }) => [whose, dimension, response])).toEqual([
      [null, "b", "Answer b."],
      [null, "a", "Answer a."],
    ]);
  });
});

describe("the outlook", () => {
  const name = (id: string) => ({ kind: "name" as const, name: id });
  const outlook: Outlook = {
    title: "If nothing is done",
    parts: [{ id: "near", title: "Soon", points: ["Ideas go."] }],
    costs: [
      {
        ...{ id: "leavers", title: "People who leave", formula: "leavers / share", note: "A guess." },
        figures: new Map([
          ["leavers", "People who left"],
          ["share", "Share"],
        ]),
        tree: { kind: "binary", op: "/", left: name("leavers"), right: name("share") },
      },
    ],
  };
  const cost = (figures: Readonly<Record<string, number>>) =>
    diagnose(
      survey(MEASURED, {
        framework: framework({ dimensions: MEASURED, outlook }),
        figures: new Map(Object.entries(figures)),
      }),
    ).outlook?.costs[0];
  it("has a cost where every figure was given and it comes to a number", () => {
    expect(cost({ leavers: 4, share: 0.5, other: 1 })).toEqual({
      ...{ id: "leavers", title: "People who leave", value: 8, formula: "leavers / share", note: "A guess." },
      figures: [
        { name: "leavers", title: "People who left", value: 4 },
        { name: "share", title: "Share", value: 0.5 },
      ],
    });
    expect(cost({ leavers: 4 })).toMatchObject({ value: null, figures: [{ value: 4 }, { value: null }] });
    expect(cost({ leavers: 4, share: 0 })?.value).toBeNull();
  });
  it("is there in words, also where nothing may be shown", () => {
    const asked = framework({ dimensions: MEASURED, outlook });
    const found = diagnose(survey(MEASURED, { framework: asked, overall: null }));
    expect(found.outlook).toMatchObject({ title: "If nothing is done", about: null, parts: outlook.parts });
    expect(diagnose(survey(MEASURED)).outlook).toBeNull();
  });
});
