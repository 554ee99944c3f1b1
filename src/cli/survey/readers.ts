import { stat } from "node:fs/promises";

/** Who can read a file: its owner, who is whoever runs this; others too; or the system does not say. */
export type Readers = "owner" | "others" | "unknown";

export async function readersOf(path: string): Promise<Readers> {
  const found = await stat(path).catch(() => null);
  if (found === null || process.platform === "win32") return "unknown";
  const isOwn = process.getuid === undefined || found.uid === process.getuid();
  return isOwn && (found.mode & 0o077) === 0 ? "owner" : "others";
}

/** Each with who can read it: what is said of the files is looked up, not taken for granted. */
export function withReaders<T extends { readonly path: string }>(files: readonly T[]) {
  return Promise.all(files.map(async (file) => ({ ...file, readers: await readersOf(file.path) })));
}

/** Everybody who has a name on this machine can read it. */
export async function isWorldReadable(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found === null || process.platform === "win32") return false;
  return found.isFile() && (found.mode & 0o004) !== 0;
}
