import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { chooseEngines, type EngineName } from "../../src/engines/choose.ts";
import { foldFiles } from "../../src/engines/fold-files.ts";
import { openInputs } from "../../src/engines/inputs.ts";
import { createAnswerProblems } from "../../src/response/rows/problems.ts";
import { dimension, framework, item } from "../fixture.ts";
import { NOTHING_NAMED } from "../response/fixture.ts";
import { RULES as rules } from "../settings.ts";

const small = framework({
  items: [item("A1", "a"), item("A2", "a")],
  dimensions: [dimension("a", ["A1", "A2"])],
});

const folder = mkdtempSync(path.join(tmpdir(), "trust-audit-choose-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = (rows: number) => Buffer.from(`A1,A2\n${"4,5\n3,4\n".repeat(rows / 2)}`);

/** What reads these bytes: as a file on the disk, or as they come. */
async function chosen(asked: EngineName, bytes: Buffer, isFile = false) {
  const file = path.join(folder, "a.csv");
  if (isFile) writeFileSync(file, bytes);
  const open = () =>
    isFile ? createReadStream(file) : Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]);
  const request = { ...NOTHING_NAMED, dialect: null, sheet: null, audience: null, form: null, rules };
  const { sources, reading } = await openInputs(small, { ...request, inputs: [{ name: "a.csv", open }] });
  const { plan, program } = reading;
  const { readers, told } = await chooseEngines(asked, { plan, program, sources });
  const problems = createAnswerProblems(plan);
  const { ledger } = await foldFiles({ plan, program, sources, readers, problems, sink: null, only: "scores" }, null);
  const [engine] = told();
  return { ...engine, read: ledger.read };
}

const LARGE = 80_000;

/** A row in a spelling that no other one has. */
const spaced = (at: number) => `${" ".repeat(at % 75)}4${" ".repeat(Math.floor(at / 75))},5\n`;

describe("the choice of an engine", () => {
  it("takes the scanner for a large file, and none for a small one", async () => {
    expect(await chosen("auto", text(LARGE), true)).toMatchObject({ engine: "scan", read: LARGE, scanned: LARGE - 2 });
    expect(await chosen("auto", text(2000), true)).toMatchObject({ engine: "stream", why: "it is small", read: 2000 });
  });

  it("takes the scanner for a stream that has not ended with its beginning", async () => {
    expect(await chosen("auto", text(LARGE))).toMatchObject({ engine: "scan", read: LARGE });
    expect(await chosen("auto", gzipSync(text(LARGE)))).toMatchObject({ engine: "scan", read: LARGE });
    expect(await chosen("auto", text(200))).toMatchObject({ engine: "stream", why: "it is small" });
  });

  it("does what is asked for, where it can be done", async () => {
    expect(await chosen("scan", text(200))).toMatchObject({ engine: "scan", read: 200, scanned: 198 });
    expect(await chosen("stream", text(LARGE))).toMatchObject({
      engine: "stream",
      why: "it was asked for",
      scanned: 0,
    });
    const utf16 = Buffer.from(`\ufeff${text(LARGE)}`, "utf16le");
    expect(await chosen("scan", utf16)).toMatchObject({ engine: "stream", why: "it is not UTF-8 text", read: LARGE });
  });

  it("tells of a column whose further texts are not learnt any more", async () => {
    const many = Buffer.from(`A1,A2\n${Array.from({ length: 5000 }, (_, at) => `${spaced(at)}4,5\n4,5\n`).join("")}`);
    const why = "it is UTF-8 text; A1 has more than 4096 different texts";
    expect(await chosen("scan", many)).toMatchObject({ engine: "scan", why, read: 15_000 });
  });

  it("leaves the rest to the tolerant reader where most rows are unusual, and tells so", async () => {
    const begin = text(100).toString();
    const many = Buffer.from(`${begin}${Array.from({ length: 9000 }, (_, at) => spaced(at)).join("")}`);
    const why = "from line 4197 on it is read as by stream, since most rows shortly before are unusual";
    expect(await chosen("scan", many)).toMatchObject({
      engine: "scan",
      why: expect.stringContaining(why),
      read: 9100,
      scanned: 99,
    });
  });
});
