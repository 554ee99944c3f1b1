import type { Strategy } from "../framework/types.ts";

/** A strategy to carry out; `prerequisiteFor` is the later one that needs it first, null for the one wanted for itself. */
export interface Member {
  readonly strategy: Strategy;
  readonly prerequisiteFor: string | null;
}

interface Search {
  readonly catalogue: ReadonlyMap<string, Strategy>;
  /** Ids already carried out. */
  readonly done: ReadonlySet<string>;
}

/**
 * A strategy with its prerequisites that are not yet carried out, in the order of doing them, itself last.
 * Null when it cannot be had: a prerequisite is not in the catalogue, or they need one another in a circle.
 */
export function bundle(strategy: Strategy, { catalogue, done }: Search): readonly Member[] | null {
  const members = new Map<string, Member>();
  const open = new Set<string>();
  const collect = (wanted: Strategy, prerequisiteFor: string | null): boolean => {
    if (done.has(wanted.id) || members.has(wanted.id)) return true;
    if (open.has(wanted.id)) return false;
    open.add(wanted.id);
    for (const id of wanted.prerequisites) {
      const first = catalogue.get(id);
      if (first === undefined || !collect(first, wanted.id)) return false;
    }
    members.set(wanted.id, { strategy: wanted, prerequisiteFor });
    return true;
  };
  return collect(strategy, null) ? [...members.values()] : null;
}
