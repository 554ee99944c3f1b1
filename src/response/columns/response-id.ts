import type { ColumnDecision } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";

/**
 * Position of the column that holds the survey tool's own id of each response, −1 without one: no two people share such
 * an id, so that rows which two exports of one survey have in common are found without anybody naming a column.
 */
export function responseIdColumn(head: TableHead, columns: readonly ColumnDecision[]): number {
  return head.known.findIndex((known, at) => known?.takenFor === "id" && columns[at]?.takenFor === "id");
}
