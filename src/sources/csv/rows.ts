import { ProblemsError } from "../../problems/problem.ts";
import type { OnRow } from "../table/source.ts";
import { isBlankRow } from "./blank-row.ts";
import { ReadFailure } from "./bytes.ts";
import type { Delimiter } from "./delimiter.ts";
import type { Encoding } from "./encoding.ts";
import { createLineEnds } from "./line-ends.ts";
import { brokenTextProblem, rowProblem, systemProblem } from "./problems.ts";
import { RowReader } from "./row-reader.ts";
import { BrokenText, createTranscoder } from "./transcode.ts";
import { UnreadableRow } from "./unreadable-row.ts";

/** Text to be read row by row: a whole file, or the rest of one from the beginning of a row on. */
export interface RowsOfText {
  readonly name: string;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Of the table: with one column, a blank cell is a row. */
  readonly columns: number;
  /** Without a byte order mark. */
  readonly chunks: AsyncIterable<Buffer>;
  readonly linesBefore: number;
  /** Rows to be passed over: headers, and what stands before them. */
  readonly rowsBefore: number;
  readonly onRow: OnRow;
}

/**
 * Hands over every row. What comes first in the file wins, whatever the size of the chunks: rows before a byte that is no
 * text are read, and may have faults of their own. Throws ProblemsError; what `onRow` throws goes through as it is.
 */
export async function readRows(text: RowsOfText): Promise<void> {
  const { name, columns, onRow } = text;
  let before = text.rowsBefore;
  const reader = new RowReader(text, (cells, line) => {
    if (before > 0) before -= 1;
    else if (!isBlankRow(cells, columns)) onRow(cells, line);
  });
  try {
    await feedAll(reader, text);
  } catch (error) {
    const line = () => reader.lineAfter(Buffer.alloc(0));
    if (error instanceof BrokenText) throw new ProblemsError([brokenTextProblem(name, line(), error.fault)]);
    if (error instanceof ReadFailure) throw new ProblemsError([systemProblem(name, error.code, line())]);
    if (error instanceof UnreadableRow) throw new ProblemsError([rowProblem(name, error)]);
    throw error;
  } finally {
    reader.close();
  }
}

async function feedAll(reader: RowReader, { chunks, encoding }: RowsOfText): Promise<void> {
  const transcode = createTranscoder(encoding);
  const unify = createLineEnds();
  const feed = async (bytes: Buffer): Promise<void> => {
    const text = unify(bytes);
    if (text.length > 0) await reader.feed(text);
  };
  try {
    for await (const chunk of chunks) await feed(transcode(chunk, false));
    await feed(transcode(Buffer.alloc(0), true));
  } catch (error) {
    if (error instanceof BrokenText) await feed(error.before);
    if (error instanceof BrokenText || error instanceof ReadFailure) await reader.judge();
    throw error;
  }
  await reader.finish();
}
