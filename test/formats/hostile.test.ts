import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { trendOf } from "../../src/diagnosis/trend.ts";
import { textIn } from "../../src/framework/text-cell.ts";
import { cleanText } from "../../src/render/clean.ts";
import { auditJobSummary, verdictGithub, verdictJobSummary } from "../../src/render/github.ts";
import { htmlPage } from "../../src/render/html/page.ts";
import { verdictJunit } from "../../src/render/junit.ts";
import { markdownSheet } from "../../src/render/markdown/draw.ts";
import { render } from "../../src/render/registry.ts";
import { type HouseStyle, PLAIN_STYLE } from "../../src/render/style.ts";
import { drawSheet } from "../../src/render/terminal/draw.ts";
import { createStylus } from "../../src/render/terminal/stylus.ts";
import { changeCsv, trendCsv } from "../../src/render/wave-csv.ts";
import { renderXlsx } from "../../src/render/xlsx.ts";
import { WHOLE } from "../part.ts";
import { HOSTILE, poison, USER_TEXTS } from "../render/hostile.ts";
import { LOAD_SAMPLE, SAMPLE } from "../render/sample.ts";
import { CHANGE } from "../render/sample-analysis.ts";
import { SYSTEM_SAMPLES } from "../render/sample-systems.ts";
import { attributeOf, faultsOf, parsed } from "./junit-schema.ts";
import { gate, verdict } from "./verdict.ts";
import { readAnnotations } from "./workflow-commands.ts";

/** What people and attackers write, in names, titles, waves and frameworks. */
const TEXTS = [
  ...HOSTILE,
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org","x")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "  =1+1",
  "＝1+1",
  "'=1",
  "`code` ``",
  "]]>",
  "a & b &amp; c",
  "<img src=x onerror=alert(1)>",
  '" onload="alert(1)',
  "</title></style></svg></script><script>alert(1)</script>",
  "javascript:alert(1)",
  "::error::failed",
  "\n::error::failed",
  "%0A::error::failed",
  "%25 100%",
  "\u0000nul",
  "\ud800 alone \udc00",
  "\ufffe\uffff",
  "constructor",
  "\u200fשלום\u200e",
  "a;b,c\"d'e",
] as const;

const KEYS = new Set([...USER_TEXTS, "path", "before", "after", "subset", "outcome", "pitfall"]);
const NAMES = 100;

/** Every text of it is this one. */
const planted = (audit: Audit, text: string): Audit => poison(audit, KEYS, [text]);
const draw = (audit: Audit, format: string) => render(audit, { format, width: 80, color: false });
const WAVES: Audit = { ...SAMPLE, change: CHANGE };
const shown = (text: string) => JSON.stringify(text.slice(0, 40));
/** One of a kind, for `npm test`: markup, what steers a terminal or breaks a table, a formula, an annotation, a name of JavaScript's own. */
const KINDS: readonly string[] = [
  "</title></style></svg></script><script>alert(1)</script>",
  "\u001b[2J\u001b[31mred\u001b]0;title\u0007",
  "a | b || c",
  "=cmd|' /C calc'!A0",
  "\n::error::failed",
  "__proto__",
];
const CASES = TEXTS.filter((text) => WHOLE || KINDS.includes(text)).map((text) => [shown(text), text] as const);

/** Runs in a spreadsheet: a sign of a formula, behind nothing but spaces. */
const RUNS = /^\s*[=+\-@＝＋－＠]|^[\t\r]/u;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]\d+)?$/;
/** Steers a terminal, or is no character at all. */
const UNSEEN = /[\p{Cs}\u202a-\u202e\u2066-\u2069\u200e\u200f]|(?!\n)\p{Cc}/u;

/** Table rows of Markdown: cells between bars that are not escaped. */
function columnsOf(line: string): number {
  return line.replaceAll(/\\[\\|]/g, "").split("|").length;
}

describe.each(CASES)("%s", (_, text) => {
  const audit = planted(WAVES, text);
  const name = cleanText(text, NAMES);

  it("comes back from CSV as it is shown elsewhere, and runs nowhere", async () => {
    const rows = parse(await draw(audit, "csv")) as string[][];
    const [header = [], ...cells] = rows;
    expect(cells.flat().filter((cell) => RUNS.test(cell) && !NUMBER.test(cell))).toEqual([]);
    const titles = new Set(cells.map((row) => textIn(row[header.indexOf("title")] ?? "")));
    expect(titles).toContain(name);
    const groups = new Set(cells.map((row) => textIn(row[header.indexOf("group")] ?? "")));
    expect([...groups].filter((group) => group !== "" && group !== name)).toEqual([]);
  });

  it("comes back from JUnit, whose form it cannot break", async () => {
    const xml = await draw(audit, "junit");
    const document = parsed(xml);
    expect(attributeOf(document.querySelector("testsuites"), "name")).toBe(name);
    const [first] = document.querySelectorAll("testcase");
    expect(first && attributeOf(first, "name")).toBe(`${name} (trust.index)`);
    expect(document.querySelectorAll("failure, error")).toHaveLength(0);
  });

  it("comes back from annotations, of which it makes none", async () => {
    const log = await draw(audit, "github");
    const read = readAnnotations(log);
    expect(read).toHaveLength(log.split("\n").length - 1);
    expect(read.filter(({ level }) => level === "error")).toEqual([]);
    expect(read[0]?.title).toBe(name);
    expect(read.map(({ title }) => title)).toContain(`High: ${name}`);
  });

  it("makes no markup in Markdown, and breaks no table", async () => {
    for (const page of [await draw(audit, "markdown"), auditJobSummary(audit)]) {
      expect(page).not.toMatch(/<[a-z!/]/i);
      expect(page).not.toMatch(UNSEEN);
      const lines = page.split("\n");
      lines.forEach((line, at) => {
        const before = lines[at - 1] ?? "";
        if (line.startsWith("|") && before.startsWith("|")) expect(columnsOf(line)).toBe(columnsOf(before));
      });
    }
  });

  it.each(["terminal", "room"])("steers nothing in the %s", async (format) =>
    expect(await draw(audit, format)).not.toMatch(UNSEEN),
  );

  it("comes back from JSON letter by letter", async () =>
    expect(JSON.parse(await draw(audit, "json"))).toEqual(JSON.parse(JSON.stringify(audit))));

  it("is text in HTML, and nothing else", async () => {
    const html = await draw(audit, "html");
    const { document } = parseHTML(html);
    expect(document.querySelectorAll("script, iframe, object, embed, form, link[href]")).toHaveLength(0);
    const attributes = [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes]);
    expect(attributes.filter((one) => /^on/i.test(one.name) || /^\s*javascript:/i.test(one.value))).toEqual([]);
    const outside = attributes.filter(
      ({ name: key, value }) => /^(src|href|xlink:href)$/.test(key) && !/^(#|data:)/.test(value),
    );
    expect(outside).toEqual([]);
    expect(document.body.textContent.replace(/\s+/g, " ")).toContain(name.trim());
  });

  it("as the house style's title and words is as harmless", async () => {
    const bands = new Map(["critical", "weak", "mixed", "good", "strong"].map((id) => [id, text]));
    const style: HouseStyle = { ...PLAIN_STYLE, title: text, bands };
    const options = { width: 80, color: false, style };
    for (const format of ["terminal", "markdown", "html", "github", "junit"]) {
      const page = await render(SAMPLE, { ...options, format });
      expect([format, UNSEEN.exec(page)?.[0] ?? null]).toEqual([format, null]);
      if (format === "markdown") expect(page).not.toMatch(/<[a-z!/]/i);
      if (format === "html") expect(parseHTML(page).document.querySelectorAll("script, iframe")).toHaveLength(0);
    }
    const sheet = { title: text, blocks: [] };
    expect(markdownSheet(sheet)).not.toMatch(UNSEEN);
    expect(htmlPage(sheet, PLAIN_STYLE)).not.toMatch(UNSEEN);
    const stylus = await createStylus({ width: 80, color: false }, sheet);
    expect(drawSheet(sheet, stylus)).not.toMatch(UNSEEN);
    expect(auditJobSummary(SAMPLE, style)).not.toMatch(UNSEEN);
  });

  it("comes back from tables of comparisons and trends, and runs nowhere", () => {
    const before = { name: text, audit: audit };
    const trend = trendOf([before, { name: `${text}2`, audit }]);
    for (const table of [
      changeCsv(planted(WAVES, text).change ?? CHANGE, [{ name: text, overall: audit.overall }]),
      trendCsv(trend),
    ]) {
      const [header = [], ...rows] = parse(table) as string[][];
      expect(rows.length).toBeGreaterThan(0);
      for (const cell of rows.flat()) if (!NUMBER.test(cell)) expect(cell).not.toMatch(RUNS);
      expect(table).not.toMatch(UNSEEN);
      expect(rows.map((row) => textIn(row[header.indexOf("wave")] ?? ""))).toContain(cleanText(text, NAMES));
    }
  });

  it("comes back from verdicts", async () => {
    const one = verdict([gate("fail", { gate: text, name: text, why: text, expected: text })], { mind: [text] });
    const read = readAnnotations(verdictGithub(one));
    expect(read).toHaveLength(3);
    expect(read[0]?.title).toBe(`Gate failed: ${name}`);
    expect(verdictJobSummary(one)).not.toMatch(/<[a-z!/]/i);
  });
});

describe("JUnit of each of them", () => {
  it("keeps to the schema", async () => {
    const reports = await Promise.all(TEXTS.map((text) => draw(planted(LOAD_SAMPLE, text), "junit")));
    const verdicts = TEXTS.map((text) =>
      verdictJunit(verdict([gate("fail", { gate: text, why: text })], { mind: [text] })),
    );
    expect(await faultsOf(...reports, ...verdicts)).toEqual([]);
  });
});

describe("a workbook full of them", () => {
  it("holds each as a text", async () => {
    const audit = poison(WAVES, KEYS, TEXTS);
    const sheets = await readWorkbook(Buffer.from(await renderXlsx(audit)));
    const texts = sheets.flatMap(({ data }) => data.flat()).filter((cell) => typeof cell === "string");
    const cells = new Set(texts.map((cell) => cell.trim()));
    const names = new Set(TEXTS.map((text) => cleanText(text, NAMES)));
    expect([...names].filter((one) => one !== "" && !cells.has(one))).toEqual([]);
    const estimates = sheets.find(({ sheet }) => sheet === "Estimates")?.data ?? [];
    const groups = new Set(estimates.slice(1).map((row) => row[7]));
    expect([...groups].filter((one) => one !== null && !names.has(String(one).trim()))).toEqual([]);
  });
});

describe("any text at all", () => {
  const small: readonly Audit[] = [LOAD_SAMPLE, ...SYSTEM_SAMPLES.map(([, audit]) => audit)];
  const anything = fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom(...TEXTS));

  it("keeps every format whole", async () => {
    const documents: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { minLength: 1, maxLength: 5 }),
        fc.nat(small.length - 1),
        async (texts, at) => {
          const audit = poison(small[at] ?? LOAD_SAMPLE, KEYS, texts);
          const [header, ...rows] = parse(await draw(audit, "csv")) as string[][];
          expect(rows.every((row) => row.length === header?.length)).toBe(true);
          expect(rows.flat().filter((cell) => RUNS.test(cell) && !NUMBER.test(cell))).toEqual([]);
          const log = await draw(audit, "github");
          expect(readAnnotations(log)).toHaveLength(log.split("\n").length - 1);
          expect(await draw(audit, "markdown")).not.toMatch(/<[a-z!/]/i);
          documents.push(await draw(audit, "junit"));
        },
      ),
      { numRuns: WHOLE ? 100 : 10 },
    );
    expect(await faultsOf(...documents)).toEqual([]);
  });
});
