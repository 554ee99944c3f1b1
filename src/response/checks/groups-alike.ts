import type { Problem } from "../../problems/problem.ts";

/**
 * SC013, a warning: groups whose names differ only by case. No name is told: that a group is there at all may be hidden to protect
 * its members. Null where there are none.
 */
export function groupsAlike(column: string, groups: Iterable<string>): Problem | null {
  const names = new Set(groups);
  const folded = new Set([...names].map((name) => name.toLowerCase()));
  if (folded.size === names.size) return null;
  return {
    code: "SC013",
    severity: "warning",
    message: `--by ${column}: some groups have names that differ only by capital letters, and each was counted as a group of its own.`,
    help: "Write them alike in the export.",
  };
}
