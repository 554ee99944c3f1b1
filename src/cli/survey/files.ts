import { existsSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { ProblemsError } from "../../problems/problem.ts";
import { UsageError } from "../exit.ts";
import { MODE, writeNew } from "../output.ts";

/** Where a survey keeps what: side by side, told apart by their endings. */
export interface SurveyFiles {
  readonly journal: string;
  readonly csv: string;
  readonly comments: string;
  readonly report: string;
  readonly audit: string;
}

/** After so many surveys in one folder on one day something else is wrong. */
const MOST_NAMES = 1000;

/** The files of a stem; `csv` where the user named it. */
function filesOf(stem: string, csv = `${stem}.csv`): SurveyFiles {
  return {
    journal: `${stem}.journal`,
    csv,
    comments: `${stem}-comments.csv`,
    report: `${stem}.md`,
    audit: `${stem}.json`,
  };
}

/** Beside the CSV the user named. It must be new. Throws UsageError. */
export function namedFiles(csv: string): SurveyFiles {
  if (existsSync(csv))
    throw new UsageError(`--data ${csv}: it is already there.`, "Choose another name; nothing is written over.");
  return filesOf(stemOf(csv), csv);
}

/** Beside the CSV the user named, which may be there: an earlier end may have written it before it was cut short. */
export function resumedFiles(journal: string, csv: string): SurveyFiles {
  return { ...filesOf(stemOf(csv), csv), journal };
}

function stemOf(csv: string): string {
  return csv.replace(/\.csv$/i, "");
}

/** Of the framework and the day, `-2`, `-3` … behind it where any file of that name is there. */
export function freshFiles(id: string, day: Date): SurveyFiles {
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0"));
  for (const stem of names(`${id}-${date.join("-")}`)) {
    const files = filesOf(stem);
    if (!Object.values(files).some((file) => existsSync(file))) return files;
  }
  throw new RangeError(`${id}: all names are taken`);
}

/** Beside the journal that is gone on with. */
export function filesBeside(journal: string): SurveyFiles {
  return { ...filesOf(journal.replace(/\.journal$/i, "")), journal };
}

/** The journal as the user knows it, or, where the survey had to go on in another file, that one's name. */
export function journalName(known: string, now: string): string {
  if (existsSync(known) && realpathSync(known) === now) return known;
  const short = relative(process.cwd(), now);
  return short.startsWith("..") ? now : short;
}

/**
 * Puts a text into a new file that only its owner can read: under this name, or, where something else has it, with
 * `-2`, `-3` … before the ending. A file that already says the same (an earlier end that was cut short) is left as it is.
 * @returns the name it has, and the text that stands there. Throws ProblemsError (OUT001).
 */
export async function keepNew(
  path: string,
  text: string,
  same: (old: string, fresh: string) => boolean = (old, fresh) => old === fresh,
): Promise<{ readonly path: string; readonly text: string }> {
  for (const name of names(path)) {
    const old = await readFile(name, "utf8").catch(() => null);
    if (old !== null && same(old, text)) return { path: name, text: old };
    if (old === null && (await isWritten(name, text))) return { path: name, text };
  }
  throw new RangeError(`${path}: all names are taken`);
}

/** The same lines in whatever order. */
export function sameLines(old: string, fresh: string): boolean {
  const sorted = (text: string) => text.split("\n").sort().join("\n");
  return old.length === fresh.length && sorted(old) === sorted(fresh);
}

async function isWritten(path: string, text: string): Promise<boolean> {
  try {
    await writeNew(path, text, MODE.owner);
    return true;
  } catch (error) {
    if (error instanceof ProblemsError && error.problems.every(({ code }) => code === "OUT002")) return false;
    throw error;
  }
}

function* names(path: string): Generator<string> {
  const [, stem = path, ending = ""] = /^(.*?)(\.[^./\\]+)?$/s.exec(path) ?? [];
  yield path;
  for (let number = 2; number <= MOST_NAMES; number += 1) yield `${stem}-${number}${ending}`;
}
