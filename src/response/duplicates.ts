import { combine, createFingerprints, type Fingerprint, fingerprint, type Kept } from "./fingerprints.ts";
import type { AnswerProblems } from "./problems.ts";
import type { ReadingRules } from "./source-plan.ts";
import type { Spot } from "./spot.ts";
import { type Answers, LAST_MISSING, MISSING } from "./types.ts";

/** `new`: no row with this id yet. `drop`: leave the row out. `repeated`: keep it and count it. */
export type Repeat = "new" | "drop" | "repeated";

export interface DuplicateFilter {
  /** id: not empty. spot: where the row stands; used by the rule `error` only. */
  see(row: {
    readonly id: string;
    readonly answers: Answers;
    readonly group: string | null;
    readonly spot?: () => Spot;
  }): Repeat;
}

/**
 * Finds rows that repeat an id. An identical row (same answers, same group) is dropped; one with other answers is kept
 * (`keep`), dropped (`first`), or reported to `problems` (`error`). Ids are not kept: a 64-bit fingerprint stands for each
 * (a million ids: 1 in 37 million that two of them are taken for one), and a 53-bit hash for each of its different rows.
 * Memory: at most 28 bytes an id and a further row; 38 under `error`, which names where an id was first seen.
 */
export function createDuplicateFilter(rule: ReadingRules["onDuplicate"], problems?: AnswerProblems): DuplicateFilter {
  const firsts = createFingerprints({ places: rule === "error" });
  const further = createFingerprints({ places: false });
  const places = createPlaces();
  const key: Fingerprint = { high: 0, low: 0 };
  const pair: Fingerprint = { high: 0, low: 0 };
  return {
    see: ({ id, answers, group, spot }) => {
      const hash = hashRow(answers, group);
      const here = rule === "error" ? spot?.() : undefined;
      fingerprint(id, key);
      const first = firsts.meet(key, here === undefined ? { value: hash, line: 0, file: 0 } : places.write(hash, here));
      if (first === null) return "new";
      combine(key, hash, pair);
      if (rule === "first" || first.value === hash || further.meet(pair, { value: hash, line: 0, file: 0 }) !== null) {
        problems?.leftOut(answers);
        return "drop";
      }
      if (here !== undefined) problems?.repeatedId(places.read(first), here);
      return "repeated";
    },
  };
}

/** Writes a place as two numbers and back. */
function createPlaces() {
  const files: string[] = [];
  return {
    write: (value: number, spot: Spot): Kept => {
      if (files.at(-1) !== spot.file) files.push(spot.file);
      return { value, line: spot.line, file: files.length - 1 };
    },
    read: ({ line, file }: Kept): Spot => ({ file: files[file] ?? "", line }),
  };
}

/** Names the rows of one file by what they say and in which order. */
export interface RowDigest {
  /** The next row. answers: in the order of the program. */
  add(answers: Answers, group: string | null): void;
  /** Equal for two files that hold the same rows in the same order (by chance for others: 2^-53). Holds the number of rows. */
  value(): string;
}

/** For an engine that is given several files: one of them may be given twice. Ids do not count; costs one hash a row. */
export function createRowDigest(): RowDigest {
  let rows = 0;
  let high = 0;
  let low = 0;
  return {
    add: (answers, group) => {
      const hash = hashRow(answers, group);
      rows += 1;
      high = Math.imul(high ^ Math.floor(hash / 2_097_152), 0x01000193) ^ (high >>> 15);
      low = Math.imul(low ^ (hash & 0x1fffff) ^ high, 0x5bd1e995) ^ (low >>> 13);
    },
    value: () => `${rows} ${high >>> 0} ${low >>> 0}`,
  };
}

/** Above every code and figure, so that the kinds of missing, whose low 32 bits are 1 to 4, hash apart from codes. */
const MISSING_HASHED = 0x40000000;

/** Two 32-bit multiplicative hashes side by side, 53 bits of them. */
function hashRow(answers: Answers, group: string | null): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < answers.length; at += 1) {
    const answer = answers[at] as number;
    const value = answer <= LAST_MISSING ? MISSING_HASHED + (answer - MISSING.unanswered) : answer;
    high = Math.imul(high ^ value, 0x01000193) ^ (high >>> 15);
    low = Math.imul(low ^ value, 0x5bd1e995) ^ (low >>> 13);
  }
  for (let at = 0; group !== null && at < group.length; at += 1) {
    high = Math.imul(high ^ group.charCodeAt(at), 0x01000193) ^ (high >>> 15);
    low = Math.imul(low ^ group.charCodeAt(at), 0x5bd1e995) ^ (low >>> 13);
  }
  return (high >>> 0) * 2_097_152 + (low & 0x1fffff);
}
