import { assessmentPlace } from "../../response/rows/assessment-problems.ts";
import type { PlannedFile, SourcePlan } from "../../response/source-plan.ts";
import type { RowRule, TableHead } from "../../response/table-head.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import { LARGEST_CODE, type ScanColumn } from "./core.ts";

/** How the columns of one file are scanned. */
export interface ScanPlan {
  readonly columns: readonly ScanColumn[];
  /** The columns whose cells the core is taught, and what they hold. */
  readonly taught: readonly TaughtColumn[];
  /** The column of each place among the texts. */
  readonly texts: readonly number[];
  /** Marks of columns that are texts: to be tried for each row. */
  readonly textRules: readonly RowRule[];
  /** Segments of the plan: the first of the keys. */
  readonly segments: number;
  readonly items: number;
}

/** `mark`: its text decides whether the row counts, and nothing else. place: of the item in the program, of the segment in the plan. */
export interface TaughtColumn {
  readonly column: number;
  readonly kind: "item" | "segment" | "mark";
  readonly place: number;
  /** The only texts that may be taught, trimmed and in lower case, and blank ones; null: all. */
  readonly only: ReadonlySet<string> | null;
}

/** The plan of a scan, or why the file cannot be scanned, to follow "since". */
export function planScan(plan: SourcePlan, file: PlannedFile, program: ScoringProgram): ScanPlan | string {
  const against = reasonAgainst(plan, file, program);
  if (against !== null) return against;
  const uses = usesOf(plan, file);
  if (typeof uses === "string") return uses;
  return scanPlan(uses, { plan, file, items: program.items.length });
}

type Use = Pick<TaughtColumn, "kind" | "place"> | { readonly kind: "text" };

function reasonAgainst(plan: SourcePlan, file: PlannedFile, program: ScoringProgram): string | null {
  const { head, audience, choiceColumns, segmentColumns } = file;
  if (program.items.some(({ kind }) => kind === "figure")) return "figures are read from it";
  if (program.items.some(({ codes }) => codes.some((code) => Math.abs(code) > LARGEST_CODE)))
    return `answers have codes beyond ${LARGEST_CODE}`;
  if ((choiceColumns?.size ?? 0) > 0) return "a question has a column for each of its answers";
  if (segmentColumns.some((column) => column < 0)) return "its rows do not say themselves whose answers they are";
  if (audience !== undefined && (audience.only === null || audience.segment >= 0))
    return "several audiences may answer in it";
  if (audience?.only != null && (audience.unasked.get(audience.only.id)?.length ?? 0) > 0)
    return "its audience is not asked everything";
  if ((head.trailing ?? 0) > 0) return "its rows end with more delimiters than the header";
  return plan.segments.length === segmentColumns.length ? null : "its columns do not fit the plan";
}

/** What each column is read for, or why one cannot be read for all that is asked of it. */
function usesOf(plan: SourcePlan, file: PlannedFile): ReadonlyMap<number, Use> | string {
  const uses = new Map<number, Use>();
  const twice: number[] = [];
  const use = (column: number, as: Use): void => {
    if (column < 0) return;
    if (uses.has(column)) twice.push(column);
    else uses.set(column, as);
  };
  for (const [place, column] of file.itemColumns.entries()) use(column, { kind: "item", place });
  for (const [place, column] of file.segmentColumns.entries()) use(column, { kind: "segment", place });
  const texts = new Set([file.idColumn, file.weightColumn, assessmentPlace(plan, file) ?? -1, ...timesOf(file.head)]);
  for (const column of texts) use(column, { kind: "text" });
  const [first] = twice;
  if (first !== undefined) return `the column ${file.head.headers[first] ?? ""} is read for two things`;
  for (const column of marksOf(plan, file)) if (!uses.has(column)) uses.set(column, { kind: "mark", place: 0 });
  // Whether there is a date is told by the text; but each row has another.
  for (const { column, when } of rulesOf(plan, file.head))
    if (uses.get(column)?.kind === "mark" && (when.kind === "empty" || when.kind === "no date"))
      uses.set(column, { kind: "text" });
  return uses;
}

function timesOf({ duration }: TableHead): readonly number[] {
  if (duration === null) return [];
  return duration.kind === "seconds" ? [duration.column] : [duration.start, duration.end];
}

/** Columns whose cells decide whether a row counts. */
function marksOf(plan: SourcePlan, { head, audience }: PlannedFile): readonly number[] {
  const columns = rulesOf(plan, head).map(({ column }) => column);
  return [...columns, head.keptMarks?.column ?? -1, audience?.column ?? -1].filter((column) => column >= 0);
}

function rulesOf({ rules }: SourcePlan, { rowRules }: TableHead): readonly RowRule[] {
  return rowRules.filter(({ exclude }) => !rules.include.includes(exclude));
}

function scanPlan(
  uses: ReadonlyMap<number, Use>,
  { plan, file, items }: { readonly plan: SourcePlan; readonly file: PlannedFile; readonly items: number },
): ScanPlan {
  const { head, segmentColumns } = file;
  const places = head.headers.map((_, column) => column);
  const texts = places.filter((column) => uses.get(column)?.kind === "text");
  const marks = places.filter((column) => uses.get(column)?.kind === "mark");
  const columns = places.map((column): ScanColumn => {
    const use = uses.get(column);
    if (use === undefined) return { kind: "ignored" };
    if (use.kind === "text") return { kind: "text", slot: texts.indexOf(column) };
    if (use.kind === "mark") return { kind: "key", slot: segmentColumns.length + marks.indexOf(column) };
    return { kind: use.kind === "item" ? "item" : "key", slot: use.place };
  });
  const kept = new Set(["", ...(head.keptMarks?.values ?? [])]);
  const taught = [...uses].flatMap(([column, use]): readonly TaughtColumn[] =>
    use.kind === "text" ? [] : [{ ...use, column, only: column === head.keptMarks?.column ? kept : null }],
  );
  const textRules = rulesOf(plan, head).filter(({ column }) => texts.includes(column));
  return { columns, taught, texts, textRules, segments: segmentColumns.length, items };
}
