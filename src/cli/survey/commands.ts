import { isOfPeople } from "../../interview/seating.ts";
import type { InterviewSetup } from "../../interview/types.ts";
import { singleGrouping } from "../../response/asked/grouping.ts";
import { filesBeside, type SurveyFiles } from "./files.ts";
import type { SurveyFlags } from "./flags.ts";

/** The command that scores the survey's CSV to the very result it ended with. */
export function scoreCommandLine(
  setup: InterviewSetup,
  scored: {
    readonly csv: string;
    readonly framework: string;
    readonly minGroup?: string | undefined;
  },
): string {
  const { csv, framework, minGroup } = scored;
  const by = groupingOf(setup);
  return commandLine([
    ["score", csv],
    ["-f", framework],
    ...(setup.form === null ? [] : [["--form", setup.form]]),
    ...(by === null ? [] : [["--by", singleGrouping(by).text]]),
    ...profileWords(setup),
    ...contextWords(setup.context),
    ...(minGroup === undefined ? [] : [["--min-group", minGroup]]),
  ]);
}

/** The same survey, its answers read from a file of sheets. */
export function answersCommandLine(setup: InterviewSetup, flags: SurveyFlags, file: string): string {
  return commandLine([
    ["survey", ...askedWords(setup, flags)],
    ...(setup.seating.kind === "consensus" ? [["--consensus"]] : []),
    ...contextWords(setup.context),
    ["--answers", file],
    ...(flags.data === undefined ? [] : [["--data", flags.data]]),
    ...endingWords(flags),
  ]);
}

/** The sheet of paper that asks the same. */
export function paperCommandLine(setup: InterviewSetup, flags: SurveyFlags): string {
  const [, framework = "", ...more] = askedWords(setup, flags);
  return commandLine([["frameworks", "export", framework, "--to", "paper"], more]);
}

function askedWords(setup: InterviewSetup, { segment = [] }: SurveyFlags): readonly string[] {
  const { framework, audience, form } = setup;
  return [
    ...["-f", framework.ref, "--audience", audience],
    ...(form === null ? [] : ["--form", form]),
    ...segment.flatMap((one) => ["--segment", one]),
    ...profileWords(setup).flat(),
  ];
}

function profileWords({ profiles = [] }: InterviewSetup): readonly (readonly string[])[] {
  return profiles.map((profile) => ["--profile", profile]);
}

function contextWords(context: InterviewSetup["context"] = []): readonly (readonly string[])[] {
  return context.map(({ question, option }) => ["--context", `${question}=${option}`]);
}

/** What decides how it ends. */
function endingWords({ minGroup, output = [] }: SurveyFlags): readonly (readonly string[])[] {
  return [...(minGroup === undefined ? [] : [["--min-group", minGroup]]), ...output.map((one) => ["-o", one])];
}

/** The command that goes on with a survey: what its journal does not know is said again. */
export function resumeCommandLine(
  { journal, csv }: Pick<SurveyFiles, "journal" | "csv">,
  setup: InterviewSetup,
  flags: SurveyFlags,
): string {
  const { seating } = setup;
  const isKnown = seating.kind === "sheets";
  return commandLine([
    ["survey", "--resume", journal],
    // The journal names the framework as it was named first.
    ...(flags.framework === undefined || flags.framework === setup.framework.ref ? [] : [["-f", flags.framework]]),
    ...(flags.entry === true && !isKnown ? [["--entry"]] : []),
    ...(filesBeside(journal).csv === csv ? [] : [["--data", csv]]),
    ...(flags.keepJournal === true ? [["--keep-journal"]] : []),
    ...(flags.deleteJournal === true ? [["--delete-journal"]] : []),
    ...(flags.screenReader === true ? [["--screen-reader"]] : []),
    // What was said when it began is in the journal.
    ...(flags.resume === undefined ? [] : (flags.context ?? []).map((one) => ["--context", one])),
    ...endingWords(flags),
  ]);
}

/** Groups are compared when people were asked for exactly one; a result that is one assessment has no groups. */
export function groupingOf({ seating, segments }: InterviewSetup): string | null {
  const [only, ...others] = segments;
  return only === undefined || others.length > 0 || !isOfPeople(seating) ? null : only.name;
}

export function deleteCommandLine(files: readonly string[]): string {
  return ["rm", ...files.map(shellWord)].join(" ");
}

export function privateCommandLine(file: string): string {
  return ["chmod", "600", shellWord(file)].join(" ");
}

function commandLine(parts: readonly (readonly string[])[]): string {
  return ["trust-audit", ...parts.flat().map(shellWord)].join(" ");
}

/** As a POSIX shell takes it for one word. */
function shellWord(text: string): string {
  return /^[\w@%+:,./=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
