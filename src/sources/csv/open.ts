import { ProblemsError } from "../../problems/problem.ts";
import type { TableHead } from "../../response/table-head.ts";
import { overruledMarks, tableHead } from "../table/head.ts";
import type { OnBytes, OnRow, RawText, TableInput, TableOptions, TableSource } from "../table/source.ts";
import { binaryKind } from "./binary.ts";
import { type Bytes, createBytes, ReadFailure } from "./bytes.ts";
import { type SniffedEncoding, sniffEncoding } from "./encoding.ts";
import { type Beginning, readHead } from "./head.ts";
import {
  binaryProblem,
  brokenTextProblem,
  emptyProblem,
  encodingWarnings,
  rowProblem,
  systemProblem,
} from "./problems.ts";
import { LARGEST_ROW } from "./row-limit.ts";
import { readRows } from "./rows.ts";
import { supplyOf } from "./supply.ts";
import { BrokenText } from "./transcode.ts";
import { UnreadableRow } from "./unreadable-row.ts";

/** This much decides the encoding, the delimiter and the header; more only where the header is longer. Bytes. */
const WINDOW = 65_536;
/** Three rows of headers and one of answers tell a survey tool. */
const ROWS = 4;
/** They are waited for up to here: each may take as much as a row may. Bytes. */
const WIDEST = ROWS * LARGEST_ROW;

/** A file that was found to be text. */
export interface TextFile {
  readonly name: string;
  readonly bytes: Bytes;
  /** Its bytes came out of gzip. */
  readonly compressed: boolean;
}

/** Opens a text file that nobody has looked at yet; as `openText`. */
export async function openCsv(input: TableInput, options: TableOptions = {}): Promise<TableSource> {
  const { name } = input;
  const bytes = await located(name, async () => createBytes(input.open));
  return openText({ name, bytes, compressed: false }, options);
}

/**
 * Opens a CSV export: finds out encoding, delimiter, header and dialect from its beginning. Nothing is read twice, so
 * standard input will do. Throws ProblemsError (exit 3) for what is absent, empty or no CSV.
 * A header without data rows is no error here.
 */
export async function openText(
  { name, bytes, compressed }: TextFile,
  options: Pick<TableOptions, "dialect">,
): Promise<TableSource> {
  try {
    const { encoding, beginning } = await located(name, () => begin(name, bytes));
    const { encoding: written, bom } = encoding;
    const { prefix, complete } = await bytes.atLeast(0);
    const file = { file: name, encoding: written, bom, compressed, sheet: null };
    const head = tableHead(file, beginning.table, options.dialect);
    return {
      head,
      problems: [...encodingWarnings(name, head), ...overruledMarks(name, beginning.table, options.dialect)],
      ...reading({ name, bytes, encoding, beginning, head }),
      size: bytes.regular()?.size ?? (complete ? prefix.length : null),
      close: () => bytes.close(),
    };
  } catch (error) {
    bytes.close();
    throw error;
  }
}

async function begin(name: string, bytes: Bytes): Promise<{ encoding: SniffedEncoding; beginning: Beginning }> {
  for (let size = WINDOW; ; size *= 2) {
    const { prefix, complete } = await bytes.atLeast(size);
    // Only ever the same window is judged, so that the size of the chunks decides nothing.
    const whole = complete && prefix.length <= size;
    const encoding = sniffEncoding(prefix.subarray(0, WINDOW), complete && prefix.length <= WINDOW);
    const binary = binaryKind(prefix.subarray(0, WINDOW), encoding.encoding.startsWith("utf-16"));
    if (binary !== null) throw new ProblemsError([binaryProblem(name, binary)]);
    const beginning = await readHead({
      bytes: prefix.subarray(encoding.skip, size),
      whole,
      encoding: encoding.encoding,
    });
    if (beginning !== null && (whole || size >= WIDEST || tellsEnough(beginning))) return { encoding, beginning };
    if (whole) throw new ProblemsError([emptyProblem(name, prefix.length > encoding.skip)]);
    if (beginning === null && size > LARGEST_ROW) throw new UnreadableRow("too long", { row: 1, fault: 1 });
  }
}

function tellsEnough({ table }: Beginning): boolean {
  return table.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")).length >= ROWS;
}

type Opened = Pick<TextFile, "name" | "bytes"> & {
  readonly encoding: SniffedEncoding;
  readonly beginning: Beginning;
  readonly head: TableHead;
};

/** How the rows are read: by text, or by whoever reads the bytes. */
function reading({ name, bytes, encoding: { encoding, skip }, beginning, head }: Opened) {
  const { delimiter } = beginning.table;
  const text = { name, encoding, delimiter, columns: head.headers.length };
  const rowsBefore = beginning.rowsBefore + head.headerRows;
  const file = bytes.regular();
  const rows = async (onRow: OnRow, onBytes?: OnBytes): Promise<void> => {
    try {
      await readRows({ ...text, chunks: chunksOf(bytes, { skip, onBytes }), linesBefore: 0, rowsBefore, onRow });
    } finally {
      bytes.close();
    }
  };
  const raw: RawText = {
    ...{ delimiter, skip, rowsBefore, file },
    supply: (from = 0) => supplyOf(bytes, from),
    rest: (from, onRow) => readRows({ ...text, ...from, onRow }),
  };
  return { rows, raw: encoding === "utf-8" ? raw : null };
}

async function* chunksOf(
  bytes: Bytes,
  { skip, onBytes }: { readonly skip: number; readonly onBytes: OnBytes | undefined },
): AsyncGenerator<Buffer> {
  let before = skip;
  for await (const chunk of bytes.all()) {
    onBytes?.(chunk.length);
    yield chunk.subarray(before);
    before = 0;
  }
}

/** Runs a step of the reading; what can go wrong with the file becomes a located problem. */
async function located<T>(name: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof ReadFailure) throw new ProblemsError([systemProblem(name, error.code)]);
    if (error instanceof BrokenText)
      throw new ProblemsError([brokenTextProblem(name, linesOf(error.before), error.fault)]);
    if (error instanceof UnreadableRow) throw new ProblemsError([rowProblem(name, error)]);
    throw error;
  }
}

/** The line on which the beginning of a file ends, whichever line ends it has. */
function linesOf(beginning: Buffer): number {
  return beginning.toString("latin1").split(/\r\n|\r|\n/).length;
}
