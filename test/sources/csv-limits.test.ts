import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ProblemsError } from "../../src/problems/problem.ts";
import { openTable } from "../../src/sources/table/open.ts";
import { WHOLE } from "../part.ts";
import { readTable, refusalOf } from "./pieces.ts";

const FAR = WHOLE ? 900_000 : 250_000;

/** Rows up to line FAR, and there one that cannot be read. */
function farFault(before: string, lineEnd: string): Buffer {
  const linesBefore = before.split("\n").length;
  const rows = `4,5${lineEnd}`.repeat(FAR - 2 - linesBefore);
  return Buffer.from(`a,b${lineEnd}${before}${lineEnd}${rows}3,4" wide${lineEnd}`);
}

describe("a fault far down is told by its own line", () => {
  const quoted = '1,"over\nthree\nlines"';
  const cases: readonly [string, Buffer][] = [
    ["LF", farFault("1,2", "\n")],
    ["CRLF", farFault("1,2", "\r\n")],
    ["CR", farFault("1,2", "\r")],
    ["quoted line ends before it", farFault(quoted, "\n")],
    ["both", farFault(quoted.replaceAll("\n", "\r\n"), "\r\n")],
  ];
  it.each([...cases, ["both, through gzip", gzipSync(cases[4]?.[1] ?? "")] as const])("%s", async (_, bytes) => {
    expect(await refusalOf(bytes)).toMatchObject({ code: "CSV010", place: { line: FAR } });
  });

  it("and so is a row's", async () => {
    const rows = '4,"5\r\n5"\r\n'.repeat(1000);
    const { lines } = await readTable(gzipSync(Buffer.from(`a,b\r\n${rows}9,9\r\n`)));
    expect(lines.at(-1)).toBe(2002);
  });
});

describe("a field without end", () => {
  /** A header, some rows, and 200 MB of one cell, as they are asked for. */
  function endless(start: string, piece: Buffer, given: { bytes: number }): () => Readable {
    return () =>
      Readable.from(
        (function* () {
          yield Buffer.from(start);
          for (given.bytes = 0; given.bytes < 200_000_000; given.bytes += piece.length) yield piece;
        })(),
        { objectMode: false },
      );
  }
  it.each([
    ["in quotes", 'a,b\n1,2\n3,"', 3],
    ["bare", "a,b\n1,2\n3,", 3],
    ["in the header", 'a,"', 1],
    ["in the second row", 'a,b\n"', 2],
  ])("%s is refused after a few MB", async (...[, start, line]) => {
    const given = { bytes: 0 };
    const open = endless(start, Buffer.alloc(65_536, "x"), given);
    const read = async () => {
      const source = await openTable({ name: "a.csv", open });
      await source.rows(() => undefined);
    };
    const error: unknown = await read().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemsError);
    expect(error).toMatchObject({ problems: [{ code: "CSV011", place: { line } }] });
    expect(given.bytes).toBeLessThan(8_000_000);
  });
});

describe("headers longer than what is looked at first", () => {
  it.each([70_000, 300_000, 1_000_000])("three rows of %i bytes each", async (size) => {
    const names = Array.from({ length: 20 }, (_, at) => `Q${at}`);
    const long = names.map((name) => `"${name} ${"x".repeat(size / 20 - 8)}"`);
    const ids = names.map((name) => `"{""ImportId"":""QID${name}""}"`);
    const pad = ids.map((id) => `${id}`);
    const text = `${long.join(",")}\n${long.join(",")}\n${pad.join(",")}\n${names.map(() => 4).join(",")}\n`;
    const { source, rows } = await readTable(Buffer.from(text), { dialect: "plain" });
    expect(source.head.headers).toHaveLength(20);
    expect(source.head.sample.at(-1)).toMatchObject({ line: 4, cells: names.map(() => "4") });
    expect(rows).toHaveLength(3);
  });

  it("waits for no more than a few MB", async () => {
    const row = `${"x".repeat(1_000_000)},1\n`;
    let given = 0;
    const open = () =>
      Readable.from(
        (function* () {
          for (; given < 50; given += 1) yield Buffer.from(row);
        })(),
        { objectMode: false, highWaterMark: 1 },
      );
    const source = await openTable({ name: "a.csv", open });
    expect(given).toBeLessThan(10);
    source.close();
  });
});

describe("text that is not quite text", () => {
  const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
  it.each<[string, Buffer, readonly (readonly string[])[]]>([
    [
      "the other delimiter in quotes",
      Buffer.from('a;b\n"1,5";"x,y"\n"2;5";z\n'),
      [
        ["1,5", "x,y"],
        ["2;5", "z"],
      ],
    ],
    ["sep= in UTF-16", Buffer.from("\ufeffsep=;\r\na;b\r\n1,5;2\r\n", "utf16le"), [["1,5", "2"]]],
    ["sep= with a tab", Buffer.from("sep=\t\na\tb\n1\t2\n"), [["1", "2"]]],
    [
      "CR alone",
      Buffer.from("a,b\r1,2\r3,4"),
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "UTF-16 BE without a mark",
      utf16be("name,C1\np1,4\np2,5\n"),
      [
        ["p1", "4"],
        ["p2", "5"],
      ],
    ],
    ["half a surrogate", Buffer.from("\ufeffa,b\n\ud83d,4\n", "utf16le"), [["\ufffd", "4"]]],
  ])("%s", async (...[, bytes, expected]) => {
    for (const sizes of [[65_536], [1]]) expect((await readTable(bytes, { sizes })).rows).toEqual(expected);
  });

  it.each([
    ["in a new row", Buffer.concat([Buffer.from("\ufeffa,b\n1,2\n", "utf16le"), Buffer.of(0x33)]), 3],
    ["in a row, BE", Buffer.concat([utf16be("\ufeffa,b\n1,2\n3,4"), Buffer.of(0)]), 3],
    [
      "far down",
      Buffer.concat([Buffer.from(`\ufeffa,b\n${"1,2\n".repeat(20_000)}`, "utf16le"), Buffer.of(0x33)]),
      20_002,
    ],
  ])("half a character at the end of UTF-16 is refused: %s", async (_, bytes, line) => {
    for (const sizes of bytes.length > 1000 ? [[65_536], [7777]] : [[65_536], [1]])
      expect(await refusalOf(bytes, { sizes })).toMatchObject({
        code: "CSV007",
        message: expect.stringContaining("UTF-16"),
        place: { line },
      });
  });

  it("zero bytes in text are refused", async () => {
    expect(await refusalOf(Buffer.from("a,b\n1,4\u0000\n"))).toMatchObject({ code: "CSV006" });
  });

  it("an invalid character far down says which line, and how to go on", async () => {
    const rows = Buffer.from(`a,b\n${"1,2\n".repeat(20_000)}`);
    expect(await refusalOf(Buffer.concat([rows, Buffer.of(0xe9, 0x0a)]))).toMatchObject({
      code: "CSV007",
      place: { line: 20_002 },
      help: expect.stringContaining("iconv -f WINDOWS-1252"),
    });
  });
});

describe("of several faults the first in the file is told, whatever the size of the pieces", () => {
  const good = "a,b\né,2\n".repeat(9000);
  const notText = Buffer.of(0x33, 0xe9, 10);
  const stray = Buffer.from('3,4" wide\n');
  const tooLong = Buffer.from(`"3\n3",${"x".repeat(1_048_576)}\n`);
  const cases: readonly [string, readonly Buffer[], string, number][] = [
    ["a stray quotation mark before bytes that are no text", [stray, notText], "CSV010", 18_001],
    ["bytes that are no text before a stray quotation mark", [notText, stray], "CSV007", 18_001],
    ["both on one line", [Buffer.from('3,4" '), notText], "CSV010", 18_001],
    ["bytes that are no text in a quoted cell", [Buffer.from('"3\n'), notText], "CSV007", 18_002],
    ["a row that is too long before both", [tooLong, notText, stray], "CSV011", 18_001],
    [
      "blank lines of more than a row may take",
      [Buffer.from('"1",2\n'), Buffer.alloc(1_100_000, "\n"), stray],
      "CSV010",
      1_118_002,
    ],
  ];
  it.each(cases)("%s", async (_, ends, code, line) => {
    const bytes = Buffer.concat([Buffer.from(good), ...ends]);
    for (const sizes of [[10_000_000], [65_536], [70_001, 700], [100_000, 1_100_000, 300]]) {
      expect(await refusalOf(bytes, { sizes })).toMatchObject({ code, place: { line } });
    }
  });
});
