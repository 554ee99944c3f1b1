import { press, typing } from "../../interview/machine.ts";
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
  const take = (step: Step) => {
    if (keeper.keep(step.entries)) state = step.state;
  };
  return {
    screen: () => {
      const screen = screenOf(state);
      return { ...screen, notice: keeper.trouble() ?? screen.notice };
    },
    press: (key) => take(press(state, key)),
    type: (line) => take(typing(state, line)),
    result: () => state.ended,
  };
}
