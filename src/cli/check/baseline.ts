import { unlink } from "node:fs/promises";
import { readAudit } from "../../audit/read.ts";
import type { BaselineMove } from "../../audit/verdict.ts";
import type { Kept } from "../../diagnosis/comparison.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { baseName } from "../../report/base-name.ts";
import { UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import { writeOutputs } from "../output.ts";
import type { KeptText } from "../plan/kept.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { historyPath, historyWith, type Move, movedUnrecorded, neverRecorded, readHistory } from "./history.ts";
import { holdHistory } from "./hold.ts";
import { textIfThere } from "./kept-text.ts";

/** Where the baseline is kept, and who said so. */
export interface BaselinePlace {
  readonly path: string;
  readonly isOfProject: boolean;
}

export interface Baseline {
  readonly kept: Kept;
  readonly fingerprint: string;
  readonly moved: BaselineMove | null;
  readonly warnings: readonly Problem[];
}

/** The baseline; "not yet": there is no such file. Throws ProblemsError (BL001, BL002, AU001 and on). */
export async function readBaseline({ path, isOfProject }: BaselinePlace): Promise<Baseline | "not yet"> {
  const kept = await keptAt(path);
  if (kept === null) return "not yet";
  const fingerprint = fingerprintOf(kept.audit);
  const history = await readHistory(path);
  const last = history?.moves.at(-1);
  if (last !== undefined && last.to !== fingerprint) throw new ProblemsError([movedUnrecorded(path)]);
  return {
    kept,
    fingerprint,
    moved: last === undefined ? null : { reason: last.reason, at: last.day },
    warnings: last === undefined && isOfProject ? [neverRecorded(path)] : [],
  };
}

async function keptAt(path: string): Promise<Kept | null> {
  const text = await textIfThere(path);
  if (text === null) return null;
  const { audit, problems } = await readAudit({ text, file: path });
  if (audit === null) throw new ProblemsError(problems);
  return { name: baseName(path), audit };
}

/** A move, and what it found. */
interface Moved {
  readonly move: Move;
  /** Fingerprint of what stood there, where no move had put it there; else null. */
  readonly unrecorded: string | null;
}

/**
 * Puts an audit in the baseline's place, with the reason in its history: both, or neither. Throws UsageError, ProblemsError
 * (BL002, BL004, OUT001; AU001, AU002 where something that is no audit stands there).
 */
export async function moveBaseline(
  host: Host,
  audit: KeptText,
  { path, reason, day }: { readonly path: string; readonly reason: string; readonly day: string },
): Promise<Moved> {
  const said = reason.trim();
  if (said === "")
    throw new UsageError(
      "--move-baseline: the reason is empty.",
      "Say why the old one no longer holds: --move-baseline 'new questionnaire since May'",
    );
  const held = holdHistory(path);
  try {
    const [history, old] = [await readHistory(path), await keptAt(path).catch((error) => noneIfDamaged(error, path))];
    const [last, stood] = [history?.moves.at(-1)?.to ?? null, old === null ? null : fingerprintOf(old.audit)];
    const move: Move = { day, reason: said, from: last ?? stood, to: fingerprintOf(audit.audit) };
    const write = (target: string, text: string) =>
      writeOutputs(host, [{ target: { format: "json", path: target }, text }]);
    // The reason first: whatever ends the run in between, no baseline stands there without one.
    await write(historyPath(path), historyWith(history?.text ?? "", move));
    try {
      await write(path, audit.text);
    } catch (error) {
      await (history === null ? unlink(historyPath(path)) : write(historyPath(path), history.text));
      throw error;
    }
    return { move, unrecorded: last !== null && stood !== last ? stood : null };
  } finally {
    held.release();
  }
}

const DAMAGED = ["AU003", "AU004", "AU005"];

/** What stands there is given up, damaged as it may be, as long as it ever was an audit. */
function noneIfDamaged(error: unknown, path: string): null {
  if (!(error instanceof ProblemsError)) throw error;
  if (error.problems.every(({ code }) => DAMAGED.includes(code))) return null;
  const help = `${path} was left as it is: name another file for the baseline, or remove this one first.`;
  throw new ProblemsError(error.problems.map((problem) => ({ ...problem, help })));
}
