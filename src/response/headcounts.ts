import type { Problem } from "../problems/problem.ts";

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
  const groups = new Map(rows);
  const total = rows.reduce((sum, [, people]) => sum + people, 0);
  const place = { file };
  const problems: Problem[] = [];
  for (const twice of new Set(rows.map(([group]) => group).filter((group, at, all) => all.indexOf(group) !== at)))
    problems.push({
      code: "HC002",
      severity: "error",
      message: `The group "${twice}" stands in more than one line.`,
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
 * Headcount of each cell, in order; null where it is not known. The pool has what the shown groups leave.
 * A cell with more answers than people is a problem (HC004), and so is a shown group the file does not name (HC005, a warning).
 */
export function assignHeadcounts(
  headcounts: Headcounts | null,
  cells: readonly Counted[],
): { readonly headcounts: readonly (number | null)[]; readonly problems: readonly Problem[] } {
  if (headcounts === null) return { headcounts: cells.map(() => null), problems: [] };
  const shown = cells.filter((cell) => cell.kind === "group").map((cell) => headcounts.groups?.get(cell.label));
  const whole = shown.every((count) => count !== undefined);
  const rest = whole ? headcounts.total - shown.reduce((sum: number, count) => sum + (count ?? 0), 0) : null;
  const assigned = cells.map((cell) => {
    if (cell.kind === "total") return headcounts.total;
    if (headcounts.groups === null) return null;
    return cell.kind === "pool" ? rest : (headcounts.groups.get(cell.label) ?? null);
  });
  const problems = cells.flatMap((cell, at) => {
    const count = assigned[at] ?? null;
    if (count !== null && cell.people > count) return [tooMany(cell, count)];
    return count === null && cell.kind === "group" && headcounts.groups !== null ? [notNamed(cell)] : [];
  });
  return { headcounts: assigned, problems };
}

function nameOf(cell: Counted): string {
  if (cell.kind === "total") return "Everyone together";
  return cell.kind === "pool" ? "The pool of small groups" : `The group "${cell.label}"`;
}

function tooMany(cell: Counted, headcount: number): Problem {
  return {
    code: "HC004",
    severity: "error",
    message: `${nameOf(cell)} has ${cell.people} answers but a headcount of ${headcount}.`,
    help: "More people cannot have answered than there are: check the headcount, and whether people answered twice (--id finds repeated rows).",
  };
}

function notNamed(cell: Counted): Problem {
  return {
    code: "HC005",
    severity: "warning",
    message: `The headcount file does not name the group "${cell.label}"; it is shown without a response rate.`,
    help: "Write the group as the survey does, letter by letter.",
  };
}
