import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { renderHtml, renderHtmlSheet } from "../../../src/render/html.ts";
import { render } from "../../../src/render/registry.ts";
import type { Block, Sheet } from "../../../src/render/sheet.ts";
import { PLAIN_STYLE } from "../../../src/render/style.ts";
import { HIDDEN } from "../../../src/render/words.ts";
import { DIVERGING } from "../figures/sample.ts";
import { HOSTILE, poison, USER_TEXTS } from "../hostile.ts";
import { LOAD_SAMPLE, ROOM_SAMPLE, SAMPLE } from "../sample.ts";

const AUDITS = [
  ["index", SAMPLE],
  ["load", LOAD_SAMPLE],
  ["assessment", ROOM_SAMPLE],
] as const;

type Page = ReturnType<typeof parseHTML>["document"];

async function pageOf(html: Promise<string>) {
  return parseHTML(await html).document;
}

function sheet(blocks: readonly Block[], more: Partial<Sheet> = {}): Sheet {
  return { title: "A title", blocks, ...more };
}

describe("the report as HTML", () => {
  it.each(AUDITS)("%s has the numbers of the Markdown report, and no others in its words", async (_, audit) => {
    const numbers = (text: string) => new Set(text.replaceAll("\\", "").match(/[−+]?\d+(?:,\d{3})*(?:\.\d+)?/g));
    const page = await pageOf(renderHtml(audit, PLAIN_STYLE));
    for (const part of page.querySelectorAll('svg, style, caption, [aria-hidden="true"]')) part.remove();
    const shown = numbers([...page.querySelectorAll("body *")].map((part) => textBeside(part)).join(" "));
    const said = numbers(await render(audit, { format: "markdown", width: 80, color: false }));
    expect([...said].filter((one) => !shown.has(one))).toEqual([]);
    expect([...shown].filter((one) => !said.has(one))).toEqual([]);
  });

  it.each(AUDITS)("%s is the same bytes each time", async (_, audit) => {
    expect(await renderHtml(audit, PLAIN_STYLE)).toBe(await renderHtml(structuredClone(audit), PLAIN_STYLE));
  });

  it.each(AUDITS)("%s needs nothing from outside and runs nothing", async (_, audit) => {
    const html = await renderHtml(audit, PLAIN_STYLE);
    const page = parseHTML(html).document;
    expect(
      page.querySelectorAll("script, link, iframe, object, embed, base, form, [src], [onclick], [onload]"),
    ).toHaveLength(0);
    expect(html).not.toMatch(/@import|url\((?!#)|javascript:/i);
    for (const link of page.querySelectorAll("[href]")) expect(link.getAttribute("href")).toMatch(/^#/);
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content")).toMatch(
      /^default-src 'none';/,
    );
  });

  it.each(AUDITS)("%s has headings in order, and links that lead somewhere", async (_, audit) => {
    const page = await pageOf(renderHtml(audit, PLAIN_STYLE));
    const levels = [...page.querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries())
      if (at > 0) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of page.querySelectorAll("a[href]")) expect(ids).toContain(link.getAttribute("href")?.slice(1));
    for (const part of page.querySelectorAll("[aria-labelledby]"))
      for (const id of (part.getAttribute("aria-labelledby") ?? "").split(" ")) expect(ids).toContain(id);
  });

  it("marks every section, and the foot of every printed page, when the minimum group was lowered", async () => {
    const html = await renderHtml(LOAD_SAMPLE, PLAIN_STYLE);
    const headings = [...parseHTML(html).document.querySelectorAll("h2")];
    expect(headings.length).toBeGreaterThan(4);
    for (const heading of headings) expect(heading.textContent).toContain("minimum group lowered to 3");
    expect(html).toMatch(/@bottom-left \{ content: "[^"]*minimum group lowered to 3/);
  });

  it("lets nothing hostile become an element, an attribute or a rule", async () => {
    const plain = await pageOf(renderHtml(SAMPLE, PLAIN_STYLE));
    const html = await renderHtml(poison(SAMPLE, USER_TEXTS), PLAIN_STYLE);
    const page = parseHTML(html).document;
    const names = (document: Page) =>
      [...new Set([...document.querySelectorAll("*")].map((one) => one.tagName))].sort();
    expect(names(page).filter((name) => name !== "TSPAN" && !names(plain).includes(name))).toEqual([]);
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
    expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
  });
});

describe("any sheet as HTML", () => {
  it("draws every kind of block, hidden apart from absent", async () => {
    const page = await pageOf(
      renderHtmlSheet(
        sheet([
          { kind: "heading", level: 2, text: "One" },
          { kind: "paragraph", text: "strong", tone: "strong" },
          {
            kind: "facts",
            rows: [
              { label: "", text: "first" },
              { label: "A", text: "b" },
              { label: "", text: "last" },
            ],
          },
          { kind: "formula", lines: ["1 + 1 = 2"] },
          { kind: "preformatted", text: "a  b" },
          {
            kind: "matrix",
            corner: { row: "Group", column: "Dimension" },
            rows: ["North"],
            columns: ["Care", "Skill", "Candour"],
            cells: [
              [
                { text: "72", interval: "60 to 80", mark: "higher", shade: { value: 72, tone: "good" } },
                { text: HIDDEN, interval: null, shade: null },
                { text: "no data", interval: null, shade: null },
              ],
            ],
          },
        ]),
        PLAIN_STYLE,
      ),
    );
    expect([...page.querySelectorAll("main section > p")].map(({ textContent }) => textContent)).toEqual([
      "strong",
      "first",
      "last",
    ]);
    const cells = [...page.querySelectorAll("td")].map(({ className, textContent }) => [className, textContent]);
    expect(cells).toEqual([
      ["heat-good-deep", "72 60 to 80 higher"],
      ["hidden", HIDDEN],
      ["", "no data"],
    ]);
    expect(page.querySelector(".legend")?.textContent).toMatch(/good side.*hidden/);
    expect(page.querySelector("pre")?.textContent).toBe("a  b");
  });

  it('has what goes on under "and", or under the same label, as a further description of its term', async () => {
    const rows = [
      { label: "Because", text: "one" },
      { label: "and", text: "two" },
      { label: "Then", text: "three" },
      { label: "Then", text: "four" },
    ];
    const page = await pageOf(renderHtmlSheet(sheet([{ kind: "facts", rows }]), PLAIN_STYLE));
    const terms = [...page.querySelectorAll("dl > div")].map((pair) =>
      [...pair.children].map(({ tagName, textContent }) => `${tagName.toLowerCase()} ${textContent}`),
    );
    expect(terms).toEqual([
      ["dt Because", "dd one", "dd two"],
      ["dt Then", "dd three", "dd four"],
    ]);
  });

  it("sets cells apart in a matrix with shades only: others have lines between their rows", async () => {
    const about = {
      kind: "matrix",
      corner: { row: "Group", column: "Wave" },
      rows: ["North"],
      columns: ["1"],
    } as const;
    const cell = { text: "72", interval: null };
    const bodyOf = async (more: object) =>
      (
        await pageOf(renderHtmlSheet(sheet([{ ...about, cells: [[{ ...cell, ...more }]] }]), PLAIN_STYLE))
      ).querySelector("tbody")?.className;
    expect(await bodyOf({})).toBe("");
    expect(await bodyOf({ shade: { value: 72, tone: "good" } })).toBe("heat");
  });

  it("has a picture once for a page and once for a telephone", async () => {
    const page = await pageOf(renderHtmlSheet(sheet([DIVERGING]), PLAIN_STYLE));
    const boxes = [...page.querySelectorAll("svg")].map((svg) => svg.getAttribute("viewBox")?.split(" ")[2]);
    expect(boxes).toEqual(["760", "560"]);
  });

  it("parts a matrix that is wider than a page, and lays its longer side down", async () => {
    const labels = (name: string, length: number) => Array.from({ length }, (_, at) => `${name} ${at + 1}`);
    const matrix = (rows: readonly string[], columns: readonly string[]): Block => ({
      kind: "matrix",
      corner: { row: "Group", column: "Dimension" },
      rows,
      columns,
      cells: rows.map((row) => columns.map((column) => ({ text: `${row} ${column}`, interval: null }))),
    });
    const draw = async (block: Block) => [
      ...(await pageOf(renderHtmlSheet(sheet([block]), PLAIN_STYLE))).querySelectorAll("table"),
    ];
    const lying = await draw(matrix(labels("g", 8), labels("d", 21)));
    expect(lying).toHaveLength(1);
    expect(lying[0]?.querySelectorAll("tbody tr")).toHaveLength(21);
    expect(lying[0]?.querySelector("tbody td")?.textContent).toBe("g 1 d 1");
    const large = await draw(matrix(labels("g", 30), labels("d", 21)));
    expect(large).toHaveLength(3);
    expect(new Set(large.map((table) => table.querySelector("caption")?.textContent)).size).toBe(3);
  });

  it("keeps the links to sections that have a name, whatever their words", async () => {
    const page = await pageOf(
      renderHtmlSheet(
        sheet([
          { kind: "heading", level: 2, text: "Erhebung", section: "about" },
          { kind: "heading", level: 2, text: "日本語" },
          { kind: "heading", level: 2, text: "Same!" },
          { kind: "heading", level: 2, text: "same" },
        ]),
        PLAIN_STYLE,
      ),
    );
    expect([...page.querySelectorAll("h2")].map(({ id }) => id)).toEqual(["s-about", "s-part", "s-same", "s-same-2"]);
    expect(page.querySelectorAll("nav a")).toHaveLength(4);
  });

  it("wears the house's logo and accent", async () => {
    const logo = "data:image/png;base64,iVBORw0KGgo=";
    const html = await renderHtmlSheet(sheet([]), { ...PLAIN_STYLE, logo, accent: "#aa3300" });
    expect(parseHTML(html).document.querySelector("header img")?.getAttribute("src")).toBe(logo);
    expect(html).toContain("--ta-accent: #aa3300;");
  });

  it.each(HOSTILE.map((text, at) => [at, text] as const))("takes hostile text %i in any place", async (_, text) => {
    const html = await renderHtmlSheet(
      sheet(
        [
          { kind: "heading", level: 2, text },
          { kind: "table", columns: [{ title: text }], rows: [[text], { heading: text }] },
        ],
        {
          title: text,
          subtitle: text,
          maker: text,
          mark: text,
        },
      ),
      { ...PLAIN_STYLE, logo: `data:image/png;base64,${text}` },
    );
    const page = parseHTML(html).document;
    expect(page.querySelectorAll("script")).toHaveLength(0);
    expect(page.querySelectorAll("style")).toHaveLength(1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });
});

/** What stands in an element itself, not in those within it. */
function textBeside(element: Page["documentElement"]): string {
  return [...element.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : "")).join(" ");
}
