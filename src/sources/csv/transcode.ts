import { isUtf8 } from "node:buffer";
import { WINDOWS_1252_FROM_80 } from "../../response/windows-1252.ts";
import { cutCharacter, type Encoding } from "./encoding.ts";

/**
 * Turns the bytes of a file into whole UTF-8 characters, chunk by chunk: the bytes of `chunk` less a character the chunk
 * cuts in two, which comes with the next. end: this is the last chunk (it may be empty). Throws BrokenText.
 */
export type Transcoder = (chunk: Buffer, end: boolean) => Buffer;

/** Bytes that are no text of their encoding. `before`: the readable text, in UTF-8, that goes before them in this chunk. */
export class BrokenText extends Error {
  override readonly name = "BrokenText";
  constructor(
    readonly before: Buffer,
    /** Bytes that are no UTF-8 in a file that began as UTF-8, or half a character at the end of UTF-16. */
    readonly fault: "no UTF-8" | "half a character",
  ) {
    super(fault);
  }
}

const NOTHING = Buffer.alloc(0);

export function createTranscoder(encoding: Encoding): Transcoder {
  if (encoding === "utf-8") return utf8();
  if (encoding === "windows-1252") return (chunk) => Buffer.from(windows1252(chunk), "utf8");
  return utf16(encoding);
}

/** UTF-8 goes through untouched; only checked. */
function utf8(): Transcoder {
  let cut = NOTHING;
  return (chunk, end) => {
    const bytes = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
    const kept = end ? 0 : cutCharacter(bytes);
    const whole = kept === 0 ? bytes : bytes.subarray(0, bytes.length - kept);
    // A copy: the stream may use the memory of the chunk again.
    cut = kept === 0 ? NOTHING : Buffer.from(bytes.subarray(bytes.length - kept));
    if (!isUtf8(whole)) throw new BrokenText(whole.subarray(0, validLength(whole)), "no UTF-8");
    return whole;
  };
}

/** Length of the longest valid beginning, found by halving: a prefix is judged without the character it cuts. */
export function validLength(bytes: Buffer): number {
  let valid = 0;
  let broken = bytes.length;
  while (broken - valid > 1) {
    const middle = (valid + broken) >> 1;
    const prefix = bytes.subarray(0, middle);
    if (isUtf8(prefix.subarray(0, middle - cutCharacter(prefix)))) valid = middle;
    else broken = middle;
  }
  return valid;
}

/**
 * A lone surrogate becomes U+FFFD: it can spoil a comment, but never pass as an answer. A file that ends within a character
 * was cut off, or lost a byte further up.
 */
function utf16(encoding: "utf-16le" | "utf-16be"): Transcoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let odd = false;
  return (chunk, end) => {
    odd = odd !== (chunk.length % 2 === 1);
    if (!end || !odd) return Buffer.from(decoder.decode(chunk, { stream: !end }), "utf8");
    throw new BrokenText(Buffer.from(decoder.decode(chunk, { stream: true }), "utf8"), "half a character");
  };
}

/** By a table: decoders of some Node versions take Windows-1252 for Latin-1. */
function windows1252(chunk: Buffer): string {
  return chunk
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252_FROM_80[character.charCodeAt(0) - 0x80] ?? character);
}
