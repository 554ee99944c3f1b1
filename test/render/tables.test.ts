import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Table } from "../../src/render/sheet.ts";
import { renderSheet } from "../../src/render/terminal/sheet.ts";
import { withoutColour } from "./colour.ts";

const NAMES = [
  "Sales",
  "営業部",
  "ฝ่ายการตลาด",
  "मानव संसाधन",
  "قسم الأبحاث والتطوير",
  "Küche e\u0301tude",
  "👩‍👩‍👧‍👦 family",
  "🇬🇧 👍🏽 ❤️ ⚽",
  "한국어 지점",
  "a\uf8ffb",
  "\u200d",
];

const table = (rows: Table["rows"]): Table => ({
  kind: "table",
  columns: [{ title: "Group of people", wrapTo: 12 }, { title: "n", align: "right" }, { title: "Band" }],
  rows,
});

const draw = async (one: Table, { width = 60, color = false } = {}) =>
  (await renderSheet({ title: "T", blocks: [one] }, { width, color })).split("\n").slice(2, -1);

describe("a table in the terminal", () => {
  it.each([false, true])("lines up whatever the script (colour: %s)", async (color) => {
    const rows = NAMES.map((name, at) => [{ text: name, tone: "strong" as const }, String(10 ** (at % 4)), "weak"]);
    const lines = (await draw(table(rows), { color })).map(withoutColour);
    expect(lines).toHaveLength(2 + NAMES.length);
    const rule = stringWidth(lines[1] ?? "");
    for (const line of lines.slice(2)) expect(stringWidth(line), line).toBe(rule);
    for (const name of NAMES.slice(0, -1)) expect(lines.some((line) => line.startsWith(`  ${name} `))).toBe(true);
  });

  it("wraps wide characters and loses none of them", async () => {
    const name = "営業部と開発部と研究所の皆さんのための長い名前です".repeat(3);
    const lines = await draw(
      table([
        [name, "7", "weak"],
        ["Sales", "8", "good"],
      ]),
    );
    expect(
      lines
        .join("")
        .match(/[^\s─\p{ASCII}]/gu)
        ?.join(""),
    ).toBe(name);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(60);
    expect(lines.join("")).not.toContain("…");
  });

  it("cuts no word while another column can give way", async () => {
    const wrapped = { kind: "table" as const, columns: ["A", "B", "C"].map((title) => ({ title, wrapTo: 8 })) };
    const rows = [["Verwaltungsgesellschaft", "one two three four five six", "seven eight nine ten eleven"]];
    const lines = await draw({ ...wrapped, rows }, { width: 46 });
    expect(lines.join("\n")).toContain("Verwaltungsgesellschaft");
  });

  it("sets a heading across all columns, and wider than they are", async () => {
    const heading = "Those who have been with us for longer than ten years 営業";
    const lines = await draw(table([["Sales", "7", "weak"], { heading }, ["Lab", "8", "good"], { heading: "" }]));
    expect(lines).toEqual([
      "  Group of people  n  Band",
      "  ───────────────  ─  ────",
      "  Sales            7  weak",
      "",
      `  ${heading}`,
      "  Lab              8  good",
      "",
      "",
    ]);
  });

  it("stands titles right above the rule and shows cells that are missing or empty as nothing", async () => {
    const titles = ["Chance that it is short of the target", "Dimension and everything else", "n"];
    const columns = titles.map((title, at) => ({ title, align: at === 0 ? ("right" as const) : ("left" as const) }));
    const rows = [["over 99 %"], ["", "", "12"], ["1 %", "Credibility as seen by customers", "3"]];
    expect(await draw({ kind: "table", columns, rows })).toEqual([
      "     Chance that it is",
      "   short of the target  Dimension and everything else     n",
      "  ────────────────────  ────────────────────────────────  ──",
      "             over 99 %",
      "                                                          12",
      "                   1 %  Credibility as seen by customers  3",
    ]);
  });

  it("draws long tables as it draws short ones", async () => {
    const rows = Array.from({ length: 500 }, (_, at) => [`Group ${at}`, String(at), at % 7 === 0 ? "" : "weak"]);
    const lines = await draw(table(rows));
    expect(lines).toHaveLength(502);
    expect(lines[501]).toBe("  Group 499        499  weak");
    for (const line of lines) expect(line).toBe(line.trimEnd());
  });

  it("draws the titles of a table without rows", async () => {
    expect(await draw(table([]))).toEqual(["  Group of people  n  Band", "  ───────────────  ─  ────"]);
  });
});
