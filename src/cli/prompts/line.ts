import type { Stroke } from "./strokes.ts";

/** A line being typed. It is kept here and not by readline, whose history would hand one person's words to the next. */
export interface Line {
  readonly text: string;
  /** Offset of the cursor in UTF-16 units, always between two signs as one sees them. */
  readonly cursor: number;
}

const SEGMENTER = new Intl.Segmenter();

export function lineOf(text: string): Line {
  return { text, cursor: text.length };
}

/** The line after a stroke; null when the stroke is not about the line (Enter, Escape, up, down; or nothing is there to move in). */
export function edit(line: Line, stroke: Stroke): Line | null {
  if (stroke.kind === "paste") return insert(line, stroke.text.replace(/\s+/gu, " ").replace(/\p{Cc}/gu, ""));
  if (stroke.text !== "") return insert(line, stroke.text);
  const { name, ctrl = false } = stroke.key;
  const change = (ctrl ? CONTROLS : KEYS).get(name);
  return change === undefined || line.text === "" ? null : change(line);
}

type Change = (line: Line) => Line;

const toStart: Change = ({ text }) => ({ text, cursor: 0 });
const toEnd: Change = ({ text }) => lineOf(text);
const left: Change = ({ text, cursor }) => ({ text, cursor: before(text, cursor) });
const right: Change = ({ text, cursor }) => ({ text, cursor: after(text, cursor) });
const cutBefore: Change = ({ text, cursor }) => cut(text, before(text, cursor), cursor);
const cutAfter: Change = ({ text, cursor }) => cut(text, cursor, after(text, cursor));
const cutWord: Change = ({ text, cursor }) => cut(text, wordBefore(text, cursor), cursor);

const KEYS: ReadonlyMap<string, Change> = new Map([
  ["left", left],
  ["right", right],
  ["home", toStart],
  ["end", toEnd],
  ["backspace", cutBefore],
  ["delete", cutAfter],
]);

/** With Ctrl, as in every shell; Ctrl-D ends the input there, and so it does here. */
const CONTROLS: ReadonlyMap<string, Change> = new Map([
  ["a", toStart],
  ["e", toEnd],
  ["b", left],
  ["f", right],
  ["h", cutBefore],
  ["w", cutWord],
  ["backspace", cutWord],
  ["u", ({ text, cursor }) => cut(text, 0, cursor)],
  ["k", ({ text, cursor }) => cut(text, cursor, text.length)],
  ["left", ({ text, cursor }) => ({ text, cursor: wordBefore(text, cursor) })],
  ["right", ({ text, cursor }) => ({ text, cursor: wordAfter(text, cursor) })],
]);

function insert({ text, cursor }: Line, more: string): Line {
  return { text: text.slice(0, cursor) + more + text.slice(cursor), cursor: cursor + more.length };
}

function cut(text: string, from: number, to: number): Line {
  return { text: text.slice(0, from) + text.slice(to), cursor: from };
}

function before(text: string, cursor: number): number {
  return [...SEGMENTER.segment(text.slice(0, cursor))].at(-1)?.index ?? 0;
}

function after(text: string, cursor: number): number {
  const [next] = SEGMENTER.segment(text.slice(cursor));
  return cursor + (next?.segment.length ?? 0);
}

function wordBefore(text: string, cursor: number): number {
  return text.slice(0, cursor).search(/\S+\s*$/u) === -1 ? 0 : text.slice(0, cursor).search(/\S+\s*$/u);
}

function wordAfter(text: string, cursor: number): number {
  return cursor + (/^\s*\S+/u.exec(text.slice(cursor))?.[0].length ?? text.length - cursor);
}
