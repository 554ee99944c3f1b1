import { describe, expect, it } from "vitest";
import { createReader } from "../../../src/cli/prompts/read-line.ts";
import type { Act } from "../../../src/cli/prompts/stage.ts";
import { press, typing } from "../../../src/interview/machine.ts";
import type { Screen } from "../../../src/interview/screen.ts";
import type { InterviewPlan } from "../../../src/interview/types.ts";
import { screenOf } from "../../../src/interview/view.ts";
import { answersOf, drive, ENTER, MIXED, ONE, planOf, ROOM, start } from "../../interview/survey.ts";

/** On the question with this id, those before it skipped; lines are read from there. */
function reading(id: string, plan: InterviewPlan = planOf(MIXED, { seating: ONE })) {
  const skipped = plan.items.findIndex((item) => item.id === id);
  let { state } = drive(start(plan), ENTER + "s".repeat(skipped));
  const act: Act<string> = {
    screen: () => screenOf(state),
    press: (key) => {
      state = press(state, key).state;
    },
    type: (line) => {
      state = typing(state, line).state;
    },
    result: () => state.ended,
  };
  const read = createReader(act);
  const say = (...lines: readonly string[]) => lines.map((line) => read(line)).at(-1);
  const question = () => /^Question (\d+)/.exec(act.screen().progress?.words ?? "")?.[1] ?? null;
  const answer = () =>
    answersOf({ state })
      .split(" ")
      .find((one) => one.startsWith(`${id}=`));
  return { say, question, answer, screen: act.screen };
}

describe("a line where keys are pressed", () => {
  it.each([
    ["K1", "4", "K1=4"],
    ["K1", " 4 ", "K1=4"],
    ["K1", "point 3", "K1=3"],
    ["K1", "Skip", "K1=skipped"],
    ["K1", "N", "K1=notApplicable"],
    ["K1", "don't know", "K1=dontKnow"],
    ["L1", "1", "L1=1"],
    ["L1", "10", "L1=10"],
    ["L1", "0", "L1=0"],
    ["L1", "Surely", "L1=10"],
    ["K1", "45", undefined],
    ["K1", "1 2", undefined],
    ["K1", "point", undefined],
    ["K1", "constructor", undefined],
    ["K1", "-", undefined],
  ])("%s: %j gives %s", (id, line, answer) => {
    const { say, ...now } = reading(id);
    const before = now.question();
    const words = say(line);
    expect(now.answer()).toBe(answer);
    if (answer === undefined) expect(words).toContain("is no answer here. Please type a number from 1 to 5");
    else expect(words).toBeNull();
    expect(now.question()).toBe(answer === undefined ? before : String(Number(before) + 1));
  });

  it("answers by no label that two options share", () => {
    const two = { key: "1", label: "the same", chosen: false, marked: false };
    const screen: Screen = {
      title: "",
      progress: null,
      heading: "",
      paragraphs: [],
      options: [two, { ...two, key: "2" }],
      input: null,
      notice: null,
      keys: [],
      wipe: false,
    };
    const pressed: string[] = [];
    const act: Act<null> = {
      screen: () => screen,
      press: ({ name }) => void pressed.push(name),
      type: () => undefined,
      result: () => null,
    };
    expect(createReader(act)("the same")).toContain("a number from 1 to 2");
    expect(pressed).toEqual([]);
  });

  it("leaves the help by any line", () => {
    for (const line of ["", "n", "back"]) {
      const { say, screen, answer } = reading("K1");
      say("?", line);
      expect(screen().heading).not.toBe("Keys");
      expect(answer()).toBeUndefined();
    }
  });
});

describe("a line that is typed", () => {
  it("is an answer, or in words why it is none", () => {
    const now = reading("F1");
    now.say("lots");
    expect(now.screen().notice?.text).toBeTruthy();
    expect(now.answer()).toBeUndefined();
    now.say("12,5");
    expect(now.answer()).toBe("F1=12.5");
  });

  it.each(["b", "B", "h", "?", "c"])("%s is a command and never Enter, answered or not", (line) => {
    const only = { ...planOf(MIXED), items: planOf(MIXED).items.filter(({ id }) => id === "F1" || id === "O1") };
    const now = reading("F1", only);
    now.say("3", "b");
    expect(now.question()).toBe("1");
    now.say(line);
    expect(now.question() ?? "1").toBe("1");
    expect(now.answer()).toBe("F1=3");
  });

  it("goes back from a question that is answered", () => {
    const now = reading("P1");
    now.say("50", "b");
    expect(now.question()).toBe("5");
    now.say("b");
    expect(now.question()).toBe("4");
  });

  it("is not handed in where not all of it fits", () => {
    const now = reading("K1");
    now.say("c", "x".repeat(1100));
    expect(now.screen().notice?.text).toContain("100 signs were not taken");
    expect(now.screen().input?.text).toHaveLength(1000);
    now.say("");
    expect(now.screen().paragraphs.join()).toContain("Comment: xxx");
  });

  it("is left with a slash", () => {
    const now = reading("K1", planOf(MIXED, { seating: ROOM }));
    now.say("h", "/");
    expect(now.screen().input).toBeNull();
    now.say("c", "/s");
    expect(now.answer()).toBe("K1=skipped");
  });
});
