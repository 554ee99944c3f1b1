/** What is told of groups against everyone else: marks beside their scores, the clear differences, the share that lies between them. */
import { NEXT_TO_NOTHING } from "../../audit/conventions.ts";
import type { Estimate, Published } from "../../audit/estimate.ts";
import type {
  BetweenGroups,
  CellResult,
  DimensionResult,
  GroupComparison,
  GroupingResults,
} from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { coefficient, gained, pValue, share, withInterval } from "../numbers.ts";
import type { Block, TableRow } from "../sheet.ts";
import { listWords } from "../words.ts";
import { applicable, NOT_APPLICABLE } from "./columns.ts";
import { type Reading, scoreName } from "./reading.ts";

/** "higher" or "lower" as the score is shown; null where nothing stands out or nothing can be said. */
export function comparisonMark(
  { comparisons }: GroupingResults,
  { cell, dimension, reading }: { readonly cell: CellResult; readonly dimension: string; readonly reading: Reading },
): "higher" | "lower" | null {
  const found = comparisons.find((one) => one.dimension === dimension && isOf(one, cell));
  return found && cell.kind === "group" ? shownSide(found, reading) : null;
}

/** Labels alone could be alike: a unit may be called what its blank neighbour is printed as. */
function isOf({ path }: GroupComparison, cell: CellResult): boolean {
  return path.length === cell.path.length && path.every((value, at) => value === cell.path[at]);
}

/** A load is the index turned round, and so are its differences. */
function shownSide({ says }: GroupComparison, reading: Reading): "higher" | "lower" | null {
  if (says !== "higher" && says !== "lower") return null;
  if (reading === "index") return says;
  return says === "higher" ? "lower" : "higher";
}

/** What a mark means, and whom it cannot be given. */
export function comparisonLegend({ comparisons }: GroupingResults): readonly string[] {
  if (comparisons.length === 0) return [];
  const few = tooFew(comparisons);
  const some = comparisons.some(isClear);
  return [
    some
      ? "higher, lower: compared with everyone else; no mark: no clear difference."
      : "Compared with everyone else, no group differs clearly on any dimension.",
    ...(few === "" ? [] : [`Too few to say: ${few}.`]),
  ];
}

function tooFew(comparisons: readonly GroupComparison[]): string {
  const labels = [...new Set(comparisons.map(({ label }) => label))];
  const parts = labels.flatMap((label) => {
    const own = comparisons.filter((one) => one.label === label);
    const few = own.filter(({ says }) => says === "too few to say");
    if (few.length === 0) return [];
    return [few.length === own.length ? label : `${label} on some dimensions`];
  });
  return listWords(parts, "and");
}

/** The clear differences with their numbers; nothing where there are none. */
export function clearDifferences(
  { comparisons }: GroupingResults,
  { dimensions, reading }: { readonly dimensions: readonly DimensionResult[]; readonly reading: Reading },
): readonly Block[] {
  const rows = comparisons.flatMap((one): readonly TableRow[] => {
    const side = shownSide(one, reading);
    const dimension = dimensions.find(({ id }) => id === one.dimension);
    if (side === null || dimension === undefined) return [];
    const { difference, g } = shownDifference(one, { dimension, reading });
    const p = one.adjustedP === null ? NOT_APPLICABLE : pValue(one.adjustedP);
    const size = g === null ? NOT_APPLICABLE : coefficient(g);
    return [[one.label, dimension.title, side, withInterval(difference, gained), size, p]];
  });
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "Clear differences from everyone else" },
    applicable({
      kind: "table",
      leading: 1,
      columns: [
        { title: "Group", wrapTo: 12 },
        { title: "Dimension", wrapTo: 12 },
        { title: "Is" },
        { title: `${capital(scoreName(reading))} points`, wrapTo: 14 },
        { title: "g", align: "right" },
        { title: "Adjusted p", align: "right", wrapTo: 8 },
      ],
      rows,
    }),
  ];
}

/** From points of the item metric to points of the score that is shown. */
function shownDifference(
  { difference, test }: GroupComparison,
  { dimension, reading }: { readonly dimension: DimensionResult; readonly reading: Reading },
): { readonly difference: Published; readonly g: number | null } {
  const { direction, min, max } = dimension;
  const towardsGood = direction === "higher" ? 1 : -1;
  const sign = reading === "load" ? -towardsGood : towardsGood;
  const g = test?.g ?? null;
  return { difference: scaled(difference, (sign * 100) / (max - min)), g: g === null ? null : sign * g };
}

function scaled(estimate: Published, factor: number): Published {
  if (estimate.kind !== "estimate") return estimate;
  const { interval } = estimate;
  const ends = interval === null ? [] : [interval.low * factor, interval.high * factor];
  const result: Estimate = { ...estimate, value: estimate.value * factor };
  if (interval === null) return result;
  return { ...result, interval: { ...interval, low: Math.min(...ends), high: Math.max(...ends) } };
}

/** So many dimensions are named. */
const MOST = 3;

/** "Of the differences between people, 12 % in Credibility … lie between the groups of department"; one sentence, only where a group stands out. */
export function betweenWords({ agreement, comparisons, columns, kind }: GroupingResults): readonly string[] {
  if (!comparisons.some(isClear)) return [];
  const known = agreement.flatMap(({ title, icc1 }: BetweenGroups) =>
    icc1.kind === "estimate" ? [{ title, value: icc1.value }] : [],
  );
  if (known.length === 0) return [];
  const groups = `groups of ${groupingName({ columns, kind })}`;
  const much = known.filter(({ value }) => value >= NEXT_TO_NOTHING).toSorted((a, b) => b.value - a.value);
  if (much.length === 0) return [`Hardly any of the differences between people lie between the ${groups}.`];
  const parts = much.slice(0, MOST).map(({ title, value }) => `${share(value)} in ${title}`);
  return [
    `Of the differences between people, ${listWords(parts, "and")} lie between the ${groups}${otherWords(much.length, known.length)}. The rest lies between people of one group.`,
  ];
}

function otherWords(much: number, known: number): string {
  if (much > MOST) return "; less in the other dimensions";
  return much < known ? "; hardly any in the other dimensions" : "";
}

function isClear({ says }: GroupComparison): boolean {
  return says === "higher" || says === "lower";
}

/** "department", "division / department", "department × tenure". */
export function groupingName({ columns, kind }: Pick<GroupingResults, "columns" | "kind">): string {
  return columns.join(kind === "crossing" ? " × " : " / ");
}
