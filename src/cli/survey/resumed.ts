import type { Framework } from "../../framework/types.ts";
import { planInterview } from "../../interview/plan.ts";
import type { InterviewSetup, Seating, SegmentQuestion } from "../../interview/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { UsageError } from "../exit.ts";
import { refuseCombinations, type SurveyFlags } from "./flags.ts";
import { participantsOf, seedOf } from "./new-survey.ts";
import { questionsCode } from "./questions.ts";
import { parseSegments, refuseItemNames, refuseUnusable } from "./segments.ts";
import type { Kept } from "./words.ts";

/** A survey goes on as it began: flags may repeat what the journal says, not change it. Throws UsageError. */
export function refuseOtherSetup(flags: SurveyFlags, setup: InterviewSetup): void {
  refuseCombinations(flags);
  const { seating, shuffle } = setup;
  const people = seating.kind === "participants" ? seating.count : null;
  const began = seatingWords(seating);
  const differences: readonly (readonly [flag: string, differs: boolean, began: string])[] = [
    ["--audience", differs(flags.audience, setup.audience), setup.audience],
    ["--form", differs(flags.form, setup.form), setup.form ?? "the full form"],
    ["--consensus", flags.consensus === true && seating.kind !== "consensus", "another way of answering"],
    ["--participants", differs(given(flags.participants, participantsOf), people), began],
    ["--entry", flags.entry === true && people !== null, began],
    ["--shuffle", flags.shuffle === true && shuffle === null, "the order of the framework"],
    ["--seed", differs(given(flags.seed, seedOf), shuffle), shuffle === null ? "no --shuffle" : String(shuffle)],
    ["--profile", profilesDiffer(flags.profile, setup.profiles), setup.profiles?.join(" and ") ?? "no profile"],
    ["--segment", segmentsDiffer(flags.segment, setup.segments), segmentWords(setup.segments)],
  ];
  const found = differences.find(([, differs]) => differs);
  if (found === undefined) return;
  throw new UsageError(
    `${found[0]}: this survey was begun with ${found[2]}.`,
    "Leave the flag out; the journal knows what is asked of whom.",
  );
}

/**
 * What stands in a journal is held to what a flag may say: it may come from anywhere. Throws ProblemsError (SV004).
 * @param journal named in the problem
 */
export function refuseForeignSetup({ segments, seating }: InterviewSetup, framework: Framework, journal: string): void {
  try {
    refuseUnusable(segments);
    refuseItemNames(segments, framework);
    if (seating.kind === "participants") participantsOf(String(seating.count));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new ProblemsError([
      {
        code: "SV004",
        severity: "error",
        message: `The journal asks for what no survey can ask: ${error.message}`,
        help: "Use the journal as the survey left it.",
        place: { file: journal, line: 1 },
      },
    ]);
  }
}

/** Whether the framework is still the text the survey began with: `same`, or only in what it `asks`, or `other`. */
export type Standing = "same" | "asks the same" | "other";

/** Answers are to the questions as they were; what else a framework says may change while a survey is open. */
export function standingOf(framework: Framework, setup: InterviewSetup): Standing {
  const isText = framework.hash === setup.framework.hash;
  // The questions of a profile stand in a file of their own.
  if (isText && setup.profiles === undefined) return "same";
  if (isText && setup.questions === askedNow(framework, setup)) return "same";
  if (setup.questions === undefined || setup.questions !== askedNow(framework, setup)) return "other";
  return "asks the same";
}

/** Null where the survey's audience or form is no more. */
function askedNow(framework: Framework, setup: InterviewSetup): string | null {
  const isThere =
    framework.audiences.some(({ id }) => id === setup.audience) &&
    (setup.form === null || framework.forms.some(({ id }) => id === setup.form));
  const began = { ...setup.framework, id: framework.id };
  return isThere ? questionsCode(planInterview(framework, { ...setup, framework: began })) : null;
}

/** SV003. */
export function textChangedNote(now: Framework, journal: string): Problem {
  return {
    code: "SV003",
    severity: "warning",
    message: `The text of ${now.id} has changed since the survey began; what it asks is the same.`,
    help: "The survey goes on, and is scored by the text as it is now.",
    place: { file: journal },
  };
}

/** SV001: answers to other questions. saved: where what was answered so far stands now. */
export function questionsChanged(
  now: Framework,
  setup: InterviewSetup,
  { journal, saved }: { readonly journal: string; readonly saved: readonly Kept[] },
): Problem {
  const began = setup.framework;
  const what =
    now.id !== began.id
      ? `${began.ref} is now the framework ${now.id}; the survey began with ${began.id}`
      : now.hash === began.hash
        ? `the questions of ${setup.profiles?.join(" and ") ?? now.id} have changed since the survey began`
        : now.version !== began.version
          ? `${now.id} is now version ${now.version}; the survey began with ${began.version}`
          : `the text of ${now.id} ${now.version} has changed since the survey began`;
  const files = saved.map(({ path }) => path).join(" and ");
  const out = saved.length === 0 ? "" : ` What was answered so far stands in ${files}, by the ids of the questions.`;
  return {
    code: "SV001",
    severity: "error",
    message: `The survey cannot go on: ${what}.`,
    help: `Nothing is lost. Name the earlier text with -f FILE (its SHA-256 begins ${began.hash.slice(0, 12)}), or use the version of trust-audit it began with.${out}`,
    place: { file: journal },
  };
}

function differs<T>(asked: T | undefined, began: T | null): boolean {
  return asked !== undefined && asked !== began;
}

function profilesDiffer(asked: readonly string[] | undefined, began: readonly string[] = []): boolean {
  return asked !== undefined && JSON.stringify([...asked].sort()) !== JSON.stringify([...began].sort());
}

function given<T>(raw: string | undefined, read: (raw: string) => T): T | undefined {
  return raw === undefined ? undefined : read(raw);
}

function segmentsDiffer(asked: readonly string[] | undefined, began: readonly SegmentQuestion[]): boolean {
  return asked !== undefined && JSON.stringify(parseSegments(asked)) !== JSON.stringify(began);
}

function segmentWords(segments: readonly SegmentQuestion[]): string {
  return segments.length === 0 ? "no such question" : segments.map(({ name }) => name).join(" and ");
}

function seatingWords(seating: Seating): string {
  if (seating.kind === "participants") return `${seating.count} participants`;
  return seating.kind === "sheets" ? "paper sheets" : "one answer";
}
