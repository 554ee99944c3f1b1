import type { Audit, ChangeResult } from "../audit/types.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { changeOfWaves } from "../statistics/waves.ts";

/** A kept audit, and what it is called on the page. */
export interface Kept {
  readonly name: string;
  readonly audit: Audit;
}

/** Two audits of one framework, and what changed from one to the other. */
export interface Comparison {
  readonly before: Kept;
  readonly after: Kept;
  readonly change: ChangeResult;
  /** What else differs between them and may pass for a change, in sentences. */
  readonly mind: readonly string[];
}

/** What stands against comparing: AU006 other frameworks, AU007 other versions of it, AU008 other questions or another unit. */
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
  if (old.hash !== now.hash)
    return [
      problem(after, {
        code: "AU007",
        message: `The two audits were made with different versions of ${quote(now.id)} (${versionsOf(old, now)}): their scores may mean different things.`,
        help: "Score both exports with one version of the framework, keep the audits again, and compare those.",
      }),
    ];
  const [form, oldForm] = [after.audit.asked.form?.id ?? null, before.audit.asked.form?.id ?? null];
  if (form === oldForm && old.unit === now.unit) return [];
  return [
    problem(after, {
      code: "AU008",
      message:
        form === oldForm
          ? `${before.name} holds answers of ${unitWords(before)}, ${after.name} of ${unitWords(after)}.`
          : `${before.name} is of ${formWords(oldForm)}, ${after.name} of ${formWords(form)}: the scores rest on different questions.`,
      help: "A change is told between two surveys that asked alike.",
    }),
  ];
}

/** What changed, from what both audits publish. They must be comparable. */
export function comparisonOf(before: Kept, after: Kept): Comparison {
  return { before, after, change: changeOfWaves(waveOf(before), waveOf(after)), mind: differences(before, after) };
}

function waveOf({ name, audit }: Kept) {
  return { name, overall: audit.overall, groupings: audit.groupings };
}

/** What may pass for a change, or hide one: each in a sentence. */
function differences({ audit: old }: Kept, { audit: now }: Kept): readonly string[] {
  const said = [
    old.asked.audience.id === now.asked.audience.id
      ? ""
      : `Other people were asked: ${old.asked.audience.title} and ${now.asked.audience.title}.`,
    old.asked.subset === now.asked.subset ? "" : "The two are not of the same part of the people.",
    (old.options.weight === null) === (now.options.weight === null) ? "" : "Only one of the two has survey weights.",
    isEqual(old.options.exclude, now.options.exclude) ? "" : "Careless rows were left out of one of the two only.",
    isEqual(old.source.files, now.source.files) ? sameFiles(now) : "",
  ];
  return said.filter((text) => text !== "");
}

/** Rows are not told of every file. */
function sameFiles({ source }: Audit): string {
  const isCounted = source.files.every(({ rows }) => rows !== null);
  return `Both were made from files with the same names${isCounted ? " and rows" : ""}.`;
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function versionsOf(old: Audit["framework"], now: Audit["framework"]): string {
  return old.version === now.version ? `both call themselves ${now.version}` : `${old.version} and ${now.version}`;
}

function formWords(form: string | null): string {
  return form === null ? "the whole questionnaire" : `the form ${quote(form)}`;
}

function unitWords({ audit }: Kept): string {
  return audit.framework.unit === "person" ? "people" : "assessments";
}

function problem({ name }: Kept, parts: Pick<Problem, "code" | "message" | "help">): Problem {
  return { ...parts, severity: "error", place: { file: name } };
}
