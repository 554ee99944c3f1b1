import { type Answers, isMissing } from "../response/types.ts";
import { FIGURE_STEPS } from "./compile.ts";
import type { ProgramDimension, ProgramItem, ScoringProgram } from "./program.ts";

/** No score: too little of the item weight was answered. */
export const NO_SCORE = Number.NEGATIVE_INFINITY;

/**
 * One respondent, scored. The arrays are reused from respondent to respondent: read them before scoring the next.
 */
export interface Scored {
  /** Per item: the recoded code (a figure: hundredths of its index, 0–10000), or the kind of missing it had. */
  readonly recoded: Float64Array;
  /** Per dimension: integer in units of 1/unitsPerPoint, or NO_SCORE. */
  readonly scores: Float64Array;
  /** Per dimension: favourable answers, and answers. */
  readonly favourable: Int32Array;
  readonly answered: Int32Array;
}

/** Scores one respondent after another by the program. Pure but for the buffers it hands out. */
export interface Scorer {
  readonly program: ScoringProgram;
  score(answers: Answers): Scored;
}

/** Recode: x → min + max − x on declared ends. Dimension score: weighted mean of the answered, recoded items, exact in units of 1/L. */
export function createScorer(program: ScoringProgram): Scorer {
  const scored: Scored = {
    recoded: new Float64Array(program.items.length),
    scores: new Float64Array(program.dimensions.length),
    favourable: new Int32Array(program.dimensions.length),
    answered: new Int32Array(program.dimensions.length),
  };
  const recode = createRecoder(program.items, scored.recoded);
  const judges = program.dimensions.map((dimension, d) => createJudge(program, dimension, d));
  return {
    program,
    score(answers) {
      recode(answers);
      for (const judge of judges) judge(scored);
      return scored;
    },
  };
}

/** Writes every recoded answer. A coded item is a line: offset + sign × code, so reversing costs nothing. */
function createRecoder(items: readonly ProgramItem[], recoded: Float64Array): (answers: Answers) => void {
  const offset = Float64Array.from(items, (item) => item.recodeFrom ?? 0);
  const sign = Float64Array.from(items, (item) => (item.recodeFrom === null ? 1 : -1));
  const figures = items.flatMap((item, at) => (item.figure === null ? [] : [{ at, place: figurePlace(item.figure) }]));
  return (answers) => {
    for (let i = 0; i < recoded.length; i++) {
      const raw = answers[i] as number;
      recoded[i] = isMissing(raw) ? raw : (offset[i] as number) + (sign[i] as number) * raw;
    }
    for (const { at, place } of figures) {
      const raw = answers[at] as number;
      if (!isMissing(raw)) recoded[at] = place(raw);
    }
  };
}

/** A figure at its best, in hundredths of an index point. */
const WHOLE = 100 * FIGURE_STEPS;

/**
 * Where a figure stands between worst and best, in hundredths of an index point, held to 0–10000. Integers throughout: half a
 * hundredth is always rounded away from the worst, whichever of the two ends is the lower one.
 */
function figurePlace({ worst, best }: NonNullable<ProgramItem["figure"]>): (raw: number) => number {
  const sign = best < worst ? -1 : 1;
  const span = sign * (best - worst);
  const isSmall = Number.isSafeInteger((2 * WHOLE + 1) * span);
  return (raw) => {
    if (sign * raw <= sign * worst) return 0;
    if (sign * raw >= sign * best) return WHOLE;
    if (!isSmall) return widePlace(raw, { worst, best });
    const doubled = 2 * WHOLE * sign * (raw - worst) + span;
    return (doubled - (doubled % (2 * span))) / (2 * span);
  };
}

/** The same where the products would leave what a double keeps exactly. */
function widePlace(raw: number, { worst, best }: { readonly worst: number; readonly best: number }): number {
  const from = BigInt(worst);
  const [done, span] = [BigInt(raw) - from, BigInt(best) - from];
  const [part, whole] = span < 0n ? [-done, -span] : [done, span];
  return Number((2n * BigInt(WHOLE) * part + whole) / (2n * whole));
}

/** Scores one dimension of the recoded answers. */
function createJudge(program: ScoringProgram, dimension: ProgramDimension, d: number): (scored: Scored) => void {
  const items = Int32Array.from(dimension.items);
  const weights = Float64Array.from(dimension.items, (at) => program.items[at]?.weight ?? 1);
  const good = favourableTable(dimension.items.map((at) => program.items[at]));
  const factors = factorsOf(dimension, program);
  return (scored) => {
    let sum = 0;
    let weight = 0;
    let answered = 0;
    let favourable = 0;
    for (let k = 0; k < items.length; k++) {
      const x = scored.recoded[items[k] as number] as number;
      if (isMissing(x)) continue;
      const w = weights[k] as number;
      sum += w * x;
      weight += w;
      answered++;
      if (good !== null) favourable += good.flags[(k * good.width + x - good.lowest) | 0] as number;
    }
    scored.scores[d] = weight >= dimension.minWeight ? sum * (factors[weight] as number) : NO_SCORE;
    scored.favourable[d] = favourable;
    scored.answered[d] = answered;
  };
}

/** 1 where item k's recoded code is favourable, at k × width + code − lowest; recoding stays within the codes' ends. Null for figures. */
function favourableTable(items: readonly (ProgramItem | undefined)[]) {
  if (items.some((item) => item?.kind === "figure")) return null;
  const codes = items.flatMap((item) => item?.codes ?? []);
  const lowest = Math.min(0, ...codes);
  const width = Math.max(0, ...codes) - lowest + 1;
  const flags = new Uint8Array(items.length * width);
  for (const [k, item] of items.entries())
    for (const code of item?.favourable ?? []) flags[k * width + code - lowest] = 1;
  return { flags, lowest, width };
}

/** L / answered weight, for each weight that can be reached: an integer, so the score is one too. */
function factorsOf(dimension: ProgramDimension, program: ScoringProgram): Float64Array {
  const figures = program.items[dimension.items[0] ?? -1]?.kind === "figure";
  const unit = figures ? dimension.unitsPerPoint / FIGURE_STEPS : dimension.unitsPerPoint;
  return Float64Array.from({ length: dimension.totalWeight + 1 }, (_, weight) => (weight > 0 ? unit / weight : 0));
}
