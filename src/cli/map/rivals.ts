import type { InspectedColumn, InspectedFile } from "../../engines/inspection/types.ts";
import type { Framework, Item } from "../../framework/types.ts";
import { gridRows } from "../../response/columns/item-index.ts";
import { similarity } from "../../response/columns/likeness.ts";
import { normaliseWording } from "../../response/columns/wording.ts";
import type { DraftColumn } from "../../response/mapping/draft.ts";
import { fitOf } from "./column-answers.ts";

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
  const ranked = (column: InspectedColumn, items: readonly Item[]) =>
    rank(textsOf(head, column), items, audience).slice(0, OFFERED);
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

/** A column that an item may stand in. */
interface FreeColumn {
  readonly position: number;
  /** Its text is near to the item's. */
  readonly isNear: boolean;
}

/** Columns that nothing is known of, the likeliest for an item first: by their texts, then by their answers. */
export function columnsFor(
  item: Item,
  known: {
    readonly framework: Framework;
    readonly file: InspectedFile;
    readonly columns: readonly DraftColumn[];
    readonly audience: string | null;
  },
): readonly FreeColumn[] {
  const { framework, file, columns, audience } = known;
  const scale = framework.scales.get(item.scale);
  return columns
    .flatMap(({ column, position }) => {
      const inspected = file.columns[position - 1];
      if (inspected?.texts == null || column.use !== "ignore") return [];
      const alike = rank(textsOf(file.head, inspected), [item], audience)[0]?.alike ?? 0;
      const fit = scale === undefined ? 0 : fitOf(scale, file, inspected);
      return [{ position, alike, fit, isNear: alike >= WORTH_ASKING }];
    })
    .sort((a, b) => Number(b.isNear) - Number(a.isNear) || (a.isNear ? b.alike - a.alike : b.fit - a.fit));
}

function textsOf(head: InspectedFile["head"], { position, header }: InspectedColumn): readonly string[] {
  return [header, ...(head.wordings[position - 1] ?? [])].flatMap((text) => [text, ...gridRows(text)]);
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
