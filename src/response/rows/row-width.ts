import type { ColumnDecision } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";

/** Whether a row has the cells that the header promises. `trailing`: more, which are the empty ends of all rows. */
export type RowWidth = (cells: readonly string[]) => "fits" | "trailing" | "ragged";

/**
 * Columns without a header need no cell. Further cells are accepted only where they can be nothing but delimiters that end
 * every row: a decimal comma without quotation marks makes a cell more, too, moves all that stand behind it, and is seen by
 * nothing else where the last column is empty. So all rows must have as many more, and the last column must be an answer,
 * which does not stay empty.
 */
export function createRowWidth(
  { headers, trailing = 0 }: Pick<TableHead, "headers" | "trailing">,
  columns: readonly Pick<ColumnDecision, "takenFor">[],
): RowWidth {
  const most = headers.length;
  const least = headers.reduce((width, header, at) => (header === "" ? width : at + 1), 0);
  const accepted = trailing > 0 && columns[least - 1]?.takenFor === "item" ? most + trailing : most;
  return (cells) => {
    if (cells.length > most) {
      if (cells.length === accepted && cells.slice(most).every(isBlank)) return "trailing";
      return cells.every(isBlank) ? "fits" : "ragged";
    }
    if (accepted > most && !cells.every(isBlank)) return "ragged";
    return cells.length >= least ? "fits" : "ragged";
  };
}

function isBlank(cell: string): boolean {
  return cell.trim() === "";
}
