import { describe, expect, it } from "vitest";
import { renderPaperMarkdown } from "../../../src/render/paper/markdown.ts";
import { HOSTILE, poison } from "../hostile.ts";
import { SAMPLE, SAMPLE_ROWS } from "./sample.ts";

const markdown = renderPaperMarkdown(SAMPLE);

function tables(text: string): readonly (readonly string[])[] {
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("|"))
    .map((block) => block.trimEnd().split("\n"));
}

/** Cells of a line, bars that are escaped not counted. */
function cells(line: string): readonly string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe("the Markdown sheet", () => {
  it("has each text once", () => {
    for (const { text } of SAMPLE_ROWS) expect(markdown.split(text)).toHaveLength(2);
  });

  it("draws a grid with the words at the head and the signs in the rows", () => {
    const [head = "", , first = ""] = tables(markdown)[0] ?? [];
    expect(cells(head)).toEqual(["", "Statement", "Less", "0", "More", "Does not apply", "Don't know"]);
    expect(cells(first)).toEqual(["1", "Grid text 1.", "−1", "0", "1", "n", "d"]);
  });

  it("draws a long scale in one cell, and a line to write on", () => {
    expect(markdown).toContain("| 4 | Ruler text 4? | 0 · 1 · 2 · 3 · 4 · 5 · 6 · 7 · 8 · 9 · 10 | n | d |");
    expect(markdown).toContain("| 6 | Lines text 6? | ________________ % of orders | n | d |");
  });

  it("asks about the person with boxes, or a line", () => {
    expect(markdown).toContain("- **department**: ☐ Sales");
    expect(markdown).toContain("- **site**: ________________\n");
    expect(renderPaperMarkdown({ ...SAMPLE, about: null })).not.toContain("About you");
  });

  it("ends with what the typist needs", () => {
    expect(markdown).toMatch(/\*\*Sheet no\.\*\* @ _+ \(number them\)\n- \*\*Check digit\*\* = _+/);
    expect(markdown.trimEnd()).toMatch(/Sheet code \*\*7K2Q\*\*$/);
  });

  it("keeps its tables whole, whatever the texts hold", () => {
    const keys = new Set(["title", "text", "says", "name", "low", "high", "unit"]);
    for (const turn of HOSTILE.keys()) {
      const shifted = { skipped: Array.from({ length: turn }, () => ({ text: "" })), ...SAMPLE };
      const page = renderPaperMarkdown(poison(shifted, keys));
      expect(page).not.toMatch(/<(?!br>)/);
      expect(tables(page).map((lines) => lines.map((line) => cells(line).length))).toEqual(
        tables(markdown).map((lines) => lines.map((line) => cells(line).length)),
      );
    }
  });
});
