import type { DialectName } from "../table-head.ts";
import type { MappedCode, MappedColumn } from "./types.ts";

/** A mapping before it is written: what was decided, and what somebody still has to decide. Pure data. */
export interface MappingDraft {
  /** The export it was made from. */
  readonly file: string;
  readonly framework: { readonly id: string; readonly version: string; readonly title: string };
  readonly dialect: DialectName;
  /** Why it was taken for that. */
  readonly reason: string;
  readonly sheet: string | null;
  readonly audience: string | null;
  readonly form: string | null;
  readonly columns: readonly DraftColumn[];
  readonly answers: readonly DraftAnswers[];
  /** Items that must have a column and have none. */
  readonly missing: readonly { readonly id: string; readonly text: string }[];
}

export interface DraftColumn {
  /** As decided; of an open one the best guess, or `ignore`. */
  readonly column: MappedColumn;
  /** From 1. */
  readonly position: number;
  /** What a reviewer should know. */
  readonly note: string | null;
  /** Items it may be, the likeliest first; null: it is decided. */
  readonly open: readonly string[] | null;
}

export interface DraftAnswers {
  readonly scale: string;
  /** What the codes of the scale are called, in its order. */
  readonly points: readonly { readonly code: number; readonly label: string | null }[];
  /** Null: all items of the scale. */
  readonly items: readonly string[] | null;
  readonly codes: readonly DraftCode[];
  /** Only bare numbers were met on a scale that has words: nothing shows which way they run. */
  readonly numbersOnly?: boolean;
  /** Different texts kept out of the file, since they may be somebody's own words. */
  readonly withheld?: number;
}

export interface DraftCode {
  readonly text: string;
  /** Null: open. */
  readonly code: MappedCode | null;
  /** Cells it was met in; 0: not met, but the scale has it. */
  readonly count: number;
  /** Of an open one. */
  readonly nearest: string | null;
  /** So few have it that it may be somebody's own words. */
  readonly isOwn?: boolean;
}
