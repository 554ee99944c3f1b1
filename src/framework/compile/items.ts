import type { FrameworkDocument, ItemDocument, WordingDocument } from "../document.ts";
import { scaleOf } from "../presets.ts";
import { compileScale } from "../scale.ts";
import type { Item, Scale } from "../types.ts";

/** Every scale that is declared or answered on. Throws a plain Error where one cannot be compiled. */
export function compileScales(document: FrameworkDocument): ReadonlyMap<string, Scale> {
  const ids = new Set([
    ...Object.keys(document.scales ?? {}),
    ...document.items.map((item) => scaleIdOf(document, item)),
  ]);
  return new Map([...ids].map((id) => [id, requireScale(document, id)]));
}

function requireScale(document: FrameworkDocument, id: string): Scale {
  const written = scaleOf(document, id);
  const scale = written === undefined ? undefined : compileScale(id, written);
  if (scale === undefined) throw new Error(`framework ${document.id}: the scale "${id}" cannot be compiled`);
  return scale;
}

function scaleIdOf(document: FrameworkDocument, item: ItemDocument): string {
  const id = item.scale ?? document.defaults?.scale;
  if (id === undefined) throw new Error(`framework ${document.id}: the item "${item.id}" has no scale`);
  return id;
}

/** An item with its defaults; one text for all becomes a text for each audience. */
export function compileItem(document: FrameworkDocument, item: ItemDocument): Item {
  const { text, translations } = item;
  const byAudience = (wording: WordingDocument): ReadonlyMap<string, string> =>
    new Map(
      typeof wording === "string"
        ? document.audiences.map(({ id }) => [id, wording] as const)
        : Object.entries(wording),
    );
  return {
    id: item.id,
    text: byAudience(text),
    ...(translations === undefined
      ? {}
      : { translations: new Map(Object.entries(translations).map(([tag, own]) => [tag, byAudience(own)])) }),
    scale: scaleIdOf(document, item),
    reverse: item.reverse ?? false,
    weight: item.weight ?? 1,
    optional: item.optional ?? false,
    ...(item.dimension === undefined ? {} : { dimension: item.dimension }),
  };
}
