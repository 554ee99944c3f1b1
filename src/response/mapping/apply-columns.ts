import type { Framework } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import type { ColumnFlag } from "../columns/column-flag.ts";
import * as say from "../columns/column-problems.ts";
import type { MatchedColumns } from "../columns/columns.ts";
import { findNamed, type NamedColumns, positionsOfHeader, takenAs } from "../columns/named-columns.ts";
import { surveyColumns } from "../columns/survey-columns.ts";
import type { ColumnDecision } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";
import { changesOf } from "./changes.ts";
import { headerKey, headerKeys } from "./header-key.ts";
import { isPersonalColumn } from "./personal.ts";
import type { MappedColumn, Mapping } from "./types.ts";

type Taken = Omit<ColumnDecision, "position" | "header">;

/** What each column of a file is, by a mapping alone. What has changed since it was made is an error each. */
export function matchMapped(
  framework: Framework,
  head: TableHead,
  options: NamedColumns & { readonly mapping: Mapping },
): MatchedColumns {
  const { mapping } = options;
  const listed = new Map(mapping.columns.map((column) => [headerKey(column.header, column.occurrence), column]));
  const entries = headerKeys(head.headers).map((key) => listed.get(key) ?? null);
  const problems: Problem[] = [...changesOf(head, mapping, entries)];
  const { flags, ...named } = findNamed(head, options, {
    positionsOf: (name, flag) => positionsOf(head, entries, { name, flag }),
    problems,
  });
  for (const [at, flag] of flags) {
    const item = entries[at]?.item ?? null;
    if (item !== null) problems.push(say.itemNamed(head, at, { item, flag }));
  }
  const idColumn = options.id === null ? mappedId(head, entries) : named.idColumn;
  const survey = surveyColumns(framework, head);
  const columns = entries.map((entry, at): ColumnDecision => {
    const flag = flags.get(at);
    const taken =
      flag === undefined
        ? takenFor(entry, { head, at, survey: survey.get(at) })
        : takenAs(flag, head.headers[at] ?? "");
    return { position: at + 1, header: head.headers[at] ?? "", ...taken };
  });
  const itemColumns = new Map(
    entries.flatMap((entry, at) => (entry?.use === "item" && entry.item !== null ? [[entry.item, at] as const] : [])),
  );
  return { head, columns, itemColumns, ...named, idColumn, problems };
}

/** The id that people named; the survey tool's own comes into its right by itself. */
function mappedId(head: TableHead, entries: readonly (MappedColumn | null)[]): number {
  return entries.findIndex((entry, at) => entry?.use === "id" && head.known[at]?.takenFor !== "id");
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

/** By a segment's name, where the flag names one; else by header. */
function positionsOf(
  head: TableHead,
  entries: readonly (MappedColumn | null)[],
  { name, flag }: { readonly name: string; readonly flag: ColumnFlag },
): readonly number[] {
  const folded = name.toLowerCase();
  const segments =
    flag === "--id" || flag === "--weight"
      ? []
      : entries.flatMap((entry, at) => (entry?.name?.trim().toLowerCase() === folded ? [at] : []));
  return segments.length > 0 ? segments : positionsOfHeader(head, name);
}
