import type { Screen } from "../../interview/screen.ts";
import type { Entry } from "../../interview/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import type { Journal } from "../../sources/journal/journal.ts";

/** What the survey needs of its journal. */
export type Diary = Pick<Journal, "append" | "erase">;

/** Puts entries on disk before anything is shown, and remembers in words why that failed. */
export interface Keeper {
  /** Whether they are on disk. If not, the step they belong to must not be taken. */
  keep(entries: readonly Entry[]): boolean;
  trouble(): Screen["notice"];
}

export function createKeeper(journal: Diary): Keeper {
  let trouble: Screen["notice"] = null;
  const attempt = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      trouble = { text: error.problems.map(words).join(" "), tone: "warning" };
      return false;
    }
  };
  return {
    keep: (entries) => {
      trouble = null;
      if (!attempt(() => journal.append(entries))) return false;
      // The withdrawal stands whether or not the file could be written anew; opening the journal again makes up for it.
      for (const entry of entries) if (entry.kind === "withdraw") attempt(() => journal.erase(entry.seat));
      return true;
    },
    trouble: () => trouble,
  };
}

function words({ message, help }: Problem): string {
  return help === undefined ? message : `${message} ${help}`;
}
