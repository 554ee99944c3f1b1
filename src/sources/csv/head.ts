import type { TableHead } from "../../response/source-plan.ts";
import { type Delimiter, namedDelimiter, sniffDelimiter } from "./delimiter.ts";
import { type Dialect, recogniseDialect } from "./dialect.ts";
import { createLineEnds } from "./line-ends.ts";
import { RowReader } from "./row-reader.ts";
import { createTranscoder } from "./transcode.ts";

/** The table's own part of the head, and how many rows (blank ones and the header) stand before the first data row. */
export interface Beginning {
  readonly head: Pick<TableHead, "dialect" | "reason" | "delimiter" | "headerLine" | "headers" | "sample">;
  readonly rowsBeforeData: number;
}

const SAMPLE = 20;
/** Bytes looked at in one go. */
const SLICE = 2048;
const LF = 10;

/**
 * Reads the header and a few data rows from the beginning of a file, or null where it holds no whole header row.
 * bytes: without the byte order mark; whole: this is all of the file, so its last row needs no line end.
 * Throws UnreadableRow and BrokenText.
 */
export async function readHead(window: {
  readonly bytes: Buffer;
  readonly whole: boolean;
  readonly encoding: TableHead["encoding"];
  readonly dialect: Dialect | undefined;
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
  const headers = header.cells.map((cell) => cell.trim());
  const quoted = beginning.split("\n", header.line)[header.line - 1]?.trimStart().startsWith('"') ?? false;
  return {
    head: {
      ...recogniseDialect({ quoted, headers, delimiter, asked: window.dialect }),
      delimiter,
      headerLine: header.line,
      headers,
      sample: rows.slice(at + 1, at + 1 + SAMPLE).map(({ cells }) => cells),
    },
    rowsBeforeData: at + 1,
  };
}

interface FirstRow {
  readonly cells: readonly string[];
  readonly line: number;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** The header, a line that may name the delimiter before it, and the sample; no more: the rest is read once, when it is scored. */
async function firstRows(text: Buffer, delimiter: Delimiter, whole: boolean): Promise<readonly FirstRow[]> {
  const rows: FirstRow[] = [];
  let told = 0;
  const reader = new RowReader(delimiter, (cells, line) => {
    rows.push({ cells, line: line() });
    if (!isBlank(cells)) told += 1;
  });
  try {
    let start = 0;
    while (start < text.length && told < SAMPLE + 2) {
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
