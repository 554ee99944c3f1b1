import { holdsNames, isPersonal } from "../columns/column-kinds.ts";
import type { TableHead } from "../table-head.ts";

/** Personal columns are known again without being listed. */
export function isPersonalColumn(head: TableHead, at: number): boolean {
  const known = head.known[at];
  if (known != null) return known.takenFor === "personal";
  return [head.headers[at] ?? "", ...(head.wordings[at] ?? [])].some(isPersonal) || holdsNames(head, at);
}
