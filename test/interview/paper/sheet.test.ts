import { describe, expect, it } from "vitest";
import type { Framework, Unit } from "../../../src/framework/types.ts";
import { paperSheet } from "../../../src/interview/paper/build.ts";
import { paperCode } from "../../../src/interview/paper/code.ts";
import { renderPaperHtml } from "../../../src/render/paper/html.ts";
import { renderPaperMarkdown } from "../../../src/render/paper/markdown.ts";
import { dimension, framework, item } from "../../fixture.ts";
import { bundledSheets, planOf } from "./bundled.ts";

const sheets = await bundledSheets();

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe("the sheet of a bundled framework", () => {
  it.each(sheets)("$name: each item once, in both formats, numbered in order", ({ plan, sheet }) => {
    const [markdown, html] = [renderPaperMarkdown(sheet), renderPaperHtml(sheet)];
    for (const { number, text: asked } of plan.items) {
      const row = sheet.parts.flatMap(({ rows }) => rows).find((one) => one.number === number);
      const text = row?.text ?? "";
      // Figures that count different things each say in what.
      expect(text.replace(/ \([^)]*\)$/, "")).toBe(asked.replace(/ \([^)]*\)$/, ""));
      expect(count(markdown, `| ${number} | ${text} |`)).toBe(1);
      expect(count(html, `>${text.replaceAll("'", "&#39;")}</th>`)).toBe(1);
    }
    expect(sheet.parts.flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(
      plan.items.map((_, at) => at + 1),
    );
  });

  it.each(sheets)("$name: what is measured is not given away", ({ framework: { dimensions, composites }, sheet }) => {
    const said = [renderPaperMarkdown(sheet), renderPaperHtml(sheet)].join("\n");
    for (const { id, title, about } of dimensions) {
      expect(said).not.toContain(about);
      expect(sheet.parts.map(({ head, caption }) => `${head} ${caption}`).join()).not.toContain(title);
      if (id.includes("_")) expect(said).not.toContain(id);
    }
    for (const { formula } of composites) expect(said).not.toContain(formula);
  });

  it.each(sheets)("$name: says what it is for, how long, and which sheet it is", ({ plan, sheet }) => {
    const notes = sheet.notes.map(({ text }) => text).join("\n");
    expect(notes).toContain(plan.purpose);
    expect(notes).toContain(plan.intro);
    expect(notes).toContain(`About ${plan.minutes} minutes for ${plan.items.length} questions.`);
    expect(sheet.entry.identity.map(({ text }) => text)).toContain(paperCode(plan));
    expect(sheet.mark).toContain(paperCode(plan));
  });
});

describe("what is said about the answers", () => {
  const parts = { items: [item("A", "d")], dimensions: [dimension("d", ["A"])] };
  const sheetOf = (more: Partial<Framework>) =>
    paperSheet(planOf(framework({ ...parts, ...more }), { audience: "employees", form: null }));
  const answers = (unit: Unit) => sheetOf({ unit }).notes.find(({ lead }) => lead === "Your answers")?.text;

  it("people are promised no more than the report keeps", () => {
    expect(answers("person")).toMatch(/do not write your name.*no one person's answers.*sees your sheet/s);
    expect(sheetOf({ unit: "person" }).blanks).toContain("Typed in by");
  });

  it.each(["self", "consensus", "organisation"] as const)("one assessment (%s) says that it is one", (unit) => {
    expect(answers(unit)).toContain("The report is of this one sheet");
    expect(answers(unit)).not.toContain("no one person's");
  });

  it("without a word of introduction there is none", () => {
    expect(sheetOf({}).notes.map(({ lead }) => lead)).not.toContain("What to think of");
  });
});

it("questions about the person are there when they are asked", () => {
  const [first] = sheets;
  if (first === undefined) throw new Error("no framework is bundled");
  const { framework: found, plan } = first;
  expect(first.sheet.about).toBeNull();
  const segments = [{ name: "department", options: ["Sales", "Service"] }];
  const { about } = paperSheet(planOf(found, { audience: plan.audience, form: null, segments }));
  expect(about?.choices).toEqual([{ name: "Department", options: ["Sales", "Service"] }]);
});
