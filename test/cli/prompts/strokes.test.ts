import { emitKeypressEvents, type Interface } from "node:readline";
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
    seen.push(...strokes(text, raw));
  });
  input.write(sent);
  return seen;
}

const key = (name: string, text = "", more = {}): Stroke => ({ kind: "key", key: { name, ...more }, text });

const ESCAPE = key("escape");

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
    ["\u001b1", [ESCAPE, key("1", "1")]],
    ["\u001bW", [ESCAPE, key("w", "W", { shift: true })]],
    ["\u001b?", [ESCAPE, key("?", "?")]],
    ["\u001bé", [ESCAPE, key("é", "é")]],
    ["\u001b\r", [ESCAPE, key("return")]],
    ["\u001b\u007f", [ESCAPE, key("backspace")]],
    ["\u001b\u0003", [ESCAPE, key("c", "", { ctrl: true })]],
    ["\u001b\u001bb", [ESCAPE, ESCAPE, key("b", "b")]],
    ["\u001b\u001b[D", [ESCAPE, key("left")]],
    ["\u001b[1;3D", []],
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

  it("takes Escape alone, once the terminal has sent no more for a while", async () => {
    const input = new PassThrough();
    const strokes = createStrokes();
    const seen: Stroke[] = [];
    emitKeypressEvents(input, { escapeCodeTimeout: 5 } as unknown as Interface);
    input.on("keypress", (text: string | undefined, raw: RawKey) => seen.push(...strokes(text, raw)));
    input.write("\u001b");
    expect(seen).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(seen).toEqual([ESCAPE]);
  });

  it("takes Escape and then a paste", () => {
    expect(strokesOf("\u001b\u001b[200~4\u001b[201~")).toEqual([ESCAPE, { kind: "paste", text: "4" }]);
  });
});
