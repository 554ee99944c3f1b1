import type { Framework } from "../../framework/types.ts";
import { spacedAlike } from "../rows/group-text.ts";

/** Id or title of every audience, as it is compared → its id. Ids win over titles. */
export function audienceNames({ audiences }: Pick<Framework, "audiences">): ReadonlyMap<string, string> {
  return new Map([
    ...audiences.map(({ id, title }): [string, string] => [compared(title), id]),
    ...audiences.map(({ id }): [string, string] => [compared(id), id]),
  ]);
}

/** The audience that a text names, whatever its case; null: none. */
export function audienceOf(names: ReadonlyMap<string, string>, text: string): string | null {
  return names.get(compared(text)) ?? null;
}

function compared(text: string): string {
  return spacedAlike(text).toLowerCase();
}
