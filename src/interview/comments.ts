import type { InterviewState } from "./state.ts";
import type { QuestionKey } from "./types.ts";

/** A comment without the part that was said before an interruption. */
export function unsealed({ sealed }: InterviewState, question: QuestionKey, comment: string): string {
  const before = sealed.comments.get(question);
  return before === undefined ? comment : comment.slice(before.length).trimStart();
}

/** A comment on top of the part that is sealed, which can be added to and never taken back alone. */
export function onSealed({ sealed }: InterviewState, question: QuestionKey, comment: string): string {
  const before = sealed.comments.get(question);
  return before === undefined || comment === "" ? (before ?? comment) : `${before} ${comment}`;
}
