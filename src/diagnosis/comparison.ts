import type { LeftOut, ScoreName } from "../audit/trend.ts";
import type { Audit, ChangeResult } from "../audit/types.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { gapOfTwo } from "../statistics/gaps.ts";
import { changeOfWaves, PROTECTED } from "../statistics/waves.ts";
import {
  type Comparable,
  type ComparisonKind,
  comparableGroups,
  comparablePart,
  comparableScores,
} from "./comparable.ts";
import { differences } from "./differences.ts";

/** A kept audit, and what it is called on the page. */
export interface Kept {
  readonly name: string;
  readonly audit: Audit;
}

/** Two audits of one framework, and what changed from one to the other, or what stands between two audiences. */
export interface Comparison {
  /** `gap`: other people were asked by design, so the difference between the two is no change. */
  readonly kind: ComparisonKind;
  readonly before: Kept;
  readonly after: Kept;
  /** Of a gap: the first audience minus the second, as in the map of one survey of both; the names are those of the audiences. */
  readonly change: ChangeResult;
  /** Scores that are not compared, and why. */
  readonly leftOut: readonly LeftOut[];
  /** Scores whose questions or answers read otherwise now. */
  readonly reworded: readonly ScoreName[];
  /** Of a gap: composites for which either audience has a formula or weights of its own; index is held against index. */
  readonly ownFormulas: readonly ScoreName[];
  /** What else differs between them and may pass for a change, in sentences. */
  readonly mind: readonly string[];
}

/**
 * What stands against comparing: AU006 other frameworks, AU007 nothing of them is made alike, AU008 other questions or
 * another unit, AU009 one audience against several together, AU010 whether they are made alike cannot be checked.
 */
export function incomparable(before: Kept, after: Kept): readonly Problem[] {
  const [old, now] = [before.audit.framework, after.audit.framework];
  if (old.id !== now.id)
    return [
      problem(after, {
        code: "AU006",
        message: `${before.name} is of the framework ${quote(old.id)}, ${after.name} of ${quote(now.id)}.`,
        help: "A change is told between two surveys with the same framework.",
      }),
    ];
  const audiences = [before, after].map(({ audit }) => audit.asked.audiences.length > 1);
  if (audiences[0] !== audiences[1])
    return [
      problem(after, {
        code: "AU009",
        message: `${before.name} is of ${peopleAsked(before)}, ${after.name} of ${peopleAsked(after)}: that is neither a change nor a gap between two audiences.`,
        help: "Compare audits of the same audiences, or of one audience each.",
      }),
    ];
  const kind = kindOf(before, after);
  const comparable = comparableScores(before.audit, after.audit, kind);
  if (comparable === null) return [unchecked(before, after)];
  if (comparable.scores?.size === 0) return [nothingAlike(before, after)];
  return askedOtherwise(before, after, { kind, comparable });
}

function unchecked(before: Kept, after: Kept): Problem {
  const [old, now] = [before.audit.framework, after.audit.framework];
  return problem(after, {
    code: "AU010",
    message: `The two audits were made with different texts of ${quote(now.id)} (${versionsOf(old, now)}), and it cannot be checked which scores still mean the same: ${unsignedWords(before, after)} before audits said how each score is made.`,
    help: "Score both exports with one version of the framework, keep the audits again, and compare those.",
  });
}

function unsignedWords(before: Kept, after: Kept): string {
  const unsigned = [before, after].filter(({ audit }) => audit.framework.signatures.length === 0);
  return unsigned.length > 1 ? "both were kept" : `${unsigned[0]?.name ?? ""} was kept`;
}

function nothingAlike(before: Kept, after: Kept): Problem {
  const [old, now] = [before.audit.framework, after.audit.framework];
  return problem(after, {
    code: "AU007",
    message: `No score of ${quote(now.id)} is made alike in the two audits (${versionsOf(old, now)}): nothing can be compared.`,
    help: "Score both exports with one version of the framework, for the same audience and form, and compare those.",
  });
}

/** A room that agreed may stand beside the people it speaks of, but is no earlier wave of them. */
function askedOtherwise(
  before: Kept,
  after: Kept,
  { kind, comparable }: { readonly kind: Comparison["kind"]; readonly comparable: Comparable },
): readonly Problem[] {
  const [form, oldForm] = [after.audit.asked.form?.id ?? null, before.audit.asked.form?.id ?? null];
  // Where every score is signed, the form has decided score by score already.
  const isFormTold = comparable.scores !== null || form === oldForm;
  const isUnitTold = kind === "gap" || before.audit.framework.unit === after.audit.framework.unit;
  if (isFormTold && isUnitTold) return [];
  return [
    problem(after, {
      code: "AU008",
      message: isFormTold
        ? `${before.name} holds answers of ${unitWords(before)}, ${after.name} of ${unitWords(after)}.`
        : `${before.name} is of ${formWords(oldForm)}, ${after.name} of ${formWords(form)}: the scores rest on different questions.`,
      help: "A change is told between two surveys that asked alike.",
    }),
  ];
}

/** What changed, or the gap between two audiences, from what both audits publish. They must be comparable. */
export function comparisonOf(before: Kept, after: Kept): Comparison {
  const kind = kindOf(before, after);
  const found = comparableScores(before.audit, after.audit, kind);
  const comparable: Comparable = found ?? { scores: null, leftOut: [], reworded: [], ownFormulas: [] };
  const change =
    kind === "gap"
      ? gapBetween(before, after, comparable)
      : changeOfWaves(waveOf(before, comparable), waveOf(after, comparable));
  const { reworded, ownFormulas } = comparable;
  const leftOut = kind === "gap" ? [...comparable.leftOut, ...without(before, after, comparable)] : comparable.leftOut;
  return { kind, before, after, change, leftOut, reworded, ownFormulas, mind: differences(before, after, kind) };
}

/** One audience each, and not the same: they are two sides, not two waves. */
function kindOf(before: Kept, after: Kept): Comparison["kind"] {
  const isOfOne = [before, after].every(({ audit }) => audit.asked.audiences.length < 2);
  return isOfOne && before.audit.asked.audience.id !== after.audit.asked.audience.id ? "gap" : "change";
}

function waveOf({ name, audit: { overall, groupings, framework } }: Kept, comparable: Comparable) {
  return {
    name,
    unit: framework.unit,
    overall: overall === null ? null : comparablePart(overall, comparable),
    groupings: comparableGroups(groupings, comparable),
  };
}

/** Groups of one audience have no counterpart in the other: the same word names other people. */
function gapBetween(before: Kept, after: Kept, comparable: Comparable): ChangeResult {
  const [first, second] = [before, after].map(({ audit: { asked, overall, framework } }) => {
    const cell = overall === null ? null : comparablePart(overall, comparable);
    return { name: asked.audience.title, cell, unit: framework.unit };
  });
  const named = {
    kind: "independent",
    before: first?.name ?? "",
    after: second?.name ?? "",
    ...{ groups: [], newGroups: [], goneGroups: [], splits: [] },
  } as const;
  if (first?.cell == null || second?.cell == null) return { ...named, people: null, reason: PROTECTED, changes: [] };
  const { cell: own } = first;
  const { cell: other } = second;
  return { ...named, reason: null, ...gapOfTwo({ ...first, cell: own }, { ...second, cell: other }) };
}

/** Composites that one of the two audiences has no value of: there is no gap. */
function without(before: Kept, after: Kept, { scores }: Comparable): readonly LeftOut[] {
  const isCompared = (id: string) => scores?.has(`composite ${id}`) ?? true;
  const lacking = [before, after].flatMap(({ audit: { asked, overall } }) =>
    (overall?.composites ?? []).flatMap(({ id, title, index }): readonly LeftOut[] =>
      index.kind === "none" && isCompared(id)
        ? [{ of: "composite", id, title, reason: `${asked.audience.title}: ${index.reason}` }]
        : [],
    ),
  );
  return lacking.filter(({ id }, at) => lacking.findIndex((one) => one.id === id) === at);
}

function versionsOf(old: Audit["framework"], now: Audit["framework"]): string {
  return old.version === now.version ? `both call themselves ${now.version}` : `${old.version} and ${now.version}`;
}

function formWords(form: string | null): string {
  return form === null ? "the whole questionnaire" : `the form ${quote(form)}`;
}

function peopleAsked({ audit }: Kept): string {
  const { audience, audiences } = audit.asked;
  return audiences.length > 1 ? "several audiences together" : audience.title;
}

function unitWords({ audit }: Kept): string {
  return audit.framework.unit === "person" ? "people" : "assessments";
}

function problem({ name }: Kept, parts: Pick<Problem, "code" | "message" | "help">): Problem {
  return { ...parts, severity: "error", place: { file: name } };
}
