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

/** Puts an audit in the baseline's place, with the reason in its history. Throws UsageError, ProblemsError. */
export async function moveBaseline(
  host: Host,
  audit: KeptText,
  { path, reason, day }: { readonly path: string; readonly reason: string; readonly day: string },
): Promise<Move> {
  const said = reason.trim();
  if (said === "")
    throw new UsageError(
      "--move-baseline: the reason is empty.",
      "Say why the old one no longer holds: --move-baseline 'new questionnaire since May'",
    );
  const [history, old] = [await readHistory(path), await keptAt(path).catch(unreadableIsNone)];
  const from = old === null ? (history?.moves.at(-1)?.to ?? null) : fingerprintOf(old.audit);
  const move: Move = { day, reason: said, from, to: fingerprintOf(audit.audit) };
  await writeOutputs(host, [
    { target: { format: "json", path }, text: audit.text },
    { target: { format: "jsonl", path: historyPath(path) }, text: historyWith(history?.text ?? "", move) },
  ]);
  return move;
}

/** What stands there is given up: that it is damaged is no reason against that. */
function unreadableIsNone(error: unknown): null {
  if (error instanceof ProblemsError) return null;
  throw error;
}
