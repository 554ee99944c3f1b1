import { after, draftKey, finishedSeats, nextSeat, type Past } from "../../interview/replay.ts";
import { missingIn, numberOf, type Sheet, sheetEntries, sheetNumbers } from "../../interview/sheet.ts";
import { parseSheetLine } from "../../interview/sheet-line.ts";
import type { SheetProblem } from "../../interview/sheet-problems.ts";
import { writtenSheet } from "../../interview/sheet-written.ts";
import type { InterviewState } from "../../interview/state.ts";
import type { Entry, InterviewPlan } from "../../interview/types.ts";
import { createScreenDrawer } from "../../render/terminal/screen.ts";
import { type EntryView, entryScreen, takenWords } from "./entry-screen.ts";
import type { Ended, Interview } from "./interview.ts";
import { createKeeper, type Diary } from "./keeper.ts";
import { speakStage } from "./linear.ts";
import { type Act, runStage } from "./stage.ts";

/** Sheets of paper typed in, a line each, until `end`. A sheet is in the journal before the next line is empty. */
export async function runEntry({ state, journal, desk }: Interview): Promise<Ended> {
  const act = entryAct(state, journal);
  if (desk.plain) return speakStage(act, desk, { isPrivate: false });
  return runStage({ act, desk, draw: await createScreenDrawer(desk.color), isPrivate: false });
}

/** What the line says once Enter was pressed: wrong; right, with a check digit to compare; nothing yet. */
type Verdict =
  | { readonly kind: "open" }
  | { readonly kind: "wrong"; readonly problems: readonly SheetProblem[] }
  | { readonly kind: "compare"; readonly sheet: Sheet; readonly warnings: readonly SheetProblem[] };

interface Clerk {
  readonly past: Past;
  readonly line: string;
  readonly verdict: Verdict;
  readonly view: Pick<EntryView, "last" | "help" | "said">;
  readonly loose: Loose;
  readonly ended: "closed" | "paused" | null;
}

/** What was begun and is not counted: nobody should leave it behind unawares. */
interface Loose {
  /** Numbers of sheets that were taken back and not typed in again; null: a sheet without a number. */
  readonly takenBack: readonly (number | null)[];
  /** A line that was handed in and never taken. */
  readonly line: string | null;
  /** Said already: the next `end` ends. */
  readonly told: boolean;
}

const NOTHING_LOOSE: Loose = { takenBack: [], line: null, told: false };

type Turn = { readonly clerk: Clerk; readonly entries: readonly Entry[] };

/** Pure but for the journal: each turn is kept first and taken then. */
function entryAct({ plan, past }: InterviewState, journal: Diary): Act<"closed" | "paused"> {
  const keeper = createKeeper(journal);
  const line = past.drafts.get(draftKey(null, "sheet"))?.text ?? "";
  const view = { last: [], help: false, said: null };
  const ended = past.closed ? "closed" : null;
  let clerk: Clerk = { past, line, verdict: { kind: "open" }, view, loose: NOTHING_LOOSE, ended };
  const take = ({ clerk: next, entries }: Turn) => {
    if (!keeper.keep(entries)) return;
    clerk = { ...next, past: entries.reduce(after, clerk.past) };
    if (keeper.owes(entries))
      clerk = { ...clerk, view: { ...clerk.view, said: `${clerk.view.said ?? ""} ${STILL_THERE}`.trim() } };
  };
  return {
    screen: () => {
      const count = finishedSeats(clerk.past.seats).length;
      const screen = entryScreen(plan, { ...clerk.view, count, line: clerk.line, ...faultOf(clerk.verdict) });
      return { ...screen, notice: keeper.trouble() ?? screen.notice };
    },
    caret: () => {
      const first = clerk.verdict.kind === "wrong" ? clerk.verdict.problems[0] : undefined;
      return first === undefined ? null : { offset: first.column - 1, length: first.length };
    },
    type: (text) => take(typed(clerk, text)),
    press: ({ name }) => {
      if (name === "return") take(entered(clerk, plan));
    },
    result: () => clerk.ended,
  };
}

function faultOf(verdict: Verdict): Pick<EntryView, "problems" | "compare"> {
  if (verdict.kind === "compare") return { problems: verdict.warnings, compare: verdict.sheet };
  return { problems: verdict.kind === "wrong" ? verdict.problems : [], compare: null };
}

/** Every change is on disk: not even half a sheet is lost. */
function typed(clerk: Clerk, text: string): Turn {
  const view = { ...clerk.view, help: false, said: null };
  const draft: Entry = { kind: "draft", seat: null, question: null, line: "sheet", text };
  return { clerk: { ...clerk, line: text, view, verdict: { kind: "open" } }, entries: [draft] };
}

function entered(clerk: Clerk, plan: InterviewPlan): Turn {
  if (clerk.verdict.kind === "compare") return accepted(clerk, clerk.verdict.sheet, plan);
  const command = COMMANDS.get(clerk.line.trim().toLowerCase());
  if (command !== undefined) return command(clerk, plan);
  const { sheet, problems } = parseSheetLine(plan, clerk.line, sheetNumbers(clerk.past.seats));
  // A mistyped command is no sheet.
  const loose = { ...clerk.loose, line: /\d/.test(clerk.line) ? clerk.line : clerk.loose.line, told: false };
  if (sheet === null) return { clerk: { ...clerk, loose, verdict: { kind: "wrong", problems } }, entries: [] };
  if (sheet.checked && missingIn(sheet, plan) === 0) return accepted(clerk, sheet, plan);
  // What is missing at the end is said with what Enter would do about it.
  const warnings = problems.filter(({ code }) => code !== "SL014");
  return { clerk: { ...clerk, loose, verdict: { kind: "compare", sheet, warnings } }, entries: [] };
}

/** Where it is not people who answer, one sheet is all there is. */
function accepted(clerk: Clerk, sheet: Sheet, plan: InterviewPlan): Turn {
  const seat = nextSeat(clerk.past.seats);
  const single = plan.setup.seating.kind !== "sheets";
  const entries: readonly Entry[] = [...sheetEntries(sheet, seat), ...(single ? [{ kind: "close" } as const] : [])];
  const next = cleared(clerk, { last: takenWords(sheet, plan), said: null });
  const loose = { takenBack: without(clerk.loose.takenBack, sheet.number), line: null, told: false };
  return { clerk: { ...next, loose, ended: single ? "closed" : null }, entries };
}

function without(numbers: Loose["takenBack"], number: number | null): Loose["takenBack"] {
  const at = numbers.indexOf(number);
  return at === -1 ? numbers : numbers.toSpliced(at, 1);
}

/** An empty line again. */
function cleared(clerk: Clerk, view: Partial<Clerk["view"]>): Clerk {
  return { ...clerk, line: "", verdict: { kind: "open" }, view: { ...clerk.view, help: false, ...view } };
}

function say(clerk: Clerk, text: string): Turn {
  return { clerk: cleared(clerk, { said: text }), entries: [noLine()] };
}

function noLine() {
  return { kind: "draft", seat: null, question: null, line: "sheet", text: "" } as const;
}

const COMMANDS: ReadonlyMap<string, (clerk: Clerk, plan: InterviewPlan) => Turn> = new Map([
  ["", (clerk) => say(clerk, "Type a sheet and press Enter; end when there is no other.")],
  ["?", (clerk) => ({ clerk: cleared(clerk, { help: true, said: null }), entries: [noLine()] })],
  ["undo", undo],
  ["end", end],
  ["stop", (clerk) => ({ clerk: { ...cleared(clerk, {}), ended: "paused" }, entries: [noLine()] })],
]);

const STILL_THERE = "As it was, it is deleted from the file as soon as the disk has room.";

/** The sheet is no longer counted, and its line is there again to be mended. */
function undo(clerk: Clerk, plan: InterviewPlan): Turn {
  const last = finishedSeats(clerk.past.seats).at(-1);
  if (last === undefined) return say(clerk, "There is no sheet to take back.");
  const text = writtenSheet(plan, last);
  const number = numberOf(last);
  const said = `${number === null ? "The last sheet" : `Sheet ${number}`} was taken back; here is its line, to be mended.`;
  const loose = { ...clerk.loose, takenBack: [...clerk.loose.takenBack, number], told: false };
  return {
    clerk: { ...cleared(clerk, { last: [], said }), line: text, loose },
    entries: [
      { kind: "withdraw", seat: last.seat },
      { ...noLine(), text },
    ],
  };
}

function end(clerk: Clerk): Turn {
  if (finishedSeats(clerk.past.seats).length === 0)
    return say(clerk, "No sheet has been typed in yet. To leave, type stop.");
  const left = looseWords(clerk.loose);
  if (left !== null && !clerk.loose.told) {
    const { clerk: next, entries } = say(clerk, `${left} To finish all the same, type end again.`);
    return { clerk: { ...next, loose: { ...next.loose, told: true } }, entries };
  }
  return { clerk: { ...cleared(clerk, {}), ended: "closed" }, entries: [noLine(), { kind: "close" }] };
}

/** Signs of a line that is told again. */
const LONGEST_LINE_TOLD = 40;

function looseWords({ takenBack, line }: Loose): string | null {
  if (line !== null) {
    const shown = line.length > LONGEST_LINE_TOLD ? `${line.slice(0, LONGEST_LINE_TOLD)}…` : line;
    return `This line was not taken: ${shown}`.concat(/[.…]$/.test(shown) ? "" : ".");
  }
  if (takenBack.length === 0) return null;
  const numbers = takenBack.flatMap((number) => (number === null ? [] : [String(number)]));
  const what = numbers.length === 0 ? "A sheet" : `Sheet ${numbers.join(", ")}`;
  return `${what} was taken back and not typed in again.`;
}
