import { INVISIBLE } from "../../framework/answer-text.ts";
import type { KnownColumn } from "../../response/table-head.ts";

/** Headers as people read them: trimmed, with single spaces where line breaks or no-break spaces stood. */
export function headersIn(row: { readonly cells: readonly string[] } | undefined): readonly string[] {
  return (row?.cells ?? []).map((cell) => cell.replace(INVISIBLE, "").replace(/\s+/g, " ").trim());
}

/** What each column is by a table of lower-case headers; null where the table has none. */
export function knownBy<Field extends string>(
  fields: readonly (Field | null)[],
  uses: Readonly<Record<Field, KnownColumn>>,
): readonly (KnownColumn | null)[] {
  return fields.map((field) => (field === null ? null : uses[field]));
}

/** Position → field, each field only where it is found first. */
export function firstOfEach<Field>(found: readonly (Field | null)[]): readonly (Field | null)[] {
  return found.map((field, at) => (field !== null && found.indexOf(field) === at ? field : null));
}
