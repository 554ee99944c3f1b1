import type { Problem } from "../../problems/problem.ts";
import { hashRow } from "../rows/duplicates.ts";
import { type Answers, isMissing } from "../types.ts";

/** Finds rows that repeat another one exactly, where no id tells people apart. */
export interface DoubleRows {
  see(answers: Answers, groups: readonly string[]): void;
  /** A row by its `hashRow`, wanted only where `isTelling`. */
  seeHash(hash: number, telling: boolean): void;
  /** Rows that are still looked at; further ones are passed over. */
  readonly room: number;
  /** Null where there are few, or none. */
  problem(): Problem | null;
}

/** Rows of fewer answers, or of one answer throughout, may well be alike by chance. */
const FEWEST_ANSWERS = 10;
const FEWEST_ROWS = 5;
const LEAST_SHARE = 0.1;
/** Of a handful of people "six repeat another" would say that all answered alike, whatever else is hidden of them. */
const LEAST_ROWS = 10;
const MOST_ROWS = 200_000;
/** So that all rows fit into 2^18 slots. */
const FULLEST = 0.8;
const SMALLEST = 1024;

/** Of the first 200,000 rows a 53-bit hash each is kept, in at most 2 MB, until the last of them was seen. */
export function createDoubleRows(): DoubleRows {
  let slots = new Float64Array(SMALLEST);
  let kept = 0;
  let rows = 0;
  let doubles = 0;
  const grow = (): void => {
    const old = slots;
    slots = new Float64Array(2 * old.length);
    for (const hash of old) if (hash !== 0) slots[slotOf(slots, hash)] = hash;
  };
  const seeHash = (rowHash: number, telling: boolean): void => {
    if (rows >= MOST_ROWS) return;
    rows += 1;
    if (telling) keep(rowHash || 1);
    if (rows === MOST_ROWS) slots = new Float64Array(0);
  };
  const keep = (hash: number): void => {
    const slot = slotOf(slots, hash);
    if (slots[slot] === hash) {
      doubles += 1;
      return;
    }
    slots[slot] = hash;
    kept += 1;
    if (kept > slots.length * FULLEST) grow();
  };
  return {
    see: (answers, groups) => {
      if (rows >= MOST_ROWS) return;
      const telling = isTelling(answers);
      seeHash(telling ? hashRow(answers, groups) : 0, telling);
    },
    seeHash,
    get room() {
      return MOST_ROWS - rows;
    },
    problem: () => {
      const isMany = doubles >= FEWEST_ROWS && doubles >= LEAST_SHARE * rows;
      return isMany && rows >= LEAST_ROWS ? doubleRows(doubles) : null;
    },
  };
}

/** The slot of this hash, or the free one where it belongs. There are as many slots as a power of two. */
function slotOf(slots: Float64Array, hash: number): number {
  const last = slots.length - 1;
  let slot = hash & last;
  while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & last;
  return slot;
}

function isTelling(answers: Answers): boolean {
  let count = 0;
  let first = Number.NaN;
  let differs = false;
  for (let at = 0; at < answers.length; at += 1) {
    const answer = answers[at] as number;
    if (isMissing(answer)) continue;
    count += 1;
    if (count === 1) first = answer;
    differs ||= answer !== first;
  }
  return differs && count >= FEWEST_ANSWERS;
}

function doubleRows(rows: number): Problem {
  return {
    code: "SC014",
    severity: "warning",
    message: `${rows} rows repeat another row answer by answer. People seldom agree on all answers: part of the data may stand here twice.`,
    help: "Take the copies out; or name the column that tells people apart with --id, and identical rows of one id are left out.",
    kept: `Rows that repeat another row answer by answer: ${rows}.`,
  };
}
