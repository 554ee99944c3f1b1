import type { Interval } from "../../audit/estimate.ts";
import type { GateMode, GateOperator } from "../../audit/verdict.ts";
import type { Problem } from "../../problems/problem.ts";

/** A part of a gate's text: where it begins (0-based), and how long it is. */
export interface Span {
  readonly at: number;
  readonly length: number;
}

/** A name as it was written, with where. */
export interface Named extends Span {
  readonly name: string;
}

/** `department=Sales`, or `any(department)`: every group of that column. */
export interface ScopePart extends Span {
  readonly column: string;
  /** Null: whichever. "": those who left it blank. */
  readonly value: string | null;
}

/** A gate as it was written: nothing in it has been held against an audit yet. */
export interface Gate {
  readonly text: string;
  readonly scope: readonly ScopePart[];
  /** Null: a level, not a change. */
  readonly change: "drop" | "rise" | null;
  /** `any(dimension)`: each of them; null: the one that `subject` names. */
  readonly each: "dimension" | "composite" | null;
  /** `trust`, `quality`, `n`. */
  readonly subject: Named;
  /** What stands behind the point: `index`; null: nothing does. */
  readonly statistic: Named | null;
  readonly operator: GateOperator;
  readonly limit: Limit;
}

export interface Limit extends Span {
  /** As written; of a percentage the number before the sign. */
  readonly value: number;
  readonly isPercent: boolean;
}

/** Where gates come from: the command line, or a place in a project file. */
export interface GateSource {
  readonly text: string;
  readonly name: string | null;
  /** "--gate", or "trust-audit.yaml:12". */
  readonly from: string;
  readonly mode: GateMode | null;
  readonly place: { readonly file: string; readonly line?: number };
}

/** What a number is counted in, which decides its words and what may be asked of it. */
export type Measure =
  | "index"
  | "load"
  | "mean"
  | "value"
  | "share"
  | "nps"
  | "coefficient"
  | "people"
  | "findings"
  | "signs"
  | "level"
  | "change"
  | "load change";

/** A number that a gate judges, or why there is none. */
export type Reading = Found | Nothing | Unbased;

export interface Found {
  readonly kind: "found";
  readonly value: number;
  /** That decides: without a headcount's narrowing. */
  readonly interval: Interval | null;
  readonly n: number;
  readonly unit: string;
  readonly method: string;
  /** Digits after the point that a number of this kind has, where its measure does not say. */
  readonly range?: { readonly worst: number; readonly best: number };
  /** There may be more, `most` at most, as something it rests on is not shown. `why` as of Nothing; absent: it is all of it. */
  readonly unshown?: { readonly why: string | null; readonly most: number };
}

/** Hidden, not computable, or not comparable. */
export interface Nothing {
  readonly kind: "nothing";
  /** In words that follow a colon; null: it is hidden to protect small groups. */
  readonly why: string | null;
}

/** The baseline is named, and not there yet. */
export interface Unbased {
  readonly kind: "no baseline yet";
}

/** One score of one group that a gate is about. */
export interface Subject {
  readonly path: string;
  readonly title: string;
  readonly measure: Measure;
  /** Of an NPS-like or plain number: what its best end is. */
  readonly best: 0 | 100;
  readonly reading: Reading;
}

/** Either what was wanted, or the problems why not. */
export type Outcome<T> =
  | { readonly value: T; readonly problems?: undefined }
  | { readonly value?: undefined; readonly problems: readonly Problem[] };
