import { press, typing } from "../../interview/machine.ts";
import type { Screen } from "../../interview/screen.ts";
import { saidBack } from "../../interview/screens/words.ts";
import { type InterviewState, isPrivate, type Step } from "../../interview/state.ts";
import type { Entry } from "../../interview/types.ts";
import { screenOf } from "../../interview/view.ts";
import { createScreenDrawer } from "../../render/terminal/screen.ts";
import type { Desk } from "../desk.ts";
import { createKeeper, type Diary } from "./keeper.ts";
import { type Act, runStage } from "./stage.ts";

/** How a survey at the keyboard ended: all is said; saved to go on later; interrupted from outside, and saved all the same. */
export type Ended = "closed" | "paused" | "interrupted";

export interface Interview {
  readonly state: InterviewState;
  readonly journal: Diary;
  readonly desk: Desk;
}

/** Asks until the survey ends. Every answer is in the journal before the next question is shown. */
export async function runInterview({ state, journal, desk }: Interview): Promise<Ended> {
  const draw = await createScreenDrawer(desk.color);
  return runStage({ act: interviewAct(state, journal), desk, draw, isPrivate: isPrivate(state) });
}

/** The question machine with its journal. */
export function interviewAct(begun: InterviewState, journal: Diary): Act<"closed" | "paused"> {
  const keeper = createKeeper(journal);
  let state = begun;
  /** Stays until whoever withdrew has read it: the next person is not to know that somebody did. */
  let farewell: Screen | null = null;
  let echo: string | null = null;
  const take = (step: Step) => {
    echo = null;
    if (!keeper.keep(step.entries)) return;
    if (keeper.owes(step.entries)) farewell = farewellScreen(state);
    echo = echoOf(state, step.entries);
    state = step.state;
    if (state.ended !== null) echo = endWords(screenOf(state));
  };
  const goOn = () => {
    farewell = null;
    // It stood in place of the thanks.
    if (state.at.at === "thanks") take(press(state, { name: "return" }));
  };
  return {
    screen: () => {
      const screen = farewell ?? screenOf(state);
      return { ...screen, notice: keeper.trouble() ?? screen.notice };
    },
    press: (key) => {
      if (farewell === null) take(press(state, key));
      else if (key.name === "return") goOn();
    },
    type: (line) => take(typing(state, line)),
    result: () => (farewell === null ? state.ended : null),
    echo: () => echo,
  };
}

/** "Agree.": the answer that was given, on the question as it stood then. */
function echoOf({ questions }: InterviewState, entries: readonly Entry[]): string | null {
  const given = entries.findLast((entry) => entry.kind === "answer");
  const question = questions.find(({ key }) => key === given?.question);
  return given === undefined || question === undefined ? null : saidBack(question, given.answer);
}

function endWords({ heading, paragraphs }: Screen): string {
  return [heading, ...paragraphs].join(" ");
}

/** A withdrawal stands whether or not the file had room to be written anew. */
function farewellScreen({ plan, seat }: InterviewState): Screen {
  return {
    title: plan.title,
    progress: null,
    heading: seat === null ? "It is discarded." : "You are withdrawn.",
    paragraphs: [
      `What ${seat === null ? "that person" : "you"} said is deleted from the file as soon as the disk has room.`,
    ],
    options: [],
    input: null,
    notice: null,
    keys: [{ key: "Enter", does: "go on" }],
    wipe: true,
    settles: true,
  };
}
