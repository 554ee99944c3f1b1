import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Screen } from "../../src/interview/screen.ts";
import { createScreenDrawer } from "../../src/render/terminal/screen.ts";
import { withoutColour } from "./colour.ts";
import { HOSTILE } from "./hostile.ts";

const draw = await createScreenDrawer(false);
const drawInColour = await createScreenDrawer(true);

const AGREE = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
const options = (labels: readonly string[], from: number): Screen["options"] =>
  labels.map((label, at) => ({ key: String(from + at), label, chosen: false, marked: false }));
const letter = (key: string, label: string) => ({ key, label, chosen: false, marked: false });

const EMPTY: Screen = {
  title: "",
  progress: null,
  heading: "",
  paragraphs: [],
  options: [],
  input: null,
  notice: null,
  keys: [],
  wipe: false,
};

const QUESTION: Screen = {
  ...EMPTY,
  title: "Trust equation",
  progress: { done: 6, of: 21, words: "Question 7 of 21 · about 3 minutes left" },
  heading: "When something goes wrong in our team, people say so openly and nobody has to fear for it.",
  options: [
    ...options(AGREE, 1).map((one) => ({ ...one, chosen: one.key === "4", marked: one.key === "2" })),
    letter("n", "Not applicable"),
    letter("d", "Don't know"),
  ],
  keys: [
    { key: "b", does: "back" },
    { key: "s", does: "skip" },
    { key: "c", does: "comment" },
    { key: "?", does: "help" },
    { key: "q", does: "save and stop" },
  ],
};

const ELEVEN: Screen = {
  ...QUESTION,
  heading: "How likely are you to recommend us as a place to work?",
  options: [
    ...options(
      Array.from({ length: 11 }, (_, at) => (at === 0 ? "Not at all likely" : at === 10 ? "Extremely likely" : "")),
      0,
    ),
    letter("n", "Not applicable"),
    letter("d", "Don't know"),
  ],
  notice: { text: "1 could be 1 or 10: 0 for 10, Enter for 1.", tone: "plain" },
};

const COMMENT: Screen = {
  ...QUESTION,
  options: [],
  input: {
    label: "Your comment",
    text: "We say it, but mostly after the meeting and only to those we know well already.",
  },
  keys: [
    { key: "Enter", does: "keep" },
    { key: "Esc", does: "leave it" },
  ],
};

const WELCOME: Screen = {
  ...EMPTY,
  title: "Trust equation",
  heading: "A word before we begin",
  paragraphs: [
    "This survey asks how far people here trust the organisation, and what would help.",
    "Your answers are stored without your name. Nobody sees what one person said, only the picture of at least ten.",
    "21 questions, about 4 minutes. You may skip any question and stop at any time.",
  ],
  keys: [
    { key: "Enter", does: "begin" },
    { key: "?", does: "help" },
  ],
};

const SCREENS = { question: QUESTION, eleven: ELEVEN, comment: COMMENT, welcome: WELCOME };
const SIZES = [
  [60, 20],
  [80, 24],
  [140, 50],
] as const;

const show = (screen: Screen, width: number, height: number) => draw(screen, { width, height }).lines.join("\n");

describe("a screen of the survey", () => {
  for (const [name, screen] of Object.entries(SCREENS))
    it.each(SIZES)(`${name} looks as agreed at %i × %i`, async (width, height) => {
      await expect(`${show(screen, width, height)}\n`).toMatchFileSnapshot(
        `../golden/screens/${name}-${width}x${height}.txt`,
      );
    });

  it("says the same with colour and without", () => {
    for (const screen of Object.values(SCREENS))
      for (const [width, height] of SIZES) {
        const coloured = drawInColour(screen, { width, height });
        expect(coloured.lines.join("\n")).toContain("\u001b[");
        expect(withoutColour(coloured.lines.join("\n"))).toBe(show(screen, width, height));
        expect(coloured.cursor).toEqual(draw(screen, { width, height }).cursor);
      }
  });

  it("marks with signs what colour marks", () => {
    const text = show(QUESTION, 80, 24);
    expect(text).toMatch(/› {2}2 {2}Disagree/);
    expect(text).toMatch(/ ● 4 {2}Agree/);
  });

  it("keeps the question at its place and the keys at the foot, whatever the question", () => {
    for (const [width, height] of SIZES) {
      const other = { ...QUESTION, heading: "A short one.", options: QUESTION.options.slice(0, 3) };
      const [one, two] = [QUESTION, other].map((screen) => draw(screen, { width, height }).lines);
      expect(one!.findIndex((line) => line.includes("When something"))).toBe(
        two!.findIndex((line) => line.includes("A short")),
      );
      expect(one!.findIndex((line) => line.includes("save and stop"))).toBe(
        two!.findIndex((line) => line.includes("save and stop")),
      );
    }
  });

  it("gives up decoration before the question or an option", () => {
    for (let height = 40; height >= 11; height -= 1) {
      const text = show(ELEVEN, 60, height);
      expect(text.replace(/\s+/g, " "), `${height} lines`).toContain(
        "How likely are you to recommend us as a place to work?",
      );
      for (const { key, label } of ELEVEN.options) expect(text).toMatch(new RegExp(`\\b${key}(?: {2}${label}|$)`, "m"));
      expect(text).toContain("0 for 10, Enter for 1");
    }
  });

  it("keeps every word of a long option label", () => {
    const label = Array.from({ length: 60 }, (_, at) => `word${at}`).join(" ");
    const text = show({ ...QUESTION, options: [letter("1", label)] }, 60, 24);
    expect(text.replace(/\s+/g, " ")).toContain(label);
  });

  it("cannot be steered by texts", () => {
    for (const text of [...HOSTILE, "\u001b[2J\u001b[3Jgone", "a\u0007b"]) {
      const screen = { ...COMMENT, heading: text, title: text, paragraphs: [text], input: { label: text, text } };
      const drawn = draw(
        { ...screen, options: [letter("1", text)], notice: { text, tone: "warning" } },
        { width: 80, height: 40 },
      );
      expect(drawn.lines.join("")).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  });
});

describe("the line one types on", () => {
  const typed = (text: string, cursor?: number) =>
    draw({ ...EMPTY, heading: "Q", input: { label: "Your comment", text } }, { width: 60, height: 20, cursor });

  it("has the cursor behind what was typed, spaces included", () => {
    for (const text of ["", "abc", "abc  ", "naïve é", "営業部"]) {
      const { lines, cursor } = typed(text);
      const line = lines[cursor!.row]!;
      expect(line.trimEnd()).toBe(`  › ${text}`.trimEnd());
      expect(cursor!.column).toBe(4 + stringWidth(text));
    }
  });

  it("has the cursor where it was moved to", () => {
    expect(typed("abc", 1).cursor!.column).toBe(5);
    const long = "one two three four five six seven eight nine ten eleven twelve thirteen";
    const { lines, cursor } = typed(long, long.indexOf("thirteen") + 3);
    expect(lines[cursor!.row]!.slice(0, cursor!.column).endsWith("thi")).toBe(true);
  });

  it("shows the part of a long text where the cursor is", () => {
    const words = Array.from({ length: 300 }, (_, at) => `word${at}`);
    const text = words.join(" ");
    expect(typed(text).lines.join("\n")).toContain("word299");
    const front = typed(text, 0);
    expect(front.lines.join("\n")).toContain("› word0 ");
    expect(front.lines.length).toBeLessThanOrEqual(20);
  });

  it("puts carets under what is wrong", () => {
    const screen = { ...EMPTY, input: { label: "", text: "43-n9 C1=4" } };
    const { lines } = draw(screen, { width: 60, height: 20, caret: { offset: 4, length: 1 } });
    const at = lines.findIndex((line) => line.includes("43-n9"));
    expect(lines[at + 1]!.indexOf("^")).toBe(lines[at]!.indexOf("9"));
    const behind = draw(screen, { width: 60, height: 20, caret: { offset: 10, length: 0 } }).lines;
    expect(behind[at + 1]!.indexOf("^")).toBe(behind[at]!.length);
  });
});

const text = fc.oneof(
  fc.string({ maxLength: 120 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(...HOSTILE),
  fc.lorem({ maxCount: 60 }),
);
const anyScreen: fc.Arbitrary<Screen> = fc.record({
  title: text,
  progress: fc.option(fc.record({ done: fc.nat(30), of: fc.nat(30), words: text })),
  heading: text,
  paragraphs: fc.array(text, { maxLength: 4 }),
  options: fc.array(
    fc.record({ key: fc.constantFrom("1", "10", "n", "-2"), label: text, chosen: fc.boolean(), marked: fc.boolean() }),
    {
      maxLength: 14,
    },
  ),
  input: fc.option(fc.record({ label: text, text })),
  notice: fc.option(fc.record({ text, tone: fc.constantFrom("plain" as const, "warning" as const) })),
  keys: fc.array(fc.record({ key: fc.constantFrom("b", "Enter"), does: fc.constantFrom("back", "save and stop") }), {
    maxLength: 9,
  }),
  wipe: fc.boolean(),
});

describe("any screen", () => {
  it("keeps within any window, and the cursor too", () => {
    fc.assert(
      fc.property(
        anyScreen,
        fc.integer({ min: 8, max: 200 }),
        fc.integer({ min: 2, max: 70 }),
        (screen, width, height) => {
          const { lines, cursor, tooSmall } = draw(screen, { width, height });
          expect(lines.length).toBeLessThanOrEqual(height);
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
          expect(cursor === null).toBe(tooSmall || screen.input === null);
          if (cursor !== null) {
            expect(cursor.row).toBeLessThan(height);
            expect(cursor.column).toBeLessThan(width);
          }
        },
      ),
    );
  });
});

describe("a window that is too small", () => {
  const ask = /^\s*Please make this window larger \(at least (\d+) columns and (\d+) lines\)\.$/;
  const asked = (screen: Screen, width: number, height: number) =>
    ask.exec(show(screen, width, height).replace(/\s+/g, " "));
  /** Letters, digits and marks, wherever the lines were broken. */
  const signs = (text: string) => text.replace(/\s+/g, "");

  it.each([
    [20, 6],
    [29, 60],
    [40, 4],
    [140, 3],
  ])("asks to be made larger, and says how large: %i × %i", (width, height) => {
    for (const screen of Object.values(SCREENS)) {
      const [, columns, lines] = asked(screen, width, height)?.map(Number) ?? [];
      expect(draw(screen, { width, height }).tooSmall).toBe(true);
      expect(columns).toBeGreaterThanOrEqual(width);
      expect(draw(screen, { width: columns!, height: lines! }).tooSmall).toBe(false);
      if (columns === width) expect(draw(screen, { width, height: lines! - 1 }).tooSmall).toBe(true);
    }
  });

  it("shows all of a screen or nothing of it, whatever is said", () => {
    const words = fc.lorem({ maxCount: 30 });
    const screen = fc.record({
      heading: words,
      paragraphs: fc.array(words, { maxLength: 4 }),
      labels: fc.array(words, { maxLength: 30 }),
      input: fc.boolean(),
    });
    fc.assert(
      fc.property(screen, fc.integer({ min: 8, max: 160 }), fc.integer({ min: 2, max: 60 }), (one, width, height) => {
        const options = one.labels.map((label, at) => letter(String(at + 1), label));
        const input = one.input ? { label: "Answer", text: "" } : null;
        const shown = { ...WELCOME, heading: one.heading, paragraphs: one.paragraphs, options, input };
        const { lines, tooSmall } = draw(shown, { width, height });
        const text = lines.map(signs).join("");
        if (tooSmall) {
          expect(text).toMatch(/^(?:Please|P)/);
          return;
        }
        for (const said of [one.heading, ...one.paragraphs, "Enter begin", "? help"])
          expect(text).toContain(signs(said));
        for (const { key } of options) expect(lines.join("\n")).toMatch(new RegExp(`(^| )${key}( |$)`, "m"));
      }),
    );
  });

  it("does not hang on a notice, which stands where the keys were if need be", () => {
    for (let height = 24; height > 5; height -= 1) {
      const bare = draw({ ...QUESTION, notice: null }, { width: 60, height });
      const text = "There is no 7 here.";
      const noted = draw({ ...QUESTION, notice: { text, tone: "warning" } }, { width: 60, height });
      expect(noted.tooSmall).toBe(bare.tooSmall);
      if (!noted.tooSmall) expect(noted.lines.join("\n")).toContain(text);
    }
  });

  it("is not one of 60 columns and 24 lines, with thirty departments to choose from", () => {
    const options = Array.from({ length: 30 }, (_, at) => letter(String(at + 1), `Department ${at + 1}`));
    const screen = {
      ...COMMENT,
      heading: "Department",
      options,
      paragraphs: ["You may leave this out. It stands beside your answers, so that groups can be compared."],
      input: { label: "Answer", text: "" },
    };
    for (const height of [24, 30]) {
      const { lines, tooSmall } = draw(screen, { width: 60, height });
      expect(tooSmall).toBe(false);
      for (const { key, label } of options) expect(lines.join("\n")).toMatch(new RegExp(`\\b${key} {2}${label}\\b`));
    }
  });
});
