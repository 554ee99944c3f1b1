/** A row that cannot be read. Lines count from 1. */
export class UnreadableRow extends Error {
  override readonly name = "UnreadableRow";
  constructor(
    readonly fault: "open quote" | "stray quote" | "too long" | "swallowed rows",
    /** Where the row begins, where in it the fault stands, and where that ends. */
    readonly lines: { readonly row: number; readonly fault: number; readonly end?: number },
  ) {
    super(`${fault} at line ${lines.fault}`);
  }
}

/** Line ends within these texts. */
export function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) breaks += 1;
  return breaks;
}
