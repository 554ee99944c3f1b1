import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll } from "vitest";
import type { Answer, Entry, InterviewSetup } from "../../../src/interview/types.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { createJournal } from "../../../src/sources/journal/journal.ts";

export const SETUP: InterviewSetup = {
  framework: { ref: "trust-equation", id: "trust-equation", version: "1.0.0", hash: "ab12" },
  audience: "employees",
  form: null,
  seating: { kind: "participants", count: 20 },
  shuffle: null,
  segments: [{ name: "department", options: ["Sales", "Front desk"] }],
};

/** A folder of its own, gone after the tests of the file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "trust-audit-journal-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let count = 0;
/** A name nobody has used yet. */
export function fresh(folder: string): string {
  count += 1;
  return join(folder, `survey-${count}.journal`);
}

export function beside(path: string): readonly string[] {
  const folder = join(path, "..");
  return readdirSync(folder).filter((name) => join(folder, name).startsWith(path));
}

/** Codes of the problems that this throws. */
export function codesOf(work: () => unknown): readonly string[] {
  return problemsOf(work).map(({ code }) => code);
}

export function problemsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 12 }), fc.string({ unit: "binary", maxLength: 5 }));
const seat = fc.integer({ min: 1, max: 30 });
const question = fc.constantFrom("C1", "C2", "@department", "@");
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant("code" as const), code: fc.integer({ min: -100, max: 1000 }) }),
  fc.record({ kind: fc.constant("figure" as const), text: fc.constantFrom("12.5", "-3", "0.0004") }),
  fc.record({ kind: fc.constant("choice" as const), text }),
  fc.constantFrom({ kind: "notApplicable" as const }, { kind: "dontKnow" as const }, { kind: "skipped" as const }),
);

/** Anything a survey can write, but that somebody withdrew. */
export const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ kind: fc.constant("seat" as const), seat }),
  fc.record({ kind: fc.constant("answer" as const), seat, question, answer }),
  fc.record({ kind: fc.constant("comment" as const), seat, question, text }),
  fc.record({
    kind: fc.constant("hands" as const),
    seat,
    question,
    counts: fc.oneof(fc.constant(null), fc.array(fc.nat(40), { minLength: 2, maxLength: 5 })),
  }),
  fc.record({
    kind: fc.constant("draft" as const),
    seat: fc.oneof(fc.constant(null), seat),
    question: fc.oneof(fc.constant(null), question),
    line: fc.constantFrom("answer" as const, "comment" as const, "hands" as const, "sheet" as const),
    text,
  }),
  fc.record({ kind: fc.constant("finish" as const), seat }),
  fc.record({ kind: fc.constant("places" as const), count: seat }),
  fc.constant({ kind: "close" as const }),
);

/** Two seats: one that finished, one in the middle. */
export const ENTRIES: readonly Entry[] = [
  { kind: "seat", seat: 1 },
  { kind: "answer", seat: 1, question: "C1", answer: { kind: "code", code: 4 } },
  { kind: "comment", seat: 1, question: "C1", text: "Grüße, 信任 😀" },
  { kind: "finish", seat: 1 },
  { kind: "seat", seat: 2 },
  { kind: "answer", seat: 2, question: "C1", answer: { kind: "figure", text: "12.5" } },
];

/** A new journal in the folder that holds these entries; its path. */
export function journalIn(folder: string, entries: readonly Entry[]): string {
  const path = fresh(folder);
  const journal = createJournal(path, SETUP);
  journal.append(entries);
  journal.close();
  return path;
}
