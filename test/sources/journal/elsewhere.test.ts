import {
  appendFileSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/interview/types.ts";
import { createJournal, openJournal } from "../../../src/sources/journal/journal.ts";
import { readJournal } from "../../../src/sources/journal/read.ts";
import { codesOf, ENTRIES, fresh, journalIn, problemsOf, SETUP, scratch } from "./fixture.ts";

const folder = scratch();
const journalWith = (entries: readonly Entry[]) => journalIn(folder, entries);

/** Everything in it, once closed again. */
function contentOf(path: string) {
  const { journal, ...content } = openJournal(path);
  journal.close();
  return content;
}

const modeOf = (path: string) => statSync(path).mode & 0o777;

/** What the file says, whatever it is called. */
function saidIn(path: string): readonly Entry[] {
  return readJournal(readFileSync(path), path).entries;
}
const next: Entry = { kind: "answer", seat: 2, question: "C2", answer: { kind: "code", code: 3 } };
const other = (path: string) => path.replace(/\.journal$/, "-2.journal");

describe("a journal that something else touches", () => {
  it.each<[string, (path: string) => void]>([
    ["deleted", (path) => rmSync(path)],
    ["moved away", (path) => renameSync(path, `${path}-kept`)],
    [
      "replaced by another file",
      (path) => {
        renameSync(path, `${path}-kept`);
        copyFileSync(`${path}-kept`, path);
      },
    ],
    ["changed", (path) => appendFileSync(path, "x")],
    ["changed", (path) => truncateSync(path, 20)],
  ])("goes on beside it with all that was said, and says so at once: %s", (how, touch) => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    journal.append(ENTRIES);
    touch(path);
    const before = existsSync(path) ? readFileSync(path) : null;
    expect(problemsOf(() => journal.append([next]))).toMatchObject([
      {
        code: "JN011",
        message: expect.stringContaining(`was ${how}`),
        help: expect.stringContaining(basename(other(path))),
      },
    ]);
    expect(journal.path).toBe(other(path));
    expect(saidIn(other(path))).toEqual(ENTRIES);
    expect(modeOf(other(path))).toBe(0o600);
    expect(codesOf(() => openJournal(other(path)))).toEqual(["JN008"]);
    journal.append([next]);
    expect(journal.secure()).toBe(null);
    journal.close();
    expect(contentOf(other(path)).entries).toEqual([...ENTRIES, next]);
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(before);
    // What was moved away leads to nobody's answers any more.
    if (existsSync(`${path}-kept`)) expect(statSync(`${path}-kept`).size).toBe(0);
    expect(readdirSync(folder).filter((name) => name.includes(".lock."))).toEqual([]);
  });
  it("takes nothing where no other file can be made, and goes on when it is back", () => {
    const home = join(folder, "home");
    mkdirSync(home);
    const journal = createJournal(join(home, "a.journal"), SETUP);
    journal.append(ENTRIES);
    renameSync(home, `${home}-away`);
    expect(problemsOf(() => journal.append([next]))).toMatchObject([
      { code: "JN011", help: expect.stringContaining("Put the file back") },
    ]);
    renameSync(`${home}-away`, home);
    journal.append([next]);
    journal.close();
    expect(contentOf(join(home, "a.journal")).entries).toEqual([...ENTRIES, next]);
  });
  it.each<[string, (path: string) => void]>([
    ["deleted", (path) => rmSync(path)],
    [
      "replaced by another file",
      (path) => {
        renameSync(path, `${path}-kept`);
        writeFileSync(path, "x");
      },
    ],
    [
      "changed",
      (path) => {
        const bytes = readFileSync(path);
        bytes.writeUInt8(0x20, bytes.length - 9);
        writeFileSync(path, bytes);
      },
    ],
  ])("is saved anew at the end: %s", (how, touch) => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    journal.append(ENTRIES);
    expect(journal.secure()).toBe(null);
    touch(path);
    expect(journal.secure()).toMatchObject({
      code: "JN011",
      severity: "warning",
      message: expect.stringContaining(how),
    });
    expect(journal.secure()).toBe(null);
    expect(journal.entries()).toEqual(ENTRIES);
    journal.close();
    expect(contentOf(other(path)).entries).toEqual(ENTRIES);
  });
  it("is removed without another's file that has its name", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    journal.append(ENTRIES);
    renameSync(path, `${path}-kept`);
    writeFileSync(path, "mine");
    journal.remove();
    expect(readFileSync(path, "utf8")).toBe("mine");
    expect(statSync(`${path}-kept`).size).toBe(0);
  });
  it("keeps nothing under another name that somebody withdrew, or that was deleted with the journal", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    journal.append([...ENTRIES, { kind: "comment", seat: 2, question: "C1", text: "xyzzy" }]);
    linkSync(path, `${path}-snap`);
    journal.append([{ kind: "withdraw", seat: 2 }]);
    expect(readFileSync(`${path}-snap`, "utf8")).toBe("");
    linkSync(path, `${path}-again`);
    journal.remove();
    expect(readFileSync(`${path}-again`, "utf8")).toBe("");
  });
  it("is one journal by all its names", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    const name = `${path}-link`;
    symlinkSync(path, name);
    expect(codesOf(() => openJournal(name))).toEqual(["JN008"]);
    journal.close();
    const again = openJournal(name);
    expect(again.journal.path).toBe(journal.path);
    again.journal.close();
  });
  it("is opened as a copy where it is one", () => {
    const path = journalWith(ENTRIES);
    const { journal } = openJournal(path);
    copyFileSync(path, `${path}-copy`);
    expect(contentOf(`${path}-copy`).entries).toEqual(ENTRIES);
    journal.close();
  });
});
