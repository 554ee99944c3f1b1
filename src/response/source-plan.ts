import type { ColumnUse } from "../audit/types.ts";
import type { MarkedRow, TableHead } from "./table-head.ts";

/**
 * How a body of exports is read: which column is which item, which text is which code, what is excluded. Pure data.
 * Made once per run from the heads of the files; its hash names the decision.
 */
export interface SourcePlan {
  readonly files: readonly PlannedFile[];
  /** The columns that people are told apart by: groupings, filter, wave. In the order of `segmentColumns`. */
  readonly segments: readonly SegmentColumn[];
  /** The column of survey weights, or null. */
  readonly weight: string | null;
  /** One per program item: text → code, after `normaliseAnswer`. */
  readonly answers: readonly AnswerTable[];
  readonly rules: ReadingRules;
  /** The mapping that decided columns and answers; null: none. */
  readonly mapping?: { readonly file: string; readonly hash: string } | null;
}

/**
 * A column the user named, once, with the first flag that named it. `--audience`: what tells several audiences apart, be it a
 * column or the files; its values are ids of audiences.
 */
export interface SegmentColumn {
  readonly flag: "--by" | "--where" | "--wave" | "--audience";
  readonly column: string;
}

export interface ReadingRules {
  readonly onUnknown: "error" | "missing";
  readonly onRagged: "error" | "skip";
  readonly onDuplicate: "keep" | "first" | "error";
  readonly acceptGuesses: boolean;
  /** Rows that a survey tool marks and that are scored all the same. */
  readonly include: readonly MarkedRow[];
  /** Rows left out on request only. */
  readonly exclude: readonly "careless"[];
}

export interface PlannedFile {
  readonly name: string;
  readonly head: TableHead;
  readonly columns: readonly ColumnDecision[];
  /** Column position per program item, −1 where the file has none (optional items, other forms). */
  readonly itemColumns: readonly number[];
  /** Place among the program's items → its columns, where an item has one column per choice. */
  readonly choiceColumns?: ReadonlyMap<number, readonly ChoiceColumn[]>;
  /** One position per segment of the plan. */
  readonly segmentColumns: readonly number[];
  /** Position of the survey weights, −1 without. */
  readonly weightColumn: number;
  readonly idColumn: number;
  /** Whose answers its rows are; left out where all are of one audience and nothing in the file could say otherwise. */
  readonly audience?: PlannedAudience;
}

/** How the audience of a row is told, and what was not asked of it. */
export interface PlannedAudience {
  /** Place among the plan's segments; −1: all rows of all files are of one audience. */
  readonly segment: number;
  /** Position of the column that says it, −1 without. Where `only` is set, it must not say otherwise. */
  readonly column: number;
  /** The audience of every row, and how that is known; null: the column says it. */
  readonly only: { readonly id: string; readonly said: "--audience" | "the mapping" | "its columns" } | null;
  /** Id or title, in lower case → id: all audiences of the framework. */
  readonly names: ReadonlyMap<string, string>;
  /** Audiences whose items the file holds. */
  readonly held: readonly string[];
  /** Audience → places of the program's items that are not asked of it. */
  readonly unasked: ReadonlyMap<string, readonly number[]>;
}

/** One of the columns of a question that has a column for each of its answers. */
export interface ChoiceColumn {
  /** Position, from 0. */
  readonly column: number;
  /** The answer, as `normaliseAnswer` writes it. */
  readonly label: string;
  /** Its code, or a kind of MISSING. */
  readonly code: number;
}

export interface ColumnDecision {
  /** From 1. */
  readonly position: number;
  readonly header: string;
  readonly takenFor: ColumnUse;
  readonly item: string | null;
  /** In words: "id equal", "[id] in brackets", "grid row", "equal text", "close text (a guess)" … */
  readonly how: string;
  /** Whether somebody should look: a guess is close, not the same. */
  readonly sure: "certain" | "likely" | "guess";
}

export interface AnswerTable {
  readonly item: string;
  /** Id of its scale; items of one scale read the same texts alike. */
  readonly scale: string;
  readonly kind: "coded" | "figure";
  /** Normalised text → code or one of MISSING. */
  readonly codes: ReadonlyMap<string, number>;
  /**
   * Label or alias → the languages it belongs to, "" being the framework's own. Two of one language and one code in one file are two
   * answers that the scale does not tell apart. A text that is not in it, such as one that somebody mapped, is never one of the two.
   */
  readonly languages?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Decimals of a figure (0–4); 0 for coded. */
  readonly decimals: number;
  /** What may stand behind a figure, such as "%", after `normaliseAnswer`; none for coded. */
  readonly units: readonly string[];
  /** The worst and best value of a figure, the lower one first; absent for coded. */
  readonly ends?: { readonly low: number; readonly high: number };
  /** The answers as the framework writes them, for messages: labels, or the codes of a scale without labels. */
  readonly shown: readonly string[];
  /** True: these texts and no others, as a mapping lists them. */
  readonly closed?: boolean;
}
