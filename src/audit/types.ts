import type { ChangeResult, DriversResult, ReliabilityResult } from "./analysis.ts";
import type { Causes, Disagreement, Drag, Finding, Plan } from "./diagnosis.ts";
import type { Discussion, RoomItem } from "./discussion.ts";
import type { CellResult, GroupingResults, ItemResult, Quality } from "./results.ts";
import type {
  AudienceGap,
  ContextAnswer,
  JourneyResult,
  LadderResult,
  LensResult,
  OutlookResult,
  ProfileEffect,
  ResponseAdvice,
  ScoreSignature,
  TriageResult,
} from "./systems.ts";

export type * from "./analysis.ts";
export type * from "./diagnosis.ts";
export type * from "./discussion.ts";
export type * from "./grouping.ts";
export type * from "./results.ts";
export type * from "./systems.ts";

/**
 * The one document that leaves: published estimates, findings, plan, what was asked of whom, and how it was done.
 * Reports are drawn from it. It holds no person. JSON-able; keys are written in the order of these declarations.
 */
export interface Audit {
  readonly format: "trust-audit/audit";
  readonly formatVersion: 4;
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
  /** One per `--by`, in the order given. */
  readonly groupings: readonly GroupingResults[];
  /** Between audiences, of every score they share; empty with one audience. Their cells are the grouping `asked.audienceColumn`. */
  readonly gaps: readonly AudienceGap[];
  /** Everyone first, then audiences; empty where the framework has no ladder. */
  readonly ladders: readonly LadderResult[];
  /** One per audience that has one. */
  readonly journeys: readonly JourneyResult[];
  readonly triage: TriageResult | null;
  /** One per dimension; empty where only scores were asked for, and for assessments. */
  readonly reliability: readonly ReliabilityResult[];
  /** One per outcome. */
  readonly drivers: readonly DriversResult[];
  /** Null with one wave. */
  readonly change: ChangeResult | null;
  /** What a room said beside its answers; null unless one room filled it in together and left a note or a show of hands. */
  readonly room: readonly RoomItem[] | null;
  readonly drag: Drag | null;
  readonly findings: readonly Finding[];
  /** Everyone first, then groups in their order. */
  readonly disagreements: readonly Disagreement[];
  readonly causes: Causes | null;
  readonly lenses: readonly LensResult[];
  readonly responses: readonly ResponseAdvice[];
  readonly outlook: OutlookResult | null;
  readonly profiles: readonly ProfileEffect[];
  readonly plan: Plan;
  /** What to talk about first; null when nothing is shown. */
  readonly discussion: Discussion | null;
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
  /** Empty of audits made before they were kept. */
  readonly signatures: readonly ScoreSignature[];
  readonly blocks: readonly { readonly id: string; readonly title: string }[];
  /** Its bands, lowest first where all scores share them; empty of audits made before they were kept. */
  readonly bands: readonly AuditBand[];
}

/** Ends in points of the index (0–100, 100 is best): null where not all scores are judged by the same bands. */
export interface AuditBand {
  readonly id: string;
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
}

export interface AuditSource {
  readonly files: readonly AuditFile[];
  /** SHA-256 over the column and answer decisions, hex: two runs with the same hash read alike. */
  readonly mappingHash: string;
  /** The mapping file that made these decisions; null: the headers and the framework did. */
  readonly mapping: { readonly file: string; readonly hash: string } | null;
}

export interface AuditFile {
  /** Without its folders. */
  readonly name: string;
  readonly dialect: string;
  /** Why it was taken for that. */
  readonly reason: string;
  /** Null of a workbook, as is the delimiter. */
  readonly encoding: string | null;
  readonly bom: boolean;
  readonly delimiter: string | null;
  readonly compressed: boolean;
  /** Null: no workbook. */
  readonly sheet: string | null;
  readonly headerRows: number;
  /** Null with several files: rows are counted over all of them together; and where the flow is empty. */
  readonly rows: number | null;
  readonly columns: readonly AuditColumn[];
}

/** `audience` to `note`: columns of a survey answered at the keyboard. */
export type ColumnUse =
  | "item"
  | "segment"
  | "weight"
  | "id"
  | "time"
  | "personal"
  | "audience"
  | "assessment"
  | "hands"
  | "note"
  | "ignored";

/**
 * What a column was taken for, and how that was known. Personal columns, those nothing was read from and items appear
 * without their header, which may name a person; a grouping with the name the user typed.
 */
export interface AuditColumn {
  readonly position: number;
  readonly header: string | null;
  readonly takenFor: ColumnUse;
  /** Of items, and of hands and notes on one. */
  readonly item: string | null;
  readonly how: string;
}

export interface AuditOptions {
  /** As the user wrote them. */
  readonly by: readonly string[];
  readonly where: string | null;
  readonly wave: string | null;
  /** Name of the earlier export, without its folders. */
  readonly previous: string | null;
  readonly weight: string | null;
  readonly only: "scores" | null;
  readonly minGroup: number;
  readonly onUnknown: "error" | "missing";
  readonly onRagged: "error" | "skip";
  readonly onDuplicate: "keep" | "first" | "error";
  readonly acceptGuesses: boolean;
  /** Rows that the survey tool marks and that were scored all the same. */
  readonly include: readonly string[];
  /** Rows left out on request. */
  readonly exclude: readonly string[];
  /** As the user chose them: "healthcare", "culture:context=high". */
  readonly profiles: readonly string[];
  /** Answers about the whole survey and the user's own figures, as flags take them: "breach=privacy", "leavers=4". */
  readonly context: readonly string[];
  readonly figures: readonly string[];
  /** Worst and best of business figures that the user set in place of the framework's. */
  readonly figureEnds: readonly { readonly item: string; readonly worst: number; readonly best: number }[];
  /** Effort points the plan might spend; null without a limit. */
  readonly effort: number | null;
  readonly seed: number;
}

export interface Asked {
  /** Of several together: "everyone", and their titles. */
  readonly audience: { readonly id: string; readonly title: string };
  readonly audiences: readonly AskedAudience[];
  /** The grouping that tells several audiences apart; null with one. */
  readonly audienceColumn: string | null;
  /** About the whole survey. */
  readonly context: readonly ContextAnswer[];
  readonly form: { readonly id: string; readonly title: string } | null;
  readonly itemsAsked: number;
  /** What `--where` left, and the wave this audit is of; null: everybody scored. */
  readonly subset: string | null;
  /** People scored; null when that itself may not be shown. */
  readonly people: number | null;
  readonly headcount: number | null;
  /** Share 0–1 of the headcount; null without one. */
  readonly responseRate: number | null;
  /** Rows read, then one step per reason that excluded any, then scored; empty where rows may not be counted aloud. */
  readonly flow: readonly FlowStep[];
}

export interface AskedAudience {
  readonly id: string;
  readonly title: string;
  readonly worry: string | null;
  readonly afterBreach: string | null;
}

export interface FlowStep {
  readonly step: "read" | "preview" | "spam" | "incomplete" | "empty" | "ragged" | "duplicate" | "careless" | "scored";
  readonly rows: number;
}

export interface DisclosureNote {
  readonly minGroup: number;
  /** The minimum was lowered below the default of 5: every page says so. */
  readonly lowered: boolean;
  /** Something was hidden to protect small groups: never how much or by which rule. */
  readonly hidden: boolean;
}

export interface MethodNote {
  readonly topic: string;
  readonly text: string;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
}
