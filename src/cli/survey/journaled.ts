import type { ContextQuestion } from "../../framework/types.ts";
import { planInterview } from "../../interview/plan.ts";
import type { ContextAnswer, Entry, InterviewPlan } from "../../interview/types.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { createShelf, looksLikePath } from "../../shelf/shelf.ts";
import { frameworkUnder } from "../../shelf/under.ts";
import { createJournal, type Journal, openJournal } from "../../sources/journal/journal.ts";
import { targetsOf } from "../draw.ts";
import { UsageError } from "../exit.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { refuseOverwriting } from "../paths.ts";
import { placeOf } from "../place.ts";
import { requireWritable } from "../writable.ts";
import { answersCommandLine, paperCommandLine } from "./commands.ts";
import { contextKnown, contextOpen } from "./context.ts";
import { type Enough, enoughOf } from "./enough.ts";
import { filesBeside, freshFiles, namedFiles, resumedFiles, type SurveyFiles } from "./files.ts";
import type { SurveyFlags } from "./flags.ts";
import { leastOf, newSurveyOf } from "./new-survey.ts";
import { questionsCode } from "./questions.ts";
import { questionsChanged, refuseForeignSetup, refuseOtherSetup, standingOf, textChangedNote } from "./resumed.ts";
import { setupOf } from "./setup.ts";
import { keepStranded } from "./stranded.ts";

/** A survey with its journal open. */
export interface Underway {
  readonly plan: InterviewPlan;
  readonly entries: readonly Entry[];
  readonly journal: Journal;
  readonly files: SurveyFiles;
  /** How the framework is found in this run. */
  readonly framework: string;
  readonly enough: Enough;
}

/** What is asked of whom, with nothing on the disk yet. */
export interface Planned extends Pick<Underway, "plan" | "enough"> {
  /** Questions about the whole survey that no flag answers. */
  readonly open: readonly ContextQuestion[];
}

/** Throws UsageError, ProblemsError. */
export async function planSurvey(host: Host, flags: SurveyFlags): Promise<Planned> {
  const { asking, seating, shuffle } = newSurveyOf(flags);
  const { framework, warnings } = await frameworkUnder(createShelf(host.root), asking.framework, asking.profiles);
  await notes(host, warnings);
  const known = contextKnown(framework, flags.context);
  const plan = planInterview(framework, setupOf(framework, asking, { seating, shuffle }));
  return {
    plan: withContext({ ...plan, setup: { ...plan.setup, questions: questionsCode(plan) } }, known),
    enough: enoughOf(framework, plan, leastOf(flags)),
    open: contextOpen(framework, known),
  };
}

/** With this known of the whole survey. */
export function withContext(plan: InterviewPlan, known: readonly ContextAnswer[]): InterviewPlan {
  return known.length === 0 ? plan : { ...plan, setup: { ...plan.setup, context: known } };
}

/** Where a new survey keeps things. Throws UsageError. */
export function newFiles(host: Host, plan: InterviewPlan, flags: SurveyFlags): SurveyFiles {
  const { id, ref } = plan.setup.framework;
  const files = flags.data === undefined ? freshFiles(id, host.now()) : namedFiles(flags.data);
  checkFiles(files, { flags, framework: ref });
  return files;
}

/** The journal of a new survey. Throws UsageError, ProblemsError. */
export function beginSurvey(host: Host, planned: Pick<Planned, "plan" | "enough">, flags: SurveyFlags): Underway {
  const { plan, enough } = planned;
  const { setup } = plan;
  const files = newFiles(host, plan, flags);
  try {
    const journal = createJournal(files.journal, setup);
    return { plan, enough, entries: [], journal, files, framework: setup.framework.ref };
  } catch (error) {
    // Somebody began a survey under this name since we looked.
    const taken = error instanceof ProblemsError && error.problems.some(({ code }) => code === "JN002");
    if (taken && flags.data === undefined) return beginSurvey(host, planned, flags);
    throw error;
  }
}

/** A survey that was interrupted, or that is closed and was not ended. Throws UsageError, ProblemsError. */
export async function goOnWith(host: Host, path: string, flags: SurveyFlags): Promise<Underway> {
  const { journal, setup, entries, torn } = openJournal(path);
  try {
    refuseOtherSetup(flags, setup);
    const reference = flags.framework ?? setup.framework.ref;
    const { framework, warnings } = await frameworkUnder(createShelf(host.root), reference, setup.profiles ?? []);
    refuseForeignSetup(setup, framework, path);
    const files = flags.data === undefined ? filesBeside(path) : resumedFiles(path, flags.data);
    const standing = standingOf(framework, setup);
    if (standing === "other") {
      const saved = await keepStranded({ setup, entries, unit: framework.unit }, files);
      throw new ProblemsError([questionsChanged(framework, setup, { journal: path, saved })]);
    }
    const own = [...(torn ? [tornNote(path)] : []), ...(standing === "same" ? [] : [textChangedNote(framework, path)])];
    await notes(host, [...warnings, ...own]);
    checkFiles(files, { flags, framework: reference });
    const known = contextKnown(framework, flags.context, setup.context);
    const plan = withContext(planInterview(framework, setup), known);
    const enough = enoughOf(framework, plan, leastOf(flags));
    return { plan, entries, journal, files, framework: reference, enough };
  } catch (error) {
    journal.close();
    throw error;
  }
}

/**
 * No report goes where the answers are, or over what is read; and what would fail only when everybody has answered, a folder
 * that is not there, fails now. Throws UsageError, ProblemsError (OUT001).
 */
function checkFiles(files: SurveyFiles, run: { readonly flags: SurveyFlags; readonly framework: string }): void {
  const targets = targetsOf(run.flags.output ?? []);
  const paths = targets.flatMap(({ path }) => path ?? []);
  const own = new Set([files.journal, files.csv, files.comments].map(placeOf));
  // The journal's lock and drafts bear its name and more.
  const beside = `${placeOf(files.journal)}.`;
  const victim = paths.find((path) => own.has(placeOf(path)) || placeOf(path).startsWith(beside));
  if (victim !== undefined)
    throw new UsageError(`-o ${victim}: the survey keeps its answers there.`, "Give the report another name.");
  const read = looksLikePath(run.framework) ? [run.framework] : [];
  refuseOverwriting([...read, run.flags.answers ?? "-"], targets);
  requireWritable([files.csv, ...paths]);
}

function tornNote(file: string) {
  return {
    code: "SV002",
    severity: "warning",
    message: "The last line of the journal was not whole and was taken off.",
    help: "It is the key that was being pressed when the survey was interrupted; look at the last question again.",
    place: { file },
  } as const;
}

/** Questions need somebody to answer them. Throws UsageError. */
export function refuseWithoutTerminal(host: Host, plan: InterviewPlan, flags: SurveyFlags): void {
  if (host.desk !== null) return;
  throw new UsageError(
    "survey asks at a terminal, and this is none. Nothing was created.",
    [
      "Answers that are written down already can be read from a file, one sheet a line:",
      `  ${answersCommandLine(plan.setup, flags, "sheets.txt")}`,
      `  sheets.txt:  ${sampleLine(plan)}`,
      "  one sign a question, in order: the number marked, - blank, n not applicable, d don't know",
      `Sheets to print: ${paperCommandLine(plan.setup, flags)}`,
    ].join("\n"),
  );
}

/** How the first questions may be answered on a line: codes of one digit stand side by side. */
function sampleLine({ items }: InterviewPlan): string {
  let line = "";
  for (const [at, { scale }] of items.slice(0, 10).entries()) {
    const point = scale.kind === "coded" ? scale.points[(at * 2 + 3) % scale.points.length] : undefined;
    if (point === undefined || point.code < 0 || point.code > 9) break;
    line += String(point.code);
  }
  return line.length === items.length ? line : line === "" ? `${items[0]?.id ?? ""}=…` : `${line} …`;
}
