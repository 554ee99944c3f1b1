import { describe, expect, it } from "vitest";
import {
  createPairedPlan,
  emptyPaired,
  foldJoiner,
  foldLeaver,
  foldPair,
  type PairedAggregate,
} from "../../src/aggregate/paired.ts";
import { ALL_RULES, type Rules } from "../../src/disclosure/policy.ts";
import { release } from "../../src/disclosure/release.ts";
import { type ReleasedPairs, releasePaired } from "../../src/disclosure/release-paired.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import type { Composite, Framework, Unit } from "../../src/framework/types.ts";
import type { FormulaNode } from "../../src/numeric/formula.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { aggregateOf, asking, crowd, framework } from "./fixture.ts";

const name = (id: string): FormulaNode => ({ kind: "name", name: id });
const CORE = ["words", "deeds", "strain"];
const BROAD = [...CORE, "churn"];

function composite(id: string, inputs: readonly string[], parts: Pick<Composite, "tree" | "transform">): Composite {
  const ends = { direction: "higher", worst: 1, best: 5, target: 75 } as const;
  const plain = { byAudience: null, skipMissing: false, capped: false };
  return { id, title: id, about: "", formula: "", inputs, bands: [], ...plain, ...ends, ...parts };
}

/** Beside the two quotients: weighted sums of two and of three, one of them on the log scale, a quotient of three, and a weighted sum of four. */
function asked(unit?: Unit): Framework {
  const base = framework(unit);
  const mean = (of: readonly string[]): FormulaNode => ({ kind: "call", fn: "mean", args: of.map(name) });
  const ratio: FormulaNode = { kind: "binary", op: "/", left: mean(["words", "deeds"]), right: name("strain") };
  return {
    ...base,
    composites: [
      ...base.composites,
      composite("both", ["words", "deeds"], { tree: mean(["words", "deeds"]), transform: "linear" }),
      composite("whole", CORE, { tree: mean(CORE), transform: "linear" }),
      composite("growth", CORE, { tree: mean(CORE), transform: "log" }),
      composite("ratio", CORE, { tree: ratio, transform: "linear" }),
      composite("broad", BROAD, { tree: mean(BROAD), transform: "linear" }),
    ],
  };
}

const program = compileProgram(asked());
const plan = createPairedPlan(program);

/** Points by dimension; of those not named there is no score. */
type Scores = Readonly<Record<string, number>>;

function units(scores: Scores): Float64Array {
  return Float64Array.from(program.dimensions, ({ id, unitsPerPoint }) => (scores[id] ?? -Infinity) * unitsPerPoint);
}

const ids = program.dimensions.map(({ id }) => id);
const OF_WORDS = ["trust", "both", "whole", "growth", "ratio", "broad"];
const LEVELS = ["trust", "distance", "growth", "ratio"];
const varied = (at: number): Scores => Object.fromEntries(ids.map((id, d) => [id, 1 + ((at + d) % 5)]));

interface Waves {
  readonly pairs?: readonly (readonly [Scores, Scores])[];
  readonly joiners?: readonly Scores[];
  readonly leavers?: readonly Scores[];
}

/** 20 pairs who change in different ways, where nothing else is given. */
const PAIRS = Array.from({ length: 20 }, (_, at) => [varied(at), varied(at * 3 + 1)] as const);

function wavesOf({ pairs = PAIRS, joiners = [], leavers = [] }: Waves): PairedAggregate {
  const paired = emptyPaired(plan);
  for (const [before, after] of pairs) foldPair(paired, units(before), units(after));
  for (const scores of joiners) foldJoiner(paired, units(scores));
  for (const scores of leavers) foldLeaver(paired, units(scores));
  return paired;
}

function totalOf(size = 30, change?: Parameters<typeof crowd>[2]): ReleasedCell {
  const aggregate = aggregateOf(crowd("A", size, change));
  const { total } = release({ aggregate, framework: asked(), ...asking(), minGroup: 5 });
  if (total === null) throw new Error("nobody");
  return total;
}

function released(waves: Waves, options: { rules?: Rules; total?: ReleasedCell } = {}): ReleasedPairs {
  return releasePaired(wavesOf(waves), { total: totalOf(), framework: asked(), minGroup: 5, ...options });
}

const some = (size: number) => Array.from({ length: size }, (_, at) => varied(at));
const without = (scores: Scores, ...gone: readonly string[]): Scores =>
  Object.fromEntries(Object.entries(scores).filter(([id]) => !gone.includes(id)));

describe("the change of the same people", () => {
  it.each([
    [0, 0, null],
    [4, 0, "joiners and leavers"],
    [0, 1, "joiners and leavers"],
    [2, 2, "joiners and leavers"],
    [2, 3, null],
    [9, 0, null],
  ] as const)("beside %i who joined and %i who left is withheld: %s", (joined, left, reason) => {
    const result = released({ joiners: some(joined), leavers: some(left) });
    expect(result.reason).toBe(reason);
    expect(result.paired.both).toBe(reason === null ? 20 : 0);
    expect(result.paired.cell.some((sum) => sum !== 0)).toBe(reason === null);
    if (reason !== null) expect([...result.hidden]).toEqual([...ids, ...program.composites.map(({ id }) => id)]);
    expect(
      released({ joiners: some(joined), leavers: some(left) }, { rules: { ...ALL_RULES, paired: false } }).reason,
    ).toBeNull();
  });

  it.each([
    [0, 0, []],
    [5, 0, []],
    [0, 6, []],
    [5, 5, []],
    [2, 3, LEVELS],
    [4, 12, LEVELS],
    [12, 1, LEVELS],
  ])("beside %i who joined and %i who left hides %j, which tell where the pairs stand", (joined, left, hidden) => {
    const waves = { joiners: some(joined), leavers: some(left) };
    expect([...released(waves).hidden]).toEqual(hidden);
    const rules = { ...ALL_RULES, paired: false, extremes: false };
    expect([...released(waves, { rules }).hidden]).toEqual([]);
  });

  it("hides what tells where the pairs stand as soon as few have one input in one wave only", () => {
    const gone = (scores: Scores, at: number) => (at < 2 ? without(scores, "strain") : scores);
    const pairs = PAIRS.map(([before, after], at) => [before, gone(after, at)] as const);
    // Two of strain in the earlier wave only: with two who left four, with three five.
    const besides = (left: number) => [...released({ pairs, joiners: some(5), leavers: some(left) }).hidden];
    expect(besides(3)).toEqual(["trust", "distance", "whole", "growth", "ratio"]);
    expect(besides(5)).toEqual(["trust", "whole", "growth", "ratio"]);
  });

  it("of too few is withheld", () => {
    expect(released({ pairs: PAIRS.slice(0, 4), joiners: some(20) })).toMatchObject({ reason: "too few" });
    expect(released({ pairs: PAIRS.slice(0, 5), joiners: some(20) }).reason).toBeNull();
  });

  it("is hidden of a dimension that few had in one wave only, with its composites", () => {
    const pairs = PAIRS.map(([before, after], at) => [before, at < 2 ? without(after, "remote") : after] as const);
    const { hidden, paired } = released({ pairs });
    expect([...hidden]).toEqual(["remote", "distance"]);
    const slots = plan.dimensions.filter(({ id }) => id === "remote" || id === "words");
    expect(slots.map(({ n }) => paired.cell[n])).toEqual([20, 0]);
    const pairOf = (a: string, b: string) =>
      plan.pairs.find((pair) => pair.a === ids.indexOf(a) && pair.b === ids.indexOf(b));
    expect([paired.cell[pairOf("words", "strain")?.n ?? -1], paired.cell[pairOf("deeds", "remote")?.n ?? -1]]).toEqual([
      20, 0,
    ]);
  });

  it("is hidden of a dimension that few had both times", () => {
    const pairs = PAIRS.map((waves, at) =>
      at < 4 ? waves : ([without(waves[0], "remote"), without(waves[1], "remote")] as const),
    );
    expect([...released({ pairs }).hidden]).toEqual(["remote", "distance"]);
  });

  it("is hidden of a composite whose interval tells a covariance that few are left out of", () => {
    const gone = (size: number) =>
      PAIRS.map((waves, at) =>
        at < size ? ([without(waves[0], "strain"), without(waves[1], "strain")] as const) : waves,
      );
    // The covariance of words and deeds is told by "both"; "broad" has two more that nobody is left out of.
    expect([...released({ pairs: gone(3) }).hidden]).toEqual(["trust", "whole", "growth", "ratio"]);
    expect([...released({ pairs: gone(5) }).hidden]).toEqual([]);
    expect([...released({ pairs: gone(16) }).hidden]).toEqual(["strain", "trust", "whole", "growth", "ratio", "broad"]);
  });

  it("is hidden of a composite two inputs of which few have together", () => {
    const alternate = (size: number) =>
      some(40).map((scores, at) => {
        const gone = at < size ? [] : [at % 2 === 0 ? "words" : "strain"];
        return [without(scores, ...gone), without(varied(at * 3 + 1), ...gone)] as const;
      });
    expect([...released({ pairs: alternate(4) }).hidden]).toEqual(["trust", "whole", "growth", "ratio", "broad"]);
    expect([...released({ pairs: alternate(5) }).hidden]).toEqual([]);
    const rules = { ...ALL_RULES, optional: false };
    expect([...released({ pairs: alternate(4) }, { rules }).hidden]).toEqual([]);
  });

  it("keeps of a dimension no more than its change where no composite shown is made of it", () => {
    const { hidden, paired } = released({ joiners: some(2), leavers: some(3) });
    expect(hidden.has("remote")).toBe(false);
    const [words, remote] = ["words", "remote"].map((id) => plan.dimensions[ids.indexOf(id)]);
    const levels = (slots: typeof words) =>
      [slots?.sumBefore, slots?.sumAfter, slots?.squaresBefore, slots?.squaresAfter].map((at) => paired.cell[at ?? -1]);
    expect(levels(remote)).toEqual([0, 0, 0, 0]);
    expect(levels(words)).not.toContain(0);
  });

  it("is hidden where under ten people all changed by the same", () => {
    const alike = (size: number) =>
      some(size).map(
        (scores, at) =>
          [
            { ...scores, words: 2 },
            { ...varied(at * 3 + 1), words: 3 },
          ] as const,
      );
    expect([...released({ pairs: alike(9) }).hidden]).toEqual(["words", ...OF_WORDS]);
    expect([...released({ pairs: alike(10) }).hidden]).toEqual([]);
    const rules = { ...ALL_RULES, extremes: false };
    expect([...released({ pairs: alike(9) }, { rules }).hidden]).toEqual([]);
  });

  it("is hidden where it would tell that the few who joined or left all stood at an end of the scale", () => {
    const at = (words: number, size: number) => some(size).map((scores) => ({ ...scores, words }));
    const hidden = (waves: Waves) => [...released(waves).hidden];
    expect(hidden({ joiners: at(5, 6) })).toEqual(["words", ...OF_WORDS]);
    expect(hidden({ leavers: at(1, 6) })).toEqual(["words", ...OF_WORDS]);
    expect(hidden({ joiners: at(5, 3), leavers: at(1, 3) })).toEqual([
      "words",
      "trust",
      "distance",
      ...OF_WORDS.slice(1),
    ]);
    expect(hidden({ joiners: at(5, 3), leavers: at(5, 3) })).toEqual(LEVELS);
    expect([...released({ joiners: at(5, 10) }).hidden]).toEqual([]);
    expect([...released({ joiners: at(4, 6) }).hidden]).toEqual([]);
  });

  it("hides what tells where few pairs, joiners or leavers stand if all of them stand at an end of the scale", () => {
    const at = (words: number, size: number) => some(size).map((scores) => ({ ...scores, words }));
    const told = ["trust", "growth", "ratio"];
    const waves = (size: number) => ({ joiners: at(5, size), leavers: at(5, 11) });
    expect([...released(waves(9)).hidden]).toEqual(told);
    expect([...released(waves(10)).hidden]).toEqual([]);
    expect([...released(waves(9), { rules: { ...ALL_RULES, extremes: false } }).hidden]).toEqual([]);
    expect([...released({ joiners: at(4, 11), leavers: at(1, 8) }).hidden]).toEqual(told);
    const risen = (size: number) => ({
      pairs: PAIRS.slice(0, size).map(([one, two]) => [one, { ...two, words: 5 }] as const),
    });
    expect([...released(risen(9)).hidden]).toEqual(told);
    expect([...released(risen(10)).hidden]).toEqual([]);
  });

  it("is hidden of what is hidden in the later wave", () => {
    const total = totalOf(30, (at) => (at < 4 ? {} : { R1: undefined, R2: undefined }));
    expect([...released({}, { total }).hidden]).toEqual(["remote", "distance"]);
  });

  it("of assessments is all shown", () => {
    const paired = wavesOf({ pairs: PAIRS.slice(0, 1), joiners: some(1) });
    const options = { total: totalOf(), framework: asked("organisation"), minGroup: 5 };
    expect(releasePaired(paired, options)).toEqual({ paired, hidden: new Set(), reason: null });
  });
});
