import { ownCopy } from "../../response/own-copy.ts";
import { createRowMarks } from "../../response/rows/row-marks.ts";
import { createRowWidth } from "../../response/rows/row-width.ts";
import type { ColumnDecision } from "../../response/source-plan.ts";
import type { MarkedRow } from "../../response/table-head.ts";
import type { TableSource } from "../../sources/table/source.ts";

/** Different values kept of a column. */
const KEPT = 1000;
/** Characters of a value that are kept; more is a comment. */
const LONGEST = 300;

/** What stood in one column. */
export interface ColumnTally {
  /** Trimmed value → rows. */
  readonly values: Map<string, number>;
  /** Values beyond those kept. */
  more: boolean;
  /** Rows with any. */
  filled: number;
}

export interface Tally {
  /** One per column; null: not looked at. */
  readonly columns: readonly (ColumnTally | null)[];
  /** The source, whose rows are counted as they come. */
  readonly source: TableSource;
}

/**
 * Counts values as rows go by, in bounded memory; rows that do not fit the header, whose cells
 * may stand under another column's, and those that the survey tool marks are passed over as in scoring.
 */
export function tallied(source: TableSource, columns: readonly ColumnDecision[], include: readonly MarkedRow[]): Tally {
  const tallies = columns.map(({ takenFor }) => (isLookedAt(takenFor) ? emptyTally() : null));
  const rules = source.head.rowRules.filter(({ column }) => columns[column]?.takenFor !== "item");
  const marked = createRowMarks(rules, include);
  const widthOf = createRowWidth(source.head, columns);
  const count = (cells: readonly string[]): void => {
    for (const [at, tally] of tallies.entries()) if (tally !== null) note(tally, (cells[at] ?? "").trim());
  };
  return {
    columns: tallies,
    source: {
      head: source.head,
      problems: source.problems,
      size: source.size,
      // Every cell is looked at.
      raw: null,
      close: () => source.close(),
      rows: (onRow, onBytes) =>
        source.rows((cells, line) => {
          if (widthOf(cells) !== "ragged" && marked(cells) === null) count(cells);
          onRow(cells, line);
        }, onBytes),
    },
  };
}

/** Personal data is never looked at, and times tell nothing. */
function isLookedAt(takenFor: ColumnDecision["takenFor"]): boolean {
  return takenFor !== "personal" && takenFor !== "time" && takenFor !== "note";
}

function emptyTally(): ColumnTally {
  return { values: new Map(), more: false, filled: 0 };
}

function note(tally: ColumnTally, value: string): void {
  if (value === "") return;
  tally.filled += 1;
  const key = value.length > LONGEST ? value.slice(0, LONGEST) : value;
  const known = tally.values.get(key);
  if (known !== undefined) tally.values.set(key, known + 1);
  else if (tally.values.size < KEPT) tally.values.set(ownCopy(key), 1);
  else tally.more = true;
}
