import type { ReadingRules } from "../source-plan.ts";
import { type Answers, LAST_MISSING, MISSING } from "../types.ts";
import { combine, createFingerprints, type Fingerprint, fingerprint } from "./fingerprints.ts";
import type { AnswerProblems } from "./problems.ts";

/** `new`: no row with this id yet. `drop`: leave the row out. `repeated`: keep it and count it. */
export type Repeat = "new" | "drop" | "repeated";

export interface DuplicateFilter {
  /** place: where the row stands; needed by the rule `error` only. */
  see(row: IdentifiedRow, place?: RowPlace): Repeat;
  /** The same of a row without unreadable answers, by the fingerprint of its id and its `hashRow`. */
  seeHash(key: Readonly<Fingerprint>, hash: number, place: RowPlace): Repeat;
}

/** id: not empty. */
export interface IdentifiedRow {
  readonly id: string;
  readonly answers: Answers;
  readonly groups: readonly string[];
}

export interface RowPlace {
  readonly file: string;
  line(): number;
}

/**
 * Finds rows that repeat an id. An identical row (same answers, same groups) is dropped; one with other answers is kept
 * (`keep`), dropped (`first`), or reported to `problems` (`error`). Ids are not kept: a 64-bit fingerprint stands for each
 * (a million ids: 1 in 37 million that two of them are taken for one), and a 53-bit hash for each of its different rows.
 * Memory: 24 bytes an id and a further row; 28 under `error`, which names where an id was first seen. Of the whole process,
 * peak with ids less peak without, median of 3: 29 bytes an id (35 under `error`) at 1 million rows, 27 (32) at 2 million,
 * 24 (28) at 4 million.
 */
export function createDuplicateFilter(rule: ReadingRules["onDuplicate"], problems?: AnswerProblems): DuplicateFilter {
  const firsts = createFingerprints({ lines: rule === "error" });
  const further = createFingerprints({ lines: false });
  const files = createFileNames();
  const own: Fingerprint = { high: 0, low: 0 };
  const pair: Fingerprint = { high: 0, low: 0 };
  const kept = { value: 0, line: 0 };
  const meet = (key: Readonly<Fingerprint>, hash: number, place: RowPlace | undefined): Repeat => {
    const here = rule === "error" ? place : undefined;
    if (here !== undefined) files.from(here.file, firsts.size);
    kept.value = hash;
    kept.line = here?.line() ?? 0;
    const first = firsts.meet(key, kept);
    if (first < 0) return "new";
    combine(key, kept.value, pair);
    if (rule === "first" || firsts.valueAt(first) === kept.value || further.meet(pair, kept) >= 0) return "drop";
    if (here !== undefined)
      problems?.repeatedId({ file: files.of(first), line: firsts.lineAt(first) }, { file: here.file, line: kept.line });
    return "repeated";
  };
  return {
    see: ({ id, answers, groups }, place) => {
      fingerprint(id, own);
      const repeat = meet(own, hashRow(answers, groups), place);
      if (repeat === "drop") problems?.leftOut(answers);
      return repeat;
    },
    seeHash: meet,
  };
}

/** Which file each of many was first met in, where they are counted on over files that are read one after the other. */
function createFileNames() {
  const files: { readonly file: string; readonly first: number }[] = [];
  return {
    /** All from here on are of this file. */
    from: (file: string, first: number): void => {
      if (files.at(-1)?.file !== file) files.push({ file, first });
    },
    of: (place: number): string => files.findLast(({ first }) => first <= place)?.file ?? "",
  };
}

/** Names the rows of one file by what they say and in which order. */
export interface RowDigest {
  /** The next row. answers: in the order of the program. */
  add(answers: Answers, groups: readonly string[]): void;
  /** The next row, by its `hashRow`. */
  addHash(hash: number): void;
  /** Equal for two files that hold the same rows in the same order (by chance for others: 2^-53). Holds the number of rows. */
  value(): string;
}

/** For an engine that is given several files: one of them may be given twice. Ids do not count; costs one hash a row. */
export function createRowDigest(): RowDigest {
  let rows = 0;
  let high = 0;
  let low = 0;
  const addHash = (hash: number): void => {
    rows += 1;
    high = Math.imul(high ^ Math.floor(hash / 2_097_152), 0x01000193) ^ (high >>> 15);
    low = Math.imul(low ^ (hash & 0x1fffff) ^ high, 0x5bd1e995) ^ (low >>> 13);
  };
  return {
    add: (answers, groups) => addHash(hashRow(answers, groups)),
    addHash,
    value: () => `${rows} ${high >>> 0} ${low >>> 0}`,
  };
}

/** Above every code and figure, so that the kinds of missing, whose low 32 bits are 1 to 4, hash apart from codes. */
const MISSING_HASHED = 0x40000000;
/** No UTF-16 unit. */
const VALUE_END = 0x10000;

/** Two 32-bit multiplicative hashes side by side, 53 bits of them. */
export function hashRow(answers: Answers, groups: readonly string[]): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < answers.length; at += 1) {
    const answer = answers[at] as number;
    const value = answer <= LAST_MISSING ? MISSING_HASHED + (answer - MISSING.unanswered) : answer;
    high = Math.imul(high ^ value, 0x01000193) ^ (high >>> 15);
    low = Math.imul(low ^ value, 0x5bd1e995) ^ (low >>> 13);
  }
  return hashGroups(high, low, groups);
}

/** Goes on from the two hashes over a row's answers with its groups: 53 bits of both. */
export function hashGroups(answersHigh: number, answersLow: number, groups: readonly string[]): number {
  let high = answersHigh;
  let low = answersLow;
  for (let place = 0; place < groups.length; place += 1) {
    const group = groups[place] as string;
    // The end of the value before, so that "ab", "c" is not "a", "bc".
    if (place > 0) {
      high = Math.imul(high ^ VALUE_END, 0x01000193) ^ (high >>> 15);
      low = Math.imul(low ^ VALUE_END, 0x5bd1e995) ^ (low >>> 13);
    }
    for (let at = 0; at < group.length; at += 1) {
      high = Math.imul(high ^ group.charCodeAt(at), 0x01000193) ^ (high >>> 15);
      low = Math.imul(low ^ group.charCodeAt(at), 0x5bd1e995) ^ (low >>> 13);
    }
  }
  return (high >>> 0) * 2_097_152 + (low & 0x1fffff);
}
