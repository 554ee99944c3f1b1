import type { AggregatePlan, MomentSlots, PairSlots, RatioSlots, ThirdSlots } from "../../aggregate/types.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import { PART_ROWS, type PartStep } from "./plain-part.ts";
import type { ScoreColumns } from "./plain-scores.ts";

/** Sums of scores, of pairs of them, of thirds and of favourable answers: what createFold adds, one column after the other. */
export function createSums(program: ScoringProgram, plan: AggregatePlan, scores: ScoreColumns): readonly PartStep[] {
  return [
    ...plan.scores.map((slots, s) => createMoment(slots, s * PART_ROWS, scores)),
    ...plan.pairs.map((slots) => createPair(slots, scores)),
    ...plan.thirds.map((slots) => createThird(program, slots, scores)),
    ...plan.ratios.map((slots, d) => createRatio(slots, d * PART_ROWS, scores)),
    ...(plan.anyScore === null ? [] : [createAnyScore(plan.anyScore, program.dimensions.length, scores)]),
  ];
}

function createMoment(slots: MomentSlots, column: number, { values, present }: ScoreColumns): PartStep {
  return (cell, { rows }) => {
    let [n, sum, squares] = [0, 0, 0];
    for (let row = column; row < column + rows; row++) {
      const x = values[row] as number;
      n += present[row] as number;
      sum += x;
      squares += x * x;
    }
    add(cell, slots.n, n);
    add(cell, slots.sum, sum);
    add(cell, slots.sumSquares, squares);
  };
}

/** Who lacks one of the two adds nothing, since a value that is not there is 0. */
function createPair({ a, b, ...slots }: PairSlots, { values, present }: ScoreColumns): PartStep {
  const [first, second] = [a * PART_ROWS, b * PART_ROWS];
  return (cell, { rows }) => {
    let [n, sumA, sumB, sumAB] = [0, 0, 0, 0];
    for (let row = 0; row < rows; row++) {
      const x = values[first + row] as number;
      const y = values[second + row] as number;
      const hasX = present[first + row] as number;
      const hasY = present[second + row] as number;
      n += hasX * hasY;
      sumA += x * hasY;
      sumB += hasX * y;
      sumAB += x * y;
    }
    add(cell, slots.n, n);
    add(cell, slots.sumA, sumA);
    add(cell, slots.sumB, sumB);
    add(cell, slots.sumAB, sumAB);
  };
}

function createThird(program: ScoringProgram, slots: ThirdSlots, { values, present }: ScoreColumns): PartStep {
  const d = program.dimensions.findIndex(({ id }) => id === slots.dimension);
  const { min, max, unitsPerPoint } = program.dimensions[d] ?? { min: 0, max: 0, unitsPerPoint: 1 };
  const [least, span, column] = [3 * min * unitsPerPoint, (max - min) * unitsPerPoint, d * PART_ROWS];
  return (cell, { rows }) => {
    let [all, notLow, high] = [0, 0, 0];
    for (let row = column; row < column + rows; row++) {
      const has = present[row] as number;
      const above = 3 * (values[row] as number) - least;
      all += has;
      notLow += above < span ? 0 : has;
      high += above > 2 * span ? has : 0;
    }
    add(cell, slots.counts, all - notLow);
    add(cell, slots.counts + 1, notLow - high);
    add(cell, slots.counts + 2, high);
  };
}

function createRatio(slots: RatioSlots, column: number, { favourable, answered }: ScoreColumns): PartStep {
  return (cell, { rows }) => {
    let [n, sumF, sumA, sumFF, sumFA, sumAA] = [0, 0, 0, 0, 0, 0];
    for (let row = column; row < column + rows; row++) {
      const all = answered[row] as number;
      const good = favourable[row] as number;
      n += all > 0 ? 1 : 0;
      sumF += good;
      sumA += all;
      sumFF += good * good;
      sumFA += good * all;
      sumAA += all * all;
    }
    add(cell, slots.n, n);
    add(cell, slots.sumF, sumF);
    add(cell, slots.sumA, sumA);
    add(cell, slots.sumFF, sumFF);
    add(cell, slots.sumFA, sumFA);
    add(cell, slots.sumAA, sumAA);
  };
}

function createAnyScore(place: number, dimensions: number, { present }: ScoreColumns): PartStep {
  return (cell, { rows }) => {
    let count = 0;
    for (let row = 0; row < rows; row++) {
      let has = 0;
      for (let d = 0; d < dimensions; d++) has += present[d * PART_ROWS + row] as number;
      if (has > 0) count++;
    }
    add(cell, place, count);
  };
}

/** Adds to one sum of a cell. */
export function add(cell: Float64Array, place: number, by: number): void {
  cell[place] = (cell[place] as number) + by;
}
