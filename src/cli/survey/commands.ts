import type { InterviewSetup } from "../../interview/types.ts";
import type { SurveyFlags } from "./flags.ts";
import { UNCOUNTED } from "./setup.ts";

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
    ...(by === null ? [] : [["--by", /[/,]/.test(by) ? `"${by}"` : by]]),
    ...(minGroup === undefined ? [] : [["--min-group", minGroup]]),
  ]);
}

/** The command that goes on with a survey: what its journal does not know is said again. */
export function resumeCommandLine(journal: string, setup: InterviewSetup, flags: SurveyFlags): string {
  const { seating } = setup;
  const isKnown = seating.kind === "participants" && seating.count === UNCOUNTED;
  return commandLine([
    ["survey", "--resume", journal],
    // The journal names the framework as it was named first.
    ...(flags.framework === undefined || flags.framework === setup.framework.ref ? [] : [["-f", flags.framework]]),
    ...(flags.entry === true && !isKnown ? [["--entry"]] : []),
    ...(flags.data === undefined || flags.resume === undefined ? [] : [["--data", flags.data]]),
    ...(flags.keepJournal === true ? [["--keep-journal"]] : []),
    ...(flags.deleteJournal === true ? [["--delete-journal"]] : []),
    ...(flags.screenReader === true ? [["--screen-reader"]] : []),
    ...(flags.minGroup === undefined ? [] : [["--min-group", flags.minGroup]]),
    ...(flags.output ?? []).map((output) => ["-o", output]),
  ]);
}

/** Groups are compared when people were asked for exactly one; a result that is one assessment has no groups. */
export function groupingOf({ seating, segments }: InterviewSetup): string | null {
  const [only, ...others] = segments;
  return only === undefined || others.length > 0 || seating.kind !== "participants" ? null : only.name;
}

export function deleteCommandLine(files: readonly string[]): string {
  return ["rm", ...files.map(shellWord)].join(" ");
}

function commandLine(parts: readonly (readonly string[])[]): string {
  return ["trust-audit", ...parts.flat().map(shellWord)].join(" ");
}

/** As a POSIX shell takes it for one word. */
function shellWord(text: string): string {
  return /^[\w@%+:,./=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
