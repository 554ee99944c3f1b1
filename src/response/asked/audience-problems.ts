import type { Framework } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import type { TableHead } from "../table-head.ts";

/** One of several files whose audiences differ. */
export function notSaid(head: TableHead, framework: Framework): Problem {
  return {
    code: "SC026",
    severity: "error",
    message:
      "Nothing says who answered this file: it has no column of audiences, and its headers are worded for none of them alone.",
    help: `Give each file a column headed audience, with ${ids(framework)}; or score the files apart, each with --audience.`,
    place: { file: head.file, line: head.headerLine },
  };
}

/** The file holds what several audiences are asked, and nothing says whose rows are whose. */
export function severalMayHave(head: TableHead | undefined, framework: Framework, able: readonly string[]): Problem {
  return {
    code: "SC027",
    severity: "error",
    message: `The file holds the questions of several audiences (${[...new Set(able)].join(", ")}), and nothing says who answered which row.`,
    help: `Name the column that says it with --audience COLUMN (values: ${ids(framework)}), or name the one audience to be scored.`,
    ...(head === undefined ? {} : { place: { file: head.file, line: head.headerLine } }),
  };
}

/** found: positions, from 0. Written alike they cannot be told apart by name. */
export function twoColumns(head: TableHead, framework: Framework, found: readonly number[]): Problem {
  const places = found.map((at) => at + 1);
  const last = places.at(-1) ?? "";
  const headers = found.map((at) => head.headers[at] ?? "");
  const isAlike = new Set(headers).size < headers.length;
  const choose = isAlike
    ? "Rename the one that does not say who answered, or give the other a header of its own and name it with --audience COLUMN"
    : `Name the one that says who answered with --audience COLUMN (${[...new Set(headers)].join(", ")}), or rename the other`;
  return {
    code: "SC027",
    severity: "error",
    message: `${found.length === 2 ? "Two" : found.length} columns are headed audience (columns ${places.slice(0, -1).join(", ")} and ${last}), and which of them says who answered is not known.`,
    help: `${choose}; or name the one audience to be scored (${ids(framework)}).`,
    place: { file: head.file, line: head.headerLine },
  };
}

/** Where audiences are scored otherwise, taking the first would give numbers of its own: no guess is made. */
export function mustBeSaid(head: TableHead | undefined, framework: Framework, among: readonly string[]): Problem {
  return {
    code: "SC033",
    severity: "error",
    message: `Nothing says who answered, and the scores depend on it: ${quote(framework.id)} does not make them alike for ${among.join(", ")}.`,
    help: `Add --audience with one of ${among.join(", ")}, or with the header of a column that says it row by row.`,
    ...(head === undefined ? {} : { place: { file: head.file, line: head.headerLine } }),
  };
}

/** All of them are asked and scored alike: only the words differ. */
export function unsaid(among: readonly string[]): Problem {
  return {
    code: "SC003",
    severity: "warning",
    message: `Neither the columns nor --audience say who answered; the report shows the wording for ${among[0] ?? ""}.`,
    help: `Add --audience with one of ${among.join(", ")}. The scores are the same.`,
  };
}

function ids({ audiences }: Framework): string {
  return audiences.map(({ id }) => id).join(", ");
}
