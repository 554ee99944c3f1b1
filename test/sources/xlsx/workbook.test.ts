import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import writeWorkbook, { type SheetData } from "write-excel-file/node";
import { readTable, refusalOf } from "../pieces.ts";
import { parts, row, type WorkbookText, workbook, zip } from "./archive.ts";

const HEADER = row(1, "id", "C1", "C2");
const ONE: WorkbookText = { sheets: [{ name: "Answers", rows: [HEADER, row(2, "p1", 4, 5)] }] };

/** One data row whose second cell is this element, without its place. */
function withCell(cell: string, more: Partial<WorkbookText> = {}): Buffer {
  const second = `${row(2, "p1")}${cell.replace("<c", '<c r="B2"')}`;
  return workbook({ sheets: [{ name: "Answers", rows: [row(1, "id", "C1"), second] }], ...more });
}

const STYLES = `<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm"/>
<numFmt numFmtId="166" formatCode="0&quot;%&quot;"/></numFmts><cellStyleXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf xfId="1"/><xf numFmtId="14"/></cellXfs>`;

describe("a workbook is read as its sheet would stand in a CSV file", () => {
  it("in any pieces, and through gzip", async () => {
    for (const sizes of [[65_536], [1]]) {
      const { source, rows, lines } = await readTable(workbook(ONE), { sizes });
      expect(source.head).toMatchObject({
        headers: ["id", "C1", "C2"],
        sheet: "Answers",
        encoding: null,
        delimiter: null,
        bom: false,
        compressed: false,
        headerLine: 1,
        sample: [{ cells: ["p1", "4", "5"], line: 2 }],
      });
      expect([rows, lines]).toEqual([[["p1", "4", "5"]], [2]]);
    }
    const packed = await readTable(gzipSync(workbook(ONE)));
    expect(packed.source.head).toMatchObject({ compressed: true, sheet: "Answers" });
    expect(packed.rows).toEqual([["p1", "4", "5"]]);
  });

  it.each<[string, string, string, Partial<WorkbookText>?]>([
    ["a whole number", "<c><v>4</v></c>", "4"],
    ["a sum of binary fractions", "<c><v>0.30000000000000004</v></c>", "0.3"],
    ["a large number", "<c><v>123456789012345</v></c>", "123456789012345"],
    ["a small number", "<c><v>1.2E-7</v></c>", "0.00000012"],
    ["a number written with an exponent", "<c><v>4.5E1</v></c>", "45"],
    ["a number stored as text", '<c t="s"><v>0</v></c>', "4", { texts: ["4"] }],
    ["text in several fonts", '<c t="inlineStr"><is><r><t>Agr</t></r><r><t>ee</t></r></is></c>', "Agree"],
    ["text with XML's own characters", '<c t="s"><v>0</v></c>', 'R&D "<b>"', { texts: ['R&amp;D "&lt;b&gt;"'] }],
    ["an escaped line end", '<c t="s"><v>0</v></c>', "a\nb", { texts: ["a_x000A_b"] }],
    ["true", '<c t="b"><v>1</v></c>', "TRUE"],
    ["false", '<c t="b"><v>0</v></c>', "FALSE"],
    ["an error", '<c t="e"><v>#N/A</v></c>', "#N/A"],
    ["an error of a formula", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"],
    ["a formula's number", "<c><f>2+2</f><v>4</v></c>", "4"],
    ["a formula's text", '<c t="str"><f>A1</f><v>Agree</v></c>', "Agree"],
    ["a formula whose text is empty", '<c t="str"><f>A1</f><v></v></c>', ""],
    ["a formula nobody worked out", "<c><f>2+2</f></c>", "#NOT CALCULATED"],
    ["the same with an empty value", "<c><f>2+2</f><v></v></c>", "#NOT CALCULATED"],
    ["the same, closed at once", "<c><f>2+2</f><v/></c>", "#NOT CALCULATED"],
    ["an empty cell", "<c/>", ""],
    ["a moment", '<c s="3"><v>46146.383333333331</v></c>', "2026-05-04 09:12:00", { styles: STYLES }],
    ["a day", '<c s="6"><v>46146</v></c>', "2026-05-04 00:00:00", { styles: STYLES }],
    ["a moment as text of its own", '<c t="d"><v>2026-05-04T09:12:00.000Z</v></c>', "2026-05-04 09:12:00"],
    [
      "a day from 1904",
      '<c s="6"><v>44684</v></c>',
      "2026-05-04 00:00:00",
      { styles: STYLES, workbookPr: '<workbookPr date1904="true"/>' },
    ],
    ["per cent", '<c s="1"><v>0.45</v></c>', "45%", { styles: STYLES }],
    ["per cent by an own format", '<c s="2"><v>0.125</v></c>', "12.5%", { styles: STYLES }],
    ["per cent by the style behind the style", '<c s="5"><v>0.07</v></c>', "7%", { styles: STYLES }],
    ["a formula's per cent", '<c s="1"><f>A1</f><v>0.28999999999999998</v></c>', "29%", { styles: STYLES }],
    ["a sign that does not multiply", '<c s="4"><v>45</v></c>', "45", { styles: STYLES }],
    ["text in a cell for per cent", '<c s="1" t="s"><v>0</v></c>', "0.45", { styles: STYLES, texts: ["0.45"] }],
  ])("%s", async (...[, cell, expected, more]) => {
    const { rows } = await readTable(withCell(cell, more));
    expect(rows).toEqual([["p1", expected]]);
  });

  it("with a prefix before every name, as some programs write them", async () => {
    const prefixed = parts({
      ...ONE,
      sheets: [{ name: "A", rows: [row(1, "id", "C1"), `${row(2, "p1")}<c r="B2" t="e"><v>#N/A</v></c>`] }],
    });
    const file = zip(
      prefixed.map(({ name, text }) =>
        name.endsWith("sheet1.xml")
          ? {
              name,
              text: text
                .toString()
                .replace(/<(\/?)(\w)/g, "<$1x:$2")
                .replace(
                  "<x:worksheet",
                  '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
                ),
            }
          : { name, text },
      ),
    );
    expect((await readTable(file)).rows).toEqual([["p1", "#N/A"]]);
  });

  it("from the row and the column where the table begins, without its empty rows", async () => {
    const rows =
      '<row r="3"><c r="C3" t="inlineStr"><is><t>C1</t></is></c><c r="D3" t="inlineStr"><is><t>C2</t></is></c></row>';
    const table = `${rows}<row r="4"><c r="C4"><v>4</v></c></row><row r="5"/><row r="7"><c r="B7" s="0"/><c r="D7"><v>5</v></c></row>`;
    const { source, rows: read, lines } = await readTable(workbook({ sheets: [{ name: "A", rows: table }] }));
    expect(source.head).toMatchObject({ headers: ["C1", "C2"], headerLine: 3 });
    expect(read).toEqual([
      ["4", ""],
      ["", "5"],
    ]);
    expect(lines).toEqual([4, 7]);
  });

  it("whatever a spreadsheet's own library writes", async () => {
    const cell = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.stringMatching(/^[A-Za-zé<>&"' ]{1,12}$/).map((text) => `x${text.trim()}`),
      fc.boolean(),
      fc.constant(null),
    );
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const written = [["a", "b", "c"], ...rows.map((cells) => [...cells])];
        const data = written.map((cells) => cells.map((value) => (value === null ? null : { value })));
        const file = await writeWorkbook(data as SheetData).toBuffer();
        const read = await readTable(Buffer.from(file));
        const expected = rows
          .filter((cells) => cells.some((value) => value !== null))
          .map((cells) =>
            cells.map((value) => (typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? ""))),
          );
        expect(read.rows).toEqual(expected);
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });
});

describe("which sheet is read", () => {
  const sheet = (name: string, value: number, state?: "hidden") => ({
    name,
    ...(state === undefined ? {} : { state }),
    rows: [row(1, "C1"), row(2, value)],
  });
  const book = workbook({
    sheets: [sheet("Notes", 1, "hidden"), sheet("Answers 2026", 2), sheet("3", 3), sheet("R&amp;D", 4)],
  });
  it.each<[string | undefined, string]>([
    [undefined, "2"],
    ["Answers 2026", "2"],
    ["answers 2026 ", "2"],
    ["1", "1"],
    ["Notes", "1"],
    ["3", "3"],
    ["4", "4"],
    ["R&D", "4"],
  ])("%j", async (asked, value) => {
    expect((await readTable(book, { sheet: asked })).rows).toEqual([[value]]);
  });

  it("says which others it did not read, when nobody chose", async () => {
    const { source } = await readTable(book);
    expect(source.problems).toMatchObject([
      { code: "CSV037", severity: "warning", message: expect.stringContaining('"3", "R&D" were not') },
    ]);
    expect((await readTable(book, { sheet: "4" })).source.problems).toEqual([]);
    const empty = workbook({ sheets: [sheet("A", 1), { name: "B", rows: ['<c r="A1" s="0"/>'] }] });
    expect((await readTable(empty)).source.problems).toEqual([]);
  });

  it("is read with its hidden rows, which are told", async () => {
    const hidden = `<row r="1">${HEADER}</row><row r="2" hidden="1">${row(2, "p1", 4, 5)}</row><row r="3" hidden="0">${row(3, "p2", 3, 3)}</row>`;
    const { source, rows } = await readTable(workbook({ sheets: [{ name: "Answers", rows: hidden }] }));
    expect(rows).toHaveLength(2);
    expect(source.problems).toMatchObject([{ code: "CSV040", message: expect.stringContaining("1 row is hidden") }]);
  });

  it.each([
    ["Answer 2026", { message: expect.stringContaining('Did you mean "Answers 2026"?') }],
    ["9", { help: expect.stringContaining('1 "Notes" (hidden), 2 "Answers 2026", 3 "3", 4 "R&D"') }],
    ["0", {}],
  ])("%s is none", async (asked, more) => {
    expect(await refusalOf(book, { sheet: asked })).toMatchObject({ code: "CSV034", exitCode: 3, ...more });
  });

  it("none, where all are hidden", async () => {
    const hidden = workbook({ sheets: [sheet("A", 1, "hidden"), sheet("B", 2, "hidden")] });
    expect(await refusalOf(hidden)).toMatchObject({ code: "CSV034", help: expect.stringContaining('1 "A", 2 "B"') });
  });
});

describe("what is refused", () => {
  const whole = workbook(ONE);
  const entry = (name: string) => ({ name, text: "x" });
  it.each<[string, Buffer, string, string]>([
    ["an archive with an export inside", zip([entry("survey/answers.csv")]), "CSV006", "with the export inside"],
    ["an archive of anything", zip([entry("photo.jpg")]), "CSV006", "ZIP archive"],
    ["an empty archive", zip([]), "CSV006", "ZIP archive"],
    ["a binary workbook", zip([entry("xl/workbook.bin")]), "CSV006", ".xlsb"],
    ["an OpenDocument sheet", zip([entry("mimetype"), entry("content.xml")]), "CSV006", ".ods"],
    ["a Word document", zip([entry("word/document.xml")]), "CSV006", "Word"],
    ["a beginning of an archive", whole.subarray(0, 300), "CSV035", "end is missing"],
    ["no list of parts", zip(parts(ONE).filter(({ name }) => !name.endsWith(".rels"))), "CSV035", "rels is missing"],
    [
      "no sheet",
      zip(parts(ONE).filter(({ name }) => !name.includes("worksheets/"))),
      "CSV035",
      "sheet1.xml is missing",
    ],
    ["a sheet cut in the middle", withPart("sheet1.xml", (text) => text.slice(0, 60)), "CSV035", "is cut off"],
    ["a cell of no known kind", withCell('<c t="zz"><v>1</v></c>'), "CSV035", "damaged"],
    ["a text that is not there", withCell('<c t="s"><v>7</v></c>'), "CSV035", "damaged"],
    ["an empty sheet", workbook({ sheets: [{ name: "A", rows: [] }] }), "CSV005", 'sheet "A" is empty'],
    ["a lie about a size", zip(parts(ONE).map((one) => ({ ...one, claimedSize: 1 }))), "CSV035", "does not fit"],
    [
      "a far cell",
      workbook({
        sheets: [
          { name: "A", rows: `<row r="1">${row(1, "C1")}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>` },
        ],
      }),
      "CSV033",
      "far from",
    ],
  ])("%s", async (...[, file, code, says]) => {
    expect(await refusalOf(file)).toMatchObject({ exitCode: 3, code, message: expect.stringContaining(says) });
  });

  it("a bomb, before and while it is unpacked", async () => {
    const sheet = "xl/worksheets/sheet1.xml";
    const bomb = Buffer.alloc(140_000_000, " ");
    for (const claimedSize of [undefined, 1000]) {
      const entries = parts(ONE).map((one) =>
        one.name === sheet ? { name: sheet, text: bomb, ...(claimedSize === undefined ? {} : { claimedSize }) } : one,
      );
      expect(await refusalOf(zip(entries))).toMatchObject({ code: "CSV033", help: expect.stringContaining("CSV") });
    }
  });

  it("any flipped bit or a wrong byte: a problem, or the same answers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const file = Buffer.from(whole);
        file[at] = (file[at] ?? 0) ^ change;
        const outcome = await readTable(file).then(
          ({ rows }) => rows,
          (error: unknown) => error,
        );
        if (Array.isArray(outcome)) expect(outcome).toEqual([["p1", "4", "5"]]);
        else expect(outcome).toMatchObject({ exitCode: 3 });
      }),
      { seed: 20261122 },
    );
  });

  it("merged cells among the answers, and not in the header", async () => {
    const rows = [row(1, "C1", "C2"), row(2, 4), row(3, 5, 5)];
    const merged = (...refs: string[]) => workbook({ sheets: [{ name: "A", rows, merged: refs }] });
    expect(await refusalOf(merged("A1:B1", "A2:B2"))).toMatchObject({
      code: "CSV038",
      message: expect.stringContaining("A2:B2"),
      place: { line: 2 },
    });
    for (const harmless of ["A1:B1", "D2:E9"]) expect((await readTable(merged(harmless))).rows).toHaveLength(2);
  });

  function withPart(ending: string, change: (text: string) => string): Buffer {
    return zip(
      parts(ONE).map(({ name, text }) => ({ name, text: name.endsWith(ending) ? change(text.toString()) : text })),
    );
  }
});
