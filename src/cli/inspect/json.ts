import type { ShownInspection, ShownVocabulary } from "../../engines/inspection/singling-out.ts";
import type { InspectedColumn, InspectedFile, Inspection } from "../../engines/inspection/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { EXCLUSIONS } from "../../response/types.ts";
import type { Verdict } from "./verdict.ts";
import { cut, headerOf, metWords } from "./words.ts";

/** The page of `inspect` as data; docs/mapping.md names the keys. */
export function inspectionJson(inspection: ShownInspection, verdict: Verdict): object {
  const { framework, fits, ledger } = inspection;
  return {
    format: "trust-audit/inspection",
    formatVersion: 1,
    files: inspection.files.map(fileJson),
    framework: framework === null ? null : { id: framework.id, version: framework.version, title: framework.title },
    fits: fits.map(({ framework: { id, version }, found, items }) => ({ id, version, found, items })),
    audience: inspection.audience,
    form: inspection.form,
    rows: ledger === null ? null : rowsJson(ledger, framework !== null),
    answers: inspection.vocabularies.map(vocabularyJson),
    verdict: {
      canBeScored: verdict.exit === 0,
      exitCode: verdict.exit,
      says: verdict.text,
      command: verdict.command,
      decide: verdict.decide,
    },
    problems: inspection.problems.map(problemJson),
    following: inspection.following.map(problemJson),
  };
}

function fileJson({ head, columns }: InspectedFile): object {
  const { file, dialect, reason, encoding, bom, delimiter, compressed, sheet, headerRows } = head;
  return {
    name: file,
    ...{ dialect, reason, encoding, bom, delimiter, compressed, sheet, headerRows },
    columns: columns.map(columnJson),
  };
}

function columnJson(column: InspectedColumn): object {
  const { position, takenFor, item, how, sure, similarity, values } = column;
  return {
    position,
    header: headerOf(column),
    question: column.question,
    takenFor,
    item,
    how,
    sure,
    similarity,
    values,
  };
}

function rowsJson(ledger: NonNullable<Inspection["ledger"]>, isHeldAgainst: boolean): object {
  const { read, excluded, scored } = ledger;
  if (!isHeldAgainst) return { read };
  return { read, ...Object.fromEntries(EXCLUSIONS.map((reason) => [reason, excluded[reason]])), scored };
}

function vocabularyJson({ scale, kind, items, entries, figures, more, numbersOnly }: ShownVocabulary): object {
  return {
    ...{ scale, kind, items },
    entries: entries.map(({ text, isOwn, ...entry }) => ({
      text: isOwn ? metWords(entry.count) : cut(text),
      ...entry,
    })),
    ...{ figures, more, numbersOnly },
  };
}

function problemJson({ code, severity, message, withoutText, help, suggestion, place }: Problem): object {
  return {
    ...{ code, severity, message: withoutText ?? message },
    ...{ help: help ?? null, suggestion: suggestion ?? null },
    ...{ file: place?.file ?? null, line: place?.line ?? null, column: place?.column ?? null },
  };
}
