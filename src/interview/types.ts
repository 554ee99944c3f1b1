import type { Scale, Unit } from "../framework/types.ts";

/**
 * A survey answered at the keyboard, as data. The setup is the journal's first record; everything that happens afterwards
 * is an entry:
 *
 *   replaying the entries that any sequence of keys gave leads to the same seats: what each said, finished or withdrew.
 *
 * What is no entry does not outlive the process: where on the screen one is, that the survey was paused, and what is sealed,
 * which is made anew on every resumption of everything an unfinished participant had said. A seat says nothing after its
 * `finish`; only a sheet of paper can still be taken back whole, by a `withdraw` behind it.
 */
export interface InterviewSetup {
  readonly framework: {
    /** As the user named it: a bundled id or a path. */
    readonly ref: string;
    readonly id: string;
    readonly version: string;
    /** SHA-256 of the YAML text, hex. */
    readonly hash: string;
  };
  /** Id of the audience that answers. */
  readonly audience: string;
  readonly form: string | null;
  readonly seating: Seating;
  /** Seed of the order of items, which differs from seat to seat; null: framework order. */
  readonly shuffle: number | null;
  readonly segments: readonly SegmentQuestion[];
  /** Fingerprint of what is asked, the framework's other text aside; journals of earlier versions have none. */
  readonly questions?: string;
  /** As the user chose them ("healthcare"); left out: none. Their supplementary questions are among what is asked. */
  readonly profiles?: readonly string[];
  /** What was answered about the whole survey before it began; left out: nothing. */
  readonly context?: readonly ContextAnswer[];
}

/** An answer about the whole survey, by the ids of the framework's question and of its option. */
export interface ContextAnswer {
  readonly question: string;
  readonly option: string;
}

/** Who answers: one person for themselves, several in turn, several on paper, or a room that agrees on one answer. */
export type Seating =
  | { readonly kind: "one" }
  | { readonly kind: "participants"; readonly count: number }
  /** As many as are typed in: nobody counts them beforehand. */
  | { readonly kind: "sheets" }
  | { readonly kind: "consensus" };

/** An optional question about the person: `department`. Without options the answer is typed. */
export interface SegmentQuestion {
  readonly name: string;
  readonly options: readonly string[];
}

/** The setup with everything the questions need. */
export interface InterviewPlan {
  readonly setup: InterviewSetup;
  readonly title: string;
  readonly purpose: string;
  /** Said before question one. */
  readonly intro: string | null;
  readonly audience: string;
  readonly unit: Unit;
  /** Rounded up, at 11 seconds a question. */
  readonly minutes: number;
  /** In framework order; `number` is their number on paper, from 1. */
  readonly items: readonly ItemQuestion[];
}

export interface ItemQuestion {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly scale: Scale;
  /** Stands outside every dimension; whatever the order of the others, these come last. */
  readonly outcome?: true;
}

/** An item's id, or `@` and a segment's name. */
export type QuestionKey = string;

export type Answer =
  | { readonly kind: "code"; readonly code: number }
  /** Decimal text with a point, already checked against the scale. */
  | { readonly kind: "figure"; readonly text: string }
  /** The answer to a segment question. */
  | { readonly kind: "choice"; readonly text: string }
  | { readonly kind: "notApplicable" }
  | { readonly kind: "dontKnow" }
  | { readonly kind: "skipped" };

/**
 * What happened, one line of the journal each. No times: who answered when is nobody's business.
 * Seats count from 1 in the order people sit down.
 */
export type Entry =
  | { readonly kind: "seat"; readonly seat: number }
  | { readonly kind: "answer"; readonly seat: number; readonly question: QuestionKey; readonly answer: Answer }
  /** A comment (in a consensus: the facilitator's note); an empty text takes it back. */
  | { readonly kind: "comment"; readonly seat: number; readonly question: QuestionKey; readonly text: string }
  /** A show of hands: people per scale point, in ascending order of code; null takes it back. */
  | {
      readonly kind: "hands";
      readonly seat: number;
      readonly question: QuestionKey;
      readonly counts: readonly number[] | null;
    }
  /** A text still being typed, so that not even half a comment is lost; empty when it is done with. */
  | {
      readonly kind: "draft";
      /** Null, as the question: a sheet of paper being typed in. */
      readonly seat: number | null;
      readonly question: QuestionKey | null;
      readonly line: LineOf;
      readonly text: string;
    }
  | { readonly kind: "finish"; readonly seat: number }
  | { readonly kind: "withdraw"; readonly seat: number }
  /** How many are to sit down, after the facilitator added one. */
  | { readonly kind: "places"; readonly count: number }
  /** Nobody else sits down: the survey is over and can be scored. */
  | { readonly kind: "close" };

/** What a line is typed for. */
export type LineOf = "answer" | "comment" | "hands" | "sheet";

/** All that one seat said. */
export interface Seat {
  readonly seat: number;
  readonly status: "answering" | "finished" | "withdrawn";
  readonly answers: ReadonlyMap<QuestionKey, Answer>;
  readonly comments: ReadonlyMap<QuestionKey, string>;
  readonly hands: ReadonlyMap<QuestionKey, readonly number[]>;
}

/** A key as the terminal names it: `1`, `b`, `return`, `backspace`, `left`, `up`, `escape`. */
export interface Key {
  readonly name: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
}
