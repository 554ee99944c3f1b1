import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entry, InterviewSetup } from "../../src/interview/types.ts";
import { hashOf } from "../../src/shelf/files.ts";
import { createJournal } from "../../src/sources/journal/journal.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const PROGRAM = path.join(ROOT, "bin", "trust-audit.js");
const TEAM = path.join(ROOT, "test", "scenarios", "files", "team.yaml");
const KILLS = process.env["TRUST_AUDIT_PROVE"] === "full" ? 100 : 12;
/** Milliseconds in which the end has come, with room to spare. */
const LONGEST = 260;
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

/** The exit code; null when it was killed, `after` milliseconds from its start. */
function end(name: string, after: number | null): Promise<number | null> {
  const child = spawn(process.execPath, [PROGRAM, "survey", "--resume", `${name}.journal`, "--delete-journal"], {
    cwd: folder,
    stdio: "ignore",
  });
  const timer = after === null ? undefined : setTimeout(() => child.kill("SIGKILL"), after);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

const rows = (name: string) => readFileSync(path.join(folder, name), "utf8").split("\n").sort();

describe("the end of a survey", () => {
  it(`killed ${KILLS} times at any moment comes to the same, once`, { timeout: 300_000 }, async () => {
    closedJournal("whole");
    expect(await end("whole", null)).toBe(0);
    const killed: (number | null)[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const name = `killed-${kill}`;
      closedJournal(name);
      killed.push(await end(name, Math.round((LONGEST * (kill + 0.5)) / KILLS)));
      if (existsSync(path.join(folder, `${name}.journal`))) expect(await end(name, null)).toBe(0);
      const left = readdirSync(folder).filter((file) => file.startsWith(`${name}.`) || file.startsWith(`${name}-`));
      expect(left.sort()).toEqual([`${name}.csv`, `${name}.json`, `${name}.md`]);
      expect(rows(`${name}.csv`)).toEqual(rows("whole.csv"));
    }
    expect(killed).toContain(null);
    // Half-written files would hold answers where nobody looks.
    expect(readdirSync(folder).filter((file) => file.startsWith("."))).toEqual([]);
  });
});
