import { describe, expect, it } from "vitest";
import { createPairedPlan, emptyPaired, foldPair } from "../../src/aggregate/paired.ts";
import { ALL_RULES, type Rules } from "../../src/disclosure/policy.ts";
import { release } from "../../src/disclosure/release.ts";
import { releasePaired } from "../../src/disclosure/release-paired.ts";
import type { Framework } from "../../src/framework/types.ts";
import type { FormulaNode } from "../../src/numeric/formula.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { NO_SCORE } from "../../src/scoring/scorer.ts";
import { estimatePairedChange } from "../../src/statistics/paired.ts";
import { aggregateOf, asking, crowd, framework, uniform } from "./fixture.ts";

const name = (id: string): FormulaNode => ({ kind: "name", name: id });

/** One composite: the mean of words and strain, both in half points. */
function asked(): Framework {
  const base = framework();
  const [first] = base.composites;
  if (first === undefined) throw new Error("no composite");
  const tree: FormulaNode = { kind: "call", fn: "mean", args: [name("words"), name("strain")] };
  return { ...base, composites: [{ ...first, id: "both", tree, inputs: ["words", "strain"] }] };
}

const PAIRS = 60;

/** What is printed of 60 pairs of whom the last never gave strain, beside how much the last has changed on words. */
async function printed(seed: number, rules: Rules) {
  const program = compileProgram(asked());
  const random = uniform(seed);
  const paired = emptyPaired(createPairedPlan(program));
  const wave = (last: boolean) =>
    Float64Array.from(program.dimensions, ({ id }) => {
      const score = 2 + Math.floor(random() * 9);
      return (id === "strain" && last) || !["words", "strain"].includes(id) ? NO_SCORE : score;
    });
  let change = 0;
  for (let at = 0; at < PAIRS; at++) {
    const [before, after] = [wave(at === PAIRS - 1), wave(at === PAIRS - 1)];
    foldPair(paired, before, after);
    change = (after[0] ?? 0) - (before[0] ?? 0);
  }
  const aggregate = aggregateOf(crowd("A", PAIRS), framework());
  const { total } = release({ aggregate, framework: framework(), ...asking(), minGroup: 5 });
  if (total === null) throw new Error("nobody");
  const released = releasePaired(paired, { total, framework: asked(), minGroup: 5, rules });
  const changes = await estimatePairedChange({ framework: asked(), ...released, seed: 1, level: 0.95 });
  return { changes, change };
}

type Printed = Awaited<ReturnType<typeof printed>>["changes"];

/** Value, squared standard error and people, from what is printed; null where it is hidden. */
function sampled(changes: Printed, id: string) {
  const found = changes.find((one) => one.id === id);
  if (found?.points.kind !== "estimate" || found.test === null) return null;
  const { value, n } = found.points;
  return { value, n, variance: (value / found.test.t) ** 2 };
}

/** Changes the one left out may have made: those with which the covariance of the others is one of whole numbers. */
function candidates(changes: Printed): readonly number[] {
  const [words, strain, both] = ["words", "strain", "both"].map((id) => sampled(changes, id));
  if (words == null || strain == null || both == null) return [];
  const m = strain.n;
  const covariance = (4 * both.variance - words.variance - strain.variance) / 2;
  const whole = Math.round(covariance * (m - 1) * words.n * strain.n * 4);
  const sums = [words, strain].map(({ value, n }) => Math.round(2 * n * value));
  const possible = Array.from({ length: 17 }, (_, at) => at - 8);
  return possible.filter((own) => (whole + ((sums[0] ?? 0) - own) * (sums[1] ?? 0)) % m === 0);
}

describe("the interval of a composite of two inputs that one person lacks one of", () => {
  it("gives that person's change back without the rule, and is hidden with it", async () => {
    let exact = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const bare = await printed(seed, { ...ALL_RULES, paired: false });
      const found = candidates(bare.changes);
      expect(found).toContain(bare.change);
      if (found.length === 1) exact++;
      expect(candidates((await printed(seed, ALL_RULES)).changes)).toEqual([]);
    }
    expect(exact).toBeGreaterThan(20);
  });
});
