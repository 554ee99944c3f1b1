import { createRowMarks } from "../../response/rows/row-marks.ts";
import type { FilePeople } from "../people.ts";
import { readAnswers } from "./block-answers.ts";
import { blockText } from "./block-text.ts";
import type { ScanPlan } from "./columns.ts";
import { BLOCK_STRIDE, type ScanCore } from "./core.ts";
import type { OrdinaryRows } from "./ordinary.ts";
import type { Symbols } from "./symbols.ts";

export interface RowByRowRequest {
  readonly core: ScanCore;
  readonly people: FilePeople;
  readonly plan: ScanPlan;
  /** One per segment: the first of the core's keys. */
  readonly symbols: readonly Symbols[];
}

/** Hands the rows of a block to the people of the file one by one, as if their cells had been read. */
export function createRowByRow({ core, people, plan, symbols }: RowByRowRequest): OrdinaryRows {
  const { instruments, decoder } = people;
  const marked = createRowMarks(plan.textRules, instruments.plan.rules.include);
  // Only cells that are read for something else than answers are filled.
  const cells = plan.columns.map(() => "");
  const segments = plan.taught.filter(({ kind }) => kind === "segment");
  const readCells = (row: number): void => {
    for (const { column, place } of segments)
      cells[column] = symbols[place]?.cellOf(core.keys[place * BLOCK_STRIDE + row] as number) ?? "";
    for (const [slot, column] of plan.texts.entries()) cells[column] = blockText(core, slot * BLOCK_STRIDE + row);
  };
  let current = 0;
  let linesBefore = 0;
  const line = (): number => linesBefore + (core.lineOf[current] as number) + 1;
  const ordinary = {
    rows: 0,
    scanned: (_stop: string, lines: number): void => {
      linesBefore = lines;
      ordinary.flush();
    },
    beforeUnusual: (): void => undefined,
    flush: (): void => {
      for (current = 0; current < core.rows; current += 1) {
        readCells(current);
        const mark = marked(cells);
        if (mark !== null) {
          people.left(mark);
          continue;
        }
        readAnswers(core.codes, current, decoder.answers);
        people.answered(cells, line);
      }
      ordinary.rows += core.rows;
      core.clear();
    },
  };
  return ordinary;
}
