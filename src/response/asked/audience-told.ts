import type { Framework } from "../../framework/types.ts";
import { gridRows } from "../columns/item-index.ts";
import { normaliseWording } from "../columns/wording.ts";
import type { TableHead } from "../table-head.ts";

/**
 * Which audience the columns are worded for: the one whose wordings, and nobody else's, stand in most of them.
 * Null where they do not tell (item ids, one wording for all, a tie).
 */
export function toldAudience(framework: Framework, heads: readonly TableHead[]): string | null {
  if (framework.audiences.length < 2) return null;
  const columns = heads.flatMap(({ headers, wordings }) =>
    headers.map((header, at) => [header, ...(wordings[at] ?? [])].filter((name) => /\S\s\S/.test(name))),
  );
  const owners = ownersOfWordings(framework);
  const votes = new Map<string, number>();
  for (const names of columns)
    for (const text of new Set(names.flatMap((name) => [name, ...gridRows(name)]).map(normaliseWording))) {
      const owner = owners.get(text);
      if (owner != null) votes.set(owner, (votes.get(owner) ?? 0) + 1);
    }
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/** Normalised wording → the one audience that reads it; null where several do. */
function ownersOfWordings(framework: Framework): ReadonlyMap<string, string | null> {
  const owners = new Map<string, string | null>();
  for (const item of framework.items)
    for (const [audience, text] of item.text) {
      const wording = normaliseWording(text);
      owners.set(wording, owners.has(wording) && owners.get(wording) !== audience ? null : audience);
    }
  return owners;
}
