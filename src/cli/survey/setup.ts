import { chooseNamed } from "../../framework/choose.ts";
import type { Framework, Unit } from "../../framework/types.ts";
import type { InterviewSetup, Seating, SegmentQuestion } from "../../interview/types.ts";
import { UsageError } from "../exit.ts";
import { refuseItemNames } from "./segments.ts";

/** What is asked of whom, as the flags say it. */
export interface Asking {
  /** As the user named the framework. */
  readonly framework: string;
  readonly audience: string | null;
  readonly form: string | null;
  readonly segments: readonly SegmentQuestion[];
  /** As the user chose them. */
  readonly profiles: readonly string[];
}

/**
 * The flags held against the framework: the journal's first record, all names checked.
 * Throws UsageError, and ProblemsError (SC001) for an audience or form that the framework does not have.
 */
export function setupOf(
  framework: Framework,
  asking: Asking,
  how: { readonly seating: Seating; readonly shuffle: number | null },
): InterviewSetup {
  refuseItemNames(asking.segments, framework);
  refuseSeating(framework, how.seating);
  const { id, version, hash } = framework;
  return {
    framework: { ref: asking.framework, id, version, hash },
    audience: audienceOf(framework, asking.audience),
    form: asking.form === null ? null : chooseNamed("form", asking.form, framework.forms).id,
    seating: seatingOf(framework, how.seating),
    shuffle: how.shuffle,
    segments: asking.segments,
    ...(asking.profiles.length === 0 ? {} : { profiles: asking.profiles }),
  };
}

/** The only one, or the one named: what people were asked in the wrong words cannot be put right afterwards. */
function audienceOf(framework: Framework, asked: string | null): string {
  const [only, ...others] = framework.audiences;
  if (asked === null && others.length > 0)
    throw new UsageError(
      `Who will answer? ${framework.id} is worded for several audiences, and none is named.`,
      `Add --audience with one of ${framework.audiences.map(({ id }) => id).join(", ")}.`,
    );
  return chooseNamed("audience", asked ?? only?.id ?? "", framework.audiences).id;
}

/** One that a room agrees on, or that is filled in once, is asked that way without being told. */
function seatingOf({ unit }: Framework, seating: Seating): Seating {
  if (unit === "person" || seating.kind === "consensus") return seating;
  return unit === "consensus" ? { kind: "consensus" } : { kind: "one" };
}

const UNIT_WORDS: Readonly<Record<Exclude<Unit, "person">, string>> = {
  organisation: "filled in once, for the whole organisation",
  consensus: "filled in once, by a room that agrees",
  self: "filled in by one person about themselves",
};

function refuseSeating({ id, unit }: Framework, seating: Seating): void {
  if (seating.kind !== "participants" || unit === "person") return;
  throw new UsageError(
    `${id} is ${UNIT_WORDS[unit]}: it takes no participants.`,
    "Leave --participants out; to combine what several people think, let the room agree: --consensus.",
  );
}
