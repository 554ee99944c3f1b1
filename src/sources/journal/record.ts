import { crc32 } from "node:zlib";

/**
 * A journal is lines of `<checksum> <JSON>`, each ended by "\n". The checksum (CRC-32, 8 hex digits) is of all JSON up to
 * and with this line, so that a line that was changed, lost, doubled or moved is noticed, not only one that was damaged.
 */
export interface Chain {
  readonly bytes: Buffer;
  /** The checksum after the last line: what the next line begins from. */
  readonly sum: number;
}

const NEWLINE = 0x0a;
const LINE = /^([0-9a-f]{8}) (.*)$/s;

/** The lines of these values, to stand behind a line with this checksum (0: at the beginning). */
export function linesOf(values: readonly unknown[], before: number): Chain {
  const lines: Buffer[] = [];
  let sum = before;
  for (const value of values) {
    const json = Buffer.from(JSON.stringify(value));
    sum = crc32(json, sum);
    lines.push(Buffer.from(`${sum.toString(16).padStart(8, "0")} `), json, Buffer.from("\n"));
  }
  return { bytes: Buffer.concat(lines), sum };
}

export interface Records {
  /** One per whole line. */
  readonly values: readonly unknown[];
  /** Bytes that the whole lines take. */
  readonly length: number;
  readonly sum: number;
  /** Line (from 1) whose text is not what was written; null: all are whole. */
  readonly damaged: number | null;
}

/** Reads whole lines, up to the first damaged one. What follows the last "\n" was never finished and is left out. */
export function readRecords(bytes: Buffer): Records {
  const values: unknown[] = [];
  let sum = 0;
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    const line = readLine(bytes.subarray(start, end), sum);
    if (line === null) return { values, length: start, sum, damaged: values.length + 1 };
    values.push(line.value);
    sum = line.sum;
    start = end + 1;
  }
  return { values, length: start, sum, damaged: null };
}

function readLine(bytes: Buffer, before: number): { readonly value: unknown; readonly sum: number } | null {
  const [, claimed = "", json = ""] = LINE.exec(bytes.toString("utf8")) ?? [];
  const sum = crc32(bytes.subarray(claimed.length + 1), before);
  if (claimed === "" || sum !== Number.parseInt(claimed, 16)) return null;
  try {
    return { value: JSON.parse(json), sum };
  } catch {
    return null;
  }
}
