import { mergeLedgers } from "../response/ledger.ts";
import type { Aggregate, Cell } from "./types.ts";

/** Element-wise sum. */
function addCells(a: Cell, b: Cell): Cell {
  return a.map((value, at) => value + (b[at] ?? 0));
}

/**
 * Two bodies of respondents as one: atoms are united, sums added, ledgers added.
 * Throws when the plans differ: sums of different programs have no common meaning.
 */
export function merge(a: Aggregate, b: Aggregate): Aggregate {
  if (a.plan !== b.plan && JSON.stringify(a.plan) !== JSON.stringify(b.plan))
    throw new Error("aggregates of different plans cannot be merged");
  const atoms = new Map(a.atoms);
  for (const [key, cell] of b.atoms) {
    const mine = atoms.get(key);
    atoms.set(key, mine === undefined ? cell : addCells(mine, cell));
  }
  return { plan: a.plan, atoms, ledger: mergeLedgers(a.ledger, b.ledger) };
}
