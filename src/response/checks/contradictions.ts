import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { ReadAnswer } from "../answers/answers.ts";
import { ownCopy } from "../own-copy.ts";
import type { AnswerTable } from "../source-plan.ts";
import type { Spot } from "../spot.ts";
import { isMissing } from "../types.ts";

/** What the texts of one scale in one file say beside each other. Items by their place in the program. */
export interface Testimony {
  readonly file: string;
  readonly table: AnswerTable;
  /** Label → number beside it → items in which the two stand together. */
  readonly numbers: ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<number>>>;
  /** Code → the texts that were read as it. */
  readonly texts: ReadonlyMap<number, ReadonlyMap<string, SeenText>>;
  /** Items → whether their answers were met as bare numbers, in words, or both. */
  readonly forms: ReadonlyMap<number, ReadonlySet<AnswerForm>>;
}

/** Words may have a number beside them: it is checked. */
export type AnswerForm = "number" | "words";

export interface SeenText {
  /** As it stands in the file. */
  readonly cell: string;
  /** Where it was first met. */
  readonly spot: Spot;
}

/** What was read in one cell, and where. */
export interface Sight {
  readonly file: string;
  readonly item: number;
  readonly cell: string;
  readonly read: ReadAnswer;
  readonly spot: () => Spot;
}

export interface Witness {
  /** Once for every text of a column is enough. */
  met(sight: Sight): void;
  testimonies(): readonly Testimony[];
}

/** Labels are as many as the framework has; numbers beside one label may be any, and no more than these are kept. */
const MOST_NUMBERS = 50;
const LONGEST = 100;

interface Notes extends Testimony {
  readonly numbers: Map<string, Map<number, Set<number>>>;
  readonly texts: Map<number, Map<string, SeenText>>;
  readonly forms: Map<number, Set<AnswerForm>>;
}

/**
 * Remembers which labels stand beside which numbers, and which texts are read as one code: in bounded memory. Where a mapping
 * says what each text means there is nothing to compare.
 */
export function createWitness(answers: readonly AnswerTable[]): Witness {
  const files = new Map<string, Map<AnswerTable["codes"], Notes>>();
  const notesOf = (file: string, table: AnswerTable): Notes => {
    const scales = files.get(file) ?? new Map<AnswerTable["codes"], Notes>();
    files.set(file, scales);
    const notes = scales.get(table.codes) ?? { file, table, numbers: new Map(), texts: new Map(), forms: new Map() };
    scales.set(table.codes, notes);
    return notes;
  };
  return {
    met: (sight) => {
      const table = answers[sight.item];
      if (table?.kind !== "coded" || table.closed === true) return;
      noteForm(notesOf(sight.file, table), sight);
      if (sight.read.label === null) return;
      noteNumber(notesOf(sight.file, table), sight);
      noteText(notesOf(sight.file, table), sight);
    },
    testimonies: () => [...files.values()].flatMap((scales) => [...scales.values()]),
  };
}

function noteForm({ table, forms }: Notes, { item, cell, read: { value } }: Sight): void {
  if (typeof value !== "number" || isMissing(value)) return;
  const form = isBareNumber(cell) ? "number" : "words";
  // A point without a word of its own can only be a number.
  if (form === "number" && !table.shown.some((label) => table.codes.get(normaliseAnswer(label)) === value)) return;
  const own = forms.get(item) ?? new Set<AnswerForm>();
  forms.set(item, own.add(form));
}

/** `4`, `+4`, `4.0`, `4,0`: a code without a word. */
export function isBareNumber(text: string): boolean {
  return /^[-+]?\d+(?:[.,]0+)?$/.test(text.trim());
}

function noteNumber({ numbers }: Notes, { item, read: { label, number } }: Sight): void {
  if (label === null || number === null) return;
  const beside = numbers.get(label) ?? new Map<number, Set<number>>();
  numbers.set(label, beside);
  const items = beside.get(number) ?? new Set<number>();
  if (items.size === 0 && beside.size >= MOST_NUMBERS) return;
  beside.set(number, items.add(item));
}

function noteText({ table, texts }: Notes, { cell, read: { label, value }, spot }: Sight): void {
  if (label === null || typeof value !== "number" || isMissing(value) || table.languages?.has(label) !== true) return;
  const seen = texts.get(value) ?? new Map<string, SeenText>();
  texts.set(value, seen);
  if (!seen.has(label)) seen.set(label, { cell: ownCopy(cell.trim().slice(0, LONGEST)), spot: spot() });
}
