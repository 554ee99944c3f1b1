import type { Path } from "../../framework/complaint.ts";
import type { Place } from "../../problems/problem.ts";
import type { DialectName } from "../table-head.ts";

/** How one kind of export is read, decided by people and kept in a file. Pure data. */
export interface Mapping {
  /** As the user named it. */
  readonly file: string;
  /** SHA-256 of its text, hex. */
  readonly hash: string;
  readonly framework: { readonly id: string; readonly version: string };
  readonly dialect: DialectName;
  /** Null: any. */
  readonly sheet: string | null;
  readonly audience: string | null;
  /** Null: all questions of the framework. */
  readonly form: string | null;
  readonly columns: readonly MappedColumn[];
  readonly answers: readonly MappedAnswers[];
  /** Where a part of it stands in the file. */
  placeOf(path: Path): Place;
}

/** `survey`: a column that a survey of ours writes beside its items, known again by what it holds. */
export const MAPPED_USES = ["item", "segment", "id", "time", "survey", "ignore"] as const;
export type MappedUse = (typeof MAPPED_USES)[number];

export interface MappedColumn {
  readonly header: string;
  /** Which of the columns with this header, from the left, from 1. */
  readonly occurrence: number;
  readonly use: MappedUse;
  /** Id, with the use `item`; else null. */
  readonly item: string | null;
  /** What the export says was asked, with the use `item`, where it says more than the header; else null. */
  readonly question: string | null;
  /** What `--by` may call a segment; null: its header only. */
  readonly name: string | null;
}

/** Kinds of missing as a mapping writes them. */
export const MAPPED_MISSING = ["not-applicable", "dont-know", "unanswered"] as const;
export type MappedMissing = (typeof MAPPED_MISSING)[number];
export type MappedCode = number | MappedMissing;

/** What the texts in the columns of some items mean. */
export interface MappedAnswers {
  readonly scale: string;
  /** Null: all items of the scale. */
  readonly items: readonly string[] | null;
  /** Text as it was met → code. */
  readonly codes: ReadonlyMap<string, MappedCode>;
}
