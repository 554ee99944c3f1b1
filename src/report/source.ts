import type { AuditColumn, AuditFile, AuditSource } from "../audit/types.ts";
import { looksLikeName } from "../response/columns/shown-header.ts";
import type { ColumnDecision, PlannedFile, SourcePlan } from "../response/source-plan.ts";
import type { Ledger } from "../response/types.ts";
import { baseName } from "./base-name.ts";

/**
 * What was read and how. Rows are counted over all files together, so a file has its own number only when it is alone, and
 * when they may be told at all.
 */
export function buildSource(
  plan: SourcePlan,
  {
    ledger,
    rowsTold,
    mappingHash,
  }: { readonly ledger: Ledger; readonly rowsTold: boolean; readonly mappingHash: string },
): AuditSource {
  const rows = rowsTold && plan.files.length === 1 ? ledger.read : null;
  const { mapping = null } = plan;
  return {
    files: plan.files.map((file) => auditFile(file, { rows, typed: typedNames(plan, file) })),
    mappingHash,
    mapping: mapping === null ? null : { ...mapping, file: baseName(mapping.file) },
  };
}

/** Column position, from 1, → the name by which the user asked for it. */
function typedNames(
  { segments, weight }: SourcePlan,
  { segmentColumns, weightColumn }: PlannedFile,
): ReadonlyMap<number, string> {
  const asked = segments.map(({ column }, at): [number, string] => [(segmentColumns[at] ?? -1) + 1, column]);
  return new Map(weight === null ? asked : [...asked, [weightColumn + 1, weight]]);
}

function auditFile(
  { name, head, columns }: PlannedFile,
  { rows, typed }: { readonly rows: number | null; readonly typed: ReadonlyMap<number, string> },
): AuditFile {
  return {
    name: baseName(name),
    dialect: head.dialect,
    reason: head.reason,
    encoding: head.encoding,
    bom: head.bom,
    delimiter: head.delimiter,
    compressed: head.compressed,
    sheet: head.sheet === null ? null : sheetName(head.sheet),
    headerRows: head.headerRows,
    rows,
    columns: columns.map((column) => auditColumn(column, typed.get(column.position) ?? null)),
  };
}

function sheetName(sheet: string): string {
  return sheet.includes("@") || looksLikeName(sheet) ? "(not kept)" : sheet;
}

/** A header may name a person ("Please rate Ann Bell [item]"): what is known without it stays, and the name the user typed. */
function auditColumn({ position, header, takenFor, item, how }: ColumnDecision, typed: string | null): AuditColumn {
  const kept = TYPED.has(takenFor) ? typed : UNKEPT.has(takenFor) ? null : header;
  return { position, header: kept, takenFor, item, how };
}

const TYPED: ReadonlySet<ColumnDecision["takenFor"]> = new Set(["segment", "weight"]);
const UNKEPT: ReadonlySet<ColumnDecision["takenFor"]> = new Set(["personal", "ignored", "item", "time"]);
