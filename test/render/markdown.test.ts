import { describe, expect, it } from "vitest";
import { markdownSheet } from "../../src/render/markdown/draw.ts";
import { escapeMarkdown } from "../../src/render/markdown/escape.ts";
import { render } from "../../src/render/registry.ts";
import { poison, USER_TEXTS } from "./hostile.ts";
import { LOAD_SAMPLE, ROOM_SAMPLE, SAMPLE } from "./sample.ts";

const OPTIONS = { format: "markdown", width: 80, color: true };
/** Numbers as printed, escapes taken away. */
const numbers = (text: string) => new Set(text.replaceAll("\\", "").match(/[−+]?\d+(?:,\d{3})*(?:\.\d+)?/g));

describe("the report as Markdown", () => {
  it.each([
    ["index", SAMPLE],
    ["load", LOAD_SAMPLE],
    ["assessment", ROOM_SAMPLE],
  ] as const)("%s looks as agreed", async (name, audit) => {
    await expect(await render(audit, OPTIONS)).toMatchFileSnapshot(`../golden/markdown-${name}.md`);
  });

  it("has the numbers of the terminal, and the terminal has its", async () => {
    for (const audit of [SAMPLE, LOAD_SAMPLE, ROOM_SAMPLE]) {
      const markdown = numbers(await render(audit, OPTIONS));
      for (const width of [80, 140]) {
        const terminal = numbers(await render(audit, { format: "terminal", width, color: false }));
        expect([...terminal].filter((one) => !markdown.has(one))).toEqual([]);
        expect([...markdown].filter((one) => !terminal.has(one))).toEqual([]);
      }
    }
  });

  it("answers to its short name", async () => {
    expect(await render(SAMPLE, { ...OPTIONS, format: "md" })).toBe(await render(SAMPLE, OPTIONS));
  });

  it("marks every section when the minimum group was lowered", async () => {
    const headings = (await render(LOAD_SAMPLE, OPTIONS)).split("\n").filter((line) => line.startsWith("## "));
    for (const heading of headings) expect(heading).toContain("minimum group lowered to 3");
  });

  it("lets nothing hostile become HTML, a link or a table cell", async () => {
    const text = await render(poison(SAMPLE, USER_TEXTS), OPTIONS);
    expect(text).not.toMatch(/[<>]/);
    expect(text).toContain("&lt;script&gt;");
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toContain("\u001b");
    const tables = text.split("\n\n").filter((part) => part.startsWith("| "));
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) {
      const cells = table.split("\n").map((row) => row.match(/(?<!\\)\|/g)?.length);
      expect(new Set(cells).size).toBe(1);
    }
  });

  it.each([
    ["a < b & c > d", "a &lt; b &amp; c &gt; d"],
    ["a|b", "a\\|b"],
    ["*x* _y_ `z` [l](u) ~s~", "\\*x\\* \\_y\\_ \\`z\\` \\[l\\](u) \\~s\\~"],
    ["back\\slash", "back\\\\slash"],
    ["# not a heading", "\\# not a heading"],
    ["- not a list", "\\- not a list"],
    ["1. not a list", "1\\. not a list"],
    ["---", "\\---"],
    ["===", "\\==="],
    ["see www.example.org, or ask", "see `www.example.org`, or ask"],
    ["(https://example.org/a_b?c=1&d=2).", "(`https://example.org/a_b?c=1`&amp;d=2)."],
    ["Jo.Bloggs+x@example.org.", "`Jo.Bloggs+x@example.org`."],
    ["ask @octocat", "ask `@octocat`"],
    ["`a@b.org", "\\``a@b.org`"],
    ["10 @ 5", "10 @ 5"],
    ["3.5 stays", "3.5 stays"],
    ["−5 to +5", "−5 to +5"],
  ])("escapes %j", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it("fences laid-out text beyond its own fences", () => {
    const text = markdownSheet({ title: "T", blocks: [{ kind: "preformatted", text: "a\n```\nb" }] });
    expect(text).toBe("# T\n\n````\na\n```\nb\n````\n");
  });
});
