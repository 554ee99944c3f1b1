import { isAbsolute, join } from "node:path";
import type { Site } from "./site.ts";
import type { PlannedFile, Wishes } from "./wishes.ts";

/** What of a project no repository should hold: answers of persons, and what each run makes anew. None outside of one. */
export function ignoredFiles({ folder, repository }: Site, { data }: Pick<Wishes, "data">): readonly PlannedFile[] {
  if (repository === null) return [];
  const lines = [
    "# trust-audit: answers of persons, and what each run makes anew. The baseline is kept.",
    ...(isInside(data) ? [pattern(data)] : []),
    "/respondents*",
    "/trust-audit/*",
    "!/trust-audit/baseline*",
  ];
  return [
    { path: join(folder, ".gitignore"), text: `${lines.join("\n")}\n`, says: "keeps answers out of Git", how: "lines" },
  ];
}

function isInside(data: string): boolean {
  return !isAbsolute(data) && data !== ".." && !data.startsWith("../");
}

/** A `*` means the same to Git; whatever else would mean something is taken as it stands. */
function pattern(data: string): string {
  return `/${data.replaceAll(/[\\?[\]]/g, "\\$&").replace(/ +$/, (spaces) => "\\ ".repeat(spaces.length))}`;
}
