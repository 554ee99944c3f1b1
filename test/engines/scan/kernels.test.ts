import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFold } from "../../../src/aggregate/fold.ts";
import { createPlan } from "../../../src/aggregate/plan.ts";
import { BLOCK_ROWS } from "../../../src/engines/scan/core.ts";
import { kernelFits } from "../../../src/engines/scan/kernel-plan.ts";
import { hashRow } from "../../../src/response/rows/duplicates.ts";
import { isMissing } from "../../../src/response/types.ts";
import { createPatternCheck } from "../../../src/scoring/quality.ts";
import { createScorer } from "../../../src/scoring/scorer.ts";
import { WHOLE } from "../../part.ts";
import { CORES } from "./both-cores.ts";
import { answersOf, differences, fill, numbers, type Parts, parts, programOf } from "./programs.ts";

const RUNS = WHOLE ? 400 : 20;
const settings = { seed: 20261123, numRuns: RUNS };
const rowsWanted = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 700 }));

describe.each(CORES)("the kernel of the %s core", (_name, createCore) => {
  it("adds to a cell what the fold of one person after the other adds", { timeout: 120_000 }, () => {
    let taken = 0;
    const check = (given: Parts, only: "scores" | null, { seed, rows, isPicked }: Run): void => {
      const program = programOf(given);
      const plan = createPlan(program, { only });
      const core = createCore({ columns: [], delimiter: 44, items: program.items.length });
      const kernel = core.kernel(program, plan);
      expect(kernel !== null).toBe(kernelFits(program, plan));
      if (kernel === null) return;
      taken++;
      const next = numbers(seed);
      fill(core.codes, program, next);
      const picked = Array.from({ length: rows }, (_, at) => (isPicked ? next(BLOCK_ROWS) : at));
      const fold = createFold(program, plan);
      const [scorer, pattern] = [createScorer(program), createPatternCheck(program)];
      const expected = new Float64Array(plan.length).fill(3);
      for (const row of picked) {
        const answers = answersOf(core.codes, program.items.length, row);
        fold(expected, { answers, scored: scorer.score(answers), flags: pattern(answers), weight: 1 });
      }
      const cell = new Float64Array(plan.length).fill(3);
      if (isPicked) {
        kernel.order.set(picked, 100);
        const middle = 100 + next(rows + 1);
        kernel.add(cell, 100, middle);
        kernel.add(cell, middle, 100 + rows);
      } else kernel.addAll(cell, rows);
      expect(differences(cell, expected)).toEqual([]);
    };
    const run = fc.record({ seed: fc.integer(), rows: rowsWanted, isPicked: fc.boolean() });
    type Run = typeof run extends fc.Arbitrary<infer T> ? T : never;
    fc.assert(fc.property(parts, fc.constantFrom("scores", null), run, check), settings);
    // The sums of the others take two elements.
    expect(taken).toBeGreaterThan(RUNS / 3);
  });

  it("hashes rows as they are hashed one by one", () => {
    fc.assert(
      fc.property(parts, fc.integer(), fc.integer({ min: 0, max: 300 }), (given, seed, rows) => {
        const program = programOf(given);
        const core = createCore({ columns: [], delimiter: 44, items: program.items.length });
        const kernel = core.kernel(program, createPlan(program, { only: "scores" }));
        if (kernel === null) return;
        fill(core.codes, program, numbers(seed));
        const { halves, telling } = kernel.hash(rows);
        for (let row = 0; row < rows; row++) {
          const answers = answersOf(core.codes, program.items.length, row);
          const hash = ((halves[2 * row] ?? 0) >>> 0) * 2_097_152 + ((halves[2 * row + 1] ?? 0) & 0x1fffff);
          expect(hash).toBe(hashRow(answers, []));
          const given = [...answers].filter((answer) => !isMissing(answer));
          expect(telling[row]).toBe(given.length >= 10 && new Set(given).size > 1 ? 1 : 0);
        }
      }),
      settings,
    );
  });
});

describe("what a kernel takes", () => {
  const coded = programOf(fc.sample(parts, { seed: 1, numRuns: 1 })[0]!);

  it("no weights", () => {
    expect(kernelFits(coded, createPlan(coded))).toBe(true);
    expect(kernelFits(coded, createPlan(coded, { weighted: true }))).toBe(false);
  });

  it("no codes past a hundred, and no figures", () => {
    const change = (more: object) => ({ ...coded, items: coded.items.map((one) => ({ ...one, ...more })) });
    expect(kernelFits(change({ codes: [0, 101] }), createPlan(coded))).toBe(false);
    expect(kernelFits(change({ codes: [-101, 0] }), createPlan(coded))).toBe(false);
    expect(kernelFits(change({ kind: "figure" }), createPlan(coded))).toBe(false);
  });

  it("no sums of two elements", () => {
    const plan = createPlan(coded);
    const [first] = plan.scores;
    expect(kernelFits(coded, { ...plan, scores: [{ ...first!, wide: true }] })).toBe(false);
  });
});
