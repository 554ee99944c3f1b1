import type { Item } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import type { TableHead } from "../table-head.ts";
import { gridRows, type HeaderMatch, type ItemIndex, wordingsOf } from "./item-index.ts";
import { shownHeader } from "./shown-header.ts";
import { normaliseWording } from "./wording.ts";

/**
 * A column whose name says one item and whose question says another: survey tools number questions by themselves, and such
 * a number can be the id of another item by chance. Both may stand in the header, or the question below it. match: what the
 * name says by the rules of the index; null: nothing. No problem where no text is the whole wording of an item.
 */
export function nameAgainstText(
  head: Pick<TableHead, "headers" | "wordings" | "known" | "file" | "headerLine">,
  at: number,
  { match, index }: { readonly match: HeaderMatch | null; readonly index: ItemIndex },
): readonly Problem[] {
  if (head.known[at] != null) return [];
  const header = head.headers[at] ?? "";
  const item = isById(match) ? match?.items[0] : idIn(header, index);
  if (item === undefined) return [];
  const told = [header, ...(head.wordings[at] ?? [])].flatMap((name) => textsIn(name));
  const others = told.flatMap((text) => itemsByText(text, index));
  const other = others.find(({ id }) => id !== item.id);
  if (other === undefined || others.some(({ id }) => id === item.id) || told.some((text) => isWordingOf(item, text)))
    return [];
  return [
    {
      code: "CSV025",
      severity: "error",
      message: `The name of column ${at + 1} (${shownHeader(header)}) says item ${item.id}, its question says item ${other.id}.`,
      help: `Find out which it is. Where the question is right, rename the columns, so that no name is another item's id.`,
      place: { file: head.file, line: head.headerLine },
    },
  ];
}

function isById(match: HeaderMatch | null): boolean {
  return match !== null && !match.how.includes("equal text");
}

/** Where a header has an id beside a text. */
const IDS: readonly RegExp[] = [/^\s*([\p{L}\p{N}_-]+)(?:[.:)]|\s+[-–—|])\s+\S/u, /^\s*([\p{L}\p{N}_-]+)\s+\[/u];
const IN_BRACKETS = /\[([^[\]]{1,100})\]/g;

function idIn(header: string, index: ItemIndex): Item | undefined {
  const names = [
    ...IDS.flatMap((pattern) => pattern.exec(header)?.[1] ?? []),
    ...[...header.matchAll(IN_BRACKETS)].flatMap(([, inner = ""]) => inner),
  ];
  for (const name of names) {
    const match = index(name);
    if (match?.how === "id equal") return match.items[0];
  }
  return undefined;
}

/** What may be a question in a header: all of it, what stands beside an id, the row of a grid. */
function textsIn(name: string): readonly string[] {
  const beside = [
    /^\s*[\p{L}\p{N}_-]+(?:\s?\[[^[\]]*\])*(?:[.:)]|\s+[-–—|])\s+(.*\S)/su,
    /^\s*\[[^[\]]*\]\s*(.*\S)/s,
    /^(.*\S)\s*\[[^[\]]*\]\s*$/s,
  ].flatMap((pattern) => pattern.exec(name)?.[1] ?? []);
  return [name, ...beside, ...gridRows(name)];
}

function itemsByText(text: string, index: ItemIndex): readonly Item[] {
  const match = index(text);
  return match === null || isById(match) ? [] : match.items;
}

/** In any language, for any audience. */
function isWordingOf(item: Item, text: string): boolean {
  const wording = normaliseWording(text);
  return wordingsOf(item, null).some((own) => normaliseWording(own) === wording);
}
