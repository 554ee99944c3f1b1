/** The only place where a number becomes text: same rounding, sign and separators in every format. */
import type { Interval, Published } from "../audit/estimate.ts";

/** Turns one number into text; intervals use the same for both ends. */
export type NumberFormat = (value: number) => string;

const MINUS = "−";

/** `decimals` digits after the point, a true minus sign, commas between thousands, and never "−0". */
function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  const sign = value < 0 && Number(text) !== 0 ? MINUS : "";
  return sign + (Math.abs(value) < 999 ? text : grouped(text));
}

function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

/** People, rows, answers. */
export const count: NumberFormat = (value) => fixed(value, 0);
/** An index, load or target, 0–100: whole points, since the data never support more. */
export const score: NumberFormat = (value) => fixed(value, 0);
/** A mean or standard deviation in the item metric. */
export const mean: NumberFormat = (value) => fixed(value, 2);
/** Index points gained or lost, with their sign. */
export const points: NumberFormat = (value) => signed(value, 0);
/** A net promoter score, −100 to +100. */
export const nps: NumberFormat = (value) => signed(value, 0);
/** Need, gap, reduction: small numbers whose arithmetic a reader may follow. */
export const need: NumberFormat = (value) => fixed(value, 3);
/** Weights, strengths, effort points, ends of a scale: as short as they are exact, at most two decimals. */
export const short: NumberFormat = (value) =>
  fixed(value, 2).replace(/(\.\d*?)0+$/, (_, digits: string) => (digits === "." ? "" : digits));
/** A seed or a code: every digit, no separators. */
export const exact: NumberFormat = (value) => String(value).replace("-", MINUS);

/** A share 0–1 in whole per cent; an all but certain share never prints as certain. */
export const share: NumberFormat = (value) => `${percentage(value)} %`;

/** A probability 0–1: an estimate of a chance is never told as certain, even where arithmetic has run out of digits. */
export const chance: NumberFormat = (value) => share(Math.min(0.999, Math.max(0.001, value)));

function percentage(value: number): string {
  if (value > 0 && value < 0.005) return "under 1";
  if (value < 1 && value > 0.995) return "over 99";
  return fixed(value * 100, 0);
}

/** Share of an interval's end, without the sign: "37 to 45 %". */
const bareShare: NumberFormat = (value) => fixed(value * 100, 0);

/** A composite in the formula's own metric: one decimal, two where the whole range is 10 or less and so needs them. */
export function compositeValue(range: { readonly worst: number; readonly best: number }): NumberFormat {
  return (value) => fixed(value, Math.abs(range.best - range.worst) <= 10 ? 2 : 1);
}

/** "52 to 58"; shares take their sign once: "37 to 45 %". */
export function interval(ends: Pick<Interval, "low" | "high">, format: NumberFormat): string {
  if (format === share) return `${bareShare(ends.low)} to ${bareShare(ends.high)} %`;
  return `${format(ends.low)} to ${format(ends.high)}`;
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
  const ends = format === share ? interval(estimate.interval, bareShare) : interval(estimate.interval, format);
  return `${text} (${ends})`;
}

/** People a statistic rests on. */
export function base(estimate: Published): string {
  return estimate.kind === "hidden" ? "–" : count(estimate.n);
}

function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}
