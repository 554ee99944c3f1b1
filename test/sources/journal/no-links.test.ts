import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { createJournal, openJournal } from "../../../src/sources/journal/journal.ts";
import { beside, codesOf, fresh, SETUP, scratch } from "./fixture.ts";

/** A file system on which a file has one name only, as on most memory sticks. */
const linked = vi.hoisted(() => ({ count: 0 }));
vi.mock("node:fs", async (original) => ({
  ...(await original<typeof import("node:fs")>()),
  linkSync: () => {
    linked.count += 1;
    throw Object.assign(new Error("link"), { code: "EPERM", syscall: "link" });
  },
}));

const folder = scratch();

describe("where a file has one name only", () => {
  it("a journal is made, locked, never made over another, and opened again", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    expect(linked.count).toBe(2);
    expect(codesOf(() => openJournal(path))).toEqual(["JN008"]);
    journal.append([{ kind: "seat", seat: 1 }]);
    journal.close();
    const before = readFileSync(path);
    expect(codesOf(() => createJournal(path, SETUP))).toEqual(["JN002"]);
    expect(readFileSync(path)).toEqual(before);
    const again = openJournal(path);
    again.journal.close();
    expect(again.entries).toEqual([{ kind: "seat", seat: 1 }]);
    expect(beside(path)).toEqual([basename(path)]);
  });
  it("a dead lock is passed by", () => {
    const path = fresh(folder);
    createJournal(path, SETUP).close();
    const { journal } = openJournal(path);
    const lock = JSON.parse(readFileSync(`${path}.lock.1`, "utf8"));
    journal.close();
    // No process has this number: it is above the largest there can be.
    writeFileSync(`${path}.lock.1`, JSON.stringify({ ...lock, pid: 2 ** 30 }));
    openJournal(path).journal.close();
    expect(beside(path)).toEqual([basename(path)]);
  });
});
