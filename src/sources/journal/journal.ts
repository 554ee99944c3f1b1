import { constants, fchmodSync, openSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { tidied } from "../../interview/tidy.ts";
import type { Entry, InterviewSetup } from "../../interview/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { codeOf } from "../../problems/system-error.ts";
import { version } from "../../version.ts";
import { removeFile, syncFolder } from "../disk.ts";
import { createWhole } from "./create.ts";
import { refuseLost, secured } from "./elsewhere.ts";
import { closeQuietly, emptyAndClose, PRIVATE } from "./files.ts";
import { acquireLock, type Lock } from "./lock.ts";
import { noPlainFile, notCreated, unreadable } from "./problems.ts";
import { headOf, readJournal } from "./read.ts";
import { linesOf } from "./record.ts";
import { appendTo, cutBack, draftOf, leavesUntidy, lossOf, orNotWritten, type Store, tidyUp } from "./store.ts";

/** Everything that happened in a survey, on disk. One process at a time has it open. */
export interface Journal {
  /** Another one after the file was taken away or changed: the survey goes on beside it. */
  readonly path: string;
  /** All that happened so far, whatever became of the file. */
  entries(): readonly Entry[];
  /**
   * On disk when it returns. Throws ProblemsError (JN010, JN011); then nothing of it counts, and one can try again: in a new
   * file where the old one was deleted, moved or changed by something else, with everything that was said before.
   * When a seat finishes, the file is written anew with what that seat said in the end; when it withdraws, without it.
   */
  append(entries: readonly Entry[]): void;
  /** False while there was no room yet to write the file anew: what was withdrawn or deleted still stands in it. */
  isTidy(): boolean;
  /**
   * Reads the file back. Where it does not say what was said, everything is saved anew under the `path` of now, and the
   * problem (a warning) says so. Throws ProblemsError (JN010, JN011) where that cannot be done.
   */
  secure(): Problem | null;
  /** Free for the next process. */
  close(): void;
  /** Deletes the file and closes. Throws ProblemsError (JN010). */
  remove(): void;
}

export interface OpenedJournal {
  readonly journal: Journal;
  readonly setup: InterviewSetup;
  readonly entries: readonly Entry[];
  /** The last line had not been finished and was cut off: the key that was being pressed when the process ended. */
  readonly torn: boolean;
}

/** A new journal, readable by its owner only. Throws ProblemsError (JN002, JN008 to JN010). */
export function createJournal(path: string, setup: InterviewSetup): Journal {
  try {
    return create(join(realpathSync(dirname(path)), basename(path)), setup);
  } catch (error) {
    throw error instanceof ProblemsError ? error : notCreated(path, error);
  }
}

function create(place: string, setup: InterviewSetup): Journal {
  const lock = acquireLock(place);
  try {
    const { bytes, sum } = linesOf([headOf(setup, version)], 0);
    const file = createWhole(place, bytes);
    syncFolder(place);
    const written = { size: bytes.length, sum, ragged: false, untidy: false };
    return journalOf({ path: place, lock, file, setup, tool: version, entries: [], ...written });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Goes on with a journal. Throws ProblemsError (JN001, JN003 to JN011). */
export function openJournal(path: string): OpenedJournal {
  const place = placeOf(path);
  const lock = orNotWritten(place, () => acquireLock(place));
  try {
    // Left by a process that ended while it wrote the file anew: it may hold answers.
    orNotWritten(draftOf(place), () => removeFile(draftOf(place)));
    return goOn(place, lock, openOld(place));
  } catch (error) {
    lock.release();
    throw error;
  }
}

function goOn(path: string, lock: Lock, file: number): OpenedJournal {
  try {
    const { setup, tool, entries, length, sum, torn, clean } = readJournal(readFileSync(file), path);
    if (torn) orNotWritten(path, () => cutBack(file, length));
    // The process may have ended before the file was written anew.
    const untidy = !clean || entries.some(leavesUntidy);
    const said = [...tidied(entries)];
    const store: Store = { path, lock, file, setup, tool, entries: said, size: length, sum, ragged: false, untidy };
    tidyUp(store);
    return { journal: journalOf(store), setup, entries: [...said], torn };
  } catch (error) {
    closeQuietly(file);
    throw error;
  }
}

function journalOf(store: Store): Journal {
  let isOpen = true;
  const end = (endFile: (file: number) => void) => {
    if (!isOpen) return;
    isOpen = false;
    endFile(store.file);
    store.lock.release();
  };
  return {
    get path() {
      return store.path;
    },
    entries: () => [...store.entries],
    append: (entries) => {
      if (entries.length === 0) return;
      tidyUp(store);
      refuseLost(store);
      appendTo(store, entries);
    },
    isTidy: () => !store.untidy,
    secure: () => secured(store),
    close: () => {
      if (isOpen) tidyUp(store);
      end(closeQuietly);
    },
    remove: () => {
      orNotWritten(store.path, () => removeOwn(store));
      end(emptyAndClose);
      syncFolder(store.path);
    },
  };
}

/** Under its name may stand somebody else's file by now. */
function removeOwn(store: Store): void {
  const loss = lossOf(store);
  if (loss === null || loss === "changed") removeFile(store.path);
  removeFile(draftOf(store.path));
}

/** One file, one name: a link to a journal is locked as the journal itself. */
function placeOf(path: string): string {
  try {
    const place = realpathSync(path);
    // A pipe would keep whoever opens it waiting.
    if (!statSync(place).isFile()) throw noPlainFile(path);
    return place;
  } catch (error) {
    throw codeOf(error) === "" ? error : unreadable(path, error);
  }
}

function openOld(place: string): number {
  try {
    const file = openSync(place, constants.O_RDWR | constants.O_APPEND);
    keepPrivate(file);
    return file;
  } catch (error) {
    throw unreadable(place, error);
  }
}

/** Copied back from somewhere, it may have become readable to all. */
function keepPrivate(file: number): void {
  try {
    fchmodSync(file, PRIVATE);
  } catch {
    // Somebody else's file, or a file system without modes: nothing we could do.
  }
}
