/**
 * A questionnaire as any survey tool can ask it: what the writers of this room make their files of. All texts are plain and
 * stand on one line. Which dimension an item belongs to is for codebooks only: whoever knows what is measured answers
 * differently.
 */
export interface Instrument {
  readonly framework: { readonly id: string; readonly version: string };
  /** The wording's, in two letters. In any but `en` no sentence is added to the framework's own texts. */
  readonly language: string;
  /** Whose wording it is. */
  readonly audience: string;
  /** Null: every item. */
  readonly form: string | null;
  readonly title: string;
  /** Paragraphs before the first question. */
  readonly intro: readonly string[];
  /** After the last one; "" where nothing can be said. */
  readonly closing: string;
  /** Optional questions about the person; without options the answer is typed. */
  readonly segments: readonly InstrumentSegment[];
  readonly parts: readonly InstrumentPart[];
}

export interface InstrumentSegment {
  /** Column name, as `--by` takes it. */
  readonly name: string;
  readonly options: readonly string[];
}

/** Neighbouring items that are answered in the same way; at most ten. */
export interface InstrumentPart {
  /** `Statements 1 to 10`, or `1–10`. */
  readonly title: string;
  /** What to do: `Please choose one answer in each line.`, or "". */
  readonly prompt: string;
  readonly answers: AnswerForm;
  readonly items: readonly InstrumentItem[];
}

export interface InstrumentItem {
  readonly id: string;
  /** From 1, in the order asked. */
  readonly number: number;
  readonly text: string;
  readonly reverse: boolean;
  /** 1–5 */
  readonly weight: number;
  /** Null: outside every dimension. */
  readonly dimension: { readonly id: string; readonly title: string } | null;
}

export type AnswerForm = ChoiceForm | FigureForm;

export interface ChoiceForm {
  readonly kind: "choices";
  readonly scale: { readonly id: string; readonly title: string };
  /** In ascending order of code. */
  readonly choices: readonly Choice[];
  /** Words for "does not apply" and "don't know" that are read as such on this scale; null: it has given them a meaning of its own. */
  readonly aside: { readonly notApplicable: string | null; readonly dontKnow: string | null };
  /** Words at the ends, where the points between have none and their codes leave no gap; else null. */
  readonly ruler: { readonly low: string; readonly high: string } | null;
}

export interface Choice {
  readonly code: number;
  /** What is read to choose, and comes back as the answer: the label; `10 - Extremely likely` where others have none. */
  readonly text: string;
  /** The label alone; the code where there is none. */
  readonly label: string;
}

export interface FigureForm {
  readonly kind: "figure";
  readonly scale: { readonly id: string; readonly title: string };
  /** `a number with up to 2 decimals, in %`. */
  readonly hint: string;
  readonly unit: string;
  readonly worst: number;
  readonly best: number;
}

/** All items in the order asked. */
export function itemsOf({ parts }: Pick<Instrument, "parts">): readonly InstrumentItem[] {
  return parts.flatMap(({ items }) => items);
}
