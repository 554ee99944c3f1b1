import { fstatSync } from "node:fs";
import type { ByteSource } from "../file-bytes.ts";

/** The bytes of a stream in the order they come: first a beginning, which may be looked at before the rest is read. */
export interface Bytes {
  /** Reads on until at least `size` bytes are there or the stream ends, and gives everything read so far, in one piece. */
  atLeast(size: number): Promise<{ readonly prefix: Buffer; readonly complete: boolean }>;
  /** Everything from the start: the beginning again, then the rest as it comes. To be walked once. */
  all(): AsyncGenerator<Buffer>;
  /** The file itself, where it is a regular one given by its name; to be asked when some bytes were read. */
  regular(): RegularFile | null;
  close(): void;
}

/** A file that may be read at any place, beside the stream that opened it. size: in bytes, as the file was opened. */
export interface RegularFile {
  readonly fd: number;
  readonly size: number;
}

/** The system could not give more bytes. Kept apart from errors of whoever takes the bytes. */
export class ReadFailure extends Error {
  override readonly name = "ReadFailure";
  /** code: of the system, such as ENOENT. */
  constructor(readonly code: string) {
    super(`reading failed with ${code}`);
  }
}

/** open: opens the file or standard input; called once, here. */
export function createBytes(open: () => ByteSource): Bytes {
  const stream = failing(open);
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer | string>;
  let prefix: Buffer = Buffer.alloc(0);
  let complete = false;
  const next = async (): Promise<Buffer | null> => {
    const step = await chunks.next().catch(failed);
    complete = step.done === true;
    return step.done === true ? null : bufferOf(step.value);
  };
  return {
    atLeast: async (size) => {
      const pieces: Buffer[] = [prefix];
      let length = prefix.length;
      while (!complete && length < size) {
        const chunk = await next();
        if (chunk === null) break;
        pieces.push(chunk);
        length += chunk.length;
      }
      if (pieces.length > 1) prefix = Buffer.concat(pieces);
      return { prefix, complete };
    },
    all: async function* () {
      yield prefix;
      prefix = Buffer.alloc(0);
      while (!complete) {
        const chunk = await next();
        if (chunk !== null) yield chunk;
      }
    },
    regular: () => regularFile(stream),
    close: () => {
      stream.destroy();
    },
  };
}

function bufferOf(chunk: Buffer | string): Buffer {
  return typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk;
}

function failing(open: () => ByteSource): ByteSource {
  try {
    return open();
  } catch (error) {
    return failed(error);
  }
}

/** What stands behind standard input may have been read in part before it came here: it has no name. */
function regularFile(stream: ByteSource): RegularFile | null {
  if (!("path" in stream) || typeof stream.path !== "string") return null;
  if (!("fd" in stream) || typeof stream.fd !== "number") return null;
  const stat = fstatSync(stream.fd);
  return stat.isFile() ? { fd: stream.fd, size: stat.size } : null;
}

/** What the system refused becomes a ReadFailure; anything else goes on as it is. */
export function failed(error: unknown): never {
  throw error instanceof Error && "code" in error ? new ReadFailure(String(error.code)) : error;
}
