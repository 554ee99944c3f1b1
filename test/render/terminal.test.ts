import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { FORMAT_NAMES, render } from "../../src/render/registry.ts";
import { withoutColour } from "./colour.ts";
import { HOSTILE, poison, USER_TEXTS } from "./hostile.ts";
import { LOAD_SAMPLE, SAMPLE } from "./sample.ts";

const draw = (audit: Audit, width: number, color = false) => render(audit, { format: "terminal", width, color });
const WIDTHS = [60, 61, 72, 80, 96, 109, 110, 120, 140, 160];
const POISONED = poison(SAMPLE, USER_TEXTS);

const TOO_FEW: Audit = {
  ...SAMPLE,
  asked: { ...SAMPLE.asked, people: null, headcount: null, responseRate: null },
  overall: null,
  groups: null,
  drag: null,
  findings: [],
  plan: { reason: "Too few people answered.", steps: [], need: 0, remaining: 0, needs: [] },
  items: [],
};

describe("the report in the terminal", () => {
  it.each([
    ["index", SAMPLE, 80],
    ["index", SAMPLE, 140],
    ["load", LOAD_SAMPLE, 80],
    ["load", LOAD_SAMPLE, 140],
    ["too-few", TOO_FEW, 80],
  ] as const)("%s looks as agreed", async (name, audit, width) => {
    await expect(await draw(audit, width)).toMatchFileSnapshot(`../golden/terminal-${name}-${width}.txt`);
  });

  it("looks as agreed in colour", async () => {
    const coloured = await draw(SAMPLE, 80, true);
    expect(coloured).toContain("\u001b[33mmixed\u001b[39m");
    await expect(coloured).toMatchFileSnapshot("../golden/terminal-index-80-colour.txt");
  });

  it("says the same with colour and without", async () => {
    for (const audit of [SAMPLE, LOAD_SAMPLE])
      for (const width of [80, 140])
        expect(withoutColour(await draw(audit, width, true))).toBe(await draw(audit, width));
    expect(await draw(SAMPLE, 80)).not.toContain("\u001b");
  });

  it.each(WIDTHS)("keeps within %i columns", async (width) => {
    for (const audit of [SAMPLE, LOAD_SAMPLE, TOO_FEW, POISONED]) {
      const wide = (await draw(audit, width)).split("\n").filter((line) => stringWidth(line) > width);
      expect(wide).toEqual([]);
    }
  });

  it("keeps to the promised order", async () => {
    const text = await draw(SAMPLE, 80);
    const headings = text.split("\n").flatMap((line) => /^(\S.*?) ─+$/.exec(line)?.[1] ?? []);
    expect(headings).toEqual([
      "What was asked, and of whom",
      "Headline",
      "Dimensions",
      "Groups: department",
      "Findings",
      "Plan",
      "Data quality",
      "Method",
      "Items",
    ]);
  });

  it("shows the formula with the numbers in it, and the numbers are right", async () => {
    const text = (await draw(SAMPLE, 140)).replace(/\s+/g, " ");
    expect(text).toContain(
      "trust = (credibility 3.23 + reliability 3.25 + intimacy 3.27) / self_orientation 2.96 = 3.3",
    );
    expect((3.23 + 3.25 + 3.27) / 2.96).toBeCloseTo(3.3, 1);
    const line = /index = 100 × log\(([\d.]+) \/ 0\.6\) \/ log\(15 \/ 0\.6\) = (\d+)/.exec(text);
    expect(Math.round((100 * Math.log(Number(line?.[1]) / 0.6)) / Math.log(25))).toBe(Number(line?.[2]));
  });

  it("turns everything round where the framework reads as load", async () => {
    const text = (await draw(LOAD_SAMPLE, 140)).replace(/\s+/g, " ");
    expect(text).toContain("higher is worse");
    expect(text).toContain("Fear of blame load 70 (67 to 73, n 118) is above 60");
    expect(text).toContain("Target 25 throughout");
    expect(text).not.toMatch(/index 0 to 100/);
  });

  it("marks every section when the minimum group was lowered", async () => {
    const headings = (await draw(LOAD_SAMPLE, 100)).split("\n").filter((line) => /^\S.* ─+$/.test(line));
    expect(headings.length).toBeGreaterThan(5);
    for (const heading of headings) expect(heading).toContain("minimum group lowered to 3");
  });

  it("tells hidden from absent", async () => {
    expect(await draw(SAMPLE, 80)).toContain("nearly all");
    expect((await draw(SAMPLE, 140)).replace(/\s+/g, " ")).toContain("hidden to protect small groups");
    expect((await draw(LOAD_SAMPLE, 80)).replace(/\s+/g, " ")).toContain("nobody was asked these items");
  });

  it("shows no result of too few people", async () => {
    const text = await draw(TOO_FEW, 80);
    expect(text).toContain("Too few people answered");
    expect(text).toContain("fewer than 5 people");
    expect(text).not.toMatch(/Dimensions ─|Plan ─|interval \d/);
  });

  it("lays groups out the other way round when there are many dimensions", async () => {
    const overall = LOAD_SAMPLE.overall!;
    const cells = ["Alpha", "Beta", "Gamma"].map((label) => ({ ...overall, kind: "group" as const, label }));
    const text = await draw({ ...LOAD_SAMPLE, groups: { column: "site", cells, withheld: false } }, 80);
    expect(text).toMatch(/Dimension +Alpha +Beta +Gamma/);
    const dimensions = Array.from({ length: 20 }, (_, at) => ({ ...overall.dimensions[0]!, id: `d${at}` }));
    const many = Array.from({ length: 14 }, (_, at) => ({
      ...overall,
      dimensions,
      kind: "group" as const,
      label: `Site ${at}`,
    }));
    const parts = await draw({ ...LOAD_SAMPLE, groups: { column: "site", cells: many, withheld: false } }, 80);
    expect(parts.match(/^ {2}Dimension +Site/gm)?.length).toBeGreaterThan(2);
    for (let at = 0; at < 14; at += 1) expect(parts.match(new RegExp(`Site ${at}\\b`, "g"))?.length).toBeGreaterThan(1);
  });

  it("speaks of one assessment where one row is not one person", async () => {
    const framework = { ...SAMPLE.framework, unit: "organisation" as const };
    const one = { ...SAMPLE, framework, asked: { ...SAMPLE.asked, people: 1 } };
    expect(await draw(one, 80)).toContain("One assessment of the organisation as a whole");
    expect(await draw({ ...SAMPLE, framework }, 80)).toMatch(/Answered +240 assessments/);
  });

  it("judges by the interval without the headcount, and says which that is", async () => {
    const overall = SAMPLE.overall!;
    const [lead] = overall.composites;
    const judge = async (low: number, high: number) => {
      const composites = [{ ...lead!, judged: { low, high } }, ...overall.composites.slice(1)];
      const text = await draw({ ...SAMPLE, overall: { ...overall, composites } }, 80);
      return text.replace(/[\s┃]+/g, " ");
    };
    expect(await judge(51, 60)).toMatch(/Judged by 51 to 60, the interval .* Clearly short of the target/);
    expect(await judge(40, 76)).toMatch(/Judged by 40 to 76, the interval .* it may or may not be met/);
    expect(await draw(LOAD_SAMPLE, 80)).not.toContain("Judged by");
  });

  it("lets no hostile text steer the terminal", async () => {
    for (const color of [false, true]) {
      const text = withoutColour(await draw(POISONED, 80, color));
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      expect(text).toContain("👩‍👩‍👧‍👦");
      expect(text).not.toContain(HOSTILE[4].slice(0, 101));
    }
  });

  it("knows its formats", async () => {
    expect(FORMAT_NAMES).toEqual(["terminal", "markdown", "md", "json"]);
    expect(() => render(SAMPLE, { format: "pdf", width: 80, color: false })).toThrow(RangeError);
  });
});
