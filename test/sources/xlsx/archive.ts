import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";

interface Entry {
  readonly name: string;
  readonly text: string | Buffer;
  /** What the directory says in place of the truth. Bytes. */
  readonly claimedSize?: number;
  readonly stored?: boolean;
}

/** A ZIP archive, as others write it. */
export function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, claimedSize, stored = false } of entries) {
    const data = Buffer.from(text as string);
    const packed = stored ? data : deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.of(0x50, 0x4b, 3, 4), common, Buffer.from(name), packed]);
    directory.push(Buffer.concat([Buffer.of(0x50, 0x4b, 1, 2, 20, 0), common, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

export interface SheetText {
  readonly name: string;
  readonly state?: "hidden" | "veryHidden";
  /** `<c …>` elements, a text for each row; or the whole of what stands in the sheet when it begins with `<`. */
  readonly rows: readonly string[] | string;
  readonly merged?: readonly string[];
}

export interface WorkbookText {
  readonly sheets: readonly SheetText[];
  /** The inside of styles.xml. */
  readonly styles?: string;
  readonly texts?: readonly string[];
  readonly workbookPr?: string;
}

const OPEN = "http://schemas.openxmlformats.org";
const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OPEN}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;

/** The parts of a workbook, as a spreadsheet writes them. */
export function parts({ sheets, styles, texts, workbookPr = "" }: WorkbookText): readonly Entry[] {
  const list = sheets.map(({ name, state }, at) => {
    const hidden = state === undefined ? "" : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`;
  });
  const relations = [
    ...sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)),
    ...(styles === undefined ? [] : [relation("rId98", "styles", "styles.xml")]),
    ...(texts === undefined ? [] : [relation("rId99", "sharedStrings", "/xl/sharedStrings.xml")]),
  ];
  const main = `<workbook xmlns="${OPEN}/spreadsheetml/2006/main" xmlns:r="${OPEN}/officeDocument/2006/relationships">`;
  return [
    { name: "[Content_Types].xml", text: "<Types/>" },
    {
      name: "xl/workbook.xml",
      text: `<?xml version="1.0"?>${main}${workbookPr}<sheets>${list.join("")}</sheets></workbook>`,
    },
    { name: "xl/_rels/workbook.xml.rels", text: `<Relationships>${relations.join("")}</Relationships>` },
    ...(styles === undefined ? [] : [{ name: "xl/styles.xml", text: `<styleSheet>${styles}</styleSheet>` }]),
    ...(texts === undefined ? [] : [{ name: "xl/sharedStrings.xml", text: textsPart(texts) }]),
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, text: sheetPart(sheet) })),
  ];
}

export function workbook(text: WorkbookText): Buffer {
  return zip(parts(text));
}

function textsPart(texts: readonly string[]): string {
  return `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`;
}

function sheetPart({ rows, merged = [] }: SheetText): string {
  const data = typeof rows === "string" ? rows : rows.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join("");
  const list = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<worksheet><sheetData>${data}</sheetData>${list === "" ? "" : `<mergeCells>${list}</mergeCells>`}</worksheet>`;
}

/** A row of cells from column A: texts and figures. */
export function row(number: number, ...values: readonly (string | number)[]): string {
  return values
    .map((value, at) => {
      const place = `${String.fromCharCode(65 + at)}${number}`;
      return typeof value === "number"
        ? `<c r="${place}"><v>${value}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
    })
    .join("");
}
