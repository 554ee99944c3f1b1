import type { ContextQuestion } from "../../framework/types.ts";
import { replay } from "../../interview/replay.ts";
import type { ContextAnswer } from "../../interview/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import type { Journal } from "../../sources/journal/journal.ts";
import type { Desk } from "../desk.ts";
import { targetsOf } from "../draw.ts";
import { EXIT, UsageError } from "../exit.ts";
import { problemsText } from "../fail.ts";
import type { Host } from "../host.ts";
import { readProject } from "../project/project.ts";
import { frameworkIn } from "../project/settle.ts";
import type { Ended, Interview } from "../prompts/interview.ts";
import { dismissalOf } from "../survey/dismissal.ts";
import { isTooFew } from "../survey/enough.ts";
import { journalName, type SurveyFiles } from "../survey/files.ts";
import { finish } from "../survey/finish.ts";
import type { SurveyFlags } from "../survey/flags.ts";
import {
  beginSurvey,
  goOnWith,
  newFiles,
  planSurvey,
  refuseWithoutTerminal,
  type Underway,
  withContext,
} from "../survey/journaled.ts";
import { leastOf } from "../survey/new-survey.ts";
import { readersOf } from "../survey/readers.ts";
import { runSheets } from "../survey/sheets.ts";
import { deskFor, openingState, saidAnything } from "../survey/sitting.ts";
import { tell, tellAlways } from "../survey/tell.ts";
import { NOTHING_SAID, savedWords, tooFewWords } from "../survey/words.ts";

/** The ways to ask: each keeps every answer in the journal before the next question is shown. */
export interface Prompts {
  interview(sitting: Interview): Promise<Ended>;
  /** For screen readers and terminals that cannot redraw: plain lines. */
  linear(sitting: Interview): Promise<Ended>;
  /** Typing paper sheets in. */
  entry(sitting: Interview): Promise<Ended>;
  /** What is asked once about the whole survey. */
  context(desk: Desk, questions: readonly ContextQuestion[]): Promise<readonly ContextAnswer[] | "interrupted">;
}

const PROMPTS: Prompts = {
  interview: async (sitting) => (await import("../prompts/interview.ts")).runInterview(sitting),
  linear: async (sitting) => (await import("../prompts/linear.ts")).runLinear(sitting),
  entry: async (sitting) => (await import("../prompts/entry.ts")).runEntry(sitting),
  context: async (desk, questions) => (await import("../survey/ask-context.ts")).askContext(desk, questions),
};

/** `survey`: asks, keeps every answer, and ends in a file of answers and a report. */
export async function runSurvey(host: Host, typed: SurveyFlags, prompts: Prompts = PROMPTS): Promise<number> {
  refuseUnusable(typed);
  const flags = await withProjectFramework(host, typed);
  if (flags.answers !== undefined) return runSheets(host, flags, flags.answers);
  const underway =
    flags.resume === undefined ? await begin(host, flags, prompts) : await goOnWith(host, flags.resume, flags);
  if (underway === "interrupted") {
    await tell(host, NOTHING_SAID);
    return EXIT.interrupted;
  }
  const { journal, plan, framework } = underway;
  try {
    const outcome = await ask(host, underway, { flags, prompts });
    const files = await secureJournal(host, underway, outcome);
    if (outcome !== "closed") return await stop(host, { underway: { ...underway, files }, outcome }, flags);
    const dismissal = dismissalOf(host, { journal, name: files.journal, setup: plan.setup }, flags);
    return await finish(host, { plan, seats: replay(journal.entries()), files, framework, dismissal }, flags);
  } finally {
    journal.close();
  }
}

/**
 * What was said counts, and the file says the same: an interrupted end that is taken up again comes to the same. Where
 * something else took the file away, all was saved in another. Where even that fails, a survey that is over still comes to
 * its file of answers. Throws ProblemsError (JN010, JN011).
 */
async function secureJournal(host: Host, { journal, files }: Underway, outcome: Ended): Promise<SurveyFiles> {
  const problems = securing(journal);
  if (problems.some(({ severity }) => severity === "error") && outcome !== "closed") throw new ProblemsError(problems);
  if (problems.length > 0) await tellAlways(host, await problemsText(host, problems));
  return { ...files, journal: journalName(files.journal, journal.path) };
}

function securing(journal: Journal): readonly Problem[] {
  try {
    const problem = journal.secure();
    return problem === null ? [] : [problem];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}

/** Of a new survey whose framework is not named, the project's. */
async function withProjectFramework(host: Host, flags: SurveyFlags): Promise<SurveyFlags> {
  if (flags.framework !== undefined || flags.resume !== undefined) return flags;
  const project = await readProject(host);
  const framework = project === null ? "" : frameworkIn(project);
  return framework === "" ? flags : { ...flags, framework };
}

/** What would fail only when everybody has answered. Throws UsageError. */
function refuseUnusable(flags: SurveyFlags): void {
  targetsOf(flags.output ?? []);
  leastOf(flags);
}

async function begin(host: Host, flags: SurveyFlags, prompts: Prompts): Promise<Underway | "interrupted"> {
  const planned = await planSurvey(host, flags);
  const { plan, enough } = planned;
  refuseWithoutTerminal(host, plan, flags);
  if (host.desk !== null) deskFor(host.desk, plan, flags);
  const { seating } = plan.setup;
  if (isTooFew(seating, enough)) await tell(host, tooFewWords(seating.count, enough));
  if (planned.open.length === 0 || host.desk === null) return beginSurvey(host, planned, flags);
  // Whoever cannot begin is not asked first.
  newFiles(host, plan, flags);
  const answered = await prompts.context(deskFor(host.desk, plan, flags), planned.open);
  if (answered === "interrupted") return answered;
  const known = [...(plan.setup.context ?? []), ...answered];
  return beginSurvey(host, { plan: withContext(plan, known), enough }, flags);
}

async function ask(
  host: Host,
  underway: Underway,
  { flags, prompts }: { readonly flags: SurveyFlags; readonly prompts: Prompts },
): Promise<Ended> {
  const { plan, entries, journal, files } = underway;
  const state = openingState(underway, entries);
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
}

interface Stopped {
  readonly underway: Underway;
  readonly outcome: Ended;
}

/** Saved, with the way to go on; a survey in which nothing was said leaves nothing behind. */
async function stop(host: Host, { underway, outcome }: Stopped, flags: SurveyFlags): Promise<number> {
  const { plan, files, journal } = underway;
  const entries = journal.entries();
  const seats = replay(entries);
  if (flags.resume === undefined && !saidAnything(entries)) {
    journal.remove();
    await tell(host, NOTHING_SAID);
  } else {
    const readers = await readersOf(files.journal);
    await tellAlways(host, savedWords({ files, setup: plan.setup, seats, readers }, flags));
  }
  return outcome === "paused" ? EXIT.done : EXIT.interrupted;
}
