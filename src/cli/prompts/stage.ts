import { emitKeypressEvents, type Interface } from "node:readline";
import { Writable } from "node:stream";
import { createPrompt, ExitPromptError, useEffect } from "@inquirer/core";
import type { Screen } from "../../interview/screen.ts";
import type { Key } from "../../interview/types.ts";
import type { DrawScreen } from "../../render/terminal/screen.ts";
import type { ScreenOptions } from "../../render/terminal/screen-layout.ts";
import type { Desk } from "../desk.ts";
import { openCanvas } from "./canvas.ts";
import { edit, type Line, lineOf } from "./line.ts";
import { createQuiet } from "./quiet.ts";
import { createStrokes, type RawKey, type Stroke } from "./strokes.ts";

/** What goes on at the desk: it shows a screen, takes keys and typed lines, and comes to an end. */
export interface Act<T> {
  screen(): Screen;
  /** The part of the typed line that is wrong, if any. */
  caret?(): ScreenOptions["caret"];
  press(key: Key): void;
  /** The line on the screen's input has changed. */
  type(line: string): void;
  /** Not null: it is over. */
  result(): T | null;
  /** What the last key or line did, in words, for whoever cannot see it; null: nothing worth a word. */
  echo?(): string | null;
}

type Ending<T> = { readonly result: T | "interrupted" } | { readonly error: unknown };

interface Stage<T> {
  readonly act: Act<T>;
  readonly desk: Desk;
  readonly draw: DrawScreen;
  /** Nothing of it may stay on the terminal. */
  readonly isPrivate: boolean;
}

/**
 * Milliseconds after Escape in which a sequence of the terminal's may go on. Half a second is usual, and feels as if the key
 * were broken; a terminal sends its sequences in one piece.
 */
const ESCAPE_WAIT = { escapeCodeTimeout: 50 };

/**
 * Inquirer's core gives the prompt its life (raw mode, readline, the end by key, signal or closed input); the canvas draws,
 * since inquirer's own drawing scrolls. The whole act is one prompt: between two prompts typed keys would be thrown away.
 * Ends once, with the act's result or as "interrupted" (Ctrl-C, a signal, a closed terminal), the terminal as it was before.
 * Throws what the act throws.
 */
export async function runStage<T>(stage: Stage<T>): Promise<T | "interrupted"> {
  const { desk } = stage;
  const prompt = createPrompt<Ending<T>, Stage<T>>((config, done) => {
    useEffect((rl) => attend(config, rl, done), []);
    return "";
  });
  // Whoever first reads keys from a stream decides how long it waits, and inquirer has no setting for it.
  emitKeypressEvents(desk.input, ESCAPE_WAIT as unknown as Interface);
  const ending = await prompt(stage, { input: desk.input, output: nowhere() }).catch(interruption);
  if ("error" in ending) throw ending.error;
  return ending.result;
}

/** The prompt's own lines would scroll and wrap; the canvas writes instead. */
function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, written) => written() });
}

function interruption(error: unknown): { readonly result: "interrupted" } | { readonly error: unknown } {
  return error instanceof ExitPromptError ? { result: "interrupted" } : { error };
}

interface Reader {
  readonly input: NodeJS.ReadableStream;
  on(event: string, listener: () => void): void;
  clearLine(direction: 0): void;
}

/** Opens the canvas and listens to the keyboard; gives back how to stop. */
function attend<T>(
  { act, desk, draw, isPrivate }: Stage<T>,
  reader: Reader,
  done: (ending: Ending<T>) => void,
): () => void {
  const canvas = openCanvas(desk.output, isPrivate);
  const quiet = createQuiet();
  const hand = createHand(act);
  /** Nobody may answer what the window could not show. */
  let isLegible = true;
  const paint = () => {
    const screen = act.screen();
    const { text, cursor } = hand.line();
    const shown = screen.input === null ? screen : { ...screen, input: { ...screen.input, text } };
    const drawn = draw(shown, { ...desk.size(), cursor, caret: act.caret?.() });
    isLegible = !drawn.tooSmall;
    canvas.paint(drawn, screen.wipe);
    quiet.shown(screen.settles === true);
  };
  const leave = () => done({ result: "interrupted" });
  const guarded = (work: () => void) => () => {
    try {
      work();
      const result = act.result();
      if (result === null) paint();
      else done({ result });
    } catch (error) {
      done({ error });
    }
  };
  const strokes = createStrokes();
  let open = true;
  const pressed = (text: string | undefined, raw: RawKey) => {
    // What readline gathers for a line of its own is not wanted, and must not outlive the person who typed it.
    reader.clearLine(0);
    for (const stroke of strokes(text, raw)) {
      if (!open) return;
      if (isInterrupt(stroke)) leave();
      else if (isLegible && !quiet.drops()) guarded(() => hand.stroke(stroke))();
    }
  };
  reader.input.on("keypress", pressed);
  reader.on("close", leave);
  // Also long after it is over: a terminal that is gone refuses to be put back as it was.
  reader.on("error", leave);
  // Ctrl-Z would leave the screen to whoever sits there: saving and stopping is a key of its own.
  reader.on("SIGTSTP", () => undefined);
  const quit = desk.attend({ leave, resize: guarded(() => undefined), end: canvas.close });
  guarded(() => undefined)();
  return () => {
    open = false;
    reader.input.removeListener("keypress", pressed);
    quit();
    canvas.close();
  };
}

/** Ctrl-C is the prompt's own, but not where it comes right behind Escape. */
function isInterrupt(stroke: Stroke): boolean {
  return stroke.kind === "key" && stroke.key.ctrl === true && stroke.key.name === "c";
}

interface Hand {
  stroke(stroke: Stroke): void;
  line(): Line;
}

/** Keeps the cursor in the typed line and tells the act's keys from its text. */
function createHand<T>(act: Act<T>): Hand {
  let line = lineOf(act.screen().input?.text ?? "");
  const adopt = () => {
    const text = act.screen().input?.text ?? "";
    // The act may keep the line tidier than it is being typed: a space at its end is needed for the next word.
    if (tidy(text) === tidy(line.text)) return;
    // Not all of it fitted: what stood behind the cursor still does.
    const behind = line.text.slice(line.cursor);
    line = text.endsWith(behind) ? { text, cursor: text.length - behind.length } : lineOf(text);
  };
  const press = (key: Key) => {
    act.press(key);
    line = lineOf(act.screen().input?.text ?? "");
  };
  return {
    line: () => line,
    stroke: (stroke) => {
      if (act.screen().input === null) {
        if (stroke.kind === "key") press(stroke.key);
        return;
      }
      const edited = edit(line, stroke);
      if (edited === null) {
        if (stroke.kind === "key") press(stroke.key);
        return;
      }
      const changed = edited.text !== line.text;
      line = edited;
      if (!changed) return;
      act.type(line.text);
      adopt();
    },
  };
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
