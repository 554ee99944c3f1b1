import type { Delimiter } from "./delimiter.ts";

/** Lines of a text that read like rows of a table have at least this many cells. */
const FEWEST = 5;
/** Of the cells, how much the share of numbers may differ from that of the row. */
const ALIKE = 0.3;

/** Where a cell with line breaks begins and ends: lines below that of its row. */
export interface Swallowing {
  readonly opens: number;
  readonly closes: number;
}

/**
 * The cell that holds what looks like whole rows, or null: a quotation mark that nobody meant opens in one row and is closed
 * by one rows below. Such a line has the cells of the row, one more or less, of the same kinds; prose has spaces behind its commas.
 * cells: of a row with line breaks in it.
 */
export function swallowedRows(cells: readonly string[], delimiter: Delimiter): Swallowing | null {
  let opens = 0;
  for (const cell of cells) {
    const lines = cell.split("\n");
    const closes = opens + lines.length - 1;
    if (lines.length > 1 && lines.some((line) => looksLikeRow(line, cells, delimiter))) return { opens, closes };
    opens = closes;
  }
  return null;
}

function looksLikeRow(line: string, row: readonly string[], delimiter: Delimiter): boolean {
  const cells = line.split(delimiter);
  if (cells.length < FEWEST || Math.abs(cells.length - row.length) > 1) return false;
  const prose = cells.filter((cell) => /^\s\S/.test(cell)).length;
  return prose * 2 < cells.length && Math.abs(numbers(cells) - numbers(row)) <= ALIKE;
}

function numbers(cells: readonly string[]): number {
  return cells.filter((cell) => /^\s*[-\d.,]+\s*%?\s*$/.test(cell)).length / cells.length;
}
