import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { tidied } from "../../interview/tidy.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { syncFolder } from "../disk.ts";
import { createWhole } from "./create.ts";
import { closeQuietly, emptyAndClose } from "./files.ts";
import { acquireLock } from "./lock.ts";
import { carriedOn, type Loss, notCarriedOn } from "./problems.ts";
import { headOf } from "./read.ts";
import { linesOf, readRecords } from "./record.ts";
import { lossOf, orNotWritten, type Store, tidyUp } from "./store.ts";

/** So many others in one folder: something else is wrong. */
const MOST_NAMES = 100;

const AGAIN = "Press the last key again: it was not taken.";

/** Throws ProblemsError (JN010, JN011) where the file is not what was written any more; then all of it stands in another by now. */
export function refuseLost(store: Store): void {
  const loss = lossOf(store);
  if (loss === null) return;
  const told = carryOn(store, loss, [dirname(store.path)]);
  throw new ProblemsError([{ ...told, severity: "error", help: `${told.help} ${AGAIN}` }]);
}

/**
 * Whether the file says what was said. If not, everything is saved anew, and the problem tells where; null: nothing had to
 * be done. Throws ProblemsError (JN010, JN011).
 */
export function secured(store: Store): Problem | null {
  tidyUp(store);
  const loss = lossOf(store) ?? (orNotWritten(store.path, () => isAsWritten(store)) ? null : "changed");
  return loss === null ? null : carryOn(store, loss, [dirname(store.path), tmpdir()]);
}

function isAsWritten(store: Store): boolean {
  const { damaged, length, sum } = readRecords(readFileSync(store.path).subarray(0, store.size));
  return damaged === null && length === store.size && sum === store.sum;
}

/**
 * The journal goes on in a new file beside the old one. What is left of the old one is emptied, once the new one is safe, so
 * that nobody's answers lie where no withdrawal reaches them; a file that something else wrote into is left as it is.
 */
function carryOn(store: Store, loss: Loss, folders: readonly string[]): ReturnType<typeof carriedOn> {
  const before = { ...store };
  const entries = [...tidied(store.entries)];
  const { bytes, sum } = linesOf([headOf(store.setup, store.tool), ...entries], 0);
  const fresh = createIn(folders, { path: store.path, bytes, loss });
  Object.assign(store, fresh, { entries, size: bytes.length, sum, ragged: false, untidy: false });
  syncFolder(store.path);
  if (loss === "changed") closeQuietly(before.file);
  else emptyAndClose(before.file);
  before.lock.release();
  return carriedOn(before.path, loss, store.path);
}

type Fresh = Pick<Store, "path" | "lock" | "file">;

/** In the first of the folders that takes it. Throws ProblemsError (JN011). */
function createIn(
  folders: readonly string[],
  { path, bytes, loss }: { readonly path: string; readonly bytes: Buffer; readonly loss: Loss },
): Fresh {
  let refused: unknown = null;
  for (const folder of folders)
    try {
      return createUnder(join(folder, basename(path)), bytes);
    } catch (error) {
      refused = error;
    }
  throw notCarriedOn(path, loss, refused);
}

/** `X.journal` → `X-2.journal`, or the next number that is free. */
function createUnder(path: string, bytes: Buffer): Fresh {
  const [, stem = path, ending = ""] = /^(.*?)(\.journal)?$/is.exec(path) ?? [];
  let taken: unknown = null;
  for (let number = 2; number <= MOST_NAMES; number += 1)
    try {
      return lockedAt(`${stem}-${number}${ending}`, bytes);
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      taken = error;
    }
  throw taken;
}

function lockedAt(path: string, bytes: Buffer): Fresh {
  const lock = acquireLock(path);
  try {
    return { path, lock, file: createWhole(path, bytes) };
  } catch (error) {
    lock.release();
    throw error;
  }
}
