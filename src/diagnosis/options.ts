import type { AudienceGap, CellResult, ItemResult, LadderResult, RoomItem } from "../audit/types.ts";
import type { ChosenProfile, ContextQuestion, Framework, Strategy } from "../framework/types.ts";
import type { IndexDraws } from "../statistics/mean-draws.ts";

/** What a diagnosis reads: published results, the catalogue, and what the user said about the whole survey. */
export interface DiagnosisOptions {
  /** As all who answered were asked. */
  readonly framework: Framework;
  /** Null: nothing may be shown. */
  readonly overall: CellResult | null;
  /** Every cell of every grouping that is shown. */
  readonly groups: readonly CellResult[];
  /** As published, and what a room said beside its answers: where answers differ most is worth talking about. */
  readonly items: readonly ItemResult[];
  readonly room: readonly RoomItem[] | null;
  /** The whole catalogue. */
  readonly strategies: readonly Strategy[];
  /** Points the plan may cost over all steps (a strategy costs 1–4), or null for no limit. */
  readonly effort: number | null;
  /** Those who are shown by themselves; of one audience that one, its cell being `overall` itself. */
  readonly audiences: readonly AudienceView[];
  /** Everyone's first. */
  readonly ladders: readonly LadderResult[];
  readonly gaps: readonly AudienceGap[];
  readonly profiles: readonly ChosenProfile[];
  /** Dimensions that the profiles have added to the framework. */
  readonly added: ReadonlySet<string>;
  /** Answers about the whole survey, by the id of the option. */
  readonly context: readonly AnsweredContext[];
  /** The user's own, by name, for costs. */
  readonly figures: ReadonlyMap<string, number>;
}

/** One audience that answered. */
export interface AudienceView {
  readonly id: string;
  readonly title: string;
  /** Audiences of the strategies that it counts as. */
  readonly standsFor: readonly string[];
  /** As it was asked. */
  readonly framework: Framework;
  readonly cell: CellResult;
  /** Of its dimensions' indices; null where there is no spread to draw from. */
  readonly draws: IndexDraws | null;
  /** Dimension id → what a gap counts in the plan, 1–5: by measured importance, else as the framework says. */
  readonly weights: ReadonlyMap<string, number>;
}

export interface AnsweredContext {
  readonly question: ContextQuestion;
  readonly option: string;
}
