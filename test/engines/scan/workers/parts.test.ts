import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { PartReaders } from "../../../../src/engines/scan/workers/messages.ts";
import type { Threads } from "../../../../src/engines/scan/workers/read-by-threads.ts";
import type { ReadingRules } from "../../../../src/response/source-plan.ts";
import { dimension, framework, item } from "../../../fixture.ts";
import { WHOLE } from "../../../part.ts";
import { grouped, NOTHING_NAMED } from "../../../response/fixture.ts";
import { RULES } from "../../../settings.ts";
import { CORES } from "../both-cores.ts";
import { readWith, type ScanCase } from "../scanned.ts";
import { type FakeThreads, fakeThreads } from "./fake-threads.ts";

const folder = mkdtempSync(path.join(tmpdir(), "trust-audit-parts-"));
afterAll(() => rmSync(folder, { recursive: true }));

const small = framework({
  items: [item("A1", "a"), item("A2", "a", { reverse: true }), item("B1", "b"), item("B2", "b")],
  dimensions: [dimension("a", ["A1", "A2"]), dimension("b", ["B1", "B2"])],
});

const HEADER = "site,team,comment,A1,A2,B1,B2";
const LENIENT: Partial<ReadingRules> = { onUnknown: "missing", onRagged: "skip" };

/** Of a file that stands on the disk, as only such a file is read in parts. */
function caseOf(text: string | Buffer, { rules = LENIENT, by = ["site", "team"] }: Way = {}): ScanCase {
  const named = { ...NOTHING_NAMED, dialect: null, sheet: null, audience: null, form: null };
  const file = path.join(folder, "answers.csv");
  writeFileSync(file, text);
  return {
    framework: small,
    files: [Buffer.alloc(0)],
    // So small a file is read by its first look: it stays open all the same.
    open: () => createReadStream(file, { autoClose: false }),
    request: { ...named, segments: grouped(...by), id: null, rules: { ...RULES, ...rules } },
  };
}

interface Way {
  readonly rules?: Partial<ReadingRules>;
  readonly by?: readonly string[];
}

interface How {
  readonly count: number;
  readonly first: number;
  readonly part: number;
  readonly chunk: number;
  readonly mostUnusual?: number;
  readonly mostSums?: number;
}

const HOWS: readonly How[] = [
  { count: 2, first: 100, part: 150, chunk: 400_000 },
  { count: 3, first: 300, part: 60, chunk: 17 },
  { count: 1, first: 1, part: 1, chunk: 400_000 },
];

/** What the threads did, where they do what one thread does. */
async function expectSame(one: ScanCase, hows: readonly How[] = HOWS): Promise<readonly FakeThreads[]> {
  const { said } = await readWith(one, null);
  const all: FakeThreads[] = [];
  for (const [name, createCore] of CORES)
    for (const { chunk, ...how } of hows) {
      const threads = fakeThreads(createCore, how);
      const read = await readWith(one, { createCore, chunk, threads });
      expect({ name, how, said: read.said }).toEqual({ name, how, said });
      all.push(threads);
    }
  return all;
}

function withStart(threads: FakeThreads, start: Threads["start"]): Threads {
  return { ...threads, start };
}

const SITES = ["north", "south", '"east"'];
const ORDINARY = Array.from(
  { length: 60 },
  (_, at) => `${SITES[at % 3]},${at % 2 === 0 ? "x" : "y"},${at % 7 === 0 ? "well, " : "ok"},1,${1 + (at % 5)},3,4`,
).map((row) => row.replace("well, ", '"well, so"'));

function table(rows: readonly string[], lineEnd = "\n"): string {
  return [HEADER, ...rows, ""].join(lineEnd);
}

/** The ordinary rows again and again, with these among them. */
function among(...rows: readonly string[]): readonly string[] {
  return [...ORDINARY, ...ORDINARY.slice(0, 13), ...rows, ...ORDINARY, ...rows, ...ORDINARY.slice(0, 7)];
}

/** More than is looked at before a file is known to be UTF-8. */
const LONG = Buffer.from(table(Array.from({ length: 30 }, () => among()).flat()));

/** What comes after it is cut into small parts. */
const LARGE: readonly How[] = [
  { count: 2, first: 9000, part: 20_000, chunk: 7000 },
  { count: 2, first: LONG.length - 300, part: 250, chunk: 400_000 },
];

/** Rows that nobody has looked at before they are read. */
function late(rows: readonly string[]): Buffer {
  return Buffer.concat([LONG, Buffer.from(`${rows.join("\n")}\n`)]);
}

const NASTY: readonly (readonly [string, string | Buffer])[] = [
  ["ordinary rows", table(among())],
  ["Windows line ends", table(among(), "\r\n")],
  ["old Macintosh line ends", table(among(), "\r")],
  [
    "line ends of all kinds",
    table(among()).replaceAll("\n", (_, at: number) => ["\n", "\r\n", "\r", "\n\n"][at % 4] ?? ""),
  ],
  ["a byte order mark", `\ufeff${table(among())}`],
  ["a line that names the delimiter", `sep=;\n${table(among()).replaceAll(",", ";")}`],
  ["no line end at its end", table(among()).slice(0, -1)],
  ["blank lines", table(among("", "", "  ", "", "\r", "", "", "")).replaceAll("4\n", "4\n\n\n")],
  ["blank lines at its end", `${table(among())}${"\n".repeat(400)}`],
  ["blank Windows lines at its end", `${table(among())}${"\r\n".repeat(400)}`],
  ["old Macintosh blank lines at its end", `${table(among(), "\r")}${"\r".repeat(400)}`],
  [
    "line ends within cells",
    late(among('north,x,"a\nb,c\n,,,\n1,2,3\r\nnorth,x,,1,2,3,4\nd",1,2,3,4', "south,x,,1,2,3,4")),
  ],
  ["line ends within many cells", late(ORDINARY.map((row) => row.replace("ok", '"a\nb\nnorth,x,ok,1,2,3,4\n"')))],
  [
    "line ends within cells of one word a line",
    table(among('north,x,"a\nb,c\r\nd\re\n\n",1,2,3,4', '"no\nrth",x,,1,2,3,4')),
  ],
  ["a cell that is longer than parts", table(among(`north,x,"${"a line\n".repeat(300)}",1,2,3,4`))],
  ["doubled quotation marks before line ends", table(among('north,x,"so ""\n"" it is ""\n",1,2,3,4'))],
  ["a stray quotation mark", late(among('north,x,5" wide,1,2,3,4'))],
  ["text behind a closing quotation mark", late(among('north,x,"5" wide,1,2,3,4'))],
  ["a quotation mark that is never closed", late([...among(), 'north,x,"open,1,2,3,4', ...ORDINARY])],
  ["rows swallowed by a quotation mark", late(among('north,x,"a,1,2,3,4', "south,y,b,1,2,3,4", 'east,x,c",1,2,3,4'))],
  ["groups that come late", table(among("west,x,,1,2,3,4", "west,z,,1,2,3,4", "north,z,,1,2,3,4"))],
  ["an answer that comes late", table(among("north,x,,point 1,point 2,n/a,4", "north,x,,point 1,point 2,n/a,4"))],
  ["unreadable answers", table(among("north,x,,9,seven,3,4", "north,x,,seven,2,3,8"))],
  ["rows without answers, and ragged ones", table(among("north,x,,,,,", "north,x", "north,x,,1,2,3,4,5"))],
  ["an unusual row after the other", table(among(...ORDINARY.map((row, at) => row.replace("ok", `"${at}\n"`))))],
  ["bytes that are no text", Buffer.concat([LONG, Buffer.of(0xe9, 10), LONG])],
  ["a fault, then bytes that are no text", Buffer.concat([LONG, Buffer.from('a"b\n'), Buffer.of(0xe9, 10)])],
  ["bytes that are no text, then a fault", Buffer.concat([LONG, Buffer.of(0xe9, 10), Buffer.from('a"b\n')])],
  ["a cut character at its end", Buffer.concat([LONG, Buffer.of(0xc3)])],
  ["characters of several bytes", table(among("zürich,x,ñandú 🙂,1,2,3,4", "zürich,x,ñandú 🙂,1,2,3,4"))],
  ["more groups than groups can be", table(Array.from({ length: 1100 }, (_, at) => `n${at},x,,1,2,3,4`))],
  ["only a header", `${HEADER}\n`],
];

describe("a file that is read in parts", () => {
  it.each(NASTY)("with %s gives what one thread gives", { timeout: 120_000 }, async (_, text) => {
    for (const way of [{}, { rules: {} }, { by: [] }])
      await expectSame(caseOf(text, way), text.length > LONG.length ? LARGE : WHOLE ? HOWS : HOWS.slice(0, 2));
  });

  it("is read to its last part by the threads, where all is well", async () => {
    const [first] = await expectSame(caseOf(table(among())), [{ count: 2, first: 100, part: 500, chunk: 400_000 }]);
    expect(first?.ends).toEqual(["2 threads"]);
    expect(first?.answers.every(({ kind, rows }) => kind === "ended" && rows > 0)).toBe(true);
  });

  it("goes on with threads where parts were cut within quotation marks", async () => {
    const rows = Array.from({ length: 40 }, () => [
      ...ORDINARY.slice(0, 9),
      `north,x,"${"a line\n".repeat(20)}",1,2,3,4`,
    ]).flat();
    const [first] = await expectSame(caseOf(table(rows)), [{ count: 2, first: 200, part: 300, chunk: 400_000 }]);
    expect(first?.ends).toEqual(["2 threads"]);
    expect(first?.answers.some(({ kind }) => kind === "fault")).toBe(true);
  });

  it("is read by one thread from a stray quotation mark on", async () => {
    const text = late(among('north,x,5" wide,1,2,3,4'));
    const [, first] = await expectSame(caseOf(text), LARGE);
    expect(first?.ends).toEqual(["2 threads and then, since a row cannot be read, one"]);
  });

  it("is read by one thread where unusual rows go on and on", async () => {
    const how = { count: 2, first: 100, part: 800, chunk: 400_000, mostUnusual: 100 };
    const late = table(among(...Array.from({ length: 40 }, () => "west,z,,1,2,3,4")));
    const [learnt] = await expectSame(caseOf(late), [how]);
    expect(learnt?.ends).toEqual(["2 threads"]);
    const flood = table(among(...ORDINARY.map((row, at) => row.replace("ok", `"${at}\n"`))));
    const [flooded] = await expectSame(caseOf(flood), [how]);
    expect(flooded?.ends).toEqual(["2 threads and then, since many rows of it are unusual, one"]);
  });

  it("is read by one thread where groups would take too much memory", async () => {
    const text = table([
      ...ORDINARY,
      ...ORDINARY,
      ...Array.from({ length: 60 }, (_, at) => `${SITES[at % 3]},t${at},,1,2,3,4`),
    ]);
    const twice = table([text.slice(HEADER.length + 1, -1), text.slice(HEADER.length + 1, -1)]);
    const [first] = await expectSame(caseOf(twice), [
      { count: 2, first: 100, part: 500, chunk: 400_000, mostSums: 10_000 },
    ]);
    expect(first?.ends).toEqual(["2 threads and then, since it has many groups, one"]);
  });

  it("is read by one thread where each person is looked at", async () => {
    const [first] = await expectSame({ ...caseOf(table(among())), sink: true });
    expect(first?.ends).toEqual(["one thread, since each person is looked at,"]);
  });

  it("is read by one thread where others cannot begin, or have not the memory", async () => {
    const [, createCore] = CORES[0] ?? [];
    if (createCore === undefined) throw new Error("there is no core");
    const one = caseOf(table(among()));
    const { said } = await readWith(one, null);
    const memory = Object.assign(new Error("no memory"), { code: "ERR_WORKER_OUT_OF_MEMORY" });
    const broken: readonly (readonly [Partial<PartReaders> | null, string])[] = [
      [null, "no other thread can be had"],
      [{ begun: async () => false }, "no other thread can be had"],
      [{ read: async () => Promise.reject(memory) }, "there is not the memory for other threads"],
    ];
    for (const [how, why] of broken) {
      const threads = fakeThreads(createCore, { count: 2, first: 100, part: 100 });
      const start: Threads["start"] = (setup) => {
        const readers = how === null ? null : threads.start(setup);
        return readers === null ? null : { ...readers, ...how };
      };
      const read = await readWith(one, { createCore, threads: withStart(threads, start) });
      expect(read.said).toEqual(said);
      expect(threads.ends).toEqual([`one thread, since ${why},`]);
    }
  });

  it("tells what failed in a thread, and ends all of them", async () => {
    const [, createCore] = CORES[0] ?? [];
    if (createCore === undefined) throw new Error("there is no core");
    const threads = fakeThreads(createCore, { count: 2, first: 100, part: 100 });
    let ended = 0;
    const start: Threads["start"] = (setup) => {
      const readers = threads.start(setup);
      const read = async () => Promise.reject(new Error("a thread is broken"));
      const end = async () => {
        ended += 1;
      };
      return readers === null ? null : { ...readers, read, end };
    };
    const reading = readWith(caseOf(table(among())), { createCore, threads: withStart(threads, start) });
    await expect(reading).rejects.toThrow("a thread is broken");
    expect(ended).toBe(1);
  });

  it("tells rows that stand twice", async () => {
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
    const rows = Array.from({ length: 400 }, (_, at) => rowOf((at % 150) + 50));
    rows[211] = rowOf(55).replace("1", '"1"');
    const one = { ...caseOf([header, ...rows, ""].join("\n"), { by: [] }), framework: many };
    await expectSame(one);
    const { said } = await readWith(one, null);
    expect(said).toMatchObject({ problems: [{ code: "SC014" }] });
  });

  it("gives what one thread gives, whatever it holds", { timeout: 120_000 }, async () => {
    const weighted = (...all: readonly (readonly [number, string])[]) =>
      fc.oneof(...all.map(([weight, text]) => ({ weight, arbitrary: fc.constant(text) })));
    const answer = weighted([9, "1"], [9, "4"], [3, ""], [2, '"3"'], [1, "seven"], [1, "n/a"], [1, "point 3"]);
    const group = weighted([9, "n"], [5, "s"], [2, '"n"'], [1, ""], [1, "é"], [1, '"a,b"'], [1, '"a\nb"']);
    const comment = weighted(
      [30, ""],
      [6, '"a, b"'],
      [3, '"say ""x"""'],
      [3, '"a\r\nb,c\n"'],
      [1, 'a"b'],
      [1, '"open'],
    );
    const row = fc.tuple(group, group, comment, answer, answer, answer, answer).map((cells) => cells.join(","));
    const line = fc.oneof(
      { weight: 30, arbitrary: row },
      { weight: 2, arbitrary: weighted([1, ""], [1, " "], [1, "1,2"]) },
    );
    const end = weighted([9, "\n"], [3, "\r\n"], [1, "\r"]);
    const lines = fc.array(fc.tuple(line, end), { minLength: 10, maxLength: 80 }).map((all) => all.flat().join(""));
    const how = fc.record({
      count: fc.integer({ min: 1, max: 3 }),
      first: fc.integer({ min: 1, max: 200 }).map((more) => LONG.length - 100 + more),
      part: fc.integer({ min: 1, max: 200 }),
      mostUnusual: fc.integer({ min: 1, max: 300 }),
      chunk: fc.constantFrom(13, 400_000),
    });
    await fc.assert(
      fc.asyncProperty(lines, how, async (text, one) => {
        await expectSame(caseOf(Buffer.concat([LONG, Buffer.from(text)])), [one]);
      }),
      { seed: 8, numRuns: WHOLE ? 1000 : 25 },
    );
  });
});
