import type { Screen } from "../screen.ts";
import { type Asked, type InterviewState, isPrivate, placesOf } from "../state.ts";
import { counted, hints, lastHints, screen, talkingTime } from "./parts.ts";

/** What it is for, what becomes of the answers, how long it takes: all before question one. */
export function welcomeScreen(state: InterviewState): Screen {
  const { purpose, intro } = state.plan;
  const paragraphs = [purpose, intro ?? "", whatBecomesOfIt(state), howLong(state)];
  return screen(state, {
    heading: "Before you begin",
    paragraphs: paragraphs.filter((text) => text !== ""),
    keys: [...hints(["Enter", "begin"]), ...lastHints(state)],
  });
}

function whatBecomesOfIt({ plan }: InterviewState): string {
  switch (plan.setup.seating.kind) {
    case "participants":
    case "sheets":
      return "No names and no times are kept, and nobody after you is shown your answers. Whoever runs the survey can open the files: they hold the answers of each person as a row and, until the journal is deleted, the order in which people sat. Reports show groups only. Comments are read word for word.";
    case "consensus":
      return "The room gives one answer to each question: first show hands, then talk, then agree. Notes and shows of hands are kept without names. The result is one assessment.";
    case "one":
      return "No name is asked, and your answers stay on this computer. The result is one assessment, as you see it: not a picture of what everybody thinks.";
  }
}

function howLong(state: InterviewState): string {
  const { setup, items, minutes } = state.plan;
  const questions = counted(setup.segments.length + items.length, "question");
  if (setup.seating.kind === "consensus") {
    return `${questions}. ${talkingTime(items.length)} You may skip any question, and stop at any time: everything is saved as you go.`;
  }
  const time = `${questions}, about ${counted(minutes, "minute")}.`;
  if (isPrivate(state)) return `${time} You may skip any of them, and withdraw all of yours until you finish.`;
  return `${time} You may skip any of them, and stop at any time: everything is saved as you go.`;
}

/** A turn is over. Whether somebody withdrew is said here alone, and gone when the next person looks. */
export function thanksScreen(state: InterviewState, withdrawn: boolean): Screen {
  return screen(state, {
    heading: "Thank you.",
    paragraphs: [withdrawn ? "Your answers are deleted." : "Your answers are saved."],
    keys: hints(["Enter", "go on"]),
    wipe: true,
    settles: true,
  });
}

/** Between two people. It says how many have had their turn, not how many answered: nobody can see who withdrew. */
export function handoverScreen(state: InterviewState): Screen {
  const of = placesOf(state);
  const done = Math.min(of, state.seats.length);
  const all = done === of;
  const next = done === 0 ? "first" : "next";
  return screen(state, {
    progress: { done, of, words: `${done} of ${of} have had their turn` },
    heading: all ? "Everybody has had their turn." : `Please hand the keyboard to the ${next} person.`,
    paragraphs: [
      all
        ? "Please give the keyboard back to whoever runs the survey."
        : "Press Enter when you sit down. Nobody is shown what the others answered.",
    ],
    keys: hints(
      all ? null : ["Enter", "begin"],
      ["a", "add a place"],
      ["e", all ? "close the survey" : "end the survey"],
      ["q", "save and stop"],
    ),
    wipe: true,
  });
}

export function interruptedScreen(state: InterviewState): Screen {
  return screen(state, {
    heading: "One person was interrupted.",
    paragraphs: [
      "If that was you, press Enter and go on. What you said before is kept but not shown; you can still withdraw it.",
      "If that person does not come back, x discards what was said.",
    ],
    keys: hints(["Enter", "go on"], ["x", "discard"], ["q", "save and stop"]),
    wipe: true,
  });
}

export function askingScreen(state: InterviewState, what: Asked): Screen {
  const { heading, paragraphs, does } = question(state, what);
  return screen(state, { heading, paragraphs, keys: hints(["y", does], ["n", "go back"]) });
}

function question(state: InterviewState, what: Asked) {
  switch (what) {
    case "withdraw":
      return {
        heading: "Withdraw everything you have said?",
        paragraphs: ["Your answers and comments are deleted. This cannot be taken back."],
        does: "withdraw",
      };
    case "discard":
      return {
        heading: "Discard what that person said?",
        paragraphs: [
          "Those answers and comments are deleted. This cannot be taken back. The place stays counted; a adds one.",
        ],
        does: "discard",
      };
    case "quit":
      return {
        heading: "Stop the survey for everybody?",
        paragraphs: [
          "Everything said so far is saved, and the survey can be resumed.",
          ...(state.seat === null ? [] : ["You can go on then, but what you have said will not be shown again."]),
        ],
        does: "save and stop",
      };
    case "end":
      return {
        heading: state.seats.length < placesOf(state) ? "End the survey here?" : "Close the survey?",
        paragraphs: [`${state.seats.length} of ${placesOf(state)} have had their turn. Nobody can answer afterwards.`],
        does: state.seats.length < placesOf(state) ? "end the survey" : "close the survey",
      };
  }
}

/** The last screen; what follows it is no part of the survey. */
export function endedScreen(state: InterviewState): Screen {
  const closed = state.ended === "closed";
  return screen(state, {
    heading: closed ? "Thank you." : "Stopped.",
    paragraphs: [
      closed
        ? "The survey is finished, and every answer is saved."
        : "What was answered is saved, to go on from there.",
    ],
    wipe: isPrivate(state),
  });
}
