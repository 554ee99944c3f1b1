import { EXCLUSIONS, type Exclusion, type Ledger } from "./types.ts";

/** Counts rows as they are read. */
export interface LedgerCount {
  /** rows: 1 when left out. */
  read(rows?: number): void;
  exclude(reason: Exclusion): void;
  score(rows?: number): void;
  /** A row is kept although another has the same id with other answers. */
  repeatedId(): void;
  /** The account so far. unknownAnswers: answers counted as missing because nobody could read them. */
  done(unknownAnswers: number): Ledger;
}

export function createLedger(): LedgerCount {
  let read = 0;
  let scored = 0;
  let repeatedIds = 0;
  const excluded = noneExcluded();
  return {
    read: (rows = 1) => {
      read += rows;
    },
    exclude: (reason) => {
      excluded[reason] += 1;
    },
    score: (rows = 1) => {
      scored += rows;
    },
    repeatedId: () => {
      repeatedIds += 1;
    },
    done: (unknownAnswers) => ({ read, excluded: { ...excluded }, scored, repeatedIds, unknownAnswers }),
  };
}

export function emptyLedger(): Ledger {
  return createLedger().done(0);
}

/** The account of two bodies of rows as one. Adding: associative and commutative, with `emptyLedger()` neutral. */
export function mergeLedgers(a: Ledger, b: Ledger): Ledger {
  const excluded = noneExcluded();
  for (const reason of EXCLUSIONS) excluded[reason] = a.excluded[reason] + b.excluded[reason];
  return {
    read: a.read + b.read,
    excluded,
    scored: a.scored + b.scored,
    repeatedIds: a.repeatedIds + b.repeatedIds,
    unknownAnswers: a.unknownAnswers + b.unknownAnswers,
  };
}

function noneExcluded(): Record<Exclusion, number> {
  return { preview: 0, spam: 0, incomplete: 0, empty: 0, ragged: 0, duplicate: 0, careless: 0 };
}
