/** The thirds of a scale, in words: which scores lie in them, and of a single question which answers. */
import type { Audit, CellResult, ItemResult } from "../../audit/types.ts";
import { exact, short } from "../numbers.ts";

type Dimension = CellResult["dimensions"][number];
/** Low, middle, high. */
type Three = readonly [string, string, string];

/** "1 to 2.33", "2.33 to 3.67", "3.67 to 5"; of a single question on 0 to 3 "0", "1 to 2", "3". */
export function thirdNames(audit: Audit, dimension: Dimension): Three {
  const { min, max } = dimension;
  const third = (max - min) / 3;
  const answers = answersIn(audit, dimension);
  if (answers !== null) return answers;
  return [
    `${short(min)} to ${short(min + third)}`,
    `${short(min + third)} to ${short(max - third)}`,
    `${short(max - third)} to ${short(max)}`,
  ];
}

/** So many single answers are told one by one. */
const MOST_ANSWERS = 5;

/** The answers to the only question of a dimension, in points of its score; null of more questions or answers, and hidden ones. */
export function singleAnswers(
  { items }: Audit,
  dimension: Dimension,
): readonly { readonly words: string; readonly people: number }[] | null {
  const [only, ...others] = items.filter((item) => item.dimension === dimension.id);
  if (only === undefined || others.length > 0) return null;
  const { histogram, reverse } = only;
  if (codesOf(only, dimension) === null || "kind" in histogram || histogram.length > MOST_ANSWERS) return null;
  const ascending = reverse ? histogram.toReversed() : histogram;
  return ascending.map(({ code, label, count }) => ({
    words: label === "" || label === `${code}` ? exact(code) : `${exact(code)} ${label}`,
    people: count,
  }));
}

/** Of a score that is one answer. A limit belongs to the middle. */
function answersIn({ items }: Audit, { id, min, max }: Dimension): Three | null {
  const own = items.filter((item) => item.dimension === id);
  const [only] = own;
  if (only === undefined || own.length > 1) return null;
  const codes = codesOf(only, { min, max });
  if (codes === null) return null;
  // Three times over, so that no limit is rounded.
  const span = max - min;
  const isLow = (code: number) => 3 * (code - min) < span;
  const isHigh = (code: number) => 3 * (max - code) < span;
  return [
    spanWords(codes.filter(isLow)),
    spanWords(codes.filter((code) => !isLow(code) && !isHigh(code))),
    spanWords(codes.filter(isHigh)),
  ];
}

/** Ascending, turned round where the item is; null of a figure and of answers that are not shown. */
function codesOf({ histogram, figure, reverse }: ItemResult, { min, max }: { min: number; max: number }) {
  if (figure !== null || "kind" in histogram || histogram.length === 0) return null;
  const codes = histogram.map(({ code }) => (reverse ? min + max - code : code));
  return [...codes].sort((a, b) => a - b);
}

/** "0", "1 to 2"; "none" where no answer lies there. */
function spanWords(codes: readonly number[]): string {
  const [first] = codes;
  const last = codes.at(-1);
  if (first === undefined || last === undefined) return "none";
  return first === last ? exact(first) : `${exact(first)} to ${exact(last)}`;
}
