import type { Screen } from "../screen.ts";
import { type InterviewState, isPrivate } from "../state.ts";
import { hints, screen } from "./parts.ts";

/** Every key, on one screen. */
export function helpScreen(state: InterviewState): Screen {
  const room = state.plan.setup.seating.kind === "consensus";
  const keys = hints(
    ["1 2 3", "answer, and on to the next question"],
    ["↑ ↓", "the same with arrows, then Enter"],
    ["Enter", "keep the answer that is there"],
    ["n", "not applicable"],
    ["d", "don't know"],
    ["s", "skip"],
    ["b ←", "back"],
    ["→", "forward over what is answered"],
    ["c", room ? "a note on this question" : "a comment on this question"],
    room ? ["h", "a show of hands"] : null,
    ["Esc", "out of a line, then these keys"],
    isPrivate(state) ? ["w", "withdraw everything you have said"] : null,
    ["q", "save and stop"],
  );
  return screen(state, {
    heading: "Keys",
    paragraphs: ["Each answer is saved before the next question shows."],
    options: keys.map(({ key, does }) => ({ key, label: does, chosen: false, marked: false })),
    keys: hints(["any key", "go back to the survey"]),
  });
}
