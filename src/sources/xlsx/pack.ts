/** A ZIP archive of these files, uncompressed. Names: ASCII. Checksums are left out: whoever reads it has just been handed it. */
export function packStored(files: Readonly<Record<string, Buffer>>): ArrayBuffer {
  const entries = Object.entries(files).map(([name, data]) => ({ name: Buffer.from(name, "latin1"), data }));
  const size = entries.reduce((sum, { name, data }) => sum + 76 + 2 * name.length + data.length, 22);
  const packed = new ArrayBuffer(size);
  const archive = Buffer.from(packed);
  const starts: number[] = [];
  let at = 0;
  for (const { name, data } of entries) {
    starts.push(at);
    archive.writeUInt32LE(0x04034b50, at);
    at = describe(archive, at + 4, { name, data });
    at += name.copy(archive, at);
    at += data.copy(archive, at);
  }
  const directory = at;
  for (const [index, { name, data }] of entries.entries()) {
    archive.writeUInt32LE(0x02014b50, at);
    archive.writeUInt32LE(starts[index] ?? 0, at + 42);
    describe(archive, at + 6, { name, data });
    at += 46;
    at += name.copy(archive, at);
  }
  archive.writeUInt32LE(0x06054b50, at);
  archive.writeUInt16LE(entries.length, at + 8);
  archive.writeUInt16LE(entries.length, at + 10);
  archive.writeUInt32LE(at - directory, at + 12);
  archive.writeUInt32LE(directory, at + 16);
  return packed;
}

/** What both records of a file begin with: version 2.0, stored, its size twice, the length of its name. */
function describe(
  archive: Buffer,
  at: number,
  { name, data }: { readonly name: Buffer; readonly data: Buffer },
): number {
  archive.writeUInt16LE(20, at);
  archive.writeUInt32LE(data.length, at + 14);
  archive.writeUInt32LE(data.length, at + 18);
  archive.writeUInt16LE(name.length, at + 22);
  return at + 26;
}
