/**
 * A questionnaire for print, as data: both formats draw this and add no words of their own. All texts are plain text.
 * Which dimension an item belongs to is left out: whoever knows what is measured answers differently.
 */
export interface PaperSheet {
  readonly title: string;
  /** What the person should know before the first question: a word that leads, and what it says. */
  readonly notes: readonly { readonly lead: string; readonly text: string }[];
  /** Lines that whoever hands the sheets out fills in beforehand: "Typed in by". */
  readonly blanks: readonly string[];
  /** Optional questions about the person; null: none are asked. */
  readonly about: PaperAbout | null;
  readonly parts: readonly PaperPart[];
  readonly aside: PaperAside;
  /** Above the box for words of one's own. */
  readonly remark: { readonly lead: string; readonly text: string };
  readonly entry: PaperEntry;
  /** What kind of sheet this is, on every page. */
  readonly mark: string;
  /** A place for its number, on every page too: pages come apart. */
  readonly loose: string;
}

export interface PaperAbout {
  readonly lead: string;
  readonly text: string;
  /** Without options the answer is written on a line. */
  readonly choices: readonly { readonly name: string; readonly options: readonly string[] }[];
}

/** A sign to mark, and what it stands for (null: nothing but itself). */
export interface PaperPoint {
  readonly sign: string;
  readonly says: string | null;
}

/** What can be marked in place of an answer, by the signs that are typed. */
export interface PaperAside {
  readonly notApplicable: PaperPoint;
  readonly dontKnow: PaperPoint;
}

export interface PaperRow {
  /** As `survey --entry` counts. */
  readonly number: number;
  readonly text: string;
}

interface PaperRows {
  /** "Questions 1 to 10". */
  readonly caption: string;
  /** What the texts are: "Statement" or "Question". */
  readonly head: string;
  readonly rows: readonly PaperRow[];
}

/** Neighbouring items that are answered in the same way. */
export type PaperPart = PaperGrid | PaperRuler | PaperLines;

/** A few points, each with its words at the head of a column. */
export interface PaperGrid extends PaperRows {
  readonly kind: "grid";
  readonly points: readonly PaperPoint[];
}

/** Points in a long row under each text, with words at the ends: 0 to 10. */
export interface PaperRuler extends PaperRows {
  readonly kind: "ruler";
  readonly signs: readonly string[];
  readonly low: string;
  readonly high: string;
}

/** Figures, and scales of too many points to print: a line to write on. */
export interface PaperLines extends PaperRows {
  readonly kind: "lines";
  /** "a whole number from 0 to 100". */
  readonly hint: string;
  /** Behind the line: "%", "days"; empty: nothing. */
  readonly unit: string;
}

/** The foot, for whoever types the sheet in. */
export interface PaperEntry {
  readonly lead: string;
  readonly fields: readonly { readonly label: string; readonly sign: string; readonly says: string }[];
  readonly signs: string;
  /** Framework, version, audience, form, code of the sheet. */
  readonly identity: readonly { readonly label: string; readonly text: string }[];
}
