import type { Problem } from "../../problems/problem.ts";
import { type Fingerprint, fingerprint } from "../rows/fingerprints.ts";

/** Finds ids that are no person's. */
export interface IdWatch {
  /** The id, or "" where a word stands in its place. */
  idOf(id: string): string;
  /** A row whose id was met before. */
  repeated(id: string, fate: "drop" | "repeated"): void;
  endFile(file: string): readonly Problem[];
}

/** In lower case. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  "anonymous|anonym|anonyme|anónimo|anonimo|n/a|na|n.a.|#n/a|-|--|0|none|null|nil|unknown|test|undefined|no id".split(
    "|",
  ),
);
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
  const repeats = new Map<string, Repeats>();
  const key: Fingerprint = { high: 0, low: 0 };
  return {
    idOf: (id) => {
      rows += 1;
      if (id.length > LONGEST || !PLACEHOLDERS.has(id.toLowerCase())) return id;
      placeholders += 1;
      return "";
    },
    repeated: (id, fate) => {
      fingerprint(id, key);
      const name = `${key.high} ${key.low}`;
      const known = repeats.get(name) ?? { rows: 1, dropped: 0 };
      if (!repeats.has(name) && repeats.size >= REMEMBERED) return;
      repeats.set(name, known);
      known.rows += 1;
      if (fate === "drop") known.dropped += 1;
    },
    endFile: (file) => {
      const most = [...repeats.values()].reduce((best, one) => (one.rows > best.rows ? one : best), {
        rows: 0,
        dropped: 0,
      });
      const isNobodys = most.rows >= FEWEST_ROWS && most.rows > LEAST_SHARE * rows;
      const found = [
        ...(placeholders > 1 ? [placeholderIds(file, placeholders)] : []),
        ...(isNobodys ? [nobodysId(file, most, rows)] : []),
      ];
      [rows, placeholders] = [0, 0];
      repeats.clear();
      return found;
    },
  };
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
