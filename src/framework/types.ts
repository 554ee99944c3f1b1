import type { FormulaNode } from "../numeric/formula.ts";
import type { Scale } from "./types/scales.ts";
import type { ContextQuestion, Guide, Journey, Ladder, Lens, Outlook, Triage } from "./types/sections.ts";
import type { Source } from "./types/source.ts";

export type * from "./types/profile.ts";
export type * from "./types/scales.ts";
export type * from "./types/sections.ts";
export type * from "./types/source.ts";

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
  readonly guide: Guide | null;
  readonly ladder: Ladder | null;
  readonly journey: Journey | null;
  readonly triage: Triage | null;
  readonly context: readonly ContextQuestion[];
  readonly lenses: readonly Lens[];
  readonly outlook: Outlook | null;
  /** SHA-256 of the YAML text, hex. */
  readonly hash: string;
}

export type Unit = "person" | "organisation" | "consensus" | "self";

export type Reading = "index" | "load";

export type Direction = "higher" | "lower";

export interface Audience {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  /** What they typically worry about, and what answers them after a breach. */
  readonly worry?: string;
  readonly afterBreach?: string;
  /** Audiences of the strategies that they count as; by default their own id. */
  readonly standsFor: readonly string[];
}

export interface Block {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
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
  /** Asked beside: outside every composite, and possibly missing from an export. Always optional, too. */
  readonly supplementary: boolean;
  /** Whom it is asked of; all audiences where it is worded for all. */
  readonly audiences: readonly string[];
  /** Outcome (a mean) that says how much this matters to people. */
  readonly importance?: string;
  /** What to answer when it stands low. */
  readonly response?: string;
  /** Qualitative questions to ask beside it. */
  readonly companions: readonly string[];
  /** Facet → share; shares sum to 1. Empty: no strategy answers it, and the plan leaves it out. */
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

export interface Composite extends CompositeFormula {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /**
   * Audience id → its own formula, where audiences differ; else null. The fields of `CompositeFormula` are then those of the
   * first audience until `forAudience` has chosen; of several audiences together there is no value.
   */
  readonly byAudience: ReadonlyMap<string, CompositeFormula> | null;
  readonly direction: Direction;
  readonly transform: "linear" | "log";
  /** Inputs nobody answered are left out; the formula is a mean of dimensions. */
  readonly skipMissing: boolean;
  /** Its index is at most the cap of the first level of the ladder that is not reached. */
  readonly capped: boolean;
  readonly target: number;
  readonly bands: readonly Band[];
}

export interface CompositeFormula {
  /** As written; of weights, as arithmetic. */
  readonly formula: string;
  /** With composites it names replaced by their own trees: only dimension ids are left. */
  readonly tree: FormulaNode;
  /** Dimension ids, in order of first appearance. */
  readonly inputs: readonly string[];
  /** Value of the formula with every input at its worst and best end. */
  readonly worst: number;
  readonly best: number;
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

/**
 * On the 0–100 index (100 is best) of a dimension or composite, whatever the framework's reading; between two audiences;
 * or on the overall level of the ladder (0: none).
 */
export type Condition =
  | {
      readonly kind: "between";
      readonly of: string;
      readonly audience: string;
      readonly than: string;
      /** Index of the first audience minus that of the second, in points. */
      readonly by: number;
    }
  | { readonly kind: "levelBelow"; readonly level: number }
  | { readonly kind: "levelReached"; readonly level: number }
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
