import { describe, expect, it } from "vitest";
import { press } from "../../src/interview/machine.ts";
import { answersOf, drive, ENTER, MIXED, ONE, PLAIN, planOf, ROOM, shown, start } from "./survey.ts";

const plain = () => drive(start(planOf(PLAIN)), ENTER);
const mixed = (seating = ONE) => drive(start(planOf(MIXED, { seating })), ENTER);
/** On the question with this id, those before it skipped. */
const on = (id: string, seating = ONE) => drive(mixed(seating), "s".repeat(MIXED.items.findIndex((i) => i.id === id)));
const number = (of: ReturnType<typeof plain>) => /^Question (\d+)/.exec(shown(of).progress?.words ?? "")?.[1] ?? "none";
const given = (of: ReturnType<typeof plain>, id: string) =>
  answersOf(of)
    .split(" ")
    .find((one) => one.startsWith(`${id}=`)) ?? "";

describe("keys on a question of five points", () => {
  it.each([
    ["4", "A=4", "2"],
    ["n", "A=notApplicable", "2"],
    ["d", "A=dontKnow", "2"],
    ["s", "A=skipped", "2"],
    ["S", "A=skipped", "2"],
    ["7", "", "1"],
    ["0", "", "1"],
    ["z", "", "1"],
    ["h", "", "1"],
    ["w", "", "1"],
    ["b", "", "1"],
    ["<right>", "", "1"],
    [ENTER, "", "1"],
    [`<down>${ENTER}`, "A=1", "2"],
    [`<down><down>${ENTER}`, "A=2", "2"],
    [`<up>${ENTER}`, "A=5", "2"],
    [`<up><up><down><down><down>${ENTER}`, "A=5", "2"],
    ["4b", "A=4", "1"],
    ["4b2", "A=2", "2"],
    ["4<left><right>", "A=4", "2"],
    [`4b${ENTER}`, "A=4", "2"],
    [`4b<up>${ENTER}`, "A=3", "2"],
    ["42bb<right><right>", "A=4 B=2", "3"],
    ["?x4", "A=4", "2"],
    ["c{hello}<escape>4", "A=4", "2"],
    [`c{hello}${ENTER}4`, "A=4", "2"],
    ["4123", "A=4 B=1 C=2 D=3", "none"],
  ])("%s gives %j and shows question %s", (script, answers, question) => {
    const now = drive(plain(), script);
    expect(answersOf(now)).toBe(answers);
    expect(number(now)).toBe(question);
  });

  it("takes nothing while Ctrl is held", () => {
    expect(press(plain().state, { name: "4", ctrl: true }).entries).toEqual([]);
  });

  it("marks what was chosen when one comes back, and where the arrows are", () => {
    const options = shown(drive(plain(), "4b<up>")).options;
    expect(options.map(({ chosen }) => chosen)).toEqual([false, false, false, true, false]);
    expect(options.map(({ marked }) => marked)).toEqual([false, false, true, false, false]);
    expect(shown(drive(plain(), "db")).paragraphs).toContain("Answered: don't know.");
  });

  it.each([
    ["7", "There is no 7 here."],
    [ENTER, "Press a key to answer, or s to skip."],
    ["z", "Press ? to see the keys."],
    ["b", "This is the first question."],
    ["<right>", "Answer first, or press s to skip."],
  ])("says what %s was about: %s", (script, text) => {
    expect(shown(drive(plain(), script)).notice?.text).toBe(text);
    expect(shown(drive(plain(), `${script}3`)).notice).toBeNull();
  });
});

describe("keys on other scales", () => {
  it.each([
    ["L1", "7", "L1=7"],
    ["L1", "0", "L1=0"],
    ["L1", "1", ""],
    ["L1", "10", "L1=10"],
    ["L1", `1${ENTER}`, "L1=1"],
    ["L1", "15", ""],
    ["L1", "154", "L1=4"],
    ["L1", "1<escape>7", "L1=7"],
    ["L1", "1<backspace>7", "L1=7"],
    ["L1", "1n", "L1=notApplicable"],
    ["L1", `1<down>${ENTER}`, "L1=0"],
    ["S1", `{-2}${ENTER}`, "S1=-2"],
    ["S1", `{\u22122}${ENTER}`, "S1=-2"],
    ["S1", `{3}${ENTER}`, ""],
    ["S1", `<down>${ENTER}`, "S1=-2"],
    ["S1", "{n}", "S1=notApplicable"],
    ["P1", `{100}${ENTER}`, "P1=100"],
    ["P1", `{007}${ENTER}`, "P1=7"],
    ["P1", `{101}${ENTER}`, ""],
    ["P1", ENTER, ""],
    ["F1", `{12,5}${ENTER}`, "F1=12.5"],
    ["F1", `{12.55}${ENTER}`, ""],
    ["F1", "{12.5}", ""],
    ["F1", "{s}", "F1=skipped"],
    ["F1", "{D}", "F1=dontKnow"],
    ["F1", `{12}{12x}${ENTER}`, ""],
    ["F1", `{12}{x}{}{n}`, "F1=notApplicable"],
    ["F1", "<escape>d", "F1=dontKnow"],
    ["F1", `<escape>${ENTER}{7}${ENTER}`, "F1=7"],
    ["F1", `{7}${ENTER}b${ENTER}`, "F1=7"],
    ["F1", `{7}${ENTER}b{8}${ENTER}`, "F1=8"],
  ])("%s: %s gives %j", (id, script, answer) => {
    expect(given(drive(on(id), script), id)).toBe(answer);
  });

  it("shows digits that wait, and what may follow", () => {
    expect(shown(drive(on("L1"), "1")).notice?.text).toBe("1_ · 0 for 10, Enter for 1");
    expect(shown(drive(on("L1"), "1z")).notice?.text).not.toContain("1_");
  });

  it("goes back and forward with the arrows where nothing is typed", () => {
    expect(number(drive(on("F1"), "<left>"))).toBe("5");
    expect(number(drive(on("F1"), "{1}<left>"))).toBe("6");
    expect(number(drive(on("F1"), `{1}${ENTER}<left><right>`))).toBe("7");
  });
});

describe("a question about the person", () => {
  const asked = (options: readonly string[]) =>
    drive(start(planOf(PLAIN, { segments: [{ name: "team", options }] })), ENTER);
  const names = (count: number) => Array.from({ length: count }, (_, i) => `team ${i + 1}`);

  it.each([
    [names(3), "2", "@team=team 2"],
    [names(3), "s", "@team=skipped"],
    [names(3), "n", ""],
    [names(3), "c", ""],
    [names(11), "e", "@team=team 11"],
    [names(27), "z", "@team=team 27"],
    [names(28), `{28}${ENTER}`, "@team=team 28"],
    [names(28), "{s}", "@team=skipped"],
    [names(28), `${"<down>".repeat(20)}${ENTER}`, "@team=team 20"],
    [[], `{ Front  desk }${ENTER}`, "@team=Front desk"],
    [[], `{s}${ENTER}`, "@team=s"],
    [[], ENTER, "@team=skipped"],
    [[], "<escape>s", "@team=skipped"],
    [[], `{Sales}${ENTER}b${ENTER}`, "@team=Sales"],
  ])("with %j: %s gives %j", (options, script, answer) => {
    expect(answersOf(drive(asked(options), script))).toBe(answer);
  });

  it("has a key of its own for each option, and shows those around the mark", () => {
    const keys = new Set(
      Array.from(
        { length: 27 },
        (_, i) => shown(drive(asked(names(27)), "<down>".repeat(i + 1))).options.find((o) => o.marked)?.key,
      ),
    );
    expect(keys.size).toBe(27);
    for (const command of "bschndqw?") expect(keys).not.toContain(command);
  });
});

describe("comments and hands", () => {
  const seat = (of: ReturnType<typeof plain>) => of.state.seats[0]!;

  it("keeps a comment, changes it and takes it back", () => {
    const said = drive(plain(), `c{Why not}${ENTER}`);
    expect([...seat(said).comments]).toEqual([["A", "Why not"]]);
    expect(shown(drive(said, "c")).input).toEqual({ label: "Comment", text: "Why not" });
    expect([...seat(drive(said, `c{Because}${ENTER}`)).comments]).toEqual([["A", "Because"]]);
    expect([...seat(drive(said, `c{}${ENTER}`)).comments]).toEqual([]);
    expect(shown(said).paragraphs).toContain("Comment: Why not");
    expect(shown(drive(said, "c")).paragraphs).toContain("An empty line takes it back.");
    expect(shown(drive(plain(), "c{Why}")).paragraphs).toEqual([]);
  });

  it("keeps what was typed and not handed in, until the line is opened again", () => {
    const left = drive(plain(), "c{half a th}<escape>41");
    expect(seat(left).comments.size).toBe(0);
    expect(shown(drive(left, "bbc")).input?.text).toBe("half a th");
    expect(shown(drive(left, "23")).paragraphs).toContain("Typed but not handed in: question 1.");
  });

  it("puts every change of a line on disk, and never twice", () => {
    const typed = drive(plain(), "c{h}{ha}{ha}{hal}");
    expect(typed.entries.slice(1).map((entry) => entry.kind === "draft" && entry.text)).toEqual(["h", "ha", "hal"]);
  });

  it.each([
    [`h{0 2 5 8 1}${ENTER}`, [0, 2, 5, 8, 1]],
    [`h{0,2, 5;8 1}${ENTER}`, [0, 2, 5, 8, 1]],
    [`h{0 2 5}${ENTER}`, undefined],
    [`h{a b c d e}${ENTER}`, undefined],
    [`h{0 2 5 8 1}${ENTER}h{}${ENTER}`, undefined],
  ])("of a room: %s shows hands %j", (script, counts) => {
    expect(seat(drive(mixed(ROOM), script)).hands.get("K1")).toEqual(counts);
  });

  it("asks for hands only where there are points to count them on", () => {
    expect(shown(drive(on("F1", ROOM), "{h}")).input?.label).toBe("Answer");
    expect(shown(drive(on("P1", ROOM), "{h}")).input?.label).toBe("Answer");
    expect(shown(drive(on("L1", ROOM), "h")).input?.label).toBe("Hands");
  });

  it("lets no control character into a text", () => {
    expect([...seat(drive(plain(), `c{a\u001b[31m\tb\u202ec}${ENTER}`)).comments]).toEqual([["A", "a [31m b c"]]);
  });
});

describe("the review", () => {
  const done = () => drive(plain(), "4s2d");

  it.each([
    [`{2}${ENTER}5`, "A=4 B=5 C=2 D=dontKnow", "none"],
    [`{2}${ENTER}${ENTER}`, "A=4 B=skipped C=2 D=dontKnow", "none"],
    [`{9}${ENTER}`, "A=4 B=skipped C=2 D=dontKnow", "none"],
    [`{x}${ENTER}`, "A=4 B=skipped C=2 D=dontKnow", "none"],
    [`{2}${ENTER}b`, "A=4 B=skipped C=2 D=dontKnow", "none"],
    [`{1}${ENTER}<left>`, "A=4 B=skipped C=2 D=dontKnow", "none"],
    [`{2}${ENTER}c{why}${ENTER}b`, "A=4 B=skipped C=2 D=dontKnow", "none"],
    ["b", "A=4 B=skipped C=2 D=dontKnow", "4"],
    ["{b}", "A=4 B=skipped C=2 D=dontKnow", "4"],
  ])("%s gives %s and shows question %s", (script, answers, question) => {
    const now = drive(done(), script);
    expect(answersOf(now)).toBe(answers);
    expect(number(now)).toBe(question);
    expect(now.state.ended).toBeNull();
  });

  it("says what was skipped and finishes with Enter", () => {
    expect(shown(done()).paragraphs).toEqual(
      expect.arrayContaining(["3 answered, 1 skipped.", "Skipped: question 2."]),
    );
    const over = drive(done(), ENTER);
    expect(over.state.ended).toBe("closed");
    expect(over.entries.slice(-2)).toEqual([{ kind: "finish", seat: 1 }, { kind: "close" }]);
    expect(drive(over, "42b<return>q").entries).toEqual(over.entries);
  });
});
