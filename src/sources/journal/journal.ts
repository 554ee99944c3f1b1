import { constants, fchmodSync, linkSync, openSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { endsSeat, tidied } from "../../interview/tidy.ts";
import type { Entry, InterviewSetup } from "../../interview/types.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { codeOf } from "../../problems/system-error.ts";
import { version } from "../../version.ts";
import { cannotLink, removeFile, removeQuietly, syncFolder } from "../disk.ts";
import { closeQuietly, openPrivate, PRIVATE } from "./files.ts";
import { acquireLock } from "./lock.ts";
import { alreadyThere, noPlainFile, notCreated, unreadable } from "./problems.ts";
import { headOf, readJournal } from "./read.ts";
import { linesOf } from "./record.ts";
import { appendTo, cutBack, draftOf, orNotWritten, type Store, tidyUp } from "./store.ts";

/** Everything that happened in a survey, on disk. One process at a time has it open. */
export interface Journal {
  readonly path: string;
  /**
   * On disk when it returns. Throws ProblemsError (JN010, JN011); then nothing of it counts, and one can try again.
   * When a seat finishes, the file is written anew with what that seat said in the end; when it withdraws, without it.
   */
  append(entries: readonly Entry[]): void;
  /** False while there was no room yet to write the file anew: what was withdrawn or deleted still stands in it. */
  isTidy(): boolean;
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
    return journalOf({ path: place, lock, file, size: bytes.length, sum, ragged: false, untidy: false });
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
    const store = { path: place, lock, file: openOld(place), size: 0, sum: 0, ragged: false, untidy: false };
    return goOn(store);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function goOn(store: Store): OpenedJournal {
  const journal = journalOf(store);
  try {
    const { setup, entries, length, sum, torn } = readJournal(readFileSync(store.file), store.path);
    if (torn) orNotWritten(store.path, () => cutBack(store.file, length));
    // The process may have ended before the file was written anew.
    Object.assign(store, { size: length, sum, untidy: entries.some(endsSeat) });
    tidyUp(store);
    return { journal, setup, entries: tidied(entries), torn };
  } catch (error) {
    journal.close();
    throw error;
  }
}

function journalOf(store: Store): Journal {
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    tidyUp(store);
    closeQuietly(store.file);
    store.lock.release();
  };
  return {
    path: store.path,
    append: (entries) => {
      if (entries.length > 0) appendTo(store, entries);
    },
    isTidy: () => !store.untidy,
    close,
    remove: () => {
      orNotWritten(store.path, () => {
        removeFile(store.path);
        removeFile(draftOf(store.path));
      });
      store.untidy = false;
      close();
      syncFolder(store.path);
    },
  };
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

/** The file is there with its first line or not at all. */
function createWhole(place: string, bytes: Buffer): number {
  const draft = draftOf(place);
  removeFile(draft);
  const file = openPrivate(draft, bytes);
  try {
    linkSync(draft, place);
    return file;
  } catch (error) {
    closeQuietly(file);
    if (codeOf(error) === "EEXIST") throw alreadyThere(place);
    if (cannotLink(error)) return createDirectly(place, bytes);
    throw error;
  } finally {
    removeQuietly(draft);
  }
}

function createDirectly(place: string, bytes: Buffer): number {
  try {
    return openPrivate(place, bytes);
  } catch (error) {
    throw codeOf(error) === "EEXIST" ? alreadyThere(place) : error;
  }
}
