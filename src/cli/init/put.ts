import { accessSync, constants, existsSync, statSync } from "node:fs";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ProblemsError } from "../../problems/problem.ts";
import type { Host } from "../host.ts";
import { MODE, notWritten, writeNew, writeOutputs } from "../output.ts";
import type { PlannedFile } from "./wishes.ts";

/** A script, for whoever the umask lets. */
const EXECUTABLE = 0o777;

/** What becomes of a planned file. */
export interface Deed {
  readonly file: PlannedFile;
  readonly does: "write" | "replace" | "append" | "leave";
  /** The file's text afterwards, where anything changes. */
  readonly text: string;
}

/** Looks at what is there already. Throws ProblemsError (OUT001), before anything is written, for each that cannot be. */
export async function deedsFor(files: readonly PlannedFile[], force: boolean): Promise<readonly Deed[]> {
  const obstacles = files.flatMap(({ path }) => {
    const error = obstacle(path);
    return error === null ? [] : [notWritten(path, error)];
  });
  if (obstacles.length > 0) throw new ProblemsError(obstacles);
  return Promise.all(files.map((file) => deedFor(file, force)));
}

async function deedFor(file: PlannedFile, force: boolean): Promise<Deed> {
  const { path, text, how } = file;
  if (!existsSync(path)) return { file, does: "write", text };
  if (how === "new") return { file, does: force ? "replace" : "leave", text };
  const old = await readFile(path, "utf8");
  const there = new Set(old.split(/\r?\n/));
  const missing = text.split("\n").filter((line) => line !== "" && !there.has(line));
  if (missing.length === 0) return { file, does: "leave", text: old };
  const end = old === "" || old.endsWith("\n") ? "" : "\n";
  return { file, does: "append", text: `${old}${end}${missing.join("\n")}\n` };
}

/** A folder in its place; or the nearest folder that is there is none, or may not be written in. */
function obstacle(path: string): unknown {
  try {
    if (existsSync(path) && statSync(path).isDirectory())
      return Object.assign(new Error("a folder"), { code: "EISDIR" });
    accessSync(`${nearest(dirname(path))}/.`, constants.W_OK);
    return null;
  } catch (error) {
    return error;
  }
}

function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

/** Does all of it, or leaves everything as it was. Throws ProblemsError (OUT001, OUT002). */
export async function doAll(host: Host, deeds: readonly Deed[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const deed of deeds) if (deed.does !== "leave") undo.unshift(await done(host, deed));
  } catch (error) {
    for (const back of undo) await back().catch(() => undefined);
    throw error;
  }
}

/** Does one; gives back how to undo it. */
async function done(host: Host, { file, does, text }: Deed): Promise<() => Promise<void>> {
  const { path, executable = false } = file;
  const made = await mkdir(dirname(path), { recursive: true });
  const old = does === "write" ? null : await readFile(path);
  if (does === "write") await writeNew(path, text, executable ? EXECUTABLE : MODE.open);
  else await writeOutputs(host, [{ target: { format: "text", path }, text }]);
  if (executable && does === "replace") await chmod(path, 0o755);
  return async () => {
    if (old !== null) await writeFile(path, old);
    else await rm(made ?? path, { recursive: made !== undefined });
  };
}
