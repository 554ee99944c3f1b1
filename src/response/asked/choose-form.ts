import type { Form, Framework } from "../../framework/types.ts";
import { matchColumns } from "../columns/columns.ts";
import type { TableHead } from "../table-head.ts";
import { missingOf, type Who } from "./audience-plan.ts";

/**
 * Which form of the framework the files hold: null for the full one, or the id of the form whose items, and no others,
 * they hold. Where neither fits it is null, and the plan then names the items that are missing.
 */
export function chooseForm(framework: Framework, heads: readonly TableHead[], who: Who): string | null {
  if (framework.forms.length === 0 || heads.length === 0) return null;
  const present = heads.map((head, at) => {
    const file = who.asked.files[at];
    const audience = file?.kind === "one" ? file.id : null;
    const match = { segments: [], weight: null, id: null, audience, acceptGuesses: true };
    return new Set(matchColumns(framework, head, match).itemColumns.keys());
  });
  const all = framework.items.map((item) => item.id);
  const holds = (items: readonly string[]): boolean =>
    present.every((file, at) => missingOf(who, { at, asked: items, present: file }).length === 0);
  if (holds(all)) return null;
  const form = framework.forms.find((one) => holds(one.items) && present.every((file) => within(file, one)));
  return form?.id ?? null;
}

function within(file: ReadonlySet<string>, form: Form): boolean {
  const items = new Set(form.items);
  return [...file].every((item) => items.has(item));
}
