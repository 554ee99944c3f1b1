import { describe, expect, it } from "vitest";
import { refusalOf } from "../pieces.ts";
import { parts, row, type WorkbookText, zip } from "./archive.ts";

const ONE: WorkbookText = {
  sheets: [{ name: "Answers", rows: [row(1, "id", "C1"), row(2, "p1", 4)] }],
  styles: '<cellXfs count="1"><xf numFmtId="9"/></cellXfs>',
  texts: ["4"],
};
const MANY = 160_000;
/** Far above what one pass takes on a slow machine, far below what a pass for each tag takes. Milliseconds. */
const SLOWEST = 1000 * Number(process.env["TRUST_AUDIT_SLOWNESS"] ?? 1);

/** The workbook with this many copies of a text before a place in one of its parts. */
function spoilt(part: string, before: string, text: string): Buffer {
  const entries = parts(ONE).map((one) =>
    one.name.endsWith(part) ? { ...one, text: String(one.text).replace(before, text.repeat(MANY) + before) } : one,
  );
  return zip(entries);
}

describe("tags without end cost one pass over the part they stand in", () => {
  it.each([
    ["sheet1.xml", "</sheetData>", "<c "],
    ["sheet1.xml", "</sheetData>", "<x:c "],
    ["sheet1.xml", "</sheetData>", '<c r="A1"'],
    ["sheet1.xml", "</sheetData>", '<c r="A1">'],
    ["sheet1.xml", "</sheetData>", '<x:c r="A1" t="e">'],
    ["sheet1.xml", "</sheetData>", '<c r="A1" t="e"><v '],
    ["sheet1.xml", "</sheetData>", '<c r="A1"><f>'],
    ["sheet1.xml", "</sheetData>", "<x:f "],
    ["sheet1.xml", "</sheetData>", "<f "],
    ["sheet1.xml", "</sheetData>", "<x-c"],
    ["sheet1.xml", "</sheetData>", "<x-f"],
    ["sheet1.xml", "</sheetData>", ' r="A1" r="A1"'],
    ["sheet1.xml", "</sheetData>", "<row "],
    ["sheet1.xml", "</sheetData>", '<row r="5" hidden="1"'],
    ["sheet1.xml", "</sheetData>", "<row hidden="],
    ["sheet1.xml", "</worksheet>", "<mergeCell "],
    ["sheet1.xml", "</worksheet>", "</worksheet "],
    ["styles.xml", "</cellXfs>", "<xf "],
    ["styles.xml", "<cellXfs", "<cellXfs>"],
    ["styles.xml", "<cellXfs", "<cellStyleXfs "],
    ["styles.xml", "<cellXfs", "<numFmt "],
    ["sharedStrings.xml", "</sst>", "<si><t "],
    ["workbook.xml", "</sheets>", "<sheet "],
    ["workbook.xml.rels", "</Relationships>", "<Relationship "],
  ])("%s: many before %s: %s", { timeout: 20_000 }, async (...place) => {
    const began = performance.now();
    const refusal = await refusalOf(spoilt(...place)).catch(() => "read all the same");
    expect(performance.now() - began).toBeLessThan(SLOWEST);
    expect(refusal).toBeDefined();
  });

  it("a long format of a number", async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${"[".repeat(MANY)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
    const began = performance.now();
    await refusalOf(zip(parts({ ...ONE, styles }))).catch(() => "read all the same");
    expect(performance.now() - began).toBeLessThan(SLOWEST);
  });
});

describe("a cell far from the others is found however it is written", () => {
  it.each(['<c x="<" r="XFD1048576">', '<c x=">" r="XFD1048576">', "<é:c r='XFD1048576'>"])("%s", async (cell) => {
    const rows = `<row r="1">${row(1, "id", "C1")}</row><row r="2">${row(2, "p1", 4)}${cell}<v>1</v></c></row>`;
    expect(await refusalOf(zip(parts({ ...ONE, sheets: [{ name: "Answers", rows }] })))).toMatchObject({
      message: expect.stringMatching(/far|never closed/) as string,
    });
  });
});
