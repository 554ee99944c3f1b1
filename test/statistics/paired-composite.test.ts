import { describe, expect, it } from "vitest";
import {
  createPairedPlan,
  emptyPaired,
  foldJoiner,
  foldLeaver,
  foldPair,
  type PairedAggregate,
} from "../../src/aggregate/paired.ts";
import type { Published } from "../../src/audit/estimate.ts";
import type { Change } from "../../src/audit/types.ts";
import { releasePaired } from "../../src/disclosure/release-paired.ts";
import type { Composite, Framework } from "../../src/framework/types.ts";
import { tQuantile } from "../../src/numeric/distributions.ts";
import { MISSING } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createScorer, NO_SCORE } from "../../src/scoring/scorer.ts";
import { estimatePairedChange } from "../../src/statistics/paired.ts";
import { type Respondent, respondents } from "../reference/data.ts";
import { expectClose } from "./close-to.ts";
import { releasedTotal } from "./released-total.ts";
import { binary, call, composite, dimension, framework, item, name } from "./small-framework.ts";
import { staffFramework } from "./staff.ts";

function numberOf(published: Published | undefined) {
  if (published?.kind !== "estimate") throw new Error(`no estimate but ${JSON.stringify(published)}`);
  return published;
}

function changeOf(changes: readonly Change[] | readonly Omit<Change, "adjustedP">[], id: string) {
  const found = changes.find((change) => change.id === id);
  if (found === undefined) throw new Error(`no change of ${id}`);
  return found;
}

const [wave1, wave2] = [respondents("staff.csv"), respondents("staff-wave2.csv")];

/** Everything below up to the tests is plain floating point on the raw rows, and shares nothing with the program. */
const REVERSED = new Set(["C4", "R5", "I3", "S2"]);
const LETTERS = ["C", "R", "I", "S"] as const;

function scoreOf({ answers }: Respondent, letter: string): number | null {
  const given = staffFramework.items.flatMap(({ id }, place) => {
    const answer = answers[place];
    if (!id.startsWith(letter) || answer === null || answer === undefined) return [];
    return [REVERSED.has(id) ? 6 - answer : answer];
  });
  return given.length < 2.5 ? null : mean(given);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** By letter: the score before and after of everyone who has both, by id. */
function completePairs(): ReadonlyMap<string, ReadonlyMap<string, readonly [number, number]>> {
  const later = new Map(wave2.map((one) => [one.id, one]));
  return new Map(
    LETTERS.map((letter) => {
      const own = new Map<string, readonly [number, number]>();
      for (const one of wave1) {
        const other = later.get(one.id);
        const [before, after] = [scoreOf(one, letter), other === undefined ? null : scoreOf(other, letter)];
        if (before !== null && after !== null) own.set(one.id, [before, after]);
      }
      return [letter, own];
    }),
  );
}

interface Independent {
  readonly n: readonly number[];
  readonly logRatio: number;
  readonly se: number;
}

/** ln Q after − ln Q before, Q = (C + R + I)/S of the means; V_ab = s_ab n_ab/(nₐ n_b) over eight means. */
function byHand(): Independent {
  const pairs = completePairs();
  const own = (letter: string) => pairs.get(letter) ?? new Map<string, readonly [number, number]>();
  const variables = ([0, 1] as const).flatMap((wave) => LETTERS.map((letter) => ({ letter, wave })));
  const means = variables.map(({ letter, wave }) => mean([...own(letter).values()].map((pair) => pair[wave])));
  const top = [0, 4].map((from) => (means[from] ?? 0) + (means[from + 1] ?? 0) + (means[from + 2] ?? 0));
  const slopes = variables.map(({ letter, wave }, i) => {
    const slope = letter === "S" ? -1 / (means[i] ?? 1) : 1 / (top[wave] ?? 1);
    return wave === 0 ? -slope : slope;
  });
  let variance = 0;
  for (const [i, a] of variables.entries())
    for (const [j, b] of variables.entries()) {
      const shared = [...own(a.letter).keys()].filter((id) => own(b.letter).has(id));
      const xs = shared.map((id) => own(a.letter).get(id)?.[a.wave] ?? 0);
      const ys = shared.map((id) => own(b.letter).get(id)?.[b.wave] ?? 0);
      const [x, y] = [mean(xs), mean(ys)];
      const s = xs.reduce((sum, one, k) => sum + (one - x) * ((ys[k] ?? 0) - y), 0) / (shared.length - 1);
      const scale = shared.length / (own(a.letter).size * own(b.letter).size);
      variance += (slopes[i] ?? 0) * (slopes[j] ?? 0) * s * scale;
    }
  const quotient = (wave: number) => (top[wave] ?? 0) / (means[wave * 4 + 3] ?? 1);
  return {
    n: LETTERS.map((letter) => own(letter).size),
    logRatio: Math.log(quotient(1)) - Math.log(quotient(0)),
    se: Math.sqrt(variance),
  };
}

function foldedWaves(): PairedAggregate {
  const program = compileProgram(staffFramework);
  const scorer = createScorer(program);
  const scored = ({ answers }: Respondent) =>
    scorer.score(Float64Array.from(answers, (answer) => answer ?? MISSING.unanswered)).scores.slice();
  const paired = emptyPaired(createPairedPlan(program));
  const later = new Map(wave2.map((one) => [one.id, one]));
  const earlier = new Set(wave1.map(({ id }) => id));
  for (const one of wave1) {
    const after = later.get(one.id);
    if (after === undefined) foldLeaver(paired, scored(one));
    else foldPair(paired, scored(one), scored(after));
  }
  for (const one of wave2) if (!earlier.has(one.id)) foldJoiner(paired, scored(one));
  return paired;
}

describe("the trust quotient of the same people of the reference survey", async () => {
  const total = releasedTotal(
    staffFramework,
    wave2.map(({ answers }) => answers),
  ).released;
  const { paired, hidden } = releasePaired(foldedWaves(), { total, framework: staffFramework, minGroup: 5 });
  const changes = await estimatePairedChange({ framework: staffFramework, paired, hidden, seed: 1, level: 0.95 });
  const wanted = byHand();

  it("is shown although a few people lack one of its parts", () => {
    expect(new Set(wanted.n).size).toBeGreaterThan(1);
    expect([...hidden]).toEqual([]);
  });

  it("agrees with floating point on the rows", () => {
    const { points, index, test } = changeOf(changes, "trust");
    const least = Math.min(...wanted.n);
    expect(numberOf(points).n).toBe(least);
    expectClose(numberOf(points).value, Math.exp(wanted.logRatio), "ratio");
    expectClose(numberOf(index).value, (100 * wanted.logRatio) / Math.log(25), "difference of log indices");
    expect(test?.df).toBe(least - 1);
    expectClose(test?.t, wanted.logRatio / wanted.se, "t");
    const half = tQuantile(0.975, least - 1) * wanted.se;
    expectClose(numberOf(points).interval?.low, Math.exp(wanted.logRatio - half), "low end");
    expectClose(numberOf(points).interval?.high, Math.exp(wanted.logRatio + half), "high end");
  });
});

const items = [item("A", { dimension: "a" }), item("B", { dimension: "b" }), item("C", { dimension: "c" })];
const dimensions = [dimension("a", ["A"]), dimension("b", ["B"]), dimension("c", ["C"])];
const sum = binary(binary(name("a"), "+", name("b")), "+", name("c"));
const part = { inputs: ["a", "b", "c"], worst: 3, best: 15 } as const;

function asking(...composites: readonly Composite[]): Framework {
  return framework({ items, dimensions, composites });
}

/** Scores before and after of a, b and c; null: none. */
type Row = readonly (readonly [number, number] | null)[];

function changesOf(asked: Framework, rows: readonly Row[]) {
  const paired = emptyPaired(createPairedPlan(compileProgram(asked)));
  const wave = (row: Row, at: 0 | 1) => Float64Array.from(row, (pair) => pair?.[at] ?? NO_SCORE);
  for (const row of rows) foldPair(paired, wave(row, 0), wave(row, 1));
  return estimatePairedChange({ framework: asked, paired, seed: 7, level: 0.95 });
}

describe("a composite of the same people", () => {
  const total = asking(composite("total", "a + b + c", { ...part, tree: sum }));
  const rows: readonly Row[] = Array.from({ length: 24 }, (_, i) => [
    i % 5 === 0 ? null : [1 + (i % 4), 1 + ((i * 3) % 5)],
    [1 + ((i * 2) % 5), 5 - (i % 3)],
    i % 7 === 3 ? null : [3, 1 + (i % 5)],
  ]);

  it("has the change its inputs' changes add up to, whoever lacks which", async () => {
    const changes = await changesOf(total, rows);
    const apart = ["a", "b", "c"].map((id) => numberOf(changeOf(changes, id).points));
    expect(new Set(apart.map(({ n }) => n)).size).toBe(3);
    const { value, n } = numberOf(changeOf(changes, "total").points);
    expectClose(
      value,
      apart.reduce((all, one) => all + one.value, 0),
      "sum of changes",
    );
    expect(n).toBe(Math.min(...apart.map((one) => one.n)));
  });

  it("does not hang on the order its formula names its inputs in", async () => {
    const turned = asking(composite("total", "c + b + a", { ...part, inputs: ["c", "b", "a"], tree: sum }));
    const [one, other] = [await changesOf(total, rows), await changesOf(turned, rows)].map((changes) =>
      numberOf(changeOf(changes, "total").points),
    );
    expectClose(one?.interval?.low, other?.interval?.low, "low end");
    expectClose(one?.interval?.high, other?.interval?.high, "high end");
  });

  it("says so where covariances of different people do not fit together", async () => {
    // b goes with a and with c, among others; a goes against c among those who lack b: no three variables do so.
    const steps = [-2, -1, 1, 2];
    const both = (x: number, y: number, z: number) => [x, y, z].map((d): readonly [number, number] => [3, 3 + d]);
    const lone = steps.flatMap((d) => [
      both(d, d, 0).map((pair, at) => (at === 2 ? null : pair)),
      both(0, d, d).map((pair, at) => (at === 0 ? null : pair)),
      both(d, 0, -d).map((pair, at) => (at === 1 ? null : pair)),
    ]);
    const { points } = changeOf(await changesOf(total, [...lone, ...lone]), "total");
    expect(numberOf(points).caveats.join()).toContain("negative eigenvalues were set to 0");
    const fitting = changeOf(await changesOf(total, rows), "total").points;
    expect(numberOf(fitting).caveats.join()).not.toContain("eigenvalues");
  });

  it("cannot be had where fewer than two people have two of its parts both times", async () => {
    const apart = Array.from(
      { length: 12 },
      (_, i): Row => [i < 6 ? [1, 1 + (i % 3)] : null, i < 5 ? null : [2, 3], [3, 4]],
    );
    const { index, points, test, says } = changeOf(await changesOf(total, apart), "total");
    const reason = "fewer than two people have both a and b in both waves";
    expect([index, points]).toEqual([0, 1].map(() => ({ kind: "none", reason, n: 1 })));
    expect([test, says]).toEqual([null, "too few to say"]);
  });

  it("cannot be had where nobody has one of its parts both times", async () => {
    const { points } = changeOf(
      await changesOf(
        total,
        rows.map(([a = null, b = null]) => [a, b, null]),
      ),
      "total",
    );
    expect(points).toEqual({ kind: "none", reason: "nobody has c in both waves", n: 0 });
  });

  it("draws its interval where the formula has a kink", async () => {
    const least = asking(
      composite("least", "min(a, b, c)", { ...part, tree: call("min", name("a"), name("b"), name("c")) }),
    );
    const { points, test } = changeOf(await changesOf(least, rows), "least");
    const { value, interval } = numberOf(points);
    expect(test).toBeNull();
    expect(interval?.low).toBeLessThan(value);
    expect(interval?.high).toBeGreaterThan(value);
  });
});
