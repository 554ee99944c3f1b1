import type { LeftOut, ScoreName } from "../audit/trend.ts";
import type { Audit, CellResult, GroupingResults, ScoreSignature } from "../audit/types.ts";

/** What of two audits of one framework may be held against each other. */
export interface Comparable {
  /** Keys of the scores that may; null: all, since both are of the very same framework text. */
  readonly scores: ReadonlySet<string> | null;
  readonly leftOut: readonly LeftOut[];
  /** Made alike, but what people read has changed. */
  readonly reworded: readonly ScoreName[];
  /** Between audiences: composites of which each has a formula or weights of its own, in one text of the framework. */
  readonly ownFormulas: readonly ScoreName[];
}

/** A change in time, or a gap between two audiences. */
export type ComparisonKind = "change" | "gap";

function keyOf({ of, id }: Pick<ScoreName, "of" | "id">): string {
  return `${of} ${id}`;
}

/**
 * Score by score: compared where both are made alike (`scoring` of their signatures), left out with a reason where not.
 * Null where neither signatures nor the very same framework text say anything of it. Between audiences, who read other words
 * by design, wording does not count; and a composite that the same text makes otherwise for each of them is held against its
 * namesake on the index, as in the map of one survey of both.
 */
export function comparableScores(before: Audit, after: Audit, kind: ComparisonKind): Comparable | null {
  const [old, now] = [before.framework, after.framework];
  if (old.signatures.length === 0 || now.signatures.length === 0)
    return old.hash === now.hash ? { scores: null, leftOut: [], reworded: [], ownFormulas: [] } : null;
  const [earlier, later] = [signed(old.signatures), signed(now.signatures)];
  const titles = new Map([...scoresOf(before), ...scoresOf(after)].map((one) => [keyOf(one), one]));
  const signatures = new Map([...later, ...earlier]);
  const isOneText = old.hash === now.hash && before.asked.form?.id === after.asked.form?.id;
  const pairs = [...signatures].map(([key, { of, id }]) => {
    const [first, second] = [earlier.get(key), later.get(key)];
    const isOwn = kind === "gap" && isOneText && of === "composite" && isMadeOtherwise(first, second);
    return { key, score: titles.get(key) ?? { of, id, title: id }, first, second, isOwn };
  });
  return {
    scores: new Set(pairs.filter((one) => one.isOwn || isAlike(one.first, one.second)).map(({ key }) => key)),
    leftOut: pairs.flatMap(({ score, first, second, isOwn }) => {
      const reason = isOwn ? null : reasonAgainst(first, second);
      return reason === null ? [] : [{ ...score, reason }];
    }),
    reworded: pairs
      .filter(({ first, second }) => kind === "change" && isAlike(first, second) && first?.wording !== second?.wording)
      .map(({ score }) => score),
    ownFormulas: pairs.filter(({ isOwn }) => isOwn).map(({ score }) => score),
  };
}

/** The cell with the scores that may be compared. */
export function comparablePart(cell: CellResult, { scores }: Comparable): CellResult {
  if (scores === null) return cell;
  return {
    ...cell,
    composites: cell.composites.filter(({ id }) => scores.has(keyOf({ of: "composite", id }))),
    dimensions: cell.dimensions.filter(({ id }) => scores.has(keyOf({ of: "dimension", id }))),
  };
}

/** The groupings with the scores that may be compared. */
export function comparableGroups(
  groupings: readonly GroupingResults[],
  comparable: Comparable,
): readonly GroupingResults[] {
  return groupings.map((grouping) => ({
    ...grouping,
    cells: grouping.cells.map((cell) => comparablePart(cell, comparable)),
  }));
}

function signed(signatures: readonly ScoreSignature[]): ReadonlyMap<string, ScoreSignature> {
  return new Map(signatures.map((one) => [keyOf(one), one]));
}

/** The scores an audit shows, or of which it says that they are hidden. */
function scoresOf({ overall }: Audit): readonly ScoreName[] {
  if (overall === null) return [];
  return [
    ...overall.composites.map(({ id, title }) => ({ of: "composite" as const, id, title })),
    ...overall.dimensions.map(({ id, title }) => ({ of: "dimension" as const, id, title })),
  ];
}

function isAlike(first: ScoreSignature | undefined, second: ScoreSignature | undefined): boolean {
  return first !== undefined && second !== undefined && first.scoring === second.scoring;
}

function isMadeOtherwise(first: ScoreSignature | undefined, second: ScoreSignature | undefined): boolean {
  return first !== undefined && second !== undefined && first.scoring !== second.scoring;
}

function reasonAgainst(first: ScoreSignature | undefined, second: ScoreSignature | undefined): string | null {
  if (first === undefined) return "only the second audit has it";
  if (second === undefined) return "only the first audit has it";
  if (first.scoring === second.scoring) return null;
  return first.of === "dimension"
    ? "it is made otherwise in the two: of other questions, weights or scales"
    : "it is made otherwise in the two: by another formula or other weights, or of dimensions that are themselves made otherwise";
}
