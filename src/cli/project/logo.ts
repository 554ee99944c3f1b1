import { constants } from "node:fs";
import { open, stat } from "node:fs/promises";
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
  const bytes = await upTo(file, LARGEST + 1).catch((error: unknown) => {
    const message = `Cannot read the logo ${file}: ${whyUnreadable(error)}.`;
    throw refused(project, { code: "PF007", message, help: "Check the path; it begins at the project file." });
  });
  if (bytes === null)
    throw refused(project, {
      code: "PF008",
      message: "The logo is no file but a device or a pipe.",
      help: "Name a picture: a PNG, JPEG or SVG file.",
    });
  if (bytes.length <= LARGEST) return bytes;
  throw refused(project, { code: "PF008", message: "The logo is larger than 512 KB.", help: "Save it smaller." });
}

/** Its first bytes, however long it has grown or calls itself; null: what is no file may wait for ever, or never end. */
async function upTo(file: string, most: number): Promise<Buffer | null> {
  const found = await stat(file);
  // A folder says why it cannot be read when it is opened.
  if (!found.isFile() && !found.isDirectory()) return null;
  const opened = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const bytes = Buffer.alloc(most);
    let filled = 0;
    for (let read = -1; read !== 0 && filled < most; filled += read)
      ({ bytesRead: read } = await opened.read(bytes, filled, most - filled));
    return bytes.subarray(0, filled);
  } finally {
    await opened.close();
  }
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
