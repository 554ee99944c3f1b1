import { normaliseAnswer } from "../framework/answer-text.ts";
import { readHands } from "../framework/hands.ts";
import { readFigure } from "./figure.ts";
import {
  badHands,
  badQuotes,
  noFigure,
  noValue,
  onlyConsensus,
  outsideScale,
  type Spot,
  unknownName,
  unknownOption,
} from "./sheet-problems.ts";
import { enter, isFirst, isOutside, type SheetReading, signAnswer } from "./sheet-reading.ts";
import { unquoted } from "./sheet-tokens.ts";
import { plainText } from "./typed.ts";
import type { Answer, ItemQuestion, SegmentQuestion } from "./types.ts";

const NAMED = /^("(?:[^"]|"")*"|[^="]+)=(.*)$/s;
const BESIDE = /^(.+)\.(note|hands)$/;

export function isNamed(word: string): boolean {
  return NAMED.test(word);
}

/** `C1=4`, `department=Sales`, and of a consensus `C1.note="…"` and `C1.hands=0,2,5,8,1`. */
export function readNamed(reading: SheetReading, word: Spot): void {
  const [, written = "", raw = ""] = NAMED.exec(word.text) ?? [];
  const name: Spot = { column: word.column, text: unquoted(written) ?? written };
  const from = word.column + written.length + 1;
  const value = unquoted(raw);
  if (value === null) reading.problems.push(badQuotes(from));
  else if (plainText(value) === "") reading.problems.push(noValue({ column: word.column, text: `${written}=` }));
  else readValue(reading, name, { column: from, text: plainText(value) });
}

function readValue(reading: SheetReading, name: Spot, value: Spot): void {
  const { items, setup } = reading.plan;
  const item = itemCalled(reading, name.text);
  const segment = setup.segments.find((one) => one.name === name.text);
  const [, owner = "", what] = BESIDE.exec(name.text) ?? [];
  const noted = itemCalled(reading, owner);
  if (item !== undefined) readItem(reading, item, value);
  else if (segment !== undefined) readSegment(reading, segment, { name, value });
  else if (noted !== undefined) readBeside(reading, noted, { name, value, isNote: what === "note" });
  else {
    const known = [...items.map(({ id }) => id), ...setup.segments.map((one) => one.name)];
    reading.problems.push(unknownName(owner === "" ? name : { ...name, text: owner }, known));
  }
}

/** By its id, or by its number on the sheet: no id begins with a digit. */
function itemCalled({ plan }: SheetReading, name: string): ItemQuestion | undefined {
  return plan.items.find(({ id }) => id === name) ?? plan.items.find(({ number }) => String(number) === name);
}

function readItem(reading: SheetReading, item: ItemQuestion, value: Spot): void {
  const { scale } = item;
  const sign = signAnswer(value.text);
  if (scale.kind === "figure" && (sign === null || sign.kind === "code")) {
    const figure = readFigure(value.text, scale);
    if ("fault" in figure) reading.problems.push(noFigure(value, item, figure.fault));
    else enter(reading, item, { answer: { kind: "figure", text: figure.text }, spot: value });
    return;
  }
  const answer = sign ?? codeIn(value.text);
  if (answer === null || isOutside(item, answer)) reading.problems.push(outsideScale(value, item));
  else enter(reading, item, { answer, spot: value });
}

function codeIn(text: string): Answer | null {
  return /^-?\d{1,4}$/.test(text) ? { kind: "code", code: Number(text) } : null;
}

function readSegment(
  reading: SheetReading,
  segment: SegmentQuestion,
  { name, value }: { readonly name: Spot; readonly value: Spot },
): void {
  if (!isFirst(reading, `"${segment.name}"`, name)) return;
  const key = `@${segment.name}`;
  const choice = segment.options.length === 0 ? value.text : optionCalled(segment, value.text);
  if (value.text === "-") reading.answers.set(key, { kind: "skipped" });
  else if (choice === undefined) reading.problems.push(unknownOption(value, segment));
  else reading.answers.set(key, { kind: "choice", text: choice });
}

/** Capitals make no difference, unless two choices differ by nothing else. */
function optionCalled({ options }: SegmentQuestion, text: string): string | undefined {
  const alike = options.filter((option) => normaliseAnswer(option) === normaliseAnswer(text));
  return options.find((option) => option === text) ?? (alike.length === 1 ? alike[0] : undefined);
}

function readBeside(
  reading: SheetReading,
  item: ItemQuestion,
  { name, value, isNote }: { readonly name: Spot; readonly value: Spot; readonly isNote: boolean },
): void {
  if (reading.plan.setup.seating.kind !== "consensus") {
    reading.problems.push(onlyConsensus(name));
    return;
  }
  if (!isFirst(reading, `${item.id}.${isNote ? "note" : "hands"}`, name)) return;
  if (isNote) {
    reading.notes.set(item.id, value.text);
    return;
  }
  const read = readHands(value.text, pointsOf(item));
  if ("fault" in read) reading.problems.push(badHands(value, item, read.fault));
  else reading.hands.set(item.id, read.counts);
}

function pointsOf({ scale }: ItemQuestion): number {
  return scale.kind === "coded" ? scale.points.length : 0;
}
