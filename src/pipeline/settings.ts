import type { Grouping } from "../audit/grouping.ts";
import type { Audit } from "../audit/types.ts";
import type { EngineName, FileEngine } from "../engines/choose.ts";
import type { OnProgress } from "../engines/progress.ts";
import type { Problem } from "../problems/problem.ts";
import type { Mapping } from "../response/mapping/types.ts";
import type { ReadingRules } from "../response/source-plan.ts";
import type { DialectName } from "../response/table-head.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { Explanation } from "../sinks/explain.ts";
import type { RespondentTable } from "../sinks/respondents.ts";
import type { ByteSource } from "../sources/file-bytes.ts";

export type { FileEngine } from "../engines/choose.ts";
export type { Progress } from "../engines/progress.ts";

/** What to score and how: every name and number already checked. */
export interface ScoreSettings {
  /** A bundled id or a path. */
  readonly framework: string;
  readonly by: readonly Grouping[];
  /** Who is scored; null: everybody. */
  readonly where: Where | null;
  /** A column that tells two waves or more apart, or null. */
  readonly wave: string | null;
  /** An earlier export of the same people, told apart by `id`; null: none. */
  readonly previous: string | null;
  /** The column of survey weights, or null. */
  readonly weight: string | null;
  readonly only: "scores" | null;
  readonly id: string | null;
  readonly audience: string | null;
  readonly form: string | null;
  readonly headcount: number | { readonly file: string } | null;
  readonly minGroup: number;
  readonly dialect: DialectName | null;
  /** Of workbooks: a sheet's name or number; null: the first. */
  readonly sheet: string | null;
  readonly rules: ReadingRules;
  /** Decides columns and answers; null: headers and framework do. */
  readonly mapping?: Mapping | null;
  /** As the user chose them: "healthcare", "culture:context=high". */
  readonly profiles: readonly string[];
  /** Answers about the whole survey, by question. */
  readonly context: ReadonlyMap<string, string>;
  /** The user's own figures, for what is at stake in money. */
  readonly figures: ReadonlyMap<string, number>;
  /** Worst and best of business figures that the shelf has laid over the framework, by item. */
  readonly figureEnds?: ReadonlyMap<string, { readonly worst: number; readonly best: number }>;
  readonly effort: number | null;
  readonly seed: number;
  /** How often the plan is made again from drawn means, to see how firm its order is; 2,000 when left out. */
  readonly draws?: number;
  /** Data row, from 1. */
  readonly explain: number | null;
  /** What reads the exports; left out: what suits each file. No number depends on it. */
  readonly engine?: EngineName;
  /** Threads that may read at once; null or left out: as many as pay. No number depends on it. */
  readonly threads?: number | null;
}

export interface Where {
  /** As the user wrote it. */
  readonly text: string;
  readonly columns: readonly string[];
  test(value: (column: string) => string): boolean;
}

export interface ScoreDoors {
  readonly shelf: Shelf;
  open(name: string): ByteSource;
  /** Where each scored respondent goes, one by one; null or left out: nowhere. Not anonymous. */
  readonly respondents?: RespondentTable | null;
  /** Told now and then how far reading is. */
  readonly onProgress?: OnProgress | undefined;
}

export interface ScoreResult {
  readonly audit: Audit;
  readonly warnings: readonly Problem[];
  /** Only when asked for. Not anonymous. */
  readonly explanation: Explanation | null;
  /** One for each file, in the order given; an earlier export last. */
  readonly engine: readonly FileEngine[];
}
