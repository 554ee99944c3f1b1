/**
 * Change between two waves of which it is not known who answered both: of published results only.
 *
 * Formula: difference of the two estimates, variances added, Welch's t with Welch–Satterthwaite df; of a composite on the log
 *   scale the difference of logarithms, in points the ratio e^difference. Index change: the difference on the line (log line)
 *   of the index. Hedges g = d(1 − 3/(4(n₁ + n₂ − 2) − 1)) with the pooled SD, of dimensions.
 * Unit and range: points of the item metric, ratio, index points; p 0–1. A headcount never narrows it: the standard errors are
 *   those without one, since people answer with noise even when all of them answer.
 * Missing rule: hidden in either wave is hidden. Without a standard error in either there is no test, and it says "too few to
 *   say", as under 5 people in either wave; where nobody differs in either, there is no test and no clear change.
 * Source: Welch 1947; Hedges 1981. Oracle: reference.json (wave2_minus_wave1, independent).
 */
import { LEVEL } from "../audit/conventions.ts";
import type { Estimate, NotComputable, Published } from "../audit/estimate.ts";
import type {
  CellResult,
  Change,
  CompositeResult,
  DifferenceTest,
  DimensionResult,
  PlainChange,
  Precision,
} from "../audit/types.ts";
import type { Unit } from "../framework/types.ts";
import { tQuantile } from "../numeric/distributions.ts";
import { countWords, restsOn } from "./counts.ts";
import { rounded } from "./describe.ts";
import { HIDDEN } from "./group.ts";
import { cutTo, notComputable, withInterval, withoutInterval } from "./sampling.ts";
import { type DifferenceError, hedgesG, tTest, welchError } from "./welch.ts";

/** Under so many people in either wave nothing is said of a direction. */
const ENOUGH = 5;

/** What the two waves are called. */
interface Names {
  readonly before: string;
  readonly after: string;
}

const WAVES: Names = { before: "the wave before", after: "the latest wave" };
/** What the two are, where it is said why something is missing. */
type Bodies = "waves" | "audiences";

/** What either of the two counts: an assessment is no sample of people. */
interface Units {
  readonly before: Unit;
  readonly after: Unit;
}

const PEOPLE: Units = { before: "person", after: "person" };

const HEADCOUNT_UNUSED: Readonly<Record<Bodies, string>> = {
  waves: "The headcount does not narrow a change.",
  audiences: "The headcount does not narrow a gap.",
};

/** Change of every composite, then of every dimension, that both waves have; "up" means that the index rises. */
export function changeBetween({
  before,
  after,
  names,
  of: bodies = "waves",
  units = PEOPLE,
}: {
  readonly before: CellResult;
  readonly after: CellResult;
  readonly names: Names;
  readonly of?: Bodies;
  readonly units?: Units;
}): readonly PlainChange[] {
  const caveats = before.headcount === null && after.headcount === null ? [] : [HEADCOUNT_UNUSED[bodies]];
  const waves = { names, caveats, bodies, units };
  const composites = paired(before.composites, after.composites).map(([first, second]) =>
    toChange({ ...waves, of: "composite", first: compositeSide(first), second: compositeSide(second) }),
  );
  const dimensions = paired(before.dimensions, after.dimensions).map(([first, second]) =>
    toChange({ ...waves, of: "dimension", first: dimensionSide(first), second: dimensionSide(second) }),
  );
  return [...composites, ...dimensions];
}

/** Of one group. */
export interface PlainGroupChange {
  readonly path: readonly string[];
  readonly label: string;
  readonly changes: readonly PlainChange[];
}

/** Change of every group that both waves show, in the order of the later one. */
export function groupChanges(
  before: readonly CellResult[],
  after: readonly CellResult[],
  units: Units = PEOPLE,
): readonly PlainGroupChange[] {
  const earlier = new Map(
    before.filter(({ kind }) => kind === "group").map((cell) => [JSON.stringify(cell.path), cell]),
  );
  return after.flatMap((cell) => {
    const same = cell.kind === "group" ? earlier.get(JSON.stringify(cell.path)) : undefined;
    if (same === undefined) return [];
    return [
      {
        path: cell.path,
        label: cell.label,
        changes: changeBetween({ before: same, after: cell, names: WAVES, units }),
      },
    ];
  });
}

/** The results that both lists have, in the order of the second. */
function paired<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): readonly [T, T][] {
  const earlier = new Map(before.map((one) => [one.id, one]));
  return after.flatMap((one) => {
    const same = earlier.get(one.id);
    return same === undefined ? [] : [[same, one] as [T, T]];
  });
}

/** One wave of one result. */
interface Side {
  readonly id: string;
  readonly title: string;
  readonly value: Published;
  readonly sd: Published | null;
  readonly precision: Precision | null;
  readonly scale: "linear" | "log";
  /** What the change is counted in where the scale is linear. */
  readonly unit: string;
  /** Index points of one unit of the scale; below 0 where lower is better. */
  readonly perUnit: number;
}

function dimensionSide({ id, title, mean, sd, precision, direction, min, max }: DimensionResult): Side {
  const perUnit = (direction === "higher" ? 100 : -100) / (max - min);
  return { id, title, value: mean, sd, precision, scale: "linear", unit: `points on ${min}–${max}`, perUnit };
}

function compositeSide({ id, title, value, precision, transform, worst, best }: CompositeResult): Side {
  const length = transform === "log" ? Math.log(best) - Math.log(worst) : best - worst;
  return { id, title, value, sd: null, precision, scale: transform, unit: "formula value", perUnit: 100 / length };
}

interface Sides {
  readonly of: Change["of"];
  readonly first: Side;
  readonly second: Side;
  readonly names: Names;
  readonly caveats: readonly string[];
  readonly bodies: Bodies;
  readonly units: Units;
}

function toChange(sides: Sides): PlainChange {
  const { of, first, second, names } = sides;
  const { id, title } = second;
  const nothing = (published: Published): PlainChange => ({
    of,
    id,
    title,
    index: published,
    points: published,
    strict: null,
    test: null,
    says: "too few to say",
  });
  if (first.value.kind === "hidden" || second.value.kind === "hidden") return nothing(HIDDEN);
  if (first.value.kind === "none") return nothing(because(names.before, first.value));
  if (second.value.kind === "none") return nothing(because(names.after, second.value));
  return difference(sides, first.value, second.value);
}

function because(name: string, { reason, n }: NotComputable): NotComputable {
  return notComputable(`${name}: ${reason}`, n);
}

function difference(
  { of, first, second, caveats, bodies, units }: Sides,
  before: Estimate,
  after: Estimate,
): PlainChange {
  const { id, title, scale, perUnit, unit } = second;
  const onScale = scale === "log" ? Math.log : (x: number) => x;
  const delta = onScale(after.value) - onScale(before.value);
  const error = addedError(first.precision, second.precision);
  const counts = [
    [after.n, units.after],
    [before.n, units.before],
  ] as const;
  const isOfPeople = units.before === "person" && units.after === "person";
  const method = `difference ${scale === "log" ? "of logarithms " : ""}of ${countWords(counts)}${isOfPeople ? ", variances added" : ""}${
    error === null ? "" : `, Welch's t interval with ${rounded(error.df)} df`
  }`;
  const half = error === null ? null : tQuantile((1 + LEVEL) / 2, error.df) * error.se;
  // From one end of the scale to the other: no change is larger.
  const most = Math.abs(100 / perUnit);
  const published = (map: (x: number) => number, counted: string): Published => {
    const parts = { value: map(delta), n: restsOn(counts), unit: counted, method, caveats };
    if (half === null) return withoutInterval(parts, whyNoError({ first, second, bodies, units }));
    const [low, high] = cutTo([delta - half, delta + half], { value: delta, min: -most, max: most });
    return withInterval(parts, [map(low), map(high)], LEVEL);
  };
  const index = published((x) => perUnit * x, scale === "log" ? "log-index points" : "index points");
  return {
    of,
    id,
    title,
    index,
    points: scale === "log" ? published(Math.exp, "ratio of after to before") : published((x) => x, unit),
    strict: null,
    test: error === null ? null : testOf(delta, error, sizeOf([first, before.n], [second, after.n])),
    says: Math.min(before.n, after.n) < ENOUGH ? "too few to say" : wordsFor(index, [first, second]),
  };
}

/** Null without a standard error in either, or a spread in any. */
function addedError(first: Precision | null, second: Precision | null): DifferenceError | null {
  if (first === null || second === null) return null;
  return welchError({ se2: first.se ** 2, df: first.df }, { se2: second.se ** 2, df: second.df });
}

function whyNoError({ first, second, bodies, units }: Pick<Sides, "first" | "second" | "bodies" | "units">): string {
  const views = [units.before, units.after].filter((unit) => unit !== "person").length;
  if (views > 0) return `${views === 1 ? "one of the two is" : "both are"} an assessment, which has no margin of error`;
  return first.precision === null || second.precision === null
    ? `one of the two ${bodies} has no margin of error`
    : `all scores of either ${bodies === "waves" ? "wave" : "audience"} are equal`;
}

function testOf(delta: number, error: DifferenceError, g: number | null): DifferenceTest {
  return { ...tTest(delta, error), g, method: "Welch's t test, two-sided" };
}

/** After minus before in standard deviations; null without a spread in points. */
function sizeOf([first, n1]: readonly [Side, number], [second, n2]: readonly [Side, number]): number | null {
  const { value: before, sd: sd1 } = first;
  const { value: after, sd: sd2 } = second;
  if (before.kind !== "estimate" || after.kind !== "estimate") return null;
  if (sd1?.kind !== "estimate" || sd2?.kind !== "estimate") return null;
  return hedgesG(after.value - before.value, { n: n1, sd: sd1.value }, { n: n2, sd: sd2.value });
}

/** Without an interval: nothing could be tested where a wave has no margin of error, and nothing is clear without a spread. */
function wordsFor(index: Published, sides: readonly Side[]): Change["says"] {
  if (index.kind !== "estimate" || sides.some(({ precision }) => precision === null)) return "too few to say";
  if (index.interval === null) return "no clear change";
  if (index.interval.low > 0) return "up";
  return index.interval.high < 0 ? "down" : "no clear change";
}
