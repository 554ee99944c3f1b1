import type { Framework } from "../../framework/types.ts";
import { matchColumns } from "../../response/columns/columns.ts";
import type { TableHead } from "../../response/table-head.ts";
import type { FrameworkFit } from "./types.ts";

/** How well frameworks fit the headers: those of which any item was found, the one with the largest share of items first. */
export function fitsOf(
  frameworks: readonly Framework[],
  heads: readonly TableHead[],
  audience: string | null,
): readonly FrameworkFit[] {
  return frameworks
    .map((framework) => ({ framework, found: foundIn(framework, heads, audience), items: framework.items.length }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found / b.items - a.found / a.items || b.found - a.found);
}

function foundIn(framework: Framework, heads: readonly TableHead[], audience: string | null): number {
  const options = { segments: [], weight: null, id: null, audience, acceptGuesses: true };
  const found = heads.map((head) => matchColumns(framework, head, options).itemColumns);
  return framework.items.filter(({ id }) => found.every((columns) => columns.has(id))).length;
}
