import { type Problem, ProblemsError } from "../../problems/problem.ts";
import type { SegmentColumn } from "../source-plan.ts";

/** Fewer values than this tell nothing of their kind. */
const FEWEST = 3;

/** Texts of a form that only what belongs to one person or machine has. Dates and years are none. */
const TELLING: readonly RegExp[] = [
  // E-mail addresses, and IP addresses of both kinds.
  /^\S+@\S+\.\S+$/,
  /^\d{1,3}(?:\.\d{1,3}){3}$/,
  /^(?=.*[\da-f])[\da-f]{0,4}(?::[\da-f]{0,4}){3,7}$/i,
  // Telephone numbers: with the sign of a country, or a leading 0.
  /^(?:\+|\(?0)(?:[\s()./-]*\d){7,}$/,
];
const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/;

/**
 * Throws CSV016 where half the values of the grouping column or more are e-mail addresses, telephone numbers or IP
 * addresses: they would be printed. Names have no form of their own. values: of the column, "" where blank.
 */
export function refusePersonalGroups(segment: SegmentColumn, values: Iterable<string>): void {
  const filled = [...new Set(values)].filter((value) => value !== "");
  const telling = filled.filter((value) => !DATE.test(value) && TELLING.some((form) => form.test(value)));
  if (filled.length >= FEWEST && telling.length * 2 >= filled.length)
    throw new ProblemsError([personalGroups(segment)]);
}

function personalGroups({ flag, column }: SegmentColumn): Problem {
  return {
    code: "CSV016",
    severity: "error",
    message: `${flag} ${column}: its values read like e-mail addresses, telephone numbers or IP addresses, and would be printed as ${flag === "--wave" ? "waves" : "groups"}.`,
    help: "Group by what several people share, such as a department.",
  };
}
