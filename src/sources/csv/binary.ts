/** What a file that is no text may be, by its first bytes, and what to do with it. */
interface Signature {
  readonly bytes: readonly number[];
  readonly what: string;
  readonly help: string;
}

const SAVE_AS_CSV = "Open it in a spreadsheet and save it as CSV (UTF-8).";
const SIGNATURES: readonly Signature[] = [
  // ZIP: an .xlsx or .ods workbook is one; a survey platform's download often is one too.
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: "a ZIP archive, such as an Excel workbook",
    help: "If it is a workbook, open it in a spreadsheet and save it as CSV (UTF-8); else unpack it and give the CSV file inside.",
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an old Excel workbook", help: SAVE_AS_CSV },
  {
    bytes: [0x1f, 0x8b],
    what: "a gzip-compressed file",
    help: "Unpack it first, or pipe it: gunzip -c FILE | trust-audit score -",
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF document", help: "Ask the survey platform for a CSV export." },
];

/**
 * Names the kind of a file that cannot be a CSV export, or null for text.
 * utf16: after a UTF-16 byte order mark zero bytes are ordinary.
 */
export function binaryKind(prefix: Buffer, utf16: boolean): { readonly what: string; readonly help: string } | null {
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => prefix[at] === byte));
  if (known !== undefined) return known;
  if (utf16 || !prefix.includes(0)) return null;
  return {
    what: "not text: it holds zero bytes",
    help: "Give a CSV export; if it is UTF-16 text, save it again as UTF-8.",
  };
}
