import { isUtf8 } from "node:buffer";
import { cutCharacter } from "../../sources/csv/encoding.ts";
import { LARGEST_ROW } from "../../sources/csv/row-limit.ts";
import type { ByteSupply } from "../../sources/csv/supply.ts";
import { validLength } from "../../sources/csv/transcode.ts";

/**
 * `more`: something may follow. `last`: the file ends at `to`. `stuck`: what follows `to` is no text, or cannot be had; whoever
 * reads `rest` is told what is wrong.
 */
export type WindowState = "more" | "last" | "stuck";

/** What comes piece by piece is looked at when so much of it has come, in bytes. */
const WAITED_FOR = 131_072;

/**
 * A file that passes through the memory of a core, while the next part of it is being read. The memory has two halves; in each,
 * room for the longest row stands before the bytes that are read in one go, so that a row that a part cuts is whole again
 * when its beginning has been copied there.
 */
export class InputWindow {
  /** Bytes up to here may be looked at: they are UTF-8, but for a character that is cut here. */
  to = 0;
  state: WindowState = "more";
  readonly #input: Buffer;
  readonly #supply: ByteSupply;
  readonly #chunk: number;
  readonly #least: number;
  readonly #onBytes: (count: number) => void;
  /** The half that is looked at, 0 or 1, and where what was read into it ends. */
  #half = 1;
  #end = 0;
  /** Bytes before #end of a character that is cut there. */
  #cut = 0;
  #next: Promise<Part> | null = null;
  #last: Part = { length: 0, ended: false, failure: null };

  /** chunk: bytes read in one go, at most a half less the longest row. */
  constructor(
    input: Buffer,
    {
      supply,
      chunk,
      onBytes,
    }: { readonly supply: ByteSupply; readonly chunk?: number | undefined; readonly onBytes: (count: number) => void },
  ) {
    this.#input = input;
    this.#supply = supply;
    this.#onBytes = onBytes;
    this.#chunk = Math.min(chunk ?? Infinity, input.length / 2 - LARGEST_ROW);
    this.#least = Math.min(this.#chunk, WAITED_FOR);
  }

  /** Reads the first part. skip: bytes that are no text. Where the text begins. */
  async open(skip: number): Promise<number> {
    this.#next = this.#read(0);
    let position = await this.advance(this.to);
    // Parts may be smaller than what is to be skipped.
    for (let left = skip; position !== null && left > 0; ) {
      const passed = Math.min(left, this.#end - position);
      left -= passed;
      position += passed;
      if (left > 0) position = this.state === "more" ? await this.advance(position) : null;
    }
    return position ?? this.to;
  }

  /** Looks at the next part; bytes from `position` on stay. Where they are now; null: there is no room for them. */
  async advance(position: number): Promise<number | null> {
    const left = this.#end - position;
    if (left > LARGEST_ROW) return null;
    const kept = Math.max(left, this.#cut);
    const half = 1 - this.#half;
    const part = await (this.#next ?? this.#read(half));
    const begin = this.#begin(half);
    this.#input.copyWithin(begin - kept, this.#end - kept, this.#end);
    this.#half = half;
    this.#end = begin + part.length;
    this.#last = part;
    this.#next = part.ended ? null : this.#read(1 - half);
    this.#look(begin, part);
    this.#onBytes(part.length);
    return begin - left;
  }

  /** Bytes behind `position` that can be looked at, or could if they were text. */
  after(position: number): number {
    return this.#end - position;
  }

  /** Everything from `position` on, with memory of its own. Fails where the file does. */
  async *rest(position: number): AsyncGenerator<Buffer> {
    yield* pieces(this.#input.subarray(position, this.#end));
    const half = 1 - this.#half;
    const begin = this.#begin(half);
    let part = this.#last;
    while (!part.ended) {
      part = await (this.#next ?? this.#read(half));
      this.#next = null;
      this.#onBytes(part.length);
      yield* pieces(this.#input.subarray(begin, begin + part.length));
    }
    if (part.failure !== null) throw part.failure.reason;
  }

  /** Waits for what is being read: nothing is written to the memory afterwards, and the file may be closed. */
  async close(): Promise<void> {
    await this.#next;
    this.#next = null;
  }

  #begin(half: number): number {
    return half * (this.#input.length / 2) + LARGEST_ROW;
  }

  /** Finds out how far the new bytes are text. */
  #look(begin: number, { ended, failure }: Part): void {
    const from = begin - this.#cut;
    const bytes = this.#input.subarray(from, this.#end);
    const isEnd = ended && failure === null;
    this.#cut = isEnd ? 0 : cutCharacter(bytes);
    const isText = isUtf8(bytes.subarray(0, bytes.length - this.#cut));
    this.to = isText ? this.#end : from + validLength(bytes);
    this.state = !isText || failure !== null ? "stuck" : ended ? "last" : "more";
  }

  async #read(half: number): Promise<Part> {
    const begin = this.#begin(half);
    let length = 0;
    try {
      while (length < this.#least) {
        const got = await this.#supply.read(this.#input, begin + length, this.#chunk - length);
        if (got === 0) return { length, ended: true, failure: null };
        length += got;
      }
      return { length, ended: false, failure: null };
    } catch (reason) {
      return { length, ended: true, failure: { reason } };
    }
  }
}

/** As small as those of a file that is read without a core: whoever cuts large ones needs much memory. Bytes. */
const PIECE = 65_536;

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield Buffer.from(bytes.subarray(at, at + PIECE));
}

/** What was read in one go. ended: nothing more can be had. failure: why, if that is not the end of the file. */
interface Part {
  readonly length: number;
  readonly ended: boolean;
  readonly failure: { readonly reason: unknown } | null;
}
