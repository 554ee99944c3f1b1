/**
 * Change of the same people between two waves.
 *
 * Formula: dimensions: d̄ ± t(n − 1) s_d/√n over the people with the score in both waves, d = after − before; index change
 *   100 d̄/(best − worst), its interval at 99 %, too. Composites: paired-composite.ts.
 * Unit and range: points of the item metric; index points, −100..100. Intervals are cut at the largest change there can be.
 * Missing rule: people who lack a score in one of the waves are left out of it. A hidden id says nothing. A composite
 *   that a ladder holds has no change, nor has any of several audiences that are told apart. "Up" and "down" are said of
 *   the index where the interval leaves out 0, at 10 people or more.
 * Source: Student 1908 (paired t test); Oehlert 1992 (delta method). Oracle: reference.json (wave2_minus_wave1, paired).
 */
import type { PairedAggregate, PairedDimensionSlots } from "../aggregate/paired.ts";
import type { Cell } from "../aggregate/types.ts";
import type { Published } from "../audit/estimate.ts";
import type { Change, PlainChange } from "../audit/types.ts";
import type { Composite, Dimension, Framework } from "../framework/types.ts";
import { tQuantile } from "../numeric/distributions.ts";
import { type ChangeNumbers, INDEX_POINTS, STRICT, testOf } from "./change-numbers.ts";
import { ladderHolding } from "./composite-cap.ts";
import { HIDDEN } from "./group.ts";
import { momentsOf } from "./moments.ts";
import { compositeChange } from "./paired-composite.ts";
import {
  cannotEstimate,
  cutTo,
  notComputable,
  type Sampling,
  samplingCaveats,
  whyNoInterval,
  withInterval,
  withoutInterval,
} from "./sampling.ts";

/** Under this many pairs nothing is said of a change. */
const FEWEST_PAIRS = 10;

interface PairedRequest {
  readonly framework: Framework;
  /** As disclosure released it. */
  readonly paired: PairedAggregate;
  /** Several audiences are told apart, and so not averaged; absent: they are not. */
  readonly isApart?: boolean;
  /** Ids of dimensions and composites that may not be shown. */
  readonly hidden?: ReadonlySet<string>;
  /** Integer; only formulas with min or max draw on it. */
  readonly seed: number;
  /** Confidence level, 0–1. */
  readonly level: number;
}

/** Change of every composite, then of every dimension, in framework order. */
export async function estimatePairedChange(request: PairedRequest): Promise<readonly PlainChange[]> {
  const { framework, paired, hidden = new Set<string>(), seed, level, isApart = false } = request;
  const { dimensions } = framework;
  const sampling: Sampling = { unit: framework.unit, headcount: null, level };
  const changes: PlainChange[] = [];
  for (const composite of framework.composites) {
    const { id, title, inputs } = composite;
    const named = { of: "composite", id, title } as const;
    const veiled = [id, ...inputs].some((one) => hidden.has(one));
    const why = isApart ? ONE_AT_A_TIME : whyNoChange(framework, composite);
    const numbers = veiled
      ? NOTHING_SAID
      : why === null
        ? await compositeChange({ composite, dimensions, paired, sampling, seed })
        : without(why);
    changes.push({ ...named, ...numbers, says: saysOf(numbers.index) });
  }
  for (const dimension of dimensions) {
    const { id, title } = dimension;
    const slots = paired.plan.dimensions.find((one) => one.id === id);
    const numbers = hidden.has(id) ? NOTHING_SAID : dimensionChange(dimension, { cell: paired.cell, slots, sampling });
    changes.push({ of: "dimension", id, title, ...numbers, says: saysOf(numbers.index) });
  }
  return changes;
}

const ONE_AT_A_TIME = "audiences are not averaged: look at one at a time";

/** Why the formula on the means of the same people is not the composite's change; null where it is. */
function whyNoChange(framework: Framework, composite: Composite): string | null {
  if (composite.byAudience !== null && framework.audiences.length > 1) return "each audience has a formula of its own";
  const ladder = ladderHolding(framework, composite);
  if (ladder === null) return null;
  // What holds it is everyone's level in each wave, which people who answered both times may not be at.
  return `it is held by the ${ladder.word} that everyone has reached, and the same people alone may be at another`;
}

function without(reason: string): ChangeNumbers {
  const number = notComputable(reason, 0);
  return { index: number, points: number, strict: null, test: null };
}

const NOTHING_SAID: ChangeNumbers = { index: HIDDEN, points: HIDDEN, strict: null, test: null };

function saysOf(index: Published): Change["says"] {
  if (index.kind !== "estimate" || index.n < FEWEST_PAIRS) return "too few to say";
  if (index.interval === null) return "no clear change";
  if (index.interval.low > 0) return "up";
  return index.interval.high < 0 ? "down" : "no clear change";
}

const METHOD = "mean change of the same people";

function dimensionChange(
  { direction, min, max }: Dimension,
  { cell, slots, sampling }: { cell: Cell; slots: PairedDimensionSlots | undefined; sampling: Sampling },
): ChangeNumbers {
  if (slots === undefined) return without("it was not asked");
  const { n, mean, variance } = momentsOf(cell, slots, slots.unitsPerPoint);
  if (cannotEstimate(n, sampling) !== null) return without("nobody answered enough of it in both waves");
  const parts = {
    value: mean,
    n,
    unit: `points on ${min}–${max}`,
    method: METHOD,
    caveats: samplingCaveats(n, sampling),
  };
  const span = max - min;
  const slope = 100 / (direction === "higher" ? span : -span);
  const why = whyNoInterval(n, sampling);
  if (why !== null || variance === null) {
    const points = withoutInterval(parts, why ?? "one person answered");
    const index = withoutInterval({ ...parts, value: mean * slope, unit: INDEX_POINTS }, points.noInterval ?? "");
    return { index, points, strict: null, test: null };
  }
  const se = Math.sqrt(variance / n);
  const endsAt = (level: number) => {
    const half = tQuantile((1 + level) / 2, n - 1) * se;
    return cutTo([mean - half, mean + half], { value: mean, min: -span, max: span });
  };
  const ends = endsAt(sampling.level);
  const strict = endsAt(STRICT).map((end) => end * slope);
  const method = `${METHOD}, paired t interval with ${n - 1} df`;
  return {
    index: withInterval(
      { ...parts, value: mean * slope, unit: INDEX_POINTS, method },
      [ends[0] * slope, ends[1] * slope],
      sampling.level,
    ),
    points: withInterval({ ...parts, method }, ends, sampling.level),
    strict: { low: Math.min(...strict), high: Math.max(...strict), level: STRICT },
    test: testOf({ difference: mean, se, df: n - 1, method: "paired t test" }),
  };
}
