import { existsSync, readdirSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { matching } from "../project/data.ts";

/** Where the project is to live. */
export interface Site {
  /** As the user called it. */
  readonly folder: string;
  /** Root of the Git repository it lies in, as seen from the working folder; null: it lies in none. */
  readonly repository: string | null;
  /** The folder as seen from that root, with slashes; "." is the root itself. */
  readonly below: string;
}

export function siteOf(folder: string): Site {
  const start = resolve(folder);
  const root = repositoryOf(start);
  if (root === null) return { folder, repository: null, below: "." };
  return { folder, repository: relative(resolve("."), root) || ".", below: slashed(relative(root, start)) || "." };
}

/** In a work tree of its own `.git` is a file. */
function repositoryOf(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** A file as the project calls it: seen from its folder, with slashes; whole where no such way leads there. */
export function calledIn({ folder }: Site, file: string): string {
  return slashed(relative(resolve(folder), resolve(file)));
}

function slashed(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

const EXPORT = /\.(?:csv|tsv|xlsx|csv\.gz|xlsx\.gz)$/i;
/** Files with such a name are no answers. */
const OTHER = /headcount|respondents|scores|results/i;
const FOLDERS = [".", "exports", "data"];
const SHOWN = 8;

/** Files that look like exports, in the folder and where they usually lie below it: as the project calls them, by name. */
export function exportsIn({ folder }: Site): readonly string[] {
  const found = FOLDERS.flatMap((name) =>
    namesIn(join(folder, name))
      .filter((file) => EXPORT.test(file) && !OTHER.test(file))
      .map((file) => (name === "." ? file : `${name}/${file}`)),
  );
  return found.slice(0, SHOWN);
}

/** A file that the project would call by this name. */
export function isThere({ folder }: Site, name: string): boolean {
  return existsSync(isAbsolute(name) ? name : join(folder, name));
}

/** The file that shows best how the next one will look: of several the last by name, as months and years are; null: none. */
export async function latest({ folder }: Site, data: string): Promise<string | null> {
  const found = await matching(isAbsolute(data) ? data : join(folder, data));
  return found.filter((file) => existsSync(file)).at(-1) ?? null;
}

function namesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    // No folder, or none of ours to look into: nothing is proposed from there.
    return [];
  }
}
