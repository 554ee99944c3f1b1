import { finishedSeats, replay } from "../../interview/replay.ts";
import type { Entry } from "../../interview/types.ts";
import { type Journal, openJournal } from "../../sources/journal/journal.ts";
import { targetsOf } from "../draw.ts";
import { EXIT, UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import type { Ended, Interview } from "../prompts/interview.ts";
import { dismissalOf } from "../survey/dismissal.ts";
import { finish } from "../survey/finish.ts";
import type { SurveyFlags } from "../survey/flags.ts";
import { beginSurvey, goOnWith, planSurvey, refuseWithoutTerminal, type Underway } from "../survey/journaled.ts";
import { scoringOf } from "../survey/new-survey.ts";
import { runSheets } from "../survey/sheets.ts";
import { deskFor, isTooFew, openingState, saidAnything } from "../survey/sitting.ts";
import { tell, tellAlways } from "../survey/tell.ts";
import { NOTHING_SAID, savedWords, tooFewWords } from "../survey/words.ts";

/** The ways to ask: each keeps every answer in the journal before the next question is shown. */
export interface Prompts {
  interview(sitting: Interview): Promise<Ended>;
  /** For screen readers and terminals that cannot redraw: plain lines. */
  linear(sitting: Interview): Promise<Ended>;
  /** Typing paper sheets in. */
  entry(sitting: Interview): Promise<Ended>;
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
    const dismissal = dismissalOf(host, { journal, name: files.journal, setup: plan.setup }, flags);
    return await finish(host, { plan, seats: replay(entries), files, framework, dismissal }, flags);
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
  refuseWithoutTerminal(host, plan, flags);
  if (host.desk !== null) deskFor(host.desk, plan, flags);
  const { seating } = plan.setup;
  const least = leastOf(flags);
  if (isTooFew(seating, least)) await tell(host, tooFewWords(seating.count, least));
  return beginSurvey(host, plan, flags);
}

/** The journal is free again afterwards, whatever happens. */
async function ask(
  host: Host,
  { plan, entries, journal, files }: Underway,
  { flags, prompts }: { readonly flags: SurveyFlags; readonly prompts: Prompts },
): Promise<Ended> {
  try {
    const state = openingState(plan, entries, leastOf(flags));
    if (state.ended === "closed") return "closed";
    if (host.desk === null)
      throw new UsageError(
        `${files.journal} is not finished, and going on needs a terminal.`,
        "Every answer so far is safe in it.",
      );
    const desk = deskFor(host.desk, plan, flags);
    const isPaper = flags.entry === true || plan.setup.seating.kind === "sheets";
    const way = isPaper ? prompts.entry : desk.plain ? prompts.linear : prompts.interview;
    return await way({ state, journal, desk });
  } finally {
    journal.close();
  }
}

interface Stopped {
  readonly underway: Underway;
  readonly journal: Journal;
  readonly entries: readonly Entry[];
  readonly outcome: Ended;
}

/** Saved, with the way to go on; a survey in which nothing was said leaves nothing behind. */
async function stop(host: Host, { underway, journal, entries, outcome }: Stopped, flags: SurveyFlags): Promise<number> {
  const { plan, files } = underway;
  const seats = replay(entries);
  if (flags.resume === undefined && !saidAnything(entries)) {
    journal.remove();
    await tell(host, NOTHING_SAID);
  } else {
    const finished = finishedSeats(seats).length;
    await tellAlways(host, savedWords({ files, setup: plan.setup, finished }, flags));
  }
  return outcome === "paused" ? EXIT.done : EXIT.interrupted;
}
