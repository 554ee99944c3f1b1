import type { Item } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { suggest } from "../../problems/suggest.ts";
import type { TableHead } from "../table-head.ts";
import { nearestColumn } from "./close.ts";
import { shownColumn } from "./shown-header.ts";

/** Columns that hold nothing yet. */
type OpenColumns = readonly { readonly column: number; readonly header: string }[];

/** Each item by its id, with the open column that is nearest to it. */
export function withNearest(head: TableHead, items: readonly Item[], open: OpenColumns): readonly string[] {
  const names = open.map(({ header }) => header);
  return items.map((item) => {
    const spelt = suggest(item.id, names);
    const near = open.find(({ header }) => header === spelt) ?? nearestColumn(item, open);
    return near === undefined ? item.id : `${item.id} (nearest: column ${shownColumn(head, near.column)})`;
  });
}

/** CSV043, a warning: figures that no column holds count as not answered. */
export function figuresMissing(head: TableHead, missing: readonly Item[], open: OpenColumns): Problem {
  const each = withNearest(head, missing, open);
  const [what, count] = missing.length === 1 ? ["1 figure has", "counts"] : [`${missing.length} figures have`, "count"];
  return {
    code: "CSV043",
    severity: "warning",
    message: `${what} no column and ${count} as not answered: ${each.join(", ")}.`,
    help: "Nothing needs to be done where you do not have them; add a column for each that you have.",
    place: { file: head.file, line: head.headerLine },
    kept: `Figures without a column, counted as not answered: ${missing.map(({ id }) => id).join(", ")}.`,
  };
}
