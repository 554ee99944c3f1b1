/** How the overall level of a ladder is said, wherever it stands. */
import type { Audit, LadderResult, StrandResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { chance, count, mean, share, short } from "../numbers.ts";
import { listWords, plural } from "../words.ts";

/** The ladder of all people together; null where the framework has none. */
export function everyonesLadder({ ladders }: Audit): LadderResult | null {
  return ladders.find(({ path }) => path.length === 0) ?? null;
}

/** "Management: " of one audience; nothing of everyone. */
export function ladderOwner({ path, label }: Pick<LadderResult, "path" | "label">): string {
  return path.length === 0 ? "" : `${label}: `;
}

/** Levels are reached, stages finished. */
export function doneWord(word: LadderResult["word"]): string {
  return word === "stage" ? "finished" : "reached";
}

/**
 * "Level 1 of 3, Fundamentals", the highest that is reached; "Level 0 of 3, Ad hoc". Of stages how many are finished, and the
 * first that is not, which is the one people are in. Where it cannot be said, why.
 */
export function levelName(ladder: Pick<LadderResult, "levels" | "none" | "word">, level: number | null): string {
  const { levels, none, word } = ladder;
  if (level === null) return `${capital(word)} not known: too little is shown to say`;
  if (word === "stage") return `${stagesWords(levels.length, level)}${stageWords(levels, level)}`;
  const title = level === 0 ? none : (levels[level - 1]?.title ?? "");
  return `${capital(word)} ${count(level)} of ${count(levels.length)}, ${title}`;
}

/** "1 of 5 stages finished" */
export function stagesWords(stages: number, finished: number): string {
  return `${count(finished)} of ${plural(stages, "stage", "stages")} finished`;
}

function stageWords(levels: LadderResult["levels"], finished: number): string {
  const next = levels[finished];
  return next === undefined ? "" : `; in stage ${count(finished + 1)}, ${next.title}`;
}

/** ", the same in 93 % of draws"; nothing without draws. */
function firmWords(firm: number | null): string {
  return firm === null ? "" : `; the same in ${chance(firm)} of draws`;
}

/** The same without how it came about: "Level 1 of 3, Fundamentals; the same in 93 % of draws." */
export function levelWords(ladder: LadderResult): string {
  return `${levelName(ladder, ladder.overall)}${firmWords(ladder.firm)}.`;
}

/** "Level 1 of 3, Fundamentals: 80 % of the strands have reached it (80 % are needed); the same in 93 % of draws." */
export function overallWords(ladder: LadderResult): string {
  const { overall, strands, levels, word, firm } = ladder;
  const name = levelName(ladder, overall);
  if (overall === null) return `${name}.`;
  if (strands.length === 1) return `${name}${oneStrand(ladder, overall)}${firmWords(firm)}.`;
  const needed = `${share(ladder.share)} are needed`;
  // Of stages the name does not end with the one that is finished.
  const it =
    overall > 0 && word === "level"
      ? "it"
      : `${word} ${count(Math.max(1, overall))}, ${levels[Math.max(0, overall - 1)]?.title ?? ""}`;
  const part = reachedShare(ladder, Math.max(1, overall));
  return `${name}: ${part} of the strands have ${doneWord(word)} ${it} (${needed})${firmWords(firm)}.`;
}

/** Stages have said it with their name. */
function oneStrand({ levels, word }: LadderResult, overall: number): string {
  if (word === "stage") return "";
  const next = levels[overall];
  if (next === undefined) return `: every ${word} is reached`;
  return `: ${word} ${count(overall + 1)}, ${next.title}, is not reached yet`;
}

/** Levels of which it is known that the strand has reached them, whatever may be said of those above. */
export function knownLevel({ level, rungs }: StrandResult): number {
  if (level !== null) return level;
  const end = rungs.findIndex(({ met }) => met !== true);
  return end < 0 ? rungs.length : end;
}

/** Strands of which it is not known do not count as having reached it. */
function reachedShare({ strands }: LadderResult, level: number): string {
  const reached = strands.filter((strand) => knownLevel(strand) >= level).length;
  return share(strands.length === 0 ? 0 : reached / strands.length);
}

/** "Feedback" or "Feedback and Growth", those that stand lowest; "" where nothing is told apart. */
export function lowestTitles({ strands, lowest }: LadderResult): readonly string[] {
  return strands.length < 2 ? [] : strands.filter(({ id }) => lowest.includes(id)).map(({ title }) => title);
}

/** The lowest strands; of a single one its weakest dimension. */
export function lowWords(ladder: LadderResult): string | null {
  const titles = lowestTitles(ladder);
  const { weakest } = ladder;
  if (weakest !== null) return `Weakest: ${weakest.title}, mean ${mean(weakest.mean)}.`;
  if (titles.length === 0) return null;
  return `${titles.length === 1 ? "Lowest strand" : "Lowest strands"}: ${listWords(titles, "and")}.`;
}

/** "A level is reached when the mean of its practices is at least 2, none of them is below 1, and every level before it is reached." */
export function ruleWords({ reached, word, strands, share: needed }: LadderResult): string {
  const done = doneWord(word);
  const lowest = reached.lowest === null ? "" : `, none of them is below ${short(reached.lowest)}`;
  const several =
    strands.length > 1
      ? ` The overall ${word} is the highest that ${share(needed)} of the ${plural(strands.length, "strand", "strands")} have ${done}.`
      : "";
  return `A ${word} is ${done} when the mean of its practices is at least ${short(reached.mean)}${lowest}, and every ${word} before it is ${done}.${several}`;
}
