/** A trend in a few sentences: where a score stands, what is clear since the first wave and since the one before it. */
import type { Published } from "../../audit/estimate.ts";
import type { ScoreTrend, SinceWave, Trend, WavePoint } from "../../audit/trend.ts";
import { base, gained, interval, points, published, score, withInterval } from "../numbers.ts";
import { HIDDEN } from "../words.ts";
import { changeSummary } from "./change-words.ts";
import { type Reading, scoreName, shownGap, shownOf } from "./reading.ts";

/** What stands first: the score that the latest audit leads with. */
export function leadWords(trend: Trend, reading: Reading): string {
  const [lead] = trend.scores;
  const latest = lead?.points.at(-1);
  const name = trend.waves.at(-1)?.name ?? "";
  if (lead === undefined || latest === undefined) return "No wave shows anything.";
  if (latest.index.kind !== "estimate")
    return `${lead.title} has no number in ${name}: ${whyNone(latest)}.${lastShown(trend, lead, reading)}`;
  const stands = `${lead.title} stands at ${withInterval(shownOf(reading, latest.index), score)} in ${name}, on the ${scoreName(reading)} from 0 to 100.`;
  return [stands, ...sinceSentences(trend, latest, reading)].join(" ");
}

/** Where it stood when it was last shown; empty where it never was. */
function lastShown({ waves }: Trend, { points: all }: ScoreTrend, reading: Reading): string {
  const at = all.findLastIndex(({ index }) => index.kind === "estimate");
  const point = all[at];
  if (point === undefined) return "";
  return ` It was last shown in ${waves[at]?.name ?? ""}: ${withInterval(shownOf(reading, point.index), score)}.`;
}

function whyNone({ index }: WavePoint): string {
  return index.kind === "hidden" ? HIDDEN : index.kind === "none" ? index.reason : "";
}

function sinceSentences({ waves }: Trend, latest: WavePoint, reading: Reading): readonly string[] {
  const { sinceFirst, sinceBefore } = latest;
  if (sinceFirst === null || sinceBefore === null) return ["There is no earlier wave that it may be held against."];
  const last = waves.length - 1;
  const firstWord = sinceFirst.wave === 0 ? ", the first wave" : ", the first that it may be held against";
  const before = sinceBefore.wave === last - 1 ? ", the wave before" : ", the last before it that shows it";
  const named = ({ wave }: SinceWave) => waves[wave]?.name ?? "";
  const whole = sinceSentence(sinceFirst, `${named(sinceFirst)}${firstWord}`, reading);
  if (sinceFirst.wave === sinceBefore.wave) return [whole];
  return [whole, sinceSentence(sinceBefore, `${named(sinceBefore)}${before}`, reading)];
}

/** "Up 6 points (+2 to +10) since 2025-01, the first wave: better." */
function sinceSentence({ change: { index, says } }: SinceWave, since: string, reading: Reading): string {
  const shown = shownGap(reading, index);
  if (shown.kind !== "estimate") return `Nothing can be said since ${since}.`;
  const ends = shown.interval === null ? "" : ` (${interval(shown.interval, gained)})`;
  if (says === "up" || says === "down") {
    const size = points(Math.abs(shown.value)).replace(/^\+/, "");
    return `${shown.value > 0 ? "Up" : "Down"} ${size} points${ends} since ${since}: clearly ${says === "up" ? "better" : "worse"}.`;
  }
  const what = says === "too few to say" ? "Too little to say" : "No clear change";
  return `${what} since ${since}: ${gained(shown.value)}${ends}.`;
}

/** Of all other scores since their first wave; empty where there are none. */
export function othersWords({ scores, waves }: Trend): string {
  const others = scores.slice(1).flatMap(({ points: all }) => all.at(-1)?.sinceFirst ?? []);
  const summary = changeSummary(others.map(({ change }) => change));
  if (summary === "") return "";
  const from = new Set(others.map(({ wave }) => wave));
  const [only] = from;
  return `Since ${from.size === 1 && only !== undefined ? (waves[only]?.name ?? "") : "their first comparable wave"}: ${summary}`;
}

/** "+8 (+3 to +12) up (better)" is told in two: the numbers here. */
export function sinceNumbers(since: SinceWave | null, reading: Reading): string {
  return since === null ? "–" : withInterval(shownGap(reading, since.change.index), gained);
}

/** What a cell of waves against scores or groups holds. */
export const CELL = "In each cell the score, the n it rests on, and its 95 % interval.";

/** "59, n 96" */
export function scoreOf(shown: Published): string {
  return shown.kind === "estimate" ? `${published(shown, score)}, n ${base(shown)}` : published(shown, score);
}

/** Waves that begin a way of scoring, of one score. */
export function breaksOf({ points: all }: ScoreTrend): readonly number[] {
  let seen = false;
  return all.flatMap(({ follows, result }, at) => {
    const isBreak = seen && !follows && result !== null;
    seen ||= result !== null;
    return isBreak ? [at] : [];
  });
}
