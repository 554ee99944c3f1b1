import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { render } from "../../src/render/registry.ts";
import { restyled } from "../../src/render/restyled.ts";
import { auditSheet } from "../../src/render/sections/audit-sheet.ts";
import { type Heading, SECTIONS, type SectionName, type Sheet } from "../../src/render/sheet.ts";
import { type HouseStyle, PLAIN_STYLE } from "../../src/render/style.ts";
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
    bands: ["critical", "weak", "mixed", "good", "strong"].map((id) => ({ id, label: id })),
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

  it("reach an audit made before words of bands were kept as far as its scores show them", () => {
    const old = restyled({ ...BANDED, framework: { ...BANDED.framework, bands: [] } }, own);
    expect(JSON.stringify(old.overall)).toContain("«");
  });
});

describe("title and numbers", () => {
  it("are the house style's in every format for people", async () => {
    const own = style({ title: "Trust at Example Ltd", locale: "de-DE" });
    for (const format of ["terminal", "markdown", "html"]) {
      const text = await drawn(SAMPLE, format, own);
      expect(text).toContain("Trust at Example Ltd");
      expect(text).toMatch(/\d,\d/);
    }
    expect(await drawn(SAMPLE, "markdown", PLAIN_STYLE)).not.toContain("Example Ltd");
  });
});
