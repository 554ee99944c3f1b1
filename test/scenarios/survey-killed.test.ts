import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entry, InterviewSetup } from "../../src/interview/types.ts";
import { hashOf } from "../../src/shelf/files.ts";
import { createJournal } from "../../src/sources/journal/journal.ts";
import { WHOLE } from "../part.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const PROGRAM = path.join(ROOT, "bin", "trust-audit.js");
const TEAM = path.join(ROOT, "test", "scenarios", "files", "team.yaml");
const KILLS = WHOLE ? 100 : 6;
const MOST = Math.max(KILLS, 12);
const PEOPLE = 12;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "trust-audit-killed-"));
  copyFileSync(TEAM, path.join(folder, "team.yaml"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The journal of a survey that everybody has finished and nobody has ended. */
function closedJournal(name: string): void {
  const hash = hashOf(readFileSync(TEAM, "utf8"));
  const setup: InterviewSetup = {
    framework: { ref: "team.yaml", id: "team-trust", version: "1.0.0", hash },
    audience: "staff",
    form: null,
    seating: { kind: "participants", count: PEOPLE },
    shuffle: null,
    segments: [],
  };
  const journal = createJournal(path.join(folder, `${name}.journal`), setup);
  for (let seat = 1; seat <= PEOPLE; seat += 1) {
    const answers = ["O1", "O2", "O3"].map((question, at): Entry => {
      return { kind: "answer", seat, question, answer: { kind: "code", code: 1 + ((seat * (at + 2)) % 5) } };
    });
    journal.append([{ kind: "seat", seat }, ...answers, { kind: "finish", seat }]);
  }
  journal.append([{ kind: "close" }]);
  journal.close();
}

/** What an end writes, in this order; last it deletes the journal. */
const WRITTEN = ["csv", "md", "json"];
const isThere = (name: string, ending: string) => existsSync(path.join(folder, `${name}.${ending}`));
const writtenOf = (name: string) => WRITTEN.filter((ending) => isThere(name, ending)).length;

/** Where an end is killed: so many milliseconds after its start, or after a file of it is there. */
interface Point {
  readonly from: "start" | "csv" | "md" | "json";
  readonly after: number;
}

type Signal = "SIGKILL" | "SIGHUP" | "SIGTERM";

/** The exit code; null when it was killed. */
function end(name: string, point: Point | null, signal: Signal = "SIGKILL"): Promise<number | null> {
  const child = spawn(process.execPath, [PROGRAM, "survey", "--resume", `${name}.journal`, "--delete-journal"], {
    cwd: folder,
    stdio: "ignore",
  });
  const seen = point === null ? null : killAt(name, point, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      seen?.();
      resolve(code);
    });
  });
}

/** Looks as often as it can; gives back what stops it. */
function killAt(name: string, { from, after }: Point, kill: () => void): () => void {
  let isOver = false;
  let begun = from === "start" ? performance.now() : null;
  const look = () => {
    if (isOver) return;
    if (begun === null && isThere(name, from)) begun = performance.now();
    if (begun !== null && performance.now() - begun >= after) kill();
    else setImmediate(look);
  };
  look();
  return () => {
    isOver = true;
  };
}

/** Half of them anywhere in the run, as long as it takes on this machine; half as soon as one of the files is there. */
function pointOf(kill: number, longest: number): Point {
  if (kill % 2 === 0) return { from: "start", after: (longest * (kill + 0.5)) / KILLS };
  const from = (["csv", "md", "json"] as const)[Math.floor(kill / 2) % WRITTEN.length] ?? "csv";
  // From the very moment on, in steps shorter than the writing of one file.
  return { from, after: Math.floor(kill / 2 / WRITTEN.length) / 2 };
}

const SIGNALS = ["SIGKILL", "SIGHUP", "SIGTERM"] as const;

/** Whatever is there under its name is there whole. */
function expectWhole(name: string): void {
  const text = (of: string, ending: string) => readFileSync(path.join(folder, `${of}.${ending}`), "utf8");
  if (isThere(name, "csv")) expect(rows(`${name}.csv`)).toEqual(rows("whole.csv"));
  for (const ending of ["md", "json"])
    if (isThere(name, ending)) expect(text(name, ending).replaceAll(name, "whole")).toBe(text("whole", ending));
}

const rows = (name: string) => readFileSync(path.join(folder, name), "utf8").split("\n").sort();

describe("the end of a survey", () => {
  it(`killed ${KILLS} times at any moment comes to the same, once`, { timeout: 300_000 }, async () => {
    closedJournal("whole");
    const begun = performance.now();
    expect(await end("whole", null)).toBe(0);
    const longest = performance.now() - begun;
    const killed: (number | null)[] = [];
    const midway: number[] = [];
    // A busy machine may let one of few kills come too late to fall within the end.
    for (let kill = 0; kill < KILLS || (midway.length === 0 && kill < MOST); kill += 1) {
      const name = `killed-${kill}`;
      closedJournal(name);
      // A closed terminal, and a machine that is shut down, give the process no time either.
      killed.push(await end(name, pointOf(kill, longest), SIGNALS[Math.floor(kill / 2) % SIGNALS.length]));
      expectWhole(name);
      const written = writtenOf(name);
      if (written > 0 && written < WRITTEN.length) midway.push(written);
      if (isThere(name, "journal")) expect(await end(name, null)).toBe(0);
      // Killed between the journal and its lock: what is left names a process that is gone, and no person.
      else rmSync(path.join(folder, `${name}.journal.lock.1`), { force: true });
      const left = readdirSync(folder).filter((file) => file.startsWith(`${name}.`) || file.startsWith(`${name}-`));
      expect(left.sort()).toEqual([`${name}.csv`, `${name}.json`, `${name}.md`]);
      expect(rows(`${name}.csv`)).toEqual(rows("whole.csv"));
    }
    expect(killed).toContain(null);
    // Some fell within the end itself, not only before its first file or after its last.
    expect(midway.length).toBeGreaterThan(0);
    // Half-written files would hold answers where nobody looks.
    expect(readdirSync(folder).filter((file) => file.startsWith("."))).toEqual([]);
  });
});
