import { type InterviewState, resume } from "../../interview/machine.ts";
import { replay } from "../../interview/replay.ts";
import type { Entry, InterviewSetup } from "../../interview/types.ts";
import { type Journal, openJournal } from "../../sources/journal/journal.ts";
import type { Desk } from "../desk.ts";
import { targetsOf } from "../draw.ts";
import { EXIT, UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import { write } from "../output.ts";
import { agrees } from "../survey/ask.ts";
import { finish } from "../survey/finish.ts";
import type { SurveyFlags } from "../survey/flags.ts";
import { beginSurvey, goOnWith, planSurvey, refuseWithoutTerminal, type Underway } from "../survey/journaled.ts";
import { scoringOf } from "../survey/new-survey.ts";
import { UNCOUNTED } from "../survey/setup.ts";
import { runSheets } from "../survey/sheets.ts";
import { journalQuestion, NOTHING_SAID, savedWords, tooFewWords } from "../survey/words.ts";

type Outcome = "closed" | "paused" | "interrupted";

/** Somebody at a desk, with the survey as it stands. Every answer is in the journal before the next question is shown. */
export interface Sitting {
  readonly state: InterviewState;
  readonly journal: Journal;
  readonly desk: Desk;
}

/** The ways to ask. */
export interface Prompts {
  interview(sitting: Sitting): Promise<Outcome>;
  /** For screen readers and terminals that cannot redraw: plain lines. */
  linear(sitting: Sitting): Promise<Outcome>;
  /** Typing paper sheets in. */
  entry(sitting: Sitting): Promise<Outcome>;
}

const PROMPTS: Prompts = {
  interview: async (sitting) => (await import("../prompts/interview.ts")).runInterview(sitting),
  linear: async (sitting) => (await import("../prompts/linear.ts")).runLinear(sitting),
  entry: async (sitting) => (await import("../prompts/entry.ts")).runEntry(sitting),
};

/** `survey`: asks, keeps every answer, and ends in a file of answers and a report. */
export async function runSurvey(host: Host, flags: SurveyFlags, prompts: Prompts = PROMPTS): Promise<number> {
  refuseUnusable(flags);
  if (flags.answers !== undefined) return runSheets(host, flags, flags.answers);
  const underway = flags.resume === undefined ? await begin(host, flags) : await goOnWith(host, flags.resume, flags);
  const { plan, files, framework } = underway;
  const outcome = await ask(host, underway, { flags, prompts });
  // From here on only what is on the disk counts: an interrupted end that is taken up again comes to the same.
  const { journal, entries } = openJournal(files.journal);
  try {
    if (outcome !== "closed") return await stop(host, { underway, journal, entries, outcome }, flags);
    const dismiss = () => dismissed(host, { journal, flags, setup: plan.setup });
    return await finish(host, { plan, seats: replay(entries), files, framework, dismiss }, flags);
  } finally {
    journal.close();
  }
}

/** What would fail only when everybody has answered. Throws UsageError. */
function refuseUnusable(flags: SurveyFlags): void {
  targetsOf(flags.output ?? []);
  leastOf(flags);
}

function leastOf(flags: SurveyFlags): number {
  return scoringOf(flags, { framework: "", form: null, by: null }).minGroup;
}

async function begin(host: Host, flags: SurveyFlags): Promise<Underway> {
  const plan = await planSurvey(host, flags);
  refuseWithoutTerminal(host, plan);
  const { seating } = plan.setup;
  const least = leastOf(flags);
  if (seating.kind === "participants" && seating.count !== UNCOUNTED && seating.count < least)
    await tell(host, tooFewWords(seating.count, least));
  return beginSurvey(host, plan, flags);
}

/** The journal is free again afterwards, whatever happens. */
async function ask(
  host: Host,
  { plan, entries, journal, files }: Underway,
  { flags, prompts }: { readonly flags: SurveyFlags; readonly prompts: Prompts },
): Promise<Outcome> {
  try {
    const state = resume(plan, entries);
    if (state.ended === "closed") return "closed";
    const { desk } = host;
    if (desk === null)
      throw new UsageError(
        `${files.journal} is not finished, and going on needs a terminal.`,
        "Every answer so far is safe in it.",
      );
    const { seating } = plan.setup;
    const isPaper = flags.entry === true || (seating.kind === "participants" && seating.count === UNCOUNTED);
    const isLinear = flags.screenReader === true || desk.plain;
    const way = isPaper ? prompts.entry : isLinear ? prompts.linear : prompts.interview;
    return await way({ state, journal, desk });
  } finally {
    journal.close();
  }
}

interface Stopped {
  readonly underway: Underway;
  readonly journal: Journal;
  readonly entries: readonly Entry[];
  readonly outcome: Outcome;
}

/** Saved, with the way to go on; a survey in which nothing was said leaves nothing behind. */
async function stop(host: Host, { underway, journal, entries, outcome }: Stopped, flags: SurveyFlags): Promise<number> {
  const { plan, files } = underway;
  const seats = replay(entries);
  if (flags.resume === undefined && !entries.some(saysSomething)) {
    journal.remove();
    await tell(host, NOTHING_SAID);
  } else {
    const finished = seats.filter(({ status }) => status === "finished").length;
    await tell(host, savedWords({ journal: files.journal, setup: plan.setup, finished }, flags));
  }
  return outcome === "paused" ? EXIT.done : EXIT.interrupted;
}

function saysSomething(entry: Entry): boolean {
  if (entry.kind === "draft") return entry.text !== "";
  return entry.kind === "answer" || entry.kind === "comment" || entry.kind === "hands" || entry.kind === "finish";
}

/** The file of answers holds all that is needed; where people took turns, the journal also tells in which order. */
async function dismissed(
  host: Host,
  { journal, flags, setup }: { readonly journal: Journal; readonly flags: SurveyFlags; readonly setup: InterviewSetup },
): Promise<"deleted" | "kept"> {
  const asks = flags.keepJournal !== true && setup.seating.kind === "participants";
  const deletes =
    flags.deleteJournal === true || (asks && host.desk !== null && (await agrees(host.desk, journalQuestion(setup))));
  if (!deletes) return "kept";
  journal.remove();
  return "deleted";
}

/** Nobody may be listening any more (a terminal that was closed): that is no failure. */
async function tell(host: Host, words: string): Promise<void> {
  await write(host.stderr, words).catch(() => undefined);
}
