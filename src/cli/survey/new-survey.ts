import { randomInt } from "node:crypto";
import { hasControls } from "../../interview/typed.ts";
import type { InterviewSetup, Seating } from "../../interview/types.ts";
import type { ScoreSettings } from "../../pipeline.ts";
import { singleGrouping } from "../../response/asked/grouping.ts";
import { UsageError } from "../exit.ts";
import { settingsOf, wholeNumber } from "../settings.ts";
import { contextMap } from "./context.ts";
import { refuseCombinations, type SurveyFlags } from "./flags.ts";
import { parseSegments } from "./segments.ts";
import type { Asking } from "./setup.ts";

/** The flags of a new survey, checked. */
export interface NewSurvey {
  readonly asking: Asking;
  readonly seating: Seating;
  /** Seed of the order of questions; null: the framework's order. */
  readonly shuffle: number | null;
}

/** Most people one keyboard can be handed round; a slip of the finger stops here. */
const MOST_PEOPLE = 1000;
const LARGEST_SEED = 2 ** 32 - 1;

/**
 * Who is asked what. Paper sheets are of people, as many as there are: they are not counted beforehand.
 * Throws UsageError.
 */
export function newSurveyOf(flags: SurveyFlags): NewSurvey {
  refuseCombinations(flags);
  const { framework } = flags;
  if (framework !== undefined && hasControls(framework))
    throw new UsageError(
      "-f: a line break or another control character is in the name.",
      "Give the file another name.",
    );
  if (framework === undefined)
    throw new UsageError(
      "Which framework? Name it with -f.",
      "trust-audit frameworks list shows the bundled ones; to go on with a survey: --resume FILE.",
    );
  return {
    asking: {
      framework,
      audience: flags.audience ?? null,
      form: flags.form ?? null,
      segments: parseSegments(flags.segment ?? []),
      profiles: profilesOf(flags.profile),
    },
    seating: seatingOf(flags),
    shuffle: flags.shuffle === true ? seedOf(flags.seed) : null,
  };
}

function seatingOf({ consensus, participants, entry }: SurveyFlags): Seating {
  if (consensus === true) return { kind: "consensus" };
  if (participants !== undefined) return { kind: "participants", count: participantsOf(participants) };
  return entry === true ? { kind: "sheets" } : { kind: "one" };
}

/** Throws UsageError. */
export function participantsOf(raw: string): number {
  const count = wholeNumber("--participants", raw, { least: 1, otherwise: 1 });
  if (count <= MOST_PEOPLE) return count;
  throw new UsageError(`--participants ${raw}: ${MOST_PEOPLE} people are the most that one keyboard can go round.`);
}

/** Throws UsageError. */
export function seedOf(raw: string | undefined): number {
  if (raw === undefined) return randomInt(LARGEST_SEED);
  const seed = wholeNumber("--seed", raw, { least: 0, otherwise: 0 });
  if (seed <= LARGEST_SEED) return seed;
  throw new UsageError(`--seed ${raw}: give a number up to ${LARGEST_SEED}.`);
}

/**
 * How the answers are scored at the end: exactly what `trust-audit score` is told by the command the survey ends with.
 * Throws UsageError.
 */
export function scoringOf(
  flags: Pick<SurveyFlags, "minGroup">,
  asked: Pick<InterviewSetup, "form" | "profiles" | "context"> & {
    readonly framework: string;
    readonly by: string | null;
  },
): ScoreSettings {
  return {
    ...settingsOf({
      framework: asked.framework,
      onUnknown: "error",
      onRagged: "error",
      onDuplicate: "keep",
      // Its report and audit are kept.
      output: ["json"],
      ...(asked.form === null ? {} : { form: asked.form }),
      ...(flags.minGroup === undefined ? {} : { minGroup: flags.minGroup }),
    }),
    by: asked.by === null ? [] : [singleGrouping(asked.by)],
    profiles: asked.profiles ?? [],
    context: contextMap(asked.context),
  };
}

/** A line break would not come back from the journal as it was. Throws UsageError. */
export function profilesOf(given: readonly string[] = []): readonly string[] {
  const strange = given.find((text) => text === "" || hasControls(text));
  if (strange === undefined) return given;
  throw new UsageError("--profile: give the name of a profile.", "trust-audit frameworks list shows the bundled ones.");
}

/** The smallest group that is shown. Throws UsageError. */
export function leastOf(flags: Pick<SurveyFlags, "minGroup">): number {
  return scoringOf(flags, { framework: "", form: null, by: null }).minGroup;
}
