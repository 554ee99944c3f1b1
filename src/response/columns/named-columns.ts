import type { Problem } from "../../problems/problem.ts";
import type { ColumnDecision, SegmentColumn } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";
import type { ColumnFlag } from "./column-flag.ts";
import { isPersonalGrouping } from "./column-kinds.ts";
import * as say from "./column-problems.ts";

/** Columns the user named. */
export interface NamedColumns {
  /** Each column once. */
  readonly segments: readonly SegmentColumn[];
  readonly weight: string | null;
  readonly id: string | null;
  /** Header of the column that says who answered; it may be a segment, too. Null or left out: none. */
  readonly audienceColumn?: string | null;
}

/** Where they stand: positions from 0, −1 is none. */
export interface NamedPositions {
  /** One per segment, in their order. */
  readonly segmentColumns: readonly number[];
  readonly weightColumn: number;
  readonly idColumn: number;
  readonly audienceColumn: number;
  /** Position → the flag that named it. */
  readonly flags: ReadonlyMap<number, ColumnFlag>;
}

interface Finding {
  /** Where a column of this name stands: none, one, or several. */
  readonly positionsOf: (name: string, flag: ColumnFlag) => readonly number[];
  readonly problems: Problem[];
}

/** Finds every column the user named. One that is not there, stands there twice, has two uses or is personal is a problem. */
export function findNamed(head: TableHead, asked: NamedColumns, { positionsOf, problems }: Finding): NamedPositions {
  const flags = new Map<number, ColumnFlag>();
  const find = (name: string | null, flag: ColumnFlag): number => {
    if (name === null) return -1;
    const wanted = name.trim();
    const found = positionsOf(wanted, flag);
    const at = found[0];
    if (at === undefined) {
      problems.push(say.noSuchColumn(head, flag, wanted));
      return -1;
    }
    if (found.length > 1) problems.push(say.severalColumns(head, flag, { name: wanted, found }));
    const before = flags.get(at);
    // People may be grouped and chosen by their audience.
    if (flag === "--audience" && before !== undefined && isSegment(before)) return at;
    if (before !== undefined) problems.push(say.namedTwice(head, wanted, [before, flag]));
    if (flag !== "--id" && isPersonalGrouping(head, at)) problems.push(say.personalColumn(head, flag, at));
    flags.set(at, flag);
    return at;
  };
  return {
    segmentColumns: asked.segments.map(({ flag, column }) => find(column, flag)),
    weightColumn: find(asked.weight, "--weight"),
    idColumn: find(asked.id, "--id"),
    audienceColumn: find(asked.audienceColumn ?? null, "--audience"),
    flags,
  };
}

/** Where a header stands: exactly as written, else whatever its case. */
export function positionsOfHeader({ headers }: TableHead, wanted: string): readonly number[] {
  const positions = (isWanted: (header: string) => boolean): readonly number[] =>
    headers.flatMap((header, at) => (isWanted(header) ? [at] : []));
  const exact = positions((header) => header === wanted);
  return exact.length > 0 ? exact : positions((header) => header.toLowerCase() === wanted.toLowerCase());
}

function isSegment(flag: ColumnFlag): boolean {
  return flag !== "--weight" && flag !== "--id";
}

/** What a column is because a flag named it. */
export function takenAs(flag: ColumnFlag, header: string): Omit<ColumnDecision, "position" | "header"> {
  // It is known by its header, whether or not a flag names it.
  if (flag === "--audience" && header.toLowerCase() === "audience")
    return { takenFor: "audience", item: null, how: "names the audience", sure: "certain" };
  return { takenFor: useOf(flag), item: null, how: `named with ${flag}`, sure: "certain" };
}

function useOf(flag: ColumnFlag): ColumnDecision["takenFor"] {
  switch (flag) {
    case "--id":
      return "id";
    case "--weight":
      return "weight";
    default:
      return "segment";
  }
}
