import type { ScoreSettings } from "../../pipeline.ts";
import { inReadingOrder } from "../../problems/order.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";
import { targetsOf } from "../draw.ts";
import { UsageError } from "../exit.ts";
import type { OutputTarget } from "../output.ts";
import { type ScoreFlags, settingsOf } from "../settings.ts";
import { gateProblems } from "./gates.ts";
import type { Setting, Settled } from "./settle.ts";

export interface Checked {
  readonly settings: ScoreSettings;
  readonly targets: readonly OutputTarget[];
}

/**
 * Every name and number checked, and how gates are written. What is wrong with values of the project file is told all at
 * once, at its lines. Throws UsageError of what was typed or stands in the environment, ProblemsError (PF001, GT001 to
 * GT004) of the project file.
 */
export function checked(settled: Settled, project: Project | null): Checked {
  const targets = attempt(settled, project, ({ output }) => targetsOf(output ?? []));
  const settings = attempt(settled, project, settingsOf);
  const problems = inReadingOrder([...targets.problems, ...settings.problems, ...gateProblems(project)]);
  if (targets.made === null || settings.made === null || problems.length > 0) throw new ProblemsError(problems);
  return { settings: settings.made, targets: targets.made };
}

interface Attempt<Made> {
  readonly made: Made | null;
  readonly problems: readonly Problem[];
}

/** Goes on without each value of the project file that is wrong, so that the next one is found, too. Throws UsageError. */
function attempt<Made>(settled: Settled, project: Project | null, make: (flags: ScoreFlags) => Made): Attempt<Made> {
  try {
    return { made: make(settled.flags), problems: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const found = placed(error, { settings: settled.settings, project });
    if (found === null) throw inOtherWords(error, settled.settings);
    const rest = attempt({ ...settled, flags: without(settled.flags, found.setting) }, project, make);
    return { ...rest, problems: [found.problem, ...rest.problems] };
  }
}

/** The option an error is about: its first word, or the outputs where it names none. */
function nameIn(error: UsageError): string {
  const [, long] = /^--([a-z-]+)/.exec(error.message) ?? [];
  return long ?? (/^-o |output/i.test(error.message) ? "output" : "");
}

function placed(
  error: UsageError,
  { settings, project }: { readonly settings: Settled["settings"]; readonly project: Project | null },
): { readonly problem: Problem; readonly setting: Setting } | null {
  const setting = settings.get(nameIn(error));
  if (setting === undefined || setting.origin.kind !== "project" || project === null) return null;
  const { path } = setting.origin;
  const at = setting.values.findIndex((value) => error.message.includes(` ${value}:`));
  // Where there is no list, this is the place of the value itself.
  const place = project.placeOf(at >= 0 ? [...path, at] : path);
  const message = error.message.replace(/^--?([a-z-]+)/, setting.name);
  const help = error.help === undefined ? {} : { help: error.help };
  return { problem: { code: "PF001", severity: "error", message, ...help, place }, setting };
}

/** What stands in the environment is called by its name there. */
function inOtherWords(error: UsageError, settings: Settled["settings"]): UsageError {
  const origin = settings.get(nameIn(error))?.origin;
  if (origin?.kind !== "environment") return error;
  return new UsageError(error.message.replace(/^--?[a-z-]+/, origin.variable), error.help);
}

function without(flags: ScoreFlags, { name }: Setting): ScoreFlags {
  const key = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const rest = Object.entries(flags).filter(([other]) => other !== key);
  return { ...KEPT, ...Object.fromEntries(rest) };
}

const KEPT = { framework: "", onUnknown: "error", onRagged: "error", onDuplicate: "keep" } as const;
