import type { Framework } from "../../framework/types.ts";
import type { InterviewSetup, Seating, SegmentQuestion } from "../../interview/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { UsageError } from "../exit.ts";
import { refuseCombinations, type SurveyFlags } from "./flags.ts";
import { participantsOf, seedOf } from "./new-survey.ts";
import { parseSegments } from "./segments.ts";

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
    ["--segment", segmentsDiffer(flags.segment, setup.segments), segmentWords(setup.segments)],
  ];
  const found = differences.find(([, differs]) => differs);
  if (found === undefined) return;
  throw new UsageError(
    `${found[0]}: this survey was begun with ${found[2]}.`,
    "Leave the flag out; the journal knows what is asked of whom.",
  );
}

/** Answers are to the questions as they were: another text of the framework stops here. Throws ProblemsError (SV001). */
export function refuseChangedFramework(framework: Framework, setup: InterviewSetup, journal: string): void {
  const began = setup.framework;
  if (framework.hash === began.hash) return;
  throw new ProblemsError([changed(framework, began, journal)]);
}

function changed(now: Framework, began: InterviewSetup["framework"], journal: string): Problem {
  const what =
    now.id !== began.id
      ? `${began.ref} is now the framework ${now.id}; the survey began with ${began.id}`
      : now.version !== began.version
        ? `${now.id} is now version ${now.version}; the survey began with ${began.version}`
        : `the text of ${now.id} ${now.version} has changed since the survey began`;
  return {
    code: "SV001",
    severity: "error",
    message: `The survey cannot go on: ${what}.`,
    help: `Nothing is lost. Name the earlier text with -f FILE (its SHA-256 begins ${began.hash.slice(0, 12)}), or use the version of trust-audit it began with.`,
    place: { file: journal },
  };
}

function differs<T>(asked: T | undefined, began: T | null): boolean {
  return asked !== undefined && asked !== began;
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
