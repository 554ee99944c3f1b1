import type { InspectedColumn, InspectedFile } from "../../engines/inspection/types.ts";
import type { Framework, Item } from "../../framework/types.ts";
import { similarity } from "../../response/close.ts";
import { gridRows } from "../../response/item-index.ts";
import { normaliseWording } from "../../response/wording.ts";

/** Items that a doubtful column may be, the likeliest first; null: there is no doubt. */
export type Rivals = (column: InspectedColumn, acceptGuesses: boolean) => readonly string[] | null;

/** Less alike than this is not even worth asking. */
const WORTH_ASKING = 0.5;
const OFFERED = 8;

/** Doubtful is a guess, an item that several columns would be, and a column near to an item that has none. */
export function createRivals(framework: Framework, { head, columns }: InspectedFile, audience: string | null): Rivals {
  const held = columns.flatMap(({ takenFor, item }) => (takenFor === "item" && item !== null ? [item] : []));
  const twice = new Set(held.filter((item, at) => held.indexOf(item) !== at));
  const left = framework.items.filter(({ id }) => !held.includes(id));
  const textsOf = ({ position, header }: InspectedColumn): readonly string[] =>
    [header, ...(head.wordings[position - 1] ?? [])].flatMap((text) => [text, ...gridRows(text)]);
  const ranked = (column: InspectedColumn, items: readonly Item[]) =>
    rank(textsOf(column), items, audience).slice(0, OFFERED);
  return (column, acceptGuesses) => {
    const { takenFor, item, sure, how } = column;
    if (takenFor === "item" && item !== null) {
      const isDoubtful = (sure === "guess" && !acceptGuesses) || twice.has(item);
      return isDoubtful ? [item, ...ranked(column, left).map(({ id }) => id)] : null;
    }
    if (takenFor !== "ignored" || how !== "matches no item") return null;
    const near = ranked(column, left).filter(({ alike }) => alike >= WORTH_ASKING);
    return near.length === 0 ? null : near.map(({ id }) => id);
  };
}

function rank(
  texts: readonly string[],
  items: readonly Item[],
  audience: string | null,
): readonly { readonly id: string; readonly alike: number }[] {
  const words = texts.map(normaliseWording);
  const alike = (item: Item): number => {
    const own = audience === null ? undefined : item.text.get(audience);
    const wordings = (own === undefined ? [...item.text.values()] : [own]).map(normaliseWording);
    return Math.max(0, ...words.flatMap((text) => wordings.map((wording) => similarity(text, wording))));
  };
  return items.map((item) => ({ id: item.id, alike: alike(item) })).sort((a, b) => b.alike - a.alike);
}
