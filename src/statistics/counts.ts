import type { Unit } from "../framework/types.ts";

/** How many stand on one side of a difference, and what each of them is. */
type Count = readonly [n: number, unit: Unit];

/** People where there are any: an assessment beside them is nobody more. */
export function restsOn(sides: readonly Count[]): number {
  const people = sides.filter(([, unit]) => unit === "person");
  return (people.length > 0 ? people : sides).reduce((sum, [n]) => sum + n, 0);
}

/** "240 and 210 people", "42 people and one assessment" */
export function countWords([first, second]: readonly [Count, Count]): string {
  if (first[1] === "person" && second[1] === "person") return `${first[0]} and ${second[0]} people`;
  const words = ([n, unit]: Count) =>
    unit === "person" ? `${n} people` : n === 1 ? "one assessment" : `${n} assessments`;
  return `${words(first)} and ${words(second)}`;
}
