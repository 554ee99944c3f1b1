import type { AggregatePlan, ListwiseSlots } from "../../aggregate/types.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import { type KernelItem, kernelItems } from "./kernel-plan.ts";
import { createGram, type Gram, type GramColumn, LANE, LARGEST_IN_LANE } from "./plain-gram.ts";
import { type Answered, worthOf } from "./plain-pairs.ts";
import { PART_ROWS, type PartStep } from "./plain-part.ts";
import type { ScoreColumns } from "./plain-scores.ts";
import { add } from "./plain-sums.ts";

interface Columns {
  readonly scores: ScoreColumns;
  readonly answers: Answered;
}

/** Sums and products over the rows that have every member of a set: of the items of each dimension, and of the scores that predict an outcome. */
export function createProducts(
  program: ScoringProgram,
  plan: AggregatePlan,
  { scores, answers }: Columns,
): readonly PartStep[] {
  const positions = new Map(plan.scores.map(({ id }, at) => [id, at]));
  return plan.listwise.map((slots, at) => {
    const dimension = program.dimensions[at];
    if (dimension === undefined) {
      const members = slots.members.map((id) => positions.get(id) ?? -1);
      return createScoreSet(slots, members, scores);
    }
    const answered = scores.answered.subarray(at * PART_ROWS, (at + 1) * PART_ROWS);
    return createItemSet(slots, { items: kernelItems(program, dimension), answered }, answers);
  });
}

interface ItemSet {
  readonly items: readonly KernelItem[];
  /** How many of them each row has answered. */
  readonly answered: Int32Array;
}

/** The items of a dimension, each counted from its smallest recoded code, so that products are small and never below 0. */
function createItemSet(slots: ListwiseSlots, { items, answered }: ItemSet, answers: Answered): PartStep {
  const k = items.length;
  const least = Float64Array.from(items, (item) => item.least);
  const columns = itemColumns(items, answers);
  const gram = createGram(columns, k);
  const complete = new Int32Array(PART_ROWS + 1);
  return (cell, { rows }) => {
    let n = 0;
    for (let row = 0; row < rows; row++) {
      complete[n] = row;
      n += answered[row] === k ? 1 : 0;
    }
    for (let at = 0; at < columns.length; at++) fillColumn(columns[at] as ItemColumn, complete, n);
    gram.run(n);
    addGram(cell, slots, { n, least, gram });
  };
}

interface ItemColumn extends GramColumn {
  /** What the rows answered, and what that is worth in a low and in a high column. */
  readonly numbers: Uint8Array;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** A column for each pair of items; one for each item where their codes are too far apart. */
function itemColumns(items: readonly KernelItem[], { pairs, numbers }: Answered): readonly ItemColumn[] {
  const isSmall = items.every(({ least, most }) => most - least <= LARGEST_IN_LANE);
  const position = new Map(items.map(({ column }, at) => [column, at]));
  return pairs.flatMap((pair, at) => {
    const inside = pair.items.filter((item) => position.has(item));
    const groups = isSmall && inside.length > 0 ? [inside] : inside.map((item) => [item]);
    return groups.map((group): ItemColumn => {
      const table = (unit: number) =>
        worthOf(pair, (item, code) => {
          const { recoded, least } = items[position.get(item) ?? -1] ?? { recoded: new Map(), least: 0 };
          const value = group.includes(item) ? recoded.get(code) : undefined;
          return value === undefined ? 0 : (value - least) * unit ** group.indexOf(item);
        });
      return {
        members: group.map((item) => position.get(item) ?? -1),
        low: new Float64Array(PART_ROWS),
        high: new Float64Array(PART_ROWS),
        numbers: numbers.subarray(at * PART_ROWS, (at + 1) * PART_ROWS),
        lows: table(LANE),
        highs: table(LANE ** 2),
      };
    });
  });
}

function fillColumn({ low, high, numbers, lows, highs }: ItemColumn, complete: Int32Array, n: number): void {
  for (let row = 0; row < n; row++) {
    const number = numbers[complete[row] as number] as number;
    low[row] = lows[number] as number;
    high[row] = highs[number] as number;
  }
}

/** Scores, as they are: their products are too large for two in one. */
function createScoreSet(slots: ListwiseSlots, members: readonly number[], { values, present }: ScoreColumns): PartStep {
  const k = members.length;
  const least = new Float64Array(k);
  const columns = members.map((_, at) => {
    const column = new Float64Array(PART_ROWS);
    return { low: column, high: column, members: [at] };
  });
  const gram = createGram(columns, k);
  const complete = new Int32Array(PART_ROWS + 1);
  const has = new Float64Array(PART_ROWS);
  return (cell, { rows }) => {
    has.fill(1);
    for (let i = 0; i < k; i++) {
      const from = (members[i] as number) * PART_ROWS;
      for (let row = 0; row < rows; row++) has[row] = (has[row] as number) * (present[from + row] as number);
    }
    let n = 0;
    for (let row = 0; row < rows; row++) {
      complete[n] = row;
      n += has[row] as number;
    }
    for (let i = 0; i < k; i++) {
      const from = (members[i] as number) * PART_ROWS;
      const { low } = columns[i] as GramColumn;
      for (let row = 0; row < n; row++) low[row] = values[from + (complete[row] as number)] as number;
    }
    gram.run(n);
    addGram(cell, slots, { n, least, gram });
  };
}

interface Counted {
  readonly n: number;
  /** What each column was counted from. */
  readonly least: Float64Array;
  readonly gram: Gram;
}

/** Σ(x + a)(y + b) = Σxy + bΣx + aΣy + nab. */
function addGram(cell: Float64Array, slots: ListwiseSlots, { n, least, gram: { sums, products } }: Counted): void {
  const k = least.length;
  add(cell, slots.n, n);
  let place = 0;
  for (let i = 0; i < k; i++) {
    const a = least[i] as number;
    const sum = sums[i] as number;
    add(cell, slots.sums + i, sum + n * a);
    for (let j = i; j < k; j++) {
      const b = least[j] as number;
      add(cell, slots.products + place, (products[place] as number) + b * sum + a * (sums[j] as number) + n * a * b);
      place++;
    }
  }
}
