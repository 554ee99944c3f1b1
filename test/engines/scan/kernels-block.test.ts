import { describe, expect, it } from "vitest";
import { LARGEST_NARROW, PART_ROWS } from "../../../kernel/plan.ts";
import { createFold } from "../../../src/aggregate/fold.ts";
import { createPlan } from "../../../src/aggregate/plan.ts";
import { BLOCK_ROWS, BLOCK_STRIDE } from "../../../src/engines/scan/core.ts";
import type { ScoringProgram } from "../../../src/scoring/program.ts";
import { createPatternCheck } from "../../../src/scoring/quality.ts";
import { createScorer } from "../../../src/scoring/scorer.ts";
import { WHOLE } from "../../part.ts";
import { CORES } from "./both-cores.ts";
import { answersOf, differences, fill, numbers, programOf } from "./programs.ts";

type Minimum = 0.5 | 1;

/** So many items on one of the scales; every so many of them reverse-keyed. */
function dimension(scale: number, count: number, { every = 99, twin = false, minAnswered = 0.5 as Minimum } = {}) {
  const items = Array.from({ length: count }, (_, at) => ({ weight: 1, reverse: at % every === every - 1, twin }));
  return { scale, items, lower: false, minAnswered, optional: false };
}
type Dimension = ReturnType<typeof dimension>;

function program(dimensions: readonly Dimension[]): ScoringProgram {
  const outcomes = [{ scale: 2, isImportance: false }];
  return programOf({ isAlike: false, dimensions: [...dimensions], outcomes, spare: true, isMixed: false });
}

const PROGRAMS: readonly (readonly [string, ScoringProgram])[] = [
  ["one scale", program([dimension(0, 9, { every: 4 }), dimension(0, 9), dimension(0, 9)])],
  [
    "runs that end where the scale does",
    program([dimension(0, 5), dimension(0, 12, { every: 7, twin: true, minAnswered: 1 }), dimension(0, 5)]),
  ],
  ["two scales that as many items use", program([dimension(2, 6), dimension(3, 6, { every: 6 })])],
  [
    "large codes",
    program([
      dimension(1, 7, { minAnswered: 1 }),
      dimension(2, 10, { every: 2, minAnswered: 1 }),
      dimension(6, 8, { every: 3, minAnswered: 1 }),
    ]),
  ],
  ["many codes", program([dimension(9, 7, { every: 3, minAnswered: 1 }), dimension(0, 3)])],
  ["scores in small units, on five points", program([dimension(0, 8), dimension(0, 8), dimension(0, 8, { every: 3 })])],
  ["scores in small units, from 0 to 6", program([dimension(1, 8), dimension(1, 8)])],
  ["scores in small units, from 0 to 10", program([dimension(2, 7), dimension(2, 7)])],
  ["scores in small units, on seven points", program([dimension(10, 7), dimension(10, 7), dimension(3, 7)])],
  ["a single item", program([dimension(0, 1)])],
];

/** Fills a block with people who all tick the box at this end. */
function fillAlike(codes: Int8Array, { items }: ScoringProgram, end: 0 | -1): void {
  for (const [at, item] of items.entries())
    codes.fill(item.codes.at(end) ?? 0, at * BLOCK_STRIDE, at * BLOCK_STRIDE + BLOCK_ROWS);
}

/** Nearly all of them: 1 in 10 ticks any box. */
function fillNearlyAlike(codes: Int8Array, one: ScoringProgram, end: 0 | -1): void {
  const next = numbers(77);
  fillAlike(codes, one, end);
  for (let at = 0; at < codes.length; at++) {
    const own = one.items[Math.floor(at / BLOCK_STRIDE)]?.codes ?? [];
    if (next(10) === 0) codes[at] = own[next(own.length)] ?? 0;
  }
}

const FILLS: readonly (readonly [string, (codes: Int8Array, program: ScoringProgram) => void])[] = [
  ...[7, 8, 9].map(
    (seed) =>
      [`people of seed ${seed}`, (codes: Int8Array, one: ScoringProgram) => fill(codes, one, numbers(seed))] as const,
  ),
  ["the lowest codes", (codes, one) => fillAlike(codes, one, 0)],
  ["the highest codes", (codes, one) => fillAlike(codes, one, -1)],
  ["nearly the lowest codes", (codes, one) => fillNearlyAlike(codes, one, 0)],
  ["nearly the highest codes", (codes, one) => fillNearlyAlike(codes, one, -1)],
];

/** `npm test` tries every fifth, another one with each program. */
const CASES = PROGRAMS.flatMap(([what, one], program) =>
  FILLS.filter((_, at) => WHOLE || (at + program) % 5 === 0).map(([who, people]) => [what, who, one, people] as const),
);

describe.each(CORES)("the kernel of the %s core over a whole block", (_name, createCore) => {
  it.each(CASES)("adds %s: %s", (_what, _who, one, people) => {
    const plan = createPlan(one);
    const core = createCore({ columns: [], delimiter: 44, items: one.items.length });
    const kernel = core.kernel(one, plan)!;
    people(core.codes, one);
    const fold = createFold(one, plan);
    const [scorer, pattern] = [createScorer(one), createPatternCheck(one)];
    const expected = new Float64Array(plan.length);
    for (let row = 0; row < BLOCK_ROWS; row++) {
      const answers = answersOf(core.codes, one.items.length, row);
      fold(expected, { answers, scored: scorer.score(answers), flags: pattern(answers), weight: 1 });
    }
    const cell = new Float64Array(plan.length);
    kernel.addAll(cell, BLOCK_ROWS);
    expect(differences(cell, expected)).toEqual([]);
    for (let row = 0; row < BLOCK_ROWS; row++) kernel.order[row] = BLOCK_ROWS - 1 - row;
    cell.fill(0);
    kernel.add(cell, 0, BLOCK_ROWS);
    expect(differences(cell, expected)).toEqual([]);
  });
});

it("adds up so few products of so small numbers in 32 bits that they have room there", () => {
  // Of a vector, each of four lanes takes every fourth product.
  expect((PART_ROWS / 4) * LARGEST_NARROW ** 2).toBeLessThan(2 ** 31);
  expect(LARGEST_NARROW).toBeLessThan(2 ** 15);
});
