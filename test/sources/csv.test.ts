import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemsError } from "../../src/problems/problem.ts";
import { RowParser } from "../../src/sources/csv/row-parser.ts";
import { RowReader } from "../../src/sources/csv/row-reader.ts";
import { UnreadableRow } from "../../src/sources/csv/unreadable-row.ts";
import { openTable } from "../../src/sources/table/open.ts";
import type { TableSource } from "../../src/sources/table/source.ts";
import { inPieces } from "./pieces.ts";

const SEED = { seed: 20261122 };

interface Read {
  readonly source: TableSource;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

async function read(content: string | Buffer, sizes?: readonly number[]): Promise<Read> {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const source = await openTable({ name: "staff.csv", open: inPieces(bytes, sizes) });
  const rows: string[][] = [];
  const lines: number[] = [];
  await source.rows((cells, line) => {
    rows.push([...cells]);
    lines.push(line());
  });
  return { source, rows, lines };
}

async function refusal(content: string | Buffer, sizes?: readonly number[]) {
  try {
    await read(content, sizes);
  } catch (error) {
    if (error instanceof ProblemsError) return { exitCode: error.exitCode, ...error.problems[0] };
    throw error;
  }
  throw new Error("was read");
}

describe("encodings", () => {
  const text = "code,team\np1,Señales\np2,Łódź – 東京\n";
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
  const utf16 = Buffer.from(text, "utf16le");
  it.each([
    ["UTF-8", Buffer.from(text), { encoding: "utf-8", bom: false }],
    ["UTF-8 with BOM", Buffer.from(`\ufeff${text}`), { encoding: "utf-8", bom: true }],
    ["UTF-16LE", Buffer.concat([Buffer.of(0xff, 0xfe), utf16]), { encoding: "utf-16le", bom: true }],
    ["UTF-16BE", Buffer.concat([Buffer.of(0xfe, 0xff), swapped(utf16)]), { encoding: "utf-16be", bom: true }],
  ])("%s", async (_, bytes, head) => {
    for (const sizes of [[65_536], [1], [3, 5, 2]]) {
      const { source, rows } = await read(bytes, sizes);
      expect(source.head).toMatchObject({ ...head, headers: ["code", "team"] });
      expect(source.problems).toEqual([]);
      expect(rows).toEqual([
        ["p1", "Señales"],
        ["p2", "Łódź – 東京"],
      ]);
    }
  });

  it.each([
    ["UTF-16LE", utf16, "utf-16le"],
    ["UTF-16BE", swapped(utf16), "utf-16be"],
  ])("%s without a byte order mark, with a warning", async (_, bytes, encoding) => {
    for (const sizes of [[65_536], [1], [3, 5, 2]]) {
      const { source, rows } = await read(bytes, sizes);
      expect(source.head).toMatchObject({ encoding, bom: false, headers: ["code", "team"] });
      expect(source.problems).toMatchObject([{ code: "CSV023", severity: "warning", place: { file: "staff.csv" } }]);
      expect(rows).toEqual([
        ["p1", "Señales"],
        ["p2", "Łódź – 東京"],
      ]);
    }
  });

  it("falls back to Windows-1252 with a warning", async () => {
    const bytes = Buffer.from("code,team\np1,Se\xf1ales \x96 \x80\n", "latin1");
    const { source, rows } = await read(bytes);
    expect(rows).toEqual([["p1", "Señales – €"]]);
    expect(source.head.encoding).toBe("windows-1252");
    expect(source.problems).toMatchObject([{ code: "CSV008", severity: "warning", place: { file: "staff.csv" } }]);
  });

  it("judges the first 64 KB only; a later byte that is no UTF-8 is an error with its line", async () => {
    const row = "p1,Señales\n";
    const many = Buffer.from(`code,team\n${row.repeat(8000)}`);
    const bytes = Buffer.concat([many, Buffer.from("p2,Se\xf1ales\n", "latin1"), Buffer.from(row)]);
    for (const sizes of [[65_536], [1_000], [300_000]]) {
      expect(await refusal(bytes, sizes)).toMatchObject({ exitCode: 3, code: "CSV007", place: { line: 8002 } });
    }
  });

  it("does not take a character cut at 64 KB for a broken one", async () => {
    for (let shift = 0; shift < 3; shift += 1) {
      const text = `code,team\n${"x".repeat(shift)}${"東".repeat(40_000)},a\n`;
      expect((await read(text)).source.head.encoding).toBe("utf-8");
    }
  });
});

describe("delimiters", () => {
  it.each([
    [",", "a,b,c\n1,2,3\n4,5,6\n"],
    [";", "a;b;c\n1;2,5;3\n4;5,5;6\n"],
    ["\t", "a\tb\tc\n1\t2,5\t3\n4\t5\t6\n"],
    ["|", "a|b|c\n1|2|3\n"],
    [";", "id;They are fair, kind, and quick, I find\n1;4\n2;5\n"],
    [",", '"a;b","c;d;e","f"\n"1;1","2;2;2","3"\n'],
    [",", "only\n1\n2\n"],
    [",", "a,b,c\n1,2,3\n1,2\n4,5,6\n"],
  ])("%j", async (delimiter, text) => {
    expect((await read(text)).source.head.delimiter).toBe(delimiter);
  });
});

describe("rows", () => {
  it.each<[string, string, string[][], number[]]>([
    [
      "CRLF",
      "a,b\r\n1,2\r\n3,4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
      [2, 3],
    ],
    [
      "CR",
      "a,b\r1,2\r3,4\r",
      [
        ["1", "2"],
        ["3", "4"],
      ],
      [2, 3],
    ],
    [
      "no last line end",
      "a,b\n1,2\n3,4",
      [
        ["1", "2"],
        ["3", "4"],
      ],
      [2, 3],
    ],
    [
      "line ends of both kinds",
      "a,b\n1,2\r\n3,4\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
      [2, 3],
    ],
    [
      "line ends in cells",
      'a,b\n"1\n\n1",2\n3,"4\r\n4"\n5,6\n',
      [
        ["1\n\n1", "2"],
        ["3", "4\n4"],
        ["5", "6"],
      ],
      [2, 5, 7],
    ],
    [
      "blank lines",
      "\n\na,b\n1,2\n\n   \n3,4\n\n\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
      [4, 7],
    ],
    ["rows of delimiters before the header", ",,\n,,\na,b,c\n1,2,3\n", [["1", "2", "3"]], [4]],
    ["doubled quotes", 'a,b\n"say ""hi""",2\n', [['say "hi"', "2"]], [2]],
    ["ragged rows as they are", "a,b\n1\n1,2,3\n", [["1"], ["1", "2", "3"]], [2, 3]],
    ["a header only", "a,b\n", [], []],
  ])("%s", async (_, text, rows, lines) => {
    for (const sizes of [[65_536], [1]]) {
      const found = await read(text, sizes);
      expect(found.rows).toEqual(rows);
      expect(found.lines).toEqual(lines);
    }
  });

  it.each([
    ["sep=;\na;b,c\n1;2,5\n", ";", 2],
    ["SEP=,\r\na;b;c,b\r\n1;1;1,2\r\n", ",", 2],
    ['"sep=|"\na|b,c,d\n1|2\n', "|", 2],
    ["sep=\t\na\tb;c\n1\t2\n", "\t", 2],
    ["\n\nsep=; \n\n;\na;b\n1;2\n", ";", 6],
    ['"sep=;"\n"a";"b"\n"1";"2"\n', ";", 2],
  ])("lets a first line such as sep=; name the delimiter: %j", async (text, delimiter, headerLine) => {
    for (const sizes of [[65_536], [1]]) {
      const { source, rows, lines } = await read(text, sizes);
      expect(source.head).toMatchObject({ delimiter, headerLine });
      expect(source.head.headers).toHaveLength(2);
      expect(source.head.sample.map(({ cells }) => cells)).toEqual(rows);
      expect(rows).toHaveLength(1);
      expect(lines).toEqual([headerLine + 1]);
    }
  });

  it.each([
    ["sep=;", "CSV005"],
    ["sep=;\n;;\n", "CSV005"],
  ])("needs a header below it: %j", async (text, code) => {
    expect(await refusal(text)).toMatchObject({ code });
  });

  it.each([
    ["sep=:\n1\n", ["sep=:"]],
    ["separate;sep=,\n1;2\n", ["separate", "sep=,"]],
  ])("takes nothing else for such a line: %j", async (text, headers) => {
    expect((await read(text)).source.head).toMatchObject({ headers, headerLine: 1 });
  });

  it("knows the line of the header", async () => {
    expect((await read("\n\n,,\na,b,c\n1,2,3\n")).source.head.headerLine).toBe(4);
    expect((await read('a,"b\nb"\n1,2\n')).source.head.headerLine).toBe(1);
  });

  it("gives a sample of at most twenty rows", async () => {
    const { source, rows } = await read(`a,b\n${"1,2\n".repeat(50)}`);
    expect(source.head.sample).toHaveLength(20);
    expect(rows).toHaveLength(50);
  });

  it("reads a header longer than the first 64 KB", async () => {
    const headers = Array.from({ length: 2000 }, (_, at) => `Question ${at} ${"word ".repeat(10)}`.trim());
    const { source, rows } = await read(`${headers.join(";")}\n${headers.map(() => "4").join(";")}\n`);
    expect(source.head.headers).toEqual(headers);
    expect(rows).toHaveLength(1);
  });

  it("lets what the taker of rows throws go through as it is", async () => {
    const source = await openTable({ name: "a.csv", open: inPieces(Buffer.from("a,b\n1,2\n")) });
    const defect = new RangeError("mine");
    await expect(
      source.rows(() => {
        throw defect;
      }),
    ).rejects.toBe(defect);
  });

  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('"', ",", ";", "\n", " ", "a", "é", "東", "😀"), maxLength: 12 }),
  );
  const table = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 12 }))
    .chain(([width, height]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
    );
  const written = (rows: readonly (readonly string[])[], end: string) =>
    rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",") + end).join("");
  const unified = (text: string) => text.replace(/\r\n?/g, "\n");

  it("come back as they were written", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom("\n", "\r\n"), async (rows, end) => {
        const header = (rows[0] ?? []).map((_, at) => `column ${at}`);
        const found = await read(written([header, ...rows], end));
        expect(found.source.head.headers).toEqual(header);
        expect(found.rows).toEqual(rows.map((row) => row.map(unified)));
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  /** Quoted only where it must be, as spreadsheets write. */
  const sparing = (rows: readonly (readonly string[])[], end: string) =>
    rows
      .map(
        (row) => row.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",") + end,
      )
      .join("");

  it.each([
    ["every cell quoted", written],
    ["few cells quoted", sparing],
  ])("do not depend on how the bytes are cut into chunks: %s", async (_, write) => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, sizes, fc.constantFrom("\n", "\r\n", "\r"), async (rows, cuts, end) => {
        const bytes = Buffer.from(write([(rows[0] ?? []).map((_, at) => `c${at}`), ...rows], end));
        const whole = await read(bytes);
        const cut = await read(bytes, cuts);
        expect(whole.rows).toEqual(rows.map((row) => row.map(unified)));
        expect(cut.source.head).toEqual(whole.source.head);
        expect(cut.rows).toEqual(whole.rows);
        expect(cut.lines).toEqual(whole.lines);
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  const plain = fc.string({ unit: fc.constantFrom(",", ";", "\n", " ", "a", "é", "😀", "4"), maxLength: 60 });
  const quoting = fc.string({ unit: fc.constantFrom('"', '"', '","', "\n", '"\n"', ",", "a", "é"), maxLength: 30 });
  it.each([
    ["without a quotation mark", plain],
    ["with quotation marks in any place", quoting],
  ])("%s are read as csv-parse reads them", async (_, text) => {
    const rowsOf = async (reader: { feed(chunk: Buffer): Promise<void>; finish(): Promise<void> }, bytes: Buffer) => {
      try {
        if (bytes.length > 0) await reader.feed(bytes);
        await reader.finish();
        return null;
      } catch (error) {
        return error instanceof UnreadableRow ? { kind: error.fault, ...error.lines } : String(error);
      }
    };
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const [ours, theirs]: [unknown[], unknown[]] = [[], []];
        const bytes = Buffer.from(content);
        const fault = await rowsOf(
          new RowReader({ delimiter: "," }, (cells, line) => ours.push([line(), ...cells])),
          bytes,
        );
        const parser = new RowParser({ delimiter: ",", linesBefore: 0 }, (cells, line) =>
          theirs.push([line(), ...cells]),
        );
        expect(fault).toEqual(await rowsOf(parser, bytes));
        expect(ours).toEqual(theirs);
      }),
      { ...SEED, numRuns: 300 },
    );
  });

  it("keep their line numbers from the first quotation mark on", async () => {
    const plain = "1,2\n".repeat(30_000);
    const { rows, lines } = await read(`a,b\n${plain}"3\n3",4\n5,6\n`);
    expect(rows).toHaveLength(30_002);
    expect(lines.slice(-3)).toEqual([30_001, 30_002, 30_004]);
    expect(await refusal(`a,b\n${plain}1,"2\n`)).toMatchObject({ code: "CSV009", place: { line: 30_002 } });
    expect(await refusal(`a,b\n${plain}1,"2"2\n`)).toMatchObject({ code: "CSV010", place: { line: 30_002 } });
  });
});

describe("dialects", () => {
  it.each([
    [
      "own download",
      '"Timestamp","Rate us [Deadlines are met]"\n"2026/05/04 9:12:00 AM GMT+1","4"\n',
      "google-forms",
      "own download",
    ],
    [
      "by way of a sheet",
      "Zeitstempel,Rate us [Deadlines are met]\n04.05.2026 09:12:00,4\n",
      "google-forms",
      "by way of a sheet",
    ],
    ["hand-made", "id,C1\np1,4\n", "plain", "one header row"],
  ])("%s", async (...[, text, dialect, reason]) => {
    const { source } = await read(text);
    expect(source.head).toMatchObject({ dialect, reason: expect.stringContaining(reason), headerRows: 1 });
  });

  it("is what the user says it is", async () => {
    const source = await openTable(
      { name: "a", open: inPieces(Buffer.from("id,C1\np1,4\n")) },
      { dialect: "google-forms" },
    );
    expect(source.head).toMatchObject({ dialect: "google-forms", reason: "as asked" });
  });
});

describe("what is refused", () => {
  it.each<[string, string | Buffer, string, object]>([
    ["an empty file", "", "CSV005", {}],
    ["a byte order mark alone", "\ufeff", "CSV005", {}],
    ["blank lines", "\n \n\r\n", "CSV005", { message: expect.stringContaining("blank") }],
    ["delimiters only", ",,\n,,\n", "CSV005", {}],
    [
      "a cut-off workbook",
      Buffer.from("PK\u0003\u0004rest"),
      "CSV035",
      { message: expect.stringContaining("end is missing") },
    ],
    ["an old workbook", Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 1), "CSV006", { message: expect.stringContaining(".xls") }],
    [
      "a protected workbook",
      Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le")]),
      "CSV006",
      {
        message: expect.stringContaining("protected by a password"),
        help: expect.stringContaining("take the password off"),
      },
    ],
    [
      "a cut-off gzip file",
      Buffer.of(0x1f, 0x8b, 8, 0),
      "CSV032",
      { message: expect.stringContaining("ends in the middle") },
    ],
    [
      "a web page",
      "<html><body><table><tr><td>C1</td></tr></table></body></html>",
      "CSV006",
      { message: expect.stringContaining("web page") },
    ],
    ["XML", '\ufeff<?xml version="1.0"?>\n<Workbook/>\n', "CSV006", {}],
    ["a PDF", "%PDF-1.7\n", "CSV006", { message: expect.stringContaining("PDF") }],
    ["zero bytes", "a,b\n1,\u0000\n", "CSV006", {}],
    ["a quote never closed", 'a,b\n1,2\n3,"4\n5,6\n', "CSV009", { place: { file: "staff.csv", line: 3 } }],
    [
      "a quote never closed, further down in its row",
      'a,b,c\n1,"2\n2","4\n5,6\n',
      "CSV009",
      { place: { file: "staff.csv", line: 3 }, message: expect.stringContaining("begins on line 2") },
    ],
    ["a quote never closed in the header", 'a,"b\n1,2\n', "CSV009", { place: { file: "staff.csv", line: 1 } }],
    ["a stray quote", 'a,b\n1,2\n3,4" wide\n', "CSV010", { place: { file: "staff.csv", line: 3 } }],
    ["text behind a closing quote", 'a,b\n1,"2" x\n', "CSV010", { place: { file: "staff.csv", line: 2 } }],
  ])("%s", async (...[, content, code, more]) => {
    for (const sizes of [[65_536], [1]])
      expect(await refusal(content, sizes)).toMatchObject({ exitCode: 3, severity: "error", code, ...more });
  });

  it.each([[[65_536]], [[1_000_000]]])("a row of more than 1 MB, in chunks of %j", async (sizes) => {
    const long = `a,b\n1,2\n3,"${"x".repeat(1_100_000)}"\n4,5\n`;
    expect(await refusal(long, sizes)).toMatchObject({ code: "CSV011", place: { line: 3 } });
    expect(await refusal(`a,b\n1,2\n3,${"x".repeat(1_100_000)}\n4,5\n`, sizes)).toMatchObject({
      code: "CSV011",
      place: { line: 3 },
    });
    const open = `a,b\n1,2\n3,"${"x\n".repeat(2_000_000)}`;
    expect(await refusal(open, sizes)).toMatchObject({ code: "CSV011", place: { line: 3 } });
  });

  it.each([
    ["ENOENT", "CSV001"],
    ["EISDIR", "CSV002"],
    ["EACCES", "CSV003"],
    ["EIO", "CSV004"],
  ])("%s", async (reason, code) => {
    const error = Object.assign(new Error(reason), { code: reason, syscall: "open" });
    const failing = () =>
      new Readable({
        read() {
          this.destroy(error);
        },
      });
    await expect(openTable({ name: "x.csv", open: failing })).rejects.toMatchObject({
      exitCode: 3,
      problems: [{ code, place: { file: "x.csv" } }],
    });
  });
});

describe("memory", () => {
  it("holds no more of a file than its beginning and a chunk", async () => {
    let handed = 0;
    let most = 0;
    let taken = 0;
    const row = Buffer.from(`${"4,".repeat(40)}4\n`);
    const chunk = Buffer.concat(Array.from({ length: 500 }, () => row));
    const open = () =>
      Readable.from(
        (function* () {
          yield row;
          for (let piece = 0; piece < 40; piece += 1) {
            handed += 500;
            most = Math.max(most, handed - taken);
            yield chunk;
          }
        })(),
        { objectMode: false, highWaterMark: 1 },
      );
    const source = await openTable({ name: "long.csv", open });
    await source.rows(() => {
      taken += 1;
    });
    expect(taken).toBe(20_000);
    expect(most).toBeLessThan(2_500);
  });
});
