/** How scores are read: the Audit keeps an index (100 is best); a framework that reads as load shows 100 − index. */
import type { Estimate, Published } from "../../audit/estimate.ts";
import type { Audit, BandResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { interval as intervalText, type NumberFormat, score, scoreBeside } from "../numbers.ts";
import type { Mark, Tone } from "../sheet.ts";
import { HIDDEN, listWords } from "../words.ts";

export type Reading = Audit["framework"]["reading"];

/** A dimension or composite: its index, and its load where the framework reads so. */
interface Scored {
  readonly index: Published;
  readonly load: Published | null;
  /** Null: either end can be sound. */
  readonly target: number | null;
}

interface ReadingWords {
  /** "index" or "load". */
  readonly score: string;
  /** What the ends of the scale mean. */
  readonly scale: string;
  readonly surelyMissed: string;
  readonly surelyMet: string;
  /** Completes "chance …", "points …". */
  readonly offTarget: string;
  /** Completes "dimensions with …". */
  readonly low: string;
  /** Heading over the components of the headline and what each would give. */
  readonly drag: string;
  /** What a component at its target brings. */
  readonly gain: string;
}

/** Every sentence that would be untrue the other way round. */
export const READING_WORDS: Readonly<Record<Reading, ReadingWords>> = {
  index: {
    score: "index",
    scale: "index 0 to 100, higher is better",
    surelyMissed: "Clearly short of the target.",
    surelyMet: "Clearly at or above the target.",
    offTarget: "short of target",
    low: "an index below 50 (and below target)",
    drag: "What holds it back",
    gain: "gain",
  },
  load: {
    score: "load",
    scale: "load 0 to 100, higher is worse",
    surelyMissed: "Clearly above the target.",
    surelyMet: "Clearly at or below the target.",
    offTarget: "above target",
    low: "a load above 50 (and above target)",
    drag: "What drives it most",
    gain: "fall",
  },
};

/** "index" or "load". */
export function scoreName(reading: Reading): string {
  return READING_WORDS[reading].score;
}

/** "Index 0 to 100, higher is better": over or under a drawn scale. */
export function scaleName(reading: Reading): string {
  return capital(READING_WORDS[reading].scale);
}

/** An index (100 is best) as it is shown: itself, or the load. */
export function shownIndex(reading: Reading, index: number): number {
  return reading === "load" ? 100 - index : index;
}

/** The format of shown scores that stand beside these limits of the index (100 is best). */
export function besideLimits(reading: Reading, limits: readonly number[]): NumberFormat {
  return scoreBeside({ at: limits.map((limit) => shownIndex(reading, limit)), best: reading === "load" ? 0 : 100 });
}

/** The format of a score and its interval, which stand beside a band and a target. */
export function formatOf(
  reading: Reading,
  { band, target }: { readonly band: BandResult | null; readonly target: number | null },
): NumberFormat {
  return besideLimits(reading, [...(band?.limits ?? []), ...(target === null ? [] : [target])]);
}

interface Shown {
  readonly reading: Reading;
  readonly format: NumberFormat;
}

/** The interval of an index as it is shown, ends in ascending order. */
export function shownInterval(
  ends: { readonly low: number; readonly high: number },
  { reading, format }: Shown,
): string {
  return intervalText(reading === "load" ? { low: 100 - ends.high, high: 100 - ends.low } : ends, format);
}

/** The estimate a reader is shown. */
export function shownScore(scored: Pick<Scored, "index" | "load">): Published {
  return scored.load ?? scored.index;
}

/** An index (100 is best) that comes without its load, as it is shown. */
export function shownOf(reading: Reading, index: Published): Published {
  if (reading === "index" || index.kind !== "estimate") return index;
  const { interval } = index;
  const turned = interval === null ? null : { ...interval, low: 100 - interval.high, high: 100 - interval.low };
  return { ...index, value: 100 - index.value, interval: turned };
}

/** A difference of two indices as it is shown: a load falls where the index rises. */
export function shownGap(reading: Reading, index: Published): Published {
  if (reading === "index" || index.kind !== "estimate") return index;
  const { interval } = index;
  const turned = interval === null ? null : { ...interval, low: -interval.high, high: -interval.low };
  return { ...index, value: -index.value, interval: turned };
}

/** Where the score stands on 0–100, or the words that stand for it. */
export function markOf(reading: Reading, scored: Scored): Mark | string {
  const shown = shownScore(scored);
  if (shown.kind === "hidden") return HIDDEN;
  if (shown.kind === "none") return `no data: ${shown.reason}`;
  const target = scored.target === null ? null : shownIndex(reading, scored.target);
  return estimateMark(shown, { target, tone: toneOf(scored) });
}

function estimateMark(shown: Estimate, rest: Pick<Mark, "target" | "tone">): Mark {
  return { value: shown.value, low: shown.interval?.low ?? null, high: shown.interval?.high ?? null, ...rest };
}

/** Index points under target from which a score is no longer middling; colour only, never a claim. */
const FAR_BELOW = 25;

/** At target or above, below it, or far below it. */
export function toneOf(scored: Pick<Scored, "index" | "target">): Tone {
  if (scored.index.kind !== "estimate" || scored.target === null) return "quiet";
  const gap = scored.target - scored.index.value;
  if (gap <= 0) return "good";
  return gap <= FAR_BELOW ? "fair" : "poor";
}

/** "Target: 75 on every dimension.", or which target is whose. */
export function targetNote(
  reading: Reading,
  scored: readonly (Pick<Scored, "target"> & { readonly title: string })[],
): string {
  const titles = new Map<number, string[]>();
  for (const { target, title } of scored)
    if (target !== null) titles.set(target, [...(titles.get(target) ?? []), title]);
  const words = (target: number) => score(shownIndex(reading, target));
  const [first] = titles.keys();
  const none = scored.filter(({ target }) => target === null).map(({ title }) => title);
  if (titles.size === 1 && first !== undefined && none.length === 0) return `Target ${words(first)} throughout.`;
  const free = none.length === 0 ? [] : [`none for ${listWords(none, "and")}, of which either end can be sound`];
  const parts = [...titles].map(([target, whom]) => `${words(target)} for ${listWords(whom, "and")}`);
  return `Target ${[...parts, ...free].join("; ")}.`;
}
