import { ProblemsError } from "../problems/problem.ts";
import { whyUnreadable } from "../problems/unreadable.ts";
import { UsageError } from "./exit.ts";
import type { Host } from "./host.ts";

/** The variable that holds the key where no file is named. */
const VARIABLE = "TRUST_AUDIT_KEY";
/** Fewer could be tried out. Bytes. */
const LEAST = 16;
/** Of sixteen bytes drawn by chance, even of sixteen hexadecimal digits, fewer are different about once in a million. */
const LEAST_DIFFERENT = 5;
/** What is longer is no key but some other file. Bytes. */
const MOST = 4096;

/**
 * The secret that ids are sealed with: the bytes of the file, or of the variable, without one line end behind them.
 * Null: there is none. It is never printed. Throws UsageError where it is too short, too long or too plain, or the variable is empty,
 * ProblemsError (IN001).
 */
export async function keyOf(host: Host, file: string | undefined): Promise<Uint8Array | null> {
  if (file !== undefined) return checked(await bytesOf(host, file), `--key ${file}`);
  const value = host.env?.[VARIABLE];
  if (value === undefined) return null;
  if (value.trim() !== "") return checked(Buffer.from(value, "utf8"), VARIABLE);
  // A pipeline whose secret is not set, or not given to this job, sets it so.
  throw new UsageError(
    `${VARIABLE} is set, and empty: ids cannot be turned into codes.`,
    `Give it the key (a pipeline may not hand its secrets to this job), or unset ${VARIABLE} to write no ids.`,
  );
}

function checked(bytes: Buffer, from: string): Uint8Array {
  const key = bytes.subarray(0, bytes.length - lineEnd(bytes));
  if (key.length > MOST) throw new UsageError(`${from}: this is longer than ${MOST} bytes, so it is no key.`);
  const different = new Set(key).size;
  const why =
    key.length < LEAST
      ? `the key has ${key.length} bytes; it takes at least ${LEAST}`
      : different < LEAST_DIFFERENT
        ? `the key has only ${different} different ${different === 1 ? "byte" : "bytes"}; it takes at least ${LEAST_DIFFERENT}`
        : null;
  if (why === null) return key;
  throw new UsageError(
    `${from}: ${why}, so that nobody finds it by trying.`,
    "Make one, and keep it apart from the data: openssl rand -hex 32 > key.txt",
  );
}

/** Bytes of one line end at the end. */
function lineEnd(bytes: Buffer): number {
  if (bytes.at(-1) !== 10) return 0;
  return bytes.at(-2) === 13 ? 2 : 1;
}

async function bytesOf(host: Host, file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of host.open(file)) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      // A key and its line end, and one more to tell that it is none.
      if (size > MOST + 2) break;
    }
  } catch (error) {
    const message = `Cannot read the key ${file}: ${whyUnreadable(error)}.`;
    throw new ProblemsError([{ code: "IN001", severity: "error", message, help: "Check the path.", place: { file } }]);
  }
  return Buffer.concat(chunks);
}
