import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { thisProcess } from "../../../src/sources/journal/holder.ts";
import { createJournal, openJournal } from "../../../src/sources/journal/journal.ts";
import { WHOLE } from "../../part.ts";
import { type Child, kill, program, start } from "./child.ts";
import { beside, codesOf, fresh, problemsOf, SETUP, scratch } from "./fixture.ts";

const folder = scratch();
const RACERS = WHOLE ? 20 : 8;
const ROUNDS = WHOLE ? 10 : 2;
/** Milliseconds in which every racer has started, so that all begin at once. */
const STARTED = WHOLE ? 2000 : 1000;
let holder = "";
let racer = "";

beforeAll(async () => {
  const stay = "setInterval(() => undefined, 1000);";
  holder = await program(folder, "holder", `openJournal(path); console.log('open'); ${stay}`);
  // All begin at the same moment, as near as processes can.
  racer = await program(
    folder,
    "racer",
    `const wait = Number(process.argv[3]) - Date.now();
     if (wait > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
     openJournal(path); console.log('open'); ${stay}`,
  );
});

function newJournal(): string {
  const path = fresh(folder);
  createJournal(path, SETUP).close();
  return path;
}

const onJournal = (file: string, path: string, ...more: string[]) => start([process.execPath, file, path, ...more]);

async function race(path: string): Promise<{ readonly said: readonly string[]; readonly winners: readonly Child[] }> {
  const from = String(Date.now() + STARTED);
  const racers = Array.from({ length: RACERS }, () => onJournal(racer, path, from));
  const said = await Promise.all(racers.map((one) => one.line()));
  return { said: said.map(String), winners: racers.filter((_, at) => said[at] === "open") };
}

describe("two processes", () => {
  it("never have one journal open, and the next gets it when one was killed", {
    timeout: WHOLE ? 600_000 : 60_000,
  }, async () => {
    const path = newJournal();
    const first = onJournal(holder, path);
    expect(await first.line()).toBe("open");
    const lost = await race(path);
    expect(new Set(lost.said)).toEqual(new Set(["refused JN008"]));
    await kill(first);
    // The dead one's lock is still there.
    expect(beside(path)).toContain(`${basename(path)}.lock.1`);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { said, winners } = await race(path);
      expect(winners).toHaveLength(1);
      expect(said.filter((word) => word === "refused JN008")).toHaveLength(RACERS - 1);
      expect(beside(path)).toHaveLength(2);
      await Promise.all(winners.map(kill));
    }
    openJournal(path).journal.close();
    expect(beside(path)).toEqual([basename(path)]);
  });
});

describe("a lock", () => {
  const here = thisProcess();
  const withLock = (content: string): string => {
    const path = newJournal();
    writeFileSync(`${path}.lock.7`, content);
    return path;
  };
  const lockOf = (more: object) => JSON.stringify({ ...here, ...more });

  it("names this process and when it began", () => {
    const path = newJournal();
    const { journal } = openJournal(path);
    expect(JSON.parse(readFileSync(`${path}.lock.1`, "utf8"))).toEqual(here);
    journal.close();
  });
  it("counts while its process lives", () => {
    const path = withLock(lockOf({}));
    expect(problemsOf(() => openJournal(path))).toMatchObject([
      { code: "JN008", message: expect.stringContaining(String(process.pid)) },
    ]);
    expect(codesOf(() => createJournal(path, SETUP))).toEqual(["JN008"]);
  });
  it("is waited for while its process is ending", async () => {
    const path = newJournal();
    const body = "openJournal(path); console.log('in'); setTimeout(() => process.exit(0), 300);";
    const child = start([process.execPath, await program(folder, "ending", body), path]);
    expect(await child.line()).toBe("in");
    openJournal(path).journal.close();
    await child.ended;
  });
  it.runIf(process.platform === "linux")("does not count when another process has got the number since", () => {
    const path = withLock(lockOf({ started: `${here.started}0` }));
    const { journal } = openJournal(path);
    expect(readdirSync(folder)).not.toContain(`${basename(path)}.lock.7`);
    expect(beside(path)).toContain(`${basename(path)}.lock.8`);
    journal.close();
  });
  it.each([
    ["on another machine", lockOf({ host: "another-machine" }), "another-machine"],
    ["in another container", lockOf({ space: "pid:[1]" }), here.host],
    ["nobody knows where", "", "a process that cannot be told"],
    ["of no process", lockOf({ pid: -1 }), "a process that cannot be told"],
  ])("is left to the user: %s", (_, content, where) => {
    const path = withLock(content);
    const [problem] = problemsOf(() => openJournal(path));
    expect(problem).toMatchObject({ code: "JN009", message: expect.stringContaining(where) });
    expect(problem?.help).toContain(`delete ${join(folder, basename(path))}.lock.7`);
    expect(beside(path)).toHaveLength(2);
  });
  it("is no lock when it is called otherwise", () => {
    const path = newJournal();
    for (const name of ["lock.txt", "lock.07", "lock"]) writeFileSync(`${path}.${name}`, lockOf({}));
    openJournal(path).journal.close();
    expect(beside(path)).toHaveLength(4);
  });
  it("is taken past a folder that stands in the way of nothing", () => {
    const path = newJournal();
    mkdirSync(`${path}.lock.new.abc`);
    openJournal(path).journal.close();
    expect(beside(path)).toHaveLength(2);
  });
  it("takes away what a process killed in the middle of taking it left", () => {
    const path = newJournal();
    writeFileSync(`${path}.lock.new.abc`, lockOf({}));
    openJournal(path).journal.close();
    expect(beside(path)).toEqual([basename(path)]);
  });
});
