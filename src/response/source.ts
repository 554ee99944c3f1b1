import type { Framework, Item } from "../framework/types.ts";
import type { Problem } from "../problems/problem.ts";
import { answerTable } from "./answers.ts";
import { missingItems } from "./column-problems.ts";
import { type MatchedColumns, matchColumns, openColumns } from "./columns.ts";
import { missingIn } from "./form.ts";
import type { AnswerTable, PlannedFile, ReadingRules, SourcePlan } from "./source-plan.ts";
import type { SampleRow, TableHead } from "./table-head.ts";

export interface PlanRequest {
  readonly framework: Framework;
  /** The items asked, in the order in which they are scored: a scoring program will do. */
  readonly program: { readonly items: readonly { readonly id: string }[] };
  readonly heads: readonly TableHead[];
  /** The header people are grouped by, and that of their id. */
  readonly by: string | null;
  readonly id: string | null;
  readonly audience: string | null;
  readonly rules: ReadingRules;
}

export interface PlannedReading {
  /** Null where an error stands against it. */
  readonly plan: SourcePlan | null;
  readonly problems: readonly Problem[];
}

/** Decides, from the heads alone, how every file is read. All problems of all files come together. */
export function planSource(request: PlanRequest): PlannedReading {
  const { framework, heads, by, id, audience, rules } = request;
  const asked = request.program.items.map((item) => item.id);
  const matched = heads.map((head) =>
    matchColumns(framework, head, { by, id, audience, acceptGuesses: rules.acceptGuesses }),
  );
  const problems = matched.flatMap((file) => [...file.problems, ...missing(framework, asked, file)]);
  if (problems.some((problem) => problem.severity === "error")) return { plan: null, problems };
  const items = new Map(framework.items.map((item) => [item.id, item]));
  const tables = new Map<string, AnswerTable>();
  const answers = asked.map((itemId) => {
    const scale = scaleOf(framework, items.get(itemId));
    const table = tables.get(scale.id) ?? answerTable(itemId, scale);
    tables.set(scale.id, table);
    return { ...table, item: itemId };
  });
  return { plan: { files: matched.map((file) => plannedFile(file, asked)), by, answers, rules }, problems };
}

function missing(framework: Framework, asked: readonly string[], file: MatchedColumns): readonly Problem[] {
  if (file.itemColumns.size === 0) return [];
  const ids = new Set(missingIn(framework, asked, new Set(file.itemColumns.keys())));
  if (ids.size === 0) return [];
  const items = framework.items.filter((item) => ids.has(item.id));
  const named = new Set(file.columns.flatMap((column) => (column.takenFor === "ignored" ? [] : [column.position - 1])));
  return [
    missingItems(file.head, items, {
      asked: asked.length,
      open: openColumns(file.head, named),
      formNote: formNote(framework),
    }),
  ];
}

function formNote(framework: Framework): string {
  const forms = framework.forms.map((form) => form.id).join(", ");
  return forms === "" ? "" : ` A shorter form (${forms}) is taken when the file holds exactly its items.`;
}

function scaleOf(framework: Framework, item: Item | undefined) {
  const scale = framework.scales.get(item?.scale ?? "");
  if (scale === undefined) throw new Error(`no scale for item ${item?.id ?? "(unknown)"} in a compiled framework`);
  return scale;
}

function plannedFile(file: MatchedColumns, asked: readonly string[]): PlannedFile {
  return {
    name: file.head.file,
    head: { ...file.head, sample: withoutPersons(file) },
    columns: file.columns,
    itemColumns: asked.map((item) => file.itemColumns.get(item) ?? -1),
    byColumn: file.byColumn,
    idColumn: file.idColumn,
  };
}

/** Only the cells that are scored or grouped by go on with the plan; comments, names and ids stay behind. */
function withoutPersons(file: MatchedColumns): readonly SampleRow[] {
  const kept = new Set(["item", "segment"]);
  return file.head.sample.map(({ cells, line }) => ({
    cells: cells.map((cell, at) => (kept.has(file.columns[at]?.takenFor ?? "") ? cell : "")),
    line,
  }));
}

/**
 * A canonical text of every decision that gives an answer its meaning, for the caller to hash: two readings with the same
 * text read alike. File names and ignored columns do not count; personal headers are not in it.
 */
export function mappingText(plan: SourcePlan): string {
  // Items of one scale share a table; it is written once.
  const tables = [...new Set(plan.answers.map(({ codes }) => codes))];
  return JSON.stringify({
    files: plan.files.map((file) => ({
      dialect: file.head.dialect,
      items: file.columns
        .filter((column) => column.takenFor === "item")
        .map(({ position, header, item, how }) => [position, header, item, how]),
      by: file.byColumn,
      id: file.idColumn,
      // Only where there is one, so that other readings keep their hash.
      ...assessmentOf(file),
    })),
    by: plan.by,
    answers: plan.answers.map(({ item, kind, decimals, units, codes }) => [
      item,
      kind,
      decimals,
      units,
      tables.indexOf(codes),
    ]),
    tables: tables.map((codes) => [...codes].sort(byText)),
    rules: plan.rules,
  });
}

/** What a row stands for may be said by a column. */
function assessmentOf({ columns }: PlannedFile): { readonly assessment?: number } {
  const column = columns.find(({ takenFor }) => takenFor === "assessment");
  return column === undefined ? {} : { assessment: column.position };
}

function byText([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
