import { textIn } from "../../framework/text-cell.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { openTable } from "../../sources/table/open.ts";
import type { TableInput } from "../../sources/table/source.ts";
import { STATUSES, type Status } from "./table.ts";

/** How far a step has come, by the rows of the table that was kept of it. */
export interface TrackedStep {
  /** Done: all its rows are; started: some row is started or done. */
  readonly status: Status;
  /** Each name once, in the order of the rows. */
  readonly owners: readonly string[];
  /** Rows that are done, and all its rows. */
  readonly done: number;
  readonly rows: number;
}

/** By strategy id. */
export type Tracked = ReadonlyMap<string, TrackedStep>;

interface Row {
  readonly strategy: string;
  readonly owner: string;
  readonly status: Status;
}

/**
 * Reads the table that `plan export -o csv` wrote, as somebody has kept it since. Throws ProblemsError: PL002 without the
 * columns strategy and status, PL003 with a status that is none.
 */
export async function readTracked(input: TableInput): Promise<Tracked> {
  const source = await openTable(input, { dialect: "plain" });
  const headers = source.head.headers.map((header) => header.trim().toLowerCase());
  const [strategy, status, owner] = ["strategy", "status", "owner"].map((name) => headers.indexOf(name));
  if (strategy === undefined || strategy < 0 || status === undefined || status < 0) {
    source.close();
    throw new ProblemsError([columnsMissing(input.name, { strategy, status })]);
  }
  const rows: Row[] = [];
  const problems: Problem[] = [];
  await source.rows((cells, line) => {
    const at = (column: number | undefined) => textIn((cells[column ?? -1] ?? "").trim());
    const id = at(strategy);
    if (id === "") return;
    const said = statusOf(at(status));
    if (said === null) problems.push(noStatus({ file: input.name, line: line() }, at(status)));
    else rows.push({ strategy: id, owner: at(owner), status: said });
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return new Map([...new Set(rows.map((row) => row.strategy))].map((id) => [id, stepOf(rows, id)]));
}

/** A blank one is open. */
function statusOf(text: string): Status | null {
  const word = text.toLowerCase();
  return word === "" ? "open" : (STATUSES.find((one) => one === word) ?? null);
}

function stepOf(all: readonly Row[], strategy: string): TrackedStep {
  const rows = all.filter((row) => row.strategy === strategy);
  const done = rows.filter(({ status }) => status === "done").length;
  const isBegun = rows.some(({ status }) => status !== "open");
  return {
    status: done === rows.length ? "done" : isBegun ? "started" : "open",
    owners: [...new Set(rows.map(({ owner }) => owner).filter((owner) => owner !== ""))],
    done,
    rows: rows.length,
  };
}

function columnsMissing(
  file: string,
  found: { readonly strategy: number | undefined; readonly status: number | undefined },
): Problem {
  const missing = [(found.strategy ?? -1) < 0 ? "strategy" : "", (found.status ?? -1) < 0 ? "status" : ""];
  const names = missing.filter((name) => name !== "").map(quote);
  return {
    code: "PL002",
    severity: "error",
    message: `This table has no column ${names.join(" and none ")}.`,
    help: "Keep the table that trust-audit plan export AUDIT.json -o csv:plan.csv writes, with its headers.",
    place: { file },
  };
}

function noStatus(place: { readonly file: string; readonly line: number }, text: string): Problem {
  return {
    code: "PL003",
    severity: "error",
    message: `${quote(text)} is no status of a step.`,
    help: `Write ${STATUSES.slice(0, -1).join(", ")} or ${STATUSES.at(-1) ?? ""}.`,
    place,
  };
}
