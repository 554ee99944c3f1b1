import type { AggregatePlan } from "../../aggregate/types.ts";
import type { ProgramDimension, ProgramItem, ScoringProgram } from "../../scoring/program.ts";
import { LARGEST_CODE } from "./core.ts";

/** Most that the items of a dimension may weigh together, and most items: what a kernel counts per row stays small. */
const MOST_WEIGHT = 4095;

/**
 * Whether rows can be added to cells of this plan a block at a time: items have codes that a block holds, nobody has a weight,
 * and no sum but that of the spread of answers takes two elements.
 */
export function kernelFits(program: ScoringProgram, plan: AggregatePlan): boolean {
  const isNarrow = [...plan.scores, ...plan.pairs, ...plan.listwise].every(({ wide }) => !wide);
  const isCoded = program.items.every(
    ({ kind, codes }) => kind === "coded" && codes.every((code) => Math.abs(code) <= LARGEST_CODE),
  );
  const isSmall = program.dimensions.every(({ totalWeight }) => totalWeight <= MOST_WEIGHT);
  return plan.weighted === null && isNarrow && isCoded && isSmall;
}

/** One item as a kernel sees it: what its codes are worth. */
export interface KernelItem {
  /** Its column of the block. */
  readonly column: number;
  readonly weight: number;
  /** Raw code → recoded code; only the item's own codes. */
  readonly recoded: ReadonlyMap<number, number>;
  /** Raw codes whose recoded code is favourable. */
  readonly favourable: ReadonlySet<number>;
  /** Smallest and largest recoded code. */
  readonly least: number;
  readonly most: number;
}

/** The items of a dimension, in its order. */
export function kernelItems(program: ScoringProgram, { items }: ProgramDimension): readonly KernelItem[] {
  return items.flatMap((column) => {
    const item = program.items[column];
    return item === undefined ? [] : [kernelItem(item, column)];
  });
}

function kernelItem({ codes, recodeFrom, favourable, weight }: ProgramItem, column: number): KernelItem {
  const recoded = new Map(codes.map((code) => [code, recodeFrom === null ? code : recodeFrom - code]));
  const values = [...recoded.values()];
  return {
    column,
    weight,
    recoded,
    favourable: new Set(codes.filter((code) => favourable.includes(recoded.get(code) ?? Number.NaN))),
    least: Math.min(...values),
    most: Math.max(...values),
  };
}

/** Items of the program that hold the raw values of the plan's outcomes, in the order of its scores. */
export function outcomeColumns(program: ScoringProgram, plan: AggregatePlan): readonly number[] {
  return plan.scores
    .filter(({ kind }) => kind === "outcome")
    .map(({ id }) => program.outcomes.find((outcome) => outcome.id === id)?.item ?? -1);
}
