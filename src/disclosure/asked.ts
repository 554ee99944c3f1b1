import type { AggregatePlan, Cell, ItemSlots } from "../aggregate/types.ts";
import type { Framework } from "../framework/types.ts";
import { MISSING_KINDS } from "../response/types.ts";

/** Counts people of a cell. */
type Count = (cell: Cell) => number;

/** Answers to an item in a cell. */
export function answersTo(item: ItemSlots, cell: Cell): number {
  if (item.figure !== null) return cell[item.figure.n] ?? 0;
  return sum(cell.subarray(item.histogram, item.histogram + item.codes.length));
}

/** People of a cell who were asked an item, whether or not they answered it; those of an audience that was not are none. */
export function peopleAsked(item: ItemSlots, cell: Cell): number {
  return answersTo(item, cell) + sum(cell.subarray(item.missing, item.missing + MISSING_KINDS.length));
}

/** Who was asked what a dimension or an outcome rests on. */
export interface Asked {
  /** People asked an item of it: those of the item asked of most, so never more than there are. */
  readonly people: Count;
  /** Whether a cell may hold somebody who was asked one item of it alone. */
  readonly isOneItem: (cell: Cell) => boolean;
  /** Whether any cell may. */
  readonly isEverOneItem: boolean;
}

/** Of a dimension: its items. Of an outcome: its own. */
export function askedOf(plan: AggregatePlan, framework: Framework, id: string): Asked {
  const outcome = framework.outcomes.find((one) => one.id === id);
  const isOf = (item: Framework["items"][number]) => item.dimension === id || item.id === outcome?.item;
  const items = framework.items.filter(isOf);
  const slotsOf = new Map(plan.items.map((slots) => [slots.item, slots]));
  const peopleOf = (item: string): Count => {
    const slots = slotsOf.get(item);
    return slots === undefined ? () => 0 : (cell) => peopleAsked(slots, cell);
  };
  const all = items.map((item) => peopleOf(item.id));
  const alone = aloneIn(framework, items, peopleOf);
  return {
    people: (cell) => all.reduce((most, count) => Math.max(most, count(cell)), 0),
    isOneItem: (cell) => alone.some((isAlone) => isAlone(cell)),
    isEverOneItem: alone.length > 0,
  };
}

/**
 * Per item that some audience is asked alone: whether a cell may hold one of it. It holds none where nobody is asked the
 * item, or where as many are asked another of which this audience is asked nothing, and no others but those asked the first.
 */
function aloneIn(
  { audiences }: Framework,
  items: Framework["items"],
  peopleOf: (item: string) => Count,
): readonly ((cell: Cell) => boolean)[] {
  return items.flatMap((item) => {
    const isAlone = (id: string) => items.every(({ text, id: other }) => text.has(id) === (other === item.id));
    const alone = new Set(audiences.map(({ id }) => id).filter(isAlone));
    if (alone.size === 0) return [];
    const others = items.filter(({ text }) => [...text.keys()].every((id) => item.text.has(id) && !alone.has(id)));
    const own = peopleOf(item.id);
    const beside = others.map(({ id }) => peopleOf(id));
    return [(cell: Cell) => own(cell) > 0 && beside.every((count) => count(cell) !== own(cell))];
  });
}

function sum(counts: Cell): number {
  return counts.reduce((all, count) => all + count, 0);
}
