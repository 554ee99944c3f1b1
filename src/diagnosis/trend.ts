import type { Published } from "../audit/estimate.ts";
import type { ScoreName, ScoreTrend, SinceWave, Trend, WavePoint, WaveStep } from "../audit/trend.ts";
import type { CellResult, CompositeResult, DimensionResult } from "../audit/types.ts";
import { adjustedForTests } from "../statistics/adjust.ts";
import { type Comparison, incomparable, type Kept } from "./comparison.ts";
import { differByFew, FEW_APART, PAIR_FEW_APART } from "./differences.ts";
import { groupTrends } from "./trend-groups.ts";
import { type PairOf, pairsOf } from "./trend-pairs.ts";

/** Waves that passed `againstTrend`. */
export function trendOf(waves: readonly Kept[]): Trend {
  const pairOf = pairsOf(waves);
  const last = waves.length - 1;
  const steps = waves.slice(1).map((wave, at) => stepOf(pairOf(at, at + 1), waves[at] ?? wave, wave));
  return {
    waves,
    scores: scoresOf(waves).map((score) => trendOfScore(score, waves, pairOf)),
    groups: groupTrends(waves, pairOf),
    steps,
    whole: pairOf(0, last)?.change ?? null,
    mind: mindOf(waves, pairOf),
  };
}

function stepOf(pair: Comparison | null, before: Kept, after: Kept): WaveStep {
  if (pair !== null) {
    const { leftOut, reworded, change } = pair;
    return { broken: null, leftOut, reworded, newGroups: change.newGroups, goneGroups: change.goneGroups };
  }
  const [problem] = incomparable(before, after);
  return { broken: problem?.message ?? "", leftOut: [], reworded: [], newGroups: [], goneGroups: [] };
}

/** Every score that some wave shows, or of which it says that it is hidden. */
function scoresOf(waves: readonly Kept[]): readonly ScoreName[] {
  const found = new Map<string, ScoreName>();
  for (const { audit } of [...waves].reverse()) {
    if (audit.overall === null) continue;
    const { composites, dimensions } = audit.overall;
    const lead = composites.filter(({ id }) => id === audit.headline);
    for (const { id, title } of [...lead, ...composites]) addTo(found, { of: "composite", id, title });
    for (const { id, title } of dimensions) addTo(found, { of: "dimension", id, title });
  }
  return [...found.values()].sort((one, other) => (one.of === other.of ? 0 : one.of === "composite" ? -1 : 1));
}

function addTo(found: Map<string, ScoreName>, score: ScoreName): void {
  const key = `${score.of} ${score.id}`;
  if (!found.has(key)) found.set(key, score);
}

function trendOfScore(score: ScoreName, waves: readonly Kept[], pairOf: PairOf): ScoreTrend {
  const results = waves.map(({ audit }) => resultOf(audit.overall, score));
  const starts = startsOf(score, waves, pairOf);
  const points = results.map((result, at): WavePoint => {
    const isShown = (wave: number) => results[wave]?.index.kind === "estimate";
    const earlier = isShown(at) ? positions(starts[at] ?? at, at).filter(isShown) : [];
    const since = (wave: number | undefined) => sinceOf(score, wave, { at, pairOf });
    return {
      result,
      index: result?.index ?? (waves[at]?.audit.overall == null ? NOTHING_SHOWN : NOT_THERE),
      follows: at > 0 && starts[at] !== at,
      sinceFirst: since(earlier[0]),
      sinceBefore: since(earlier.at(-1)),
    };
  });
  return { ...score, points: adjustedSteps(points) };
}

const NOTHING_SHOWN: Published = { kind: "none", reason: "this wave shows nothing, as too few answered", n: 0 };
const NOT_THERE: Published = { kind: "none", reason: "not among the scores of this wave", n: 0 };

function resultOf(overall: CellResult | null, { of, id }: ScoreName): CompositeResult | DimensionResult | null {
  const all: readonly (CompositeResult | DimensionResult)[] =
    of === "composite" ? (overall?.composites ?? []) : (overall?.dimensions ?? []);
  return all.find((one) => one.id === id) ?? null;
}

function positions(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}

/** Of each wave the first from which on the score was made as it is there. A wave that shows nothing breaks nothing. */
function startsOf(score: ScoreName, waves: readonly Kept[], pairOf: PairOf): readonly number[] {
  let start = 0;
  let shown: number | null = null;
  return waves.map(({ audit }, at) => {
    if (shown !== null && !isAlike(score, pairOf(shown, at))) start = at;
    if (audit.overall !== null) shown = at;
    return start;
  });
}

function isAlike({ of, id }: ScoreName, pair: Comparison | null): boolean {
  return pair !== null && !pair.leftOut.some((one) => one.of === of && one.id === id);
}

function sinceOf(
  { of, id }: ScoreName,
  wave: number | undefined,
  { at, pairOf }: { readonly at: number; readonly pairOf: PairOf },
): SinceWave | null {
  if (wave === undefined) return null;
  const change = pairOf(wave, at)?.change.changes.find((one) => one.of === of && one.id === id);
  return change === undefined ? null : { wave, change };
}

const SIGNIFICANT = 0.05;

/** The steps of one score are a table of tests: told as clear by p adjusted over them. */
function adjustedSteps(points: readonly WavePoint[]): readonly WavePoint[] {
  const tests = points.map(({ sinceBefore }) => sinceBefore?.change.test?.p ?? null);
  const adjusted = adjustedForTests(tests.filter((p) => p !== null));
  let next = 0;
  return points.map((point, at) => {
    if (point.sinceBefore === null || tests[at] === null) return point;
    const adjustedP = adjusted[next++] ?? 1;
    const { change } = point.sinceBefore;
    const isCalled = change.says === "up" || change.says === "down";
    const says = isCalled && adjustedP >= SIGNIFICANT ? "no clear change" : change.says;
    return { ...point, sinceBefore: { ...point.sinceBefore, change: { ...change, adjustedP, says } } };
  });
}

/** Each once, with the wave that it begins at where it is not of all of them. */
function mindOf(waves: readonly Kept[], pairOf: PairOf): readonly string[] {
  const said = new Map<string, string[]>();
  // Told once, of all pairs together.
  for (const at of positions(1, waves.length))
    for (const text of pairOf(at - 1, at)?.mind ?? [])
      if (text !== PAIR_FEW_APART) said.set(text, [...(said.get(text) ?? []), waves[at]?.name ?? ""]);
  return [...said]
    .map(([text, names]) => `${names.join(", ")}, against the wave before: ${text}`)
    .concat(nearly(waves));
}

/** Two published totals that differ by a few people. */
function nearly(waves: readonly Kept[]): readonly string[] {
  const few = waves.slice(1).flatMap((after, at) => {
    const before = waves[at];
    if (before === undefined || !differByFew(before.audit, after.audit)) return [];
    return [`${before.name} and ${after.name}`];
  });
  if (few.length === 0) return [];
  const some = few.length > MOST_NAMED ? `${few.length} pairs of waves` : few.join("; ");
  return [`${some}: ${FEW_APART}`];
}

const MOST_NAMED = 3;
