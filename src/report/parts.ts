import type {
  Causes,
  CellResult,
  Discussion,
  Drag,
  Finding,
  ItemResult,
  Plan,
  Quality,
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
  readonly settings: {
    readonly by: string | null;
    readonly minGroup: number;
    readonly rules: ReadingRules;
    readonly effort: number | null;
    readonly seed: number;
  };
  /** Id of the audience that answered. */
  readonly audience: string;
  readonly ledger: Ledger;
  readonly released: Released;
  /** Null when fewer people than the minimum answered. */
  readonly overall: CellResult | null;
  /** One per released cell of the grouping, in its order. */
  readonly groups: readonly CellResult[];
  readonly items: readonly ItemResult[];
  /** Null unless one room filled it in together and left something beside its answers. */
  readonly room: readonly RoomItem[] | null;
  readonly quality: Quality;
  readonly diagnosis: {
    readonly drag: Drag | null;
    readonly findings: readonly Finding[];
    readonly causes: Causes | null;
    readonly plan: Plan;
    readonly discussion: Discussion | null;
  };
  /** Those of severity `warning` are kept. */
  readonly warnings: readonly Problem[];
}
