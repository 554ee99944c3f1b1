import path from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { createShelf } from "../../src/shelf/shelf.ts";
import { exportLines, type Simulation, WRITERS } from "../../src/simulation/export.ts";
import { USUAL } from "../../src/simulation/people.ts";
import { type Survey, surveyOf } from "../../src/simulation/survey.ts";

type Tool = keyof typeof WRITERS;
const TOOLS = Object.keys(WRITERS) as readonly Tool[];
const HEADER_ROWS: Partial<Record<Tool, number>> = { qualtrics: 3, surveymonkey: 2 };
const SEGMENTS = [{ name: "site", options: ["R&D", "Depot"] }];
const PEOPLE = 120;
let survey: Survey = { title: "", questions: [], segments: [], dimensions: 0 };

beforeAll(async () => {
  const shelf = createShelf(path.resolve(import.meta.dirname, "..", ".."));
  const { framework } = await shelf.framework(path.join(import.meta.dirname, "kinds.yaml"));
  survey = surveyOf(framework, { audience: null, form: null, segments: SEGMENTS });
});

function text(tool: Tool, options: Partial<Simulation> = {}): string {
  const writer = WRITERS[tool];
  const crowd = { ...USUAL, seed: 5 };
  return [
    ...exportLines(survey, { people: PEOPLE, writer, answers: writer.usual, clean: false, crowd, ...options }),
  ].join("");
}

/** By another reader than the program's: strict about quotes and widths. */
function table(tool: Tool, options: Partial<Simulation> = {}) {
  const all: readonly string[][] = parse(text(tool, options), { bom: true, skip_empty_lines: true });
  const height = HEADER_ROWS[tool] ?? 1;
  const names = all[0] ?? [];
  const cell = (row: readonly string[], name: string) => row[names.indexOf(name)] ?? `no column ${name}`;
  return { names, second: all[1] ?? [], rows: all.slice(height), cell };
}

const PERSONAL = /Madeupp|Sampleton|Testerly|Nobodeau|example\.org|\b(?:192\.0\.2|198\.51\.100|203\.0\.113)\./;

describe.each(TOOLS)("the export of %s", (tool) => {
  it("has rows as wide as its header, and the same bytes for the same seed", () => {
    const { names, rows } = table(tool);
    expect(rows.length).toBeGreaterThanOrEqual(PEOPLE);
    for (const row of rows) expect(row).toHaveLength(names.length);
    expect(text(tool)).toBe(text(tool));
    expect(text(tool)).not.toBe(text(tool, { crowd: { ...USUAL, seed: 6 } }));
  });

  it("tells who somebody is unless it is clean, and then has the people alone", () => {
    expect(text(tool)).toMatch(PERSONAL);
    const clean = text(tool, { clean: true }).replaceAll(/Ask Hesper Madeupp; .*@example\.org/g, "a comment");
    expect(clean).not.toMatch(PERSONAL);
    expect(table(tool, { clean: true }).rows).toHaveLength(PEOPLE);
  });
});

describe("the export of Qualtrics", () => {
  it("has previews, spam and unfinished rows, marked as the tool marks them, in words and in numbers", () => {
    for (const [answers, preview, spam, no] of [
      ["labels", "Survey Preview", "Spam", "False"],
      ["codes", "1", "8", "0"],
    ] as const) {
      const { rows, cell } = table("qualtrics", { answers });
      const count = (name: string, value: string) => rows.filter((row) => cell(row, name) === value).length;
      expect([count("Status", preview), count("Status", spam), count("Finished", no)]).toEqual([3, 4, 10]);
      for (const row of rows) expect(cell(row, "Finished") === no).toBe(Number(cell(row, "Progress")) < 100);
    }
  });

  it("has -99 in numbers where a question was seen and left open, and nothing where it was not seen", () => {
    const { rows, cell, names } = table("qualtrics", { answers: "codes" });
    const questions = names.filter((name) => /^Q\d+(?:_\d+)?$/.test(name)).slice(0, survey.questions.length);
    const whole = rows.filter((row) => cell(row, "Finished") === "1");
    expect(whole.flatMap((row) => questions.filter((name) => cell(row, name) === ""))).toEqual([]);
    expect(whole.some((row) => questions.some((name) => cell(row, name) === "-99"))).toBe(true);
    const unfinished = rows.filter((row) => cell(row, "Finished") === "0");
    expect(unfinished.every((row) => questions.some((name) => cell(row, name) === ""))).toBe(true);
    expect(unfinished.flatMap((row) => row.filter((text) => text === "-99"))).toEqual([]);
  });

  it("has promoters and detractors beside the score", () => {
    const { rows, cell, names } = table("qualtrics");
    const group = names.find((name) => name.endsWith("_NPS_GROUP")) ?? "";
    const seen = new Set(rows.map((row) => `${cell(row, group.replace("_NPS_GROUP", ""))} ${cell(row, group)}`));
    for (const one of seen)
      expect(one).toMatch(/^(?:[0-6] Detractor|[78] Passive|(?:9|10) Promoter| |Not applicable |Don't know )$/);
    expect(seen.size).toBeGreaterThan(5);
  });
});

describe("the exports of other tools", () => {
  it("SurveyMonkey: the question stands above its first column only, and people who left have no answer", () => {
    const { names, second, rows } = table("surveymonkey");
    const grid = names.indexOf("How far does each of these apply?<br>Please answer every line.");
    expect([names[grid + 1], second[grid]]).toEqual(["", survey.questions[0]?.text]);
    expect(rows.filter((row) => row.slice(grid).every((cell) => cell === ""))).toHaveLength(5);
  });

  it("LimeSurvey: nothing runs in a spreadsheet, unfinished rows have no date, and a blank line ends it", () => {
    const { rows, cell } = table("limesurvey");
    expect(rows.filter((row) => cell(row, "Date submitted") === "")).toHaveLength(10);
    expect(rows.flat().filter((text) => text.startsWith("="))).toEqual([]);
    expect(rows.flat().some((text) => text.startsWith("'="))).toBe(true);
    expect(text("limesurvey").endsWith('"\n\n')).toBe(true);
  });

  it("Typeform: cells come as HTML, and partial answers say so", () => {
    const { rows, cell } = table("typeform");
    expect(rows.filter((row) => cell(row, "site") === "R&amp;D").length).toBeGreaterThan(20);
    expect(rows.flat().some((text) => text === "Don&#39;t know")).toBe(true);
    expect(rows.filter((row) => cell(row, "Response Type") !== "completed")).toHaveLength(10);
    for (const row of rows)
      expect(cell(row, "Submit Date (UTC)") === "").toBe(cell(row, "Response Type") !== "completed");
  });

  it("Microsoft Forms: lines as a spreadsheet saves them, several choices each with their semicolon", () => {
    expect(text("microsoft-forms")).toMatch(/^\uFEFFID,Start time,Completion time,Email,Name,/);
    const { rows, cell } = table("microsoft-forms");
    for (const row of rows) expect(cell(row, "How did you hear of this survey?")).toMatch(/^(?:[^;]+;)*$/);
  });

  it("numbers leave nobody a word where the tool has none for it", () => {
    for (const tool of TOOLS.filter((one) => WRITERS[one].numbersOnly))
      expect(text(tool, { answers: "codes" }), tool).not.toMatch(/not applicable|don(?:'|&#39;)t know/i);
    expect(text("plain")).toMatch(/Not applicable/);
  });
});
