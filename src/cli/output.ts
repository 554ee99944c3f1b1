import { randomBytes } from "node:crypto";
import { open, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { ClosedPipe, UsageError } from "./exit.ts";
import type { Host } from "./host.ts";

/** One `-o FORMAT[:PATH]`: a format, and a file or (null) standard output. */
export interface OutputTarget {
  readonly format: string;
  readonly path: string | null;
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
        `Formats: ${known.join(", ")}; with a file: -o json:audit.json`,
      );
    if (path === "") throw new UsageError(`-o ${value}: the file name is missing after the colon.`);
    return { format, path: path === "-" ? null : path };
  });
  if (targets.filter((target) => target.path === null).length > 1)
    throw new UsageError("Only one output can go to standard output.", "Give the others a file: -o markdown:report.md");
  const paths = targets.flatMap((target) => target.path ?? []);
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined) throw new UsageError(`Two outputs would write the same file: ${twice}`);
  return targets;
}

/**
 * Writes each text whole or not at all. If one fails the others still stand; throws ProblemsError (OUT001) at the end.
 * @param outputs target and text, in the order given
 */
export async function writeOutputs(
  host: Host,
  outputs: readonly { target: OutputTarget; text: string }[],
): Promise<void> {
  const problems: Problem[] = [];
  for (const { target, text } of outputs) {
    if (target.path === null) await write(host.stdout, text);
    else
      await writeWhole(target.path, text).catch((error: unknown) =>
        problems.push(notWritten(target.path ?? "", error)),
      );
  }
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** Writes to a stream and waits until it is out; a reader that went away is not an error of ours. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => reject(error.code === "EPIPE" ? new ClosedPipe() : error);
    stream.once("error", failed);
    stream.write(text, (error) => {
      stream.off("error", failed);
      if (error == null) resolve();
      else failed(error);
    });
  });
}

/** A new file, never over an old one. Throws ProblemsError (OUT001, OUT002). */
export async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, "wx").catch((error: NodeJS.ErrnoException) => {
    throw new ProblemsError([error.code === "EEXIST" ? exists(path) : notWritten(path, error)]);
  });
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  const file = await open(draft, "wx");
  try {
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(draft).catch(() => undefined);
    throw error;
  }
}

function notWritten(path: string, error: unknown): Problem {
  return {
    code: "OUT001",
    severity: "error",
    message: `Could not write ${path}: ${error instanceof Error ? error.message : String(error)}`,
    help: "Check that the folder exists and that you may write there; nothing was left half-written.",
    place: { file: path },
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
