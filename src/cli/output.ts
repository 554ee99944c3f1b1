import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, link, open, readdir, rename, stat, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { codeOf } from "../problems/system-error.ts";
import { whyUnwritten } from "../problems/unwritten.ts";
import { cannotLink, removeQuietly, syncFolder } from "../sources/disk.ts";
import { ClosedPipe, UsageError } from "./exit.ts";
import type { Host } from "./host.ts";
import type { Outlet } from "./outlet.ts";
import { placeOf } from "./place.ts";

/** One `-o FORMAT[:PATH]`: a format, and a file or (null) standard output. */
export interface OutputTarget {
  readonly format: string;
  readonly path: string | null;
  /** Who may read it: MODE.open (an old file stays as open as it was), or MODE.owner, whoever could read an old one. */
  readonly mode?: number;
}

/** Reads `-o` values. `known` are the formats and their aliases. Throws UsageError. */
export function parseTargets(values: readonly string[], known: readonly string[]): readonly OutputTarget[] {
  const targets = values.map((value): OutputTarget => {
    const cut = value.indexOf(":");
    const format = cut < 0 ? value : value.slice(0, cut);
    const path = cut < 0 ? null : value.slice(cut + 1);
    if (!known.includes(format))
      throw new UsageError(
        `-o ${value}: there is no format "${format}".`,
        `Formats: ${known.join(", ")}; with a file: -o ${known.at(-1) ?? ""}:FILE`,
      );
    if (path === "") throw new UsageError(`-o ${value}: the file name is missing after the colon.`);
    return { format, path: path === "-" ? null : path };
  });
  if (targets.filter((target) => target.path === null).length > 1)
    throw new UsageError("Only one output can go to standard output.", "Give the others a file: -o markdown:report.md");
  const paths = targets.flatMap((target) => (target.path === null ? [] : [placeOf(target.path)]));
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined) throw new UsageError(`Two outputs would write the same file: ${basename(twice)}`);
  return targets;
}

/** Who may read a new file: everybody the umask lets, or its owner alone. */
export const MODE = { open: 0o666, owner: 0o600 } as const;

interface Output {
  readonly target: OutputTarget;
  /** What is written, or how to come by it. */
  readonly text: string | Uint8Array | (() => Promise<string | Uint8Array>);
}

/**
 * Draws and writes each text whole or not at all. If one fails the others still stand; throws ProblemsError (OUT001, or
 * what a drawing threw) at the end. A drawing that throws anything else is a defect and goes on at once.
 * @param outputs target and text, in the order given
 */
export async function writeOutputs(host: Host, outputs: readonly Output[]): Promise<void> {
  const problems: Problem[] = [];
  let closed: ClosedPipe | null = null;
  for (const output of outputs)
    try {
      await deliver(host, output);
    } catch (error) {
      if (error instanceof ClosedPipe) closed = error;
      else if (error instanceof ProblemsError) problems.push(...error.problems);
      else throw error;
    }
  if (problems.length > 0) throw new ProblemsError(problems);
  if (closed !== null) throw closed;
}

async function deliver(host: Host, { target, text: drawing }: Output): Promise<void> {
  const text = typeof drawing === "function" ? await drawing() : drawing;
  if (target.path === null) {
    if (host.terminal && typeof text !== "string") throw notForTerminals(target.format);
    return write(host.stdout, text);
  }
  try {
    await writeWhole(target.path, text, target.mode);
  } catch (error) {
    throw error instanceof ProblemsError ? error : new ProblemsError([notWritten(target.path, error)]);
  }
}

function notForTerminals(format: string): UsageError {
  return new UsageError(`A terminal cannot show ${format}.`, `Give it a file: -o ${format}:report.${format}`);
}

/** Writes to a stream and waits until it is out. Throws ClosedPipe when its reader went away, else ProblemsError (OUT001). */
export function write(stream: Outlet, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      reject(error.code === "EPIPE" ? new ClosedPipe() : new ProblemsError([notPrinted(error)]));
    stream.once("error", failed);
    stream.write(text, (error) => {
      stream.off("error", failed);
      if (error == null) resolve();
      else failed(error);
    });
  });
}

/** A new file, whole, on the disk when this returns, and never over an old one. Throws ProblemsError (OUT001, OUT002). */
export async function writeNew(path: string, text: string, mode: number = MODE.open): Promise<void> {
  const draft = draftOf(path);
  try {
    await writeFile(draft, text, { flag: "wx", mode, flush: true });
    await putNew(draft, path);
    syncFolder(path);
  } catch (error) {
    throw new ProblemsError([codeOf(error) === "EEXIST" ? exists(path) : notWritten(path, error)]);
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

/** Unlike a rename, a link fails where something is already there. Memory sticks know no links: there it is a copy. */
async function putNew(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if (!cannotLink(error)) throw error;
    await copyFile(draft, path, constants.COPYFILE_EXCL);
  }
}

/** Drafts not yet in their place: an interrupted run takes them away as it ends. */
const drafts = new Set<string>();

/** A name beside the target for what is being written; taken away when the run ends before it is in its place. */
export function draftOf(path: string): string {
  if (drafts.size === 0) process.once("exit", removeDrafts);
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  drafts.add(draft);
  return draft;
}

/** Takes away what a run that was killed left of this file. Only for whoever knows that nobody else is writing it. */
export async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `.${basename(path)}.`;
  for (const name of await readdir(folder).catch(() => []))
    if (name.startsWith(start) && /^[0-9a-f]{12}\.tmp$/.test(name.slice(start.length)))
      await unlink(join(folder, name)).catch(() => undefined);
}

function removeDrafts(): void {
  for (const draft of drafts) removeQuietly(draft);
}

/** Beside the target and then in its place, so that a reader sees the old file or the new one; a link keeps pointing. */
async function writeWhole(path: string, text: string | Uint8Array, mode: number = MODE.open): Promise<void> {
  const place = placeOf(path);
  const old = await stat(place).catch(() => null);
  // /dev/null, a named pipe: there is nothing to put in its place.
  if (old !== null && !old.isFile() && !old.isDirectory()) return writeFile(place, text);
  const draft = draftOf(place);
  const file = await open(draft, "wx", mode);
  try {
    // Who may read the old one may read the new one, and nobody else; where that is its owner alone, no old one opens it.
    if (old !== null && mode !== MODE.owner) await file.chmod(old.mode);
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await rename(draft, place);
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(draft).catch(() => undefined);
    throw error;
  }
}

/** The problem OUT001, with the reason in words. */
export function notWritten(path: string, error: unknown): Problem {
  return {
    code: "OUT001",
    severity: "error",
    message: `Could not write ${path}: ${whyUnwritten(error)}.`,
    help: "Check that the folder exists, that you may write there and that there is room; no file was left half-written.",
    place: { file: path },
  };
}

/** What went to standard output before it failed is out. */
function notPrinted(error: unknown): Problem {
  return {
    code: "OUT001",
    severity: "error",
    message: `Could not write to standard output: ${whyUnwritten(error)}.`,
    help: "What was written before may be cut off: throw it away, and run it again where there is room.",
  };
}

function exists(path: string): Problem {
  return {
    code: "OUT002",
    severity: "error",
    message: `${path} is already there and was left as it is.`,
    help: "Choose another name, or move the old file away first.",
    place: { file: path },
  };
}
