/** Cells as text, each row as long as the header. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table as CSV (RFC 4180, but lines end with "\n"). */
export function csvText({ headers, rows }: Table): string {
  return [headers, ...rows].map(csvLine).join("");
}

/** One row of it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellText).join(",")}\n`;
}

function cellText(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
