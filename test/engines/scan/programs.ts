import fc from "fast-check";
import { BLOCK_MISSING, BLOCK_ROWS, BLOCK_STRIDE } from "../../../src/engines/scan/core.ts";
import type { CodedScale } from "../../../src/framework/types.ts";
import { MISSING } from "../../../src/response/types.ts";
import { compileProgram } from "../../../src/scoring/compile.ts";
import type { ProgramItem, ScoringProgram } from "../../../src/scoring/program.ts";
import { dimension, framework, item } from "../../fixture.ts";

/** Codes of response scales: agreement, frequency from 0, recommendation, semantic differential, with gaps, the widest there may be. */
const CODES = [
  [1, 2, 3, 4, 5],
  [0, 1, 2, 3, 4, 5, 6],
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  [-3, -2, -1, 0, 1, 2, 3],
  [0, 1],
  [1, 2, 4, 7],
  [-100, -1, 0, 100],
  [-100, -99],
  [99, 100],
  Array.from({ length: 21 }, (_, at) => at - 10),
  [1, 2, 3, 4, 5, 6, 7],
];

function scale(id: string, codes: readonly number[]): CodedScale {
  return {
    kind: "coded",
    id,
    title: id,
    points: codes.map((code) => ({ code, label: `point ${code}`, aliases: [] })),
    min: Math.min(...codes),
    max: Math.max(...codes),
    favourable: codes.slice(-2),
    favourableWhenLower: codes.slice(0, 1),
    notApplicable: [],
    dontKnow: [],
  };
}

const oneItem = fc.record({
  weight: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
  reverse: fc.boolean(),
  twin: fc.boolean(),
});
const oneDimension = fc.record({
  scale: fc.integer({ min: 0, max: CODES.length - 1 }),
  items: fc.array(oneItem, { minLength: 1, maxLength: 14 }),
  lower: fc.boolean(),
  minAnswered: fc.constantFrom(0, 0.3, 0.5, 0.8, 1),
  optional: fc.boolean(),
});
const oneOutcome = fc.record({ scale: fc.integer({ min: 0, max: CODES.length - 1 }), isImportance: fc.boolean() });
export const parts = fc.record({
  // Often all on one scale: only then are there long runs.
  isAlike: fc.boolean(),
  dimensions: fc.array(oneDimension, { minLength: 1, maxLength: 5 }),
  outcomes: fc.array(oneOutcome, { maxLength: 2 }),
  spare: fc.boolean(),
  isMixed: fc.boolean(),
});
export type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

/** A program of such parts. Each scale has a twin of another name, so that runs end between two items of one dimension. */
export function programOf({ isAlike, dimensions, outcomes, spare, isMixed }: Parts): ScoringProgram {
  const scaleOf = (at: number) => `s${isAlike ? (dimensions[0]?.scale ?? 0) : at}`;
  const members = dimensions.map((one, d) =>
    one.items.map(({ twin, ...more }, i) =>
      item(`d${d}i${i}`, `d${d}`, { ...more, scale: scaleOf(one.scale) + (twin && !isAlike ? "twin" : "") }),
    ),
  );
  const others = outcomes.map((one, o) => item(`o${o}`, undefined, { scale: `s${one.scale}` }));
  const all = [...members.flat(), ...(spare ? [item("spare", undefined, { scale: "s1" })] : [])];
  const items = isMixed ? [...others, ...all.toReversed()] : [...all, ...others];
  return compileProgram(
    framework({
      items,
      scales: new Map(
        CODES.flatMap((codes, at) => [
          [`s${at}`, scale(`s${at}`, codes)],
          [`s${at}twin`, scale(`s${at}twin`, codes)],
        ]),
      ),
      dimensions: dimensions.map((one, d) => {
        const codes = CODES[isAlike ? (dimensions[0]?.scale ?? 0) : one.scale] ?? [];
        const more = { min: Math.min(...codes), max: Math.max(...codes), minAnswered: one.minAnswered };
        const direction = one.lower ? "lower" : "higher";
        const importance = outcomes.findIndex(({ isImportance }) => isImportance);
        return dimension(
          `d${d}`,
          (members[d] ?? []).map(({ id }) => id),
          {
            ...more,
            direction,
            optional: one.optional,
            ...(importance < 0 ? {} : { importance: `o${importance}` }),
          },
        );
      }),
      outcomes: outcomes.map((_, o) => ({ id: `o${o}`, item: `o${o}`, title: `o${o}`, statistic: "mean" })),
    }),
  );
}

/** A small generator of its own: shrinking a block is of no use. */
export function numbers(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

const MISSING_CODES = [BLOCK_MISSING.unanswered, BLOCK_MISSING.notApplicable, BLOCK_MISSING.dontKnow];

/**
 * Fills a block with people of all kinds: thoughtful ones, some who tick one box throughout or for long, some who leave much out. In some
 * blocks nearly all answers are worth the most, or the least, there is: sums are largest there.
 */
export function fill(codes: Int8Array, program: ScoringProgram, next: (below: number) => number): void {
  const gaps = [0, 0, 30, 3][next(4)] ?? 0;
  const isGap = (kind: number) => (gaps > 0 && next(gaps) === 0) || (kind === 2 && next(2) === 0);
  const isSame = (kind: number) => kind === 0 || (kind === 1 && next(12) > 0);
  const end = ([null, null, 0, -1] as const)[next(4)] ?? null;
  const codeOf = ({ codes: own, recodeFrom }: ProgramItem, kind: number, box: number): number => {
    if (end !== null && next(10) > 0) return own.at(recodeFrom === null ? end : -1 - end) ?? 0;
    return own[(isSame(kind) ? box : next(own.length)) % own.length] ?? 0;
  };
  for (let row = 0; row < BLOCK_ROWS; row++) {
    const [kind, box] = [next(6), next(11)];
    for (const [at, item] of program.items.entries()) {
      const code = codeOf(item, kind, box);
      codes[at * BLOCK_STRIDE + row] = isGap(kind) ? (MISSING_CODES[next(3)] ?? 0) : code;
    }
  }
}

export function answersOf(codes: Int8Array, items: number, row: number): Float64Array {
  return Float64Array.from({ length: items }, (_, at) => {
    const code = codes[at * BLOCK_STRIDE + row] ?? 0;
    const kind = [MISSING.unanswered, MISSING.notApplicable, MISSING.dontKnow][MISSING_CODES.indexOf(code as -128)];
    return kind ?? code;
  });
}

/** Where two cells differ to the bit. */
export function differences(
  cell: Float64Array,
  expected: Float64Array,
): readonly (readonly [number, number, number])[] {
  return [...expected].flatMap((value, at) => {
    const found = cell[at] ?? Number.NaN;
    return Object.is(found, value) ? [] : [[at, found, value] as const];
  });
}
