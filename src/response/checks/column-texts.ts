import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { AnswerTable } from "../source-plan.ts";
import { isMissing } from "../types.ts";
import { isBareNumber, type Sight } from "./contradictions.ts";

/** How the answers to one item are written in one file. */
export interface ColumnTexts {
  readonly file: string;
  /** Place in the program. */
  readonly item: number;
  readonly table: AnswerTable;
  /** Bare numbers, whether or not they are codes of the scale: the first few. */
  readonly numbers: Set<number>;
  /** Some answer is written in words. */
  hasWords: boolean;
  /** Of figures: the lowest and the highest, and whether one is no whole number. */
  low: number;
  high: number;
  hasFraction: boolean;
  /** Some figure has its unit behind it. */
  hasUnit: boolean;
}

export interface ColumnTextNotes {
  /** Once for every text of a column is enough. */
  met(sight: Sight): void;
  columns(): readonly ColumnTexts[];
}

const MOST_NUMBERS = 20;

/** Remembers how the answers of each column are written, in bounded memory. */
export function createColumnTexts(answers: readonly AnswerTable[]): ColumnTextNotes {
  const files = new Map<string, Map<number, ColumnTexts>>();
  const textsOf = (file: string, item: number, table: AnswerTable): ColumnTexts => {
    const columns = files.get(file) ?? new Map<number, ColumnTexts>();
    files.set(file, columns);
    const texts = columns.get(item) ?? unseen({ file, item, table });
    columns.set(item, texts);
    return texts;
  };
  return {
    met: (sight) => {
      const table = answers[sight.item];
      if (table === undefined) return;
      const texts = textsOf(sight.file, sight.item, table);
      if (table.kind === "figure") noteFigure(texts, sight);
      else noteAnswer(texts, sight);
    },
    columns: () => [...files.values()].flatMap((columns) => [...columns.values()]),
  };
}

function unseen(of: Pick<ColumnTexts, "file" | "item" | "table">): ColumnTexts {
  return {
    ...of,
    numbers: new Set(),
    hasWords: false,
    low: Infinity,
    high: -Infinity,
    hasFraction: false,
    hasUnit: false,
  };
}

function noteAnswer(texts: ColumnTexts, { cell, read: { value } }: Sight): void {
  const text = normaliseAnswer(cell);
  if (isBareNumber(text)) {
    if (texts.numbers.size < MOST_NUMBERS) texts.numbers.add(Number(text.replace(",", ".")));
  } else if (typeof value === "number" && !isMissing(value)) texts.hasWords = true;
}

function noteFigure(texts: ColumnTexts, { cell, read: { value } }: Sight): void {
  if (typeof value !== "number" || isMissing(value)) return;
  const figure = value / 10 ** texts.table.decimals;
  texts.low = Math.min(texts.low, figure);
  texts.high = Math.max(texts.high, figure);
  texts.hasFraction ||= !Number.isInteger(figure);
  texts.hasUnit ||= !/\d\s*$/.test(cell);
}
