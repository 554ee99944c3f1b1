import { describe, expect, it } from "vitest";
import { BLOCK_ROWS, INPUT_BYTES } from "../../../src/engines/scan/core.ts";
import { CORES } from "./both-cores.ts";
import { asBytes, readNaively, rowAt } from "./naive-rows.ts";
import { blockRows, ITEM_TEXTS, put, scanOf, TABLE, taughtCore } from "./taught-table.ts";

const ordinary = { line: 0, codes: [2, 1, -128], keys: [1], texts: ["t"] };

describe.each(CORES)("the %s core", (_name, createCore) => {
  it.each([
    { why: "a bare row", file: "t,1,R&D,,2\n", rows: [ordinary] },
    { why: "CRLF", file: "t,1,R&D,,2\r\n", rows: [ordinary] },
    { why: "a CR with another row behind it", file: "t,1,R&D,,2\rt,1", position: 11, lines: 1, rows: [ordinary] },
    { why: "a CR that may yet be a CRLF", file: "t,1,R&D,,2\r", position: 0, lines: 0, rows: [] },
    { why: "a blank line's CR that may yet be a CRLF", file: "\n\r", position: 1, lines: 1, rows: [] },
    { why: "no line end", file: "t,1,R&D,,2", position: 0, lines: 0, rows: [] },
    { why: "nothing", file: "", lines: 0, rows: [] },
    {
      why: "blank lines of all kinds",
      file: "\n\r\n\rt,1,R&D,,2\n\n\r\nt,1,R&D,,2\r\n\n",
      lines: 8,
      rows: [
        { ...ordinary, line: 3 },
        { ...ordinary, line: 6 },
      ],
    },
    { why: "quoted cells", file: '"t","1","R&D","","2"\n', rows: [ordinary] },
    { why: "a quoted cell and CRLF", file: 't,1,R&D,,"2"\r\n', rows: [ordinary] },
    {
      why: "delimiters in quoted cells",
      file: '"t,u","a, b","Sales, EMEA",",,",","\n',
      rows: [{ line: 0, codes: [-100, 3, -128], keys: [5], texts: ["t,u"] }],
    },
    {
      why: "empty quoted cells",
      file: '"","","","",2\n',
      rows: [{ line: 0, codes: [2, -128, -128], keys: [0], texts: [""] }],
    },
    { why: "doubled quotes in an ignored cell", file: 't,1,R&D,"a ""b"" c""",2\n', rows: [ordinary] },
    { why: "an ignored cell of nothing but quotes", file: 't,1,R&D,"""",2\n', rows: [ordinary] },
    {
      why: "doubled quotes in a text",
      file: '"a ""b""",1,R&D,,2\n"""",1,R&D,,2\n',
      lines: 2,
      rows: [
        { ...ordinary, texts: ['"a ""b""'] },
        { ...ordinary, line: 1, texts: ['"""'] },
      ],
    },
    {
      why: "texts past ASCII, and NUL",
      file: "t\u00e4,\u00e4\u00f6,\u65e5\u672c,\u65e5,\u0000\n",
      rows: [{ line: 0, codes: [7, 8, -128], keys: [40_000], texts: ["t\u00e4"] }],
    },
    {
      why: "kinds of missing",
      file: "t,n/a,,x,don't know\n",
      rows: [{ line: 0, codes: [-126, -127, -128], keys: [0], texts: ["t"] }],
    },
  ])("reads $why", ({ why: _, file, rows, lines = 1, position = asBytes(file).length }) => {
    const wanted = rows.map((row) => ({
      ...row,
      texts: row.texts.map((text) => (text.startsWith('"') ? text : asBytes(text))),
    }));
    expect(scanOf(createCore, file)).toEqual({ stop: "end", position, lines, rows: wanted });
  });

  it.each([
    ["an unknown text in an item", "t,3,R&D,,2\n"],
    ["an unknown text in the last item", "t,1,R&D,,3\n"],
    ["an unknown quoted text", 't,"3",R&D,,2\n'],
    ["the beginning of a text", "t,Strongly disagre,R&D,,2\n"],
    ["a text and more", "t,Strongly disagreeing,R&D,,2\n"],
    ["a text and a space", "t,1 ,R&D,,2\n"],
    ["an unknown key", "t,1,HR,,2\n"],
    ["the beginning of a key", "t,1,Sale,,2\n"],
    ["too few cells", "t,1,R&D,\n"],
    ["one cell", "t\n"],
    ["a space", " \n"],
    ["too many cells", "t,1,R&D,,2,\n"],
    ["too many quoted cells", 't,1,R&D,,"2",\n'],
    ["a row of nothing but delimiters", ",,,,\n"],
    ["no item that is answered", "t,,R&D,x,\n"],
    ["a quotation mark in a bare ignored cell", 't,1,R&D,a "b",2\n'],
    ["a quotation mark in a bare text", 't",1,R&D,,2\n'],
    ["a quotation mark in a bare item", 't,1",R&D,,2\n'],
    ["a quotation mark in a bare key", 't,1,R"D,,2\n'],
    ["something behind a closing quotation mark", 't,1,R&D,"a"b,2\n'],
    ["a space behind a closing quotation mark", 't,"1" ,R&D,,2\n'],
    ["something behind the last closing quotation mark", 't,1,R&D,,"2"x\n'],
    ["doubled quotes in an item", 't,"1""",R&D,,2\n'],
    ["doubled quotes in a key", 't,1,"R""D",,2\n'],
    ["three quotation marks in an item", 't,"""1",R&D,,2\n'],
    ["a line end in an ignored cell", 't,1,R&D,"a\nb",2\n'],
    ["a CR in a text", '"a\rb",1,R&D,,2\n'],
    ["a line end in an item", 't,"1\n",R&D,,2\n'],
    ["a line end right behind an opening quotation mark", 't,1,R&D,"\n",2\n'],
    ["a quotation mark that is never closed", 't,1,R&D,"a,2\n,1,S,,2\n'],
    ["CR CR LF within a row", "t,1,R&D,\r\r\n"],
  ])("stops at %s, and goes on behind it", (_why, row) => {
    const before = "t,1,R&D,,2\n\n";
    const found = scanOf(createCore, `${before}${row}t,1,R&D,,2\n`);
    expect(found).toEqual({ stop: "unusual", position: before.length, lines: 2, rows: [ordinary] });
  });

  it("waits where a quoted cell, or what is behind its end, is past the window", () => {
    for (const cut of [
      't,1,R&D,"a',
      't,1,R&D,"a"',
      't,1,R&D,"a""',
      't,1,R&D,"',
      't,1,R&D,"a",',
      't,1,R&D,"a",2',
      't,1,R&D,"a","2"',
    ])
      expect(scanOf(createCore, cut)).toEqual({ stop: "end", position: 0, lines: 0, rows: [] });
  });

  it("sees nothing behind the window, wherever it is cut", () => {
    const file = asBytes('t,Strongly disagree,"R&D","x ""y""",\u00e4\u00f6\r\n"t",5,Sal,,2\r\r\n');
    for (let to = 0; to <= file.length; to++) {
      const core = taughtCore(createCore);
      put(core, file);
      expect(core.scan(0, to)).toBe("end");
      const wanted = readNaively(TABLE, file.slice(0, to));
      expect({ rows: blockRows(core), position: core.position }).toEqual({
        rows: wanted.rows,
        position: wanted.position,
      });
    }
  });

  it("tells texts of any length apart that differ in one byte, bare and quoted", () => {
    const core = taughtCore(createCore);
    const scan = (file: string) => {
      core.clear();
      return core.scan(0, put(core, asBytes(file)));
    };
    for (const [text, value] of ITEM_TEXTS.filter(([one]) => one.startsWith("x") || one.startsWith("y")))
      for (const quote of ["", '"']) {
        const cell = quote + text + quote;
        expect(scan(`t,${cell},S,,1\nt,1,S,,${cell}\n`)).toBe("end");
        expect(blockRows(core).map(({ codes }) => codes)).toEqual([
          [1, value, -128],
          [value, 1, -128],
        ]);
        for (const at of [0, text.length >> 1, text.length - 1])
          expect(scan(`t,${quote}${text.slice(0, at)}!${text.slice(at + 1)}${quote},S,,1\n`)).toBe("unusual");
      }
  });

  it("reads up to the very end of the window", () => {
    const core = taughtCore(createCore);
    const file = "t,1,R&D,,2\nt,1,R&D,,2\n";
    core.input.fill(0x78);
    core.input.write(file, INPUT_BYTES - file.length, "latin1");
    expect(core.scan(INPUT_BYTES - file.length, INPUT_BYTES)).toBe("end");
    expect(blockRows(core)).toEqual([ordinary, { ...ordinary, line: 1 }]);
    expect(core.position).toBe(INPUT_BYTES);
    core.clear();
    for (const cut of [
      "t,1,R&D,,",
      "t,1,R&D,abc",
      't,1,R&D,"abc',
      "abc",
      "t,Strongly",
      't,1,R&D,,"',
      "t,1,Sal",
      "t,1,R&D,,2\r",
    ]) {
      core.input.write(`\n${cut}`, INPUT_BYTES - cut.length - 1, "latin1");
      expect(core.scan(INPUT_BYTES - cut.length, INPUT_BYTES)).toBe("end");
      expect([core.rows, core.lines, core.position]).toEqual([0, 0, INPUT_BYTES - cut.length]);
    }
  });

  it("stops when its block is full, and goes on where it stopped", () => {
    const core = taughtCore(createCore);
    const rows = BLOCK_ROWS + 904;
    const end = put(core, Array.from({ length: rows }, (_, at) => `${at},${at % 3 === 0 ? "1" : "2"},S,,5\n`).join(""));
    expect(core.scan(0, end)).toBe("full");
    expect([core.rows, core.lines]).toEqual([BLOCK_ROWS, BLOCK_ROWS]);
    expect(rowAt(core, TABLE, BLOCK_ROWS - 1)).toEqual({
      line: BLOCK_ROWS - 1,
      codes: [5, 1, -128],
      keys: [65_535],
      texts: [`${BLOCK_ROWS - 1}`],
    });
    expect(core.scan(core.position, end)).toBe("full");
    expect([core.rows, core.lines]).toEqual([BLOCK_ROWS, 0]);
    core.clear();
    expect(core.rows).toBe(0);
    expect(core.scan(core.position, end)).toBe("end");
    expect([core.rows, core.lines, core.position]).toEqual([904, 904, end]);
    expect(rowAt(core, TABLE, 0).texts).toEqual([`${BLOCK_ROWS}`]);
    expect(rowAt(core, TABLE, 903).texts).toEqual([`${rows - 1}`]);
  });

  it("adds to a block that has rows already", () => {
    const core = taughtCore(createCore);
    const end = put(core, "t,1,S,,2\n\nt,2,S,,2\nt,3,S,,2\nt,5,S,,2\n");
    expect(core.scan(0, end)).toBe("unusual");
    expect(core.scan(core.position + 9, end)).toBe("end");
    expect(blockRows(core).map(({ line, codes }) => [line, codes[1]])).toEqual([
      [0, 1],
      [2, 2],
      [0, 5],
    ]);
  });

  it("has nobody answer where no column holds an item", () => {
    const core = createCore({ columns: [{ kind: "ignored" }], delimiter: 44, items: 1 });
    expect(core.scan(0, put(core, "1\n"))).toBe("unusual");
  });

  it("reads a table of one column", () => {
    const core = createCore({ columns: [{ kind: "item", slot: 0 }], delimiter: 59, items: 1 });
    for (const [text, value] of ITEM_TEXTS) expect(core.learn(0, Buffer.from(text), value)).toBe(true);
    const end = put(core, '1\n\n2\r\n"5"\ra, b\n');
    expect(core.scan(0, end)).toBe("end");
    expect([...core.codes.subarray(0, core.rows)]).toEqual([1, 2, 5, 3]);
  });
});
