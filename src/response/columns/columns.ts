import type { Framework, Item } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import type { ChoiceColumn, ColumnDecision } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";
import { type Choices, createChoices } from "./choice-columns.ts";
import { type Guess, guessColumns } from "./close.ts";
import type { ColumnFlag } from "./column-flag.ts";
import { holdsNames, isPersonal, isTime } from "./column-kinds.ts";
import * as say from "./column-problems.ts";
import { createItemIndex, type HeaderMatch, type ItemIndex } from "./item-index.ts";
import { nameAgainstText } from "./name-and-text.ts";
import { findNamed, type NamedColumns, positionsOfHeader, takenAs } from "./named-columns.ts";
import { namedOtherwise } from "./named-otherwise.ts";
import { repeatedHeaders } from "./repeated-headers.ts";
import { surveyColumns } from "./survey-columns.ts";

/** What the columns of one file are, and what stands against that. Positions count from 0, −1 is none. */
export interface MatchedColumns {
  readonly head: TableHead;
  readonly columns: readonly ColumnDecision[];
  /** Item id → position of its column. */
  readonly itemColumns: ReadonlyMap<string, number>;
  /** Item id → its columns, where it has one for each of its answers. */
  readonly choiceColumns?: ReadonlyMap<string, readonly ChoiceColumn[]>;
  /** One per segment asked for. */
  readonly segmentColumns: readonly number[];
  readonly weightColumn: number;
  readonly idColumn: number;
  /** The column that says who answered. */
  readonly audienceColumn: number;
  readonly problems: readonly Problem[];
}

export interface MatchOptions extends NamedColumns {
  /** Whose wording comes first; null: any. */
  readonly audience: string | null;
  readonly acceptGuesses: boolean;
}

type Taken = Omit<ColumnDecision, "position" | "header">;

/** Decides what each column of a file is. Items that no column holds are left to the caller, who knows which were asked. */
export function matchColumns(framework: Framework, head: TableHead, options: MatchOptions): MatchedColumns {
  const problems: Problem[] = [];
  const taken = new Map<number, Taken>();
  const { flags, ...named } = findNamed(head, options, {
    positionsOf: (name) => positionsOfHeader(head, name),
    problems,
  });
  for (const [at, flag] of flags) taken.set(at, takenAs(flag, head.headers[at] ?? ""));
  const choices = createChoices(framework, head);
  const claims = claimItems(framework, head, { audience: options.audience, taken, flags, problems, choices });
  for (const [at, column] of surveyColumns(framework, head))
    if (!taken.has(at)) taken.set(at, { ...column, sure: "certain" });
  problems.push(...namedOtherwise(head, taken, options.acceptGuesses));
  const guesses = openGuesses(framework, head, { audience: options.audience, taken, claims });
  for (const guess of guesses) takeGuess(guess, { taken, claims });
  if (guesses.length > 0) problems.push(say.guessed(head, guesses, options.acceptGuesses));
  if (claims.size === 0) problems.push(say.nothingMatches(framework, head));
  return {
    head,
    columns: head.headers.map((header, at) => ({
      position: at + 1,
      header,
      ...(taken.get(at) ?? unclaimed(head, at)),
    })),
    itemColumns: new Map([...claims].map(([item, columns]) => [item, columns[0] ?? -1])),
    choiceColumns: choices.found,
    ...named,
    problems,
  };
}

interface Claiming {
  readonly audience: string | null;
  readonly flags: ReadonlyMap<number, ColumnFlag>;
  readonly taken: Map<number, Taken>;
  readonly problems: Problem[];
  readonly choices: Choices;
}

/** Item id → the columns that name it exactly. More than one, or a column that names several items, is a problem. */
function claimItems(
  framework: Framework,
  head: TableHead,
  { audience, flags, taken, problems, choices }: Claiming,
): Map<string, number[]> {
  const index = createItemIndex(framework, audience);
  const claims = new Map<string, number[]>();
  for (const at of head.headers.keys()) {
    const match = matchOf(head, at, index) ?? choices.match(at, index);
    const [item, ...others] = match?.items ?? [];
    const against = nameAgainstText(head, at, { match, index });
    problems.push(...against);
    if (match === null || item === undefined) continue;
    const flag = flags.get(at);
    if (flag !== undefined) problems.push(say.itemNamed(head, at, { item: item.id, flag }));
    if (others.length > 0) problems.push(say.severalItems(head, at, match.items));
    claims.set(item.id, [...(claims.get(item.id) ?? []), at]);
    if (!taken.has(at)) taken.set(at, takenBy(item, match, against));
  }
  settleClaims(head, { claims, taken, problems, choices });
  return claims;
}

/** What contradicts itself is told once: it is no guess that somebody could accept. */
function takenBy({ id }: Item, { how, sure }: HeaderMatch, against: readonly Problem[]): Taken {
  return { takenFor: "item", item: id, how, sure: against.length > 0 ? "certain" : sure };
}

/** Questions that stand twice, and those with a column for each of their answers. */
function settleClaims(
  head: TableHead,
  {
    claims,
    taken,
    problems,
    choices,
  }: Omit<Claiming, "audience" | "flags"> & { readonly claims: Map<string, number[]> },
): void {
  for (const { at, item } of repeatedHeaders(head, taken)) {
    claims.set(item, [...(claims.get(item) ?? []), at]);
    taken.set(at, { takenFor: "item", item, how: "the header of another column, numbered", sure: "likely" });
  }
  for (const [item, columns] of claims) problems.push(...choices.settle(item, columns));
  for (const [at, { how }] of choices.columns) {
    const before = taken.get(at);
    if (before?.takenFor !== "item") continue;
    // The text behind the id is the answer.
    taken.set(at, { ...before, how: `${before.how}${how}`, sure: before.sure === "guess" ? "certain" : before.sure });
  }
}

/** Close texts, where an item and a column are both left over. */
function openGuesses(
  framework: Framework,
  head: TableHead,
  known: { audience: string | null; taken: ReadonlyMap<number, Taken>; claims: ReadonlyMap<string, unknown> },
): readonly Guess[] {
  const items = framework.items.filter((item) => !known.claims.has(item.id));
  if (items.length === 0) return [];
  return guessColumns(items, openColumns(head, known.taken), known.audience);
}

/** Columns that could still be an item: with a header, and not taken, personal or a time. */
export function openColumns(
  head: TableHead,
  taken: { has(at: number): boolean },
): readonly { column: number; header: string }[] {
  return head.headers.flatMap((header, column) =>
    taken.has(column) || head.known[column] != null || header === "" || isPersonal(header) || isTime(header)
      ? []
      : [{ column, header: head.wordings[column]?.[0] ?? header }],
  );
}

function takeGuess(guess: Guess, known: { taken: Map<number, Taken>; claims: Map<string, number[]> }): void {
  known.claims.set(guess.item.id, [guess.column]);
  known.taken.set(guess.column, { takenFor: "item", item: guess.item.id, how: "close text (a guess)", sure: "guess" });
}

/** Which items the first telling name of a column means; null where none tells, or where the tool says what it is. */
function matchOf(head: TableHead, at: number, index: ItemIndex): HeaderMatch | null {
  if (head.known[at] != null) return null;
  for (const name of [head.headers[at] ?? "", ...(head.wordings[at] ?? [])]) {
    const match = index(name);
    if (match !== null) return match;
  }
  return null;
}

/** What a column is that nobody claimed: what the tool says, else what its header says. */
function unclaimed(head: TableHead, at: number): Taken {
  const known = head.known[at] ?? null;
  if (known !== null) return { takenFor: known.takenFor, how: known.how, item: null, sure: "certain" };
  const header = head.headers[at] ?? "";
  if (header === "") return { takenFor: "ignored", item: null, how: "no header", sure: "certain" };
  if (isTime(header)) return { takenFor: "time", item: null, how: "header of a time", sure: "certain" };
  if ([header, ...(head.wordings[at] ?? [])].some(isPersonal))
    return { takenFor: "personal", item: null, how: "header of personal data", sure: "certain" };
  if (holdsNames(head, at)) return { takenFor: "personal", item: null, how: "names below the header", sure: "likely" };
  return { takenFor: "ignored", item: null, how: "matches no item", sure: "likely" };
}
