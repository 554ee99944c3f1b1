import { normal } from "./people.mjs";

/**
 * @typedef {{ id: string, dimension?: string, reverse?: boolean }} Item
 * @typedef {(dimension: string) => number} Level the mean answer on the dimension's own scale, before reversing
 * @typedef {{ low: number, high: number, spread: number, noise: number, sign?: (dimension: string) => number }} Shape
 */

/**
 * A crowd answering one framework: each person leans one way, more in one dimension than in another, and some
 * items are easier to agree with. What one person leans to is theirs throughout: pass the same `lean` again for a second form.
 * @param {{ items: readonly Item[], next: () => number, shape: Shape }} of
 */
export function crowd({ items, next, shape }) {
  const { low, high, spread, noise, sign = () => 1 } = shape;
  const easy = new Map(items.map((item) => [item.id, normal(next) * 0.12]));
  /** One person's codes, in the order of the items. @param {Level} level @param {number} lean a standard normal number */
  return (level, lean) => {
    /** @type {Map<string, number>} */
    const own = new Map();
    return items.map((item) => {
      const dimension = item.dimension ?? "";
      const tilt = own.get(dimension) ?? normal(next) * spread * 0.8;
      own.set(dimension, tilt);
      const pull = sign(dimension) * (lean * spread + tilt);
      const x = level(dimension) + pull + (easy.get(item.id) ?? 0) + normal(next) * noise;
      const code = Math.min(high, Math.max(low, Math.round(x)));
      return item.reverse === true ? low + high - code : code;
    });
  };
}

/** People in a new order: exports are sorted by when somebody answered. @template T @param {readonly T[]} people @param {() => number} next */
export function shuffled(people, next) {
  return people
    .map((one) => ({ one, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ one }) => one);
}
