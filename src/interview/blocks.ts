import type { ItemQuestion } from "./types.ts";

/** After so many lines the eye has lost the words at the head of the columns. */
const LONGEST = 10;

/**
 * The items in their order, as blocks under one head: neighbours that are answered alike, evenly cut where they are many.
 * @param headOf the same for two items that one head serves; left out, those with the same scale
 */
export function blocksOf(
  items: readonly ItemQuestion[],
  headOf: (item: ItemQuestion) => string = ({ scale }) => scale.id,
): readonly (readonly ItemQuestion[])[] {
  return runs(items, headOf).flatMap(evenly);
}

function runs(
  items: readonly ItemQuestion[],
  headOf: (item: ItemQuestion) => string,
): readonly (readonly ItemQuestion[])[] {
  const found: ItemQuestion[][] = [];
  for (const item of items) {
    const last = found.at(-1);
    const [first] = last ?? [];
    if (last !== undefined && first !== undefined && headOf(first) === headOf(item)) last.push(item);
    else found.push([item]);
  }
  return found;
}

/** 21 items make three sevens, and not two tens and a lonely one. */
function evenly(run: readonly ItemQuestion[]): readonly (readonly ItemQuestion[])[] {
  const count = Math.ceil(run.length / LONGEST);
  const start = (part: number): number => Math.round((part * run.length) / count);
  return Array.from({ length: count }, (_, part) => run.slice(start(part), start(part + 1)));
}
