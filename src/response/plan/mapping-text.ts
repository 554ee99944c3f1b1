import type { PlannedFile, SourcePlan } from "../source-plan.ts";

/**
 * A canonical text of every decision that gives an answer its meaning, for the caller to hash: two readings with the same
 * text read alike. File names, ignored columns, and into how many files of one kind the rows are split do not count;
 * personal headers are not in it.
 */
export function mappingText(plan: SourcePlan): string {
  // Items of one scale share a table; it is written once.
  const tables = [...new Set(plan.answers.map(({ codes }) => codes))];
  return JSON.stringify({
    files: distinct(plan.files.map(fileDecisions)),
    by: segmentNames(plan),
    // Only where there is one, as below, so that other readings keep their hash.
    ...(plan.weight === null ? {} : { weight: plan.weight }),
    answers: plan.answers.map(({ item, kind, decimals, units, codes, closed }) => [
      item,
      kind,
      decimals,
      units,
      tables.indexOf(codes),
      ...(closed === true ? ["closed"] : []),
    ]),
    tables: tables.map((codes) => [...codes].sort(byText)),
    rules: plan.rules,
  });
}

function fileDecisions(file: PlannedFile): Readonly<Record<string, unknown>> {
  const { segmentColumns, weightColumn } = file;
  return {
    dialect: file.head.dialect,
    items: file.columns
      .filter((column) => column.takenFor === "item")
      .map(({ position, header, item, how }) => [position, header, item, how]),
    by: segmentColumns.length > 1 ? segmentColumns : (segmentColumns[0] ?? -1),
    id: file.idColumn,
    ...(weightColumn < 0 ? {} : { weight: weightColumn }),
    ...audienceOf(file),
    ...assessmentOf(file),
  };
}

/** Only where several audiences may answer: who they are then says which rows are whose. */
function audienceOf({ audience }: PlannedFile): { readonly audience?: number | string } {
  if (audience === undefined || audience.segment < 0) return {};
  return { audience: audience.only?.id ?? audience.column };
}

/** Which columns people are told apart by; the flags that named them read nothing otherwise. */
function segmentNames({ segments }: SourcePlan): string | readonly string[] | null {
  const names = segments.map(({ column }) => column);
  return names.length > 1 ? names : (names[0] ?? null);
}

/** Each decision once, in an order of its own. */
function distinct(decisions: readonly unknown[]): readonly unknown[] {
  const texts = new Map(decisions.map((decision) => [JSON.stringify(decision), decision]));
  return [...texts].sort(byText).map(([, decision]) => decision);
}

/** What a row stands for may be said by a column. */
function assessmentOf({ columns }: PlannedFile): { readonly assessment?: number } {
  const column = columns.find(({ takenFor }) => takenFor === "assessment");
  return column === undefined ? {} : { assessment: column.position };
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
