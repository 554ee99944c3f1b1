import type { AuditColumn, AuditFile, AuditSource } from "../audit/types.ts";
import { looksLikeName } from "../response/columns/shown-header.ts";
import type { ColumnDecision, PlannedFile, SourcePlan } from "../response/source-plan.ts";
import type { Ledger } from "../response/types.ts";
import { baseName } from "./base-name.ts";

/** What was read and how. Rows are counted over all files together, so a file has its own number only when it is alone. */
export function buildSource(
  plan: SourcePlan,
  { ledger, mappingHash }: { readonly ledger: Ledger; readonly mappingHash: string },
): AuditSource {
  const rows = plan.files.length === 1 ? ledger.read : null;
  const { by, mapping = null } = plan;
  return {
    files: plan.files.map((file) => auditFile(file, { rows, by })),
    mappingHash,
    mapping: mapping === null ? null : { ...mapping, file: baseName(mapping.file) },
  };
}

function auditFile(
  { name, head, columns }: PlannedFile,
  { rows, by }: { readonly rows: number | null; readonly by: string | null },
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
    columns: columns.map((column) => auditColumn(column, by)),
  };
}

function sheetName(sheet: string): string {
  return sheet.includes("@") || looksLikeName(sheet) ? "(not kept)" : sheet;
}

/** A header may name a person ("Please rate Ann Bell [item]"): what is known without it stays, and of a grouping what the user typed. */
function auditColumn({ position, header, takenFor, item, how }: ColumnDecision, by: string | null): AuditColumn {
  const kept = takenFor === "segment" ? by : UNKEPT.has(takenFor) ? null : header;
  return { position, header: kept, takenFor, item, how };
}

const UNKEPT: ReadonlySet<ColumnDecision["takenFor"]> = new Set(["personal", "ignored", "item", "time"]);
