import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { Framework, Scale } from "../../framework/types.ts";
import { suggest } from "../../problems/suggest.ts";
import { answerTable } from "../../response/answers/answers.ts";
import type { AnswerFault } from "../../response/answers/fault.ts";
import { readWritten } from "../../response/answers/tool-apostrophe.ts";
import { isUnansweredText } from "../../response/answers/unanswered-text.ts";
import { EVERYBODYS } from "../../response/answers/unreadable.ts";
import { isBareNumber } from "../../response/checks/contradictions.ts";
import { isPersonalText } from "../../response/columns/personal-text.ts";
import type { AnswerTable, SourcePlan } from "../../response/source-plan.ts";
import type { DialectName, TableHead } from "../../response/table-head.ts";
import { isMissing, MISSING, MISSING_KINDS, type MissingKind } from "../../response/types.ts";
import type { ColumnTally, Tally } from "./tally.ts";
import type { Vocabulary, VocabularyEntry } from "./types.ts";

interface Met {
  readonly text: string;
  count: number;
  readonly items: Set<string>;
}

/** The texts of every group of items that read alike, each with its code. tallies: one per file of the plan. */
export function vocabulariesOf(
  framework: Framework,
  plan: SourcePlan,
  tallies: readonly Tally[],
): readonly Vocabulary[] {
  const groups = new Map<AnswerTable["codes"], number[]>();
  for (const [item, { codes }] of plan.answers.entries()) groups.set(codes, [...(groups.get(codes) ?? []), item]);
  const ofScale = new Map<string, number>();
  for (const { scale } of plan.answers) ofScale.set(scale, (ofScale.get(scale) ?? 0) + 1);
  const unanswered = new Set(plan.files.flatMap(({ head }) => head.unanswered));
  const dialect = plan.files.find(({ head }) => head.dialect === "limesurvey")?.head.dialect ?? "plain";
  return [...groups.values()].flatMap((items) => {
    const table = plan.answers[items[0] ?? -1];
    if (table === undefined) return [];
    const { met, more } = textsOf(plan, items, tallies);
    const scale = framework.scales.get(table.scale);
    const entries = met.map((one) => entryOf(table, one, { scale, unanswered, dialect }));
    const isFigure = ({ code }: VocabularyEntry): boolean => table.kind === "figure" && typeof code === "number";
    return {
      scale: table.scale,
      kind: table.kind,
      items: items.map((item) => plan.answers[item]?.item ?? ""),
      whole: items.length === ofScale.get(table.scale),
      entries: entries.filter((entry) => !isFigure(entry)).sort(inOrder),
      figures: entries.filter(isFigure).reduce((sum, { count }) => sum + count, 0),
      more,
      numbersOnly: areNumbersOnly(scale, entries),
    };
  });
}

/** The texts of one column, each as a scale reads it; counts are cells. */
export function readTexts(
  scale: Scale,
  {
    item,
    texts,
    head,
  }: { readonly item: string; readonly texts: ReadonlyMap<string, number>; readonly head: TableHead },
): readonly VocabularyEntry[] {
  const met = new Map<string, Met>();
  addTexts(met, { values: texts }, item);
  const table = answerTable(item, scale);
  return [...met.values()]
    .map((one) => entryOf(table, one, { scale, unanswered: new Set(head.unanswered), dialect: head.dialect }))
    .sort(inOrder);
}

/** Bare numbers, on a scale that has words for its codes. */
export function areNumbersOnly(scale: Scale | undefined, entries: readonly VocabularyEntry[]): boolean {
  if (scale?.kind !== "coded" || !scale.points.some(({ label }) => label !== undefined)) return false;
  const read = entries.filter(({ code }) => typeof code === "number");
  return read.length > 0 && read.every(({ text }) => isBareNumber(text));
}

function textsOf(
  plan: SourcePlan,
  items: readonly number[],
  tallies: readonly Tally[],
): { readonly met: readonly Met[]; readonly more: boolean } {
  const met = new Map<string, Met>();
  let more = false;
  for (const [file, { columns }] of tallies.entries())
    for (const item of items) {
      // One column for each answer: its cells are no texts of the scale.
      if (plan.files[file]?.choiceColumns?.has(item) === true) continue;
      const tally: ColumnTally | null = columns[plan.files[file]?.itemColumns[item] ?? -1] ?? null;
      if (tally === null) continue;
      more ||= tally.more;
      addTexts(met, tally, plan.answers[item]?.item ?? "");
    }
  return { met: [...met.values()], more };
}

function addTexts(
  met: Map<string, Met>,
  { values }: { readonly values: ReadonlyMap<string, number> },
  item: string,
): void {
  for (const [text, count] of values) {
    const key = normaliseAnswer(text);
    const known = met.get(key) ?? { text, count: 0, items: new Set<string>() };
    known.count += count;
    known.items.add(item);
    met.set(key, known);
  }
}

interface Known {
  readonly scale: Scale | undefined;
  /** Texts by which the survey tool says that a question was seen and not answered. */
  readonly unanswered: ReadonlySet<string>;
  /** LimeSurvey, where one of the files is: it writes an apostrophe before some answers. */
  readonly dialect: DialectName;
}

function entryOf(table: AnswerTable, { text, count, items }: Met, known: Known): VocabularyEntry {
  const { scale, unanswered, dialect } = known;
  const read = readWritten(table, text, dialect).value;
  const isBlank = (typeof read !== "number" || table.kind === "figure") && isUnansweredText(unanswered, text);
  const code = isBlank ? "unanswered" : typeof read === "number" ? codeOf(read) : null;
  const point = scale?.kind === "coded" ? scale.points.find((one) => one.code === code) : undefined;
  return {
    text: code === null && isPersonalText(text) ? "(personal data)" : text,
    code,
    label: point?.label ?? null,
    count,
    items: [...items],
    nearest: code === null ? nearestOf(table, text) : null,
    isOwn: code === null && count < EVERYBODYS && !isOfWords(read),
  };
}

/** What cannot be read because answers of the scale stand in it side by side, or beside another number, is nobody's own. */
function isOfWords(read: number | AnswerFault): boolean {
  return typeof read !== "number" && (read.kind === "several" || read.kind === "disagrees");
}

function codeOf(value: number): VocabularyEntry["code"] {
  if (!isMissing(value)) return value;
  const kind: MissingKind = MISSING_KINDS.find((one) => MISSING[one] === value) ?? "unknown";
  return kind === "unknown" ? null : kind;
}

function nearestOf({ shown }: AnswerTable, text: string): string | null {
  const near = suggest(normaliseAnswer(text), shown.map(normaliseAnswer));
  return shown.find((one) => normaliseAnswer(one) === near) ?? null;
}

function inOrder(a: VocabularyEntry, b: VocabularyEntry): number {
  return rank(a) - rank(b) || Number(a.code) - Number(b.code) || b.count - a.count;
}

function rank({ code }: VocabularyEntry): number {
  if (code === null) return 2;
  return typeof code === "number" ? 0 : 1;
}
