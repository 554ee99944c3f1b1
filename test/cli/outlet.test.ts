import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownOutlet, settled } from "../../src/cli/outlet.ts";

const BIN = path.resolve(import.meta.dirname, "..", "..", "bin/trust-audit.js");
const MINUTES = 60_000;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "outlet-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an outlet", () => {
  it("is the stream itself where that is open already", () => {
    const stdout = new PassThrough();
    const process = Object.defineProperty({ platform: "linux" }, "stdout", { value: stdout });
    expect(ownOutlet(process as unknown as NodeJS.Process, "stdout")).toBe(stdout);
    // A stream that fails tells whoever wrote to it, and ends nothing.
    expect(() => stdout.emit("error", new Error("closed"))).not.toThrow();
  });

  it("is settled when what was written is out", async () => {
    const taken: string[] = [];
    const slow = new Writable({
      write: (chunk, _encoding, done) => {
        setTimeout(() => {
          taken.push(String(chunk));
          done();
        }, 5);
      },
    });
    for (const word of ["a", "b", "c"]) slow.write(word);
    await settled(slow);
    expect(taken.slice(0, 3)).toEqual(["a", "b", "c"]);
    await settled({ write: () => undefined, once: () => undefined, off: () => undefined });
  });

  it("is settled when its stream has failed", async () => {
    const failing = new Writable({ write: (_chunk, _encoding, done) => setTimeout(() => done(new Error("full")), 5) });
    failing.on("error", () => undefined);
    failing.write("a");
    failing.write("b");
    await settled(failing);
  });
});

/** The program with a standard output of a kind. */
function run(words: readonly string[], stdout: "pipe" | number) {
  const child = spawn(process.execPath, [BIN, ...words], { stdio: ["ignore", stdout, "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return { child, ended, stderr: () => stderr };
}

const STAFF = path.resolve(BIN, "../../examples/staff.csv");
const SCORE = ["score", STAFF, "-f", "trust-equation", "--audience", "employees", "--by", "department"];

describe.skipIf(process.platform === "win32")("standard output", { timeout: MINUTES }, () => {
  it("takes the same words as a file and as a pipe", async () => {
    const file = path.join(folder, "help.txt");
    expect(await run(["--help"], openSync(file, "w")).ended).toBe(0);
    const { child, ended } = run(["--help"], "pipe");
    let text = "";
    child.stdout?.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
    });
    expect(await ended).toBe(0);
    expect(text).toBe(readFileSync(file, "utf8"));
    expect(text).toContain("trust-audit score answers.csv");
  });

  it("gives all of a page to a reader who takes its time", () => {
    const words = [process.execPath, BIN, ...SCORE, "-o", "html"];
    const page = execFileSync("/bin/sh", ["-c", '"$0" "$@" | (sleep 1; cat)', ...words], { encoding: "utf8" });
    expect(page.length).toBeGreaterThan(100_000);
    expect(page.trimEnd().endsWith("</html>")).toBe(true);
  });

  it.each([["--version"], ["--help"], [...SCORE], [...SCORE, "-o", "html"]])(
    "ends quietly when its reader is gone: %s",
    async (...words) => {
      const { child, ended, stderr } = run(words, "pipe");
      child.stdout?.destroy();
      expect(await ended).toBe(0);
      expect(stderr()).toBe("");
    },
  );

  it.runIf(process.platform === "linux")("tells of a full disk", async () => {
    const { ended, stderr } = run(SCORE, openSync("/dev/full", "w"));
    expect(await ended).toBe(3);
    expect(stderr()).toContain("OUT001");
  });
});
