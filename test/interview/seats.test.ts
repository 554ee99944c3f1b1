import { describe, expect, it } from "vitest";
import { resume } from "../../src/interview/machine.ts";
import { replay } from "../../src/interview/replay.ts";
import { answersOf, type Drive, drive, ENTER, MIXED, ONE, PLAIN, planOf, ROOM, shown, start, turns } from "./survey.ts";

const SIT = `${ENTER}${ENTER}`;
const group = (count: number) => start(planOf(PLAIN, { seating: turns(count) }));
const statuses = ({ state }: Drive) => state.seats.map(({ status }) => status).join(" ");
/** As after a crash: only the entries are left. */
const again = ({ state, entries }: Drive): Drive => ({ state: resume(state.plan, entries), entries });
const screenText = (of: Drive) => JSON.stringify(shown(of));

describe("one person", () => {
  const plan = planOf(PLAIN, { seating: ONE });

  it("is told what it is for before question one", () => {
    const welcome = shown(start(plan));
    expect(welcome.paragraphs.join(" ")).toMatch(
      /Asks four questions.*No name.*one assessment.*4 questions, about 1 minute/,
    );
    expect(start(plan).state.seats).toEqual([]);
    expect(drive(start(plan), ENTER).entries).toEqual([{ kind: "seat", seat: 1 }]);
  });

  it("saves and stops without being asked, and finds everything as it was", () => {
    const stopped = drive(start(plan), `${ENTER}42q`);
    expect(stopped.state.ended).toBe("paused");
    const back = again(stopped);
    expect(back.state.ended).toBeNull();
    expect(shown(back)).toMatchObject({
      heading: "Text of C",
      notice: { text: "Welcome back: 2 of 4 are answered.", tone: "plain" },
    });
    expect(shown(drive(back, "b")).options[1]?.chosen).toBe(true);
    expect(answersOf(drive(back, `bb5<right>31${ENTER}`))).toBe("A=5 B=2 C=3 D=1");
  });

  it("finds a text half typed, and the line open", () => {
    const typed = drive(start(plan), `${ENTER}4c{because th`.concat("}"));
    expect(shown(again(typed))).toMatchObject({
      heading: "Text of B",
      input: { label: "Comment", text: "because th" },
    });
    const figure = drive(start(planOf(MIXED)), `${ENTER}sss{s}{s}{12}`);
    expect(shown(again(figure))).toMatchObject({ heading: "Text of F1", input: { label: "Answer", text: "12" } });
    const left = drive(typed, "<escape>5");
    expect(shown(again(left))).toMatchObject({ heading: "Text of C", input: null });
  });

  it("comes back to the review, and to nothing once it is over", () => {
    expect(shown(again(drive(start(plan), `${ENTER}4444`))).heading).toBe("That was the last question.");
    const over = drive(start(plan), `${ENTER}4444${ENTER}`);
    expect(again(over).state.ended).toBe("closed");
    const torn = { state: over.state, entries: over.entries.slice(0, -1) };
    expect(again(torn).state.ended).toBe("closed");
  });

  it("cannot withdraw: it is nobody's turn next", () => {
    expect(drive(start(plan), `${ENTER}4wy`).entries.some(({ kind }) => kind === "withdraw")).toBe(false);
  });
});

describe("a room that agrees on one answer", () => {
  it("keeps notes and hands beside the answers", () => {
    const plan = planOf(PLAIN, { seating: ROOM });
    const said = drive(start(plan), `${ENTER}h{0 1 4 2 0}${ENTER}c{close call}${ENTER}3`);
    expect(shown(drive(said, "b")).paragraphs).toEqual(["Hands: 0 1 4 2 0", "Note: close call"]);
    const over = drive(said, `444${ENTER}`);
    expect(over.state.ended).toBe("closed");
    expect(over.state.seats[0]).toMatchObject({
      status: "finished",
      hands: new Map([["A", [0, 1, 4, 2, 0]]]),
      comments: new Map([["A", "close call"]]),
    });
  });
});

describe("several people in turn", () => {
  it("sit down one after the other, are thanked, and hand the keyboard on", () => {
    const first = drive(group(2), SIT);
    expect(first.entries).toEqual([{ kind: "seat", seat: 1 }]);
    const thanked = drive(first, `1234${ENTER}`);
    expect(shown(thanked)).toMatchObject({
      wipe: true,
      settles: true,
      heading: "Thank you.",
      paragraphs: ["Your answers are saved."],
      keys: [{ key: "Enter" }],
    });
    for (const key of [..."14bcwqaexy?"]) expect(drive(thanked, key)).toEqual(thanked);
    const between = drive(thanked, ENTER);
    expect(shown(between)).toMatchObject({
      wipe: true,
      progress: { done: 1, of: 2, words: "1 of 2 have had their turn" },
      heading: "Please hand the keyboard to the next person.",
    });
    const last = drive(between, `${SIT}5555${ENTER}${ENTER}`);
    expect(statuses(last)).toBe("finished finished");
    expect(answersOf(last, 2)).toBe("A=5 B=5 C=5 D=5");
    expect(shown(last)).toMatchObject({
      wipe: true,
      heading: "Everybody has had their turn.",
      paragraphs: ["Please give the keyboard back to whoever runs the survey."],
      progress: { words: "2 of 2 have had their turn" },
    });
    expect(shown(last).keys.map(({ key }) => key)).toEqual(["a", "e", "q"]);
  });

  it("are all in turn, and only e and then y closes the survey: no stray Enter, digit or letter", () => {
    const full = drive(group(1), `${SIT}5555${ENTER}${ENTER}`);
    const stray = drive(full, `${ENTER}${ENTER}4y n${ENTER}`);
    expect(stray.state.ended).toBeNull();
    expect(stray.entries).toEqual(full.entries);
    expect(shown(drive(full, ENTER)).notice?.text).toBe("e closes the survey; a adds a place.");
    expect(drive(full, `e${ENTER}${ENTER}`).state.ended).toBeNull();
    const over = drive(full, "ey");
    expect(over.state.ended).toBe("closed");
    expect(shown(over).wipe).toBe(true);
    expect(over.entries.at(-1)).toEqual({ kind: "close" });
    expect(statuses(drive(full, `a${SIT}2222${ENTER}`))).toBe("finished finished");
  });

  it("come back to that screen when the survey stopped before it was closed", () => {
    const full = drive(group(2), `${SIT}5555${ENTER}${ENTER}${SIT}wy`);
    expect(shown(full).paragraphs).toEqual(["Your answers are deleted."]);
    for (const now of [again(full), again(drive(full, `${ENTER}qy`))])
      expect(shown(now)).toMatchObject({ heading: "Everybody has had their turn.", notice: null });
    expect(drive(again(full), "ey").state.ended).toBe("closed");
  });

  it.each([
    ["wy", true],
    [`w${ENTER}`, false],
    ["wn", false],
    ["w<escape>", false],
    ["wxw4", false],
  ])("may withdraw: %s does so: %s", (script, gone) => {
    const now = drive(group(3), `${SIT}12c{me}${ENTER}${script}`);
    expect(now.state.seats[0]?.status).toBe(gone ? "withdrawn" : "answering");
    expect(now.state.seats[0]?.answers.size).toBe(gone ? 0 : 2);
    expect(now.state.seats[0]?.comments.size).toBe(gone ? 0 : 1);
    expect(shown(now).wipe).toBe(gone);
  });

  it("may withdraw at the review too, and a withdrawal looks like a turn", () => {
    const finished = drive(group(3), `${SIT}1111${ENTER}`);
    const withdrawn = drive(group(3), `${SIT}1111{w}y`);
    expect(statuses(withdrawn)).toBe("withdrawn");
    expect(screenText(drive(withdrawn, ENTER))).toBe(screenText(drive(finished, ENTER)));
  });

  it("end early or get another place, when the facilitator says so", () => {
    const one = drive(group(3), `${SIT}1111${ENTER}${ENTER}`);
    expect(drive(one, `e${ENTER}`).state.ended).toBeNull();
    expect(drive(one, "ey").state.ended).toBe("closed");
    const more = again(drive(one, "a"));
    expect(shown(more).progress?.words).toBe("1 of 4 have had their turn");
  });

  it("are asked once before everything stops", () => {
    expect(drive(group(2), `${SIT}1q`).state.ended).toBeNull();
    expect(drive(group(2), `${SIT}1qn`).state.at).toMatchObject({ at: "question", index: 1 });
    expect(drive(group(2), `${SIT}1qy`).state.ended).toBe("paused");
    expect(drive(group(2), "qy").state.ended).toBe("paused");
  });
});

describe("a seat that was interrupted", () => {
  const said = drive(group(2), `${SIT}5c{my secret}${ENTER}4c{another se}`);
  const back = again(said);

  it("is asked who sits there, and shows nothing of what was said", () => {
    expect(shown(back)).toMatchObject({ wipe: true, heading: "One person was interrupted." });
    const same = again(drive(group(2), `${SIT}1n`));
    expect(screenText(drive(back, ENTER))).toBe(screenText(drive(same, ENTER)));
  });

  it("goes on at the first open question and cannot go back behind it", () => {
    const on = drive(back, ENTER);
    expect(shown(on).heading).toBe("Text of C");
    expect(shown(drive(on, "b")).heading).toBe("Text of C");
    expect(shown(drive(on, "3b")).heading).toBe("Text of C");
    expect(shown(drive(on, "33")).paragraphs[0]).toBe("Since the interruption: 2 answered, 0 skipped.");
    const tried = drive(on, `33{1}${ENTER}`);
    expect(shown(tried).notice?.text).toBe("That one was answered before; it stays sealed.");
    expect(answersOf(drive(on, `33${ENTER}`))).toBe("A=5 B=4 C=3 D=3");
  });

  it("adds to a comment that it cannot see", () => {
    const before = drive(group(2), `${SIT}5c{my secret}${ENTER}`);
    const on = drive(again(before), ENTER);
    expect(shown(on).heading).toBe("Text of B");
    expect(shown(drive(on, "c")).input?.text).toBe("");
    expect(screenText(drive(on, "c"))).not.toContain("secret");
    const added = drive(on, `c{and more}${ENTER}`);
    expect(added.state.seats[0]?.comments.get("B")).toBe("my secret and more");
    expect(screenText(added)).not.toContain("secret");
    expect(shown(drive(added, "c")).input?.text).toBe("and more");
    expect(drive(added, `c{}${ENTER}`).state.seats[0]?.comments.get("B")).toBe("my secret");
  });

  it("can still withdraw, or be discarded by whoever sits there, who then may sit down", () => {
    expect(statuses(drive(back, `${ENTER}wy`))).toBe("withdrawn");
    expect(statuses(drive(back, `x${ENTER}`))).toBe("answering");
    const discarded = drive(back, "xy");
    expect(statuses(discarded)).toBe("withdrawn");
    expect(shown(discarded).heading).toBe("Please hand the keyboard to the next person.");
    const last = again(drive(group(1), `${SIT}1`));
    expect(shown(drive(last, "xy"))).toMatchObject({ heading: "Everybody has had their turn." });
    expect(drive(last, `xy${ENTER}`).state.ended).toBeNull();
    expect(drive(last, "xyey").state.ended).toBe("closed");
    expect(statuses(drive(last, `xya${SIT}2222${ENTER}`))).toBe("withdrawn finished");
  });

  it("is sealed further with each interruption", () => {
    const twice = drive(again(drive(back, `${ENTER}3`)), ENTER);
    expect(shown(twice).heading).toBe("Text of D");
    expect(shown(drive(twice, "b")).heading).toBe("Text of D");
  });
});

describe("entries read back", () => {
  it("leave nothing of a withdrawn seat, and nothing is added to one that is over", () => {
    const answer = { kind: "code", code: 3 } as const;
    const seats = replay([
      { kind: "answer", seat: 1, question: "A", answer },
      { kind: "withdraw", seat: 1 },
      { kind: "answer", seat: 1, question: "B", answer },
      { kind: "seat", seat: 2 },
      { kind: "finish", seat: 2 },
      { kind: "comment", seat: 2, question: "A", text: "late" },
      { kind: "withdraw", seat: 3 },
    ]);
    expect(seats.map(({ seat, status, answers, comments }) => [seat, status, answers.size, comments.size])).toEqual([
      [1, "withdrawn", 0, 0],
      [2, "finished", 0, 0],
      [3, "withdrawn", 0, 0],
    ]);
  });

  it("give the next person a number of their own", () => {
    const plan = planOf(PLAIN, { seating: turns(9) });
    const state = resume(plan, [
      { kind: "seat", seat: 4 },
      { kind: "finish", seat: 4 },
    ]);
    expect(drive({ state, entries: [] }, ENTER).entries).toEqual([{ kind: "seat", seat: 5 }]);
  });
});
