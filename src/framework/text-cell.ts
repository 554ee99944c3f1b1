/** Signs that make a spreadsheet run a cell as a formula, behind any apostrophes of its own. */
const RUNS = /^'*[=+\-@\t\r]/;

/**
 * A text that somebody typed, as a cell of the survey's own CSV: an apostrophe before what a spreadsheet would run makes it
 * a text again. `textIn` takes it off.
 */
export function textCell(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The text that `textCell` made the cell of. Only for cells that it made: in others an apostrophe is part of the text. */
export function textIn(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell;
}
