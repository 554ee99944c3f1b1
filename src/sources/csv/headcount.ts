import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { type Headcounts, headcountsOf } from "../../response/asked/headcounts.ts";
import { openTable } from "../table/open.ts";
import type { TableInput } from "../table/source.ts";

/**
 * Reads a headcount file: a header, then `group,people` a line. Throws ProblemsError with every bad line at once (HC001–HC003).
 */
export async function readHeadcountFile(input: TableInput): Promise<Headcounts> {
  const source = await openTable(input);
  const rows: (readonly [string, number])[] = [];
  const { headers, headerLine } = source.head;
  const problems: Problem[] = [];
  // Taken for a header, the first group would be lost without a word.
  if (/^\d+$/.test((headers[1] ?? "").trim())) problems.push(noHeader({ file: input.name, line: headerLine }));
  await source.rows((cells, line) => {
    const [group = "", people = ""] = cells.map((cell) => cell.trim());
    if (/^\d{1,9}$/.test(people)) rows.push([group, Number(people)]);
    else problems.push(notANumber({ file: input.name, line: line() }, people));
  });
  const counts = headcountsOf(rows, input.name);
  const all = [...problems, ...counts.problems];
  if (all.length > 0) throw new ProblemsError(all);
  return counts.headcounts;
}

function noHeader(place: { readonly file: string; readonly line: number }): Problem {
  return {
    code: "HC001",
    severity: "error",
    message: "The first line reads like a group with its people, not like a header.",
    help: "Put a header above it: group,people.",
    place,
  };
}

function notANumber(place: { readonly file: string; readonly line: number }, text: string): Problem {
  return {
    code: "HC001",
    severity: "error",
    message: `${quote(text)} is not a number of people.`,
    help: "A headcount file has a header and two columns: the group as the survey names it, and how many people it has. People whose group is blank have a line of their own: ,3",
    place,
  };
}
