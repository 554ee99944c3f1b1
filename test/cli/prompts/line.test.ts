import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edit, type Line, lineOf } from "../../../src/cli/prompts/line.ts";
import type { Stroke } from "../../../src/cli/prompts/strokes.ts";

const typed = (text: string): Stroke => ({ kind: "key", key: { name: text }, text });
const key = (name: string, ctrl = false): Stroke => ({ kind: "key", key: { name, ctrl }, text: "" });
const press = (line: Line, ...strokes: readonly Stroke[]) =>
  strokes.reduce((now, stroke) => edit(now, stroke) ?? now, line);

describe("a line being typed", () => {
  it("takes text at the cursor", () => {
    const line = press(lineOf("ac"), key("left"), typed("b"));
    expect(line).toEqual({ text: "abc", cursor: 2 });
    expect(press(line, typed("é"), key("end"), typed(" "), typed("😀")).text).toBe("abéc 😀");
  });

  it.each<[string, Stroke, Line]>([
    ["one two", key("backspace"), { text: "one tw", cursor: 6 }],
    ["one two", key("w", true), { text: "one ", cursor: 4 }],
    ["one two  ", key("w", true), { text: "one ", cursor: 4 }],
    ["one two", key("u", true), { text: "", cursor: 0 }],
    ["one two", key("home"), { text: "one two", cursor: 0 }],
    ["one two", key("a", true), { text: "one two", cursor: 0 }],
    ["one two", key("left", true), { text: "one two", cursor: 4 }],
    ["👩‍👩‍👧‍👦", key("backspace"), { text: "", cursor: 0 }],
    ["e\u0301", key("left"), { text: "e\u0301", cursor: 0 }],
  ])("%j", (text, stroke, wanted) => {
    expect(edit(lineOf(text), stroke)).toEqual(wanted);
  });

  it("cuts behind the cursor too", () => {
    const front = { text: "one two", cursor: 0 };
    expect(press(front, key("delete")).text).toBe("ne two");
    expect(press(front, key("k", true)).text).toBe("");
    expect(press(front, key("right", true)).cursor).toBe(3);
    expect(press(front, key("left")).cursor).toBe(0);
  });

  it("makes one line of whatever is pasted", () => {
    expect(edit(lineOf("> "), { kind: "paste", text: "a\r\nb\tc\u0007\u001b[2J" })).toEqual(lineOf("> a b c[2J"));
  });

  it("leaves all other keys to the survey", () => {
    for (const name of ["return", "escape", "up", "down", "tab", "f1"])
      expect(edit(lineOf("abc"), key(name))).toBeNull();
    for (const name of ["left", "right", "backspace"]) expect(edit(lineOf(""), key(name))).toBeNull();
    expect(edit(lineOf("abc"), key("y", true))).toBeNull();
  });

  it("keeps its cursor between whole signs, whatever is pressed", () => {
    const names = ["left", "right", "home", "end", "backspace", "delete"];
    const stroke = fc.oneof(
      fc.constantFrom(...names).map((name) => key(name)),
      fc.constantFrom("left", "right", "w", "u", "k").map((name) => key(name, true)),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }).map(typed),
    );
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 40 }), (strokes) => {
        const { text, cursor } = press(lineOf(""), ...strokes);
        expect(cursor).toBeGreaterThanOrEqual(0);
        expect(cursor).toBeLessThanOrEqual(text.length);
        expect(text.slice(0, cursor)).not.toMatch(/[\uD800-\uDBFF]$/);
      }),
    );
  });
});
