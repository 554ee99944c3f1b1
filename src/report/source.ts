import type { AuditColumn, AuditFile, AuditSource } from "../audit/types.ts";
import type { ColumnDecision, PlannedFile, SourcePlan } from "../response/source-plan.ts";
import type { Ledger } from "../response/types.ts";

/** What was read and how. Rows are counted over all files together, so a file has its own number only when it is alone. */
export function buildSource(
  plan: SourcePlan,
  { ledger, mappingHash }: { readonly ledger: Ledger; readonly mappingHash: string },
): AuditSource {
  const rows = plan.files.length === 1 ? ledger.read : null;
  return { files: plan.files.map((file) => auditFile(file, rows)), mappingHash, mapping: plan.mapping ?? null };
}

function auditFile({ name, head, columns }: PlannedFile, rows: number | null): AuditFile {
  return {
    name,
    dialect: head.dialect,
    reason: head.reason,
    encoding: head.encoding,
    bom: head.bom,
    delimiter: head.delimiter,
    compressed: head.compressed,
    sheet: head.sheet,
    headerRows: head.headerRows,
    rows,
    columns: columns.map(auditColumn),
  };
}

/** The header of a column that nothing was read from may itself name a person: it stays behind. */
function auditColumn({ position, header, takenFor, item, how }: ColumnDecision): AuditColumn {
  return { position, header: UNREAD.has(takenFor) ? null : header, takenFor, item, how };
}

const UNREAD: ReadonlySet<ColumnDecision["takenFor"]> = new Set(["personal", "ignored"]);
