import * as at from "../../../kernel/plan.ts";
import { dimensionMember } from "../../aggregate/plan.ts";
import type { AggregatePlan, PairSlots } from "../../aggregate/types.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import { LARGEST_CODE } from "./core.ts";
import { columnsFor, writeBlocks, writeListwise } from "./wasm-products.ts";
import { type KernelWriting, pair } from "./wasm-records.ts";

/** Whether all scores are so small that their products can be added up in 32 bits. (Outcomes are codes.) */
export function isNarrow({ dimensions }: ScoringProgram): boolean {
  return (
    Math.max(LARGEST_CODE, ...dimensions.map((dimension) => dimensionMember(dimension).bound)) <= at.LARGEST_NARROW
  );
}

/**
 * Writes pairs and sets of scores as products of columns: first the values of all scores, then ones where there are scores.
 * values: where those of each score are.
 */
export function writeNarrow(writing: KernelWriting, values: readonly number[]): readonly (readonly [number, number])[] {
  const { records, plan } = writing;
  const count = values.length;
  const columns = columnsFor(writing, 2 * count);
  const column = (index: number) => columns + index * at.COLUMN_STRIDE;
  const scores = values.map((address, score) => [address, column(score), column(count + score)]);
  const blocks = writeBlocks(writing, columns, { count: 2 * count, placeOf: pairPlaces(writing, count) });
  const sets = setsOf(plan).map(({ members, slots }) => {
    const set = writeListwise(writing, slots);
    const own = members.map((score) => [column(score), column(count + score)]);
    return [...records.list(own), set.columns, ...set.blocks];
  });
  return [
    ...pair(at.NARROW, records.list(scores)),
    ...pair(at.NARROW_BLOCKS, blocks),
    ...pair(at.NARROW_SETS, records.list(sets)),
  ];
}

/** Value times value is a product, value times ones a sum, and ones times ones are people; of a score with itself nothing is wanted. */
function pairPlaces({ plan, place }: KernelWriting, count: number): (i: number, j: number) => number | null {
  const pairs = new Map(plan.pairs.map((slots) => [slots.a * count + slots.b, slots]));
  const sumOf = (i: number, j: number): ((slots: PairSlots) => number) => {
    if (j < count) return ({ sumAB }) => sumAB;
    if (i >= count) return ({ n }) => n;
    return i < j - count ? ({ sumA }) => sumA : ({ sumB }) => sumB;
  };
  return (i, j) => {
    const [a, b] = [i % count, j % count];
    const slots = pairs.get(Math.min(a, b) * count + Math.max(a, b));
    return slots === undefined ? null : place(sumOf(i, j)(slots));
  };
}

/** Scores that predict an outcome, and the outcome: the sets behind those of the dimensions' items. */
export function setsOf({ listwise, scores, ratios }: AggregatePlan) {
  const positions = new Map(scores.map(({ id }, score) => [id, score]));
  return listwise.slice(ratios.length).map((slots) => ({
    slots,
    members: slots.members.map((id) => positions.get(id) ?? 0),
  }));
}
