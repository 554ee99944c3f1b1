/**
 * A located problem in something the user gave us (a framework, an export, a headcount file).
 * Problems are collected, never thrown one by one; a reader sees all of them at once.
 */
export interface Problem {
  /** Stable code, e.g. `FW012`; one row each in docs/errors.md. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to do next. */
  readonly help?: string;
  /** The nearest valid word, when there is a near one. */
  readonly suggestion?: string;
  readonly place?: Place;
  /** The message without anything from the data (no answer, no id, no row): what an audit, which is passed on, may keep of it. */
  readonly kept?: string;
  /** The message without an answer that may be somebody's own words: for pages that are passed on. */
  readonly withoutText?: string;
}

/** Where a problem stands. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The text of that line (cut to a readable window), for the excerpt. */
  readonly excerpt?: Excerpt;
}

/** One line of source, and which part of it the caret underlines (0-based offset into `text`, length in characters). */
export interface Excerpt {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** Carries collected problems up to the one place that turns them into output and an exit code. */
export class ProblemsError extends Error {
  override readonly name = "ProblemsError";
  constructor(
    readonly problems: readonly Problem[],
    /** 3: unreadable or invalid input; 4: readable, but nothing that can be scored. */
    readonly exitCode: 3 | 4 = 3,
  ) {
    super(problems.map((p) => `${p.code}: ${p.message}`).join("\n"));
  }
}
