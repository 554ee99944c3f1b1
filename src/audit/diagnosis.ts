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
  /** Titles of the profiles that raised it, and from what; null: as the framework has it. */
  readonly raised: { readonly from: "high" | "medium" | "low"; readonly by: readonly string[] } | null;
  /** Of whom it is said; null: everyone. */
  readonly audience: { readonly id: string; readonly title: string } | null;
  /** `clear`: every judged interval lies wholly on the finding's side; `leaning`: only the estimates do. */
  readonly certainty: "clear" | "leaning";
  readonly says: string;
  readonly ask: string | null;
  readonly evidence: readonly Evidence[];
  readonly strategies: readonly string[];
  /** The same with their titles. */
  readonly remedies: readonly { readonly id: string; readonly title: string }[];
}

/**
 * One condition with the numbers that met it: index of `of` (its interval as judged) against a limit, or another index. Of
 * two audiences `than` is the other one; of the ladder `index` is the overall level and `of` is "ladder".
 */
export interface Evidence {
  readonly of: string;
  readonly title: string;
  readonly index: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly n: number;
  readonly relation: "below" | "at least" | "ahead of" | "ahead among" | "level below" | "level reached";
  readonly limit: number | null;
  readonly than: { readonly id: string; readonly title: string; readonly index: number } | null;
  readonly by: number | null;
}

/** A dimension on which people of one cell answer too differently for their mean to speak for them: rWG(J) below .70. */
export interface Disagreement {
  /** Of the cell; empty: everyone. */
  readonly path: readonly string[];
  readonly label: string;
  readonly dimension: string;
  readonly title: string;
  readonly n: number;
  readonly rwg: number;
  readonly pattern: "spread widely" | "two camps";
  /** Counts of people in the low, middle and high third of the scale. */
  readonly thirds: { readonly low: number; readonly middle: number; readonly high: number };
}

export interface Causes {
  /** Dimensions below 50 and their target that something declared feeds, worst first. */
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

/** A circle of links whose members are all below 50 and their targets. */
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
  /** The first three steps without the profiles, titles; empty without profiles. */
  readonly withoutProfiles: readonly string[];
  /** Seeded draws of the means that the plan was made again with; 0 where there is no spread to draw from. */
  readonly draws: number;
}

/** need = gap × weight × multiplier × probability, divided by the number of audiences; gap = max(0, target − index)/100. */
export interface DimensionNeed {
  /** Whose answers; null with one audience. */
  readonly audience: { readonly id: string; readonly title: string } | null;
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
  /** Share of the draws, 0–1, in which it is among the first three; null without draws. */
  readonly firstThree: number | null;
  /** Chosen because this later step needs it first; null otherwise. */
  readonly prerequisiteFor: string | null;
  /** Strategies of earlier steps that it cannot do without; it begins when they begin to show. */
  readonly prerequisites: readonly string[];
  /** What profiles and answers about the survey multiply its strengths by (a strength is never above 1); 1 without any. */
  readonly fit: number;
  /** What the fit comes of: its product, held to 0.7–1.3; empty where nothing speaks of this strategy. */
  readonly fits: readonly { readonly by: string; readonly factor: number }[];
  /** How to carry it out here, by the culture profile. */
  readonly how: readonly string[];
  readonly arithmetic: readonly {
    /** Whose need; null with one audience. */
    readonly audience: { readonly id: string; readonly title: string } | null;
    readonly facet: string;
    readonly needBefore: number;
    /** With the fit. */
    readonly strength: number;
    readonly reduction: number;
  }[];
  /** The dimensions behind it: share of this step's reduction (0–1), largest first. */
  readonly because: readonly {
    readonly audience: { readonly id: string; readonly title: string } | null;
    readonly dimension: string;
    readonly title: string;
    readonly index: number;
    readonly share: number;
  }[];
  readonly findings: readonly string[];
  readonly firstStep: string;
  readonly actions: readonly string[];
  readonly outcome: string;
  readonly pitfall: string;
  readonly watch: string;
}
