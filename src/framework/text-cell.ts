/** Signs that make a spreadsheet run a cell as a formula; the wide ones where it is set to an East Asian language. */
const SIGN = "=+\\-@\uff1d\uff0b\uff0d\uff20";
/** At the beginning, behind any apostrophes and spaces of its own. */
const RUNS = new RegExp(`^'*(?:\\s*[${SIGN}]|[\\t\\r])`);
/** A spreadsheet that splits lines at semicolons or tabs begins a cell of its own behind each of them. */
const RUNS_WITHIN = new RegExp(`([;\\t\\r\\n][\\s"]*)('*)(?=[${SIGN}])`, "g");

/**
 * A text that somebody typed, as a cell of a CSV file of ours: an apostrophe before what a spreadsheet would run makes it
 * a text again. `textIn` takes it off.
 */
export function textCell(text: string): string {
  const cell = text.replace(RUNS_WITHIN, "$1'$2");
  return RUNS.test(cell) ? `'${cell}` : cell;
}

/** The text that `textCell` made the cell of. Only for cells that it made: in others an apostrophe is part of the text. */
export function textIn(cell: string): string {
  const text = cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell;
  return text.replace(RUNS_WITHIN, (_, before: string, quotes: string) => before + quotes.slice(1));
}
