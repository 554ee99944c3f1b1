import type { Aggregate } from "../../aggregate/types.ts";
import type { Framework } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import type { ColumnDecision } from "../../response/source-plan.ts";
import type { TableHead } from "../../response/table-head.ts";
import type { Ledger, MissingKind } from "../../response/types.ts";
import type { Reading } from "../reading.ts";

/** What a look through exports has found: how they would be read, and what stands against scoring them. Pure data. */
export interface Inspection {
  readonly files: readonly InspectedFile[];
  /** What they were held against; null: no framework fits. */
  readonly framework: Framework | null;
  /** How well frameworks fit, the best first; empty where the user named one. */
  readonly fits: readonly FrameworkFit[];
  readonly audience: string | null;
  readonly form: string | null;
  /** Some item has a column for each of its answers. */
  readonly hasChoiceColumns: boolean;
  /** Null where a file breaks off; without a framework only the number of rows read means anything. */
  readonly ledger: Ledger | null;
  readonly vocabularies: readonly Vocabulary[];
  /** What `score` would say, in its order. */
  readonly problems: readonly Problem[];
  /** What `score` would not come to say before those are put right: as far as the rows could be read. */
  readonly following: readonly Problem[];
  /** What would be scored; null where an error stands against it. */
  readonly whole: { readonly reading: Reading; readonly aggregate: Aggregate } | null;
}

export interface FrameworkFit {
  readonly framework: Framework;
  /** Items that a column of every file was found for, of `items`. */
  readonly found: number;
  readonly items: number;
}

export interface InspectedFile {
  readonly head: TableHead;
  readonly columns: readonly InspectedColumn[];
}

export interface InspectedColumn extends ColumnDecision {
  /** How alike the texts of a guess are, 0–1; else null. */
  readonly similarity: number | null;
  /** What stands in a column that is no item; null where that is not looked at (personal data, times) or is an item's. */
  readonly values: ColumnValues | null;
  /** What the export says was asked, where that is more than the header; else null. */
  readonly question: string | null;
  /** What stands in a column that is an item, or may be one; else null. For reading as answers, never for showing. */
  readonly texts: ReadonlyMap<string, number> | null;
}

export interface ColumnValues {
  /** How many different values, up to the limit. */
  readonly different: number;
  /** There are more than were counted. */
  readonly more: boolean;
  /** Rows with any. */
  readonly filled: number;
  /** The values, where each stands on five rows or more and they are few; else null. */
  readonly shown: readonly string[] | null;
}

/** The texts met for the items that read them alike. */
export interface Vocabulary {
  readonly scale: string;
  readonly kind: "coded" | "figure";
  readonly items: readonly string[];
  /** All items of the scale that were found read them so. */
  readonly whole: boolean;
  /** Readable ones first, by code; then kinds of missing; then what cannot be read. */
  readonly entries: readonly VocabularyEntry[];
  /** Cells with a figure. */
  readonly figures: number;
  /** Different texts that were too many to be kept apart. */
  readonly more: boolean;
  /** Answers were met as bare numbers only, on a scale that has words for them: nothing shows which way they run. */
  readonly numbersOnly: boolean;
}

export interface VocabularyEntry {
  /** As first met, trimmed. */
  readonly text: string;
  /** Null: cannot be read. */
  readonly code: number | Exclude<MissingKind, "unknown"> | null;
  /** What the scale calls the code; null where it has no word for it. */
  readonly label: string | null;
  /** Cells. */
  readonly count: number;
  /** Items it was met in. */
  readonly items: readonly string[];
  /** The nearest known text of one that cannot be read. */
  readonly nearest: string | null;
  /** It cannot be read, and so few have it that it may be somebody's own words. */
  readonly isOwn: boolean;
}
