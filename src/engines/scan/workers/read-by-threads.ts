import type { RegularFile } from "../../../sources/csv/bytes.ts";
import type { RawText } from "../../../sources/table/source.ts";
import type { FilePeople } from "../../people.ts";
import type { ScanCore, ScanOptions } from "../core.ts";
import { type RangeEnd, readRange } from "../range.ts";
import type { FileRows } from "../range-rows.ts";
import { InputWindow } from "../window.ts";
import { partSupply } from "./file-parts.ts";
import type { PartLimits, PartReaders, PartSetup } from "./messages.ts";
import { type FilePlace, noThread, type PartSizes, type PartsEnd, readInParts } from "./read-in-parts.ts";
import { createTaker } from "./take-answer.ts";

/** Other threads that may read a file. */
export interface Threads {
  readonly sizes: PartSizes;
  readonly limits: PartLimits;
  /** Text: why there are none to be had. */
  start(setup: PartSetup): PartReaders | string;
  /** Told at the end who read it, in words, to be followed by "read it". */
  onEnd(who: string): void;
  readonly count: number;
}

export interface ThreadsRequest {
  readonly core: ScanCore;
  readonly options: ScanOptions;
  readonly raw: RawText;
  readonly people: FilePeople;
  readonly rows: FileRows;
  readonly onBytes: (count: number) => void;
  readonly chunk?: number | undefined;
  readonly threads: Threads | undefined;
}

/** Reads as much of a file as several threads can. Where the reading is to go on from; the block is empty. */
export async function readByThreads(request: ThreadsRequest): Promise<PartsEnd> {
  const { raw, people, rows, options, threads, chunk = null } = request;
  const start: FilePlace = { position: 0, lines: 0, rowsBefore: raw.rowsBefore };
  const end = (why: string): PartsEnd => {
    threads?.onEnd(`one thread, since ${why},`);
    return { ...start, rows: 0, why };
  };
  if (threads === undefined) return end("nobody asked for more");
  if (raw.file === null) return end("it is not read from a file that is not packed");
  if (!rows.isByBlock) return end("each person is looked at");
  if (people.digest !== null) return end("several files are compared row by row");
  const { file } = raw;
  const { program, layout } = people.instruments;
  const { delimiter } = raw;
  const segments = rows.symbols.length;
  const { limits } = threads;
  const readers = threads.start({ fd: file.fd, options, delimiter, segments, program, layout, limits, chunk });
  if (typeof readers === "string") return end(noThread(readers));
  let isRead = false;
  try {
    const parts = await readInParts({ ...partsRequest(request, file), sizes: threads.sizes, start, readers });
    isRead = true;
    threads.onEnd(whoRead(parts, threads.count));
    return parts;
  } finally {
    const ended = readers.end();
    // They do nothing any more, and nobody waits for that.
    if (!isRead) await ended;
  }
}

function whoRead({ rows, why }: PartsEnd, count: number): string {
  const many = `${count} ${count === 1 ? "thread" : "threads"}`;
  if (why === null) return many;
  return rows === 0 ? `one thread, since ${why},` : `${many} and then, since ${why}, one`;
}

function partsRequest({ core, raw, people, rows, onBytes, chunk }: ThreadsRequest, file: RegularFile) {
  const { delimiter, skip } = raw;
  const readAlone = async (from: FilePlace, to: number): Promise<RangeEnd> => {
    let read = 0;
    const window = new InputWindow(core.input, {
      supply: partSupply(file.fd, { from: from.position, to }),
      chunk,
      onBytes: (count) => {
        read += count;
      },
    });
    const start = { skip: from.position === 0 ? skip : 0, rowsBefore: from.rowsBefore, linesBefore: from.lines };
    const end = await readRange({ core, window, delimiter, ...start, rows });
    await window.close();
    rows.ordinary.flush();
    const position = from.position + read - window.after(end.position);
    onBytes(position - from.position);
    return { ...end, position };
  };
  const take = createTaker({ people, symbols: rows.symbols, unusual: rows.take });
  return { file, people, taught: rows.taught, readAlone, take, onBytes };
}
