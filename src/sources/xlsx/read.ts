import { readSheet } from "read-excel-file/universal";
import type { CellValue } from "./cell-text.ts";
import { withTellingCells } from "./cells.ts";
import { WorkbookFault } from "./fault.ts";
import { packStored } from "./pack.ts";
import type { Sheet, Workbook } from "./sheets.ts";
import { percentStyles } from "./styles.ts";
import { attribute, brokenTags, eachTag, tags } from "./xml.ts";

/**
 * What the parts that a run needs may take unpacked, in bytes: the sheet, the texts, the styles. Reading takes some eight
 * times as much memory.
 */
export const LARGEST = 134_217_728;

/** Cells that were made one: rows and columns from 1, each to its last. */
export interface Merged {
  /** As the workbook writes it: `B2:B5`. */
  readonly name: string;
  readonly row: number;
  readonly lastRow: number;
  readonly column: number;
}

export interface Cells {
  /** Row n of the sheet is the element n − 1; rows may be shorter than others, and empty. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly merged: readonly Merged[];
  /** Numbers of the rows that are not shown, by a filter or by hand. */
  readonly hidden: ReadonlySet<number>;
}

const STYLESHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NO_STYLES = "<styleSheet><cellXfs><xf/></cellXfs></styleSheet>";

/**
 * Reads the cells of one sheet. The parser is handed a workbook of this sheet alone, unpacked here within LARGEST, and with
 * the cells written out that it would pass over. Throws WorkbookFault.
 */
export async function readCells(workbook: Workbook, sheet: Sheet): Promise<Cells> {
  let left = LARGEST;
  const part = (name: string | null): Buffer | null => {
    const bytes = name === null ? null : workbook.archive.unpack(name, left);
    left -= bytes?.length ?? 0;
    return bytes;
  };
  const cells = part(sheet.part);
  if (cells === null) throw new WorkbookFault("damaged", `${sheet.part} is missing`);
  const styles = part(workbook.styles)?.toString("utf8") ?? NO_STYLES;
  const texts = part(workbook.sharedStrings) ?? Buffer.from("<sst/>");
  const xml = cells.toString("utf8");
  if (!ENDED.test(xml)) throw new WorkbookFault("damaged", `${sheet.part} is cut off`);
  for (const one of [xml, styles, texts.toString("latin1")]) refuseBroken(one);
  if (!fits(xml)) throw new WorkbookFault("far cell", "a cell stands far from the others");
  const packed = packStored({
    "xl/workbook.xml": Buffer.from(mainPart(workbook)),
    "xl/_rels/workbook.xml.rels": Buffer.from(RELATIONS),
    "xl/sheet.xml": Buffer.from(withTellingCells(xml, percentStyles(styles))),
    "xl/styles.xml": Buffer.from(styles),
    "xl/texts.xml": texts,
  });
  return { rows: await parsed(packed), merged: mergedCells(xml), hidden: hiddenRows(xml) };
}

const RELATIONS = `<Relationships>${["worksheet|sheet", "styles|styles", "sharedStrings|texts"]
  .map((one) => one.split("|"))
  .map(([kind, part]) => `<Relationship Id="${kind}" Type="${STYLESHEET}/${kind}" Target="${part}.xml"/>`)
  .join("")}</Relationships>`;

function mainPart({ from1904 }: Workbook): string {
  const days = from1904 ? '<workbookPr date1904="1"/>' : "";
  return `<workbook>${days}<sheets><sheet name="sheet" sheetId="1" id="worksheet"/></sheets></workbook>`;
}

async function parsed(packed: ArrayBuffer): Promise<readonly (readonly CellValue[])[]> {
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(packed);
    // The package declares the constructor Date where it gives a date.
    return rows as readonly (readonly CellValue[])[];
  } catch (error) {
    throw new WorkbookFault("damaged", error instanceof Error ? error.message : "its cells cannot be read");
  }
}

/** Before any other look: what is broken costs the parser hours. */
function refuseBroken(xml: string): void {
  const wrong = brokenTags(xml);
  if (wrong !== null) throw new WorkbookFault("damaged", wrong);
}

const ENDED = /<\/(?:[\w.-]+:)?worksheet\s*>\s*$/;
/** In the attributes of a cell: its column and row. */
const PLACE = /\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/;
/** Cells that a sheet may span, from its first to the last, empty ones included: the parser makes all of them. */
const WIDEST = 12_000_000;

function fits(xml: string): boolean {
  let widest = 0;
  let last = 0;
  for (const { attributes } of eachTag(xml, "c")) {
    // A cell that closes itself is empty, and the parser passes over it.
    const [, letters = "", row = ""] = (attributes.endsWith("/") ? null : PLACE.exec(attributes)) ?? [];
    widest = Math.max(widest, columnOf(letters));
    last = Math.max(last, Number(row));
  }
  return widest * last <= WIDEST;
}

function mergedCells(xml: string): readonly Merged[] {
  return tags(xml.slice(xml.lastIndexOf("sheetData")), "mergeCell").flatMap((tag) => {
    const name = attribute(tag, "ref") ?? "";
    const [, letters = "", row = "", last = ""] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(name) ?? [];
    return letters === "" ? [] : [{ name, row: Number(row), lastRow: Number(last), column: columnOf(letters) }];
  });
}

function hiddenRows(xml: string): ReadonlySet<number> {
  const hidden = tags(xml, "row").filter((row) => ["1", "true"].includes(attribute(row, "hidden") ?? ""));
  return new Set(hidden.map((row) => Number(attribute(row, "r") ?? Number.NaN)));
}

/** `A` is 1, `AA` is 27. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
