import type { Grouping } from "../audit/grouping.ts";
import type {
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
  Plan,
  Quality,
  ReliabilityResult,
  RoomItem,
} from "../audit/types.ts";
import type { Released } from "../disclosure/types.ts";
import type { Framework } from "../framework/types.ts";
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
  readonly settings: PartsSettings;
  /** Id of the audience that answered. */
  readonly audience: string;
  readonly ledger: Ledger;
  readonly released: Released;
  /** Null when fewer people than the minimum answered. */
  readonly overall: CellResult | null;
  /** One per `--by`, ready made, in the order given. */
  readonly groupings: readonly GroupingResults[];
  /** Empty where only scores were asked for. */
  readonly reliability: readonly ReliabilityResult[];
  readonly drivers: readonly DriversResult[];
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
  readonly effort: number | null;
  readonly seed: number;
}
