import { beforeAll, describe, expect, it } from "vitest";
import type { Framework } from "../../src/framework/types.ts";
import { begin, press } from "../../src/interview/machine.ts";
import type { Screen } from "../../src/interview/screen.ts";
import { screenOf } from "../../src/interview/view.ts";
import { finished, take } from "./robot.ts";
import { bundled, type Drive, drive, ENTER, MIXED, ONE, PLAIN, planOf, ROOM, shown, start, turns } from "./survey.ts";

/** A window of 60 columns, less its margins; of 24 rows, less the blank lines that keep it calm. */
const WIDTH = 54;
const ROWS = 19;

function rows(text: string, width = WIDTH): number {
  let [count, used] = [1, 0];
  for (const word of text.split(" ")) {
    const fits = used === 0 || used + 1 + word.length <= width;
    [count, used] = fits ? [count, used + (used === 0 ? 0 : 1) + word.length] : [count + 1, word.length];
  }
  return text === "" ? 0 : count;
}

function height({ title, progress, heading, paragraphs, options, input, notice, keys }: Screen): number {
  const texts = [
    ...[title, progress?.words ?? "", heading, ...paragraphs, notice?.text ?? ""],
    ...options.map(({ key, label }) => `${key}  ${label}`),
    input === null ? "" : `${input.label} ${input.text.slice(0, 30)}`,
    keys.map(({ key, does }) => `${key} ${does}`).join("   "),
  ];
  return texts.reduce((sum, text) => sum + rows(text), 0);
}

const ASIDE = [ENTER, "c", `c{${"word ".repeat(40)}}${ENTER}`, "h", "w", "q", "?", "9", "1"];

/** From the first screen to the last, with every key that leads aside. */
function everyScreen(from: Drive): readonly Screen[] {
  const seen: Screen[] = [];
  finished(from, (state) => {
    const here = { state, entries: [] };
    seen.push(shown(here), ...ASIDE.map((keys) => shown(drive(here, keys))));
    return state.seats.length > 1;
  });
  return seen;
}

const SEGMENTS = [{ name: "department", options: ["Sales", "Service", "Back office"] }];

describe.each(["distrust-symptoms", "trust-equation"])("screens of %s", (id) => {
  let framework: Framework;
  beforeAll(async () => {
    framework = await bundled(id);
  });

  it("fit a window of 60 columns and 24 rows, in every seating and for every audience", () => {
    const plans = [ONE, ROOM, turns(20)].flatMap((seating) =>
      framework.audiences.map(({ id: audience }) => planOf(framework, { seating, audience, segments: SEGMENTS })),
    );
    for (const plan of plans) {
      const seen = everyScreen(start(plan));
      expect(seen.length).toBeGreaterThan(framework.items.length);
      for (const screen of seen)
        if (height(screen) > ROWS) expect.fail(`${height(screen)} rows: ${JSON.stringify(screen, null, 1)}`);
    }
  });

  it("come within a millisecond of the key", () => {
    const plan = planOf(framework, { seating: turns(20), segments: SEGMENTS, shuffle: 7 });
    // Nineteen have answered already: nothing grows with those before.
    let now: Drive = { state: begin(plan), entries: [] };
    now = finished(now, (state) => state.seats.length === 20);
    const times: number[] = [];
    for (let round = 0; round < 40; round++)
      for (const name of ["return", "1", "down", "b", "4", "return"]) {
        const before = performance.now();
        const { state } = press(now.state, { name });
        screenOf(state);
        times.push(performance.now() - before);
        now = { state, entries: [] };
      }
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(1);
  });
});

describe("what the screens say", () => {
  const key = (screen: Screen, name: string) => screen.keys.find((one) => one.key === name)?.does;

  it("tells the truth about what becomes of the answers, in each seating", () => {
    const said = (seating: typeof ONE | typeof ROOM) => {
      const door = start(planOf(PLAIN, { seating }));
      return shown(seating.kind === "participants" ? drive(door, ENTER) : door).paragraphs.join("\n");
    };
    expect(said(ONE)).toMatch(/No name is asked.*one assessment/);
    expect(said(ROOM)).toMatch(
      /one answer to each question: first show hands, then talk, then agree.*one assessment.*\n4 questions\. Allow about 8 minutes for talking, as an estimate\./,
    );
    expect(said(turns(5))).toMatch(
      /No names and no times are kept.*Whoever runs the survey can open the files.*order in which people sat.*\n.*withdraw/,
    );
  });

  it("shows how far one is and how long it takes", async () => {
    const plan = planOf(await bundled("trust-equation"), { segments: SEGMENTS });
    const first = drive(start(plan), ENTER);
    expect(shown(first).progress?.words).toBe("Question 1 of 22, about 5 minutes left");
    const last = drive(first, "s".repeat(21));
    expect(shown(last).progress).toEqual({ done: 21, of: 22, words: "Question 22 of 22, about a minute left" });
  });

  it("offers only keys that do something here", () => {
    const first = shown(drive(start(planOf(PLAIN)), ENTER));
    expect(first.keys.map((one) => one.key)).toEqual(["n", "d", "s", "c", "?", "q"]);
    expect(key(shown(drive(start(planOf(PLAIN, { seating: ROOM })), ENTER)), "h")).toBe("hands");
    const group = drive(start(planOf(PLAIN, { seating: turns(2) })), `${ENTER}${ENTER}4`);
    expect(shown(group).keys.map((one) => one.key)).toEqual(["n", "d", "s", "b", "c", "?", "q", "w"]);
    expect(key(shown(drive(start(planOf(PLAIN)), `${ENTER}<down>`)), "Enter")).toBe("take it");
  });

  it("names every key on the help screen, and any key leaves it", () => {
    const before = drive(start(planOf(PLAIN, { seating: turns(2) })), `${ENTER}${ENTER}4`);
    const help = drive(before, "?");
    expect(
      shown(help)
        .options.map((one) => one.key)
        .join(" "),
    ).toBe("1 2 3 ↑ ↓ Enter n d s b ← → c Esc w q");
    expect(shown(drive(help, "4"))).toEqual(shown(before));
  });

  it("says what is to be typed where nothing can be picked, and not what would be good", () => {
    const at = (id: string) =>
      finished(
        drive(start(planOf(MIXED)), ENTER),
        (s) => s.at.at === "question" && s.questions[s.at.index]?.key === id,
      );
    expect(shown(at("F1")).paragraphs).toEqual(["Type a number, in days."]);
    expect(shown(at("P1"))).toMatchObject({
      paragraphs: ["Type a number from 0 to 100."],
      options: [{ key: "0" }, { key: "100" }],
    });
    expect(shown(at("S1")).options.map(({ label }) => label)).toEqual([
      "sign -2",
      "sign -1",
      "sign 0",
      "sign 1",
      "sign 2",
    ]);
    expect(JSON.stringify(shown(at("F1")))).not.toContain("30");
  });

  it("asks about the person without pressing, and says where it stands", () => {
    const asked = drive(start(planOf(PLAIN, { seating: turns(3), segments: SEGMENTS })), `${ENTER}${ENTER}`);
    expect(shown(asked)).toMatchObject({
      heading: "Department",
      paragraphs: ["You may leave this out. It stands beside your answers, so that groups can be compared."],
    });
  });

  it("is the same after a move that leads nowhere", () => {
    const first = drive(start(planOf(PLAIN)), ENTER);
    expect(take(first, { key: { name: "f5" } }).state.at).toEqual(first.state.at);
  });
});
