import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { auditJobSummary } from "../../src/render/github.ts";
import { render } from "../../src/render/registry.ts";
import { restyled } from "../../src/render/restyled.ts";
import { auditSheet } from "../../src/render/sections/audit-sheet.ts";
import { type Heading, SECTIONS, type SectionName, type Sheet } from "../../src/render/sheet.ts";
import { type HouseStyle, PLAIN_STYLE } from "../../src/render/style.ts";
import { drawSheet } from "../../src/render/terminal/draw.ts";
import { createStylus } from "../../src/render/terminal/stylus.ts";
import { renderXlsx } from "../../src/render/xlsx.ts";
import { SAMPLE } from "./sample.ts";

const style = (more: Partial<HouseStyle>): HouseStyle => ({ ...PLAIN_STYLE, ...more });
const headings = ({ blocks }: Sheet): readonly Heading[] =>
  blocks.flatMap((block) => (block.kind === "heading" && block.level === 2 ? [block] : []));
const names = (sheet: Sheet) => headings(sheet).flatMap(({ section }) => section ?? []);
const drawn = (audit: Audit, format: string, own: HouseStyle) =>
  render(audit, { format, width: 80, color: false, style: own });

const BANDED: Audit = {
  ...SAMPLE,
  framework: {
    ...SAMPLE.framework,
    bands: ["critical", "weak", "mixed", "good", "strong"].map((id, at) => ({
      id,
      label: id,
      from: at * 20,
      to: (at + 1) * 20,
    })),
  },
};

describe("sections on and off", () => {
  it("every section of a report begins with a heading that carries its name", () => {
    const sheet = auditSheet(SAMPLE);
    expect(headings(sheet).filter(({ section }) => section === undefined)).toEqual([]);
    expect(names(sheet).every((name) => SECTIONS.includes(name))).toBe(true);
  });

  it.each(names(auditSheet(SAMPLE)).filter((name) => name !== "about" && name !== "headline"))(
    "%s is left out, and the report says so",
    (name) => {
      const sheet = auditSheet(SAMPLE, style({ off: new Set([name]) }));
      expect(names(sheet)).toEqual(names(auditSheet(SAMPLE)).filter((one) => one !== name));
      const title = headings(auditSheet(SAMPLE)).find(({ section }) => section === name)?.text ?? "";
      expect(JSON.stringify(sheet.blocks)).toContain(`Left out by the house style: \\"${title}\\".`);
      expect(sheet.mark).toBe(auditSheet(SAMPLE).mark);
    },
  );

  it("what was asked, the headline, and that nothing is shown cannot be left out", () => {
    const all = style({ off: new Set<SectionName>(SECTIONS) });
    expect(names(auditSheet(SAMPLE, all))).toEqual(["about", "headline"]);
    const hidden = auditSheet({ ...SAMPLE, overall: null }, all);
    expect(names(hidden)).toEqual(["about", "headline"]);
    expect(JSON.stringify(hidden.blocks)).toContain("Too few people answered");
  });

  it("without the plan nothing speaks of its steps", async () => {
    const all = JSON.stringify(auditSheet(SAMPLE));
    expect(all).toMatch(/\(step \d+ of the plan\)/);
    expect(all).toContain('"label":"Step 1"');
    const own = style({ off: new Set(["plan"]) });
    for (const text of [JSON.stringify(auditSheet(SAMPLE, own)), auditJobSummary(SAMPLE, own)])
      expect(text).not.toMatch(/step \d/i);
    expect(JSON.stringify(await texts(await renderXlsx(SAMPLE, own)))).toContain("Step 1");
  });

  it("the data keep everything", async () => {
    const own = style({ off: new Set(["items", "method"]), locale: "de-DE", bands: new Map([["mixed", "so so"]]) });
    expect(await drawn(BANDED, "json", own)).toBe(await drawn(BANDED, "json", PLAIN_STYLE));
  });
});

describe("words of bands", () => {
  const own = style({ bands: new Map(["critical", "weak", "mixed", "good", "strong"].map((id) => [id, `«${id}»`])) });

  it("stand wherever a band is called by its name, and nowhere else", async () => {
    const markdown = await drawn(BANDED, "markdown", own);
    const plain = await drawn(BANDED, "markdown", PLAIN_STYLE);
    expect(markdown).toMatch(/«mixed»|«good»|«weak»/);
    expect(markdown.replace(/[«»]/g, "")).toBe(plain);
    expect(markdown).toMatch(/"«\w+»"|«\w+» or «\w+»/);
  });

  it("change no id, limit or number", () => {
    const { overall } = restyled(BANDED, own);
    expect(overall?.composites.map(({ band }) => band?.id)).toEqual(
      BANDED.overall?.composites.map(({ band }) => band?.id),
    );
    expect(restyled(BANDED, PLAIN_STYLE)).toBe(BANDED);
  });

  it("stand in the method, where the limits are told", () => {
    const text =
      "Index: critical below 35, weak from 35, good from 65.5. The bands' limits and the targets are conventions.";
    const audit = { ...BANDED, method: [{ topic: "Bands and targets", text }] };
    expect(restyled(audit, style({ bands: new Map([["weak", "alarm"]]) })).method[0]?.text).toBe(
      text.replace("weak from", "alarm from"),
    );
  });

  it("may hold what separates the limits from one another", () => {
    const label = (id: string) => ({ id, from: null, to: null, label: `${id}, i.e.: so` });
    const text = "Index of A, B: low, i.e.: so below 35, mid, i.e.: so from 35, top, i.e.: so from 65.5. More.";
    const framework = { ...BANDED.framework, bands: ["low", "mid", "top"].map(label) };
    const audit = { ...BANDED, framework, method: [{ topic: "Bands and targets", text }] };
    const words = new Map([
      ["low", "a: b"],
      ["mid", "c. d"],
      ["top", "e, f"],
    ]);
    expect(restyled(audit, style({ bands: words })).method[0]?.text).toBe(
      "Index of A, B: a: b below 35, c. d from 35, e, f from 65.5. More.",
    );
  });

  it("reach an audit made before words of bands were kept as far as its scores show them", () => {
    const old = restyled({ ...BANDED, framework: { ...BANDED.framework, bands: [] } }, own);
    expect(JSON.stringify(old.overall)).toContain("«");
  });
});

/** So many people that thousands are set apart. */
const MANY: Audit = {
  ...SAMPLE,
  asked: { ...SAMPLE.asked, people: 1234 },
  findings: SAMPLE.findings.map((one) => ({ ...one, evidence: one.evidence.map((of) => ({ ...of, n: 1234 })) })),
};

/** What a reader sees of it: no styles, no coordinates, and none of the texts that an audit keeps as they are. */
function seen(text: string): string {
  const shown = text
    .replace(/<style>.*?<\/style>/gs, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/[\s┃|│]+/g, " ");
  return withoutKept(shown);
}

/** Numbers of texts that the audit keeps are not ours: versions, notes on method, words of the framework. */
const KEPT = new Set(
  [...JSON.stringify(MANY).matchAll(/"((?:[^"\\]|\\.)*)"/g)].flatMap(
    ([, text = ""]) => text.match(/\d+(?:\.\d+)+/g) ?? [],
  ),
);

function withoutKept(text: string): string {
  return text.replace(/\d+(?:\.\d+)+/g, (number) => (KEPT.has(number) ? "" : number));
}

/** Numbers with a point before decimals; of thousands there are three digits behind it. */
function pointed(text: string): readonly string[] {
  return withoutKept(text).match(/(?<![\d.,])\d+\.\d{1,2}(?!\d)/g) ?? [];
}

async function texts(book: Uint8Array): Promise<readonly unknown[]> {
  const sheets = await readWorkbook(Buffer.from(book));
  return sheets.map(({ data }) => data.flat().filter((cell) => typeof cell === "string"));
}

describe("title and numbers", () => {
  const own = style({ title: "Trust at Example Ltd", locale: "de-DE" });

  it.each(["terminal", "markdown", "html"])("the title is the house style's in %s", async (format) => {
    expect(await drawn(SAMPLE, format, own)).toContain("Trust at Example Ltd");
    expect(await drawn(SAMPLE, format, PLAIN_STYLE)).not.toContain("Example Ltd");
  });

  it.each(["terminal", "markdown", "html", "room"])("one page has one way to write numbers: %s", async (format) => {
    const [german, plain] = [await drawn(MANY, format, own), await drawn(MANY, format, PLAIN_STYLE)].map(seen);
    expect(pointed(german ?? "")).toEqual([]);
    expect(pointed(plain ?? "").length).toBeGreaterThan(0);
    const commas = (text = "") => text.match(/(?<![\d.,])\d+,\d+(?![\d.,])/g)?.length ?? 0;
    expect(commas(german)).toBeGreaterThan(commas(plain));
  });

  it("numbers that come with the drawing alone are written in the same way", async () => {
    const at = (x: number) => ({ mark: String(Math.floor(x)), label: "step", x, y: 0.2 });
    const picture = {
      kind: "quadrant",
      points: [at(1.5), at(3)],
      cross: { x: 2, y: 0.2 },
      across: "Effort",
      up: "Need",
      corners: [],
    } as const;
    const sheet: Sheet = { title: "x", locale: "de-DE", blocks: [{ kind: "figure", title: "x", alt: "x", picture }] };
    const options = { width: 80, color: false };
    expect(drawSheet(sheet, await createStylus(options, sheet))).toContain("Effort 1,5, 3");
    expect(drawSheet({ ...sheet, locale: null }, await createStylus(options, sheet))).toContain("Effort 1.5, 3");
  });

  it("annotations write them in the same way", async () => {
    expect(await drawn(MANY, "github", own)).toContain("n 1.234)");
    expect(await drawn(MANY, "github", PLAIN_STYLE)).toContain("n 1,234)");
  });

  it("workbooks and the summary of a job write them in the same way", async () => {
    const book = async (one: HouseStyle) => JSON.stringify(await texts(await renderXlsx(MANY, one)));
    expect(pointed(await book(own))).toEqual([]);
    expect(await book(own)).toContain("1.234 people");
    expect(await book(PLAIN_STYLE)).toContain("1,234 people");
    expect(pointed(seen(auditJobSummary(MANY, own)))).toEqual([]);
  });
});
