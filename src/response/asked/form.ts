import type { Framework } from "../../framework/types.ts";

/**
 * Of the items that a file lacks, business figures that may be lacking: nobody has all the figures there are, so one without
 * a column counts as not answered, as long as the file holds any figure at all.
 */
export function lackingFigures(
  framework: Framework,
  missing: readonly string[],
  present: ReadonlySet<string>,
): readonly string[] {
  const figures = figuresOf(framework);
  return [...present].some((id) => figures.has(id)) ? missing.filter((id) => figures.has(id)) : [];
}

/** Ids of the items answered with a figure. */
export function figuresOf({ items, scales }: Pick<Framework, "items" | "scales">): ReadonlySet<string> {
  return new Set(items.filter(({ scale }) => scales.get(scale)?.kind === "figure").map(({ id }) => id));
}

/**
 * The items of `asked` that a file must hold and does not. An optional item may be absent, and an optional dimension may
 * be absent as a whole.
 */
export function missingIn(
  framework: Framework,
  asked: readonly string[],
  present: ReadonlySet<string>,
): readonly string[] {
  const items = new Map(framework.items.map((item) => [item.id, item]));
  const absent = new Set(
    framework.dimensions
      .filter(({ optional, items: own }) => optional && own.every((id) => !present.has(id)))
      .map(({ id }) => id),
  );
  return asked.filter((id) => {
    const item = items.get(id);
    return item !== undefined && !present.has(id) && !item.optional && !absent.has(item.dimension ?? "");
  });
}
