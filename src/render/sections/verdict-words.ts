/** Numbers of gates as text, by what they are counted in. */
import type { Interval } from "../../audit/estimate.ts";
import type { GateOperator } from "../../audit/verdict.ts";
import { withLocale } from "../locale.ts";
import {
  coefficientBeside,
  compositeValue,
  count,
  exact,
  gained,
  interval,
  mean,
  type NumberFormat,
  nps,
  scoreBeside,
  share,
} from "../numbers.ts";
import { plural } from "../words.ts";

/** What a gate's number is counted in. */
export interface GateUnit {
  readonly measure: string;
  /** What a number must not round onto. */
  readonly limit: number;
  readonly operator: GateOperator;
  /** Of a composite in its own metric. */
  readonly range?: { readonly worst: number; readonly best: number } | undefined;
}

const MORE = [0, 1, 2, 3, 4, 5];

/** The format of a number beside its limit: never on the other side of it than the number itself. */
export function gateFormat(unit: GateUnit): NumberFormat {
  const { measure, limit, operator } = unit;
  const best = operator === ">=" || operator === ">" ? 100 : 0;
  switch (measure) {
    case "index":
    case "load":
      return apart(scoreBeside({ at: [limit], best }), unit);
    case "coefficient":
      return coefficientBeside([limit]);
    case "people":
    case "findings":
    case "signs":
    case "level":
      return count;
    default:
      return apart(FORMATS[measure]?.(unit) ?? mean, unit);
  }
}

const tenths: NumberFormat = (value, more = 0) => gained(value, 1 + more).replace(/^\+/, "");

const FORMATS: Readonly<Record<string, (unit: GateUnit) => NumberFormat>> = {
  mean: () => mean,
  value: ({ range }) => (range === undefined ? mean : compositeValue(range)),
  share: () => share,
  nps: () => nps,
  change: () => tenths,
  "load change": () => tenths,
};

/** As many more digits as tell the number from the limit, where the two are not the same. */
function apart(format: NumberFormat, { limit }: GateUnit): NumberFormat {
  return (value, more = 0) => {
    if (Math.abs(value - limit) < 1e-9) return format(value, more);
    const digits = MORE.find((extra) => format(value, more + extra) !== format(limit, more + extra));
    return format(value, more + (digits ?? 0));
  };
}

const NOUNS: Readonly<Record<string, string>> = {
  index: "index points",
  load: "load points",
  nps: "NPS points",
  change: "index points",
  "load change": "load points",
  mean: "points",
};

const COUNTED: Readonly<Record<string, readonly [string, string]>> = {
  people: ["person", "people"],
  findings: ["finding", "findings"],
  signs: ["red sign", "red signs"],
};

/** The limit itself, as exact as it was written: "55 index points", "62 %", "30 people". */
export function limitWords({ measure, limit }: GateUnit): string {
  const [one, many] = COUNTED[measure] ?? [];
  if (one !== undefined && many !== undefined && Number.isInteger(limit)) return plural(limit, one, many);
  if (measure === "share") return `${exact(Number((limit * 100).toFixed(9)))} %`;
  if (measure === "level") return `level ${exact(limit)}`;
  const noun = NOUNS[measure];
  if (noun === undefined) return exact(limit);
  return `${exact(limit)} ${limit === 1 ? noun.replace(/s$/, "") : noun}`;
}

/** "52.3 index points", "41 people". */
export function numberWords(value: number, unit: GateUnit): string {
  const [one, many] = COUNTED[unit.measure] ?? [];
  if (one !== undefined && many !== undefined) return plural(value, one, many);
  if (unit.measure === "level") return `level ${count(value)}`;
  const noun = NOUNS[unit.measure];
  const number = gateFormat(unit)(value);
  return noun === undefined ? number : `${number} ${noun}`;
}

/** "49.9 to 54.6": both ends with the same digits, and neither on the other side of the limit than it is. */
export function endsWords(ends: Interval, unit: GateUnit): string {
  // Shares take their sign once, which the formatter knows by its name.
  if (unit.measure === "share") return interval(ends, share);
  const format = gateFormat(unit);
  const decimals = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const alike = (extra: number) => {
    const [low, high] = [format(ends.low, extra), format(ends.high, extra)];
    return low !== high && decimals(low) === decimals(high);
  };
  // How many digits there are is the same in every language, and seen behind a point.
  const more = withLocale(null, () => MORE.find(alike));
  return interval(ends, (value, extra = 0) => format(value, extra + (more ?? 0)));
}
