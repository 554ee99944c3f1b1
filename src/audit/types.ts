import type { Hidden, Published } from "./estimate.ts";

/**
 * The one document that leaves: published estimates, findings, plan, what was asked of whom, and how it was done.
 * Reports are drawn from it. It holds no person. JSON-able; keys are written in the order of these declarations.
 */
export interface Audit {
  readonly format: "trust-audit/audit";
  readonly formatVersion: 1;
  readonly tool: { readonly name: "trust-audit"; readonly version: string };
  readonly framework: AuditFramework;
  readonly source: AuditSource;
  readonly options: AuditOptions;
  readonly asked: Asked;
  readonly disclosure: DisclosureNote;
  /** Id of the composite the report leads with. */
  readonly headline: string;
  /** Null when fewer people than the minimum group answered: nothing is shown. */
  readonly overall: CellResult | null;
  readonly groups: GroupResults | null;
  readonly drag: Drag | null;
  readonly findings: readonly Finding[];
  readonly causes: Causes | null;
  readonly plan: Plan;
  readonly items: readonly ItemResult[];
  readonly quality: Quality;
  readonly method: readonly MethodNote[];
  /** Warnings the reading gave, in words. */
  readonly warnings: readonly Warning[];
}

export interface AuditFramework {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly purpose: string;
  readonly provenance: string;
  readonly sources: readonly string[];
  readonly reading: "index" | "load";
  readonly unit: "person" | "organisation" | "consensus" | "self";
  readonly hash: string;
  readonly blocks: readonly { readonly id: string; readonly title: string }[];
}

export interface AuditSource {
  readonly files: readonly AuditFile[];
  /** SHA-256 over the column and answer decisions, hex: two runs with the same hash read alike. */
  readonly mappingHash: string;
}

export interface AuditFile {
  readonly name: string;
  readonly dialect: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerRows: number;
  readonly rows: number;
  readonly columns: readonly AuditColumn[];
}

/** What a column was taken for, and how that was known. Personal columns appear by position only. */
export interface AuditColumn {
  readonly position: number;
  readonly header: string | null;
  readonly takenFor: "item" | "segment" | "id" | "time" | "personal" | "ignored";
  readonly item: string | null;
  readonly how: string;
}

export interface AuditOptions {
  readonly by: string | null;
  readonly minGroup: number;
  readonly onUnknown: "error" | "missing";
  readonly onRagged: "error" | "skip";
  readonly onDuplicate: "keep" | "first" | "error";
  readonly acceptGuesses: boolean;
  readonly seed: number;
}

export interface Asked {
  readonly audience: { readonly id: string; readonly title: string };
  readonly form: { readonly id: string; readonly title: string } | null;
  readonly itemsAsked: number;
  /** People scored; null when that itself may not be shown. */
  readonly people: number | null;
  readonly headcount: number | null;
  /** Share 0–1 of the headcount; null without one. */
  readonly responseRate: number | null;
  /** Rows read, then one step per reason that excluded any, then scored. */
  readonly flow: readonly FlowStep[];
}

export interface FlowStep {
  readonly step: "read" | "preview" | "incomplete" | "empty" | "ragged" | "duplicate" | "careless" | "scored";
  readonly rows: number;
}

export interface DisclosureNote {
  readonly minGroup: number;
  /** The minimum was lowered below the default of 5: every page says so. */
  readonly lowered: boolean;
  /** Something was hidden to protect small groups: never how much or by which rule. */
  readonly hidden: boolean;
}

/** Everything published about everyone, one group, or the pool of small groups. */
export interface CellResult {
  readonly kind: "total" | "group" | "pool";
  readonly label: string;
  readonly people: number;
  readonly headcount: number | null;
  readonly responseRate: number | null;
  readonly composites: readonly CompositeResult[];
  readonly dimensions: readonly DimensionResult[];
  readonly outcomes: readonly OutcomeResult[];
}

export interface GroupResults {
  readonly column: string;
  readonly cells: readonly CellResult[];
  /** True when the grouping could not be shown at all (too few people). */
  readonly withheld: boolean;
}

export interface DimensionResult {
  readonly id: string;
  readonly title: string;
  readonly block: string | null;
  readonly direction: "higher" | "lower";
  /** In the item metric. */
  readonly min: number;
  readonly max: number;
  readonly target: number;
  readonly mean: Published;
  readonly sd: Published;
  /** 0–100, 100 is best. */
  readonly index: Published;
  /** 100 − index, only where the framework reads as load. */
  readonly load: Published | null;
  readonly favourable: Published;
  readonly band: BandResult | null;
  /** Probability that the true index is below target, 0–1; null without a shown mean. */
  readonly belowTarget: number | null;
}

/** The band the index falls in; `sure` when the whole interval lies in it, else the bands the interval touches. */
export interface BandResult {
  readonly id: string;
  readonly label: string;
  readonly meaning: string;
  readonly sure: boolean;
  readonly couldBe: readonly string[];
}

export interface CompositeResult {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly formula: string;
  /** The names in the formula with the numbers that stand for them here. */
  readonly terms: readonly { readonly name: string; readonly title: string; readonly value: number | null }[];
  readonly transform: "linear" | "log";
  readonly worst: number;
  readonly best: number;
  readonly target: number;
  /** In the formula's own metric. */
  readonly value: Published;
  readonly index: Published;
  readonly load: Published | null;
  readonly band: BandResult | null;
}

export interface OutcomeResult {
  readonly id: string;
  readonly title: string;
  readonly statistic: "nps" | "csat" | "mean";
  readonly value: Published;
  /** Promoters, passives, detractors (people) of an NPS; null otherwise or when hidden. */
  readonly counts: { readonly promoters: number; readonly passives: number; readonly detractors: number } | null;
}

export interface ItemResult {
  readonly id: string;
  readonly dimension: string | null;
  readonly text: string;
  readonly reverse: boolean;
  /** Of raw answers, before recoding. */
  readonly mean: Published;
  readonly favourable: Published;
  readonly histogram: readonly { readonly code: number; readonly label: string; readonly count: number }[] | Hidden;
  readonly missing: { readonly unanswered: number; readonly notApplicable: number; readonly dontKnow: number; readonly unknown: number } | Hidden;
}

/** The component that holds the headline back most, and what the headline would be with it at target. */
export interface Drag {
  readonly composite: string;
  readonly component: string;
  readonly now: { readonly value: number; readonly index: number };
  readonly candidates: readonly DragCandidate[];
}

export interface DragCandidate {
  readonly dimension: string;
  readonly title: string;
  readonly mean: number;
  /** The dimension's mean at its target, in the item metric. */
  readonly meanAtTarget: number;
  readonly value: number;
  readonly index: number;
  /** Index points gained. */
  readonly gain: number;
}

export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly severity: "high" | "medium" | "low" | "strength";
  /** `clear`: every interval lies wholly on the finding's side; `leaning`: only the estimates do. */
  readonly certainty: "clear" | "leaning";
  readonly says: string;
  readonly ask: string | null;
  readonly evidence: readonly Evidence[];
  readonly strategies: readonly string[];
}

/** One condition with the numbers that met it: index of `of` against a limit, or against another index. */
export interface Evidence {
  readonly of: string;
  readonly title: string;
  readonly index: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly n: number;
  readonly relation: "below" | "at least" | "ahead of";
  readonly limit: number | null;
  readonly than: { readonly id: string; readonly title: string; readonly index: number } | null;
  readonly by: number | null;
}

export interface Causes {
  /** Dimensions below target that something declared feeds, worst first. */
  readonly symptoms: readonly SymptomCauses[];
  readonly loops: readonly CauseLoop[];
}

export interface SymptomCauses {
  readonly dimension: string;
  readonly title: string;
  readonly index: number;
  readonly causes: readonly {
    readonly dimension: string;
    readonly title: string;
    readonly index: number;
    readonly strength: 1 | 2 | 3;
    readonly because: string;
    /** strength × gap of the cause to its target / 100; the order of the list. */
    readonly pull: number;
  }[];
}

/** A circle of links whose members are all below target. */
export interface CauseLoop {
  readonly members: readonly { readonly dimension: string; readonly title: string; readonly index: number }[];
  readonly because: readonly string[];
}

export interface Plan {
  /** Why there is no plan, or null. */
  readonly reason: string | null;
  readonly steps: readonly PlanStep[];
  /** Σ of facet needs before the first step and after the last. */
  readonly need: number;
  readonly remaining: number;
  /** The gaps the plan answers, largest need first. */
  readonly needs: readonly DimensionNeed[];
}

/** need = gap × weight × multiplier × probability; gap = max(0, target − index)/100. */
export interface DimensionNeed {
  readonly dimension: string;
  readonly title: string;
  readonly index: number;
  readonly target: number;
  readonly gap: number;
  readonly weight: number;
  readonly multiplier: number;
  readonly probability: number;
  readonly need: number;
}

export interface PlanStep {
  readonly rank: number;
  readonly strategy: string;
  readonly title: string;
  readonly level: string;
  readonly intensity: string;
  readonly effort: number;
  readonly months: readonly [number, number | null];
  readonly horizon: "now" | "next" | "later";
  readonly quadrant: "quick win" | "major project" | "fill-in" | "think twice";
  /** Need removed by this step, and per unit of effort. */
  readonly reduction: number;
  readonly perEffort: number;
  /** Chosen because this later step needs it first; null otherwise. */
  readonly prerequisiteFor: string | null;
  readonly arithmetic: readonly {
    readonly facet: string;
    readonly needBefore: number;
    readonly strength: number;
    readonly reduction: number;
  }[];
  /** The dimensions behind it: share of this step's reduction (0–1), largest first. */
  readonly because: readonly { readonly dimension: string; readonly title: string; readonly index: number; readonly share: number }[];
  readonly findings: readonly string[];
  readonly firstStep: string;
  readonly actions: readonly string[];
  readonly outcome: string;
  readonly pitfall: string;
  readonly watch: string;
}

export interface Quality {
  /** People flagged, or hidden when that could single anyone out. */
  readonly longRuns: Published;
  readonly straightLines: Published;
  /** Shares of all answers asked for, 0–1. */
  readonly unanswered: number | null;
  readonly notApplicable: number | null;
  readonly dontKnow: number | null;
  readonly unknown: number | null;
  readonly repeatedIds: number;
}

export interface MethodNote {
  readonly topic: string;
  readonly text: string;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
}
