import { describe, expect, it } from "vitest";
import { linesOf, sameQuestion } from "../../../src/cli/prompts/spoken.ts";
import type { Screen } from "../../../src/interview/screen.ts";
import { createRuler } from "../../../src/render/terminal/ruler.ts";

const ruler = await createRuler("");
const page = () => ({ ruler, width: 60, said: new Set<string>() });
const option = (key: string, label: string, chosen = false) => ({ key, label, chosen, marked: false });
const SCREEN: Screen = {
  title: "Team trust",
  progress: { done: 1, of: 4, words: "Question 2 of 4" },
  heading: "Promises are kept.",
  paragraphs: ["Think of the last month."],
  options: [option("0", "never"), option("1", ""), option("2", ""), option("3", "always")],
  input: null,
  notice: null,
  keys: [
    { key: "s", does: "skip" },
    { key: "Esc", does: "leave" },
  ],
  wipe: false,
};

describe("a screen that is read aloud", () => {
  it("comes in the order in which one understands it", () => {
    expect(linesOf(SCREEN, null, page())).toEqual([
      "",
      "Team trust",
      "Question 2 of 4.",
      "Promises are kept.",
      "Think of the last month.",
      "0: never",
      "1 to 2",
      "3: always",
      "Commands: s skip, / leave.",
    ]);
  });

  it("says the title and each command once", () => {
    const one = page();
    linesOf(SCREEN, null, one);
    const next = { ...SCREEN, heading: "Another.", keys: [...SCREEN.keys, { key: "b", does: "back" }] };
    const lines = linesOf(next, SCREEN, one);
    expect(lines).not.toContain("Team trust");
    expect(lines.at(-1)).toBe("Commands: b back.");
  });

  it("says of the same question only what is new", () => {
    const next: Screen = { ...SCREEN, notice: { text: "There is no 9 here.", tone: "warning" } };
    expect(sameQuestion(SCREEN, next)).toBe(true);
    expect(linesOf(next, SCREEN, page())).toEqual(["There is no 9 here."]);
  });

  it("says what was answered before, in words", () => {
    const chosen = { ...SCREEN, options: [option("1", "", true), option("2", ""), option("3", "yes", true)] };
    expect(linesOf(chosen, null, page())).toEqual(
      expect.arrayContaining(["1 (answered before)", "2", "3: yes (answered before)"]),
    );
    expect(sameQuestion(SCREEN, chosen)).toBe(false);
  });

  it("says what a line is for, what was typed so far, and a slash for Escape", () => {
    const typed = { ...SCREEN, options: [], input: { label: "Comment", text: "half a" } };
    const lines = linesOf(typed, null, page());
    expect(lines).toContain("Comment So far: half a");
    expect(lines.at(-1)).toBe("Commands: s skip, / leave.");
  });

  it("names keys as they are typed on a line: no arrows, a slash for Escape, Enter for any", () => {
    const help = { ...SCREEN, options: [option("↑ ↓", "arrows"), option("b ←", "back"), option("Esc", "out")] };
    const keys = [
      { key: "any key", does: "go back" },
      { key: "Enter", does: "begin" },
    ];
    const lines = linesOf({ ...help, keys }, null, page());
    expect(lines.slice(5, -1)).toEqual(["b: back", "/: out"]);
    expect(lines.at(-1)).toBe("Commands: Enter to go back, Enter to begin.");
  });

  it("cannot be steered by texts", () => {
    const hostile = { ...SCREEN, heading: "a\u001b[2Jb\u0007", options: [option("1", "\u202ec")] };
    expect(linesOf(hostile, null, page()).join("")).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});
