import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";
import { scoreMeasured } from "./measured.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const PROGRAM = path.join(ROOT, "bin", "trust-audit.js");
const TEAM = path.join(ROOT, "test", "scenarios", "files", "team.yaml");
/** Of the smaller of two exports. */
const ROWS = WHOLE ? 100_000 : 50_000;
const KEY = "0123456789abcdef0123456789abcdef\n";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "trust-audit-respondents-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function* answers(rows: number): Generator<Buffer> {
  yield Buffer.from("code,O1,O2,O3\n");
  for (let from = 0; from < rows; from += 5000) {
    const chunk = Array.from(
      { length: 5000 },
      (_, at) => `u${from + at},${1 + (at % 5)},${1 + (at % 4)},${1 + (at % 3)}\n`,
    );
    yield Buffer.from(chunk.join(""));
  }
}

describe("a row for each of very many respondents", () => {
  const measured = async (rows: number) => {
    writeFileSync(path.join(folder, "key"), KEY);
    const to = path.join(folder, `${rows}.csv`);
    const flags = ["--only", "scores", "--respondents", to, "--id", "code", "--key", path.join(folder, "key")];
    const input = Readable.from(answers(rows), { objectMode: false });
    return { ...(await scoreMeasured(input, { folder, name: `run-${rows}`, flags, heap: 32 })), to };
  };

  it("takes no more memory for four times as many", { timeout: 60_000 }, async () => {
    const small = await measured(ROWS);
    const large = await measured(4 * ROWS);
    expect([small.exit, large.exit]).toEqual([0, 0]);
    expect(readFileSync(large.to, "latin1").match(/\n/g)).toHaveLength(4 * ROWS + 1);
    // 140 bytes of text a row were written. Of each id that was met, a fingerprint stays.
    expect(statSync(large.to).size).toBeGreaterThan(500 * ROWS);
    expect(large.most - small.most).toBeLessThan(250 * ROWS);
  });
});

describe("a run that is ended before it is done", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "by %s leaves nothing of the file",
    { timeout: 30_000 },
    async (signal) => {
      const child = spawn(process.execPath, [PROGRAM, "score", "-", "-f", TEAM, "--respondents", "people.csv"], {
        cwd: folder,
        stdio: ["pipe", "ignore", "pipe"],
      });
      let said = "";
      child.stderr.on("data", (piece) => {
        said += piece;
      });
      const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) =>
        child.on("close", (code, by) => resolve([code, by])),
      );
      for (const chunk of answers(20_000)) child.stdin.write(chunk);
      while (!readdirSync(folder).some((name) => statSync(path.join(folder, name)).size > 0)) await setTimeout(20);
      child.kill(signal);
      expect(await ended).toEqual(signal === "SIGINT" ? [130, null] : [null, signal]);
      expect(said).toBe(signal === "SIGINT" ? "Interrupted: nothing half-written is left behind.\n" : "");
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});
