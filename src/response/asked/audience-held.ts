import { forAudience } from "../../framework/audience.ts";
import type { Framework } from "../../framework/types.ts";
import { matchColumns } from "../columns/columns.ts";
import type { Mapping } from "../mapping/types.ts";
import type { TableHead } from "../table-head.ts";
import { missingIn } from "./form.ts";

/** The framework of all audiences, and which of its items a file holds. */
export interface Known {
  readonly full: Framework;
  present(head: TableHead): ReadonlySet<string>;
}

/** By the mapping where there is one, else by the headers. */
export function presentIn(full: Framework, mapping: Mapping | null): Known["present"] {
  if (mapping !== null) return () => new Set(mapping.columns.flatMap(({ item }) => item ?? []));
  const match = { segments: [], weight: null, id: null, audience: null, acceptGuesses: true };
  return (head) => new Set(matchColumns(full, head, match).itemColumns.keys());
}

/** The only audience all of whose items stand in every file. */
export function onlyHolder(known: Known, heads: readonly TableHead[]): string | null {
  const { full } = known;
  if (isAlike(full)) return null;
  const able = heads.map((head) => holding(known, head));
  const [only, ...others] = (able[0] ?? []).filter((id) => able.every((ids) => ids.includes(id)));
  return only === undefined || others.length > 0 ? null : only;
}

/** Further audiences all of whose items stand in the file, some of them asked of nobody else. */
export function alsoHeld(known: Known, head: TableHead, id: string): readonly string[] {
  const { full } = known;
  if (isAlike(full)) return [];
  const own = new Set(itemsOf(full, id));
  return holding(known, head).filter((other) => other !== id && itemsOf(full, other).some((item) => !own.has(item)));
}

/** Audiences all of whose items stand in the file, those of a form of the framework, or of the whole. */
export function holding(known: Known, head: TableHead): readonly string[] {
  const { full } = known;
  const present = known.present(head);
  return full.audiences.flatMap(({ id }) => {
    const own = forAudience(full, [id]);
    const sets = [own.items.map((item) => item.id), ...own.forms.map(({ items }) => items)];
    return sets.some((items) => items.length > 0 && missingIn(own, items, present).length === 0) ? [id] : [];
  });
}

/** Every audience is asked the same items: their columns tell nothing. */
export function isAlike({ items, audiences }: Framework): boolean {
  return items.every(({ text }) => audiences.every(({ id }) => text.has(id)));
}

export function itemsOf(full: Framework, audience: string): readonly string[] {
  return full.items.filter(({ text }) => text.has(audience)).map(({ id }) => id);
}
