import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Place, type Problem, ProblemsError } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import type { Project } from "../../project/types.ts";
import { placeOf } from "../place.ts";
import { inFolder } from "./folder.ts";

/** The exports of a project, as the working folder calls them. */
export interface ProjectData {
  readonly files: readonly string[];
  /** Warnings (PF014): a pattern takes whatever lies there, last month's export too. */
  readonly warnings: readonly Problem[];
}

/**
 * The project's exports, each once, those of a pattern in alphabetical order. Throws ProblemsError (PF009) with every pattern
 * that fits no file.
 */
export async function dataOf(project: Project): Promise<ProjectData> {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const files: string[] = [];
  for (const [at, pattern] of project.data.entries()) {
    const found = await matching(inFolder(project, pattern));
    if (found.length === 0) problems.push(nothing(project, { pattern, at }));
    if (found.length > 1) warnings.push(together(project, { at, found }));
    files.push(...found);
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return { files: [...new Map(files.map((file) => [placeOf(file), file])).values()], warnings };
}

/** What is named on the command line, else what the project names; nothing where neither does. */
export async function inputsOf(project: Project | null, named: readonly string[]): Promise<ProjectData> {
  return named.length > 0 || project === null ? { files: named, warnings: [] } : dataOf(project);
}

/** Without a star it is the name of a file, there or not: whoever opens it says so. */
export async function matching(path: string): Promise<readonly string[]> {
  const [folder, name] = [dirname(path), basename(path)];
  if (!name.includes("*")) return [path];
  const parts = name.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const fits = new RegExp(`^${parts.join(".*")}$`, "s");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith(".") && fits.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((file) => join(folder, file));
}

function nothing(project: Project, { pattern, at }: { readonly pattern: string; readonly at: number }): Problem {
  const folder = dirname(inFolder(project, pattern));
  const star = folder.includes("*");
  return {
    code: "PF009",
    severity: "error",
    message: `No file fits ${quote(pattern)}: looked in ${resolve(folder)}.`,
    help: star
      ? "A * may stand in the file's name only, not in its folders."
      : "Put the export there, correct `data:`, or name the file: trust-audit score FILE.",
    place: placeOfPattern(project, at),
  };
}

/** How many files are named. */
const NAMED = 5;

function together(
  project: Project,
  { at, found }: { readonly at: number; readonly found: readonly string[] },
): Problem {
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : "";
  const names = found.slice(0, NAMED).map((file) => quote(basename(file)));
  return {
    code: "PF014",
    severity: "warning",
    message: `${found.length} files are scored as one survey: ${names.join(", ")}${more}.`,
    help: "If one of them is an earlier export, its people count twice: move it elsewhere.",
    place: placeOfPattern(project, at),
  };
}

function placeOfPattern(project: Project, at: number): Place {
  return project.placeOf(project.data.length === 1 ? ["data"] : ["data", at]);
}
