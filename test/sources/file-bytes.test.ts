import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ByteSource, openFile } from "../../src/sources/file-bytes.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "file-bytes-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(bytes: Buffer): string {
  const name = path.join(folder, "file");
  writeFileSync(name, bytes);
  return name;
}

async function walked(source: ByteSource): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

describe("the bytes of a file", () => {
  it.each([0, 1, 262_143, 262_144, 262_145, 1_000_000])("are all there: %d", async (size) => {
    const bytes = Buffer.alloc(size, "trust,");
    const source = openFile(file(bytes));
    expect(source).not.toBeInstanceOf(Readable);
    expect((await walked(source)).equals(bytes)).toBe(true);
  });

  it("include what is written while they are read", async () => {
    const name = file(Buffer.alloc(10, "a"));
    const chunks = openFile(name)[Symbol.asyncIterator]();
    await chunks.next();
    writeFileSync(name, "bb", { flag: "a" });
    const rest: string[] = [];
    for (let step = await chunks.next(); step.done !== true; step = await chunks.next()) rest.push(String(step.value));
    expect(rest.join("")).toBe("bb");
  });

  it("end where nobody wants more, also in the middle of being read", async () => {
    const source = openFile(file(Buffer.alloc(1_000_000)));
    const chunks = source[Symbol.asyncIterator]();
    expect((await chunks.next()).done).toBe(false);
    const second = chunks.next();
    source.destroy();
    expect(source).toMatchObject({ fd: expect.any(Number) });
    await second;
    expect(source).toMatchObject({ fd: null });
    expect((await chunks.next()).done).toBe(true);
    source.destroy();
  });

  it.each(["absent.csv", ""])("tell of what cannot be read as a stream does: %j", async (name) => {
    const error = await walked(openFile(path.join(folder, name))).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: name === "" ? "EISDIR" : "ENOENT" });
  });

  it.skipIf(process.platform === "win32")("come from a stream where the file is a pipe", async () => {
    const name = path.join(folder, "pipe");
    execFileSync("/bin/sh", ["-c", 'mkfifo "$0"', name]);
    const source = openFile(name);
    expect(source).toBeInstanceOf(Readable);
    const [read] = await Promise.all([walked(source), writeFile(name, "a,b\n")]);
    expect(String(read)).toBe("a,b\n");
  });
});
