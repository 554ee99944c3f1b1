import type { Form, Framework } from "../../framework/types.ts";
import { matchColumns } from "../columns/columns.ts";
import type { TableHead } from "../table-head.ts";

/**
 * Which form of the framework the files hold: null for the full one, or the id of the form whose items, and no others,
 * they hold. Where neither fits it is null, and the plan then names the items that are missing.
 */
export function chooseForm(
  framework: Framework,
  heads: readonly TableHead[],
  options: { readonly audience: string | null },
): string | null {
  if (framework.forms.length === 0 || heads.length === 0) return null;
  const match = { segments: [], weight: null, id: null, audience: options.audience, acceptGuesses: true };
  const present = heads.map((head) => new Set(matchColumns(framework, head, match).itemColumns.keys()));
  const all = framework.items.map((item) => item.id);
  const holds = (items: readonly string[]): boolean =>
    present.every((file) => missingIn(framework, items, file).length === 0);
  if (holds(all)) return null;
  const form = framework.forms.find((one) => holds(one.items) && present.every((file) => within(file, one)));
  return form?.id ?? null;
}

function within(file: ReadonlySet<string>, form: Form): boolean {
  const items = new Set(form.items);
  return [...file].every((item) => items.has(item));
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
