import type { Framework } from "../../framework/types.ts";
import { guessColumns } from "../../response/columns/close.ts";
import { isPersonalGrouping } from "../../response/columns/column-kinds.ts";
import { isPersonalText } from "../../response/columns/personal-text.ts";
import { questionOf } from "../../response/columns/shown-header.ts";
import type { ColumnDecision } from "../../response/source-plan.ts";
import type { TableHead } from "../../response/table-head.ts";
import type { ColumnTally, Tally } from "./tally.ts";
import type { ColumnValues, InspectedColumn, InspectedFile } from "./types.ts";

/** A value on fewer rows than this is somebody's own. */
const FEWEST = 5;
/** More values than this are not listed. */
const LISTED = 12;

/** The columns of a file with what stood in those that are no items. */
export function inspectedFile(
  framework: Framework,
  file: { readonly head: TableHead; readonly columns: readonly ColumnDecision[]; readonly audience: string | null },
  tally: Tally,
): InspectedFile {
  const { head, audience } = file;
  const columns = file.columns.map(
    (column, at): InspectedColumn => ({
      ...column,
      similarity: column.sure === "guess" ? similarityOf(framework, { head, audience }, column) : null,
      values:
        column.takenFor === "item" ? null : valuesOf(tally.columns[at] ?? null, column, isPersonalGrouping(head, at)),
      question: questionOf(head, at),
      texts: mayBeItem(column) ? (tally.columns[at]?.values ?? null) : null,
    }),
  );
  return { head, columns };
}

/** It is one, or nothing is known of it. */
export function mayBeItem({ takenFor, how }: Pick<ColumnDecision, "takenFor" | "how">): boolean {
  return takenFor === "item" || (takenFor === "ignored" && how === "matches no item");
}

function similarityOf(
  framework: Framework,
  { head, audience }: { readonly head: TableHead; readonly audience: string | null },
  column: ColumnDecision,
): number | null {
  const items = framework.items.filter(({ id }) => id === column.item);
  const at = column.position - 1;
  const header = head.wordings[at]?.[0] ?? column.header;
  return guessColumns(items, [{ column: at, header }], audience)[0]?.similarity ?? null;
}

function valuesOf(tally: ColumnTally | null, { takenFor }: ColumnDecision, isPersonal: boolean): ColumnValues | null {
  if (tally === null) return null;
  const { values, more, filled } = tally;
  const isShown =
    takenFor !== "id" &&
    !isPersonal &&
    !more &&
    values.size <= LISTED &&
    [...values].every(([text, rows]) => rows >= FEWEST && !isPersonalText(text));
  return { different: values.size, more, filled, shown: isShown && values.size > 0 ? [...values.keys()].sort() : null };
}
