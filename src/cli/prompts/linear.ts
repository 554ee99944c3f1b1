import { createInterface } from "node:readline";
import type { Screen } from "../../interview/screen.ts";
import { cleanText } from "../../render/clean.ts";
import { createRuler } from "../../render/terminal/ruler.ts";
import { wrap } from "../../render/terminal/wrap.ts";
import type { Desk } from "../desk.ts";
import { type Ended, type Interview, interviewAct } from "./interview.ts";
import { createQuiet } from "./quiet.ts";
import { createReader } from "./read-line.ts";
import { linesOf, sameQuestion } from "./spoken.ts";
import type { Act } from "./stage.ts";

/** Anyone may type any script here. */
const ANY_SCRIPT = "日";
const WIDEST = 100;

/**
 * The same survey for a screen reader and for a terminal without a cursor: each question is printed once, answers are typed
 * with Enter, nothing is drawn over. Whoever sits there reads in order, and so does the machine that reads aloud.
 */
export function runLinear({ state, journal, desk }: Interview): Promise<Ended> {
  const isPrivate = state.plan.setup.seating.kind === "participants";
  return speakStage(interviewAct(state, journal), desk, { isPrivate });
}

/** Any act in this way. @param isPrivate whether nothing may stay on the screen at the end */
export async function speakStage<T>(
  act: Act<T>,
  desk: Desk,
  { isPrivate }: { readonly isPrivate: boolean },
): Promise<T | "interrupted"> {
  const ruler = await createRuler(ANY_SCRIPT);
  const read = createReader(act);
  /** Why the last line pressed nothing. */
  let puzzled: string | null = null;
  const said = new Set<string>();
  const quiet = createQuiet();
  let before: Screen | null = null;
  const width = () => Math.min(desk.size().width, WIDEST);
  const page = () => ({ ruler, width: width(), said });
  const echoed = () => act.echo?.() ?? null;
  const linesFor = (words: string | null) => (words === null ? [] : wrap(cleanText(words), width(), ruler));
  const print = () => {
    const shown = act.screen();
    const screen = puzzled === null ? shown : { ...shown, notice: { text: puzzled, tone: "warning" as const } };
    if (screen.wipe && !(before !== null && sameQuestion(before, screen))) {
      wipe(desk);
      said.clear();
    }
    const lines = [...linesFor(puzzled === null ? echoed() : null), ...linesOf(screen, before, page())];
    desk.output.write(`${lines.join("\n")}\n> `);
    quiet.shown(screen.settles === true);
    before = screen;
  };
  print();
  const ended = await readLines(desk, (line) => {
    if (quiet.drops()) return null;
    puzzled = read(line);
    const result = act.result();
    if (result === null) print();
    return result;
  });
  desk.output.write("\n");
  if (isPrivate) wipe(desk);
  if (ended !== "interrupted")
    desk.output.write(
      linesFor(echoed())
        .map((one) => `${one}\n`)
        .join(""),
    );
  return ended;
}

/** Reads lines until one brings a result. The terminal itself does the editing, as its user has set it up. */
function readLines<T>(desk: Desk, take: (line: string) => T | null): Promise<T | "interrupted"> {
  return new Promise((resolve, reject) => {
    const reader = createInterface({ input: desk.input, terminal: false });
    const end = (settle: () => void) => {
      stop();
      reader.off("close", leave);
      reader.close();
      settle();
    };
    const leave = () => end(() => resolve("interrupted"));
    const stop = desk.attend({ leave, resize: () => undefined, end: () => undefined });
    let isOver = false;
    reader.on("close", leave);
    reader.on("error", leave);
    reader.on("line", (line) => {
      if (isOver) return;
      try {
        const ended = take(line);
        isOver = ended !== null;
        if (ended !== null) end(() => resolve(ended));
      } catch (error) {
        isOver = true;
        end(() => reject(error));
      }
    });
  });
}

/** Screen and scroll-back. Whoever hands the keyboard round sits at a terminal that can do this. */
function wipe({ output }: Desk): void {
  output.write("\u001b[H\u001b[2J\u001b[3J");
}
