import type { Problem } from "../../problems/problem.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { textIfThere } from "./kept-text.ts";

/** One move of a baseline: a line of its history. */
export interface Move {
  /** Day, as ISO 8601. */
  readonly day: string;
  readonly reason: string;
  /** Fingerprints; null: it was the first. */
  readonly from: string | null;
  readonly to: string;
}

/** baseline.json has its history beside it: baseline.history.jsonl. */
export function historyPath(baseline: string): string {
  return `${baseline.replace(/\.json$/i, "")}.history.jsonl`;
}

/** The moves, oldest first; null: none was ever recorded. Throws ProblemsError (BL002). */
export async function readHistory(baseline: string): Promise<{ moves: readonly Move[]; text: string } | null> {
  const file = historyPath(baseline);
  const text = await textIfThere(file);
  if (text === null) return null;
  const lines = text.split(/\r?\n/);
  const moves = lines.map((line, at) => (line.trim() === "" ? null : moveOf(line, { file, line: at + 1 })));
  return { moves: moves.filter((move) => move !== null), text };
}

function moveOf(text: string, place: { readonly file: string; readonly line: number }): Move {
  const value: unknown = parsed(text);
  if (isMove(value)) return value;
  throw new ProblemsError([
    {
      code: "BL002",
      severity: "error",
      message: "This line of the baseline's history is not one that was written by --move-baseline.",
      help: "Take the file back from version control as it was, or remove it and move the baseline again with a reason.",
      place,
    },
  ]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isMove(value: unknown): value is Move {
  if (typeof value !== "object" || value === null) return false;
  const { day, reason, from, to }: Partial<Record<keyof Move, unknown>> = value;
  const isFingerprint = (one: unknown) => typeof one === "string" && /^[0-9a-f]{64}$/.test(one);
  return (
    typeof day === "string" && typeof reason === "string" && (from === null || isFingerprint(from)) && isFingerprint(to)
  );
}

/** The history with one more move. */
export function historyWith(text: string, { day, reason, from, to }: Move): string {
  const before = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return `${before}${JSON.stringify({ day, reason, from, to })}\n`;
}

/** BL001: the baseline is not the one that the last recorded move put there. */
export function movedUnrecorded(baseline: string): Problem {
  return {
    code: "BL001",
    severity: "error",
    message: `The baseline ${baseline} was changed without a recorded reason: it is not the one that its history names last.`,
    help: "Take the old one back from version control; or, where the change is meant, put the new audit there with its reason: trust-audit check NEW.json --move-baseline 'REASON'.",
    place: { file: baseline },
  };
}

/** BL003, a warning: nobody recorded why this is the baseline. */
export function neverRecorded(baseline: string): Problem {
  return {
    code: "BL003",
    severity: "warning",
    message: `The baseline ${baseline} has no history: nothing records when and why it was chosen, nor that it is unchanged.`,
    help: "Choose it with trust-audit check BASELINE.json --move-baseline 'REASON', which writes the history beside it.",
    place: { file: baseline },
  };
}
