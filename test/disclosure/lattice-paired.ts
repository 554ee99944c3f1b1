import { createPairedPlan, emptyPaired, foldJoiner, foldLeaver, foldPair } from "../../src/aggregate/paired.ts";
import type { CellResult, Change, ChangeResult } from "../../src/audit/types.ts";
import type { Rules } from "../../src/disclosure/policy.ts";
import { releaseUnder } from "../../src/disclosure/release.ts";
import { releasePaired } from "../../src/disclosure/release-paired.ts";
import { MISSING } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import { createScorer } from "../../src/scoring/scorer.ts";
import { estimateSurvey } from "../../src/statistics/survey.ts";
import { pairedChange } from "../../src/statistics/waves.ts";
import { aggregateOf, asking, type Person } from "./fixture.ts";
import { type Sums, sumsBehind } from "./lattice.ts";
import { asked, COLUMNS, type Waves } from "./lattice-people.ts";

export interface PairedPublication {
  readonly change: ChangeResult;
  /** Printed of the two waves by themselves; null where nothing is. */
  readonly before: CellResult | null;
  readonly after: CellResult | null;
  /** The truth by dimension: sums of the scores of those with a score in one wave only, and of what pairs have changed by. */
  readonly truth: ReadonlyMap<string, Readonly<Record<Left["who"], number>>>;
}

const program = compileProgram(asked());
const plan = createPairedPlan(program);

/** Both waves and the change between them, as the program prints them. */
export async function publishPairs(
  { pairs, joiners, leavers }: Waves,
  { minGroup, rules }: { readonly minGroup: number; readonly rules: Rules },
): Promise<PairedPublication | null> {
  const framework = asked();
  const paired = emptyPaired(plan);
  for (const [before, after] of pairs) foldPair(paired, scores(before), scores(after));
  for (const person of joiners) foldJoiner(paired, scores(person));
  for (const person of leavers) foldLeaver(paired, scores(person));
  const print = async (people: readonly Person[]) => {
    const aggregate = aggregateOf(people, framework, COLUMNS);
    const released = releaseUnder({ aggregate, framework, ...asking(), minGroup }, rules);
    const survey = await estimateSurvey({
      framework,
      released,
      headcounts: new Map(),
      audienceColumn: null,
      seed: 1,
      only: "scores",
    });
    return { released, overall: survey.overall };
  };
  const before = await print([...pairs.map(([first]) => first), ...leavers]);
  const after = await print([...pairs.map(([, second]) => second), ...joiners]);
  const { total } = after.released;
  if (total === null) return null;
  const released = releasePaired(paired, { total, framework, minGroup, rules });
  const change = await pairedChange({ framework, pairs: released, seed: 1, before: "before" });
  const truth = new Map(
    plan.dimensions.map(({ id, sum, sumBeforeOnly, sumAfterOnly }) => [
      id,
      {
        leavers: paired.cell[sumBeforeOnly] ?? 0,
        joiners: paired.cell[sumAfterOnly] ?? 0,
        pairs: paired.cell[sum] ?? 0,
      },
    ]),
  );
  return { change, before: before.overall, after: after.overall, truth };
}

function scores({ answers }: Person): Float64Array {
  const given = Float64Array.from(program.items, ({ id }) => answers[id] ?? MISSING.unanswered);
  return createScorer(program).score(given).scores.slice();
}

/** Of whom something was learnt: those with a score in the earlier, or in the later wave only. */
export interface Left {
  readonly dimension: string;
  /** The pairs, too: what few of them have changed by, or that under ten have changed by the same. */
  readonly who: "joiners" | "leavers" | "pairs";
  readonly people: number;
  readonly sum: number;
  readonly by: "itself" | "subtraction" | "an end of the scale" | "a composite";
}

/** What is printed of one dimension in the two waves and of the pairs' change, in whole units. */
interface Known {
  readonly id: string;
  readonly before: Sums;
  readonly after: Sums;
  readonly pairs: readonly [n: number, difference: number];
  /** All pairs have changed by the same. */
  readonly alike: boolean;
  readonly low: number;
  readonly high: number;
}

/** Sums of 1..min−1 joiners or leavers that what is printed leaves only one value. */
export function attackPairs(publication: PairedPublication, minGroup: number): readonly Left[] {
  const found = leftOf(publication, minGroup);
  // An attack that gets its sums wrong proves nothing.
  for (const { dimension, who, sum } of found)
    if (publication.truth.get(dimension)?.[who] !== sum) throw new Error(`${dimension}: a wrong sum of ${who}`);
  return found;
}

function leftOf({ change, before, after }: PairedPublication, minGroup: number): readonly Left[] {
  if (before === null || after === null) return [];
  const known = program.dimensions.flatMap(({ id, unitsPerPoint }) =>
    knownOf(id, { unitsPerPoint, change: find(change, id), before, after }),
  );
  const bySums = known.flatMap((one) => remainders(one));
  const byComposites = asked().composites.flatMap(({ id, inputs, worst, best }) => {
    const points = change.splits.find(({ composite }) => composite === id)?.parts[0]?.points;
    return quotients(
      { change: find(change, id), part: points === undefined ? null : (points * (best - worst)) / 100 },
      inputs.map((input) => known.find((one) => one.id === input)),
    );
  });
  const alone = [...bySums, ...byComposites].filter(
    ({ people, by }) => people > 0 && (people < minGroup || by === "an end of the scale"),
  );
  const few = known.filter(({ pairs: [n], alike }) => n < minGroup || (alike && n < 10));
  return [
    ...alone,
    ...few.map(({ id, pairs: [people, sum] }): Left => ({ dimension: id, who: "pairs", people, sum, by: "itself" })),
  ];
}

function find({ changes }: ChangeResult, id: string): Change | undefined {
  return changes.find((one) => one.id === id);
}

function knownOf(
  id: string,
  of: { unitsPerPoint: number; change: Change | undefined; before: CellResult; after: CellResult },
): readonly Known[] {
  const { unitsPerPoint, change } = of;
  const [before, after] = [of.before, of.after].map((wave) => {
    const found = wave.dimensions.find((one) => one.id === id);
    return found === undefined ? null : sumsBehind(found.mean, found.sd, unitsPerPoint);
  });
  if (before == null || after == null || change?.points.kind !== "estimate") return [];
  const { n, value } = change.points;
  const [low, high] = (id === "churn" ? [0, 100] : [1, 5]).map((end) => end * unitsPerPoint) as [number, number];
  const { interval } = change.points;
  const alike = interval === null || interval.low === interval.high;
  return [{ id, before, after, pairs: [n, Math.round(n * value * unitsPerPoint)], alike, low, high }];
}

/** Joiners' sum less leavers' sum is the waves' difference less the pairs'. One of the two alone, or both at an end, is known. */
function remainders({ id, before, after, pairs: [n, difference], low, high }: Known): readonly Left[] {
  const [joined, left] = [after[0] - n, before[0] - n];
  const net = after[1] - before[1] - difference;
  const of = (who: Left["who"], sum: number, by: Left["by"]): Left => {
    return { dimension: id, who, people: who === "joiners" ? joined : left, sum, by };
  };
  if (left === 0) return [of("joiners", net, "subtraction")];
  if (joined === 0) return [of("leavers", -net, "subtraction")];
  // Of ten or more it may be said.
  if (joined + left >= 10) return [];
  const ends = [
    [joined * high, left * low],
    [joined * low, left * high],
  ] as const;
  return ends
    .filter(([joiners, leavers]) => joiners - leavers === net)
    .flatMap(([joiners, leavers]) => [
      of("joiners", joiners, "an end of the scale"),
      of("leavers", leavers, "an end of the scale"),
    ]);
}

/**
 * The change of a quotient a/b of the pairs' means, with the changes of both means, is an equation for the two sums after,
 * A and B, both whole: A/B − (A − dA)/(B − dB) = v. What a has brought to it is another: dA over the logarithmic mean of b's
 * sums. Whichever fits leaves joiners and leavers a sum they may have.
 */
function quotients(
  { change, part }: { readonly change: Change | undefined; readonly part: number | null },
  [a, b]: readonly (Known | undefined)[],
): readonly Left[] {
  if (change?.points.kind !== "estimate" || a === undefined || b === undefined) return [];
  const { value, n } = change.points;
  if (a.pairs[0] !== n || b.pairs[0] !== n) return [];
  const scale = a.high / b.high;
  const fitting = fittingSums([a, b], { change: scale * value, part: part === null ? null : scale * part });
  return [a, b].flatMap((one, at) => {
    const sums = new Set(fitting.map((pair) => pair[at]));
    const [sum] = sums;
    if (sums.size !== 1 || sum === undefined) return [];
    const joiners = { who: "joiners", people: one.after[0] - n, sum: one.after[1] - sum } as const;
    const leavers = { who: "leavers", people: one.before[0] - n, sum: one.before[1] - (sum - one.pairs[1]) } as const;
    return [joiners, leavers].map((left): Left => ({ dimension: one.id, ...left, by: "a composite" }));
  });
}

/** Pairs of sums after that give what is printed: the change of A/B, and of it what A has brought. */
function fittingSums(
  [a, b]: readonly [Known, Known],
  printed: { readonly change: number; readonly part: number | null },
): readonly (readonly [number, number])[] {
  const [n, dA] = a.pairs;
  const [, dB] = b.pairs;
  const fitting: (readonly [number, number])[] = [];
  for (let sumB = b.low * n; sumB <= b.high * n; sumB++) {
    const part = dA / logarithmicMean(sumB - dB, sumB);
    if (!isPossible(b, sumB) || Math.abs(part - (printed.part ?? part)) > 1e-9) continue;
    for (let sumA = a.low * n; sumA <= a.high * n; sumA++) {
      const change = sumA / sumB - (sumA - dA) / (sumB - dB);
      if (Math.abs(change - printed.change) < 1e-12 && isPossible(a, sumA)) fitting.push([sumA, sumB]);
    }
  }
  return fitting;
}

function logarithmicMean(one: number, other: number): number {
  return one === other ? one : (other - one) / Math.log(other / one);
}

/** Whether pairs, joiners and leavers all stay on the scale. */
function isPossible({ before, after, pairs: [n, difference], low, high }: Known, sum: number): boolean {
  const bodies = [
    [n, sum],
    [n, sum - difference],
    [after[0] - n, after[1] - sum],
    [before[0] - n, before[1] - (sum - difference)],
  ] as const;
  return bodies.every(([people, own]) => own >= people * low && own <= people * high);
}
