import type { FirstRows } from "../dialects/dialect.ts";
import { type Delimiter, namedDelimiter, sniffDelimiter } from "./delimiter.ts";
import type { Encoding } from "./encoding.ts";
import { createLineEnds } from "./line-ends.ts";
import { RowReader } from "./row-reader.ts";
import { createTranscoder } from "./transcode.ts";

/** The first rows, and how many (blank ones and those before the table) stand before the first of them. */
export interface Beginning {
  readonly table: FirstRows & { readonly delimiter: Delimiter };
  readonly rowsBefore: number;
}

/** Rows with any text: three of headers and a sample, and a line that names the delimiter. */
const ROWS = 24;
/** Bytes looked at in one go. */
const SLICE = 2048;
const LF = 10;

/**
 * Reads the first rows of a file, headers among them, or null where it holds no whole row.
 * bytes: without the byte order mark; whole: this is all of the file, so its last row needs no line end.
 * Throws UnreadableRow and BrokenText.
 */
export async function readHead(window: {
  readonly bytes: Buffer;
  readonly whole: boolean;
  readonly encoding: Encoding;
}): Promise<Beginning | null> {
  const text = createLineEnds()(createTranscoder(window.encoding)(window.bytes, window.whole));
  const beginning = text.toString("utf8");
  const named = namedDelimiter(beginning);
  const delimiter = named ?? sniffDelimiter(beginning, window.whole);
  const rows = await firstRows(text, delimiter, window.whole);
  // Some sheets begin with rows that hold delimiters only.
  const [first, second] = rows.flatMap((row, at) => (isBlank(row.cells) ? [] : [at]));
  const at = (named === null ? first : second) ?? -1;
  const header = rows[at];
  if (header === undefined) return null;
  const quoted = beginning.split("\n", header.line)[header.line - 1]?.trimStart().startsWith('"') ?? false;
  return { table: { rows: rows.slice(at), quoted, delimiter }, rowsBefore: at };
}

type FirstRow = FirstRows["rows"][number];

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** Headers, a line that may name the delimiter before them, and the sample; no more: the rest is read once, when it is scored. */
async function firstRows(text: Buffer, delimiter: Delimiter, whole: boolean): Promise<readonly FirstRow[]> {
  const rows: FirstRow[] = [];
  let told = 0;
  const reader = new RowReader({ delimiter }, (cells, line) => {
    rows.push({ cells, line: line() });
    if (!isBlank(cells)) told += 1;
  });
  try {
    let start = 0;
    while (start < text.length && told < ROWS) {
      const end = sliceEnd(text, start + SLICE);
      await reader.feed(text.subarray(start, end));
      start = end;
    }
    if (whole && start >= text.length) await reader.finish();
  } finally {
    reader.close();
  }
  return rows;
}

/** The end of the line that `from` stands in. */
function sliceEnd(text: Buffer, from: number): number {
  const lineEnd = text.indexOf(LF, from);
  return lineEnd < 0 ? text.length : lineEnd + 1;
}
