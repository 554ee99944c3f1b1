import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { isRecord } from "./shape.ts";

/** Who holds a lock: enough to tell whether it still lives. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Where the number of the process counts: containers number theirs anew. "" where the system does not tell. */
  readonly space: string;
  /** When the process began, in the system's own terms, since numbers are given again; null where it does not tell. */
  readonly started: string | null;
}

export function thisProcess(): Holder {
  return { pid: process.pid, host: hostname(), space: pidSpace(), started: beginOf(process.pid) };
}

/** The content of a lock; null when it is none (or not yet written whole). */
export function readHolder(content: string): Holder | null {
  try {
    const value: unknown = JSON.parse(content);
    if (!isRecord(value)) return null;
    const { pid, host, space, started } = value;
    // A process number of 0 or less would mean a whole group of processes.
    if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid < 1) return null;
    if (typeof host !== "string" || typeof space !== "string") return null;
    return started === null || typeof started === "string" ? { pid, host, space, started } : null;
  } catch {
    return null;
  }
}

/** `elsewhere`: of another machine or container, which cannot be looked into from here. */
export function standingOf(holder: Holder, here: Holder): "lives" | "dead" | "elsewhere" {
  if (holder.host !== here.host || holder.space !== here.space) return "elsewhere";
  if (!isRunning(holder.pid)) return "dead";
  const begin = beginOf(holder.pid);
  return begin === null || holder.started === null || begin === holder.started ? "lives" : "dead";
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return !/^[ZX]$/.test(statOf(pid)?.state ?? "");
}

/** Unique over restarts of the machine too. */
function beginOf(pid: number): string | null {
  const stat = statOf(pid);
  return stat === null ? null : `${contentOf("/proc/sys/kernel/random/boot_id")}/${stat.ticks}`;
}

/** State and start (in ticks since the machine started) as Linux tells them. The name before them may hold anything. */
function statOf(pid: number): { readonly state: string; readonly ticks: string } | null {
  const line = contentOf(`/proc/${pid}/stat`);
  const [state, ...rest] = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const ticks = rest[18];
  return state === undefined || ticks === undefined ? null : { state, ticks };
}

function pidSpace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "";
  }
}
