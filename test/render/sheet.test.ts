import { describe, expect, it } from "vitest";
import type { Sheet } from "../../src/render/sheet.ts";
import { renderSheet } from "../../src/render/terminal/sheet.ts";
import { withoutColour } from "./colour.ts";

const SHEET: Sheet = {
  title: "Frameworks",
  maker: "trust-audit 0.1.0",
  blocks: [
    { kind: "paragraph", text: "Two are bundled." },
    {
      kind: "table",
      columns: [{ title: "Id" }, { title: "Title", wrapTo: 10 }, { title: "Items", align: "right" }],
      rows: [
        ["trust-equation", "Trust equation", "21"],
        { heading: "Load" },
        ["distrust-symptoms", { text: "Distrust: symptoms and roots", tone: "strong" }, "60"],
      ],
    },
    { kind: "list", items: ["one", "two\u001b[31m"] },
    { kind: "preformatted", text: "a:\n  b: 1\u001b[2J" },
  ],
};

describe("a sheet in the terminal", () => {
  it("draws every simple block", async () => {
    expect(await renderSheet(SHEET, { width: 60, color: false })).toBe(
      [
        "Frameworks                                 trust-audit 0.1.0",
        "",
        "  Two are bundled.",
        "",
        "  Id                 Title                         Items",
        "  ─────────────────  ────────────────────────────  ─────",
        "  trust-equation     Trust equation                   21",
        "",
        "  Load",
        "  distrust-symptoms  Distrust: symptoms and roots     60",
        "",
        "  · one",
        "  · two",
        "",
        "  a:",
        "    b: 1",
        "",
      ].join("\n"),
    );
  });

  it("says the same in colour", async () => {
    const coloured = await renderSheet(SHEET, { width: 60, color: true });
    expect(coloured).toContain("\u001b[1mFrameworks");
    expect(withoutColour(coloured)).toBe(await renderSheet(SHEET, { width: 60, color: false }));
  });
});
