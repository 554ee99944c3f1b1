import { afterAll, describe, expect, it } from "vitest";
import type { PartReaders } from "../../../../src/engines/scan/workers/messages.ts";
import type { Threads } from "../../../../src/engines/scan/workers/read-by-threads.ts";
import { dimension, framework, item } from "../../../fixture.ts";
import { WHOLE } from "../../../part.ts";
import { CORES } from "../both-cores.ts";
import { readWith } from "../scanned.ts";
import { type FakeThreads, fakeThreads } from "./fake-threads.ts";
import {
  among,
  caseOf,
  expectSame,
  HEADER,
  HOWS,
  LARGE,
  LONG,
  late,
  ORDINARY,
  removeFiles,
  SITES,
  table,
} from "./parts.ts";

afterAll(removeFiles);

function withStart(threads: FakeThreads, start: Threads["start"]): Threads {
  return { ...threads, start };
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
  it.each(NASTY.map((one, at) => [...one, at] as const))(
    "with %s gives what one thread gives",
    { timeout: 120_000 },
    async (_, text, at) => {
      const hows = text.length > LONG.length ? LARGE : HOWS;
      for (const [place, way] of [{}, { rules: {} }, { by: [] }].entries()) {
        if (WHOLE) await expectSame(caseOf(text, way), hows);
        else if (place === at % 3)
          await expectSame(
            caseOf(text, way),
            hows.slice(at % 2, (at % 2) + 1),
            CORES.slice((at >> 1) % 2, ((at >> 1) % 2) + 1),
          );
      }
    },
  );

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
    const how = { count: 2, first: 100, part: 800, chunk: 400_000, mostUnusual: 3000 };
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
    const broken: readonly (readonly [Partial<PartReaders> | string, string])[] = [
      ["too many", "no other thread can be had (too many)"],
      [{ begun: async () => "no such module" }, "no other thread can be had (no such module)"],
      [{ read: async () => Promise.reject(memory) }, "there is not the memory for other threads"],
    ];
    for (const [how, why] of broken) {
      const threads = fakeThreads(createCore, { count: 2, first: 100, part: 100 });
      const start: Threads["start"] = (setup) => {
        const readers = typeof how === "string" ? how : threads.start(setup);
        return typeof how === "string" || typeof readers === "string" ? readers : { ...readers, ...how };
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
      return typeof readers === "string" ? readers : { ...readers, read, end };
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
});
