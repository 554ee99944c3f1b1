import { createDoubleRows } from "../response/checks/double-rows.ts";
import { groupsAlike } from "../response/checks/groups-alike.ts";
import { createIdWatch } from "../response/checks/id-watch.ts";
import type { AnswerProblems } from "../response/rows/problems.ts";
import type { Answers } from "../response/types.ts";

/** What rows tell beside their answers: whether ids are ids, whether data stand twice, whether groups are written alike. */
export interface RowWatch {
  /** The id, or "" where a word stands in its place. */
  idOf(id: string): string;
  repeated(id: string, fate: "drop" | "repeated"): void;
  /** A row of a file without ids. */
  scored(answers: Answers, group: string | null): void;
  endFile(file: string): void;
  /** by: the grouping column, or null. groups: its values. */
  end(of: { readonly by: string | null; readonly groups: readonly string[] }): void;
}

export function createRowWatch(problems: AnswerProblems): RowWatch {
  const ids = createIdWatch();
  const doubles = createDoubleRows();
  return {
    idOf: ids.idOf,
    repeated: ids.repeated,
    scored: doubles.see,
    endFile: (file) => {
      for (const problem of ids.endFile(file)) problems.found(problem);
    },
    end: ({ by, groups }) => {
      const found = [doubles.problem(), by === null ? null : groupsAlike(by, groups)];
      for (const problem of found) if (problem !== null) problems.found(problem);
    },
  };
}
