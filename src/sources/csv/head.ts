import type { TableHead } from "../../response/source-plan.ts";
import { type Delimiter, sniffDelimiter } from "./delimiter.ts";
import { type Dialect, recogniseDialect } from "./dialect.ts";
import { createLineEnds } from "./line-ends.ts";
import { RowReader } from "./row-reader.ts";
import { createTranscoder } from "./transcode.ts";

/** The table's own part of the head, and how many rows (blank ones and the header) stand before the first data row. */
export interface Beginning {
  readonly head: Pick<TableHead, "dialect" | "reason" | "delimiter" | "headers" | "sample">;
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
  const delimiter = sniffDelimiter(text.toString("utf8"), window.whole);
  const rows = await firstRows(text, delimiter, window.whole);
  // Some sheets begin with rows that hold delimiters only.
  const at = rows.findIndex((row) => row.some((cell) => cell.trim() !== ""));
  const header = rows[at];
  if (header === undefined) return null;
  const headers = header.map((cell) => cell.trim());
  const quoted = text.subarray(0, SAMPLE).toString("utf8").trimStart().startsWith('"');
  return {
    head: {
      ...recogniseDialect({ quoted, headers, delimiter, asked: window.dialect }),
      delimiter,
      headers,
      sample: rows.slice(at + 1, at + 1 + SAMPLE),
    },
    rowsBeforeData: at + 1,
  };
}

/** The header and the sample, and no more: the rest is read once, when it is scored. */
async function firstRows(text: Buffer, delimiter: Delimiter, whole: boolean): Promise<readonly string[][]> {
  const rows: string[][] = [];
  let told = 0;
  const reader = new RowReader(delimiter, (cells) => {
    rows.push(cells);
    if (cells.some((cell) => cell.trim() !== "")) told += 1;
  });
  try {
    let start = 0;
    while (start < text.length && told <= SAMPLE) {
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
