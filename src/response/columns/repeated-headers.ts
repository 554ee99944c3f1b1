import type { TableHead } from "../table-head.ts";

/** Numbers that tools put behind a header that stands twice: `Text.1`, `Text (2)`, and behind several words `Text2`. */
const NUMBERED: readonly RegExp[] = [/^(.+?)\.\d{1,2}$/s, /^(.+?)\s*\(\d{1,2}\)$/s, /^(.+\s.*?[^\d\s])\s?\d{1,2}$/s];

/** Longer headers are no questions; and they must not cost seconds. */
const LONGEST = 1000;

interface Taken {
  readonly takenFor: string;
  readonly item: string | null;
}

/** Columns that nobody took, whose header is that of an item's column with a number behind it: the same question twice. */
export function repeatedHeaders(
  head: TableHead,
  taken: ReadonlyMap<number, Taken>,
): readonly { readonly at: number; readonly item: string }[] {
  const items = new Map(
    [...taken].flatMap(([at, { takenFor, item }]) =>
      takenFor === "item" && item !== null ? [[(head.headers[at] ?? "").trim(), item] as const] : [],
    ),
  );
  return head.headers.flatMap((header, at) => {
    if (taken.has(at) || head.known[at] != null || header.length > LONGEST) return [];
    const item = NUMBERED.flatMap((pattern) => items.get(pattern.exec(header.trim())?.[1] ?? "") ?? [])[0];
    return item === undefined ? [] : [{ at, item }];
  });
}
