import { closeSync, createReadStream, fstatSync, openSync, read, readSync, statSync } from "node:fs";

/** Bytes in the order they come: a stream of Node.js, or a file that needs none. To be walked once. */
export interface ByteSource extends AsyncIterable<Buffer | string> {
  destroy(): unknown;
}

/** Bytes asked for at once. */
const CHUNK = 65_536;

/** A file by its name. What is no regular file (a named pipe, a terminal), and what cannot be opened, is left to a stream. */
export function openFile(path: string): ByteSource {
  return isRegular(path) ? new FileBytes(path) : createReadStream(path, { highWaterMark: CHUNK });
}

function isRegular(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * A regular file, chunk by chunk. Loading streams takes longer than reading a small file: its bytes are read at once, and only
 * those behind the first chunk are waited for, so that a long run can be interrupted.
 */
class FileBytes implements ByteSource {
  readonly path: string;
  /** While it is open. */
  fd: number | null = null;
  #isReading = false;
  #isUnwanted = false;

  constructor(path: string) {
    this.path = path;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    this.fd = openSync(this.path, "r");
    const { size } = fstatSync(this.fd);
    try {
      for (let at = 0; this.fd !== null; ) {
        const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(size - at, 1)));
        const isNear = at === 0 || at >= size;
        const got = isNear ? readSync(this.fd, buffer, 0, buffer.length, at) : await this.#waited(buffer, at);
        if (got === 0) return;
        at += got;
        yield buffer.subarray(0, got);
      }
    } finally {
      this.destroy();
    }
  }

  /** What is being read is read to its end first. */
  destroy(): void {
    this.#isUnwanted = true;
    if (this.fd === null || this.#isReading) return;
    const { fd } = this;
    this.fd = null;
    closeSync(fd);
  }

  #waited(buffer: Buffer, at: number): Promise<number> {
    this.#isReading = true;
    return new Promise<number>((resolve, reject) =>
      read(this.fd ?? -1, buffer, 0, buffer.length, at, (error, count) => {
        this.#isReading = false;
        if (this.#isUnwanted) this.destroy();
        if (error === null) resolve(count);
        else reject(error);
      }),
    );
  }
}
