import { crc32, inflateRawSync } from "node:zlib";
import { WorkbookFault } from "./fault.ts";

/** A file in a ZIP archive, as the archive's directory describes it. Sizes in bytes; nothing of it has been unpacked. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** A ZIP archive in memory. Names are compared without regard to case, and `\` reads as `/`. */
export interface Archive {
  /** In the order of the archive. */
  readonly names: readonly string[];
  /** As the directory says; 0 where there is none of this name. */
  sizeOf(name: string): number;
  /** What the file holds, or null where there is none. most: bytes it may hold. Throws WorkbookFault. */
  unpack(name: string, most: number): Buffer | null;
}

const END = 0x06054b50;
const END_SIZE = 22;
/** The end of the directory may be followed by a comment of this many bytes. */
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;

/** Reads the directory of an archive. Throws WorkbookFault where there is none, such as in a file that was cut off. */
export function openArchive(file: Buffer): Archive {
  const entries = new Map(directory(file).map((entry) => [key(entry.name), entry]));
  return {
    names: [...entries.values()].map(({ name }) => name),
    sizeOf: (name) => entries.get(key(name))?.size ?? 0,
    unpack: (name, most) => {
      const entry = entries.get(key(name));
      return entry === undefined ? null : unpack(file, entry, most);
    },
  };
}

function key(name: string): string {
  return name.replaceAll("\\", "/").toLowerCase();
}

function directory(file: Buffer): readonly Entry[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = count; left > 0; left -= 1) {
    if (at + ENTRY_SIZE > end || file.readUInt32LE(at) !== ENTRY)
      throw new WorkbookFault("damaged", "a broken directory");
    const nameSize = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString("utf8", at + ENTRY_SIZE, at + ENTRY_SIZE + nameSize),
      method: file.readUInt16LE(at + 10),
      checksum: file.readUInt32LE(at + 16),
      packedSize: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at += ENTRY_SIZE + nameSize + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the record at the end of the directory stands. */
function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_SIZE - LONGEST_COMMENT);
  for (let at = file.length - END_SIZE; at >= first; at -= 1) if (file.readUInt32LE(at) === END) return at;
  throw new WorkbookFault("damaged", "its end is missing");
}

function unpack(file: Buffer, entry: Entry, most: number): Buffer {
  if (entry.size > most) throw tooLarge();
  const packed = packedBytes(file, entry);
  const unpacked = entry.method === STORED ? packed : inflate(packed, entry, most);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.checksum)
    throw new WorkbookFault("damaged", `${entry.name} does not fit its checksum`);
  return unpacked;
}

function packedBytes(file: Buffer, { name, offset, packedSize }: Entry): Buffer {
  const cut = new WorkbookFault("damaged", `${name} is cut off`);
  if (offset + LOCAL_SIZE > file.length || file.readUInt32LE(offset) !== LOCAL) throw cut;
  const start = offset + LOCAL_SIZE + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + packedSize > file.length) throw cut;
  return file.subarray(start, start + packedSize);
}

/** The directory may lie about the size, so the limit is kept while unpacking too. */
function inflate(packed: Buffer, { name, method }: Entry, most: number): Buffer {
  if (method !== DEFLATED) throw new WorkbookFault("damaged", `${name} is packed in a way that is not known`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    throw new WorkbookFault("damaged", `${name} cannot be unpacked`);
  }
}

function tooLarge(): WorkbookFault {
  return new WorkbookFault("too large", "more than the limit");
}
