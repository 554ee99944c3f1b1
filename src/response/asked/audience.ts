import { chooseNamed } from "../../framework/choose.ts";
import type { Framework } from "../../framework/types.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { type NamedColumns, positionsOfHeader } from "../columns/named-columns.ts";
import { audienceColumn, audienceColumns } from "../columns/survey-columns.ts";
import type { Mapping } from "../mapping/types.ts";
import type { PlannedAudience, SegmentColumn } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";
import { alsoHeld, holding, isAlike, itemsOf, type Known, onlyHolder, presentIn } from "./audience-held.ts";
import { audienceNames, audienceOf } from "./audience-names.ts";
import * as say from "./audience-problems.ts";
import { toldAudience } from "./audience-told.ts";

/** Who answered. */
export interface AskedAudiences {
  /** Ids in the framework's order, at least one: whose answers may be met. */
  readonly audiences: readonly string[];
  /** What tells them apart in every file; null: all rows are of the one. */
  readonly segment: SegmentColumn | null;
  /** One per file. */
  readonly files: readonly FileAudience[];
  /** Empty: it is said. Else nothing says it, and the first of these, who may all have answered, is taken. */
  readonly unsaidAmong: readonly string[];
}

/** Of one file: a column says it row by row, or all its rows are of one audience. */
export type FileAudience =
  | {
      readonly kind: "column";
      /** Null: it is not asked whose rows are whose. */
      readonly header: string | null;
      /** Whose items the file holds, and those met in the sampled rows. */
      readonly held: readonly string[];
      readonly sampled: readonly string[];
    }
  | {
      readonly kind: "one";
      readonly id: string;
      readonly said: NonNullable<PlannedAudience["only"]>["said"];
      /** Header of a column that must not say otherwise; null without one. */
      readonly beside: string | null;
    };

export interface AudienceRequest extends NamedColumns {
  /** Id of an audience, or the header of a column; null: told by the columns. */
  readonly audience: string | null;
  readonly mapping?: Mapping | null;
}

/** What the name of the grouping is where no header gives it one. */
const AUDIENCE = "audience";
/** Where the filter reads the column by its own words, ids of audiences stand beside it under another name. */
const BESIDE_FILTER = "who answered";
/** A head with fewer sampled rows has shown all there are. */
const SAMPLED = 20;

/**
 * Who answered, by the first of these that says it: `--audience` (an audience for all rows, or the column that names it), the
 * mapping, a column headed `audience`, what each file is worded for, whose items it holds. Throws ProblemsError: SC001, CSV016
 * for a name that is neither, SC026 for a file that does not say it where others do, SC027 where several might have answered, or
 * two columns headed `audience` might say it.
 */
export function askedAudiences(full: Framework, heads: readonly TableHead[], request: AudienceRequest): AskedAudiences {
  const { audience, mapping = null } = request;
  const column = audience === null ? null : columnNamed(full, heads, audience);
  if (audience === null && mapping?.audience == null) refuseTwoColumns(full, heads, request);
  if (audience !== null && column === null)
    return ofOne(full, heads, {
      id: chooseNamed("audience", audience, full.audiences).id,
      said: "--audience",
      request,
    });
  if (column === null && mapping?.audience != null)
    return ofOne(full, heads, { id: mapping.audience, said: "the mapping", request });
  if (column === null && full.audiences.length < 2) return single(full.audiences[0]?.id ?? "", heads);
  const known: Known = { full, present: presentIn(full, mapping) };
  const files = heads.map((head) => fileColumn(known, head, { column, request }));
  return together(known, { heads, files, request });
}

/** The header as the user wrote it, where it is no audience's id; null: it is. */
function columnNamed(full: Framework, heads: readonly TableHead[], name: string): string | null {
  if (full.audiences.some(({ id }) => id === name)) return null;
  const wanted = name.trim();
  return heads.some((head) => positionsOfHeader(head, wanted).length > 0) ? wanted : null;
}

interface One {
  readonly id: string;
  readonly said: "--audience" | "the mapping";
  readonly request: AudienceRequest;
}

/** A column that says otherwise is looked at, unless the filter chooses by it. */
function ofOne(full: Framework, heads: readonly TableHead[], { id, said, request }: One): AskedAudiences {
  const files = heads.map((head): FileAudience => {
    const header = full.audiences.length < 2 ? null : ownColumn(full, head, request);
    const chosen = request.segments.some(
      ({ flag, column }) => flag === "--where" && header !== null && isSame(column, header),
    );
    return { kind: "one", id, said, beside: chosen ? null : header };
  });
  return { audiences: [id], segment: null, files, unsaidAmong: [] };
}

function single(id: string, heads: readonly TableHead[], unsaidAmong: readonly string[] = []): AskedAudiences {
  const files = heads.map((): FileAudience => ({ kind: "one", id, said: "its columns", beside: null }));
  return { audiences: [id], segment: null, files, unsaidAmong };
}

/** These audiences, at least one, without asking whose rows are whose. */
export function unsplit(audiences: readonly string[], heads: readonly TableHead[]): AskedAudiences {
  const [only = "", ...others] = audiences;
  if (others.length === 0) return single(only, heads);
  const files = heads.map((): FileAudience => ({ kind: "column", header: null, held: audiences, sampled: [] }));
  return { audiences, segment: null, files, unsaidAmong: [] };
}

/** Two columns headed `audience`, of which one names audiences: which of them says who answered is not for us to choose. */
function refuseTwoColumns(full: Framework, heads: readonly TableHead[], request: AudienceRequest): void {
  if (full.audiences.length < 2 || isTaken(full, request)) return;
  const twice = heads.flatMap((head) => {
    const found = audienceColumns(full, head);
    return found.length < 2 ? [] : [say.twoColumns(head, full, found)];
  });
  if (twice.length > 0) throw new ProblemsError(twice);
}

/** Header of the column headed `audience`, where it names audiences and is no item and nothing that another flag named. */
function ownColumn(full: Framework, head: TableHead, taken: NamedColumns): string | null {
  if (isTaken(full, taken)) return null;
  const found = audienceColumn(full, head);
  return found === null ? null : (head.headers[found.at] ?? AUDIENCE);
}

/** The header means something else here. */
function isTaken({ items }: Framework, { weight, id }: NamedColumns): boolean {
  return [weight, id, ...items.map((item) => item.id)].some((name) => name !== null && isSame(name, AUDIENCE));
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** What a column of the file says; null where it has none. */
function fileColumn(
  known: Known,
  head: TableHead,
  { column, request }: { readonly column: string | null; readonly request: AudienceRequest },
): FileAudience | null {
  const { full } = known;
  const header = column === null ? ownColumn(full, head, request) : column;
  const [at] = header === null ? [] : positionsOfHeader(head, header);
  if (header === null || at === undefined) return null;
  const names = audienceNames(full);
  const said = head.sample
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ cells }) => audienceOf(names, cells[at] ?? ""));
  const sampled = inOrder(full, said);
  const all = full.audiences.map(({ id }) => id);
  const [only, ...others] = new Set(said);
  if (only != null && others.length === 0 && head.sample.length < SAMPLED)
    return { kind: "one", id: only, said: "its columns", beside: null };
  const held = isAlike(full) ? all : inOrder(full, [...sampled, ...holding(known, head)]);
  return { kind: "column", header, held: held.length === 0 ? all : held, sampled };
}

interface Files {
  readonly heads: readonly TableHead[];
  /** By a column; null: none. */
  readonly files: readonly (FileAudience | null)[];
  readonly request: AudienceRequest;
}

/** With what the wordings say of files without a column. */
function together(known: Known, { heads, files, request }: Files): AskedAudiences {
  const { full } = known;
  const told = files.map((file, at) => file ?? wordedFor(known, heads[at]));
  const ids = inOrder(
    full,
    told.flatMap((file) => (file === null ? [] : file.kind === "one" ? [file.id] : file.held)),
  );
  const isByColumn = told.some((file) => file?.kind === "column");
  if (!isByColumn && ids.length < 2) return ofAll(known, { heads, files, id: ids[0] ?? null });
  const unsaid = heads.filter((_, at) => told[at] === null);
  if (unsaid.length > 0) throw new ProblemsError(unsaid.map((head) => say.notSaid(head, full)));
  const said = told.flatMap((file) => (file === null ? [] : [file]));
  const header = said.flatMap((file) => (file.kind === "column" ? (file.header ?? []) : []))[0] ?? AUDIENCE;
  const segment: SegmentColumn = { flag: "--audience", column: nameOf(header, request) };
  return { audiences: ids, segment, files: said, unsaidAmong: [] };
}

/** One for all rows: as told by some of the files, or by whose items they hold. */
function ofAll(known: Known, of: Pick<Files, "heads" | "files"> & { readonly id: string | null }): AskedAudiences {
  const { full } = known;
  const { heads, files } = of;
  const id = of.id ?? toldAudience(full, heads) ?? onlyHolder(known, heads);
  if (id !== null) {
    const others = heads.flatMap((head, at) => (files[at] === null ? alsoHeld(known, head, id) : []));
    if (others.length > 0) throw new ProblemsError([say.severalMayHave(heads[0], full, [id, ...others])]);
    return single(id, heads);
  }
  const able = heads[0] === undefined || isAlike(full) ? [] : holding(known, heads[0]);
  const [first] = able;
  const isApart = able.some((one) => first !== undefined && itemsOf(full, one).join() !== itemsOf(full, first).join());
  if (isApart) throw new ProblemsError([say.severalMayHave(heads[0], full, able)]);
  const among = able.length > 0 ? able : full.audiences.map((one) => one.id);
  return single(among[0] ?? "", heads, among);
}

function wordedFor(known: Known, head: TableHead | undefined): FileAudience | null {
  const { full } = known;
  const id = head === undefined ? null : (toldAudience(full, [head]) ?? onlyHolder(known, [head]));
  return id === null ? null : { kind: "one", id, said: "its columns", beside: null };
}

/** A column that people are grouped by is the same one; of one they are only chosen by, the words stay as they are. */
function nameOf(header: string, { segments }: NamedColumns): string {
  const named = segments.find(({ column }) => isSame(column, header));
  if (named === undefined) return header;
  return named.flag === "--where" ? BESIDE_FILTER : named.column;
}

function inOrder({ audiences }: Framework, ids: readonly (string | null)[]): readonly string[] {
  return audiences.map(({ id }) => id).filter((id) => ids.includes(id));
}
