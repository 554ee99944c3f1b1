import type { Framework, Item } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { answerTable } from "../answers/answers.ts";
import { emptyRequests } from "../asked/empty-requests.ts";
import { missingIn } from "../asked/form.ts";
import { missingItems } from "../columns/column-problems.ts";
import { type MatchedColumns, matchColumns, openColumns } from "../columns/columns.ts";
import type { NamedColumns } from "../columns/named-columns.ts";
import { responseIdColumn } from "../columns/response-id.ts";
import { blockOf, mappedTables } from "../mapping/apply-answers.ts";
import { matchMapped } from "../mapping/apply-columns.ts";
import { checkItems } from "../mapping/check.ts";
import type { Mapping } from "../mapping/types.ts";
import type { AnswerTable, PlannedFile, ReadingRules, SourcePlan } from "../source-plan.ts";
import type { SampleRow, TableHead } from "../table-head.ts";

export interface PlanRequest extends NamedColumns {
  readonly framework: Framework;
  /** The items asked, in the order in which they are scored: a scoring program will do. */
  readonly program: { readonly items: readonly { readonly id: string }[] };
  readonly heads: readonly TableHead[];
  readonly audience: string | null;
  readonly rules: ReadingRules;
  /** Decides columns and answers; checked against the framework. Null: headers and scales decide. */
  readonly mapping?: Mapping | null;
}

export interface PlannedReading {
  /** Null where an error stands against it. */
  readonly plan: SourcePlan | null;
  readonly problems: readonly Problem[];
}

/** Decides, from the heads alone, how every file is read. All problems of all files come together. */
export function planSource(request: PlanRequest): PlannedReading {
  const { framework, heads, segments, weight, id, audience, rules, mapping = null } = request;
  const asked = request.program.items.map((item) => item.id);
  const matched = heads.map((head) =>
    mapping === null
      ? matchColumns(framework, head, { segments, weight, id, audience, acceptGuesses: rules.acceptGuesses })
      : matchMapped(framework, head, { segments, weight, id, mapping }),
  );
  const problems = [
    ...matched.flatMap((file) => [...file.problems, ...(mapping === null ? missing(framework, asked, file) : [])]),
    ...(mapping === null ? [] : checkItems(framework, asked, mapping)),
  ];
  if (problems.some((problem) => problem.severity === "error")) return { plan: null, problems };
  const answers = mapping === null ? scaleTables(framework, asked) : mappedTables(framework, asked, mapping);
  const files = matched.map((file) => plannedFile(file, asked));
  const plan = { files, segments, weight, answers, rules, mapping: mapping && named(mapping) };
  return { plan, problems: [...problems, ...emptyRequests(heads, rules)] };
}

/** As `planSource`, whatever stands against it, to look at a file all the same: only the items that have a column. */
export function planLoosely(request: Omit<PlanRequest, "program">): SourcePlan {
  const { framework, heads, segments, weight, id, audience, rules, mapping = null } = request;
  const matched = heads.map((head) =>
    mapping === null
      ? matchColumns(framework, head, { segments, weight, id, audience, acceptGuesses: true })
      : matchMapped(framework, head, { segments, weight, id, mapping }),
  );
  const isRead = ({ id: item, scale }: Item): boolean =>
    matched.some(({ itemColumns }) => itemColumns.has(item)) &&
    (mapping === null || blockOf(mapping, { id: item, scale }) !== undefined);
  const asked = framework.items.filter(isRead).map((item) => item.id);
  const answers = mapping === null ? scaleTables(framework, asked) : mappedTables(framework, asked, mapping);
  const files = matched.map((file) => plannedFile(file, asked));
  return { files, segments, weight, answers, rules, mapping: mapping && named(mapping) };
}

function named({ file, hash }: Mapping): NonNullable<SourcePlan["mapping"]> {
  return { file, hash };
}

/** What the framework's scales say that each text means. */
function scaleTables(framework: Framework, asked: readonly string[]): readonly AnswerTable[] {
  const items = new Map(framework.items.map((item) => [item.id, item]));
  const tables = new Map<string, AnswerTable>();
  return asked.map((itemId) => {
    const scale = scaleOf(framework, items.get(itemId));
    const table = tables.get(scale.id) ?? answerTable(itemId, scale);
    tables.set(scale.id, table);
    return { ...table, item: itemId };
  });
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
    head: { ...file.head, rowRules: rulesBesideItems(file), sample: withoutPersons(file) },
    columns: file.columns,
    itemColumns: asked.map((item) => file.itemColumns.get(item) ?? -1),
    ...choicesOf(file, asked),
    segmentColumns: file.segmentColumns,
    weightColumn: file.weightColumn,
    idColumn: file.idColumn >= 0 ? file.idColumn : responseIdColumn(file.head, file.columns),
  };
}

/** A column called Progress may be a question of the framework. */
function rulesBesideItems({ head, columns }: MatchedColumns): TableHead["rowRules"] {
  return head.rowRules.filter(({ column }) => columns[column]?.takenFor !== "item");
}

/** Only where there are any. */
function choicesOf({ choiceColumns }: MatchedColumns, asked: readonly string[]): Pick<PlannedFile, "choiceColumns"> {
  const own = asked.flatMap((item, at) => {
    const columns = choiceColumns?.get(item);
    return columns === undefined ? [] : [[at, columns] as const];
  });
  return own.length === 0 ? {} : { choiceColumns: new Map(own) };
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
    ...assessmentOf(file),
  };
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
