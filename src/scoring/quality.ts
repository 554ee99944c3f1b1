import { type Answers, isMissing, NOT_ASKED } from "../response/types.ts";
import type { ScoringProgram } from "./program.ts";

/** What one respondent's pattern of answers looks like. Counted later; nobody is excluded by it unasked. */
export interface PatternFlags {
  /** Longest run of identical raw answers, in items. */
  longestRun: number;
  /** The run is at least max(10, half the items that were asked). */
  longRun: boolean;
  /** Zero variance over at least 10 answered items that include reverse-keyed ones. */
  straightLine: boolean;
  /** It is known how long the respondent took. */
  timed: boolean;
  /** Under 2 seconds for each item that was answered. */
  fast: boolean;
  /** Intra-individual response variability: SD (n − 1) of raw answers on one response scale, in thousandths; −1 under two answers. */
  variability: number;
}

/** Seconds an item under which nobody has read it. */
const LEAST_SECONDS = 2;

/** seconds: what the respondent took; NaN or left out: unknown. */
export type PatternCheck = (answers: Answers, seconds?: number) => PatternFlags;

/** Any of the patterns for which people are flagged. */
export function isCareless({ longRun, straightLine, fast }: PatternFlags): boolean {
  return longRun || straightLine || fast;
}

/**
 * Long runs and straight lines over the coded items of dimensions, in framework order; a gap or another response scale ends a run; an item
 * that was not asked is none of it.
 * Source: Meade & Craig 2012; Huang et al. 2012. The returned object is reused.
 */
export function createPatternCheck(program: ScoringProgram): PatternCheck {
  const places = program.items.flatMap((item, at) => (item.kind === "coded" && item.dimension >= 0 ? [at] : []));
  const members = Int32Array.from(places);
  const reversed = Uint8Array.from(places, (at) => (program.items[at]?.recodeFrom == null ? 0 : 1));
  const scales = placesOfScales(program, places);
  const asked = new Int32Array(places.length);
  const findAsked = createAskedFinder(members, asked);
  const flags: PatternFlags = {
    longestRun: 0,
    longRun: false,
    straightLine: false,
    timed: false,
    fast: false,
    variability: -1,
  };
  const variabilityOf = createVariability(program, places);
  return (answers, seconds = Number.NaN) => {
    let run = 0;
    let longest = 0;
    let previous = Number.NaN;
    let scale = -1;
    let first = Number.NaN;
    let answered = 0;
    let reversedAnswered = 0;
    let same = true;
    const count = findAsked(answers);
    for (let one = 0; one < count; one++) {
      const k = asked[one] as number;
      const raw = answers[members[k] as number] as number;
      if (isMissing(raw)) {
        previous = Number.NaN;
        continue;
      }
      run = raw === previous && scales[k] === scale ? run + 1 : 1;
      longest = Math.max(longest, run);
      previous = raw;
      scale = scales[k] as number;
      if (answered === 0) first = raw;
      same &&= raw === first;
      answered++;
      reversedAnswered += reversed[k] as number;
    }
    flags.longestRun = longest;
    flags.longRun = longest >= Math.max(10, Math.ceil(count / 2));
    flags.straightLine = same && answered >= 10 && reversedAnswered > 0;
    flags.timed = !Number.isNaN(seconds);
    flags.fast = flags.timed && seconds < LEAST_SECONDS * answersIn(answers);
    flags.variability = variabilityOf(answers);
    return flags;
  };
}

/** Writes the places among the members that this respondent was asked, in order; how many. */
function createAskedFinder(members: Int32Array, asked: Int32Array): (answers: Answers) => number {
  return (answers) => {
    let count = 0;
    for (let k = 0; k < members.length; k++) if (answers[members[k] as number] !== NOT_ASKED) asked[count++] = k;
    return count;
  };
}

/** Per place, the number of its response scale: the same for the same scale. */
function placesOfScales(program: ScoringProgram, places: readonly number[]): Int32Array {
  const names = places.map((at) => program.items[at]?.scale ?? "");
  const known = [...new Set(names)];
  return Int32Array.from(names, (name) => known.indexOf(name));
}

/**
 * IRV: within-person SD, n − 1, of the raw answers on the response scale that most coded dimension items use (the first of
 * them at a tie). Points of different scales have no common spread. Source: Dunn, Heggestad, Shanock & Theilgard 2018.
 */
function createVariability(program: ScoringProgram, places: readonly number[]): (answers: Answers) => number {
  const uses = new Map<string, number[]>();
  for (const at of places) {
    const scale = program.items[at]?.scale ?? "";
    uses.set(scale, [...(uses.get(scale) ?? []), at]);
  }
  const most = [...uses.values()].reduce((best, one) => (one.length > best.length ? one : best), []);
  const members = Int32Array.from(most);
  return (answers) => {
    let n = 0;
    let sum = 0;
    let squares = 0;
    for (let k = 0; k < members.length; k++) {
      const raw = answers[members[k] as number] as number;
      if (isMissing(raw)) continue;
      n++;
      sum += raw;
      squares += raw * raw;
    }
    return n < 2 ? -1 : Math.round(1000 * Math.sqrt((n * squares - sum * sum) / (n * (n - 1))));
  };
}

/** Answers to any item of the program, an outcome or a figure, too: each takes its time. */
function answersIn(answers: Answers): number {
  let count = 0;
  for (let at = 0; at < answers.length; at++) if (!isMissing(answers[at] as number)) count++;
  return count;
}
