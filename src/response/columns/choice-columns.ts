import type { Framework, Item } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { answerTable, readAnswer } from "../answers/answers.ts";
import type { AnswerTable, ChoiceColumn } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";
import { isMissing } from "../types.ts";
import * as say from "./column-problems.ts";
import type { HeaderMatch, ItemIndex } from "./item-index.ts";

/** Questions that have a column for each of their answers, in one file. */
export interface Choices {
  /** Which item a column belongs to whose name is a question and one of its answers: `Question [Agree]`, `Question - Agree`. */
  match(at: number, index: ItemIndex): HeaderMatch | null;
  /** Looks at all columns of an item: they are its answers one by one, or its only column; else the problem with them. */
  settle(item: string, columns: readonly number[]): readonly Problem[];
  /** Item id → its columns, of those that were settled. */
  readonly found: ReadonlyMap<string, readonly ChoiceColumn[]>;
  /** Column → what is to be said of it. */
  readonly columns: ReadonlyMap<number, { readonly how: string }>;
}

export function createChoices(framework: Framework, head: TableHead): Choices {
  const items = new Map(framework.items.map((item) => [item.id, item]));
  const tables = new Map<string, AnswerTable>();
  const tableOf = (item: Item | undefined): AnswerTable | undefined => {
    const scale = framework.scales.get(item?.scale ?? "");
    if (item === undefined || scale?.kind !== "coded") return undefined;
    const table = tables.get(scale.id) ?? answerTable(item.id, scale);
    tables.set(scale.id, table);
    return table;
  };
  const found = new Map<string, readonly ChoiceColumn[]>();
  const columns = new Map<number, { readonly how: string }>();
  return {
    found,
    columns,
    match: (at, index) => {
      for (const name of namesOf(head, at)) {
        for (const { question, choice } of splitsOf(name)) {
          const match = index(question);
          const table = tableOf(match?.items[0]);
          if (match !== null && table !== undefined && labelled(table, choice) !== null) return match;
        }
      }
      return null;
    },
    settle: (item, own) => {
      const table = tableOf(items.get(item));
      const choices = own.map((at) => (table === undefined ? null : choiceOf(head, at, table)));
      const whole = choices.flatMap((choice) => choice ?? []);
      if (whole.length === 0 && own.length === 1) return [];
      if (table === undefined || whole.length < own.length || !areDistinct(whole))
        return [say.severalColumnsFor(head, item, own)];
      const without = shownWithout(table, whole);
      if (without.length > 0) return [say.choicesMissing(head, item, { columns: own, without })];
      found.set(item, whole);
      for (const { column, label } of whole) columns.set(column, { how: `, the answer ${quote(label)}` });
      return [];
    },
  };
}

function namesOf(head: TableHead, at: number): readonly string[] {
  return head.known[at] == null ? [head.headers[at] ?? "", ...(head.wordings[at] ?? [])] : [];
}

/** What the tool says the column stands for, else what its name ends with. */
function choiceOf(head: TableHead, at: number, table: AnswerTable): ChoiceColumn | null {
  const told = head.choices[at] ?? null;
  if (told !== null) {
    const { value, label } = readAnswer(table, told);
    return typeof value === "number" && told.trim() !== ""
      ? { column: at, label: label ?? told.trim(), code: value }
      : null;
  }
  for (const name of namesOf(head, at)) {
    for (const { choice } of splitsOf(name)) {
      const answer = labelled(table, choice);
      if (answer !== null) return { column: at, ...answer };
    }
  }
  return null;
}

/** A choice in words; a number behind a question may be anything. */
function labelled(table: AnswerTable, choice: string): { readonly label: string; readonly code: number } | null {
  const { value, label } = readAnswer(table, choice);
  return typeof value === "number" && label !== null && !/^\d+$/.test(label) ? { label, code: value } : null;
}

/** Longer names are no questions; and they must not cost seconds. */
const LONGEST_NAME = 1000;

/** `Question [Choice]`, `Question - Choice`, `Question: Choice`, at every place where it can be split. */
function splitsOf(name: string): readonly { readonly question: string; readonly choice: string }[] {
  if (name.length > LONGEST_NAME) return [];
  return [
    /^(.+?)\s*\[([^[\]]+)\]\s*$/s,
    /^(.+)\s+[-\u2013\u2014]\s+(.+)$/s,
    /^(.+?)\s+[-\u2013\u2014]\s+(.+)$/s,
    /^(.+):\s+(.+)$/s,
  ].flatMap((pattern) => {
    const [, question = "", choice = ""] = pattern.exec(name) ?? [];
    return question === "" ? [] : [{ question, choice }];
  });
}

/** No two columns for one answer; there may be several ways not to answer. */
function areDistinct(choices: readonly ChoiceColumn[]): boolean {
  const codes = choices.map(({ code }) => code).filter((code) => !isMissing(code));
  return new Set(codes).size === codes.length;
}

/** The answers of the scale that no column stands for, as the framework writes them. */
function shownWithout(table: AnswerTable, choices: readonly ChoiceColumn[]): readonly string[] {
  const held = new Set(choices.map(({ code }) => code));
  const missing = [...new Set(table.codes.values())].filter((code) => !isMissing(code) && !held.has(code));
  return missing.map((code) => table.shown.find((text) => readAnswer(table, text).value === code) ?? String(code));
}
