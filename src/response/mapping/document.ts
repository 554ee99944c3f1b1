import type { DialectName } from "../table-head.ts";
import type { MappedUse } from "./types.ts";

/** A mapping as its schema has it. */
export interface MappingDocument {
  readonly framework: string;
  readonly framework_version: string;
  readonly dialect: DialectName;
  readonly sheet?: string;
  readonly audience?: string;
  readonly form?: string;
  readonly columns: readonly ColumnDocument[];
  readonly answers: readonly AnswersDocument[];
}

export interface ColumnDocument {
  readonly header: string;
  readonly occurrence?: number;
  readonly use: MappedUse;
  readonly item?: string;
  readonly question?: string;
  readonly name?: string;
}

export interface AnswersDocument {
  readonly scale: string;
  readonly items: "all" | readonly string[];
  readonly codes: Readonly<Record<string, number | string>>;
}
