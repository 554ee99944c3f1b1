import type { FrameworkFit, Inspection } from "../../engines/inspection/types.ts";
import type { Framework } from "../../framework/types.ts";
import { ProblemsError } from "../../problems/problem.ts";
import type { Host } from "../host.ts";
import { inspectFiles } from "../run/inspect.ts";
import type { Wishes } from "./wishes.ts";

const AS_THEY_ARE = { onUnknown: "error", onRagged: "error", onDuplicate: "keep" } as const;

/** Frameworks whose items an export has, the best first; none where it cannot be read. */
export async function fitting(host: Host, export_: string): Promise<readonly FrameworkFit[]> {
  return (await inspectFiles(host, [export_], AS_THEY_ARE)).fits;
}

/** A flag names no audience, no column. */
const OF_FLAGS = new Set(["SC001", "CSV016"]);

/** How an export would be read. Throws ProblemsError for what is no matter of the export: a flag that names no column of it. */
export async function lookedThrough(
  host: Host,
  export_: string,
  wishes: Pick<Wishes, "framework" | "audience" | "by" | "id">,
): Promise<Inspection> {
  const { framework, audience, by, id } = wishes;
  const inspection = await inspectFiles(host, [export_], {
    ...AS_THEY_ARE,
    ...{ framework, by },
    ...(audience === null ? {} : { audience }),
    ...(id === null ? {} : { id }),
  });
  const wrong = inspection.problems.filter(({ code, severity }) => OF_FLAGS.has(code) && severity === "error");
  if (wrong.length > 0) throw new ProblemsError(wrong);
  return inspection;
}

/** More values than this are no grouping. */
const MOST_GROUPS = 30;

/** A column that people could be compared by. */
export interface GroupColumn {
  readonly header: string;
  readonly values: number;
}

/** Columns of an export with few different values that are no item, no id and nothing personal. */
export function groupColumns({ files }: Inspection): readonly GroupColumn[] {
  return (files[0]?.columns ?? []).flatMap(({ header, takenFor, how, values }) => {
    const isFree = takenFor === "segment" || (takenFor === "ignored" && how === "matches no item");
    if (!isFree || header === "" || values === null || values.more) return [];
    return values.different > 1 && values.different <= MOST_GROUPS ? [{ header, values: values.different }] : [];
  });
}

/** Several audiences may have answered, and nothing in the export says which did: SC003 of `score`. */
export function isAudienceOpen({ audiences }: Framework, inspection: Inspection | null): boolean {
  return audiences.length > 1 && (inspection === null || inspection.problems.some(({ code }) => code === "SC003"));
}
