import type { TableHead } from "../../response/table-head.ts";

export type Delimiter = NonNullable<TableHead["delimiter"]>;

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];
/** As spreadsheets write it for each other. */
const NAMED = /^\s*"?sep=([,;\t|])"?[^\S\n]*(?:\n|$)/i;
/** How many rows are looked at. */
const ROWS = 30;

/** The delimiter that a first line such as `sep=;` names, or null. That line is no row. text: with line ends as LF. */
export function namedDelimiter(text: string): Delimiter | null {
  const named = NAMED.exec(text)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === named) ?? null;
}

/**
 * The delimiter that cuts the first rows most consistently: the share of rows with as many cells as the header, squared,
 * times the header's further cells. A header with commas in its questions thus loses to the semicolons all rows agree on.
 * text: the beginning of the file with line ends as LF; unless `complete`, its last row may be cut and does not count.
 * A file of one column reads as comma-separated.
 */
export function sniffDelimiter(text: string, complete: boolean): Delimiter {
  // Quoted text can hold any delimiter and any line end; a doubled quote inside it reads as two quoted texts in a row.
  const rows = text.replace(/"[^"]*(?:"|$)/g, "").split("\n");
  if (!complete && rows.length > 1) rows.pop();
  const first = rows.filter((row) => row !== "").slice(0, ROWS);
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = consistency(first.map((row) => row.split(delimiter).length));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function consistency(counts: readonly number[]): number {
  const [header = 1, ...rows] = counts;
  const agreeing = rows.length === 0 ? 1 : rows.filter((count) => count === header).length / rows.length;
  return agreeing * agreeing * (header - 1);
}
