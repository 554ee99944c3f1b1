import type { ColumnUse } from "../audit/types.ts";

/** Survey tools whose exports are known, as `--dialect` names them. */
export const DIALECTS = [
  "plain",
  "qualtrics",
  "surveymonkey",
  "google-forms",
  "limesurvey",
  "typeform",
  "microsoft-forms",
] as const;
export type DialectName = (typeof DIALECTS)[number];

/** What the reader knows before the first data row. All lists of columns are as long as `headers`. */
export interface TableHead extends TableLayout {
  /** As the user named it. */
  readonly file: string;
  readonly dialect: DialectName;
  /** Null: a workbook, which has neither. */
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | null;
  readonly delimiter: "," | ";" | "\t" | "|" | null;
  readonly bom: boolean;
  /** Read through gzip. */
  readonly compressed: boolean;
  /** Name of the workbook's sheet; null: no workbook. */
  readonly sheet: string | null;
  /** The line (of a sheet: the row) the header begins on, from 1: not 1 where blank lines or `sep=;` stand before it. */
  readonly headerLine: number;
  /** Cells that each of the first data rows has behind the last header, all of them empty; undefined or 0: none. */
  readonly trailing?: number;
  /** The first data rows, at most 20. */
  readonly sample: readonly SampleRow[];
}

export interface SampleRow {
  readonly cells: readonly string[];
  /** The line (of a sheet: the row) it begins on, from 1. */
  readonly line: number;
}

/** How a survey tool lays out its table: what a dialect finds out from the first rows. */
export interface TableLayout {
  /** Why it was taken for this dialect, in a few words: `row 3 holds import ids`. */
  readonly reason: string;
  /** Rows from the header to the first data row. */
  readonly headerRows: number;
  /** What a user would call each column: trimmed; "" where it has no name. */
  readonly headers: readonly string[];
  /** What else tells a column's question, such as the text in a second header row; [] where nothing does. */
  readonly wordings: readonly (readonly string[])[];
  /** The choice a column stands for, where a question may have one column per choice; else null. */
  readonly choices: readonly (string | null)[];
  /** What the tool itself says a column is; null where it may be anything. */
  readonly known: readonly (KnownColumn | null)[];
  /** Rows the tool marks as no answers, in the order in which they are tried. */
  readonly rowRules: readonly RowRule[];
  /** The column of marks whose words are all known; undefined where there is none. */
  readonly keptMarks?: KeptMarks | undefined;
  /** Texts that stand for a question seen and not answered, such as `-99`. As `normaliseAnswer` writes them. */
  readonly unanswered: readonly string[];
  /** How long somebody took, or null where nothing says it. */
  readonly duration: Duration | null;
}

/** `id`: the tool's own id of a response, which is never the same for two people anywhere. */
export interface KnownColumn {
  readonly takenFor: Extract<ColumnUse, "id" | "time" | "personal" | "ignored">;
  /** In words: "Qualtrics' own column", "a text beside the choices". */
  readonly how: string;
  /** Of personal columns: it may be what several people share, such as a department, and people grouped by it when it is named. */
  readonly mayGroup?: true;
}

/** Leaves a row out for what one of its cells says. */
export interface RowRule {
  /** Position, from 0. */
  readonly column: number;
  readonly exclude: MarkedRow;
  /** Cells are compared trimmed and in lower case. `under`: a number below the limit. `no date`: empty, or all zeros. */
  readonly when:
    | { readonly kind: "one of"; readonly values: readonly string[] }
    | { readonly kind: "under"; readonly limit: number }
    | { readonly kind: "empty" }
    | { readonly kind: "no date" };
}

/** All that the cells of a column may say. Rows that say anything else are scored, with a warning. */
export interface KeptMarks {
  readonly column: number;
  /** Trimmed and in lower case; empty cells are always kept. */
  readonly values: readonly string[];
}

/** Reasons for which a survey tool's own marks leave a row out, unless asked (`--include`). */
export const MARKED_ROWS = ["preview", "spam", "incomplete"] as const;
export type MarkedRow = (typeof MARKED_ROWS)[number];

/** Columns that tell the time a respondent took, positions from 0. `between`: moments of beginning and end. */
export type Duration =
  | { readonly kind: "seconds"; readonly column: number }
  | { readonly kind: "between"; readonly start: number; readonly end: number };

/** A layout of one header row, about which nothing more is known. */
export function plainLayout(headers: readonly string[], reason: string): TableLayout {
  return {
    reason,
    headerRows: 1,
    headers,
    wordings: headers.map(() => []),
    choices: headers.map(() => null),
    known: headers.map(() => null),
    rowRules: [],
    unanswered: [],
    duration: null,
  };
}
