import type { Cell } from "../aggregate/types.ts";
import { createDoubleRows } from "../response/checks/double-rows.ts";
import { groupsAlike } from "../response/checks/groups-alike.ts";
import { createIdWatch } from "../response/checks/id-watch.ts";
import { refusePersonalGroups } from "../response/checks/personal-groups.ts";
import { refuseSeveralGroups } from "../response/checks/several-groups.ts";
import type { AnswerProblems } from "../response/rows/problems.ts";
import type { SegmentColumn } from "../response/source-plan.ts";
import type { Answers } from "../response/types.ts";
import { valuesOf } from "./atoms.ts";

/** What rows tell beside their answers: whether ids are ids, whether data stand twice, whether groups are groups. */
export interface RowWatch {
  /** The id, or "" where a word stands in its place. */
  idOf(id: string): string;
  /** The same of an id that has a digit and is no 0. */
  numbered(): void;
  /** The last id can tell copies: there is one, and it is no 0 that several rows have. */
  readonly isSomebodys: boolean;
  repeated(id: string, fate: "drop" | "repeated"): void;
  /** A row of a file without ids. */
  scored(answers: Answers, groups: readonly string[]): void;
  /** The same by the row's `hashRow`, and whether its answers are enough to tell people apart. */
  scoredHash(hash: number, telling: boolean): void;
  /** How many more rows of files without ids are looked at. */
  readonly room: number;
  endFile(file: string): void;
  /** Throws ProblemsError where the values of a column cannot be groups. */
  end(segments: readonly SegmentColumn[], atoms: ReadonlyMap<string, Cell>): void;
}

export function createRowWatch(problems: AnswerProblems): RowWatch {
  const ids = createIdWatch();
  const doubles = createDoubleRows();
  return {
    idOf: ids.idOf,
    numbered: ids.numbered,
    get isSomebodys() {
      return ids.isSomebodys;
    },
    repeated: ids.repeated,
    scored: doubles.see,
    scoredHash: doubles.seeHash,
    get room() {
      return doubles.room;
    },
    endFile: (file) => {
      for (const problem of ids.endFile(file)) problems.found(problem);
    },
    end: (segments, atoms) => {
      const doubled = doubles.problem();
      if (doubled !== null) problems.found(doubled);
      for (const [at, segment] of segments.entries()) {
        // The values of a filter's column are no groups, and nothing is printed of them but what the user typed; those of audiences are the framework's.
        if (segment.flag === "--where" || segment.flag === "--audience") continue;
        const values = valuesOf(atoms, at);
        const alike = groupsAlike(segment, values);
        if (alike !== null) problems.found(alike);
        refuseSeveralGroups(segment, values);
        refusePersonalGroups(segment, values);
      }
    },
  };
}
