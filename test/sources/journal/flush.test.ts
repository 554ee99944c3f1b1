import type { PathLike } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Entry } from "../../../src/interview/types.ts";
import { createJournal, openJournal } from "../../../src/sources/journal/journal.ts";
import { codesOf, fresh, SETUP, scratch } from "./fixture.ts";

/** What the system was asked to do, in order: `write a.journal`, `flush a.journal`. */
const disk = vi.hoisted(() => ({
  log: [] as string[],
  names: new Map<number, string>(),
  modes: new Map<string, unknown>(),
  fails: false,
}));

vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const nameOf = (file: number) => basename(disk.names.get(file) ?? "?");
  return {
    ...real,
    openSync: (path: PathLike, flags: string, mode?: number) => {
      const file = real.openSync(path, flags, mode);
      disk.names.set(file, String(path));
      disk.modes.set(basename(String(path)), mode);
      return file;
    },
    writeSync: (file: number, ...rest: [Buffer, number, number]) => {
      disk.log.push(`write ${nameOf(file)}`);
      return real.writeSync(file, ...rest);
    },
    fdatasyncSync: (file: number) => {
      disk.log.push(`flush ${nameOf(file)}`);
      if (disk.fails) throw Object.assign(new Error("io"), { code: "EIO" });
      real.fdatasyncSync(file);
    },
    fsyncSync: (file: number) => {
      disk.log.push(`flush ${nameOf(file)}`);
      real.fsyncSync(file);
    },
    renameSync: (from: PathLike, to: PathLike) => {
      disk.log.push(`rename ${basename(String(from))} ${basename(String(to))}`);
      real.renameSync(from, to);
      for (const [file, name] of disk.names) if (name === String(from)) disk.names.set(file, String(to));
    },
  };
});

const folder = scratch();
const answer: Entry = { kind: "answer", seat: 1, question: "C1", answer: { kind: "code", code: 4 } };

/** What is asked of the system while this is done. */
function asked(work: () => void): readonly string[] {
  disk.log.length = 0;
  work();
  return [...disk.log];
}

describe("what is on the disk when the journal says so", () => {
  it("a new journal, and its name in the folder", () => {
    const path = fresh(folder);
    const log = asked(() => createJournal(path, SETUP).close());
    const draft = `${basename(path)}.draft`;
    expect(log.indexOf(`flush ${draft}`)).toBeGreaterThan(log.indexOf(`write ${draft}`));
    expect(log.at(-1)).toBe(`flush ${basename(dirname(path))}`);
  });
  it("every entry: written, then flushed, each time it is appended", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    // The file was opened as a draft and keeps its descriptor.
    const name = `${basename(path)}.draft`;
    const once = [`write ${name}`, `flush ${name}`];
    expect(asked(() => journal.append([{ kind: "seat", seat: 1 }, answer]))).toEqual(once);
    expect(asked(() => journal.append([answer]))).toEqual(once);
    expect(asked(() => journal.append([]))).toEqual([]);
    journal.close();
  });
  it("a file written anew, before it takes its place, and its name after; nobody else can read it meanwhile", () => {
    const path = fresh(folder);
    createJournal(path, SETUP).close();
    const { journal } = openJournal(path);
    journal.append([{ kind: "seat", seat: 1 }, answer, answer]);
    disk.modes.clear();
    const [name, draft] = [basename(path), `${basename(path)}.draft`];
    expect(asked(() => journal.append([{ kind: "finish", seat: 1 }]))).toEqual([
      `write ${name}`,
      `flush ${name}`,
      `write ${draft}`,
      `flush ${draft}`,
      `rename ${draft} ${name}`,
      `flush ${basename(dirname(path))}`,
    ]);
    expect(disk.modes.get(draft)).toBe(0o600);
    journal.close();
  });
  it("an entry that could not be flushed does not count", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    disk.fails = true;
    expect(codesOf(() => journal.append([answer]))).toEqual(["JN010"]);
    disk.fails = false;
    journal.append([{ kind: "seat", seat: 2 }]);
    journal.close();
    const again = openJournal(path);
    again.journal.close();
    expect(again.entries).toEqual([{ kind: "seat", seat: 2 }]);
  });
});
