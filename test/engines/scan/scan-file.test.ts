import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadingRules, SegmentColumn } from "../../../src/response/source-plan.ts";
import { dimension, framework, item } from "../../fixture.ts";
import { part, WHOLE } from "../../part.ts";
import { grouped, NOTHING_NAMED } from "../../response/fixture.ts";
import { RULES } from "../../settings.ts";
import { CORES } from "./both-cores.ts";
import { readWith, type ScanCase } from "./scanned.ts";

const small = framework({
  items: [item("A1", "a"), item("A2", "a", { reverse: true }), item("B1", "b"), item("B2", "b")],
  dimensions: [dimension("a", ["A1", "A2"]), dimension("b", ["B1", "B2"])],
});

const HEADER = "person,site,team,comment,A1,A2,B1,B2";
const ROWS = ["p1,n,x,,1,2,3,4", "p2,s,x,ok,2,3,4,5", "p3,n,y,,5,4,3,2", 'p4,"n",x,"a, b",1,,3,4', "p5,s,y,,,,,1"];
const TEN = [...ROWS, ...ROWS.map((row) => row.replace("p", "q"))];

function caseOf(
  texts: readonly (string | Buffer)[],
  more: {
    readonly segments?: readonly SegmentColumn[];
    readonly id?: string;
    readonly rules?: Partial<ReadingRules>;
    readonly only?: "scores";
    readonly sink?: boolean;
  } = {},
): ScanCase {
  const { segments = [], id = null, rules = {}, only = null, sink = false } = more;
  const named = { ...NOTHING_NAMED, dialect: null, sheet: null, audience: null, form: null };
  return {
    framework: small,
    files: texts.map((text) => Buffer.from(text)),
    request: { ...named, segments, id, rules: { ...RULES, ...rules } },
    ...{ only, sink },
  };
}

const ERRORS: Partial<ReadingRules> = { onDuplicate: "error" };
const LENIENT: Partial<ReadingRules> = { onUnknown: "missing", onRagged: "skip" };

/** Each way leads through another part of the scanner. */
const WAYS: readonly (readonly [string, Parameters<typeof caseOf>[1]])[] = [
  ["together", {}],
  ["scores alone", { only: "scores" }],
  ["by a column", { segments: grouped("site"), rules: LENIENT }],
  ["by two columns", { segments: grouped("site", "team"), rules: LENIENT }],
  ["by ids", { id: "person", rules: { ...ERRORS, ...LENIENT }, segments: grouped("team") }],
  ["one by one", { sink: true, segments: grouped("site"), id: "person", rules: LENIENT }],
  ["without the careless", { rules: { ...LENIENT, exclude: ["careless"] } }],
];

const CHUNKS = [1, 3, 17, 400_000];

async function expectSame(one: ScanCase, chunks: readonly number[] = CHUNKS, cores = CORES): Promise<number> {
  const { said } = await readWith(one, null);
  let most = 0;
  for (const [name, createCore] of cores)
    for (const chunk of chunks) {
      const read = await readWith(one, { createCore, chunk });
      expect({ name, chunk, said: read.said }).toEqual({ name, chunk, said });
      most = Math.max(most, read.scanned);
    }
  return most;
}

function table(rows: readonly string[], lineEnd = "\n"): string {
  return [HEADER, ...rows, ""].join(lineEnd);
}

const NASTY: readonly (readonly [string, string | Buffer])[] = [
  ["ten ordinary rows", table(TEN)],
  ["Windows line ends", table(TEN, "\r\n")],
  ["old Macintosh line ends", table(TEN, "\r")],
  ["a byte order mark", `\ufeff${table(TEN)}`],
  ["a line that names the delimiter", `sep=;\n${table(TEN).replaceAll(",", ";")}`],
  ["lines of delimiters before the header", `,,,,,,,\n\n${table(TEN)}`],
  ["a header of several lines", table(TEN).replace("comment", '"com\nment"')],
  ["no line end at the end", table(TEN).slice(0, -1)],
  ["blank lines, and lines of spaces", table(TEN.flatMap((row) => [row, "", "  "]))],
  ["rows without answers", table([...TEN, "p9,n,x,,,,,", ...TEN])],
  ["rows of too few and too many cells", table([...TEN, "p9,n,x,,1,2", "p8,n,x,,1,2,3,4,5", ...ROWS])],
  ["answers nobody can read", table([...TEN, "p9,n,x,,1,seven,3,4", "p8,n,x,,9,2,3,seven", ...TEN])],
  ["answers in words", table(TEN.flatMap((row) => [row, "p7,n,y,,point 1,point 2,point 3,n/a"]))],
  ["line ends within a cell", table([...TEN, 'p9,n,x,"a\nb\r\nc",1,2,3,4', ...TEN])],
  [
    "doubled quotation marks",
    table([...TEN, 'p9,"the ""n""",x,"say ""hi""",1,2,3,4', 'p9,"the ""n""",x,,"""1""",2,3,4']),
  ],
  ["a quotation mark in a bare cell", table([...TEN, 'p9,n,x,5" wide,1,2,3,4', ...TEN])],
  ["a text behind a closing quotation mark", table([...TEN, 'p9,n,x,"5"" wide" ,1,2,3,4', ...TEN])],
  ["a quotation mark that is never closed", table([...TEN, 'p9,n,x,"open,1,2,3,4', ...TEN])],
  [
    "rows swallowed by a quotation mark",
    table([...TEN, 'p9,n,x,"a,1,2,3,4', "p8,n,x,b,1,2,3,4", 'p7,n,x,c",1,2,3,4', ...ROWS]),
  ],
  [
    "bytes that are no text",
    Buffer.concat([
      Buffer.from(table(TEN.flatMap((row) => Array(999).fill(row)))),
      Buffer.of(0xe9, 10),
      Buffer.from(table(TEN)),
    ]),
  ],
  [
    "bytes that are no text behind a fault",
    Buffer.concat([Buffer.from(table(Array(9000).fill(TEN[0]))), Buffer.from('a"b\n'), Buffer.of(0xe9, 10)]),
  ],
  [
    "a fault behind bytes that are no text",
    Buffer.concat([Buffer.from(table(Array(9000).fill(TEN[0]))), Buffer.of(0xe9, 10), Buffer.from('a"b\n')]),
  ],
  ["groups that differ by spaces alone", table(["p1,n,x,,1,2,3,4", "p2, n,x,,1,2,3,4", "p3,n ,x ,,1,2,3,4", ...TEN])],
  ["zero bytes", table([...TEN, "p9,n,x,\0,1,2,3,4", "p8,n\0,x,,1,2,3,4", ...ROWS])],
  ["a row of more than 1 MB", table([...TEN, `p9,n,x,${"z".repeat(1_100_000)},1,2,3,4`, ...TEN])],
  ["a row of nearly 1 MB", table([...TEN, `p9,n,x,${"z".repeat(1_000_000)},1,2,3,4`, ...TEN])],
  ["only a header", `${HEADER}\n`],
  ["more groups than groups can be", table(Array.from({ length: 1100 }, (_, at) => `p${at},n${at},x,,1,2,3,4`))],
  ["the same ids again", table([...TEN, ...TEN, ...ROWS.map((row) => row.replace(",,", ",,5"))])],
  ["many rows", table(Array.from({ length: 9000 }, (_, at) => TEN[(at * 7) % 10]?.replace("p", `${at}`) ?? ""))],
];

describe("a file with", () => {
  const all = NASTY.map(([says, text], place) => [says, text, place] as const);
  it.each(all)("%s gives what the tolerant reader gives", { timeout: 120_000 }, async (_, text, place) => {
    const chunks = text.length > 20_000 ? [60_000, 524_288] : CHUNKS;
    const every = text.length > 20_000 ? WAYS.length : 5;
    for (const [at, [, way]] of WAYS.entries())
      if (WHOLE) await expectSame(caseOf([text], way), chunks);
      else if ((at + place) % every === 0)
        await expectSame(
          caseOf([text], way),
          [chunks[(at + text.length) % chunks.length] ?? 1],
          CORES.filter((_core, core) => (at + place + core * every) % (2 * every) === 0),
        );
  });
});

describe("files that are read by the scanner", () => {
  it("are read mostly as bytes", async () => {
    const rows = Array.from({ length: 9000 }, (_, at) => TEN[(at * 7) % 10] ?? "");
    for (const [at, [name, way]] of part(WAYS, 3).entries()) {
      const cores = WHOLE ? CORES : CORES.slice(at % 2, (at % 2) + 1);
      const scanned = await expectSame(caseOf([table(rows)], way), [524_288], cores);
      expect([name, scanned > 8900]).toEqual([name, true]);
    }
  });

  it("are left to the tolerant reader where most rows are unusual, from there on", { timeout: 60_000 }, async () => {
    const said = Array.from({ length: 9000 }, (_, at) => `p${at % 700},n,x,"said ""so""\nto ${at}",1,2,3,${at % 6}`);
    const text = table([...TEN, ...said, "p1,n,x,,9,2,3,4", ...TEN]);
    for (const [at, [name, way]] of part(WAYS, 5).entries()) {
      const cores = WHOLE ? CORES : CORES.slice(at % 2, (at % 2) + 1);
      const scanned = await expectSame(caseOf([text], way), [400_000], cores);
      expect([name, scanned < 3000]).toEqual([name, true]);
    }
  });

  it("are found to be copies of each other", async () => {
    const copy = await readWith(caseOf([table(TEN), table(TEN)]), null);
    expect(copy.said).toMatchObject({ thrown: [{ code: "SC005" }] });
    for (const [, way] of part(WAYS, 6)) {
      await expectSame(caseOf([table(TEN), table(TEN)], way), [17]);
      await expectSame(caseOf([table(TEN), table([...ROWS, ...TEN])], way), [17]);
    }
  });

  it("tell rows that stand twice only among the first two hundred thousand", { timeout: 120_000 }, async () => {
    const many = framework({
      items: Array.from({ length: 12 }, (_, at) => item(`A${at}`, "a")),
      dimensions: [
        dimension(
          "a",
          Array.from({ length: 12 }, (_, at) => `A${at}`),
        ),
      ],
    });
    const rowOf = (at: number) =>
      Array.from({ length: 12 }, (_, place) => 1 + (Math.floor(at / 5 ** place) % 5)).join(",");
    const header = Array.from({ length: 12 }, (_, at) => `A${at}`).join(",");
    for (const first of [199_990, 199_999, 200_000, 200_010]) {
      const rows = Array.from({ length: 240_000 }, (_, at) =>
        at < first ? rowOf(at + 50) : rowOf((at % 25_000) + 50),
      );
      rows[199_995] = "1,2,3,4,5,1,2,3,4,5,1,x".replace("x", '"2"');
      const text = [header, ...rows, ""].join("\n");
      await expectSame({ ...caseOf([text]), framework: many }, [524_288], WHOLE ? CORES : CORES.slice(1));
      if (!WHOLE) break;
    }
  });

  it("give the same as row by row, whatever they hold", { timeout: 120_000 }, async () => {
    const weighted = (...all: readonly (readonly [number, string])[]) =>
      fc.oneof(...all.map(([weight, text]) => ({ weight, arbitrary: fc.constant(text) })));
    const answer = weighted(
      [9, "1"],
      [9, "4"],
      [5, "5"],
      [3, ""],
      [2, '"3"'],
      [1, "seven"],
      [1, " 2"],
      [1, "n/a"],
      [1, "point 3"],
    );
    const group = weighted([9, "n"], [5, "s"], [2, '"n"'], [1, ""], [1, "n "], [1, "é"], [1, '"a,b"']);
    const person = weighted([3, "1"], [3, "2"], [3, "3"], [2, ""], [1, "0"], [1, '"4"'], [1, "n/a"]);
    const comment = weighted(
      [9, ""],
      [3, "so, so"],
      [2, '"a, b"'],
      [1, '"say ""x"""'],
      [1, '"a\r\nb"'],
      [1, 'a"b'],
      [1, '"open'],
    );
    const row = fc.tuple(person, group, group, comment, answer, answer, answer, answer).map((cells) => cells.join(","));
    const line = fc.oneof(
      { weight: 30, arbitrary: row },
      { weight: 2, arbitrary: weighted([1, ""], [1, " "], [1, "1,2"], [1, ",,,,,,,"]) },
    );
    const end = weighted([9, "\n"], [3, "\r\n"], [1, "\r"]);
    const lines = fc.array(fc.tuple(line, end), { maxLength: 40 }).map((all) => all.flat().join(""));
    const way = fc.constantFrom(...WAYS.map(([, one]) => one));
    await fc.assert(
      fc.asyncProperty(lines, way, fc.integer({ min: 1, max: 300 }), async (text, how, chunk) => {
        await expectSame(caseOf([`${HEADER}\n${text}`], how), [chunk]);
      }),
      { seed: 8, numRuns: WHOLE ? 2000 : 24 },
    );
  });
});
