import { readFile } from "node:fs/promises";
import { ProblemsError } from "../../problems/problem.ts";
import { codeOf } from "../../problems/system-error.ts";
import { whyUnreadable } from "../../problems/unreadable.ts";

/** The text of a file that need not be there; null: it is not. Throws ProblemsError (IN001) where it cannot be read. */
export async function textIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    const message = `Cannot read ${path}: ${whyUnreadable(error)}.`;
    throw new ProblemsError([
      { code: "IN001", severity: "error", message, help: "Check the path.", place: { file: path } },
    ]);
  }
}
