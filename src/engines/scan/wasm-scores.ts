import * as at from "../../../kernel/plan.ts";
import type { ScoreSlots, ThirdSlots } from "../../aggregate/types.ts";
import { outcomeColumns } from "./kernel-plan.ts";
import { isNarrow, setsOf, writeNarrow } from "./wasm-narrow.ts";
import { type KernelWriting, pair } from "./wasm-records.ts";

/** Writes all there is to scores: where each is, their moments, thirds, pairs and sets. */
export function writeScores(writing: KernelWriting): {
  /** Per score of the plan, its record. */
  readonly addresses: readonly number[];
  readonly words: readonly (readonly [number, number])[];
} {
  const { records, program, plan, place } = writing;
  const dimensions = program.dimensions.length;
  const values = plan.scores.map(() => records.room(at.SCORE_BYTES));
  const scores = records.list(plan.scores.map((slots, score) => scoreRecord(writing, slots, values[score] ?? 0)));
  const addresses = plan.scores.map((_, score) => scores[0] + score * at.SCORE_RECORD);
  for (const thirds of plan.thirds) writeLimits(writing, thirds, addresses);
  const outcomes = outcomeColumns(program, plan).map((column, o) => [column, addresses[dimensions + o] ?? 0]);
  const anyScore: [number, number] = [at.ANY_SCORE, plan.anyScore === null ? 0 : place(plan.anyScore)];
  return {
    addresses,
    words: [
      ...pair(at.OUTCOMES, records.list(outcomes)),
      ...pair(at.SCORES, scores),
      ...(isNarrow(program) ? writeNarrow(writing, values) : writeWide(writing, addresses)),
      anyScore,
    ],
  };
}

/** Where the scores of the rows of a part stand, and their sums. Limits of thirds and what is worked out follow later. */
function scoreRecord({ place }: KernelWriting, { n, sum, sumSquares }: ScoreSlots, values: number): readonly number[] {
  const words = [values, ...[n, sum, sumSquares].map(place)];
  return [...words, ...new Array<number>(at.SCORE_RECORD / 4 - words.length).fill(0)];
}

function writeLimits(
  { records, program, place }: KernelWriting,
  { dimension, counts }: ThirdSlots,
  addresses: readonly number[],
): void {
  const index = program.dimensions.findIndex(({ id }) => id === dimension);
  const { min, max, unitsPerPoint } = program.dimensions[index] ?? { min: 0, max: 0, unitsPerPoint: 1 };
  const record = addresses[index] ?? 0;
  records.word(record + at.THIRDS, place(counts));
  records.number(record + at.LEAST, 3 * min * unitsPerPoint);
  records.number(record + at.SPAN, (max - min) * unitsPerPoint);
}

/** Pairs and sets of scores that need 64 bits. */
function writeWide(writing: KernelWriting, addresses: readonly number[]): readonly (readonly [number, number])[] {
  const { records, plan, place } = writing;
  const address = (score: number) => addresses[score] ?? 0;
  const pairs = plan.pairs.map((one) => [
    address(one.a),
    address(one.b),
    ...[one.n, one.sumA, one.sumB, one.sumAB].map(place),
  ]);
  const sets = setsOf(plan).map(({ members, slots }) => {
    const copies = records.room((members.length + 1) * at.SCORE_BYTES);
    const own = records.list(members.map((score) => [address(score)]));
    return [...own, place(slots.n), place(slots.sums), place(slots.products), copies];
  });
  return [...pair(at.PAIRS, records.list(pairs)), ...pair(at.SETS, records.list(sets))];
}
