import { randomBytes } from "node:crypto";
import { linkSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf } from "../../problems/system-error.ts";
import { cannotLink, removeQuietly } from "../disk.ts";
import { writePrivate } from "./files.ts";
import { type Holder, readHolder, standingOf, thisProcess } from "./holder.ts";
import { inUse, lockedElsewhere } from "./problems.ts";

/**
 * So that two processes never write one journal. Node has no lock of the system's, so a lock is a file
 * `JOURNAL.lock.N` that appears with its content in one step and names its process; it counts while that process lives.
 * A dead one is never removed to make way (two could do that at once): whoever comes next takes the next number, which
 * only one can get, and looks again whether somebody else got in by another number.
 */
export interface Lock {
  release(): void;
}

const ATTEMPTS = 50;
/** Milliseconds. */
const WAIT = 20;
/** A holder whose window was just closed, or that was killed while it wrote, may take a moment to end. Milliseconds. */
const PATIENCE = 1000;

interface Found {
  readonly path: string;
  readonly number: number;
  /** Null: the file does not say. */
  readonly holder: Holder | null;
}

/** path: of the journal, with every link resolved. Throws ProblemsError (JN008, JN009), and what the system refuses. */
export function acquireLock(path: string): Lock {
  const here = thisProcess();
  outwait(path, here);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = locksOf(path);
    refuseHeld(path, { locks: before, here });
    const own = claim(path, { number: 1 + Math.max(0, ...before.map(({ number }) => number)), here });
    if (own === null) continue;
    const others = locksOf(path).filter((lock) => lock.path !== own);
    try {
      refuseHeld(path, { locks: others, here });
    } catch (error) {
      removeQuietly(own);
      throw error;
    }
    // All that is left of others is dead, and its numbers stay taken until this process gives its own back.
    for (const { path: dead } of others) removeQuietly(dead);
    sweepUnfinished(path);
    return releasing(own);
  }
  throw lockedElsewhere(path, { path: `${path}.lock.*`, host: null });
}

function outwait(path: string, here: Holder): void {
  const isHeld = () =>
    locksOf(path).some(
      ({ holder }) => holder !== null && holder.pid !== here.pid && standingOf(holder, here) === "lives",
    );
  for (let left = PATIENCE; left > 0 && isHeld(); left -= WAIT) pause();
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
}

/** Once only: afterwards the same name may be somebody else's lock. */
function releasing(own: string): Lock {
  let isHeld = true;
  return {
    release: () => {
      if (isHeld) removeQuietly(own);
      isHeld = false;
    },
  };
}

function refuseHeld(path: string, { locks, here }: { readonly locks: readonly Found[]; readonly here: Holder }): void {
  for (const lock of locks) {
    if (lock.holder === null) throw lockedElsewhere(path, { path: lock.path, host: null });
    const standing = standingOf(lock.holder, here);
    if (standing === "lives") throw inUse(path, lock.holder.pid);
    if (standing === "elsewhere") throw lockedElsewhere(path, { path: lock.path, host: lock.holder.host });
  }
}

/** The lock's own file; null when somebody else was quicker. */
function claim(path: string, { number, here }: { readonly number: number; readonly here: Holder }): string | null {
  const lock = `${path}.lock.${number}`;
  const draft = `${path}.lock.new.${randomBytes(6).toString("hex")}`;
  const content = Buffer.from(`${JSON.stringify(here)}\n`);
  try {
    writePrivate(draft, content);
    linkSync(draft, lock);
    return lock;
  } catch (error) {
    return cannotLink(error) ? claimWithoutLink(lock, content) : nullIfLost(error);
  } finally {
    removeQuietly(draft);
  }
}

/** Where files cannot have two names. For a moment the lock is there and empty: others wait that moment (holderOf). */
function claimWithoutLink(lock: string, content: Buffer): string | null {
  try {
    writePrivate(lock, content);
    return lock;
  } catch (error) {
    return nullIfLost(error);
  }
}

/** EEXIST: the number is taken. ENOENT: a new holder swept the draft away, or there is no such folder (then no list either). */
function nullIfLost(error: unknown): null {
  if (codeOf(error) === "EEXIST" || codeOf(error) === "ENOENT") return null;
  throw error;
}

function locksOf(path: string): readonly Found[] {
  return namesBeside(path, ".lock.").flatMap(({ rest, path: lock }) => {
    if (!/^[1-9]\d{0,8}$/.test(rest)) return [];
    const holder = holderOf(lock);
    return holder === "gone" ? [] : [{ path: lock, number: Number(rest), holder }];
  });
}

function holderOf(lock: string): Holder | null | "gone" {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const holder = readHolder(readFileSync(lock, "utf8"));
      if (holder !== null) return holder;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return "gone";
    }
    pause();
  }
  return null;
}

/** What a process killed in the middle of `claim` left. One that is still at it loses its turn and asks again. */
function sweepUnfinished(path: string): void {
  for (const { path: draft } of namesBeside(path, ".lock.new.")) removeQuietly(draft);
}

function namesBeside(path: string, infix: string): readonly { readonly rest: string; readonly path: string }[] {
  const start = `${basename(path)}${infix}`;
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(start))
    .map((name) => ({ rest: name.slice(start.length), path: join(dirname(path), name) }));
}
