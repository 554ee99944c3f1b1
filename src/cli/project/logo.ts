import { readFile, stat } from "node:fs/promises";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { whyUnreadable } from "../../problems/unreadable.ts";
import type { Project } from "../../project/types.ts";
import { inFolder } from "./folder.ts";

/** More would make every report heavy: a logo is a few kilobytes. */
const LARGEST = 512 * 1024;

/** The logo as a data URI; null: none. Throws ProblemsError (PF007, PF008). */
export async function readLogo(project: Project): Promise<string | null> {
  const { logo } = project.report;
  if (logo === null) return null;
  const bytes = await bytesOf(project, inFolder(project, logo));
  const type = typeOf(bytes);
  if (type === null)
    throw refused(project, {
      code: "PF008",
      message: "The logo is no picture that can be shown.",
      help: "Save it as PNG, JPEG or SVG.",
    });
  return `data:${type};base64,${bytes.toString("base64")}`;
}

async function bytesOf(project: Project, file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size <= LARGEST) return await readFile(file);
  } catch (error) {
    const message = `Cannot read the logo ${file}: ${whyUnreadable(error)}.`;
    throw refused(project, { code: "PF007", message, help: "Check the path; it begins at the project file." });
  }
  throw refused(project, { code: "PF008", message: "The logo is larger than 512 KB.", help: "Save it smaller." });
}

/** By its first bytes, whatever its name. */
function typeOf(bytes: Buffer): string | null {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return "image/png";
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg";
  const start = bytes.subarray(0, 4096).toString("utf8");
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s/>]/.test(start)
    ? "image/svg+xml"
    : null;
}

function refused(project: Project, words: Pick<Problem, "code" | "message" | "help">): ProblemsError {
  return new ProblemsError([{ ...words, severity: "error", place: project.placeOf(["report", "logo"]) }]);
}
