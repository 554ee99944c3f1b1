import * as at from "../../../kernel/plan.ts";
import type { ListwiseSlots, RatioSlots } from "../../aggregate/types.ts";
import type { ProgramDimension, ScoringProgram } from "../../scoring/program.ts";
import { type KernelItem, kernelItems } from "./kernel-plan.ts";
import { writeListwise } from "./wasm-products.ts";
import type { KernelWriting } from "./wasm-records.ts";

/** What the lanes of a dimension hold: 16 bits for a weighted sum, 8 for a count of items. */
const LARGEST_SUM = 32_767;
const MOST_ITEMS = 255;
/** Codes of one piece of a table of favourable ones. */
const PIECE = 16;

/** Whether sums over the items of each dimension, and counts of items, fit into the lanes of the module. */
export function isHeld(program: ScoringProgram): boolean {
  return (
    program.items.length <= MOST_ITEMS &&
    program.dimensions.every((dimension) => {
      const largest = kernelItems(program, dimension).map(({ least, most }) => Math.max(-least, most));
      return dimension.totalWeight * Math.max(1, ...largest) <= LARGEST_SUM;
    })
  );
}

/** Writes the dimensions of the program. scores: the record of each score. */
export function writeDimensions(writing: KernelWriting, scores: readonly number[]): readonly [number, number] {
  const { records, program, plan } = writing;
  return records.list(
    program.dimensions.map((dimension, d) => {
      const members = kernelItems(program, dimension).map((item) => memberRecord(writing, item));
      return [
        ...records.list(members),
        scores[d] ?? 0,
        writeFactors(writing, dimension),
        ...writeProducts(writing, plan.listwise[d]),
        ...ratioPlaces(writing, plan.ratios[d]),
      ];
    }),
  );
}

function ratioPlaces({ place, nowhere }: KernelWriting, slots: RatioSlots | undefined): readonly number[] {
  if (slots === undefined) return new Array<number>(6).fill(nowhere);
  return [slots.n, slots.sumF, slots.sumA, slots.sumFF, slots.sumFA, slots.sumAA].map(place);
}

/** from − code is (code xor −1) + from + 1. */
function memberRecord({ records, program }: KernelWriting, item: KernelItem): readonly number[] {
  const from = program.items[item.column]?.recodeFrom ?? null;
  const [flip, add] = from === null ? [0, 0] : [255, (from + 1) & 255];
  return [item.column, item.weight, flip | (add << 8), ...records.bytes(favourablePieces(item.favourable))];
}

/** Pieces of sixteen codes: the first of them, then 1 for each that is favourable. */
function favourablePieces(codes: ReadonlySet<number>): readonly number[] {
  const rest = [...codes].sort((a, b) => a - b);
  const pieces: number[] = [];
  while (rest[0] !== undefined) {
    const first = rest[0];
    pieces.push(first & 255, ...Array.from({ length: PIECE }, (_, above) => (codes.has(first + above) ? 1 : 0)));
    rest.splice(0, rest.filter((code) => code < first + PIECE).length);
  }
  return pieces;
}

/** For each answered weight what the sum is multiplied with, and whether that is a score. */
function writeFactors({ records }: KernelWriting, { totalWeight, minWeight, unitsPerPoint }: ProgramDimension): number {
  const start = records.room((totalWeight + 1) * at.FACTOR_BYTES);
  for (let weight = Math.max(1, minWeight); weight <= totalWeight; weight++) {
    records.number(start + weight * at.FACTOR_BYTES, unitsPerPoint / weight);
    records.word(start + weight * at.FACTOR_BYTES + 8, -1);
    records.word(start + weight * at.FACTOR_BYTES + 12, -1);
  }
  return start;
}

/** The columns of a dimension's items, and what they are multiplied in; all zero where no products are wanted. */
function writeProducts(writing: KernelWriting, slots: ListwiseSlots | undefined): readonly [number, number, number] {
  if (slots === undefined) return [0, 0, 0];
  const { columns, blocks } = writeListwise(writing, slots);
  return [columns, ...blocks];
}
