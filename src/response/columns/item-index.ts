import type { Framework, Item } from "../../framework/types.ts";
import { isTextOf } from "./named-text.ts";
import { questionCode } from "./question-code.ts";
import { normaliseWording } from "./wording.ts";

/** Which items a header names, and how that is known. More than one only where items share a wording. */
export interface HeaderMatch {
  readonly items: readonly Item[];
  readonly how: string;
  /** A guess: the header names the item, and its text is another's. */
  readonly sure: "certain" | "likely" | "guess";
}

export type ItemIndex = (header: string) => HeaderMatch | null;

/** Finds items by the exact part of the rules: id, id in brackets or behind a question number, grid row, equal wording. */
export function createItemIndex(framework: Framework, audience: string | null): ItemIndex {
  const ids = new Map(framework.items.map((item) => [item.id, item]));
  // Ids win over the codes that stand for longer ids in tools with narrow rules.
  const byLowerId = new Map([
    ...framework.items.map((item): [string, Item] => [questionCode(item.id).toLowerCase(), item]),
    ...framework.items.map((item): [string, Item] => [item.id.toLowerCase(), item]),
  ]);
  const id = (text: string): Item | undefined => ids.get(text.trim()) ?? byLowerId.get(text.trim().toLowerCase());
  // Made only when a header of several words names no id: an export of ids then compares no wording at all.
  let wordings: readonly WordingIndex[] | null = null;
  const severalWords = (text: string): boolean => /[^\p{L}\p{N}]/u.test(text.trim());
  const all = framework.items.every((item) => wordingsOf(item, null).every(severalWords));
  const worded = (text: string): readonly Item[] => {
    if (all && !severalWords(text)) return [];
    wordings ??= (audience === null ? [null] : [audience, null]).map((one) => wordingIndex(framework, one));
    const wording = normaliseWording(text);
    return wordings.map((index) => index.get(wording) ?? []).find((items) => items.length > 0) ?? [];
  };
  return (header) => {
    const equal = id(header);
    if (equal !== undefined) return { items: [equal], how: "id equal", sure: "certain" };
    for (const place of idsWithin(header)) {
      const item = id(place.text);
      if (item !== undefined) return byId(item, place);
    }
    for (const row of gridRows(header)) {
      const items = worded(row);
      if (items.length > 0) return { items, how: "grid row, equal text", sure: "certain" };
    }
    const items = worded(header);
    return items.length === 0 ? null : { items, how: "equal text", sure: "certain" };
  };
}

/** An item whose id stands in a header: with its own text, with another, or with what else the column holds; then it is none. */
function byId(item: Item, { how, beside }: IdWithin): HeaderMatch | null {
  const isText = beside === "" ? "yes" : isTextOf(beside, wordingsOf(item, null));
  return isText === "something else" ? null : { items: [item], how, sure: isText === "yes" ? "certain" : "guess" };
}

/** An item's texts in every language: for one audience, or for all. */
export function wordingsOf({ text, translations }: Item, audience: string | null): readonly string[] {
  const languages = [text, ...(translations?.values() ?? [])];
  return languages.flatMap((own) => (audience === null ? [...own.values()] : (own.get(audience) ?? [])));
}

/** Normalised wording → items. */
type WordingIndex = ReadonlyMap<string, readonly Item[]>;

/** Of one audience, or of all. */
function wordingIndex(framework: Framework, audience: string | null): WordingIndex {
  const index = new Map<string, Item[]>();
  for (const item of framework.items) {
    for (const wording of new Set(wordingsOf(item, audience).map(normaliseWording))) {
      if (wording !== "") index.set(wording, [...(index.get(wording) ?? []), item]);
    }
  }
  return index;
}

/** A place in a header where survey tools put an item's id; beside: the text that should be the item's, or "". */
interface IdWithin {
  readonly text: string;
  readonly how: string;
  readonly beside: string;
}

function idsWithin(header: string): readonly IdWithin[] {
  const patterns: readonly (readonly [RegExp, string])[] = [
    [/\[([^[\]]+)\]\s*$/, "[id] in brackets"],
    [/^\s*\[([^[\]]+)\]\s*(.*)$/s, "[id] in brackets"],
    [/^\s*q\d*_(.+)$/i, "id behind a question number"],
    [/^\s*([\p{L}\p{N}_-]+)(?:[.:)]|\s+[-–—])\s+(\S.*)$/su, "id before the text"],
  ];
  return patterns.flatMap(([pattern, how]) => {
    const [, text, beside = ""] = pattern.exec(header) ?? [];
    return text === undefined ? [] : [{ text, how, beside }];
  });
}

/** No question has more opening brackets than this; a header of nothing else must not cost minutes. */
const MOST_BRACKETS = 8;

/** The row of a grid question, `Question [Row]`; a row can hold brackets itself, so every opening one is tried. */
export function gridRows(header: string): readonly string[] {
  const text = header.trim();
  if (!text.endsWith("]")) return [];
  const rows: string[] = [];
  for (let at = text.indexOf("["); at >= 0 && rows.length < MOST_BRACKETS; at = text.indexOf("[", at + 1))
    rows.push(text.slice(at + 1, -1));
  return rows;
}
