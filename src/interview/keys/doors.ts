import { type InterviewState, move, opened, placesOf, type Step, stay } from "../state.ts";
import { ask, everywhere } from "./everywhere.ts";
import { addPlace, close, comeBack, sitDown } from "./seats.ts";

/** Keys before question one. */
export function atWelcome(state: InterviewState, name: string): Step {
  if (name !== "return") return everywhere(state, name) ?? stay(state);
  return state.seat === null ? sitDown(state) : move(state, opened(state, 0));
}

/** Keys between two people: the facilitator's as well. */
export function atHandover(state: InterviewState, name: string): Step {
  switch (name) {
    case "return":
      return state.seats.length < placesOf(state) ? sitDown(state) : close(state);
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
