import type { Framework, Item } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { answerTable } from "../answers/answers.ts";
import type { AskedAudiences, FileAudience } from "../asked/audience.ts";
import { missingOf, plannedAudience } from "../asked/audience-plan.ts";
import { emptyRequests } from "../asked/empty-requests.ts";
import { lackingFigures, missingIn } from "../asked/form.ts";
import { missingItems } from "../columns/column-problems.ts";
import { type MatchedColumns, matchColumns, openColumns } from "../columns/columns.ts";
import { figuresMissing } from "../columns/missing-figures.ts";
import type { NamedColumns } from "../columns/named-columns.ts";
import { responseIdColumn } from "../columns/response-id.ts";
import { blockOf, mappedTables } from "../mapping/apply-answers.ts";
import { matchMapped } from "../mapping/apply-columns.ts";
import { checkItems } from "../mapping/check.ts";
import type { Mapping } from "../mapping/types.ts";
import type { AnswerTable, PlannedFile, ReadingRules, SegmentColumn, SourcePlan } from "../source-plan.ts";
import type { SampleRow, TableHead } from "../table-head.ts";

export interface PlanRequest extends NamedColumns {
  readonly framework: Framework;
  /** The items asked, in the order in which they are scored: a scoring program will do. */
  readonly program: { readonly items: readonly { readonly id: string }[] };
  readonly heads: readonly TableHead[];
  /** Whose wording comes first; of files that are of one audience, theirs does. */
  readonly audience: string | null;
  /** Who answered, where several may have, or a column must not say otherwise; and the framework of all audiences. */
  readonly who?: { readonly asked: AskedAudiences; readonly full: Framework } | null;
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
  const { framework, heads, weight, rules, mapping = null, who = null } = request;
  const asked = request.program.items.map((item) => item.id);
  const segments = segmentsOf(request);
  const matched = heads.map((head, at) => matchFile(request, head, who?.asked.files[at] ?? null));
  const problems = [
    ...matched.flatMap((file, at) => [
      ...file.problems,
      ...missing({ framework, asked, file, who, at, mapped: mapping !== null }),
    ]),
    ...(mapping === null ? [] : checkItems(framework, asked, mapping)),
  ];
  if (problems.some((problem) => problem.severity === "error")) return { plan: null, problems };
  const answers = mapping === null ? scaleTables(framework, asked) : mappedTables(framework, asked, mapping);
  const files = matched.map((file, at) => {
    const audience = who === null ? null : plannedAudience(who, { at, asked, segments, column: file.audienceColumn });
    return { ...plannedFile(file, asked), ...(audience === null ? {} : { audience }) };
  });
  const plan = { files, segments, weight, answers, rules, mapping: mapping && named(mapping) };
  return { plan, problems: [...problems, ...emptyRequests(heads, rules)] };
}

/** With the one that tells audiences apart, where no flag has named it already. */
function segmentsOf({ segments, who = null }: Pick<PlanRequest, "segments" | "who">): readonly SegmentColumn[] {
  const own = who?.asked.segment ?? null;
  return own === null || segments.some(({ column }) => column === own.column) ? segments : [...segments, own];
}

/** The columns of one file, with a position for every segment of the plan: −1 where the audience is that of the file. */
function matchFile(request: Omit<PlanRequest, "program">, head: TableHead, who: FileAudience | null): MatchedColumns {
  const { framework, segments, weight, id, rules, mapping = null } = request;
  const own = request.who?.asked.segment ?? null;
  const audienceColumn = who?.kind === "column" ? who.header : (who?.beside ?? null);
  const isTold = (column: string) => own?.column === column && who?.kind === "one";
  const named = { segments: segments.filter(({ column }) => !isTold(column)), weight, id, audienceColumn };
  const audience = who?.kind === "one" ? who.id : request.audience;
  const matched =
    mapping === null
      ? matchColumns(framework, head, { ...named, audience, acceptGuesses: rules.acceptGuesses })
      : matchMapped(framework, head, { ...named, mapping });
  const positions = new Map(named.segments.map(({ column }, at) => [column, matched.segmentColumns[at] ?? -1]));
  const isOwn = (column: string) => own?.column === column && !positions.has(column);
  return {
    ...matched,
    segmentColumns: segmentsOf(request).map(({ column }) =>
      isOwn(column) ? (who?.kind === "column" ? matched.audienceColumn : -1) : (positions.get(column) ?? -1),
    ),
  };
}

/** As `planSource`, whatever stands against it, to look at a file all the same: only the items that have a column. */
export function planLoosely(request: Omit<PlanRequest, "program">): SourcePlan {
  const { framework, heads, segments, weight, rules, mapping = null } = request;
  const loose = { ...request, who: null, rules: { ...rules, acceptGuesses: true } };
  const matched = heads.map((head) => matchFile(loose, head, null));
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

function missing({
  framework,
  asked,
  file,
  who,
  at,
  mapped,
}: {
  readonly framework: Framework;
  readonly asked: readonly string[];
  readonly file: MatchedColumns;
  readonly who: PlanRequest["who"];
  readonly at: number;
  /** What a mapping has no column for is said of the mapping. */
  readonly mapped: boolean;
}): readonly Problem[] {
  if (file.itemColumns.size === 0) return [];
  const present = new Set(file.itemColumns.keys());
  const ids = new Set(who == null ? missingIn(framework, asked, present) : missingOf(who, { at, asked, present }));
  if (ids.size === 0) return [];
  const figures = new Set(lackingFigures(framework, [...ids], present));
  const lacking = framework.items.filter((item) => figures.has(item.id));
  const items = framework.items.filter((item) => ids.has(item.id) && !figures.has(item.id));
  const named = new Set(file.columns.flatMap((column) => (column.takenFor === "ignored" ? [] : [column.position - 1])));
  const open = openColumns(file.head, named);
  return [
    ...(items.length === 0 || mapped
      ? []
      : [missingItems(file.head, items, { asked: asked.length, open, formNote: formNote(framework) })]),
    ...(lacking.length === 0 ? [] : [figuresMissing(file.head, lacking, open)]),
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

export { mappingText } from "./mapping-text.ts";
