import { createReadStream, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openTable } from "../../../src/sources/table/open.ts";
import { readTable, refusalOf } from "../pieces.ts";

const TEXT = Buffer.from("id,C1\np1,4\np2,5\n");
/** So many rows that the gzip file takes several chunks. */
const ROWS = Array.from({ length: 50_000 }, (_, at) => `${(at * 7919) % 1_000_003},${(at * 31) % 5}`);
const LONG = gzipSync(Buffer.from(`id,C1\n${ROWS.join("\n")}\n`));

describe("gzip is unpacked as it is read", () => {
  it.each([[[65_536]], [[1]]])("in pieces of %j", async (sizes) => {
    const { source, rows, lines } = await readTable(gzipSync(TEXT), { sizes });
    expect(source.head).toMatchObject({ compressed: true, encoding: "utf-8", delimiter: ",", sheet: null });
    expect(rows).toEqual([
      ["p1", "4"],
      ["p2", "5"],
    ]);
    expect(lines).toEqual([2, 3]);
  });

  it("in several members, one after the other", async () => {
    const { rows } = await readTable(Buffer.concat([gzipSync(TEXT), gzipSync(Buffer.from("p3,1\n"))]));
    expect(rows).toHaveLength(3);
  });

  it("a file that is cut off, with the line that was reached", async () => {
    const problem = await refusalOf(LONG.subarray(0, LONG.length >> 1), { name: "a.csv.gz" });
    expect(problem).toMatchObject({ code: "CSV032", place: { file: "a.csv.gz", line: expect.any(Number) } });
    expect(problem.place?.line).toBeGreaterThan(10_000);
    expect(await refusalOf(gzipSync(TEXT).subarray(0, 20))).toMatchObject({ code: "CSV032" });
  });

  it("a file cut at any byte is refused or whole, never short", async () => {
    const packed = gzipSync(TEXT);
    for (let size = 2; size < packed.length; size += 1)
      expect(await refusalOf(packed.subarray(0, size))).toMatchObject({ code: "CSV032" });
  });

  it("damage", async () => {
    const broken = Buffer.from(LONG);
    broken[broken.length - 6] = (broken[broken.length - 6] ?? 0) ^ 1;
    expect(await refusalOf(broken)).toMatchObject({ code: "CSV032", message: expect.stringContaining("damaged") });
  });

  it("gzip in gzip is refused, and a file of another kind says what it is", async () => {
    expect(await refusalOf(gzipSync(gzipSync(TEXT)))).toMatchObject({
      code: "CSV006",
      help: expect.stringContaining("gunzip"),
    });
    expect(await refusalOf(gzipSync(Buffer.from("%PDF-1.7")))).toMatchObject({ code: "CSV006" });
    expect(await refusalOf(gzipSync(Buffer.alloc(0)))).toMatchObject({ code: "CSV005" });
  });

  it.runIf(process.platform === "linux")("leaves nothing open when the reader goes away", async () => {
    const before = readdirSync("/proc/self/fd").length;
    const folder = mkdtempSync(path.join(tmpdir(), "trust-audit-gzip-"));
    writeFileSync(`${folder}/a.csv.gz`, LONG);
    const source = await openTable({ name: "a", open: () => createReadStream(`${folder}/a.csv.gz`) });
    source.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(readdirSync("/proc/self/fd").length).toBeLessThanOrEqual(before);
    rmSync(folder, { recursive: true });
  });
});
