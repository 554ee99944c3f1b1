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
  const items = program.items.length;
  const dimensions = program.dimensions.length;
  const scored: Scored = {
    recoded: new Float64Array(items),
    scores: new Float64Array(dimensions),
    favourable: new Int32Array(dimensions),
    answered: new Int32Array(dimensions),
  };
  const recoders = program.items.map(recoder);
  const favourable = program.items.map((item) => new Set(item.favourable));
  const judges = program.dimensions.map((dimension) => ({ dimension, factors: factorsOf(dimension, program) }));
  const weights = Float64Array.from(program.items, (item) => item.weight);
  return {
    program,
    score(answers) {
      for (let i = 0; i < items; i++) {
        const raw = answers[i] ?? 0;
        scored.recoded[i] = isMissing(raw) ? raw : (recoders[i]?.(raw) ?? raw);
      }
      for (let d = 0; d < dimensions; d++) {
        const judge = judges[d];
        if (judge !== undefined) scoreDimension(d, judge.dimension, judge.factors);
      }
      return scored;
    },
  };

  function scoreDimension(d: number, dimension: ProgramDimension, factors: Float64Array): void {
    let sum = 0;
    let weight = 0;
    let answered = 0;
    let good = 0;
    for (const i of dimension.items) {
      const x = scored.recoded[i] ?? 0;
      if (isMissing(x)) continue;
      const w = weights[i] ?? 1;
      sum += w * x;
      weight += w;
      answered++;
      if (favourable[i]?.has(x)) good++;
    }
    scored.scores[d] = weight >= dimension.minWeight ? sum * (factors[weight] ?? 0) : NO_SCORE;
    scored.favourable[d] = good;
    scored.answered[d] = answered;
  }
}

/** L / answered weight, for each weight that can be reached: an integer, so the score is one too. */
function factorsOf(dimension: ProgramDimension, program: ScoringProgram): Float64Array {
  const figures = program.items[dimension.items[0] ?? -1]?.kind === "figure";
  const unit = figures ? dimension.unitsPerPoint / FIGURE_STEPS : dimension.unitsPerPoint;
  return Float64Array.from({ length: dimension.totalWeight + 1 }, (_, weight) => (weight > 0 ? unit / weight : 0));
}

function recoder(item: ProgramItem): (raw: number) => number {
  const { figure, recodeFrom } = item;
  if (figure !== null) {
    const span = figure.best - figure.worst;
    return (raw) => Math.round(Math.min(1, Math.max(0, (raw - figure.worst) / span)) * 100 * FIGURE_STEPS);
  }
  return recodeFrom === null ? (raw) => raw : (raw) => recodeFrom - raw;
}
