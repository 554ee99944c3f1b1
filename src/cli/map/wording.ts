import type { Item } from "../../framework/types.ts";

/** An item in the words of those who were asked; of the first audience where it has none for them, or nobody is named. */
export function wordingFor({ text }: Item, audience: string | null): string {
  const [first = ""] = text.values();
  return audience === null ? first : (text.get(audience) ?? first);
}
