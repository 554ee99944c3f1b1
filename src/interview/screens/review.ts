import type { Screen } from "../screen.ts";
import { type InterviewState, isPrivate, type ReviewPlace, seatOf } from "../state.ts";
import { counted, hints, lastHints, screen } from "./parts.ts";

/** More numbers than these say nothing that "many" does not. */
const MOST_NUMBERS = 12;

/** After the last question: what was skipped, and a way back to each. Of sealed questions it says nothing. */
export function reviewScreen(state: InterviewState, { text }: ReviewPlace): Screen {
  const answers = seatOf(state)?.answers;
  const seen = state.questions.flatMap(({ key }, i) =>
    state.sealed.questions.has(key) ? [] : [{ key, number: i + 1 }],
  );
  const skipped = seen.filter(({ key }) => (answers?.get(key)?.kind ?? "skipped") === "skipped");
  const begun = new Set([...state.past.drafts.values()].map(({ question }) => question));
  const unsaved = seen.filter(({ key }) => begun.has(key));
  const since = state.sealed.questions.size > 0 ? "Since the interruption: " : "";
  const paragraphs = [
    `${since}${seen.length - skipped.length} answered, ${skipped.length} skipped.`,
    numbered("Skipped", skipped),
    numbered("Typed but not handed in", unsaved),
    seen.length > 0 ? "To change an answer, type the number of its question." : "",
    isPrivate(state)
      ? "After Enter the program shows your answers to nobody; they cannot be changed or withdrawn. Whoever keeps the files can read them, without names."
      : "",
  ];
  return screen(state, {
    heading: "That was the last question.",
    progress: { done: state.questions.length, of: state.questions.length, words: "All questions done" },
    paragraphs: paragraphs.filter((line) => line !== ""),
    input: { label: "Question", text },
    keys: [...hints(["Enter", text === "" ? "finish" : "go there"], ["b", "back"]), ...lastHints(state)],
  });
}

function numbered(what: string, questions: readonly { readonly number: number }[]): string {
  if (questions.length === 0) return "";
  const numbers = questions.slice(0, MOST_NUMBERS).map(({ number }) => number);
  const more = questions.length - numbers.length;
  return `${what}: ${counted(questions.length, "question").replace(/^\d+ /, "")} ${numbers.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}
