import { after, draftKey, finishedSeats, nextSeat, type Past } from "../../interview/replay.ts";
import { type Sheet, sheetEntries, sheetNumbers } from "../../interview/sheet.ts";
import { parseSheetLine } from "../../interview/sheet-line.ts";
import type { SheetProblem } from "../../interview/sheet-problems.ts";
import type { InterviewState } from "../../interview/state.ts";
import type { Entry, InterviewPlan } from "../../interview/types.ts";
import { createScreenDrawer } from "../../render/terminal/screen.ts";
import { type EntryView, entryScreen, summaryOf } from "./entry-screen.ts";
import type { Ended, Interview } from "./interview.ts";
import { createKeeper, type Diary } from "./keeper.ts";
import { speakStage } from "./linear.ts";
import { type Act, runStage } from "./stage.ts";

/** Sheets of paper typed in, a line each, until `end`. A sheet is in the journal before the next line is empty. */
export async function runEntry({ state, journal, desk }: Interview): Promise<Ended> {
  const act = entryAct(state, journal);
  if (desk.plain) return speakStage(act, desk, { isPrivate: false });
  return runStage({ act, desk, draw: await createScreenDrawer(desk.color) });
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
  readonly ended: "closed" | "paused" | null;
}

type Turn = { readonly clerk: Clerk; readonly entries: readonly Entry[] };

/** Pure but for the journal: each turn is kept first and taken then. */
function entryAct({ plan, past }: InterviewState, journal: Diary): Act<"closed" | "paused"> {
  const keeper = createKeeper(journal);
  const line = past.drafts.get(draftKey(null, "sheet"))?.text ?? "";
  const view = { last: null, help: false, said: null };
  let clerk: Clerk = { past, line, verdict: { kind: "open" }, view, ended: past.closed ? "closed" : null };
  const take = ({ clerk: next, entries }: Turn) => {
    if (!keeper.keep(entries)) return;
    clerk = { ...next, past: entries.reduce(after, clerk.past) };
    if (keeper.owes(entries)) clerk = { ...clerk, view: { ...clerk.view, said: STILL_THERE } };
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
  if (command !== undefined) return command(clerk);
  const { sheet, problems } = parseSheetLine(plan, clerk.line, sheetNumbers(clerk.past.seats));
  if (sheet === null) return { clerk: { ...clerk, verdict: { kind: "wrong", problems } }, entries: [] };
  if (sheet.checked && problems.length === 0) return accepted(clerk, sheet, plan);
  return { clerk: { ...clerk, verdict: { kind: "compare", sheet, warnings: problems } }, entries: [] };
}

/** Where it is not people who answer, one sheet is all there is. */
function accepted(clerk: Clerk, sheet: Sheet, plan: InterviewPlan): Turn {
  const seat = nextSeat(clerk.past.seats);
  const single = plan.setup.seating.kind !== "sheets";
  const entries: readonly Entry[] = [...sheetEntries(sheet, seat), ...(single ? [{ kind: "close" } as const] : [])];
  const next = cleared(clerk, { last: summaryOf(sheet, plan), said: null });
  return { clerk: { ...next, ended: single ? "closed" : null }, entries };
}

/** An empty line again. */
function cleared(clerk: Clerk, view: Partial<Clerk["view"]>): Clerk {
  return { ...clerk, line: "", verdict: { kind: "open" }, view: { ...clerk.view, help: false, ...view } };
}

function say(clerk: Clerk, text: string): Turn {
  return { clerk: cleared(clerk, { said: text }), entries: [noLine()] };
}

function noLine(): Entry {
  return { kind: "draft", seat: null, question: null, line: "sheet", text: "" };
}

const COMMANDS: ReadonlyMap<string, (clerk: Clerk) => Turn> = new Map([
  ["", (clerk) => say(clerk, "Type a sheet and press Enter; end when there is no other.")],
  ["?", (clerk) => ({ clerk: cleared(clerk, { help: true, said: null }), entries: [noLine()] })],
  ["undo", undo],
  ["end", end],
  ["stop", (clerk) => ({ clerk: { ...cleared(clerk, {}), ended: "paused" }, entries: [noLine()] })],
]);

const STILL_THERE = "The last sheet was taken back. It is deleted from the file as soon as the disk has room.";

function undo(clerk: Clerk): Turn {
  const last = finishedSeats(clerk.past.seats).at(-1);
  if (last === undefined) return say(clerk, "There is no sheet to take back.");
  const next = cleared(clerk, { last: null, said: "The last sheet was taken back." });
  return { clerk: next, entries: [{ kind: "withdraw", seat: last.seat }, noLine()] };
}

function end(clerk: Clerk): Turn {
  if (finishedSeats(clerk.past.seats).length === 0)
    return say(clerk, "No sheet has been typed in yet. To leave, type stop.");
  return { clerk: { ...cleared(clerk, {}), ended: "closed" }, entries: [noLine(), { kind: "close" }] };
}
