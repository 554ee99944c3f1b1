import { finishedSeats } from "./replay.ts";
import { entriesOf } from "./tidy.ts";
import type { Answer, Entry, InterviewPlan, QuestionKey, Seat } from "./types.ts";

/** One sheet of paper, as typed in a line. */
export interface Sheet {
  /** By item id, and by `@` and the name of a segment. What was not typed is not in it. */
  readonly answers: ReadonlyMap<QuestionKey, Answer>;
  /** Of a consensus, by item id. */
  readonly notes: ReadonlyMap<QuestionKey, string>;
  readonly hands: ReadonlyMap<QuestionKey, readonly number[]>;
  readonly comment: string | null;
  /** The number written on the sheet. */
  readonly number: number | null;
  /** The check digit of these answers, and whether it was typed too (then it was the same). */
  readonly check: number;
  readonly checked: boolean;
}

/** Key of a comment on everything: the box at the foot of a sheet. */
export const WHOLE_SHEET: QuestionKey = "@";
/** Key under which a seat keeps the number of its sheet, so that no sheet is typed in twice. In no table. */
const SHEET_NUMBER: QuestionKey = "@@";

/** The sheet as what happened on one seat, from sitting down to finishing. */
export function sheetEntries(sheet: Sheet, seat: number): readonly Entry[] {
  const { answers, notes, hands, comment, number } = sheet;
  const comments = new Map(notes);
  if (comment !== null) comments.set(WHOLE_SHEET, comment);
  if (number !== null) comments.set(SHEET_NUMBER, String(number));
  return entriesOf({ seat, status: "finished", answers, comments, hands });
}

/** Numbers of the sheets already typed in, for `parseSheetLine`. */
export function sheetNumbers(seats: readonly Seat[]): ReadonlyMap<number, null> {
  return new Map(
    finishedSeats(seats).flatMap((seat) => {
      const number = numberOf(seat);
      return number === null ? [] : [[number, null]];
    }),
  );
}

/** The number that was typed with the sheet of this seat. */
export function numberOf({ comments }: Pick<Seat, "comments">): number | null {
  const number = comments.get(SHEET_NUMBER);
  return number === undefined ? null : Number(number);
}

/** The comment at its foot. */
export function commentOf({ comments }: Pick<Seat, "comments">): string | null {
  return comments.get(WHOLE_SHEET) ?? null;
}

/** Questions for which no sign was typed, not even a blank. */
export function missingIn({ answers }: Pick<Sheet, "answers">, { items }: InterviewPlan): number {
  return items.filter(({ id }) => !answers.has(id)).length;
}

/** Where to look on the sheet: "question 3 (C3)". */
export function nameOf({ number, id }: Pick<InterviewPlan["items"][number], "number" | "id">): string {
  return `question ${number} (${id})`;
}
