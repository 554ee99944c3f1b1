import { changesIn, type DiffGroup } from "./diff-changes.ts";
import { reasonsAgainst } from "./diff-reasons.ts";
import { type ItemWording, type ScoreBasis, scoreBases } from "./score-basis.ts";
import type { Framework } from "./types.ts";

/** What became of a framework from one text to another, and which of its scores still mean the same. */
export interface FrameworkDiff {
  readonly before: FrameworkName;
  readonly after: FrameworkName;
  /** Groups with a change, in the order of the format. */
  readonly groups: readonly DiffGroup[];
  /** Of every dimension, then of every composite, of either. */
  readonly verdicts: readonly ScoreVerdict[];
}

export interface FrameworkName {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly hash: string;
}

export interface ScoreVerdict {
  readonly of: "dimension" | "composite";
  readonly id: string;
  readonly title: string;
  readonly verdict: "comparable" | "comparable with care" | "not comparable";
  /** In words; empty where it is comparable. */
  readonly reasons: readonly string[];
}

/** Compares two compiled frameworks, the earlier first. Order alone changes no score and counts for nothing. */
export function diffFrameworks(before: Framework, after: Framework): FrameworkDiff {
  return {
    before: nameOf(before),
    after: nameOf(after),
    groups: changesIn(before, after),
    verdicts: verdictsOf(before, after),
  };
}

function nameOf({ id, version, title, hash }: Framework): FrameworkName {
  return { id, version, title, hash };
}

function verdictsOf(before: Framework, after: Framework): readonly ScoreVerdict[] {
  const [old, now] = [scoreBases(before), scoreBases(after)];
  return (["dimension", "composite"] as const).flatMap((of) => {
    const [earlier, later] = [old, now].map(
      (all) => new Map(all.filter((one) => one.of === of).map((one) => [one.id, one])),
    );
    const ids = new Set([...(later?.keys() ?? []), ...(earlier?.keys() ?? [])]);
    return [...ids].map((id) => verdictOf(earlier?.get(id), later?.get(id))).filter((one) => one !== null);
  });
}

function verdictOf(before: ScoreBasis | undefined, after: ScoreBasis | undefined): ScoreVerdict | null {
  const known = after ?? before;
  if (known === undefined) return null;
  const { of, id, title } = known;
  const name = { of, id, title };
  if (before === undefined) return { ...name, verdict: "not comparable", reasons: ["it is new"] };
  if (after === undefined) return { ...name, verdict: "not comparable", reasons: ["it is gone"] };
  if (!isEqual(before.scoring, after.scoring))
    return { ...name, verdict: "not comparable", reasons: reasonsAgainst(before, after) };
  const reworded = after.wording.flatMap((words) => rewordedOf(before, words));
  if (reworded.length === 0) return { ...name, verdict: "comparable", reasons: [] };
  return { ...name, verdict: "comparable with care", reasons: [`reworded: ${reworded.join(", ")}`] };
}

/** The item, and for whom where not everyone asked it reads other words; nobody where its words have stayed. */
function rewordedOf(before: ScoreBasis, { id, text, answers }: ItemWording): readonly string[] {
  const old = before.wording.find((one) => one.id === id);
  if (old === undefined || !isEqual(answers, old.answers)) return [id];
  const read = new Map(old.text);
  const whom = text.filter(([audience, words]) => read.get(audience) !== words).map(([audience]) => audience);
  if (whom.length === 0) return [];
  return [whom.length === text.length ? id : `${id} for ${whom.join(" and ")}`];
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
