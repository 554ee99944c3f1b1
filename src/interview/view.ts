import type { Screen } from "./screen.ts";
import {
  askingScreen,
  endedScreen,
  handoverScreen,
  interruptedScreen,
  thanksScreen,
  welcomeScreen,
} from "./screens/doors.ts";
import { helpScreen } from "./screens/help.ts";
import { questionScreen } from "./screens/question.ts";
import { reviewScreen } from "./screens/review.ts";
import type { InterviewState } from "./state.ts";

/** What is to be seen now. Of other people's answers, and of a sealed seat's own, it never holds anything. */
export function screenOf(state: InterviewState): Screen {
  const { at } = state;
  if (state.ended !== null) return endedScreen(state);
  switch (at.at) {
    case "welcome":
      return welcomeScreen(state);
    case "handover":
      return handoverScreen(state);
    case "interrupted":
      return interruptedScreen(state);
    case "thanks":
      return thanksScreen(state, at.withdrawn);
    case "asking":
      return askingScreen(state, at.what);
    case "help":
      return helpScreen(state);
    case "review":
      return reviewScreen(state, at);
    case "question":
      return questionScreen(state, at);
  }
}
