import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scoreMeasured } from "./measured.ts";

const WHOLE = process.env["TRUST_AUDIT_PROVE"] === "full";
const MB = 1_000_000;
const SIZE = (WHOLE ? 1000 : 40) * MB;
/** Of the whole process: Node.js itself takes some 50 MB. */
const MOST = 150 * MB;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "trust-audit-large-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An export as it is asked for: rows with a comment each, quoted where `quoted`. size: bytes at least. */
function* answers({ size, quoted }: { readonly size: number; readonly quoted: boolean }): Generator<Buffer> {
  yield Buffer.from("O1,O2,O3,comment\n");
  const comment = quoted ? `"said ""so"",\nand ${"more ".repeat(12)}"` : "more ".repeat(14);
  const rows = Array.from({ length: 700 }, (_, at) => `${1 + (at % 5)},${1 + (at % 4)},${1 + (at % 3)},${comment}\n`);
  const chunk = Buffer.from(rows.join(""));
  for (let given = 0; given < size; given += chunk.length) yield chunk;
}

describe(`${SIZE / MB} MB from standard input`, () => {
  it.each([
    ["bare", (quoted: boolean) => Readable.from(answers({ size: SIZE, quoted }), { objectMode: false }), false],
    ["quoted", (quoted: boolean) => Readable.from(answers({ size: SIZE, quoted }), { objectMode: false }), true],
    [
      "gzip",
      (quoted: boolean) =>
        Readable.from(answers({ size: SIZE, quoted }), { objectMode: false }).pipe(createGzip({ level: 1 })),
      false,
    ],
  ] as const)("%s, within 150 MB of memory", { timeout: WHOLE ? 600_000 : 60_000 }, async (name, open, quoted) => {
    const { exit, most } = await scoreMeasured(open(quoted), { folder, name });
    expect(exit).toBe(0);
    expect(most).toBeLessThan(MOST);
  });
});

/** Comments in the column of an item, each another. */
function* comments(size: number): Generator<Buffer> {
  yield Buffer.from("O1,O2,O3\n");
  for (let given = 0, row = 0; given < size; row += 1) {
    const text = Buffer.from(`${row % 5 === 0 ? 4 : `${row} ${"said so ".repeat(7500)}`},4,3\n`);
    given += text.length;
    yield text;
  }
}

describe("memory does not grow with what is read", () => {
  const open = (size: number) => Readable.from(answers({ size, quoted: true }), { objectMode: false });

  it("four times as many rows take as much", { timeout: 60_000 }, async () => {
    const small = await scoreMeasured(open(10 * MB), { folder, name: "small" });
    const large = await scoreMeasured(open(40 * MB), { folder, name: "large" });
    expect([small.exit, large.exit]).toEqual([0, 0]);
    expect(large.most - small.most).toBeLessThan(10 * MB);
  });

  it("nor do long texts that are no answers", { timeout: 60_000 }, async () => {
    const input = Readable.from(comments(60 * MB), { objectMode: false });
    const { exit, most } = await scoreMeasured(input, {
      folder,
      name: "comments",
      flags: ["--on-unknown", "missing"],
    });
    expect(exit).toBe(0);
    expect(most).toBeLessThan(MOST);
  });
});
