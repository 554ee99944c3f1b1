import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";
import { type Measured, scoreMeasured } from "./measured.ts";

const MB = 1_000_000;
const SIZE = (WHOLE ? 1000 : 16) * MB;
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

const runs = new Map<number, Promise<Measured>>();

/** With so many bytes of quoted rows; each size is run once. */
function quotedRun(size: number): Promise<Measured> {
  const input = () => Readable.from(answers({ size, quoted: true }), { objectMode: false });
  const found = runs.get(size) ?? scoreMeasured(input(), { folder, name: `quoted-${size}` });
  runs.set(size, found);
  return found;
}

describe(`${SIZE / MB} MB from standard input`, () => {
  const bare = () => Readable.from(answers({ size: SIZE, quoted: false }), { objectMode: false });
  it.each([
    ["bare", () => scoreMeasured(bare(), { folder, name: "bare" })],
    ["quoted", () => quotedRun(SIZE)],
    ["gzip", () => scoreMeasured(bare().pipe(createGzip({ level: 1 })), { folder, name: "gzip" })],
  ] as const)("%s, within 150 MB of memory", { timeout: WHOLE ? 600_000 : 60_000 }, async (_, run) => {
    const { exit, most } = await run();
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
  it("four times as many rows take as much", { timeout: 60_000 }, async () => {
    const small = await quotedRun(6 * MB);
    const large = await quotedRun(24 * MB);
    expect([small.exit, large.exit]).toEqual([0, 0]);
    expect(large.most - small.most).toBeLessThan(10 * MB);
  });

  it("nor do long texts that are no answers", { timeout: 60_000 }, async () => {
    const input = Readable.from(comments((WHOLE ? 60 : 16) * MB), { objectMode: false });
    const { exit, most } = await scoreMeasured(input, {
      folder,
      name: "comments",
      flags: ["--on-unknown", "missing"],
    });
    expect(exit).toBe(0);
    expect(most).toBeLessThan(MOST);
  });
});
