import type { Problem } from "../../problems/problem.ts";
import type { ReadingRules } from "../source-plan.ts";

/** Rows whose cells do not fit the header. */
export interface RaggedProblems {
  /** A row with other than the expected number of cells. */
  row(file: string, line: number, cells: { readonly found: number; readonly expected: number }): void;
  /** A row that ends, as all of its file do, with more delimiters than the header: accepted. */
  trailing(file: string): void;
  problems(): readonly Problem[];
}

const LISTED = 10;

/** Collects ragged rows: an error each (the first ten, then their number), or a warning a file where they are skipped. */
export function createRaggedProblems(rule: ReadingRules["onRagged"]): RaggedProblems {
  const errors: Problem[] = [];
  const skipped = new Map<string, number>();
  const accepted = new Map<string, number>();
  const count = (counts: Map<string, number>, file: string): void => {
    counts.set(file, (counts.get(file) ?? 0) + 1);
  };
  return {
    row: (file, line, cells) => {
      count(skipped, file);
      if (rule === "error" && errors.length < LISTED) errors.push(raggedRow(file, line, cells));
    },
    trailing: (file) => count(accepted, file),
    problems: () => {
      const all = [...skipped.values()].reduce((sum, rows) => sum + rows, 0);
      const more = rule === "error" && all > errors.length ? [moreRagged(all - errors.length)] : [];
      const told =
        rule === "skip" ? [...skipped].map(([file, rows]) => raggedSkipped(file, rows)) : [...errors, ...more];
      return [...told, ...[...accepted].map(([file, rows]) => endsFurther(file, rows))];
    },
  };
}

const SKIP = "or use --on-ragged skip to leave such rows out and count them";

function raggedRow(file: string, line: number, cells: { found: number; expected: number }): Problem {
  const which = cells.found > cells.expected ? "too many" : "too few";
  return {
    code: "CSV013",
    severity: "error",
    message: `This row has ${cells.found} cells, ${which}: the header has ${cells.expected}.`,
    help: `Look for a missing or an unquoted delimiter, such as a decimal comma, and correct the row, ${SKIP}.`,
    place: { file, line },
    kept: "A row has too many or too few cells.",
  };
}

function moreRagged(rows: number): Problem {
  return {
    code: "CSV013",
    severity: "error",
    message: `And ${rows} more rows with too many or too few cells.`,
    help: `Correct the export, ${SKIP}.`,
  };
}

function raggedSkipped(file: string, rows: number): Problem {
  const message = `${rows === 1 ? "1 row was" : `${rows} rows were`} left out: not as many cells as the header.`;
  return {
    code: "CSV014",
    severity: "warning",
    message,
    help: "Check that these rows are no real answers.",
    place: { file },
  };
}

function endsFurther(file: string, rows: number): Problem {
  const message = `${rows === 1 ? "1 row ends" : `${rows} rows end`} with more delimiters than the header; the cells between them are empty and were passed over.`;
  const help =
    "Compare a few rows with the survey: a delimiter too many within a row would move the answers behind it.";
  return { code: "CSV015", severity: "warning", message, help, place: { file } };
}
