import type { JourneyDocument, LadderDocument, OutlookDocument, TriageDocument } from "./document/sections.ts";
import type {
  ContextQuestion,
  Direction,
  FindingRule,
  Guide,
  Lens,
  Outcome,
  Reading,
  Source,
  Strategy,
  Unit,
} from "./types.ts";

export type * from "./document/profile.ts";
export type * from "./document/sections.ts";

/**
 * A framework as its YAML says it, after the schema: plain data that survives JSON unchanged. Whatever may be left
 * out is optional here; compiling fills it in. The field names are those of docs/framework-format.md.
 */
export interface FrameworkDocument {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly purpose: string;
  readonly provenance: string;
  readonly reading?: Reading;
  readonly unit?: Unit;
  readonly headline: string;
  readonly sources?: readonly Source[];
  readonly audiences: readonly AudienceDocument[];
  readonly scales?: Readonly<Record<string, ScaleDocument>>;
  readonly defaults?: DefaultsDocument;
  readonly bands?: Readonly<Record<string, readonly BandDocument[]>>;
  readonly blocks?: readonly BlockDocument[];
  readonly dimensions: readonly DimensionDocument[];
  readonly items: readonly ItemDocument[];
  readonly outcomes?: readonly Outcome[];
  readonly composites: readonly CompositeDocument[];
  readonly forms?: readonly FormDocument[];
  readonly links?: readonly LinkDocument[];
  readonly findings?: readonly FindingDocument[];
  readonly strategies?: readonly string[];
  readonly guide?: Guide;
  readonly ladder?: LadderDocument;
  readonly journey?: JourneyDocument;
  readonly triage?: TriageDocument;
  readonly context?: readonly ContextQuestion[];
  readonly lenses?: readonly Lens[];
  readonly outlook?: OutlookDocument;
}

export interface AudienceDocument {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly worry?: string;
  readonly after_breach?: string;
  readonly stands_for?: readonly string[];
}

interface DefaultsDocument {
  readonly scale?: string;
  readonly min_answered?: number;
  readonly target?: number;
}

/** Exactly one of `preset`, `points`, `rating` and `figure` (the linter sees to it). */
export interface ScaleDocument {
  readonly title?: string;
  readonly preset?: string;
  readonly points?: readonly PointDocument[];
  readonly rating?: RatingDocument;
  readonly figure?: FigureDocument;
  readonly favourable?: readonly number[];
  readonly favourable_when_lower?: readonly number[];
  readonly measures?: "agreement";
  readonly not_applicable?: readonly string[];
  readonly dont_know?: readonly string[];
}

export interface PointDocument {
  readonly code: number;
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly translations?: TranslationsDocument;
}

/** Language tag → the label, or the label and its aliases. */
export type TranslationsDocument = Readonly<Record<string, string | readonly string[]>>;

export interface RatingDocument {
  readonly min: number;
  readonly max: number;
  readonly low: string;
  readonly high: string;
  readonly translations?: Readonly<Record<string, { readonly low: string; readonly high: string }>>;
}

export interface FigureDocument {
  readonly worst: number;
  readonly best: number;
  readonly decimals?: number;
  readonly unit: string;
}

export interface BandDocument {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly meaning?: string;
}

export interface BlockDocument {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
}

export interface DimensionDocument {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly block?: string;
  readonly direction?: Direction;
  readonly target?: number;
  readonly bands?: string;
  readonly min_answered?: number;
  readonly weight?: number;
  readonly optional?: boolean;
  readonly supplementary?: boolean;
  /** Outcome id. */
  readonly importance?: string;
  readonly response?: string;
  readonly companions?: readonly string[];
  /** May be left out of a supplementary dimension only (the linter sees to it). */
  readonly facets?: Readonly<Record<string, number>>;
}

export interface ItemDocument {
  readonly id: string;
  readonly dimension?: string;
  readonly scale?: string;
  readonly reverse?: boolean;
  readonly weight?: number;
  readonly optional?: boolean;
  readonly text: WordingDocument;
  /** Language tag → wording. */
  readonly translations?: Readonly<Record<string, WordingDocument>>;
}

/** One text for every audience, or a text by audience id. */
export type WordingDocument = string | Readonly<Record<string, string>>;

export interface CompositeDocument {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Exactly one of `formula` and `weights` (the linter sees to it); a formula for all, or by audience id. */
  readonly formula?: string | Readonly<Record<string, string>>;
  /** Audience id → dimension id → weight. */
  readonly weights?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly skip_missing?: boolean;
  readonly capped?: boolean;
  readonly direction?: Direction;
  readonly transform?: "linear" | "log";
  readonly target?: number;
  readonly bands?: string;
}

export interface FormDocument {
  readonly id: string;
  readonly title: string;
  readonly items: readonly string[];
}

export interface LinkDocument {
  readonly from: string;
  readonly to: string;
  readonly strength: 1 | 2 | 3;
  readonly because: string;
}

export interface FindingDocument {
  readonly id: string;
  readonly title: string;
  readonly severity: FindingRule["severity"];
  readonly when: readonly ConditionDocument[];
  readonly says: string;
  readonly ask?: string;
  readonly strategies?: readonly string[];
}

/**
 * `of` with one of `below`, `at_least`, or `ahead_of` with `by`; `between` with `of` and `at_least`; or `level` with
 * `below` or `reached` (the linter sees to it).
 */
export interface ConditionDocument {
  readonly of?: string;
  readonly between?: readonly [string, string];
  readonly level?: number;
  readonly reached?: boolean;
  readonly below?: number | boolean;
  readonly at_least?: number;
  readonly ahead_of?: string;
  readonly by?: number;
}

/** A strategy as its YAML says it, after the schema. */
export interface StrategyDocument {
  readonly id: string;
  readonly title: string;
  readonly level: Strategy["level"];
  readonly actions: readonly string[];
  readonly first_step: string;
  readonly outcome: string;
  readonly intensity: Strategy["intensity"];
  readonly months: readonly [number, number | null];
  readonly facets: Readonly<Record<string, number>>;
  readonly prerequisites?: readonly string[];
  readonly audiences?: readonly string[];
  readonly breaches?: readonly string[];
  readonly sectors?: readonly string[];
  readonly culture?: Readonly<Record<string, string>>;
  readonly pitfall: string;
  readonly watch: string;
}
