import { press, typing } from "../../interview/machine.ts";
import type { Screen } from "../../interview/screen.ts";
import type { InterviewState, Step } from "../../interview/state.ts";
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
  return runStage({ act: interviewAct(state, journal), desk, draw });
}

/** The question machine with its journal. */
export function interviewAct(begun: InterviewState, journal: Diary): Act<"closed" | "paused"> {
  const keeper = createKeeper(journal);
  let state = begun;
  /** Stays until whoever withdrew has read it: the next person is not to know that somebody did. */
  let farewell: Screen | null = null;
  const take = (step: Step) => {
    if (!keeper.keep(step.entries)) return;
    if (keeper.owes(step.entries)) farewell = farewellScreen(state);
    state = step.state;
  };
  return {
    screen: () => {
      const screen = farewell ?? screenOf(state);
      return { ...screen, notice: keeper.trouble() ?? screen.notice };
    },
    press: (key) => {
      if (farewell === null) take(press(state, key));
      else if (key.name === "return") farewell = null;
    },
    type: (line) => take(typing(state, line)),
    result: () => (farewell === null ? state.ended : null),
  };
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
  };
}
