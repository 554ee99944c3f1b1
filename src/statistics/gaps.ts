/**
 * Gaps between audiences: of published results only, every two audiences on every score that both have.
 *
 * Formula: index of the first audience minus that of the second; their people are different ones, so variances add: Welch's t
 *   with Welch–Satterthwaite df, Hedges g of dimensions (change.ts). Composites are compared on their indices, and only where
 *   both formulas name the same parts: their weights may differ, which is said. p adjusted by Benjamini and Hochberg over the gaps of dimensions.
 * Unit and range: index points, −100 to 100; p two-sided, 0–1. A headcount never narrows it.
 * Missing rule: a dimension must be on the same scale for both; a composite that cannot be computed for one of them has no
 *   gap; hidden in either is hidden. Under 5 people, or without a standard error, in either: "too few to say".
 * "Higher" and "lower": of dimensions at adjusted p < .05 and |g| ≥ .2, of composites where the interval leaves out 0 (p < .05).
 * Source: Welch 1947; Hedges 1981; Benjamini & Hochberg 1995. Oracle: R's t.test and p.adjust (reference.json; test/statistics/gaps.test.ts).
 */
import type {
  AudienceGap,
  CellResult,
  Change,
  ChangeResult,
  CompositeResult,
  DimensionResult,
  PlainChange,
} from "../audit/types.ts";
import type { Framework, Unit } from "../framework/types.ts";
import { adjustedForTests } from "./adjust.ts";
import { changeBetween } from "./change.ts";

const SIGNIFICANT = 0.05;
/** An effect of this size, either way, is called: what Cohen called small. */
const NOTICEABLE = 0.2;

/** A gap before the family of tests is known. */
interface Plain {
  readonly audience: string;
  readonly than: string;
  readonly change: PlainChange;
}

/**
 * Every pair of audiences in the framework's order, composites before dimensions.
 * @param cells of the grouping that tells audiences apart; groups alone are compared
 */
export function estimateGaps({
  framework,
  cells,
}: {
  readonly framework: Framework;
  readonly cells: readonly CellResult[];
}): readonly AudienceGap[] {
  const groups = new Map(cells.filter(({ kind }) => kind === "group").map((cell) => [cell.path[0] ?? "", cell]));
  const shown = framework.audiences.filter(({ id }) => groups.has(id));
  const plain = shown.flatMap((first, at) =>
    shown.slice(at + 1).flatMap((second): readonly Plain[] => {
      const [own, other] = [groups.get(first.id), groups.get(second.id)];
      if (own === undefined || other === undefined) return [];
      const sides = [
        { name: first.title, cell: own, unit: framework.unit },
        { name: second.title, cell: other, unit: framework.unit },
      ] as const;
      return plainGaps(sides).map((change) => ({ audience: first.id, than: second.id, change }));
    }),
  );
  const told = wordsOf(plain.map(({ change }) => change));
  return plain.map(({ audience, than, change }, at) => {
    const { of, id, title, index, test } = change;
    const { adjustedP, says } = told[at] ?? UNTOLD;
    return { of, id, title, audience, than, index, test, adjustedP, says };
  });
}

/** One audience of a gap. */
export interface GapSide {
  /** What it is called. */
  readonly name: string;
  readonly cell: CellResult;
  /** Anything but `person`: a room's or an organisation's view, which has no margin of error. */
  readonly unit: Unit;
}

/**
 * The gap between two audiences that were surveyed apart, as `estimateGaps` has it of two: the first minus the second.
 * "Up": the first is higher.
 */
export function gapOfTwo(first: GapSide, second: GapSide): Pick<ChangeResult, "people" | "changes"> {
  const plain = plainGaps([first, second]);
  const told = wordsOf(plain);
  return {
    people: { before: first.cell.people, after: second.cell.people, both: null },
    changes: plain.map((change, at): Change => {
      const { adjustedP, says } = told[at] ?? UNTOLD;
      // On the index a composite has no other points.
      const points = change.of === "composite" ? change.index : change.points;
      return { ...change, points, adjustedP, says: AS_CHANGE[says] };
    }),
  };
}

const AS_CHANGE: Readonly<Record<AudienceGap["says"], Change["says"]>> = {
  higher: "up",
  lower: "down",
  "no clear difference": "no clear change",
  "too few to say": "too few to say",
};

type Told = Pick<AudienceGap, "adjustedP" | "says">;

const UNTOLD: Told = { adjustedP: null, says: "too few to say" };

/** The first minus the second, on everything both have; families of tests are not known yet. */
function plainGaps([first, second]: readonly [GapSide, GapSide]): readonly PlainChange[] {
  const [after, before] = shared(first.cell, second.cell);
  const plain = changeBetween({
    before,
    after,
    of: "audiences",
    names: { before: second.name, after: first.name },
    units: { before: second.unit, after: first.unit },
  });
  const formula = (cell: CellResult, id: string) => cell.composites.find((one) => one.id === id)?.formula;
  return plain.map((change) => {
    const { of, id, index } = change;
    if (of === "dimension" || index.kind !== "estimate" || formula(after, id) === formula(before, id)) return change;
    return { ...change, index: { ...index, caveats: [...index.caveats, OWN_WEIGHTS] } };
  });
}

const OWN_WEIGHTS = "Each audience weighs the same parts in its own way: part of the gap may lie in the weights.";

/** One family: the tests of dimensions are adjusted for each other. */
function wordsOf(changes: readonly PlainChange[]): readonly Told[] {
  const tested = changes.filter(({ of, test }) => of === "dimension" && test !== null);
  const adjusted = adjustedForTests(tested.map(({ test }) => test?.p ?? 1));
  const adjustedOf = new Map(tested.map((one, at) => [one, adjusted[at] ?? 1]));
  return changes.map((change) => {
    const adjustedP = adjustedOf.get(change) ?? null;
    return { adjustedP, says: wordsFor(change, change.of === "composite" ? (change.test?.p ?? null) : adjustedP) };
  });
}

/** Both with what can be compared of them. */
function shared(first: CellResult, second: CellResult): readonly [CellResult, CellResult] {
  return [comparable(first, second), comparable(second, first)];
}

function comparable(cell: CellResult, other: CellResult): CellResult {
  const isComputable = (own: CompositeResult) =>
    own.index.kind !== "none" &&
    other.composites.some(
      (one) =>
        // Of other parts the two are different things, whatever they are called.
        one.id === own.id && one.index.kind !== "none" && partsOf(own, cell).join() === partsOf(one, other).join(),
    );
  const isSameScale = (one: DimensionResult) =>
    other.dimensions.some(
      ({ id, min, max, direction }) =>
        id === one.id && min === one.min && max === one.max && direction === one.direction,
    );
  return {
    ...cell,
    composites: cell.composites.filter(isComputable).map(onIndex),
    dimensions: cell.dimensions.filter(isSameScale),
  };
}

/** Dimensions that its formula rests on, with those of the composites that it names. */
function partsOf({ id, terms }: CompositeResult, { composites }: Pick<CellResult, "composites">): readonly string[] {
  // A formula names earlier ones only.
  const earlier = composites.slice(
    0,
    composites.findIndex((one) => one.id === id),
  );
  const parts = terms.flatMap(({ name }) => {
    const named = earlier.find((one) => one.id === name);
    return named === undefined ? [name] : partsOf(named, { composites: earlier });
  });
  return [...new Set(parts)].sort();
}

/** The same composite as a number of index points: its index for its value, and its error put on the index. */
function onIndex(composite: CompositeResult): CompositeResult {
  const { transform, worst, best, precision } = composite;
  const length = transform === "log" ? Math.log(best) - Math.log(worst) : best - worst;
  const se = precision === null ? 0 : Math.abs(100 / length) * precision.se;
  return {
    ...composite,
    value: composite.index,
    transform: "linear",
    worst: 0,
    best: 100,
    precision: precision === null ? null : { ...precision, se, scale: "linear" },
  };
}

function wordsFor({ of, index, test, says }: PlainChange, p: number | null): AudienceGap["says"] {
  if (index.kind !== "estimate" || says === "too few to say") return "too few to say";
  if (test === null || p === null) return "no clear difference";
  const isLarge = of === "composite" || (test.g !== null && Math.abs(test.g) >= NOTICEABLE);
  if (p >= SIGNIFICANT || !isLarge || index.value === 0) return "no clear difference";
  return index.value > 0 ? "higher" : "lower";
}
