import { isAbsolute, join } from "node:path";
import type { Site } from "./site.ts";
import type { PlannedFile, Wishes } from "./wishes.ts";

/**
 * What of a project no repository should hold: answers of persons, next month's as well, and what each run makes anew. None
 * outside of one.
 */
export function ignoredFiles(
  { folder, repository }: Site,
  wishes: Pick<Wishes, "data" | "headcount">,
): readonly PlannedFile[] {
  if (repository === null) return [];
  const lines = [
    "# trust-audit: exports say what each person answered, and next month's has another name. A table that holds no",
    "# answers is taken in with a line of its own: !/NAME.csv",
    ...(isInside(wishes.data) ? exportLines(wishes.data) : []),
    ...headcountLines(wishes),
    "/respondents*",
    "# What each run makes anew. The baseline and the audits of earlier months are kept; they hold no person.",
    "/trust-audit/*",
    "!/trust-audit/baseline*",
    "!/trust-audit/waves/",
  ];
  return [
    { path: join(folder, ".gitignore"), text: `${lines.join("\n")}\n`, says: "keeps answers out of Git", how: "lines" },
  ];
}

function isInside(data: string): boolean {
  return !isAbsolute(data) && data !== ".." && !data.startsWith("../");
}

/** How exports end, as survey tools name them. */
const ENDINGS = ["csv", "tsv", "xlsx", "gz"];

/** Every table beside the export; and the export itself, where it is called otherwise. */
function exportLines(data: string): readonly string[] {
  const folder = data.slice(0, data.lastIndexOf("/") + 1);
  const isCovered = ENDINGS.some((ending) => data.endsWith(`.${ending}`));
  return [...ENDINGS.map((ending) => `/${escaped(folder)}*.${ending}`), ...(isCovered ? [] : [`/${escaped(data)}`])];
}

/** How many were asked, group by group, is no answer. */
function headcountLines({ headcount }: Pick<Wishes, "headcount">): readonly string[] {
  if (headcount === null || /^\d+$/.test(headcount)) return ["!/headcount.csv"];
  return isInside(headcount) ? [`!/${escaped(headcount)}`] : [];
}

/** A `*` means the same to Git; whatever else would mean something is taken as it stands. */
function escaped(data: string): string {
  return data.replaceAll(/[\\?[\]]/g, "\\$&").replace(/ +$/, (spaces) => "\\ ".repeat(spaces.length));
}
