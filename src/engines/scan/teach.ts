import { ownCopy } from "../../response/own-copy.ts";
import type { RowDecoder } from "../../response/rows/decode.ts";
import { blockCode } from "./block-answers.ts";
import type { ScanPlan, TaughtColumn } from "./columns.ts";
import { BLOCK_MISSING, type ScanCore } from "./core.ts";
import type { Symbols } from "./symbols.ts";

/** A longer text is no answer and no group: a comment. Characters. */
const LONGEST = 1000;
/** Texts of one column; more are none that come again. */
export const MOST_TEXTS = 4096;

export interface TeachRequest {
  readonly core: Pick<ScanCore, "learn">;
  readonly plan: ScanPlan;
  /** Of the file: it holds what the last row was read as. */
  readonly decoder: Pick<RowDecoder, "answers" | "groups">;
  /** One per segment. */
  readonly symbols: readonly Symbols[];
  /** Told of a column that has more different texts than are taught. */
  readonly onFull: (column: number) => void;
}

/**
 * Teaches the core what the tolerant reader found out: after a row that was scored, the text of each of its cells with what
 * it was read as. A text that nobody could read is never taught, so that every such row is told.
 */
export function createTeacher({
  core,
  plan,
  decoder,
  symbols,
  onFull,
}: TeachRequest): (cells: readonly string[]) => void {
  const known = plan.columns.map(() => new Set<string>());
  for (const { column, kind } of plan.taught) {
    if (kind !== "item") continue;
    known[column]?.add("");
    core.learn(column, Buffer.alloc(0), BLOCK_MISSING.unanswered);
  }
  const readAs = ({ kind, place }: TaughtColumn, text: string): number | null => {
    if (kind === "mark") return 0;
    if (kind === "item") return blockCode(decoder.answers[place] ?? Number.NaN);
    return symbols[place]?.numberOf(decoder.groups[place] ?? "", ownCopy(text)) ?? null;
  };
  const teach = (of: TaughtColumn, text: string): void => {
    const texts = known[of.column];
    if (texts === undefined || texts.has(text) || text.length > LONGEST) return;
    if (texts.size >= MOST_TEXTS) {
      onFull(of.column);
      return;
    }
    if (of.only !== null && !of.only.has(text.trim().toLowerCase())) return;
    const value = readAs(of, text);
    if (value === null) return;
    texts.add(ownCopy(text));
    core.learn(of.column, Buffer.from(text), value);
  };
  return (cells) => {
    for (const column of plan.taught) teach(column, cells[column.column] ?? "");
  };
}
