import type { AggregatePlan } from "../aggregate/types.ts";
import type { Framework, Item } from "../framework/types.ts";
import type { Problem } from "../problems/problem.ts";

/** Items under which neither pattern is told from plain agreement. */
const LEAST_ITEMS = 10;
export const NO_TIMES = "the export has no times";

/** The items in which patterns are looked for: those of dimensions that are answered by a code, in framework order. */
export function codedItems({ items }: Framework, plan: AggregatePlan): readonly Item[] {
  const coded = new Set(plan.items.filter(({ codes }) => codes.length > 0).map(({ item }) => item));
  return items.filter(({ id, dimension }) => dimension !== undefined && coded.has(id));
}

/** A run is one of identical codes, and another response scale ends it. */
export function whyNoLongRun(items: readonly Item[]): string | null {
  if (items.length < LEAST_ITEMS) return "needs ten items or more";
  const least = Math.max(LEAST_ITEMS, Math.ceil(items.length / 2));
  let stretch = 0;
  let longest = 0;
  for (const [place, { scale }] of items.entries()) {
    stretch = items[place - 1]?.scale === scale ? stretch + 1 : 1;
    longest = Math.max(longest, stretch);
  }
  return longest < least ? `needs ${least} items or more in a row with the same response scale` : null;
}

export function whyNoStraightLine(items: readonly Item[]): string | null {
  if (items.length >= LEAST_ITEMS && items.some(({ reverse }) => reverse)) return null;
  return "needs ten items or more, some of them reverse-keyed";
}

/** A warning where careless rows were to be left out and nothing in these answers could tell them; else none. */
export function nothingCareless(
  framework: Framework,
  { plan, timed, asked }: { readonly plan: AggregatePlan; readonly timed: boolean; readonly asked: boolean },
): readonly Problem[] {
  const items = codedItems(framework, plan);
  const [run, line] = [whyNoLongRun(items), whyNoStraightLine(items)];
  if (!asked || timed || run === null || line === null) return [];
  return [
    {
      code: "SC009",
      severity: "warning",
      message: `--exclude careless leaves nobody out: a long run of one answer ${run}; the same answer throughout ${line}; and ${NO_TIMES}.`,
      help: "Leave it out: nothing here tells a careless row from another.",
    },
  ];
}
