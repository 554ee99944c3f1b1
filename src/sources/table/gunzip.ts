import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Bytes, createBytes } from "../csv/bytes.ts";

const CHUNK = 65_536;

/** What is in a gzip file, unpacked as it is read. Fails with ReadFailure of a code that begins with `Z_` where it is damaged. */
export function gunzipped(packed: Bytes): Bytes {
  // Whoever takes the bytes meets the error of the pipeline; nobody else has to.
  const open = () => pipeline(Readable.from(packed.all()), createGunzip({ chunkSize: CHUNK }), () => undefined);
  const bytes = createBytes(open);
  return {
    ...bytes,
    close: () => {
      bytes.close();
      packed.close();
    },
  };
}
