/** A ZIP archive whose entries all bear the same date, since the same audit must give the same bytes. */

/** "End of central directory", "central directory entry", and where their parts stand (APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16). */
const END = { signature: 0x06054b50, size: 22, entries: 10, directory: 16 };
const ENTRY = { signature: 0x02014b50, size: 46, time: 12, name: 28, extra: 30, comment: 32, local: 42 };
const LOCAL = { time: 10 };
/** 1 January 1980, 0:00, which is the first that a ZIP can tell: time 0, and month and day in the low bits of the date. */
const FIRST_DAY = 0x0021 << 16;

/** The archive with every date set to the first there is. Throws RangeError where it is no ZIP archive. */
export function withFixedDates(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const end = endOf(view);
  let at = view.getUint32(end + END.directory, true);
  for (let left = view.getUint16(end + END.entries, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY.signature)
      throw new RangeError("no entry of a ZIP archive where one should be");
    view.setUint32(at + ENTRY.time, FIRST_DAY, true);
    view.setUint32(view.getUint32(at + ENTRY.local, true) + LOCAL.time, FIRST_DAY, true);
    const parts = [ENTRY.name, ENTRY.extra, ENTRY.comment].map((part) => view.getUint16(at + part, true));
    at += parts.reduce((sum, length) => sum + length, ENTRY.size);
  }
  return bytes;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - END.size; at >= 0; at -= 1) if (view.getUint32(at, true) === END.signature) return at;
  throw new RangeError("no ZIP archive");
}
