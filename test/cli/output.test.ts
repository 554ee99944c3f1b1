import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClosedPipe } from "../../src/cli/exit.ts";
import type { Host } from "../../src/cli/host.ts";
import { readStream } from "../../src/cli/input.ts";
import { MODE, removeLeftovers, write, writeNew, writeOutputs } from "../../src/cli/output.ts";
import { ProblemsError } from "../../src/problems/problem.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "trust-audit-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const host = (stdout: Writable): Host => ({ stdout }) as unknown as Host;

describe("writing outputs", () => {
  it("writes each file whole and leaves no draft behind", async () => {
    const path = join(dir, "a.json");
    writeFileSync(path, "old");
    await writeOutputs(host(new PassThrough()), [{ target: { format: "json", path }, text: "new\n" }]);
    expect(readFileSync(path, "utf8")).toBe("new\n");
    expect(readdirSync(dir)).toEqual(["a.json"]);
  });

  it("draws when asked, writes bytes as they are, and shows none to a terminal", async () => {
    const path = join(dir, "a.pdf");
    const bytes = Buffer.from([0x25, 0xff, 0x00]);
    await writeOutputs(host(new PassThrough()), [{ target: { format: "pdf", path }, text: async () => bytes }]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const terminal = { stdout: new PassThrough(), terminal: true } as unknown as Host;
    const showing = writeOutputs(terminal, [{ target: { format: "pdf", path: null }, text: bytes }]);
    await expect(showing).rejects.toThrow("A terminal cannot show pdf.");
  });

  it("lets the others stand when a drawing has a problem, and tells of a defect at once", async () => {
    const path = join(dir, "good.md");
    const problem = new ProblemsError([{ code: "OUT003", severity: "error", message: "No PDF." }]);
    const drawing = (error: Error) => ({
      target: { format: "pdf", path: join(dir, "a.pdf") },
      text: () => Promise.reject(error),
    });
    const good = { target: { format: "markdown", path }, text: "# good\n" };
    await expect(writeOutputs(host(new PassThrough()), [drawing(problem), good])).rejects.toThrow(/OUT003/);
    expect(readFileSync(path, "utf8")).toBe("# good\n");
    await expect(writeOutputs(host(new PassThrough()), [drawing(new TypeError("ours")), good])).rejects.toThrow(
      TypeError,
    );
  });

  it("lets the others stand when one fails, and says which", async () => {
    const good = join(dir, "good.md");
    const bad = join(dir, "no-such-folder", "a.json");
    const writing = writeOutputs(host(new PassThrough()), [
      { target: { format: "json", path: bad }, text: "x" },
      { target: { format: "markdown", path: good }, text: "y" },
    ]);
    await expect(writing).rejects.toMatchObject({ exitCode: 3, problems: [{ code: "OUT001" }] });
    expect(readFileSync(good, "utf8")).toBe("y");
  });

  it("still writes the files when the reader of standard output went away", async () => {
    const path = join(dir, "kept.json");
    const closed = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
    });
    closed.on("error", () => undefined);
    const writing = writeOutputs(host(closed), [
      { target: { format: "terminal", path: null }, text: "x" },
      { target: { format: "json", path }, text: "y" },
    ]);
    await expect(writing).rejects.toBeInstanceOf(ClosedPipe);
    expect(readFileSync(path, "utf8")).toBe("y");
  });

  it("keeps who may read an output that is written again", async () => {
    const path = join(dir, "private.json");
    writeFileSync(path, "old", { mode: 0o600 });
    await writeOutputs(host(new PassThrough()), [{ target: { format: "json", path }, text: "new" }]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("says that the disk is full", async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("no space"), { code: "ENOSPC" })),
    });
    full.on("error", () => undefined);
    await expect(write(full, "x")).rejects.toMatchObject({
      problems: [{ code: "OUT001", message: "Could not write to standard output: the disk is full." }],
    });
  });

  it("writes through a link, and into a device, without putting a file in their place", async () => {
    const real = join(dir, "real.json");
    const link = join(dir, "link.json");
    writeFileSync(real, "old");
    symlinkSync(real, link);
    await writeOutputs(host(new PassThrough()), [
      { target: { format: "json", path: link }, text: "new" },
      { target: { format: "md", path: "/dev/null" }, text: "new" },
    ]);
    expect(readFileSync(real, "utf8")).toBe("new");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("never writes a new file over an old one", async () => {
    const path = join(dir, "own.yaml");
    await writeNew(path, "first");
    await expect(writeNew(path, "second")).rejects.toMatchObject({ problems: [{ code: "OUT002" }] });
    expect(readFileSync(path, "utf8")).toBe("first");
  });

  it("takes a reader that went away for the quiet end it is", async () => {
    const closed = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
    });
    closed.on("error", () => undefined);
    await expect(write(closed, "text")).rejects.toBeInstanceOf(ClosedPipe);
  });
});

describe("reading a document", () => {
  it("joins chunks that split a character", async () => {
    const stream = new PassThrough();
    const bytes = Buffer.from("„Vertrauen“");
    stream.write(bytes.subarray(0, 1));
    stream.end(bytes.subarray(1));
    expect(await readStream(stream, "a")).toBe("„Vertrauen“");
  });
  it("names the file it cannot read", async () => {
    const stream = new PassThrough();
    stream.destroy(Object.assign(new Error("no"), { code: "ENOENT" }));
    await expect(readStream(stream, "gone.json")).rejects.toMatchObject({
      problems: [{ code: "IN001", message: "Cannot read gone.json: there is no such file." }],
    });
  });
});

describe("who may read a new file", () => {
  const modeOf = (path: string) => statSync(path).mode & 0o777;

  it("is its owner alone where that is asked for", async () => {
    const [whole, fresh] = [join(dir, "whole.md"), join(dir, "fresh.md")];
    await writeOutputs(host(new PassThrough()), [
      { target: { format: "markdown", path: whole, mode: MODE.owner }, text: "x" },
    ]);
    await writeNew(fresh, "x", MODE.owner);
    expect([whole, fresh].map(modeOf)).toEqual([0o600, 0o600]);
  });

  it("is decided by the umask otherwise", async () => {
    const fresh = join(dir, "fresh.md");
    await writeNew(fresh, "x");
    expect(modeOf(fresh)).toBe(0o666 & ~process.umask());
  });
});

describe("what a killed run left", () => {
  it("of one file is taken away, and nothing else", async () => {
    const others = [".a.csv.0123456789ab.txt", ".b.csv.0123456789ab.tmp", ".a.csv.tmp", "a.csv"];
    for (const name of [...others, ".a.csv.0123456789ab.tmp"]) writeFileSync(join(dir, name), "x");
    await removeLeftovers(join(dir, "a.csv"));
    expect(readdirSync(dir).sort()).toEqual(others.sort());
    await removeLeftovers(join(dir, "no-such-folder", "a.csv"));
  });
});
