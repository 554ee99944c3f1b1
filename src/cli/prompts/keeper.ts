import type { Screen } from "../../interview/screen.ts";
import type { Entry } from "../../interview/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import type { Journal } from "../../sources/journal/journal.ts";

/** What the survey needs of its journal. */
export type Diary = Pick<Journal, "append" | "isTidy">;

/** Puts entries on disk before anything is shown, and remembers in words why that failed. */
export interface Keeper {
  /** Whether they are on disk. If not, the step they belong to must not be taken. */
  keep(entries: readonly Entry[]): boolean;
  trouble(): Screen["notice"];
  /** Something was withdrawn that still stands in the file, for want of room: the journal deletes it when there is some. */
  owes(entries: readonly Entry[]): boolean;
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
      return attempt(() => journal.append(entries));
    },
    trouble: () => trouble,
    owes: (entries) => entries.some(({ kind }) => kind === "withdraw") && !journal.isTidy(),
  };
}

function words({ message, help }: Problem): string {
  return help === undefined ? message : `${message} ${help}`;
}
