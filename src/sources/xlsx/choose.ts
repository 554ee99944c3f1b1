import { allHidden, noSuchSheet } from "./problems.ts";
import type { Sheet } from "./sheets.ts";

/**
 * The sheet to read: the one asked for by name (else without regard to case), or by number from 1, hidden ones included; by
 * default the first that is not hidden. A sheet whose name is a number is found by name first. Throws ProblemsError.
 */
export function chooseSheet(file: string, sheets: readonly Sheet[], asked: string | undefined): Sheet {
  if (asked === undefined) {
    const first = sheets.find(({ hidden }) => !hidden);
    if (first === undefined) throw allHidden(file, sheets);
    return first;
  }
  const wanted = asked.trim().toLowerCase();
  const chosen =
    sheets.find(({ name }) => name === asked) ??
    sheets.find(({ name }) => name.trim().toLowerCase() === wanted) ??
    (/^\d{1,4}$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined);
  if (chosen === undefined) throw noSuchSheet(file, asked, sheets);
  return chosen;
}
