import * as at from "../../../kernel/plan.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import { type KernelWriting, packed, pair } from "./wasm-records.ts";

/** The largest number of 16 bits: sums of squares are kept in them for a while. */
const LARGEST = 65_535;
/** Fewest items of a long run. */
const FEWEST = 10;

/** Writes what patterns of answers are looked for in (scoring/quality.ts). */
export function writePatterns(writing: KernelWriting): readonly (readonly [number, number])[] {
  const { records, program, plan, place } = writing;
  const places = program.items.flatMap((item, column) =>
    item.kind === "coded" && item.dimension >= 0 ? [{ ...item, column }] : [],
  );
  const patterns = places.map(({ column, scale, recodeFrom }, k) => [
    column,
    packed([places[k - 1]?.scale === scale ? 255 : 0, recodeFrom === null ? 0 : 255]),
  ]);
  return [
    ...pair(at.PATTERN, records.list(patterns)),
    [at.PATTERN_LEAST, Math.max(FEWEST, Math.ceil(places.length / 2))],
    [at.LONG_RUN, place(plan.flags.longRun)],
    [at.STRAIGHT_LINE, place(plan.flags.straightLine)],
    ...writeSpread(writing, places),
  ];
}

/** The items of the scale that most of them are on, the first of the scales at a tie. */
function writeSpread(
  { records, program, plan, place }: KernelWriting,
  places: readonly { readonly scale: string; readonly column: number }[],
): readonly (readonly [number, number])[] {
  const { variability } = plan.flags;
  if (variability === null) return [];
  const scales = new Map(places.map(({ scale }) => [scale, places.filter((one) => one.scale === scale)]));
  const most = [...scales.values()].reduce((best, one) => (one.length > best.length ? one : best), []);
  const { middle, chunk } = squares(
    program,
    most.map(({ column }) => column),
  );
  const { n, sum, sumSquares } = variability;
  const sums = [n, sum, sumSquares, sumSquares + 1].map(place);
  return [
    ...pair(at.SPREAD, records.list(most.map(({ column }) => [column]))),
    [at.SPREAD_MIDDLE, middle & 255],
    [at.SPREAD_CHUNK, chunk],
    [at.SPREAD_SUMS, records.list([sums])[0]],
  ];
}

/** What is taken off each code, and how many squares of the rest fit into 16 bits. */
function squares(program: ScoringProgram, columns: readonly number[]): { middle: number; chunk: number } {
  const codes = columns.flatMap((column) => program.items[column]?.codes ?? []);
  const middle = Math.round((Math.min(...codes, 100) + Math.max(...codes, -100)) / 2);
  const farthest = Math.max(1, ...codes.map((code) => Math.abs(code - middle)));
  return { middle, chunk: Math.floor(LARGEST / farthest ** 2) };
}
