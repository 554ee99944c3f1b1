import type { CauseLink } from "../framework/types.ts";

/** A longer circle is no longer a story a reader can follow. */
const LONGEST = 6;
/** More than a page of circles tells no more than the first ones. */
const MOST = 10;

type Arrows = ReadonlyMap<string, ReadonlyMap<string, CauseLink>>;

/**
 * The circles among `links` that touch only `members` (ids, in framework order), each as its links in turn: the last leads
 * back to the start of the first. Simple circles of two to six members, each once (started at the member that comes
 * first in framework order), shortest first, at most ten.
 */
export function findLoops(links: readonly CauseLink[], members: readonly string[]): readonly (readonly CauseLink[])[] {
  const loops: (readonly CauseLink[])[] = [];
  for (let length = 2; length <= Math.min(LONGEST, members.length); length++) {
    for (const [position, start] of members.entries()) {
      // A circle belongs to its first member: those before it are left out, so no rotation is found twice.
      const arrows = arrowsAmong(links, new Set(members.slice(position)));
      loops.push(...circles([], { start, length, arrows, distance: distancesTo(start, arrows) }));
      if (loops.length >= MOST) return loops.slice(0, MOST);
    }
  }
  return loops;
}

function arrowsAmong(links: readonly CauseLink[], members: ReadonlySet<string>): Arrows {
  const arrows = new Map<string, Map<string, CauseLink>>();
  for (const link of links) {
    if (!members.has(link.from) || !members.has(link.to)) continue;
    const out = arrows.get(link.from) ?? new Map<string, CauseLink>();
    if (!out.has(link.to)) out.set(link.to, link);
    arrows.set(link.from, out);
  }
  return arrows;
}

/** Fewest links from each member to `goal`; a member that cannot reach it is absent. */
function distancesTo(goal: string, arrows: Arrows): ReadonlyMap<string, number> {
  const distance = new Map([[goal, 0]]);
  for (let step = 1; step < LONGEST; step++) {
    for (const [from, out] of arrows) {
      if (!distance.has(from) && [...out.keys()].some((to) => distance.get(to) === step - 1)) distance.set(from, step);
    }
  }
  return distance;
}

interface Search {
  readonly start: string;
  readonly length: number;
  readonly arrows: Arrows;
  /** Cuts every branch that could not close in time, so a dense table of links costs little. */
  readonly distance: ReadonlyMap<string, number>;
}

/** Circles of exactly `length` links that begin with `path` and end at `start`. */
function circles(path: readonly CauseLink[], search: Search): readonly (readonly CauseLink[])[] {
  const { start, length, arrows, distance } = search;
  const left = length - path.length;
  const found: (readonly CauseLink[])[] = [];
  for (const link of arrows.get(path.at(-1)?.to ?? start)?.values() ?? []) {
    const longer = [...path, link];
    if (link.to === start && left === 1) found.push(longer);
    else if (!passes(longer, link.to) && (distance.get(link.to) ?? LONGEST) < left) {
      found.push(...circles(longer, search));
    }
    if (found.length >= MOST) break;
  }
  return found;
}

/** True when the path has already left `place` before arriving there. */
function passes(path: readonly CauseLink[], place: string): boolean {
  return path.some(({ from }) => from === place);
}
