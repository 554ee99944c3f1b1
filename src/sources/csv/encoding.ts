import { isUtf8 } from "node:buffer";
import type { TableHead } from "../../response/source-plan.ts";

export interface SniffedEncoding {
  readonly encoding: TableHead["encoding"];
  readonly bom: boolean;
  /** Bytes of the byte order mark: 0, 2 or 3. */
  readonly skip: number;
}

/**
 * Which encoding a file is in, from its first bytes: a byte order mark decides; else valid UTF-8 is UTF-8; else
 * Windows-1252, in which any bytes can be read, so the caller warns.
 * prefix: at least 64 KB, or the whole file when `complete`; a character cut by the end of the prefix is no error.
 */
export function sniffEncoding(prefix: Buffer, complete: boolean): SniffedEncoding {
  if (prefix[0] === 0xef && prefix[1] === 0xbb && prefix[2] === 0xbf) return { encoding: "utf-8", bom: true, skip: 3 };
  if (prefix[0] === 0xff && prefix[1] === 0xfe) return { encoding: "utf-16le", bom: true, skip: 2 };
  if (prefix[0] === 0xfe && prefix[1] === 0xff) return { encoding: "utf-16be", bom: true, skip: 2 };
  const whole = complete ? prefix : prefix.subarray(0, prefix.length - cutCharacter(prefix));
  return { encoding: isUtf8(whole) ? "utf-8" : "windows-1252", bom: false, skip: 0 };
}

/** Length in bytes, 0–3, of the UTF-8 character that begins near the end of `bytes` and is not complete there. */
export function cutCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? back : 0;
  }
  return 0;
}
