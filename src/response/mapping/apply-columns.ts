import type { Framework } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { isPersonalGrouping } from "../columns/column-kinds.ts";
import * as say from "../columns/column-problems.ts";
import type { MatchedColumns } from "../columns/columns.ts";
import { surveyColumns } from "../columns/survey-columns.ts";
import type { ColumnDecision } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";
import { changesOf } from "./changes.ts";
import { headerKey, headerKeys } from "./header-key.ts";
import { isPersonalColumn } from "./personal.ts";
import type { MappedColumn, Mapping } from "./types.ts";

export interface MappedOptions {
  /** A segment's name or a header the user named, or null. */
  readonly by: string | null;
  readonly id: string | null;
}

type Taken = Omit<ColumnDecision, "position" | "header">;

/** What each column of a file is, by a mapping alone. What has changed since it was made is an error each. */
export function matchMapped(
  framework: Framework,
  head: TableHead,
  options: MappedOptions & { readonly mapping: Mapping },
): MatchedColumns {
  const { mapping } = options;
  const listed = new Map(mapping.columns.map((column) => [headerKey(column.header, column.occurrence), column]));
  const entries = headerKeys(head.headers).map((key) => listed.get(key) ?? null);
  const problems: Problem[] = [...changesOf(head, mapping, entries)];
  const byColumn = named(head, { flag: "--by", entries, problems }, options.by);
  const idColumn =
    options.id === null ? mappedId(head, entries) : named(head, { flag: "--id", entries, problems }, options.id);
  if (byColumn >= 0 && byColumn === idColumn) problems.push(say.bothNamed(head, options.by ?? ""));
  const survey = surveyColumns(framework, head);
  const columns = entries.map((entry, at): ColumnDecision => {
    const flag = at === byColumn ? "--by" : at === idColumn && options.id !== null ? "--id" : null;
    const taken = flag === null ? takenFor(entry, { head, at, survey: survey.get(at) }) : namedWith(flag);
    return { position: at + 1, header: head.headers[at] ?? "", ...taken };
  });
  const itemColumns = new Map(
    entries.flatMap((entry, at) => (entry?.use === "item" && entry.item !== null ? [[entry.item, at] as const] : [])),
  );
  return { head, columns, itemColumns, byColumn, idColumn, problems };
}

/** The id that people named; the survey tool's own comes into its right by itself. */
function mappedId(head: TableHead, entries: readonly (MappedColumn | null)[]): number {
  return entries.findIndex((entry, at) => entry?.use === "id" && head.known[at]?.takenFor !== "id");
}

function namedWith(flag: "--by" | "--id"): Taken {
  return { takenFor: flag === "--by" ? "segment" : "id", item: null, how: `named with ${flag}`, sure: "certain" };
}

const MAPPED: Pick<ColumnDecision, "how" | "sure"> = { how: "as mapped", sure: "certain" };

function takenFor(
  entry: MappedColumn | null,
  column: {
    readonly head: TableHead;
    readonly at: number;
    readonly survey: Pick<ColumnDecision, "takenFor" | "item" | "how"> | undefined;
  },
): Taken {
  const { head, at, survey } = column;
  const header = head.headers[at] ?? "";
  if (header === "") return { takenFor: "ignored", item: null, how: "no header", sure: "certain" };
  if (entry === null || (entry.use === "ignore" && isPersonalColumn(head, at))) return unlisted(head, at);
  switch (entry.use) {
    case "item":
      return { takenFor: "item", item: entry.item, ...MAPPED };
    case "id":
    case "time":
      return { takenFor: entry.use, item: null, ...MAPPED };
    case "survey":
      return survey === undefined ? { takenFor: "ignored", item: null, ...MAPPED } : { ...survey, sure: "certain" };
    case "segment":
    case "ignore":
      return { takenFor: "ignored", item: null, ...MAPPED };
  }
}

function unlisted(head: TableHead, at: number): Taken {
  return isPersonalColumn(head, at)
    ? { takenFor: "personal", item: null, how: head.known[at]?.how ?? "header of personal data", sure: "certain" }
    : { takenFor: "ignored", item: null, how: "not in the mapping", sure: "likely" };
}

interface Naming {
  readonly flag: "--by" | "--id";
  readonly entries: readonly (MappedColumn | null)[];
  readonly problems: Problem[];
}

/** Position of the column the user named: by a segment's name, its exact header, then whatever its case; −1: none. */
function named(head: TableHead, { flag, entries, problems }: Naming, name: string | null): number {
  if (name === null) return -1;
  const wanted = name.trim();
  const folded = wanted.toLowerCase();
  const places = [...head.headers.keys()];
  const ways: readonly ((at: number) => boolean)[] = [
    (at) => flag === "--by" && entries[at]?.name?.trim().toLowerCase() === folded,
    (at) => head.headers[at] === wanted,
    (at) => head.headers[at]?.toLowerCase() === folded,
  ];
  const found = ways.map((way) => places.filter(way)).find((places) => places.length > 0) ?? [];
  const at = found[0];
  if (at === undefined) {
    problems.push(say.noSuchColumn(head, flag, wanted));
    return -1;
  }
  if (found.length > 1) problems.push(say.severalColumns(head, flag, { name: wanted, found }));
  const item = entries[at]?.item ?? null;
  if (item !== null) problems.push(say.itemNamed(head, at, item));
  if (flag === "--by" && isPersonalGrouping(head, at)) problems.push(say.personalGrouping(head, at));
  return at;
}
