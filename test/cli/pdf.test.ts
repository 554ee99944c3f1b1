import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { drawAudit } from "../../src/cli/draw.ts";
import type { Host } from "../../src/cli/host.ts";
import { printed } from "../../src/cli/pdf.ts";
import { ProblemsError } from "../../src/problems/problem.ts";
import { BROWSER } from "../browser/browser.ts";
import { SAMPLE } from "../render/sample.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "trust-audit-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith("trust-audit-pdf-"));

/** A program that stands in for a browser; its flags are in `argv`. */
function standIn(body: string): string {
  const file = join(dir, "browser.cjs");
  writeFileSync(file, `#!${process.execPath}\nconst fs = require("node:fs"), argv = process.argv.slice(2);\n${body}`);
  chmodSync(file, 0o755);
  return file;
}

const WRITES = `fs.writeFileSync(argv.find((one) => one.startsWith("--print-to-pdf=")).slice(15), `;

async function codeOf(printing: Promise<unknown>): Promise<string> {
  const error = await printing.catch((caught: unknown) => caught);
  if (!(error instanceof ProblemsError)) throw error;
  return error.message;
}

describe("printing a page", () => {
  it("says what to do where there is no browser", async () => {
    expect(await codeOf(printed("<p>", { env: {} }))).toMatch(/^OUT003: No PDF was made: there is no Chromium/);
    expect(await codeOf(printed("<p>", { env: { CHROME_PATH: join(dir, "x") } }))).toMatch(/CHROME_PATH names .*x/);
  });

  it.skipIf(process.platform === "win32")(
    "gives the page to the browser, without a network, and keeps nothing",
    async () => {
      const seen = join(dir, "seen.json");
      const CHROME_PATH = standIn(
        `fs.writeFileSync(${JSON.stringify(seen)}, JSON.stringify({ argv, page: fs.readFileSync(new URL(argv.at(-1)), "utf8") }));
${WRITES}"%PDF /CreationDate (D:20261123051802+00'00')>> /ModDate (D:20261123051802+00'00')");`,
      );
      const before = leftBehind();
      const pdf = await printed("<p>Hello", { env: { CHROME_PATH } });
      expect(Buffer.from(pdf).toString("latin1")).toBe(
        "%PDF /CreationDate (D:19700101000000+00'00')>> /ModDate (D:19700101000000+00'00')",
      );
      const { argv, page } = JSON.parse(readFileSync(seen, "utf8")) as { argv: string[]; page: string };
      expect(page).toBe("<p>Hello");
      expect(argv).toContain("--host-resolver-rules=MAP * ~NOTFOUND");
      expect(argv.some((flag) => flag.startsWith("--user-data-dir="))).toBe(true);
      expect(leftBehind()).toEqual(before);
    },
  );

  it.skipIf(process.platform === "win32").each([
    ["ends badly", "process.exit(1)"],
    ["writes no page", ""],
  ])("says so when the browser %s, and keeps nothing", async (_, body) => {
    const before = leftBehind();
    expect(await codeOf(printed("<p>", { env: { CHROME_PATH: standIn(body) } }))).toMatch(/^OUT004: No PDF was made/);
    expect(leftBehind()).toEqual(before);
  });

  it.skipIf(process.platform === "win32")("says so where there is no folder for what passes by", async () => {
    vi.stubEnv("TMPDIR", join(dir, "absent"));
    const said = await codeOf(printed("<p>", { env: { CHROME_PATH: standIn("") } })).finally(() => vi.unstubAllEnvs());
    expect(said).toMatch(/^OUT004: No PDF was made: nothing can be laid down in .*absent/);
  });

  it("lets the other outputs stand where there is no browser", async () => {
    const host = { stdout: new Writable(), env: {}, width: 80, color: { out: false } } as unknown as Host;
    const targets = [
      { format: "pdf", path: join(dir, "a.pdf") },
      { format: "html", path: join(dir, "a.html") },
    ];
    expect(await codeOf(drawAudit(host, SAMPLE, { targets }))).toMatch(/^OUT003/);
    expect(readdirSync(dir)).toEqual(["a.html"]);
  });

  it.skipIf(BROWSER === null)("makes the same PDF of a page each time", { timeout: 60_000 }, async () => {
    const page = "<!doctype html><html lang=en><title>t</title><h1>Trust</h1>";
    const [one, other] = [await printed(page, { env: process.env }), await printed(page, { env: process.env })];
    expect(Buffer.from(one).subarray(0, 5).toString()).toBe("%PDF-");
    expect(Buffer.from(one).equals(other)).toBe(true);
  });
});
