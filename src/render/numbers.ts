/** The only place where a number becomes text: same rounding, sign and separators in every format. */
import type { Interval, Published } from "../audit/estimate.ts";
import { inLocale } from "./locale.ts";

/** Turns one number into text; intervals use the same for both ends, and `more` digits where those would read alike. */
export type NumberFormat = (value: number, more?: number) => string;

const MINUS = "−";
/** A number this near to a limit, or a share this near to none or all, is one that arithmetic has rounded. */
const ROUNDING = 1e-9;

/** `decimals` digits after the point, a true minus sign, marks between thousands, and never "−0". */
function fixed(value: number, decimals: number): string {
  return written(value, Math.abs(value).toFixed(decimals));
}

/** The sign of a number before the digits that stand for it. */
function written(value: number, digits: string): string {
  const sign = value < 0 && Number(digits) !== 0 ? MINUS : "";
  return sign + inLocale(digits, Math.abs(value) >= 999);
}

/** People, rows, answers. */
export const count: NumberFormat = (value) => fixed(value, 0);
/** An index, load or target, 0–100: whole points, since the data never support more. */
export const score: NumberFormat = (value, more = 0) => fixed(value, more);
/** Limits on the 0–100 scale as it is shown, and its good end: a number exactly on a limit counts with that side. */
interface Limits {
  readonly at: readonly number[];
  readonly best: 0 | 100;
}

/** Digits a score may have beyond its own before words stand for how near it is. */
const NEARER = [0, 1, 2];

/**
 * A score beside limits it is judged by: up to two more digits where it would otherwise round onto a limit that it does
 * not reach, "49.9" and "64.98"; nearer still, "under 65".
 */
export function scoreBeside({ at, best }: Limits): NumberFormat {
  const reaches = (value: number, limit: number) =>
    best === 100 ? value >= limit - ROUNDING : value <= limit + ROUNDING;
  const crossed = (value: number, digits: number) =>
    at.find((limit) => reaches(value, limit) !== reaches(Number(value.toFixed(digits)), limit));
  return (value, more = 0) => {
    const digits = NEARER.map((extra) => more + extra).find((one) => crossed(value, one) === undefined);
    if (digits !== undefined) return score(value, digits);
    const limit = crossed(value, more + NEARER.length - 1) ?? value;
    return `${value < limit ? "under" : "over"} ${short(limit)}`;
  };
}

/** A mean or standard deviation in the item metric. */
export const mean: NumberFormat = (value, more = 0) => fixed(value, 2 + more);
/** Index points gained or lost, with their sign. */
export const points: NumberFormat = (value, more = 0) => signed(value, more);
/** Digits that tell anything from nought that is not nought up to rounding. */
const OFF_NOUGHT = Array.from({ length: 10 }, (_, extra) => extra);
/** Index points of a change or difference: nearer, where it would otherwise round onto the nought that it is judged by. */
export const gained: NumberFormat = (value, more = 0) => {
  if (Math.abs(value) <= ROUNDING) return signed(value, more);
  const digits = OFF_NOUGHT.map((extra) => more + extra).find((one) => Number(value.toFixed(one)) !== 0);
  return signed(value, digits ?? more);
};
/** A net promoter score, −100 to +100. */
export const nps: NumberFormat = (value, more = 0) => signed(value, more);
/** Need, gap, reduction: small numbers whose arithmetic a reader may follow. */
export const need: NumberFormat = (value) => fixed(value, 3);
/** Weights, strengths, effort points, ends of a scale: as short as they are exact, at most two decimals. */
export const short: NumberFormat = (value) => written(value, String(Number(Math.abs(value).toFixed(2))));
/** A seed or a code: every digit, no separators. */
export const exact: NumberFormat = (value) => (value < 0 ? MINUS : "") + inLocale(String(Math.abs(value)), false);

/** A business figure, with as many digits after the point as its framework gives it. */
export const figure =
  (decimals: number): NumberFormat =>
  (value, more = 0) =>
    fixed(value, decimals + more);

/** For programs to read: every digit, a point, a plain minus sign, no separators; shortest text that gives the same number back. */
export const unrounded: NumberFormat = (value) => String(value);

/** A share 0–1 in whole per cent; only all of it prints as 100 %, and only none of it as 0 %. */
export const share: NumberFormat = (value, more = 0) => `${bareShare(value, more)} %`;

/** A probability 0–1: an estimate of a chance is never told as certain, even where arithmetic has run out of digits. */
export const chance: NumberFormat = (value) => share(Math.min(0.999, Math.max(0.001, value)));

/** A p value: three decimals, and never told as nought. */
export const pValue: NumberFormat = (value) => (value < 0.001 ? `under ${fixed(0.001, 3)}` : fixed(value, 3));

/** Correlations, alpha, omega, rWG, g: two decimals. */
export const coefficient: NumberFormat = (value, more = 0) => fixed(value, 2 + more);

/** A coefficient beside a limit it is judged by from below: as many digits as tell it from there, "0.698" under 0.70. */
export function coefficientBeside(limits: readonly number[]): NumberFormat {
  return (value, more = 0) => {
    const under = (limit: number) => value < limit - ROUNDING;
    const told = (digits: number) => limits.every((limit) => under(limit) === Number(value.toFixed(digits)) < limit);
    const extra = OFF_NOUGHT.find((one) => told(2 + more + one));
    return coefficient(value, more + (extra ?? 0));
  };
}

/** The share without its sign, for intervals: "37 to 45 %". */
const bareShare: NumberFormat = (value, more = 0) => {
  const rounded = Number((value * 100).toFixed(more));
  const least = 10 ** -more;
  if (value > ROUNDING && rounded === 0) return `under ${fixed(least, more)}`;
  if (value < 1 - ROUNDING && rounded === 100) return `over ${fixed(100 - least, more)}`;
  return fixed(value * 100, more);
};

/** A composite in the formula's own metric: one decimal, two where the whole range is 10 or less and so needs them. */
export function compositeValue(range: { readonly worst: number; readonly best: number }): NumberFormat {
  const decimals = Math.abs(range.best - range.worst) <= 10 ? 2 : 1;
  return (value, more = 0) => fixed(value, decimals + more);
}

/** "52 to 58"; shares take their sign once: "37 to 45 %". */
export function interval(ends: Pick<Interval, "low" | "high">, format: NumberFormat): string {
  if (format !== share) return endsText(ends, format);
  const text = endsText(ends, bareShare);
  return text === NO_WIDTH ? text : `${text} %`;
}

const NO_WIDTH = "no width";
/** Digits an interval may have beyond those of its estimate. */
const MORE_DIGITS = [0, 1, 2, 3];

/** An interval too narrow for the digits of its estimate gets as many more as tell its ends apart: "52.8 to 53.1", never "53 to 53". */
function endsText({ low, high }: Pick<Interval, "low" | "high">, format: NumberFormat): string {
  const more = MORE_DIGITS.find((digits) => format(low, digits) !== format(high, digits));
  return more === undefined ? NO_WIDTH : `${format(low, more)} to ${format(high, more)}`;
}

/** "95 % interval". */
export function intervalName(level: number): string {
  return `${fixed(level * 100, 0)} % interval`;
}

/** What may be said of it: the number, the words that stand for it, "hidden", or "no data". */
export function published(estimate: Published, format: NumberFormat): string {
  switch (estimate.kind) {
    case "estimate":
      return format(estimate.value);
    case "hidden":
      return estimate.words ?? "hidden";
    case "none":
      return "no data";
  }
}

/** The interval of it, or a dash where there is none. */
export function publishedInterval(estimate: Published, format: NumberFormat): string {
  return estimate.kind === "estimate" && estimate.interval ? interval(estimate.interval, format) : "–";
}

/** Number and interval in one: "3.23 (3.14 to 3.33)", "41 % (37 to 45)". */
export function withInterval(estimate: Published, format: NumberFormat): string {
  const text = published(estimate, format);
  if (estimate.kind !== "estimate" || estimate.interval === null) return text;
  return `${text} (${endsText(estimate.interval, format === share ? bareShare : format)})`;
}

/** People a statistic rests on. */
export function base(estimate: Published): string {
  return estimate.kind === "hidden" ? "–" : count(estimate.n);
}

function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return value > 0 && Number(value.toFixed(decimals)) !== 0 ? `+${text}` : text;
}
