import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const PROGRAM = path.join(ROOT, "bin", "trust-audit.js");
const TEAM = path.join(ROOT, "test", "scenarios", "files", "team.yaml");
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

/** The exit code and the most memory it ever had, in bytes. */
async function score(input: Readable, name: string): Promise<{ readonly exit: number | null; readonly most: number }> {
  const told = path.join(folder, name);
  const tell = `process.on("exit",()=>require("node:fs").writeFileSync(${JSON.stringify(told)},String(process.resourceUsage().maxRSS*1024)))`;
  const hook = `data:text/javascript,import{createRequire}from"node:module";const require=createRequire("file:///");${encodeURIComponent(tell)}`;
  const flags = [
    "--import",
    hook,
    PROGRAM,
    "score",
    "-",
    "-f",
    TEAM,
    "-o",
    `json:${path.join(folder, `${name}.json`)}`,
  ];
  const child = spawn(process.execPath, flags, { cwd: folder, stdio: ["pipe", "ignore", "inherit"] });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  await pipeline(input, child.stdin);
  const exit = await ended;
  return { exit, most: Number(readFileSync(told, "utf8")) };
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
    const { exit, most } = await score(open(quoted), name);
    expect(exit).toBe(0);
    expect(most).toBeLessThan(MOST);
  });
});
