import type { Problem } from "../../problems/problem.ts";
import { type Fingerprint, fingerprint } from "../rows/fingerprints.ts";

/** Finds ids that are no person's. */
export interface IdWatch {
  /** The id, or "" where a word stands in its place. */
  idOf(id: string): string;
  /** A row with an id that has a digit and is no 0: somebody's own, without a look at it. */
  numbered(): void;
  /** The last id is somebody's own: there is one, and it is no 0 that two rows of the file, or of an earlier one, have. */
  readonly isSomebodys: boolean;
  /** A row whose id was met before. */
  repeated(id: string, fate: "drop" | "repeated"): void;
  endFile(file: string): readonly Problem[];
}

/** In lower case. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  "anonymous|anonym|anonyme|anónimo|anonimo|n/a|na|n.a.|#n/a|-|--|none|null|nil|unknown|test|undefined|no id".split(
    "|",
  ),
);
/** Where people are numbered from 0 it is somebody's id; on several rows of one file it is nobody's. */
const ZERO = "0";
const LONGEST = Math.max(...[...PLACEHOLDERS].map((word) => word.length));

/** One id on so many rows of a file, and on such a share of them, is nobody's. */
const FEWEST_ROWS = 5;
const LEAST_SHARE = 0.2;
/** Ids remembered, of those that are repeated. */
const REMEMBERED = 10_000;

interface Repeats {
  rows: number;
  dropped: number;
}

export function createIdWatch(): IdWatch {
  let rows = 0;
  let placeholders = 0;
  let zeros = 0;
  let isZeroNobodys = false;
  const repeats = new Map<string, Repeats>();
  const key: Fingerprint = { high: 0, low: 0 };
  const watch = {
    isSomebodys: false,
    idOf: (id: string) => {
      rows += 1;
      if (id === ZERO) zeros += 1;
      isZeroNobodys ||= zeros > 1;
      const isWord = id.length <= LONGEST && PLACEHOLDERS.has(id.toLowerCase());
      if (isWord) placeholders += 1;
      watch.isSomebodys = id !== "" && !isWord && !(id === ZERO && isZeroNobodys);
      return isWord ? "" : id;
    },
    numbered: () => {
      rows += 1;
      watch.isSomebodys = true;
    },
    repeated: (id: string, fate: "drop" | "repeated") => {
      fingerprint(id, key);
      const name = `${key.high} ${key.low}`;
      const known = repeats.get(name) ?? { rows: 1, dropped: 0 };
      if (!repeats.has(name) && repeats.size >= REMEMBERED) return;
      repeats.set(name, known);
      known.rows += 1;
      if (fate === "drop") known.dropped += 1;
    },
    endFile: (file: string) => {
      const most = [...repeats.values()].reduce((best, one) => (one.rows > best.rows ? one : best), {
        rows: 0,
        dropped: 0,
      });
      const isNobodys = most.rows >= FEWEST_ROWS && most.rows > LEAST_SHARE * rows;
      const nobodys = placeholders + (isZeroNobodys ? zeros : 0);
      const found = [
        ...(nobodys > 1 ? [placeholderIds(file, nobodys)] : []),
        ...(isNobodys ? [nobodysId(file, most, rows)] : []),
      ];
      [rows, placeholders, zeros] = [0, 0, 0];
      repeats.clear();
      return found;
    },
  };
  return watch;
}

function placeholderIds(file: string, rows: number): Problem {
  return {
    code: "SC011",
    severity: "warning",
    message: `${rows} rows have no id but a word in its place, such as "anonymous", "n/a" or "0": each counts as a person of its own.`,
    help: "Leave the cell empty where there is no id.",
    place: { file },
    kept: `Rows with a word in place of an id: ${rows}.`,
  };
}

/** Rows that were left out as copies are lost people: that cannot stand. */
function nobodysId(file: string, { rows, dropped }: Repeats, all: number): Problem {
  const left = dropped === 0 ? "" : `, and ${dropped} of them were left out as copies`;
  return {
    code: "SC012",
    severity: dropped === 0 ? "warning" : "error",
    message: `One id stands on ${rows} of ${all} rows${left}: it is no person's.`,
    help: "Empty the cell where there is no id, or name a column with --id that tells people apart.",
    place: { file },
    kept: "One id stands on more than a fifth of the rows.",
  };
}
