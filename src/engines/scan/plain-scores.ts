import type { AggregatePlan } from "../../aggregate/types.ts";
import type { ProgramDimension, ScoringProgram } from "../../scoring/program.ts";
import { type KernelItem, kernelItems, outcomeColumns } from "./kernel-plan.ts";
import type { Answered } from "./plain-pairs.ts";
import { LAST_MISSING_CODE, PART_ROWS, type Part } from "./plain-part.ts";
import { createTally, type TallyField } from "./plain-tally.ts";

/** What the rows of a part scored, column-major with `PART_ROWS` elements a column. */
export interface ScoreColumns {
  /** Per score of the plan: an integer in its units, 0 where there is none; and 1 where there is one, else 0. */
  readonly values: Float64Array;
  readonly present: Float64Array;
  /** Per dimension: favourable answers, and answers. */
  readonly favourable: Int32Array;
  readonly answered: Int32Array;
  score(part: Part): void;
}

/** Scores a part by the program. See createScorer, of which this is the same one column after the other. */
export function createScores(program: ScoringProgram, plan: AggregatePlan, answers: Answered): ScoreColumns {
  const dimensions = program.dimensions.length;
  const columns = {
    values: new Float64Array(plan.scores.length * PART_ROWS),
    present: new Float64Array(plan.scores.length * PART_ROWS),
    favourable: new Int32Array(dimensions * PART_ROWS),
    answered: new Int32Array(dimensions * PART_ROWS),
  };
  const steps = [
    ...program.dimensions.map((dimension, d) =>
      createJudge({ dimension, items: kernelItems(program, dimension), column: d * PART_ROWS, answers }, columns),
    ),
    ...outcomeColumns(program, plan).map((item, at) => createOutcome(item, (dimensions + at) * PART_ROWS, columns)),
  ];
  return {
    ...columns,
    score: (part) => {
      for (const step of steps) step(part);
    },
  };
}

type Columns = Omit<ScoreColumns, "score">;

interface Judged {
  readonly dimension: ProgramDimension;
  readonly items: readonly KernelItem[];
  /** Where its columns begin. */
  readonly column: number;
  readonly answers: Answered;
}

function createJudge({ dimension, items, column, answers }: Judged, columns: Columns): (part: Part) => void {
  const least = Math.min(...items.map((item) => item.least));
  const tally = createTally(answers, new Set(dimension.items), dimensionFields(items, least));
  const { minWeight, totalWeight, unitsPerPoint } = dimension;
  const factors = Float64Array.from({ length: totalWeight + 1 }, (_, weight) =>
    weight > 0 ? unitsPerPoint / weight : 0,
  );
  const [sums, weights, counts, good] = tally.places;
  if (sums === undefined || weights === undefined || counts === undefined || good === undefined) return () => {};
  const { words } = tally;
  const { values, present, favourable, answered } = columns;
  return (part) => {
    tally.count(part.rows);
    for (let row = 0; row < part.rows; row++) {
      const weight = ((words[weights.first + row] as number) >> weights.shift) & weights.mask;
      const sum = (((words[sums.first + row] as number) >> sums.shift) & sums.mask) + least * weight;
      const has = weight >= minWeight;
      values[column + row] = has ? sum * (factors[weight] as number) : 0;
      present[column + row] = has ? 1 : 0;
      answered[column + row] = ((words[counts.first + row] as number) >> counts.shift) & counts.mask;
      favourable[column + row] = ((words[good.first + row] as number) >> good.shift) & good.mask;
    }
  };
}

/** Σ weight × (recoded − least), Σ weight, answers, and favourable answers. */
function dimensionFields(items: readonly KernelItem[], least: number): readonly TallyField[] {
  const field = (of: (item: KernelItem, code: number, value: number) => number): TallyField => {
    const counts = items.map(
      (item) => new Map([...item.recoded].map(([code, value]) => [code, of(item, code, value)])),
    );
    return {
      most: counts.reduce((sum, count) => sum + Math.max(...count.values()), 0),
      counts: new Map(items.map(({ column }, at) => [column, counts[at] ?? new Map()])),
    };
  };
  return [
    field(({ weight }, _code, value) => weight * (value - least)),
    field(({ weight }) => weight),
    field(() => 1),
    field(({ favourable }, code) => (favourable.has(code) ? 1 : 0)),
  ];
}

function createOutcome(item: number, column: number, { values, present }: Columns): (part: Part) => void {
  return ({ codes, stride, first, rows }) => {
    const from = item * stride + first;
    for (let row = 0; row < rows; row++) {
      const code = codes[from + row] as number;
      const has = code > LAST_MISSING_CODE;
      values[column + row] = has ? code : 0;
      present[column + row] = has ? 1 : 0;
    }
  };
}
