import type { RegularFile } from "../../../sources/csv/bytes.ts";
import type { FilePeople } from "../../people.ts";
import type { RangeEnd } from "../range.ts";
import { partEnd } from "./file-parts.ts";
import type { Part, PartAnswer, PartReaders, TaughtText } from "./messages.ts";

/** Bytes. */
export interface PartSizes {
  /** What one thread reads alone, and again as long as the others have not begun: they are taught what it has learnt. */
  readonly first: number;
  /** Of a part. */
  readonly part: number;
}

export const PART_SIZES: PartSizes = { first: 4 * 1_048_576, part: 8 * 1_048_576 };

export interface PartsRequest {
  readonly file: RegularFile;
  readonly start: FilePlace;
  readonly sizes: PartSizes;
  readonly people: FilePeople;
  /** Begun already. */
  readonly readers: PartReaders;
  /** What cells were found to mean; it grows. */
  readonly taught: readonly TaughtText[];
  /** Reads from `from` on up to `to` in this thread. */
  readonly readAlone: (from: FilePlace, to: number) => Promise<RangeEnd>;
  /** Counts what was found in a part. */
  readonly take: (answer: PartAnswer, linesBefore: number) => void;
  readonly onBytes: (count: number) => void;
}

/** Where a row of a file begins. */
export interface FilePlace extends Pick<RangeEnd, "position" | "lines" | "rowsBefore"> {}

/** Where one thread reads on; `why`: not to the end of the file by several, to follow "since". */
export interface PartsEnd extends FilePlace {
  /** Ordinary rows that other threads read. */
  readonly rows: number;
  readonly why: string | null;
}

interface Asked extends Part {
  readonly answer: Promise<PartAnswer>;
  /** Its rows were handed out before. */
  readonly again: boolean;
}

/**
 * Reads a file from its beginning in parts, several at a time, and counts them in the order of the file.
 *
 * Parts are cut at line ends, which may turn out to stand within quotation marks: then the row that is open where a part
 * ends is read again together with the next part, whose answer is thrown away. So a part is counted only when the one before
 * it ended with a whole row at its very beginning. Where a row cannot be read from its beginning on, one thread goes on from
 * there: as it is the same rows that the tolerant reader meets, the same faults are told.
 */
export async function readInParts(request: PartsRequest): Promise<PartsEnd> {
  const { file, sizes, readAlone, readers } = request;
  let place = request.start;
  /** Undefined: nobody knows yet. */
  let against: string | null | undefined;
  void readers.begun().then((why) => {
    against = why;
  });
  while (against === undefined || place.rowsBefore > 0) {
    const to = partEnd(file, place.position, sizes.first);
    if (to === null) return { ...place, rows: 0, why: "it is short" };
    const { kind, ...end } = await readAlone(place, to);
    if (kind === "full") return { ...end, rows: 0, why: UNUSUAL };
    if (end.position === place.position) return { ...place, rows: 0, why: UNREADABLE };
    place = end;
    // Other threads are heard only then.
    if (end.position === to) await nextTurn();
  }
  if (against !== null) return { ...place, rows: 0, why: noThread(against) };
  return new PartsReader(request, place).read();
}

export function noThread(reason: string): string {
  return `no other thread can be had (${reason})`;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const UNREADABLE = "a row cannot be read";
const UNUSUAL = "many rows of it are unusual";

class PartsReader {
  readonly #request: PartsRequest;
  /** Everything before it is counted. */
  #place: FilePlace;
  /** Where the next part that nobody was asked for begins; null: there is none. */
  #next: number | null;
  #rows = 0;
  readonly #asked: Asked[] = [];

  constructor(request: PartsRequest, place: FilePlace) {
    this.#request = request;
    this.#place = place;
    this.#next = place.position;
  }

  async read(): Promise<PartsEnd> {
    for (;;) {
      this.#askMore();
      const asked = this.#asked.shift();
      if (asked === undefined) return this.#end(null);
      const answer = await answerOf(asked);
      if (answer === null) return this.#end("there is not the memory for other threads");
      this.#take(answer);
      const why = this.#goOn(asked, answer);
      if (why !== null) return this.#end(why);
    }
  }

  #end(why: string | null): PartsEnd {
    return { ...this.#place, rows: this.#rows, why };
  }

  #askMore(): void {
    const { file, sizes, readers } = this.#request;
    while (this.#next !== null && this.#asked.length < readers.depth) {
      const from = this.#next;
      const to = partEnd(file, from, sizes.part);
      this.#next = to;
      if (to !== null) this.#asked.push(this.#ask({ from, to }, false));
    }
  }

  #ask(part: Part, again: boolean): Asked {
    const { readers, taught, people } = this.#request;
    const answer = readers.read(part, { taught, hashes: people.instruments.watch.room });
    // Nobody may wait for it any more when it fails.
    answer.catch(() => undefined);
    return { ...part, answer, again };
  }

  #take(answer: PartAnswer): void {
    const { take, onBytes } = this.#request;
    const { position, lines } = this.#place;
    take(answer, lines);
    onBytes(answer.position - position);
    this.#rows += answer.rows;
    this.#place = { ...this.#place, position: answer.position, lines: lines + answer.lines };
  }

  /** What is to be read next, unless it is what was asked for already; or why one thread goes on. */
  #goOn({ from, to, again }: Asked, { kind, position }: PartAnswer): string | null {
    if (kind === "ended") return position === to ? null : "it has become shorter";
    if (kind === "groups") return "it has many groups";
    if (position === from) return kind === "full" ? UNUSUAL : UNREADABLE;
    if (kind === "full") {
      if (again) return UNUSUAL;
      this.#asked.unshift(this.#ask({ from: position, to }, true));
      return null;
    }
    const spoilt = this.#asked.shift();
    const end = spoilt?.to ?? partEnd(this.#request.file, to, this.#request.sizes.part);
    // Of the last part of all, the rest is left to the thread that sees the end.
    if (spoilt === undefined) this.#next = end;
    if (end !== null) this.#asked.unshift(this.#ask({ from: position, to: end }, false));
    return null;
  }
}

/** Null: there was not the memory for it. */
async function answerOf({ answer }: Asked): Promise<PartAnswer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return null;
    throw error;
  }
}
