import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import type { TableHead } from "../table-head.ts";

/** Words in a survey tool's column of marks that nobody knows: a preview may hide behind one. */
export interface StrangeMarks {
  /** head: of the file that the scored row is from. */
  look(head: TableHead, cells: readonly string[]): void;
  problems(): readonly Problem[];
}

/** How many different words are named, and how long they may be. */
const NAMED = 5;
const LONGEST = 40;

export function createStrangeMarks(): StrangeMarks {
  const files = new Map<TableHead, { rows: number; readonly words: Set<string> }>();
  return {
    look: (head, cells) => {
      const word = (cells[head.keptMarks?.column ?? -1] ?? "").trim();
      if (word === "" || head.keptMarks?.values.includes(word.toLowerCase()) === true) return;
      const found = files.get(head) ?? { rows: 0, words: new Set<string>() };
      found.rows += 1;
      if (found.words.size < NAMED) found.words.add(word.slice(0, LONGEST));
      files.set(head, found);
    },
    problems: () => [...files].map(([head, found]) => strange(head, found)),
  };
}

function strange(
  head: TableHead,
  { rows, words }: { readonly rows: number; readonly words: ReadonlySet<string> },
): Problem {
  const header = head.headers[head.keptMarks?.column ?? -1] ?? "";
  const message = `${rows === 1 ? "1 row was" : `${rows} rows were`} scored whose ${quote(header)} is not known here`;
  return {
    code: "CSV041",
    severity: "warning",
    message: `${message}: ${[...words].map((word) => quote(word)).join(", ")}.`,
    help: "Trial runs and spam are known by this column: where one of these words means that, delete its rows.",
    place: { file: head.file },
    kept: `${message}.`,
  };
}
