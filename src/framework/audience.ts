import { minutesFor } from "./minutes.ts";
import { restricted } from "./restriction/restricted.ts";
import type { Dimension, Framework, Item } from "./types.ts";

/**
 * The framework as these audiences are asked it.
 *
 * One audience: the items and dimensions worded for it, and its formula of each composite; a composite that has none for
 *   it, or inputs it is not asked, goes, and so does whatever of outcomes, ladder, journey, triage, findings, links and
 *   lenses names what is gone. A finding between two audiences goes.
 * Several: what at least one of them is asked. A dimension not asked of all of them becomes optional, and so does an item
 *   outside every dimension. A composite with formulas by audience keeps those of these audiences; of all together it has
 *   no value. Findings between two of them stay.
 * @param audiences ids; one that the framework does not have is passed over, and without any that it has the framework
 *   comes back as it is
 */
export function forAudience(framework: Framework, audiences: readonly string[]): Framework {
  const chosen = framework.audiences.map(({ id }) => id).filter((id) => audiences.includes(id));
  if (chosen.length === 0 || isAsItIs(framework, chosen)) return framework;
  const items = framework.items.flatMap((item) => itemFor(item, chosen) ?? []);
  const kept = new Set(items.map(({ id }) => id));
  const dimensions = framework.dimensions.flatMap((dimension): readonly Dimension[] => {
    const asked = dimension.audiences.filter((id) => chosen.includes(id));
    const own = dimension.items.filter((id) => kept.has(id));
    if (asked.length === 0 || own.length === 0) return [];
    const optional = dimension.optional || asked.length < chosen.length;
    return [{ ...dimension, audiences: asked, items: own, optional }];
  });
  const left = restricted(framework, { audiences: chosen, items, dimensions });
  const forms = framework.forms.map((form) => ({ ...form, items: form.items.filter((id) => kept.has(id)) }));
  return Object.freeze({
    ...left,
    minutes: minutesFor(items.length),
    forms: forms.filter((form) => form.items.length > 0),
  });
}

/** Every audience is asked everything alike, and all of them are meant. */
function isAsItIs({ audiences, items, composites }: Framework, chosen: readonly string[]): boolean {
  return (
    chosen.length === audiences.length &&
    items.every((item) => chosen.every((id) => item.text.has(id))) &&
    (chosen.length > 1 || composites.every(({ byAudience }) => byAudience === null))
  );
}

/** The item in the wordings of these audiences; null when it has none of them. */
function itemFor(item: Item, chosen: readonly string[]): Item | null {
  const only = (wording: ReadonlyMap<string, string>) =>
    new Map([...wording].filter(([audience]) => chosen.includes(audience)));
  const text = only(item.text);
  if (text.size === 0) return null;
  const { translations } = item;
  return {
    ...item,
    text,
    ...(translations === undefined
      ? {}
      : { translations: new Map([...translations].map(([tag, wording]) => [tag, only(wording)])) }),
    optional: item.optional || (item.dimension === undefined && text.size < chosen.length),
  };
}
