import { chmodSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tidied } from "../../../src/interview/tidy.ts";
import { withoutControls } from "../../../src/interview/typed.ts";
import type { Entry } from "../../../src/interview/types.ts";
import { createJournal, openJournal } from "../../../src/sources/journal/journal.ts";
import { linesOf } from "../../../src/sources/journal/record.ts";
import { anyEntry, beside, codesOf, ENTRIES, fresh, journalIn, problemsOf, SETUP, scratch } from "./fixture.ts";

const folder = scratch();
const journalWith = (entries: readonly Entry[]) => journalIn(folder, entries);

/** As a process leaves it that ends as soon as the last entry is on the disk. */
function writtenBy(entries: readonly Entry[]): string {
  const path = fresh(folder);
  const head = { format: "trust-audit/journal", formatVersion: 1, setup: SETUP, tool: "1" };
  writeFileSync(path, linesOf([head, ...entries], 0).bytes, { mode: 0o600 });
  return path;
}

/** Everything in it, once closed again. */
function contentOf(path: string) {
  const { journal, ...content } = openJournal(path);
  journal.close();
  return content;
}

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe("a journal", () => {
  it("gives back what was written, over several openings", () => {
    const path = journalWith(ENTRIES.slice(0, 3));
    const again = openJournal(path);
    again.journal.append(ENTRIES.slice(3));
    again.journal.close();
    expect(contentOf(path)).toEqual({ setup: SETUP, entries: ENTRIES, torn: false });
  });
  it("gives back any entries", () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), (made) => {
        // Nothing stands behind a close.
        const close = made.findIndex(({ kind }) => kind === "close");
        const entries = close < 0 ? made : made.slice(0, close + 1);
        const plain = JSON.parse(JSON.stringify(entries), (_, value) =>
          typeof value === "string" ? withoutControls(value) : value,
        );
        expect(contentOf(journalWith(entries)).entries).toEqual(tidied(plain));
      }),
    );
  });
  it("is on disk when append returns, and is its owner's alone", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    journal.append(ENTRIES);
    expect(readFileSync(path, "utf8").split("\n")).toHaveLength(ENTRIES.length + 2);
    expect(modeOf(path)).toBe(0o600);
    expect(beside(path).map((name) => modeOf(join(folder, name)))).toEqual([0o600, 0o600]);
    journal.close();
    chmodSync(path, 0o644);
    contentOf(path);
    expect(modeOf(path)).toBe(0o600);
  });
  it("leaves nothing beside it when closed, and nothing at all when removed", () => {
    const path = journalWith(ENTRIES);
    expect(beside(path)).toHaveLength(1);
    const { journal } = openJournal(path);
    journal.remove();
    journal.close();
    expect(beside(path)).toEqual([]);
  });
  it("is never made over a file that is there", () => {
    const path = fresh(folder);
    writeFileSync(path, "notes");
    expect(codesOf(() => createJournal(path, SETUP))).toEqual(["JN002"]);
    expect(readFileSync(path, "utf8")).toBe("notes");
    expect(beside(path)).toHaveLength(1);
  });
  it("may be of people nobody counted", () => {
    const path = fresh(folder);
    const setup = { ...SETUP, seating: { kind: "sheets" } as const, form: "short", shuffle: -7 };
    createJournal(path, setup).close();
    expect(contentOf(path).setup).toEqual(setup);
  });
  it("is made only where there is a folder", () => {
    const problems = problemsOf(() => createJournal(join(folder, "none", "a.journal"), SETUP));
    expect(problems).toMatchObject([{ code: "JN010", message: expect.stringContaining("there is no such folder") }]);
    expect(problems[0]?.help).toContain("Nothing was asked yet");
  });
  it("says in words that its draft's name is a folder's", () => {
    const path = fresh(folder);
    mkdirSync(`${path}.draft`);
    const isFolder = [{ code: "JN010", message: expect.stringContaining("it is a folder") }];
    expect(problemsOf(() => createJournal(path, SETUP))).toMatchObject(isFolder);
    writeFileSync(path, readFileSync(journalWith(ENTRIES)));
    expect(problemsOf(() => openJournal(path))).toMatchObject(isFolder);
    expect(beside(path)).toHaveLength(2);
  });
  it("closes without a word where its folder is gone", () => {
    const gone = join(folder, "gone");
    mkdirSync(gone);
    const journal = createJournal(join(gone, "a.journal"), SETUP);
    rmSync(gone, { recursive: true });
    expect(() => journal.close()).not.toThrow();
  });
});

describe("a journal that is cut off", () => {
  it("opens to the first of its entries at every byte, and goes on from there", () => {
    const bytes = readFileSync(journalWith(ENTRIES));
    const head = bytes.indexOf("\n") + 1;
    for (let length = 0; length <= bytes.length; length += 1) {
      const path = fresh(folder);
      writeFileSync(path, bytes.subarray(0, length));
      if (length < head) {
        expect(codesOf(() => openJournal(path))).toEqual(["JN004"]);
        continue;
      }
      const whole = bytes.subarray(0, length).toString("latin1").split("\n").length - 2;
      const { journal, entries, torn } = openJournal(path);
      expect(entries).toEqual(ENTRIES.slice(0, whole));
      expect(torn).toBe(bytes[length - 1] !== 0x0a);
      journal.append(ENTRIES.slice(whole));
      journal.close();
      expect(readFileSync(path).equals(bytes)).toBe(true);
    }
  });
});

describe("a journal that was changed", () => {
  it("is refused whichever byte it is", () => {
    const bytes = readFileSync(journalWith(ENTRIES));
    const path = fresh(folder);
    const flip = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(flip, ([at, by]) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ by;
        writeFileSync(path, changed);
        // Without its end the last line is one that was never finished.
        if (at === bytes.length - 1) expect(contentOf(path)).toMatchObject({ torn: true });
        else expect(codesOf(() => openJournal(path))[0]).toMatch(/^JN00[34567]$/);
      }),
    );
  });
  it("says in which line, and what to do", () => {
    const path = journalWith(ENTRIES);
    writeFileSync(path, readFileSync(path, "utf8").replace('"code":4', '"code":5'));
    expect(problemsOf(() => openJournal(path))).toMatchObject([
      { code: "JN006", place: { line: 3 }, help: expect.stringContaining("the lines above the damaged one are sound") },
    ]);
  });
  it.each([
    ["lost", (lines: string[]) => lines.toSpliced(2, 1)],
    ["doubled", (lines: string[]) => lines.toSpliced(2, 0, lines[2] ?? "")],
    ["moved", (lines: string[]) => [lines[0] ?? "", lines[2] ?? "", lines[1] ?? "", ...lines.slice(3)]],
  ])("is refused where a line was %s", (_, change) => {
    const path = journalWith(ENTRIES);
    writeFileSync(path, change(readFileSync(path, "utf8").split("\n")).join("\n"));
    expect(codesOf(() => openJournal(path))).toEqual(["JN006"]);
  });
});

describe("a file that is no journal of ours", () => {
  const head = (more: object) => ({
    format: "trust-audit/journal",
    formatVersion: 1,
    setup: SETUP,
    tool: "1",
    ...more,
  });
  it.each([
    ["empty", "", "JN004"],
    ["a text", "Dear all,\n", "JN003"],
    ["a text without an end", "Dear all", "JN003"],
    ["an audit", '{"format":"trust-audit/audit"}\n', "JN003"],
    ["of another kind, with sums", linesOf([{ format: "other" }], 0).bytes, "JN003"],
    ["of a later version", linesOf([head({ formatVersion: 2, tool: "9.0.0" })], 0).bytes, "JN005"],
    ["without a seating", linesOf([head({ setup: { ...SETUP, seating: null } })], 0).bytes, "JN007"],
    ["with more in its setup than we know", linesOf([head({ setup: { ...SETUP, more: 1 } })], 0).bytes, "JN007"],
    ["with an entry of an unknown kind", linesOf([head({}), { kind: "pause" }], 0).bytes, "JN007"],
    ["with a seat that counts from 0", linesOf([head({}), { kind: "seat", seat: 0 }], 0).bytes, "JN007"],
    ["with a field too many", linesOf([head({}), { kind: "seat", seat: 1, at: "10:31" }], 0).bytes, "JN007"],
    ["with a list for an entry", linesOf([head({}), []], 0).bytes, "JN007"],
    [
      "that goes on behind its end",
      linesOf([head({}), { kind: "close" }, { kind: "seat", seat: 1 }], 0).bytes,
      "JN012",
    ],
    ["that ends twice", linesOf([head({}), { kind: "close" }, { kind: "close" }], 0).bytes, "JN012"],
    ...["ref", "id", "version"].map((field): [string, Buffer, string] => {
      const named = { ...SETUP, framework: { ...SETUP.framework, [field]: "a\u001b[2Jb" } };
      return [`with an escape in its framework's ${field}`, linesOf([head({ setup: named })], 0).bytes, "JN007"];
    }),
    [
      "with a line break in an option",
      linesOf([head({ setup: { ...SETUP, segments: [{ name: "site", options: ["a\nb", "c"] }] } })], 0).bytes,
      "JN007",
    ],
  ])("is refused: %s", (_, content, code) => {
    const path = fresh(folder);
    writeFileSync(path, content);
    expect(codesOf(() => openJournal(path))).toEqual([code]);
    expect(readFileSync(path)).toEqual(Buffer.from(content));
    expect(beside(path)).toHaveLength(1);
  });
  it("is refused: nothing there, and a folder", () => {
    const path = fresh(folder);
    expect(codesOf(() => openJournal(path))).toEqual(["JN001"]);
    mkdirSync(path);
    expect(codesOf(() => openJournal(path))).toEqual(["JN001"]);
  });
});

describe("texts that no keyboard types", () => {
  it("are cleaned on reading, and in the file", () => {
    const text = "a\u001b[2J\u202eb";
    const path = writtenBy([
      { kind: "seat", seat: 1 },
      { kind: "comment", seat: 1, question: "C1", text },
      { kind: "answer", seat: 1, question: "@department", answer: { kind: "choice", text } },
      { kind: "draft", seat: 1, question: "C2", line: "comment", text: `${text} ` },
    ]);
    const clean = "a [2J b";
    expect(contentOf(path).entries).toMatchObject([
      { kind: "seat" },
      { text: clean },
      { answer: { text: clean } },
      // A text still being typed keeps the space at its end.
      { text: `${clean} ` },
    ]);
    expect(readFileSync(path, "utf8")).not.toContain("u001b");
  });
});

describe("erasing a seat", () => {
  const said: readonly Entry[] = [
    { kind: "seat", seat: 3 },
    { kind: "draft", seat: 3, question: "C1", line: "comment", text: "xyzzy begun" },
    { kind: "comment", seat: 3, question: "C1", text: "xyzzy" },
    { kind: "hands", seat: 3, question: "C1", counts: [7, 0, 0, 0, 0] },
    { kind: "draft", seat: null, question: null, line: "sheet", text: "xyzzy on paper" },
    { kind: "finish", seat: 3 },
  ];
  const left: readonly Entry[] = [...ENTRIES, { kind: "seat", seat: 3 }, { kind: "withdraw", seat: 3 }];

  it("leaves that it was there, and all that the others said", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    journal.append([...ENTRIES, ...said]);
    journal.append([{ kind: "withdraw", seat: 3 }]);
    expect(journal.isTidy()).toBe(true);
    expect(readFileSync(path, "utf8")).not.toContain("xyzzy");
    expect(modeOf(path)).toBe(0o600);
    journal.append([{ kind: "seat", seat: 4 }]);
    journal.close();
    expect(contentOf(path).entries).toEqual([...left, { kind: "seat", seat: 4 }]);
    expect(beside(path)).toHaveLength(1);
  });
  it("keeps the journal locked, and a withdrawal that stands in it already", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    journal.append([...ENTRIES, ...said, { kind: "withdraw", seat: 3 }]);
    expect(codesOf(() => openJournal(path))).toEqual(["JN008"]);
    journal.close();
    expect(contentOf(path).entries).toEqual(left);
  });
  it("is finished on opening where the process ended before it", () => {
    const path = writtenBy([...ENTRIES, ...said, { kind: "withdraw", seat: 3 }]);
    writeFileSync(`${path}.draft`, "xyzzy");
    expect(contentOf(path).entries).toEqual(left);
    expect(readFileSync(path, "utf8")).not.toContain("xyzzy");
    expect(beside(path)).toHaveLength(1);
  });
});

describe("a seat that finishes", () => {
  const draft = (text: string): Entry => ({ kind: "draft", seat: 3, question: "C1", line: "comment", text });
  const answer = (code: number): Entry => ({
    kind: "answer",
    seat: 3,
    question: "C1",
    answer: { kind: "code", code },
  });
  const on: readonly Entry[] = [
    ...ENTRIES,
    { kind: "seat", seat: 3 },
    answer(77),
    draft("xyz"),
    draft("xyzzy"),
    draft("fi"),
    { kind: "comment", seat: 3, question: "C1", text: "xyzzy first" },
    { kind: "hands", seat: 3, question: "C1", counts: [55, 0] },
    { kind: "hands", seat: 3, question: "C1", counts: null },
    answer(4),
    { kind: "comment", seat: 3, question: "C1", text: "fine" },
  ];
  const left: readonly Entry[] = [
    ...ENTRIES,
    { kind: "seat", seat: 3 },
    answer(4),
    { kind: "comment", seat: 3, question: "C1", text: "fine" },
    { kind: "finish", seat: 3 },
  ];
  const end: readonly Entry[] = [{ kind: "finish", seat: 3 }];

  it("leaves what it said in the end, and nothing that it deleted or replaced", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    for (const entry of on) journal.append([entry]);
    expect(readFileSync(path, "utf8")).toContain("xyzzy");
    journal.append(end);
    expect(readFileSync(path, "utf8")).not.toMatch(/xyz|77|55|draft/);
    expect(modeOf(path)).toBe(0o600);
    journal.append([{ kind: "close" }]);
    journal.close();
    expect(contentOf(path).entries).toEqual([...left, { kind: "close" }]);
    expect(beside(path)).toHaveLength(1);
  });
  it("stops nothing where there is no room, and is made up for before the next entry", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    journal.append(on);
    mkdirSync(`${path}.draft`);
    journal.append(end);
    journal.append([{ kind: "seat", seat: 4 }]);
    expect(journal.isTidy()).toBe(false);
    expect(readFileSync(path, "utf8")).toContain("xyzzy");
    rmdirSync(`${path}.draft`);
    journal.append([{ kind: "places", count: 9 }]);
    expect(journal.isTidy()).toBe(true);
    expect(readFileSync(path, "utf8")).not.toContain("xyzzy");
    journal.close();
    expect(contentOf(path).entries).toEqual([...left, { kind: "seat", seat: 4 }, { kind: "places", count: 9 }]);
  });
  it("is made up for on closing, too", () => {
    const path = fresh(folder);
    const journal = createJournal(path, SETUP);
    mkdirSync(`${path}.draft`);
    journal.append([...on, ...end]);
    rmdirSync(`${path}.draft`);
    journal.close();
    expect(readFileSync(path, "utf8")).not.toContain("xyzzy");
    expect(beside(path)).toHaveLength(1);
  });
  it("is made up for on opening, whatever was written of the new file", () => {
    const whole = readFileSync(writtenBy(left));
    for (const length of [0, 1, 40, whole.length - 1, whole.length]) {
      const path = writtenBy([...on, ...end]);
      writeFileSync(`${path}.draft`, whole.subarray(0, length), { mode: 0o600 });
      expect(contentOf(path).entries).toEqual(left);
      expect(readFileSync(path, "utf8")).not.toContain("xyzzy");
      expect(beside(path)).toHaveLength(1);
    }
  });
});
