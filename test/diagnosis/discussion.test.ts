import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellResult, Discussion, Finding, ItemResult, RoomItem } from "../../src/audit/types.ts";
import { discuss } from "../../src/diagnosis/discussion.ts";
import type { Unit } from "../../src/framework/types.ts";
import { SAMPLE } from "../render/sample.ts";
import { framework, HIDDEN, type Measured, NONE, overall } from "./fixture.ts";

interface Case {
  readonly dimensions: readonly Measured[];
  readonly findings?: readonly Finding[];
  readonly items?: readonly ItemResult[];
  readonly room?: readonly RoomItem[] | null;
  readonly unit?: Unit;
  readonly reading?: "index" | "load";
  readonly people?: number;
  /** So many audiences answered; absent: the framework's own. */
  readonly audiences?: number;
  /** SDs of the dimensions, in their order; absent: hidden. */
  readonly sds?: readonly number[];
}

function discussed(one: Case): Discussion {
  const declared = { ...framework({ ...one, findings: [] }), reading: one.reading ?? "index" };
  const ids = Array.from({ length: one.audiences ?? declared.audiences.length }, (_, place) => `a${place}`);
  const audiences = ids.map((id) => ({ id, title: id, standsFor: [id] }));
  const whole = overall(one.dimensions);
  const dimensions = whole.dimensions.map((dimension, at) => ({ ...dimension, sd: sdOf(one.sds?.[at]) }));
  const cell: CellResult = { ...whole, dimensions, people: one.people ?? 40 };
  const { findings = [], items = [], room = null } = one;
  const voices = [{ whose: null, cell }];
  const of = { ...declared, audiences };
  return discuss({ framework: of, overall: cell, voices, findings, items, room, plan: SAMPLE.plan });
}

const sdOf = (value: number | undefined) =>
  value === undefined
    ? HIDDEN
    : {
        ...{ kind: "estimate" as const, value, interval: null, noInterval: "a spread", n: 40 },
        ...{ unit: "points on 1–5", method: "SD", caveats: [] },
      };
const named = (ends: Discussion["strongest"]) => ends.map(({ dimension }) => dimension);
const at = (id: string, index: Measured["index"], half = 2): Measured => ({
  id,
  index,
  interval: typeof index === "number" ? [index - half, index + half] : null,
});
const item = (id: string, counts: readonly number[] | null): ItemResult => ({
  ...{ id, dimension: "a", text: `Text of ${id}.`, reverse: false, figure: null, mean: HIDDEN, favourable: HIDDEN },
  histogram:
    counts === null
      ? { kind: "hidden", words: null }
      : counts.map((count, place) => ({ code: place + 1, label: "", count })),
  missing: { kind: "hidden", words: null },
});
const hands = (id: string, counts: readonly number[] | null): RoomItem => ({
  ...{ item: id, text: `Text of ${id}`, answer: "Agree", note: null },
  hands: {
    people: 12,
    counts:
      counts === null
        ? { kind: "hidden", words: null }
        : counts.map((count, place) => ({ code: place + 1, label: "", count })),
    ...{ mean: HIDDEN, sd: HIDDEN },
  },
});
const finding = (id: string, ask: string | null): Finding => ({
  ...{
    id,
    title: id,
    severity: "high",
    raised: null,
    audience: null,
    certainty: "clear",
    says: "",
    ask,
    evidence: [],
    strategies: [],
    remedies: [],
  },
});

describe("the strongest and the weakest", () => {
  it("are two each of four or more, best first and worst first", () => {
    const one = discussed({ dimensions: [at("a", 40), at("b", 70), at("c", 55), at("d", 90), at("e", 30)] });
    expect(named(one.strongest)).toEqual(["d", "b"]);
    expect(named(one.weakest)).toEqual(["e", "a"]);
    expect(one.contrast).toBe("clear");
  });

  it("are one each of three or two, and none of one", () => {
    const three = discussed({ dimensions: [at("a", 40), at("b", 70), at("c", 55)] });
    expect([named(three.strongest), named(three.weakest)]).toEqual([["b"], ["a"]]);
    const one = discussed({ dimensions: [at("a", 40), at("b", HIDDEN), at("c", NONE)] });
    expect([one.strongest, one.weakest, one.contrast]).toEqual([[], [], null]);
  });

  it("leave out what is level with one that is not named: the order would be chance", () => {
    const one = discussed({ dimensions: [at("a", 50), at("b", 60), at("c", 60), at("d", 50), at("e", 60)] });
    expect([named(one.strongest), named(one.weakest)]).toEqual([[], ["a", "d"]]);
    const level = discussed({ dimensions: [at("a", 50), at("b", 30), at("c", 50), at("d", 50)] });
    expect([named(level.strongest), named(level.weakest), level.contrast]).toEqual([[], ["b"], "unclear"]);
  });

  it("do not differ clearly where intervals meet", () => {
    expect(discussed({ dimensions: [at("a", 50, 5), at("b", 60, 5)] }).contrast).toBe("unclear");
    expect(discussed({ dimensions: [at("a", 50, 4.9), at("b", 60, 5)] }).contrast).toBe("clear");
  });

  it("are nobody where all stand alike", () => {
    const one = discussed({ dimensions: [at("a", 50), at("b", 50 + 1e-12)] });
    expect([one.strongest, one.weakest, one.contrast]).toEqual([[], [], "alike"]);
  });

  it("of one assessment differ when the numbers do", () => {
    const exact = (id: string, index: number): Measured => ({ id, index, interval: null });
    const clear = discussed({ dimensions: [exact("a", 50), exact("b", 50.1)], unit: "self", people: 1 });
    expect(clear.contrast).toBe("clear");
    const tied = [exact("a", 80), exact("b", 60), exact("c", 60), exact("d", 20)];
    const one = discussed({ dimensions: tied, unit: "self", people: 1 });
    expect([named(one.strongest), named(one.weakest), one.contrast]).toEqual([["a"], ["d"], "clear"]);
  });

  it("never hold one dimension twice, nor one that is not shown; the strong are at least as good as the weak", () => {
    const index = fc.oneof(
      fc.integer({ min: 0, max: 4 }).map((step) => step * 25),
      fc.constantFrom(HIDDEN, NONE),
    );
    fc.assert(
      fc.property(fc.array(index, { minLength: 1, maxLength: 8 }), (indices) => {
        const one = discussed({ dimensions: indices.map((value, place) => at(`d${place}`, value)) });
        const all = [...one.strongest, ...one.weakest];
        expect(new Set(all.map(({ dimension }) => dimension)).size).toBe(all.length);
        const shown = indices.filter((value): value is number => typeof value === "number");
        for (const { index: value } of one.strongest)
          expect(shown.filter((other) => other >= value).length).toBeLessThanOrEqual(shown.length / 2);
        for (const { dimension, index: value } of all) expect(indices[Number(dimension.slice(1))]).toBe(value);
        const least = Math.min(...one.strongest.map((end) => end.index));
        for (const { index: value } of one.weakest) expect(value).toBeLessThanOrEqual(least);
        expect(one.questions).toHaveLength(3);
        expect(new Set(one.questions.map(({ text }) => text)).size).toBe(3);
      }),
      { seed: 20261122 },
    );
  });
});

describe("the widest spread", () => {
  const two = [at("a", 40), at("b", 70)];

  it("is the largest standard deviation beside the width of its scale", () => {
    // R: sd(rep(1:5, c(10,0,0,0,10))) = 2.051957; sd(rep(1:3, c(10,0,10))) = 1.025978, as wide on a scale half as wide
    const items = [item("P1", [1, 2, 20, 2, 1]), item("P2", [10, 0, 10]), item("P3", [10, 0, 0, 0, 10])];
    const { spread, noSpread } = discussed({ dimensions: two, sds: [0.9, 1.4], items });
    expect(spread).toMatchObject({ of: "item", id: "P2", title: "Text of P2.", min: 1, max: 3, n: 20 });
    expect(spread?.sd).toBeCloseTo(1.025978, 6);
    expect(noSpread).toBeNull();
  });

  it("is that of a dimension where several audiences answered, each in a wording of its own", () => {
    const items = [item("P2", [10, 0, 10])];
    const asked = { dimensions: [at("a", 40), at("b", 60)], sds: [0.9, 1.4], items };
    expect(discussed({ ...asked, audiences: 1 }).spread).toMatchObject({ of: "item", id: "P2" });
    const together = discussed({ ...asked, audiences: 2 });
    expect(together.spread).toMatchObject({ of: "dimension", id: "b", sd: 1.4 });
    expect(JSON.stringify(together.questions)).not.toContain("Text of P2");
  });

  it("is of a dimension where no item is shown", () => {
    const one = discussed({ dimensions: two, sds: [0.9, 1.4], items: [item("P1", null)] });
    expect(one.spread).toMatchObject({ of: "dimension", id: "b", sd: 1.4 });
  });

  it("is not told where nothing is shown, or nobody differs", () => {
    expect(discussed({ dimensions: two, items: [item("P1", null)] })).toMatchObject({
      spread: null,
      noSpread: "No spread of answers could be shown.",
    });
    expect(discussed({ dimensions: two, sds: [0, 0], items: [item("P1", [0, 12])] })).toMatchObject({
      spread: null,
      noSpread: "Nowhere do the answers differ.",
    });
  });

  it("of a room is that of its hands, and of no histogram", () => {
    const items = [item("P1", [0, 0, 1])];
    const room = [hands("P1", [1, 1, 8, 1, 1]), hands("P2", [6, 0, 0, 0, 6]), hands("P3", null)];
    const one = discussed({ dimensions: two, unit: "consensus", people: 1, items, room });
    expect(one.spread).toMatchObject({ of: "hands", id: "P2", n: 12 });
  });

  it.each([
    ["consensus", 1, null, "No show of hands was noted."],
    ["consensus", 1, [hands("P1", null)], "No show of hands had enough people for its spread to be shown."],
    ["consensus", 1, [hands("P1", [0, 12, 0])], "In every show of hands all agreed."],
    ["consensus", 2, null, "Each row is one assessment, so there is no spread of people's answers."],
    ["self", 1, null, "One assessment has no spread."],
  ] as const)("says why there is none: %s, %i, %j", (unit, people, room, words) => {
    expect(discussed({ dimensions: two, unit, people, room, sds: [1, 1] })).toMatchObject({
      spread: null,
      noSpread: words,
    });
  });
});

describe("a dimension without a target", () => {
  it("is never strongest or weakest", () => {
    const cell = overall([at("a", 95), at("b", 60), at("c", 40)]);
    const dimensions = cell.dimensions.map((one) => (one.id === "a" ? { ...one, target: null } : one));
    const voices = [{ whose: null, cell: { ...cell, dimensions } }];
    const of = framework({ dimensions: [], findings: [] });
    const found = discuss({
      framework: of,
      overall: cell,
      voices,
      findings: [],
      items: [],
      room: null,
      plan: SAMPLE.plan,
    });
    expect([named(found.strongest), named(found.weakest)]).toEqual([["b"], ["c"]]);
  });
});

describe("several audiences", () => {
  const of = (id: string, dimensions: readonly Measured[], sd: number) => {
    const cell = overall(dimensions);
    const spread = cell.dimensions.map((one) => ({ ...one, sd: sdOf(sd) }));
    return { whose: { id, title: `The ${id}` }, cell: { ...cell, dimensions: spread } };
  };
  const found = discuss({
    framework: framework({ dimensions: [], findings: [] }),
    overall: overall([at("a", 5), at("b", 95)]),
    voices: [
      of("leaders", [at("a", 90), at("b", 60), at("c", 70), at("d", 80)], 0.9),
      of("staff", [at("a", 30), at("b", 60), at("c", 40), at("d", 50)], 1.1),
    ],
    ...{ findings: [], items: [item("I1", [20, 0, 0, 0, 20])], room: null, plan: SAMPLE.plan },
  });

  it("each name their own strongest and weakest, and are not held against one another", () => {
    const told = (ends: Discussion["strongest"]) => ends.map(({ audience, dimension }) => [audience?.id, dimension]);
    expect(told(found.strongest)).toEqual([
      ["leaders", "a"],
      ["staff", "b"],
    ]);
    expect(told(found.weakest)).toEqual([
      ["leaders", "b"],
      ["staff", "a"],
    ]);
    // Of the leaders the weakest is level with the strongest of the staff: within either they differ clearly.
    expect(found.contrast).toBe("clear");
  });

  it("have the widest spread of one of them, and questions that say whose answers they are about", () => {
    expect(found.spread).toMatchObject({ audience: { id: "staff" }, of: "dimension", id: "a", sd: 1.1 });
    expect(found.questions.map(({ text }) => text.slice(0, 10))).toEqual(["The staff:", "The staff:", "The leader"]);
  });
});

describe("the three questions", () => {
  const dimensions = [at("a", 40), at("b", 70)];
  const from = ({ questions }: Discussion) => questions.map((question) => `${question.from} ${question.id}`);
  const asks = [finding("f0", null), finding("f1", "One?"), finding("f2", "Two?"), finding("f3", "Three?")];

  it("are those of the findings first, then of the spread, then of the ends", () => {
    const items = [item("P1", [6, 0, 6])];
    expect(from(discussed({ dimensions, findings: asks, items }))).toEqual(["finding f1", "finding f2", "spread P1"]);
    expect(from(discussed({ dimensions, findings: asks.slice(0, 2), items }))).toEqual([
      "finding f1",
      "spread P1",
      "weakest a",
    ]);
    expect(from(discussed({ dimensions, findings: asks }))).toEqual(["finding f1", "finding f2", "weakest a"]);
    expect(from(discussed({ dimensions }))).toEqual(["weakest a", "strongest b", "general null"]);
    expect(from(discussed({ dimensions: [at("a", HIDDEN)], findings: asks }))).toEqual([
      "finding f1",
      "finding f2",
      "finding f3",
    ]);
    expect(from(discussed({ dimensions: [at("a", HIDDEN)] }))).toEqual([
      "general null",
      "general null",
      "general null",
    ]);
  });

  it("are never the same twice", () => {
    const same = [finding("f1", "One?"), finding("f2", "One?")];
    expect(from(discussed({ dimensions, findings: same }))).toEqual(["finding f1", "weakest a", "strongest b"]);
  });

  it("call a spread what it is", () => {
    const text = (counts: readonly number[]) => {
      const { questions } = discussed({ dimensions, items: [item("P1", counts)] });
      return questions.find((question) => question.from === "spread")?.text;
    };
    expect(text([6, 0, 0, 0, 6])).toMatch(/such different experiences/);
    expect(text([0, 0, 20, 1, 0])).toMatch(/even there not by much/);
  });

  it("ask no one who said what, and call a load by its own name", () => {
    for (const reading of ["index", "load"] as const) {
      const { questions } = discussed({ dimensions, reading, items: [item("P1", [6, 0, 6])] });
      for (const { text } of questions) {
        expect(text).toMatch(/\?$/);
        expect(text).not.toMatch(/\bwho\b|\byou\b|your answer/i);
      }
      const words = questions.map(({ text }) => text).join(" ");
      expect(words.includes("weighs most")).toBe(reading === "load");
      expect(words.includes("came out worst")).toBe(reading === "index");
    }
  });
});

describe("the places to start", () => {
  it("are the first two steps of the plan, with what to do next week", () => {
    const { start } = discussed({ dimensions: [at("a", 40)] });
    expect(start).toEqual(
      SAMPLE.plan.steps
        .slice(0, 2)
        .map(({ rank, strategy, title, firstStep }) => ({ rank, strategy, title, firstStep })),
    );
  });
});
