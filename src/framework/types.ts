import type { FormulaNode } from "../numeric/formula.ts";

/**
 * The compiled framework: strict, frozen, every reference resolved, every default filled in.
 * Nothing below `framework/` checks any of this again.
 */
export interface Framework {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly purpose: string;
  readonly provenance: string;
  readonly sources: readonly Source[];
  readonly audiences: readonly Audience[];
  /** Whom one row stands for. Anything but `person` is one assessment: no minimum group, no interval. */
  readonly unit: Unit;
  /** How scores are read: `index` (100 is best) or `load` (100 is worst; load = 100 − index). */
  readonly reading: Reading;
  /** Minutes, estimated at 11 seconds an item; of the full form. */
  readonly minutes: number;
  readonly scales: ReadonlyMap<string, Scale>;
  readonly items: readonly Item[];
  readonly blocks: readonly Block[];
  readonly dimensions: readonly Dimension[];
  readonly composites: readonly Composite[];
  readonly outcomes: readonly Outcome[];
  readonly forms: readonly Form[];
  readonly links: readonly CauseLink[];
  readonly findings: readonly FindingRule[];
  /** The composite a report leads with. */
  readonly headline: string;
  /** Strategy ids the plan may use; empty means the whole catalogue. */
  readonly strategies: readonly string[];
  /** SHA-256 of the YAML text, hex. */
  readonly hash: string;
}

export type Unit = "person" | "organisation" | "consensus" | "self";
export type Reading = "index" | "load";
export type Direction = "higher" | "lower";

export interface Source {
  readonly id: string;
  readonly citation: string;
}
export interface Audience {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
}
export interface Block {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
}

/** A response scale. `points` are the answers with a code; figures have none. */
export type Scale = CodedScale | FigureScale;

export interface CodedScale {
  readonly kind: "coded";
  readonly id: string;
  readonly title: string;
  /** In ascending order of code. Codes are integers. */
  readonly points: readonly ScalePoint[];
  readonly min: number;
  readonly max: number;
  /** Codes that count as favourable on a dimension where higher is better (recoded answers are judged). */
  readonly favourable: readonly number[];
  /** Codes that count as favourable on a dimension where lower is better. By default the mirror image. */
  readonly favourableWhenLower: readonly number[];
  /** Extra words for "not applicable" and "don't know", beside the built-in ones. */
  readonly notApplicable: readonly string[];
  readonly dontKnow: readonly string[];
}

export interface ScalePoint {
  readonly code: number;
  /** Undefined on a numeric rating point without a word of its own. */
  readonly label?: string;
  readonly aliases: readonly string[];
  /** Language tag → what the answer is called in it; the first text is the label, the others are aliases. */
  readonly translations?: Translations;
}

/** Language tag, such as `de` or `pt-BR` → texts, at least one. */
export type Translations = ReadonlyMap<string, readonly string[]>;

/** A business figure with its worst and best value; decimals 0–4, kept as an exact scaled integer. */
export interface FigureScale {
  readonly kind: "figure";
  readonly id: string;
  readonly title: string;
  readonly worst: number;
  readonly best: number;
  readonly decimals: number;
  readonly unit: string;
  readonly notApplicable: readonly string[];
  readonly dontKnow: readonly string[];
}

export interface Item {
  readonly id: string;
  /** Wording by audience id; every audience of the framework that is asked this item has one. */
  readonly text: ReadonlyMap<string, string>;
  /** Language tag → wording by audience id. */
  readonly translations?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly scale: string;
  readonly reverse: boolean;
  /** 1–5 */
  readonly weight: number;
  /** An optional item may be missing from an export. */
  readonly optional: boolean;
  /** Undefined for an outcome item outside every dimension. */
  readonly dimension?: string;
}

export interface Dimension {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly block?: string;
  readonly direction: Direction;
  /** In the item metric: the ends of the scale its items share (0–100 when its items are figures). */
  readonly min: number;
  readonly max: number;
  /** Index points, 0–100. */
  readonly target: number;
  readonly bands: readonly Band[];
  /** Share of the item weight that must be answered, 0–1. */
  readonly minAnswered: number;
  /** How much a gap here counts in the plan, 1–5. */
  readonly weight: number;
  readonly optional: boolean;
  /** Facet → share; shares sum to 1. */
  readonly facets: ReadonlyMap<string, number>;
  readonly items: readonly string[];
}

/** Bands of a 0–100 index, ascending; the last one reaches 100. `from` is inclusive. */
export interface Band {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly meaning?: string;
}

export interface Composite {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** As written. */
  readonly formula: string;
  /** With composites it names replaced by their own trees: only dimension ids are left. */
  readonly tree: FormulaNode;
  /** Dimension ids, in order of first appearance. */
  readonly inputs: readonly string[];
  readonly direction: Direction;
  readonly transform: "linear" | "log";
  /** Value of the formula with every input at its worst and best end. */
  readonly worst: number;
  readonly best: number;
  readonly target: number;
  readonly bands: readonly Band[];
}

/** An item reported by itself: NPS of a 0–10 item, CSAT (top-two-box share) or a mean. */
export interface Outcome {
  readonly id: string;
  readonly item: string;
  readonly title: string;
  readonly statistic: "nps" | "csat" | "mean";
}

/** A shorter set of the framework's items; scored only when the export holds exactly these. */
export interface Form {
  readonly id: string;
  readonly title: string;
  readonly items: readonly string[];
}

/** `from` feeds `to`, strength 1–3; both are dimension ids. */
export interface CauseLink {
  readonly from: string;
  readonly to: string;
  readonly strength: 1 | 2 | 3;
  readonly because: string;
}

export interface FindingRule {
  readonly id: string;
  readonly title: string;
  readonly severity: "high" | "medium" | "low" | "strength";
  /** All must hold. */
  readonly when: readonly Condition[];
  readonly says: string;
  /** A question to talk about. */
  readonly ask?: string;
  readonly strategies: readonly string[];
}

/** On the 0–100 index (100 is best) of a dimension or composite, whatever the framework's reading. */
export type Condition =
  | { readonly kind: "below"; readonly of: string; readonly limit: number }
  | { readonly kind: "atLeast"; readonly of: string; readonly limit: number }
  | { readonly kind: "ahead"; readonly of: string; readonly than: string; readonly by: number };

/** One remedy of the shared catalogue (frameworks/strategies/*.yaml). */
export interface Strategy {
  readonly id: string;
  readonly title: string;
  readonly level: "initial" | "structured" | "advanced" | "repair" | "privacy-automation" | "governance" | "outward";
  readonly actions: readonly string[];
  readonly firstStep: string;
  readonly outcome: string;
  readonly intensity: "low" | "low-medium" | "medium" | "medium-high" | "high";
  /** Effort points from the intensity: 1, 1.5, 2, 3, 4. */
  readonly effort: number;
  /** Months until it shows: [min, max]; max null is open. */
  readonly months: readonly [number, number | null];
  /** Facet → strength 0–1. */
  readonly facets: ReadonlyMap<string, number>;
  readonly prerequisites: readonly string[];
  /** Empty: any. */
  readonly audiences: readonly string[];
  readonly breaches: readonly string[];
  readonly sectors: readonly string[];
  readonly culture: ReadonlyMap<string, string>;
  readonly pitfall: string;
  readonly watch: string;
}
