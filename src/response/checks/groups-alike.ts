import type { Problem } from "../../problems/problem.ts";
import type { SegmentColumn } from "../source-plan.ts";

/**
 * SC013, a warning: groups whose names differ only by case. No name is told: that a group is there at all may be hidden to protect
 * its members. Null where there are none.
 */
export function groupsAlike({ flag, column }: SegmentColumn, groups: Iterable<string>): Problem | null {
  const names = new Set(groups);
  const folded = new Set([...names].map((name) => name.toLowerCase()));
  if (folded.size === names.size) return null;
  const what = flag === "--wave" ? "waves" : "groups";
  return {
    code: "SC013",
    severity: "warning",
    message: `${flag} ${column}: some ${what} have names that differ only by capital letters, and each was counted as a ${what.slice(0, -1)} of its own.`,
    help: "Write them alike in the export.",
  };
}
