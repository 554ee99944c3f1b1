import type { DialectName, TableHead, TableLayout } from "../../response/table-head.ts";

/** The beginning of a table, before anybody knows which of its rows are headers. */
export interface FirstRows {
  /** From the first row with any text in it; at most 24. Cells as they stand in the file. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
  /** The first row begins with a quotation mark. */
  readonly quoted: boolean;
  /** Null: a workbook. */
  readonly delimiter: TableHead["delimiter"];
}

/** One survey tool's way of writing a table. */
export interface Dialect {
  readonly name: DialectName;
  /** What its files look like, to follow "is not laid out as … exports are:" */
  readonly looks: string;
  /**
   * The layout, where the first rows are this tool's; else null. asked: the user says they are, so that only what is
   * needed to read them must be there.
   */
  layout(table: FirstRows, asked: boolean): TableLayout | null;
}
