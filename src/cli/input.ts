import { ProblemsError } from "../problems/problem.ts";
import { whyUnreadable } from "../problems/unreadable.ts";
import type { ByteSource } from "../sources/file-bytes.ts";

/** A kept audit is far smaller; more is refused before it fills the memory. */
const LARGEST = 64 * 1024 * 1024;

/** The whole UTF-8 text of a stream. Throws ProblemsError (IN001, IN002) naming it. */
export async function readStream(stream: ByteSource, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += bytes.length;
      if (size > LARGEST) throw tooLarge(name);
      chunks.push(bytes);
    }
  } catch (error) {
    throw error instanceof ProblemsError ? error : unreadable(name, error);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function unreadable(name: string, error: unknown): ProblemsError {
  const message = `Cannot read ${name}: ${whyUnreadable(error)}.`;
  return new ProblemsError([
    { code: "IN001", severity: "error", message, help: "Check the path.", place: { file: name } },
  ]);
}

function tooLarge(name: string): ProblemsError {
  const message = `${name} is larger than 64 MB; that is no audit.`;
  const help = "Give the JSON that `score -o json:audit.json` wrote.";
  return new ProblemsError([{ code: "IN002", severity: "error", message, help, place: { file: name } }]);
}
