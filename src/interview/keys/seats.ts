import { nextSeat } from "../replay.ts";
import {
  type InterviewState,
  isPrivate,
  move,
  opened,
  placesOf,
  record,
  type Step,
  seated,
  seatOf,
  stay,
  unseated,
} from "../state.ts";
import type { Entry } from "../types.ts";

/** Somebody sits down: a number of their own, then the welcome, or the first question where that was read already. */
export function sitDown(state: InterviewState): Step {
  const seat = nextSeat(state.seats);
  return record(state, [{ kind: "seat", seat }], (now) => {
    const ready = seated(now, seat);
    return move(ready, isPrivate(ready) ? { at: "welcome" } : opened(ready, 0));
  });
}

/** Whoever was interrupted goes on at the first open question; what was said before is sealed. */
export function comeBack(state: InterviewState): Step {
  const unfinished = state.seats.find((one) => one.status === "answering");
  if (unfinished === undefined) return move(state, { at: "handover" });
  const { answers, comments } = unfinished;
  // A line half typed was never handed in, and nobody can tell whether the one who typed it is back.
  const past = { ...state.past, drafts: new Map() };
  const back = {
    ...seated({ ...state, past }, unfinished.seat),
    sealed: { questions: new Set(answers.keys()), comments },
  };
  return move(back, opened(back, firstOpen(back)));
}

/** Index of the first question without an answer; behind the last one where all have one. */
export function firstOpen(state: InterviewState): number {
  const answers = seatOf(state)?.answers;
  const index = state.questions.findIndex(({ key }) => answers?.has(key) !== true);
  return index === -1 ? state.questions.length : index;
}

export function finish(state: InterviewState): Step {
  return state.seat === null ? stay(state) : leave(state, { kind: "finish", seat: state.seat });
}

export function withdraw(state: InterviewState): Step {
  return state.seat === null ? stay(state) : leave(state, { kind: "withdraw", seat: state.seat });
}

/** What an interrupted person said is discarded. */
export function discard(state: InterviewState): Step {
  const unfinished = state.seats.find((one) => one.status === "answering");
  if (unfinished === undefined) return move(state, { at: "handover" });
  return record(state, [{ kind: "withdraw", seat: unfinished.seat }], (now) => move(unseated(now), { at: "handover" }));
}

export function close(state: InterviewState): Step {
  return record(state, [{ kind: "close" }], (now) => stay(unseated(now)));
}

export function pause(state: InterviewState): Step {
  return stay({ ...state, ended: "paused" });
}

export function addPlace(state: InterviewState): Step {
  const count = Math.max(placesOf(state), state.seats.length) + 1;
  return record(state, [{ kind: "places", count }], (now) =>
    move(now, { at: "handover" }, `One place added: ${count} in all.`),
  );
}

/**
 * Where people take turns, the turn is over and not the survey: the keyboard is still in the hands of whoever had it. A room
 * or a single person is one seat, and the survey is over with it.
 */
function leave(state: InterviewState, entry: Entry): Step {
  if (!isPrivate(state)) return record(state, [entry, { kind: "close" }], (now) => stay(unseated(now)));
  const withdrawn = entry.kind === "withdraw";
  return record(state, [entry], (now) => move(unseated(now), { at: "thanks", withdrawn }));
}
