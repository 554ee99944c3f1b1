/**
 * The same text with memory of its own. A cell is often a view into its whole row; kept in a map for the length of a run it
 * would keep the row alive with all that is personal in it.
 */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
