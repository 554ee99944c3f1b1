import type { AggregatePlan, Cell } from "../../aggregate/types.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import { BLOCK_ROWS, type BlockKernel } from "./core.ts";
import { createHash } from "./plain-hash.ts";
import { createItemCounter } from "./plain-items.ts";
import { createAnswered } from "./plain-pairs.ts";
import { createParts, PART_ROWS, type Part, type PartStep } from "./plain-part.ts";
import { createPatterns } from "./plain-patterns.ts";
import { createProducts } from "./plain-products.ts";
import { createScores } from "./plain-scores.ts";
import { add, createSums } from "./plain-sums.ts";

/** The kernel in plain TypeScript, for programs and plans that `kernelFits`: column after column over parts of a block. */
export function createPlainKernel(codes: Int8Array, program: ScoringProgram, plan: AggregatePlan): BlockKernel {
  const order = new Uint16Array(BLOCK_ROWS);
  const parts = createParts(codes);
  const answers = createAnswered(program.items);
  const items = createItemCounter(plan.items, answers);
  const scores = createScores(program, plan, answers);
  const steps: readonly PartStep[] = [
    ...createSums(program, plan, scores),
    ...createProducts(program, plan, { scores, answers }),
    ...createPatterns(program, plan, answers),
  ];
  const addPart = (cell: Cell, part: Part): void => {
    answers.join(part);
    items.count(part.rows);
    scores.score(part);
    for (const step of steps) step(cell, part);
  };
  const end = (cell: Cell, rows: number): void => {
    add(cell, plan.people, rows);
    items.flush(cell);
  };
  return {
    order,
    add(cell, from, to) {
      for (let first = from; first < to; first += PART_ROWS)
        addPart(cell, parts.pick(order.subarray(first, Math.min(to, first + PART_ROWS))));
      end(cell, to - from);
    },
    addAll(cell, rows) {
      for (let first = 0; first < rows; first += PART_ROWS) addPart(cell, parts.take(first, rows));
      end(cell, rows);
    },
    hash: createHash(codes),
  };
}
