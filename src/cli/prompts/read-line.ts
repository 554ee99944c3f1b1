import type { Screen } from "../../interview/screen.ts";
import { cleanText } from "../../render/clean.ts";
import type { Act } from "./stage.ts";

/** Takes a line as the keys it stands for; in words, what can be typed, where it stands for none. */
export function createReader<T>(act: Act<T>): (line: string) => string | null {
  return (line) => {
    const screen = act.screen();
    if (screen.input === null) return keyed(act, screen, folded(line));
    typed(act, line);
    return null;
  };
}

/** A slash is the Escape key, and a letter behind it is pressed then. */
function typed<T>(act: Act<T>, line: string): void {
  const command = /^\/([a-z?]?)$/i.exec(line.trim())?.[1];
  if (command !== undefined) {
    act.press({ name: "escape" });
    if (command !== "") act.press({ name: command.toLowerCase() });
    return;
  }
  const before = placeOf(act.screen());
  if (line !== "") act.type(line);
  // A letter may have acted already while it was typed; and what was not taken whole is not handed in unseen.
  const isTaken = act.result() === null && placeOf(act.screen()) === before && holds(act.screen(), line);
  if (isTaken) act.press({ name: "return" });
}

function holds({ input }: Screen, line: string): boolean {
  return line === "" || folded(input?.text ?? "") === folded(line);
}

function folded(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** The question, and what is typed about it. */
function placeOf({ heading, progress, input }: Screen): string {
  return JSON.stringify([heading, progress, input?.label]);
}

/** An option's key or word, a command's key or its word. Anything else presses nothing: "45" must not answer two questions. */
function keyed<T>(act: Act<T>, screen: Screen, line: string): string | null {
  const command = commandOf(screen, line);
  if (line === "") act.press({ name: "return" });
  else if (screen.options.some(({ key }) => key === line)) pick(act, line);
  else if (command !== undefined && (line === "/" || command.key.toLowerCase() === line))
    pressCommand(act, command.key);
  else {
    const labelled = screen.options.filter(({ label }) => folded(cleanText(label)) === line);
    const [option] = labelled;
    if (option !== undefined && labelled.length === 1) pick(act, option.key);
    else if (command !== undefined) pressCommand(act, command.key);
    else if (screen.keys.some(({ key }) => key === "any key")) act.press({ name: "return" });
    else return puzzledBy(screen, line);
  }
  return null;
}

/** A digit that could begin a longer code waits for more; the line has ended, so there is no more. */
function pick<T>(act: Act<T>, key: string): void {
  const before = placeOf(act.screen());
  for (const sign of key) act.press({ name: sign });
  if (act.result() === null && placeOf(act.screen()) === before) act.press({ name: "return" });
}

type Command = Screen["keys"][number];

/** A slash is Escape here too. */
function commandOf({ keys }: Screen, written: string): Command | undefined {
  const line = written === "/" ? "esc" : written;
  return keys.find(({ key }) => key.toLowerCase() === line) ?? keys.find(({ does }) => does.toLowerCase() === line);
}

function pressCommand<T>(act: Act<T>, key: string): void {
  const name = key.toLowerCase();
  // "any key" is Enter too.
  act.press({ name: name === "esc" ? "escape" : name.length > 1 ? "return" : name });
}

/** Longer lines are not read back. */
const LONGEST_ECHO = 20;

function puzzledBy({ options, keys }: Screen, line: string): string {
  const echo = line.length > LONGEST_ECHO ? "That" : `"${line}"`;
  const commands = keys.map(({ key }) => key);
  const ways = [...(options.length > 0 ? [optionRange(options)] : []), ...commands];
  return `${echo} is no answer here. Please type ${orList(ways)}.`;
}

/** "a number from 1 to 5", or the keys one by one where they are no numbers. */
function optionRange(options: Screen["options"]): string {
  const keys = options.map(({ key }) => key);
  const isNumbers = keys.every((key) => /^[-\u2212]?\d+$/.test(key));
  return isNumbers && keys.length > 1 ? `a number from ${keys[0]} to ${keys.at(-1)}` : keys.join(", ");
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
