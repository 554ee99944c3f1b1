import { readSync } from "node:fs";
import { failed, type RegularFile } from "../../../sources/csv/bytes.ts";
import { LARGEST_ROW } from "../../../sources/csv/row-limit.ts";
import type { ByteSupply } from "../../../sources/csv/supply.ts";
import type { Part } from "./messages.ts";

const [LF, CR] = [10, 13];
/** Looked through at a time for the end of a line. Bytes. */
const LOOK = 16_384;

/** The bytes of one part of an open file. Read at once: whoever waits for them has a thread of its own, or little to read. */
export function partSupply(fd: number, { from, to }: Part): ByteSupply {
  let position = from;
  return {
    read: async (into, at, size) => {
      const wanted = Math.min(size, to - position);
      if (wanted <= 0) return 0;
      try {
        const got = readSync(fd, into, at, wanted, position);
        position += got;
        return got;
      } catch (error) {
        return failed(error);
      }
    },
  };
}

/** A file is read to its end by one thread, which sees the end: about so much of it at least. Bytes. */
const TAIL = 4096;

/** Where a part ends that begins at `from` and is to have this many bytes; null: there is none before the end of the file. */
export function partEnd({ fd, size }: RegularFile, from: number, bytes: number): number | null {
  const end = Math.min(from + bytes, size - TAIL);
  return end > from ? lineEndAfter(fd, end) : from + bytes < size ? lineEndAfter(fd, from + bytes) : null;
}

/**
 * Where the first line ends that ends behind `from`: LF, CRLF or CR, with a byte behind it. Null: none does within what a row may
 * take, or the file cannot be read there. A line end within quotation marks counts, too: whether a row ends there is found
 * out by reading up to it.
 */
function lineEndAfter(fd: number, from: number): number | null {
  const bytes = Buffer.alloc(LOOK);
  // One byte of each look is looked at again: it may be a CR, with what follows it out of sight.
  for (let begin = from; begin < from + LARGEST_ROW; begin += LOOK - 1) {
    const length = bytesAt(fd, bytes, begin);
    const end = lineEnd(bytes.subarray(0, length));
    if (end !== null) return begin + end;
    if (length < LOOK) return null;
  }
  return null;
}

function bytesAt(fd: number, into: Buffer, position: number): number {
  try {
    return readSync(fd, into, 0, into.length, position);
  } catch {
    return 0;
  }
}

/** Behind the first line end; null where there is none with a byte behind it. */
function lineEnd(bytes: Buffer): number | null {
  for (let at = 0; at < bytes.length - 1; at += 1) {
    if (bytes[at] === LF) return at + 1;
    if (bytes[at] !== CR) continue;
    if (bytes[at + 1] !== LF) return at + 1;
    return at + 2 < bytes.length ? at + 2 : null;
  }
  return null;
}
