import type { Grouping } from "../audit/grouping.ts";
import type {
  AudienceGap,
  Causes,
  CellResult,
  ChangeResult,
  Disagreement,
  Discussion,
  Drag,
  DriversResult,
  Finding,
  GroupingResults,
  ItemResult,
  JourneyResult,
  LadderResult,
  LensResult,
  OutlookResult,
  Plan,
  ProfileEffect,
  Quality,
  ReliabilityResult,
  ResponseAdvice,
  RoomItem,
  TriageResult,
} from "../audit/types.ts";
import type { Released } from "../disclosure/types.ts";
import type { ContextQuestion, Framework } from "../framework/types.ts";
import type { Problem } from "../problems/problem.ts";
import type { ReadingRules, SourcePlan } from "../response/source-plan.ts";
import type { Ledger } from "../response/types.ts";
import type { ScoringProgram } from "../scoring/program.ts";

/** Everything a run has found; every number is final. */
export interface AuditParts {
  /** Of the tool. */
  readonly version: string;
  /** As it was asked: restricted to the form, without optional dimensions that no file holds. */
  readonly framework: Framework;
  /** Id of the form, or null for the whole framework. */
  readonly form: string | null;
  readonly program: ScoringProgram;
  readonly plan: SourcePlan;
  /** SHA-256 over the column and answer decisions, hex. */
  readonly mappingHash: string;
  /** SHA-256 of a text, hex. */
  hash(text: string): string;
  readonly settings: PartsSettings;
  /** Id of the audience that answered; "" of several. */
  readonly audience: string;
  /** The grouping that tells several audiences apart; null with one. */
  readonly audienceColumn: string | null;
  /** Answers about the whole survey. */
  readonly context: readonly { readonly question: ContextQuestion; readonly option: string }[];
  readonly ledger: Ledger;
  readonly released: Released;
  /** Null when fewer people than the minimum answered. */
  readonly overall: CellResult | null;
  /** One per `--by`, ready made, in the order given. */
  readonly groupings: readonly GroupingResults[];
  /** Empty where only scores were asked for. */
  readonly reliability: readonly ReliabilityResult[];
  readonly drivers: readonly DriversResult[];
  readonly systems: {
    readonly gaps: readonly AudienceGap[];
    readonly ladders: readonly LadderResult[];
    readonly journeys: readonly JourneyResult[];
    readonly triage: TriageResult | null;
  };
  /** The wave that the numbers are of; null: people are not told apart by one. */
  readonly wave: string | null;
  /** Null with one wave. */
  readonly change: ChangeResult | null;
  readonly items: readonly ItemResult[];
  /** Null unless one room filled it in together and left something beside its answers. */
  readonly room: readonly RoomItem[] | null;
  readonly quality: Quality;
  readonly diagnosis: {
    readonly drag: Drag | null;
    readonly findings: readonly Finding[];
    readonly disagreements: readonly Disagreement[];
    readonly causes: Causes | null;
    readonly lenses: readonly LensResult[];
    readonly responses: readonly ResponseAdvice[];
    readonly outlook: OutlookResult | null;
    readonly profiles: readonly ProfileEffect[];
    readonly plan: Plan;
    readonly discussion: Discussion | null;
  };
  /** Those of severity `warning` are kept. */
  readonly warnings: readonly Problem[];
}

/** What was asked of the run, as far as the audit keeps it. */
export interface PartsSettings {
  readonly by: readonly Grouping[];
  /** `--where`, as the user wrote it. */
  readonly where: { readonly text: string } | null;
  /** Column of the waves. */
  readonly wave: string | null;
  /** Name of the earlier export. */
  readonly previous: string | null;
  /** Column of the survey weights. */
  readonly weight: string | null;
  readonly only: "scores" | null;
  readonly minGroup: number;
  readonly rules: ReadingRules;
  readonly profiles: readonly string[];
  /** The user's own figures, by name. */
  readonly figures: ReadonlyMap<string, number>;
  /** Worst and best of business figures that the user set in place of the framework's, by item. */
  readonly figureEnds?: ReadonlyMap<string, { readonly worst: number; readonly best: number }>;
  readonly effort: number | null;
  readonly seed: number;
}
