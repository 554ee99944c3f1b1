import type { Screen } from "../../interview/screen.ts";
import type { Act } from "./stage.ts";

/** Takes a line as the keys it stands for. */
export function createReader<T>(act: Act<T>): (line: string) => void {
  return (line) => {
    const screen = act.screen();
    if (screen.input !== null) typed(act, line);
    else keyed(act, screen, line.trim().toLowerCase());
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
  // A letter may have acted already while it was typed.
  if (act.result() === null && placeOf(act.screen()) === before) act.press({ name: "return" });
}

/** The question, and what is typed about it. */
function placeOf({ heading, progress, input }: Screen): string {
  return JSON.stringify([heading, progress, input?.label]);
}

/** An option's key, a command's key or its word. Anything else presses nothing: "45" must not answer two questions. */
function keyed<T>(act: Act<T>, screen: Screen, line: string): void {
  if (line === "") act.press({ name: "return" });
  else if (screen.options.some(({ key }) => key === line)) pick(act, line);
  else act.press({ name: commandOf(screen, line) });
}

/** A digit that could begin a longer code waits for more; the line has ended, so there is no more. */
function pick<T>(act: Act<T>, key: string): void {
  const before = placeOf(act.screen());
  for (const sign of key) act.press({ name: sign });
  if (act.result() === null && placeOf(act.screen()) === before) act.press({ name: "return" });
}

function commandOf({ keys }: Screen, line: string): string {
  const named = keys.find(({ key, does }) => key.toLowerCase() === line || does.toLowerCase() === line);
  const name = named?.key.toLowerCase() ?? line;
  return name === "enter" ? "return" : name === "esc" ? "escape" : name;
}
