import { read } from "node:fs";
import { type Bytes, failed, type RegularFile } from "./bytes.ts";

/** The bytes of a file from its beginning, for whoever has memory of their own to read them into. */
export interface ByteSupply {
  /**
   * Puts the next bytes, `size` of them at most, into `into` from `at` on; tells how many, 0 only where the file ends. One at
   * a time. Throws ReadFailure.
   */
  read(into: Buffer, at: number, size: number): Promise<number>;
}

/** The bytes of a regular file come from it directly, those of anything else as they arrive. from: of a regular file; else 0. */
export function supplyOf(bytes: Bytes, from: number): ByteSupply {
  const file = bytes.regular();
  return file === null ? fromStream(bytes) : fromFile(file, from);
}

function fromFile({ fd }: RegularFile, from: number): ByteSupply {
  let position = from;
  return {
    read: async (into, at, size) => {
      const got = await new Promise<number>((resolve, reject) =>
        read(fd, into, at, size, position, (error, count) => (error === null ? resolve(count) : reject(error))),
      ).catch(failed);
      position += got;
      return got;
    },
  };
}

function fromStream(bytes: Bytes): ByteSupply {
  const chunks = bytes.all();
  let chunk: Buffer = Buffer.alloc(0);
  return {
    read: async (into, at, size) => {
      while (chunk.length === 0) {
        const step = await chunks.next();
        if (step.done === true) return 0;
        chunk = step.value;
      }
      const count = chunk.copy(into, at, 0, Math.min(size, chunk.length));
      chunk = chunk.subarray(count);
      return count;
    },
  };
}
