import { type Asked, type InterviewState, isPrivate, move, type Place, type Step, stay } from "../state.ts";
import { close, discard, pause, withdraw } from "./seats.ts";

/** Keys that mean the same on every screen of a survey; null: this is none of them here. */
export function everywhere(state: InterviewState, name: string): Step | null {
  switch (name) {
    case "?":
      return move(state, { at: "help", over: state.at });
    case "q":
      return isPrivate(state) ? ask(state, "quit") : pause(state);
    case "w":
      return isPrivate(state) && state.seat !== null ? ask(state, "withdraw") : null;
    default:
      return null;
  }
}

export function ask(state: InterviewState, what: Asked): Step {
  return move(state, { at: "asking", what, over: state.at });
}

/** Yes takes a key of its own, since Enter is pressed without thinking. */
export function asking(state: InterviewState, { what, over }: { what: Asked; over: Place }, name: string): Step {
  if (name === "n" || name === "escape" || name === "return") return move(state, over);
  if (name !== "y") return stay(state);
  switch (what) {
    case "withdraw":
      return withdraw(state);
    case "discard":
      return discard(state);
    case "quit":
      return pause(state);
    case "end":
      return close(state);
  }
}
