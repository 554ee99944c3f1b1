import {
  figureInRun,
  noAnswer,
  noSuchNumber,
  outsideScale,
  type Spot,
  signAmbiguous,
  tooMany,
} from "./sheet-problems.ts";
import { enter, isOutside, type SheetReading, signAnswer } from "./sheet-reading.ts";
import type { Answer, ItemQuestion } from "./types.ts";

/** A run of answers such as `43-n5`, or `12:43` to go on from item 12. */
export function readRun(reading: SheetReading, word: Spot): void {
  const jump = /^\d+:/.exec(word.text)?.[0] ?? "";
  if (jump !== "" && !goTo(reading, { column: word.column, text: jump })) return;
  const run = { column: word.column + jump.length, text: word.text.slice(jump.length) };
  reading.runs = true;
  const strange = run.text.search(/[^-\dndt]/i);
  if (strange >= 0) {
    reading.problems.push(noAnswer(run));
    // Most likely so many answers were meant: what follows is then judged at its right place.
    reading.next += run.text.length;
    return;
  }
  for (let at = 0; at < run.text.length; ) at += readSign(reading, rest(run, at));
}

function goTo(reading: SheetReading, jump: Spot): boolean {
  const { items } = reading.plan;
  const number = Number.parseInt(jump.text, 10);
  if (number < 1 || number > items.length) {
    reading.problems.push(noSuchNumber(jump, items.length));
    return false;
  }
  reading.next = number - 1;
  reading.jumped = true;
  reading.overfull = false;
  return true;
}

/** Reads the answer at the beginning; gives the number of signs it took. */
function readSign(reading: SheetReading, run: Spot): number {
  const item = reading.plan.items[reading.next];
  if (item === undefined) {
    if (!reading.overfull) reading.problems.push(tooMany(rest(run, 0, 1), reading.plan.items.length));
    reading.overfull = true;
    return run.text.length;
  }
  const spot = rest(run, 0, lengthAt(item, run.text));
  reading.next += 1;
  if (isMinus(item, run.text)) {
    const minus = rest(run, 0, 2);
    reading.problems.push(signAmbiguous(minus, item));
    return minus.text.length;
  }
  const answer = signAnswer(spot.text) ?? ({ kind: "code", code: Number(spot.text) } satisfies Answer);
  if (item.scale.kind === "figure" && answer.kind === "code") reading.problems.push(figureInRun(spot, item));
  else if (isOutside(item, answer)) reading.problems.push(outsideScale(spot, item));
  else enter(reading, item, { answer, spot });
  return spot.text.length;
}

/** One sign; where codes have several digits, all digits up to the end of the word or to the next other sign. */
function lengthAt({ scale }: ItemQuestion, run: string): number {
  const isWide = scale.kind === "coded" && (scale.max > 9 || scale.min < -9);
  return isWide ? (/^\d+/.exec(run)?.[0].length ?? 1) : 1;
}

function isMinus({ scale }: ItemQuestion, run: string): boolean {
  return scale.kind === "coded" && scale.min < 0 && /^-\d/.test(run);
}

function rest(run: Spot, at: number, length = run.text.length): Spot {
  return { column: run.column + at, text: run.text.slice(at, at + length) };
}
