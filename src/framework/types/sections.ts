import type { FormulaNode } from "../../numeric/formula.ts";

/** One page on a framework; plain text. */
export interface Guide {
  readonly when: string;
  readonly whom: string;
  readonly read: string;
  readonly limits: string;
}

/** Staged maturity or ordered stages. */
export interface Ladder {
  readonly title: string;
  readonly word: "level" | "stage";
  /** What it is called when not even the first is reached. */
  readonly none: string;
  /** In points of the item metric; `lowest` null: no such rule. */
  readonly reached: { readonly mean: number; readonly lowest: number | null };
  /** Share of the strands, 0–1, that must have reached a level for it to be the overall one. */
  readonly overall: number;
  /** Ascending. */
  readonly levels: readonly LadderLevel[];
  readonly strands: readonly LadderStrand[];
}

export interface LadderLevel {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  /** Index points a capped composite has at most while this is not reached; null: no cap. */
  readonly cap: number | null;
}

export interface LadderStrand {
  readonly id: string;
  readonly title: string;
  /** One list of dimension ids per level, in order of the levels. */
  readonly levels: readonly (readonly string[])[];
}

/** Touchpoints in the order people meet them: audience id → dimension ids. */
export interface Journey {
  readonly title: string;
  readonly touchpoints: ReadonlyMap<string, readonly string[]>;
}

export interface Triage {
  readonly title: string;
  /** Means in points of the item metric. */
  readonly worseBelow: number;
  readonly severeFrom: number;
  readonly signs: readonly TriageSign[];
  readonly breach?: { readonly framework: string; readonly audience?: string; readonly why: string };
}

export interface TriageSign {
  readonly id: string;
  readonly title: string;
  /** Dimension ids. */
  readonly trend: string;
  readonly severity: string;
  /** Whom the sign is about, in words; those that are audiences of the strategies also choose the strategies for it. */
  readonly audiences: readonly string[];
  readonly next: readonly { readonly framework: string; readonly audience?: string; readonly why?: string }[];
}

/** Asked once for a whole survey; steers the advice and never a score. */
export interface ContextQuestion {
  readonly id: string;
  readonly title: string;
  /** The field of the strategies that the answer is compared with. */
  readonly steers: "breaches" | "audiences";
  readonly options: readonly { readonly id: string; readonly title: string; readonly says?: string }[];
}

export interface Lens {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly ask: string;
  readonly dimensions: readonly string[];
}

/** What is at stake, in words; in money only with the user's own figures. */
export interface Outlook {
  readonly title: string;
  readonly about?: string;
  readonly parts: readonly { readonly id: string; readonly title: string; readonly points: readonly string[] }[];
  readonly costs: readonly CostRule[];
}

export interface CostRule {
  readonly id: string;
  readonly title: string;
  /** Name of a figure → what it is. */
  readonly figures: ReadonlyMap<string, string>;
  readonly formula: string;
  readonly tree: FormulaNode;
  readonly note?: string;
}
