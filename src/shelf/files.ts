import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { Strategy } from "../framework/types.ts";
import { ProblemsError } from "../problems/problem.ts";
import { whyUnreadable } from "../problems/unreadable.ts";

/** Nothing a framework could need is larger; a larger file is refused before it is read. */
const LARGEST = 4 * 1024 * 1024;

/** Who reads a file: whoever writes it also hears what could be worded more plainly, whoever scores with it does not. */
export interface Reader {
  readonly wording?: boolean;
}

/** Reads a framework file to the compiled form with every problem it has. The YAML reader is loaded only here. */
export async function readFrameworkFile(
  file: string,
  catalogue: readonly Strategy[],
  { wording = false }: Reader = {},
) {
  const { readFramework } = await import("../framework/read.ts");
  const text = await readText(file);
  return readFramework({ text, file, catalogue, hash: hashOf(text), wording });
}

/** UTF-8 text of a file. Throws ProblemsError (SH002, SH003) naming the file and what to do. */
export async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST) throw tooLarge(file, size);
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    throw unreadable(file, error);
  }
}

/** A file of the package itself; in one go, since each wait costs more than these few kilobytes. Throws ProblemsError (SH004). */
export function readBundled(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const message = `This installation is not whole: cannot read ${file}: ${whyUnreadable(error)}.`;
    const help = "Install trust-audit again; in a checkout, run npm run build.";
    throw new ProblemsError([{ code: "SH004", severity: "error", message, help }]);
  }
}

/** SHA-256 of the text, hex: names the exact framework an audit used. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function unreadable(file: string, error: unknown): ProblemsError {
  const message = `Cannot read ${file}: ${whyUnreadable(error)}.`;
  const help = "Check the path; a bundled framework is named by its id alone (trust-audit frameworks list).";
  return new ProblemsError([{ code: "SH002", severity: "error", message, help, place: { file } }]);
}

function tooLarge(file: string, size: number): ProblemsError {
  const message = `${file} has ${Math.round(size / 1024 / 1024)} MB; a file of this kind has a few hundred kilobytes at most.`;
  const help = "Check that this is the file you meant.";
  return new ProblemsError([{ code: "SH003", severity: "error", message, help, place: { file } }]);
}
