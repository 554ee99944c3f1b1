import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createJournal, openJournal } from "../../../src/sources/journal/journal.ts";
import { WHOLE } from "../../part.ts";
import { kill, program, start } from "./child.ts";
import { fresh, SETUP, scratch } from "./fixture.ts";

const KILLS = WHOLE ? 200 : 20;
const folder = scratch();
let writer = "";

/** A generator of its own: the moments are the same in every run, as far as machines go. */
function moments(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

beforeAll(async () => {
  writer = await program(
    folder,
    "writer",
    `const setup = JSON.parse(process.argv[3]);
     let at = Number(process.argv[4]);
     const journal = at === 0 ? createJournal(path, setup) : openJournal(path).journal;
     const answer = (code) => ({ kind: 'answer', seat: 1, question: 'Q' + at, answer: { kind: 'code', code } });
     for (;; at += 1) {
       journal.append([answer(1), { kind: 'comment', seat: 1, question: 'Q' + at, text: 'x'.repeat(at % 300) }, answer(at % 6)]);
       if (at % 7 === 3) {
         const seat = at + 10;
         const draft = (text) => ({ kind: 'draft', seat, question: 'C1', line: 'comment', text });
         journal.append([{ kind: 'seat', seat }, draft('plu'), draft('plugh'), { kind: 'comment', seat, question: 'C1', text: 'fine' }]);
         journal.append([{ kind: at % 2 === 0 ? 'finish' : 'withdraw', seat }]);
       }
       process.stdout.write(at + '\\n');
     }`,
  );
});

/** The writer at work from answer `next` on, killed after so many milliseconds; before its first answer where `early`. */
async function killed(path: string, next: number, { after, early }: { after: number; early: boolean }) {
  const child = start([process.execPath, writer, path, JSON.stringify(SETUP), String(next)]);
  if (!early) await child.line();
  await new Promise((resolve) => setTimeout(resolve, after));
  await kill(child);
  expect(child.lines.filter((line) => line.startsWith("refused"))).toEqual([]);
  return Number(child.lines.at(-1) ?? next - 1);
}

/** The last answer to each question. */
function answersIn(path: string): ReadonlyMap<string, unknown> {
  if (!existsSync(path)) return new Map();
  const { journal, entries } = openJournal(path);
  journal.close();
  // What a seat that is done deleted is gone, whenever the process was killed.
  if (!entries.some(({ kind }) => kind === "draft")) expect(readFileSync(path, "utf8")).not.toContain("plu");
  return new Map(entries.flatMap((entry) => (entry.kind === "answer" ? [[entry.question, entry.answer]] : [])));
}

describe("a process killed at any moment", () => {
  it("loses no answer that was acknowledged and leaves a journal that opens", { timeout: 600_000 }, async () => {
    const random = moments(20261122);
    let path = fresh(folder);
    let next = 0;
    for (let round = 0; round < KILLS; round += 1) {
      // Every fourth one while the journal is made or opened, the others once they are at work.
      const early = round % 4 === 0;
      const last = await killed(path, next, { after: random() * (early ? 90 : 30), early });
      const answers = answersIn(path);
      for (let at = 0; at <= last; at += 1) expect(answers.get(`Q${at}`)).toEqual({ kind: "code", code: at % 6 });
      // At most what was being written when it was killed.
      expect(answers.size - (last + 1)).toBeLessThanOrEqual(1);
      const isUsable = last >= 0 && last < 400;
      if (!isUsable) path = fresh(folder);
      next = isUsable ? last + 1 : 0;
    }
  });
});

describe("a full disk", () => {
  it("refuses the entry, cuts the file back to its last line and takes the next one that fits", async () => {
    const path = fresh(folder);
    const full = await program(
      folder,
      "full",
      `const journal = openJournal(path).journal;
       const comment = (length) => [{ kind: 'comment', seat: 1, question: 'C1', text: 'x'.repeat(length) }];
       journal.append(comment(500));
       try { journal.append(comment(9000)); } catch (error) { console.log(JSON.stringify(error.problems)); }
       journal.append(comment(7));
       console.log('done');`,
    );
    createJournal(path, SETUP).close();
    // Blocks of 1,024 bytes: the file may not become larger than 4 KB.
    const child = start(["bash", "-c", `ulimit -f 4; exec "$0" "$@"`, process.execPath, full, path]);
    await child.ended;
    const [problems = "[]", done] = child.lines;
    expect(JSON.parse(problems)).toMatchObject([
      { code: "JN010", message: expect.stringContaining("the file may not become any larger") },
    ]);
    expect(done).toBe("done");
    const { journal, entries, torn } = openJournal(path);
    journal.close();
    expect(entries.map((entry) => (entry.kind === "comment" ? entry.text.length : -1))).toEqual([500, 7]);
    expect(torn).toBe(false);
    expect(readFileSync(path).length).toBeLessThan(4096);
  });
});
