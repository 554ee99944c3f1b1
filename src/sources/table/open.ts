import { ProblemsError } from "../../problems/problem.ts";
import { type Bytes, createBytes } from "../csv/bytes.ts";
import { openText } from "../csv/open.ts";
import { binaryProblem } from "../csv/problems.ts";
import { readable } from "../csv/readable.ts";
import type { TableInput, TableOptions, TableSource } from "./source.ts";

/** This much tells the kind of a file. Bytes. */
const SIGNATURE = 4;
/** "PK", and the mark of a first entry or of an empty archive. */
const ZIP = [Buffer.of(0x50, 0x4b, 3, 4), Buffer.of(0x50, 0x4b, 5, 6)];

/** Opens an export, whatever it is: text, a workbook, either of them in gzip. Throws ProblemsError (exit 3) where it cannot be read. */
export async function openTable(input: TableInput, options: TableOptions = {}): Promise<TableSource> {
  const { name } = input;
  const packed = await readable(name, async () => createBytes(input.open));
  const compressed = await begins(name, packed, isGzip);
  const bytes = compressed ? (await import("./gunzip.ts")).gunzipped(packed) : packed;
  try {
    if (compressed && (await begins(name, bytes, isGzip))) throw packedTwice(name);
    if (!(await begins(name, bytes, isZip))) return await openText({ name, bytes, compressed }, options);
    const { openWorkbook } = await import("../xlsx/open.ts");
    return await openWorkbook({ name, bytes, compressed }, options);
  } catch (error) {
    bytes.close();
    throw error;
  }
}

async function begins(name: string, bytes: Bytes, test: (prefix: Buffer) => boolean): Promise<boolean> {
  try {
    return test((await readable(name, () => bytes.atLeast(SIGNATURE))).prefix);
  } catch (error) {
    bytes.close();
    throw error;
  }
}

function isGzip(prefix: Buffer): boolean {
  return prefix[0] === 0x1f && prefix[1] === 0x8b;
}

function isZip(prefix: Buffer): boolean {
  return ZIP.some((signature) => prefix.subarray(0, SIGNATURE).equals(signature));
}

function packedTwice(name: string): ProblemsError {
  const kind = { what: "a gzip-compressed file inside another", help: "Unpack it once: gunzip FILE" };
  return new ProblemsError([binaryProblem(name, kind)]);
}
