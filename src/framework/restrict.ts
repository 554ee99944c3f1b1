import { restricted } from "./restriction/restricted.ts";
import type { Dimension, Framework } from "./types.ts";

/**
 * The framework as it was asked: only these items, the dimensions that still hold one, and what can be said with them.
 * A composite, link or finding that names a dimension no one was asked about goes with it; of a mean that skips what is
 * missing, only that dimension. A ladder keeps its levels and loses the strands that are left without a dimension.
 */
export function restrictFramework(framework: Framework, asked: ReadonlySet<string>): Framework {
  const items = framework.items.filter((item) => asked.has(item.id));
  if (items.length === framework.items.length) return framework;
  const texts = new Map(items.map(({ id, text }) => [id, text]));
  const dimensions = framework.dimensions
    .map((dimension): Dimension => {
      const own = dimension.items.filter((id) => asked.has(id));
      const audiences = dimension.audiences.filter((one) => own.some((id) => texts.get(id)?.has(one) === true));
      return { ...dimension, items: own, audiences };
    })
    .filter((dimension) => dimension.items.length > 0);
  const audiences = framework.audiences.map(({ id }) => id);
  return Object.freeze(restricted(framework, { audiences, items, dimensions }));
}
