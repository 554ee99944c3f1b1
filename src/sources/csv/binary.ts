/** What a file that is no table may be, by its first bytes, and what to do with it. */
export interface BinaryKind {
  /** To follow "it is". */
  readonly what: string;
  readonly help: string;
}

interface Signature extends BinaryKind {
  readonly bytes: readonly number[];
}

const SAVE_AS = "Open it in a spreadsheet and save it as an Excel workbook (.xlsx) or as CSV (UTF-8).";
const ASK_FOR_CSV = "Ask the survey platform for a CSV or Excel (.xlsx) export.";
const SAVE_AS_UTF8 = "Save it again as UTF-8.";
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const SIGNATURES: readonly Signature[] = [
  { bytes: OLE, what: "an old Excel workbook (.xls), or one protected by a password", help: SAVE_AS },
  { bytes: [0xff, 0xfe, 0, 0], what: "text in UTF-32", help: SAVE_AS_UTF8 },
  { bytes: [0, 0, 0xfe, 0xff], what: "text in UTF-32", help: SAVE_AS_UTF8 },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF document", help: ASK_FOR_CSV },
];
const PROTECTED: BinaryKind = {
  what: "a workbook protected by a password",
  help: "Open it in a spreadsheet, take the password off, and save it; or save it as CSV (UTF-8).",
};
/** Name of the stream that holds such a workbook. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
/** Some tools give a web page the ending .xls, which spreadsheets open without a word. */
const MARKUP = /^\s*<(?:!doctype|html|head|body|table|\?xml|meta|style|workbook)\b/i;

/**
 * Names the kind of a file that cannot be a CSV export, or null for text.
 * utf16: after a UTF-16 byte order mark zero bytes are ordinary.
 */
export function binaryKind(prefix: Buffer, utf16: boolean): BinaryKind | null {
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => prefix[at] === byte));
  if (known?.bytes === OLE && prefix.includes(ENCRYPTED)) return PROTECTED;
  if (known !== undefined) return known;
  if (isMarkup(prefix, utf16)) return { what: "a web page or XML, whatever its name says", help: SAVE_AS };
  if (utf16 || !prefix.includes(0)) return null;
  return {
    what: "not text: it holds zero bytes",
    help: "Give a CSV export; if it is UTF-16 text, save it again as UTF-8.",
  };
}

function isMarkup(prefix: Buffer, utf16: boolean): boolean {
  const beginning = prefix.toString("latin1", 0, 256);
  return MARKUP.test((utf16 ? beginning.replaceAll("\u0000", "") : beginning).replace(/^(?:ï»¿|ÿþ|þÿ)/, ""));
}
