/** A line of spaces in a table of several columns: no row. */
export function isBlankRow(cells: readonly string[], columns: number): boolean {
  return cells.length === 1 && columns !== 1 && cells[0]?.trim() === "";
}
