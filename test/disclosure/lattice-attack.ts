import { type Sums, scoresBehind } from "./lattice.ts";
import type { Atom, Publication } from "./lattice-published.ts";
import { type Reached, reachable } from "./lattice-sets.ts";
import { equationsOf, type Statistic, statisticsOf } from "./lattice-statistics.ts";

/** Something learnt of people that had to stay unknown. */
export interface Recovered {
  readonly statistic: string;
  readonly atoms: readonly string[];
  readonly why: "fewer than the minimum" | "all the same" | "single answers";
}

/** Of few people: no set smaller than this may be told of in detail. */
const FEW = 10;

/**
 * Works the sums out of what is printed, and of them those of every set of few people that what is printed gives. The
 * attacker knows who is where and who answered what, but no answer.
 */
export function attackPrinted(publication: Publication): readonly Recovered[] {
  return statisticsOf(publication.aggregate.plan).flatMap((statistic) => attackStatistic(statistic, publication));
}

function attackStatistic(statistic: Statistic, publication: Publication): readonly Recovered[] {
  const { atoms, equations } = equationsOf(statistic, publication);
  const truths = atoms.map(({ cell }) => statistic.truth(cell));
  const people = truths.map(([n = 0]) => n);
  const { minGroup } = publication.released;
  return reachable(equations, people, FEW).flatMap((reached) => {
    check(statistic, reached, truths);
    const why = verdict(statistic, reached, minGroup);
    if (why === null) return [];
    const inside = atoms.filter((_: Atom, at) => (reached.factors[at] ?? 0) > 0);
    return [{ statistic: statistic.name, atoms: inside.map(({ key }) => key), why }];
  });
}

/** An attack that gets its numbers wrong proves nothing. */
function check({ name }: Statistic, { factors, values }: Reached, truths: readonly (readonly number[])[]): void {
  for (const [place, value] of values.entries()) {
    const right = factors.reduce((sum, factor, at) => sum + factor * (truths[at]?.[place] ?? 0), 0);
    if (Math.abs(right - value) > 1e-4) throw new Error(`${name}: recovered ${value} for ${right}`);
  }
}

function verdict(statistic: Statistic, { values, isSet }: Reached, minGroup: number): Recovered["why"] | null {
  const [n = 0] = values;
  const least = statistic.least === "minimum" ? minGroup : statistic.least;
  if (isSet && n < least) return "fewer than the minimum";
  // Holds where some count double, too: none of them is below 0.
  if (statistic.parts(values).some((part) => Math.abs(part) < 1e-6)) return "all the same";
  if (!isSet) return null;
  if (statistic.same(values)) return "all the same";
  const { codes } = statistic;
  return codes !== null && scoresBehind(sumsIn(values), codes).length === 1 ? "single answers" : null;
}

function sumsIn([n = 0, sum = 0, squares = 0]: readonly number[]): Sums {
  return [n, sum, squares];
}
