import { isUtf8 } from "node:buffer";
import type { TableHead } from "../../response/table-head.ts";

/** Of a text file. */
export type Encoding = NonNullable<TableHead["encoding"]>;

export interface SniffedEncoding {
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** Bytes of the byte order mark: 0, 2 or 3. */
  readonly skip: number;
}

/**
 * Which encoding a file is in, from its first bytes: a byte order mark decides; else every other byte zero is UTF-16, and
 * valid UTF-8 is UTF-8; else it is Windows-1252, in which any bytes can be read. The caller warns of the guesses.
 * prefix: at least 64 KB, or the whole file when `complete`; a character cut by the end of the prefix is no error.
 */
export function sniffEncoding(prefix: Buffer, complete: boolean): SniffedEncoding {
  if (prefix[0] === 0xef && prefix[1] === 0xbb && prefix[2] === 0xbf) return { encoding: "utf-8", bom: true, skip: 3 };
  if (prefix[0] === 0xff && prefix[1] === 0xfe) return { encoding: "utf-16le", bom: true, skip: 2 };
  if (prefix[0] === 0xfe && prefix[1] === 0xff) return { encoding: "utf-16be", bom: true, skip: 2 };
  const utf16 = plainUtf16(prefix);
  if (utf16 !== null) return { encoding: utf16, bom: false, skip: 0 };
  const whole = complete ? prefix : prefix.subarray(0, prefix.length - cutCharacter(prefix));
  return { encoding: isUtf8(whole) ? "utf-8" : "windows-1252", bom: false, skip: 0 };
}

/** Shares of zero bytes: at least so many in the high half of each unit, at most so many in the low half. */
const MOSTLY = 0.75;
const HARDLY = 0.01;
/** Bytes; fewer tell nothing. */
const SHORTEST = 16;

/** UTF-16 without a byte order mark: digits, delimiters and Latin letters leave every other byte zero. Null: plainly not. */
function plainUtf16(prefix: Buffer): "utf-16le" | "utf-16be" | null {
  if (prefix.length < SHORTEST || !prefix.includes(0)) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  for (let at = prefix.indexOf(0); at >= 0; at = prefix.indexOf(0, at + 1)) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros.map((count) => count / (prefix.length / 2)) as [number, number];
  if (odd >= MOSTLY && even <= HARDLY) return "utf-16le";
  return even >= MOSTLY && odd <= HARDLY ? "utf-16be" : null;
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
