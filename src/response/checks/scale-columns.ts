import type { AnswerTable } from "../source-plan.ts";
import type { ItemCounts } from "./column-counts.ts";
import type { ColumnTexts } from "./column-texts.ts";

/** A column in which somebody answered: how its answers are written, and how often each was given. */
export interface CountedColumn extends ColumnTexts {
  readonly counted: ItemCounts;
  /** Its header is the id of the item. */
  readonly isById: boolean;
}

/** The answered columns of one scale in one file. */
export interface ScaleColumns {
  readonly file: string;
  readonly people: number;
  readonly columns: readonly CountedColumn[];
  readonly answers: readonly AnswerTable[];
}
