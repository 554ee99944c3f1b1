import { type InterviewState, move, opened, placesOf, type Step, stay } from "../state.ts";
import { ask, everywhere } from "./everywhere.ts";
import { addPlace, comeBack, sitDown } from "./seats.ts";

/** Keys before question one. */
export function atWelcome(state: InterviewState, name: string): Step {
  if (name !== "return") return everywhere(state, name) ?? stay(state);
  return state.seat === null ? sitDown(state) : move(state, opened(state, 0));
}

/** Only Enter leads on from the end of a turn. */
export function atThanks(state: InterviewState, name: string): Step {
  return name === "return" ? move(state, { at: "handover" }) : stay(state);
}

/** Keys between two people: the facilitator's as well. Enter is pressed without thinking, so it never ends the survey. */
export function atHandover(state: InterviewState, name: string): Step {
  switch (name) {
    case "return":
      if (state.seats.length < placesOf(state)) return sitDown(state);
      return move(state, { at: "handover" }, "e closes the survey; a adds a place.");
    case "a":
      return addPlace(state);
    case "e":
      return ask(state, "end");
    default:
      return everywhere(state, name) ?? stay(state);
  }
}

/** Keys after an interruption in the middle of somebody's answers. */
export function atInterrupted(state: InterviewState, name: string): Step {
  if (name === "return") return comeBack(state);
  return name === "x" ? ask(state, "discard") : (everywhere(state, name) ?? stay(state));
}
