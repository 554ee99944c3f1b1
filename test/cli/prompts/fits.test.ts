import { expect, it } from "vitest";
import { screenOf } from "../../../src/interview/view.ts";
import { createScreenDrawer } from "../../../src/render/terminal/screen.ts";
import { finished } from "../../interview/robot.ts";
import { bundled, drive, ENTER, ONE, planOf, ROOM, start, turns } from "../../interview/survey.ts";

const draw = await createScreenDrawer(false);
const SEGMENTS = [
  { name: "department", options: ["Sales", "Service", "Back office"] },
  { name: "site", options: [] },
];
const ASIDE = ["c", `c{${"word ".repeat(40)}}${ENTER}`, "h", "w", "q", "?", "9"];

it.each(["distrust-symptoms", "trust-equation"])(
  "every screen of %s fits a window of 60 columns and 20 lines",
  async (id) => {
    const framework = await bundled(id);
    for (const seating of [ONE, ROOM, turns(20)])
      for (const { id: audience } of framework.audiences) {
        const plan = planOf(framework, { seating, audience, segments: seating === ROOM ? [] : SEGMENTS });
        finished(start(plan), (state) => {
          for (const keys of ["", ...ASIDE]) {
            const screen = screenOf(drive({ state, entries: [] }, keys).state);
            const { tooSmall } = draw(screen, { width: 60, height: 20 });
            if (tooSmall) expect.fail(JSON.stringify(screen, null, 1));
          }
          return state.seats.length > 1;
        });
      }
  },
);
