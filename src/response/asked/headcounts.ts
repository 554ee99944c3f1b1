import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import { spacedAlike } from "../rows/group-text.ts";

/** How many people were asked: all together, and by group where that is known. */
export interface Headcounts {
  readonly total: number;
  readonly groups: ReadonlyMap<string, number> | null;
}

/** From `group, people` rows. Problems: a group twice (HC002), nobody at all (HC003). */
export function headcountsOf(
  rows: readonly (readonly [group: string, people: number])[],
  file: string,
): { readonly headcounts: Headcounts; readonly problems: readonly Problem[] } {
  const named = rows.map(([group, people]) => [spacedAlike(group), people] as const);
  const groups = new Map(named);
  const total = rows.reduce((sum, [, people]) => sum + people, 0);
  const place = { file };
  const problems: Problem[] = [];
  for (const twice of new Set(named.map(([group]) => group).filter((group, at, all) => all.indexOf(group) !== at)))
    problems.push({
      code: "HC002",
      severity: "error",
      message: `The group ${quote(twice)} stands in more than one line.`,
      help: "Give each group once, with all its people.",
      place,
    });
  if (total === 0)
    problems.push({
      code: "HC003",
      severity: "error",
      message: "The headcount file counts nobody.",
      help: "After the header, each line names a group and its number of people: Sales,35",
      place,
    });
  return { headcounts: { total, groups }, problems };
}

/** A shown cell, as far as its headcount goes. */
interface Counted {
  readonly kind: "total" | "group" | "pool";
  readonly label: string;
  readonly people: number;
}

/**
 * Headcount of each cell, in order; null where it is not known. The pool has what the shown groups leave. Where a shown group
 * is not in the file (HC005, a warning), the file does not count everyone, and total and pool are not known either.
 * A cell with more answers than people is a problem (HC004). A group of the file that no shown cell belongs to is none: it may be
 * hidden, and whether it is may not be told.
 */
export function assignHeadcounts(
  headcounts: Headcounts | null,
  cells: readonly Counted[],
): { readonly headcounts: readonly (number | null)[]; readonly problems: readonly Problem[] } {
  if (headcounts === null) return { headcounts: cells.map(() => null), problems: [] };
  const { total, groups } = headcounts;
  const shown = cells.filter(({ kind }) => kind === "group").map(({ label }) => label);
  const unnamed = groups === null ? [] : shown.filter((label) => !groups.has(label));
  const everyone = unnamed.length === 0 ? total : null;
  const rest = everyone === null ? null : shown.reduce((left, label) => left - (groups?.get(label) ?? 0), everyone);
  const assigned = cells.map(({ kind, label }) => {
    if (kind === "total") return everyone;
    if (groups === null) return null;
    return kind === "pool" ? rest : (groups.get(label) ?? null);
  });
  const unused = [...(groups?.keys() ?? [])].filter((name) => !shown.includes(name));
  const problems = cells.flatMap((cell, at) => {
    const count = assigned[at] ?? null;
    if (count !== null && cell.people > count) return [tooMany(cell, count)];
    return cell.kind === "group" && unnamed.includes(cell.label) ? [notNamed(cell, unused)] : [];
  });
  return { headcounts: assigned, problems };
}

function nameOf(cell: Counted): string {
  if (cell.kind === "total") return "Everyone together";
  if (cell.kind === "pool") return "The pool of small groups";
  return cell.label === "" ? "The group of people without one" : `The group ${quote(cell.label)}`;
}

/** What a headcount file says of people whose group is blank. */
const BLANK_LINE = "People whose group is blank need a line of their own that begins with the comma: ,3";

function tooMany(cell: Counted, headcount: number): Problem {
  const blank = cell.kind === "pool" ? ` ${BLANK_LINE}.` : "";
  return {
    code: "HC004",
    severity: "error",
    message: `${nameOf(cell)} has ${cell.people} answers but a headcount of ${headcount}.`,
    help: `More people cannot have answered than there are: check the headcount, and whether people answered twice (--id finds repeated rows).${blank}`,
  };
}

/** A shown group's name stands in the audit anyway. */
function notNamed(cell: Counted, unused: readonly string[]): Problem {
  const near = suggest(cell.label, unused);
  return {
    code: "HC005",
    severity: "warning",
    message: `${nameOf(cell)} is not in the headcount file: neither it nor everyone together has a response rate.`,
    help: cell.label === "" ? `${BLANK_LINE}.` : "Write the group as the survey does, letter by letter.",
    ...(near === undefined ? {} : { suggestion: near }),
  };
}
