import { emitKeypressEvents } from "node:readline";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createStrokes, type RawKey, type Stroke } from "../../../src/cli/prompts/strokes.ts";

/** What a terminal sends, read as node reads it. */
function strokesOf(sent: string): readonly Stroke[] {
  const input = new PassThrough();
  const strokes = createStrokes();
  const seen: Stroke[] = [];
  emitKeypressEvents(input);
  input.on("keypress", (text: string | undefined, raw: RawKey) => {
    const stroke = strokes(text, raw);
    if (stroke !== null) seen.push(stroke);
  });
  input.write(sent);
  return seen;
}

const key = (name: string, text = "", more = {}): Stroke => ({ kind: "key", key: { name, ...more }, text });

describe("strokes", () => {
  it.each<[string, readonly Stroke[]]>([
    ["4", [key("4", "4")]],
    ["b", [key("b", "b")]],
    ["B", [key("b", "B", { shift: true })]],
    ["?", [key("?", "?")]],
    [" ", [key("space", " ")]],
    ["\r", [key("return")]],
    ["\n", [key("return")]],
    ["\u001b[A\u001b[B\u001b[C\u001b[D", ["up", "down", "right", "left"].map((name) => key(name))],
    ["\u007f", [key("backspace")]],
    ["\t", [key("tab")]],
    ["\u0017", [key("w", "", { ctrl: true })]],
    ["é😀", [key("é", "é"), key("😀", "😀")]],
    ["\u001b1", []],
    ["\u001bOM\u001b[I", []],
  ])("%j", (sent, wanted) => {
    expect(strokesOf(sent)).toEqual(wanted);
  });

  it("takes a paste as one, however it is sent", () => {
    expect(strokesOf("1\u001b[200~4\r5\nabc\t\u001b[A é\u001b[201~2")).toEqual([
      key("1", "1"),
      { kind: "paste", text: "4\r5\nabc\t é" },
      key("2", "2"),
    ]);
    expect(strokesOf("\u001b[201~3")).toEqual([key("3", "3")]);
  });
});
