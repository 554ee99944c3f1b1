import type { Audit, CellResult, GroupingResults } from "../../audit/types.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import { parseGrouping } from "../../response/asked/grouping.ts";
import { Refused } from "./complaint.ts";
import { listed } from "./listed.ts";
import type { ScopePart } from "./types.ts";

/** A group that a gate is about; `cell` null: it is not shown in this audit, `why` says what may be said of that. */
export interface Scoped {
  /** "" of everyone; "department=Sales/". */
  readonly path: string;
  readonly label: string | null;
  readonly grouping: GroupingResults | null;
  readonly cell: CellResult | null;
  readonly why: string | null;
}

const EVERYONE = { path: "", label: null, grouping: null } as const;
/** The same words whether it is hidden, pooled or not there: which it is would be told otherwise. */
const NOT_SHOWN = "no such group is shown in this audit";

/**
 * The groups a scope names. Throws Refused: GT007 a column that the audit is not broken down by, or a group that cannot be
 * hidden because nothing is and is not there.
 */
export function scopedCells(scope: readonly ScopePart[], audit: Audit, earlier: Audit | null): readonly Scoped[] {
  const [first] = scope;
  if (first === undefined) return [{ ...EVERYONE, cell: audit.overall, why: null }];
  const parts = scope.map((part) => ({ ...part, column: columnOf(part, audit) }));
  const columns = parts.map(({ column }) => column);
  for (const part of parts)
    if (!columnsOf([audit, earlier]).includes(part.column)) throw noColumn(part, [audit, earlier]);
  const found = audit.groupings
    .filter((grouping) => columns.every((column) => grouping.columns.includes(column)))
    .flatMap((grouping) => cellsIn(grouping, parts).map((cell) => scoped(grouping, cell)));
  const nearest = Math.min(...found.map(({ depth }) => depth));
  const exact = found.filter(({ depth }) => depth === nearest);
  // The same group may stand in several groupings; it is judged once.
  const once = exact.filter(({ path }, at) => exact.findIndex((one) => one.path === path) === at);
  if (once.length > 0) return once;
  if (cannotBeHidden(parts, audit, earlier)) throw noGroup(parts, audit);
  return [
    {
      ...EVERYONE,
      path: pathOf(parts),
      label: parts.map(nameOf).join(" / "),
      cell: null,
      why: NOT_SHOWN,
    },
  ];
}

type Condition = ScopePart;

function nameOf({ column, value }: Condition): string {
  if (value === null) return `Any group of ${column}`;
  return value === "" ? `${column} (blank)` : value;
}

/** `audience` stands for the column that tells several audiences apart, whatever it is called. */
function columnOf({ column }: ScopePart, { asked, groupings }: Audit): string {
  const isNamed = groupings.some(({ columns }) => columns.includes(column));
  return column === "audience" && !isNamed && asked.audienceColumn !== null ? asked.audienceColumn : column;
}

function cellsIn({ columns, cells, kind }: GroupingResults, parts: readonly Condition[]): readonly CellResult[] {
  const places = parts.map(({ column, value }) => ({ at: columns.indexOf(column), value }));
  const deepest = Math.max(...places.map(({ at }) => at));
  const isMet = ({ path }: CellResult) => places.every(({ at, value }) => value === null || path[at] === value);
  return cells.filter((cell) => depthOf(cell, kind, columns.length) > deepest && isMet(cell));
}

/** Levels a cell stands down; a pool belongs to the level of the groups it holds, and names only what it stands in. */
function depthOf({ kind, path }: CellResult, grouping: GroupingResults["kind"], columns: number): number {
  if (kind !== "pool") return path.length;
  return grouping === "hierarchy" ? path.length + 1 : columns;
}

function scoped(grouping: GroupingResults, cell: CellResult): Scoped & { readonly depth: number } {
  const { columns, kind } = grouping;
  const depth = depthOf(cell, kind, columns.length);
  const within = cell.path.map((value, at) => `${quoted(columns[at] ?? "")}=${quoted(value)}/`).join("");
  const path = cell.kind === "pool" ? `${within}${quoted(columns[depth - 1] ?? "")}=${quoted(cell.label)}/` : within;
  return { path, label: cell.label, grouping, cell, why: null, depth };
}

function pathOf(parts: readonly Condition[]): string {
  return parts
    .map(({ column, value }) => (value === null ? `any(${column})/` : `${quoted(column)}=${quoted(value)}/`))
    .join("");
}

function quoted(name: string): string {
  return name === "" || /[/=,"<>≥≤()]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

/** Only where nothing at all is hidden, nor the group known from before, does its absence mean that it is not there. */
function cannotBeHidden(parts: readonly Condition[], audit: Audit, earlier: Audit | null): boolean {
  if (audit.overall === null || audit.disclosure.hidden) return false;
  const isHiding = audit.groupings.some(({ withheld, cells }) => withheld || cells.some(({ kind }) => kind === "pool"));
  const wasThere = (earlier?.groupings ?? []).some(
    (grouping) => cellsIn(grouping, parts).length > 0 && parts.every(({ column }) => grouping.columns.includes(column)),
  );
  return !isHiding && !wasThere && parts.some(({ value }) => value !== null);
}

/** Those that were asked for, shown or not: where nothing of everyone is shown, no grouping is. */
function columnsOf(audits: readonly (Audit | null)[]): readonly string[] {
  const columns = audits.flatMap((audit) => {
    if (audit === null) return [];
    const { options, asked, groupings } = audit;
    const wanted = options.by.flatMap((text) => parseGrouping(text).grouping?.columns ?? []);
    const apart = asked.audienceColumn === null ? [] : [asked.audienceColumn];
    return [...groupings.flatMap((grouping) => grouping.columns), ...wanted, ...apart];
  });
  return [...new Set(columns)];
}

function noColumn({ column, at, length }: ScopePart, audits: readonly (Audit | null)[]): Refused {
  const known = columnsOf(audits);
  const near = suggest(column, known);
  return new Refused({
    code: "GT007",
    message: `The audit is not broken down by ${quote(column)}.`,
    help:
      known.length === 0
        ? "It has no groups: score with --by COLUMN first."
        : `It is broken down by ${listed(known)}; score with --by for another.`,
    span: { at, length },
    ...(near === undefined ? {} : { suggestion: near }),
  });
}

function noGroup(parts: readonly Condition[], { groupings }: Audit): Refused {
  const part = parts.find(({ value }) => value !== null) ?? parts[0];
  const values = groupings.flatMap(({ columns, cells }) =>
    cells.flatMap(({ path }) => path[columns.indexOf(part?.column ?? "")] ?? []),
  );
  const near = suggest(part?.value ?? "", values);
  return new Refused({
    code: "GT007",
    message: `There is no group ${quote(part?.value ?? "")} of ${quote(part?.column ?? "")} in this audit.`,
    help: `There are ${listed([...new Set(values)])}.`,
    span: { at: part?.at ?? 0, length: part?.length ?? 1 },
    ...(near === undefined ? {} : { suggestion: near }),
  });
}
