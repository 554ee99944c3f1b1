import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { AnswerTable } from "../source-plan.ts";

/** How many items a message names. */
const NAMED = 3;

/** A normalised label as the framework writes it. */
export function asWritten(label: string, table: AnswerTable | undefined): string {
  return table?.shown.find((shown) => normaliseAnswer(shown) === label) ?? label;
}

/** "item C2", "C1, C2, C3 and 18 more items". places: in the program, ascending. */
export function itemsNamed(places: readonly number[], answers: readonly AnswerTable[]): string {
  const ids = places.map((place) => answers[place]?.item ?? "");
  if (ids.length === 1) return `item ${ids[0]}`;
  const more = ids.length - NAMED;
  return more > 0 ? `items ${ids.slice(0, NAMED).join(", ")} and ${more} more` : `items ${ids.join(", ")}`;
}
