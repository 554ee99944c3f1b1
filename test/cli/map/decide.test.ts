import { readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { withoutOwnWords } from "../../../src/cli/map/answers.ts";
import { type Ask, type Choice, decide } from "../../../src/cli/map/decide.ts";
import { draftOf } from "../../../src/cli/map/draft.ts";
import { leftToDecide } from "../../../src/cli/map/left.ts";
import { inspect } from "../../../src/engines/inspection/inspect.ts";
import { readFramework } from "../../../src/framework/read.ts";
import { writeMapping } from "../../../src/response/mapping/write.ts";
import { RULES } from "../../response/fixture.ts";

const TEAM = path.resolve(import.meta.dirname, "../../scenarios/files/team.yaml");

async function looked(lines: readonly string[]) {
  const { framework } = await readFramework({ text: await readFile(TEAM, "utf8"), file: "team.yaml", hash: "" });
  if (framework === null) throw new Error("team.yaml cannot be read");
  const open = () => Readable.from([Buffer.from(`${lines.join("\n")}\n`)]);
  const request = {
    segments: [],
    weight: null,
    id: null,
    audience: null,
    form: null,
    dialect: null,
    sheet: null,
    rules: RULES,
  };
  const inspection = await inspect({ named: framework }, { ...request, inputs: [{ name: "a.csv", open }] });
  return { framework, inspection, draft: draftOf(inspection, framework, { acceptGuesses: false }) };
}

/** Somebody who answers with the first choice that holds the words, by turns, and whom everything was asked is told. */
async function talk(lines: readonly string[], replies: readonly string[]) {
  const { framework, inspection, draft } = await looked(lines);
  const asked: { readonly message: string; readonly choices: readonly string[] }[] = [];
  const ask: Ask = async <T>(message: string, choices: readonly Choice<T>[]) => {
    const reply = replies[asked.length] ?? "none";
    asked.push({ message, choices: choices.map(({ name }) => name) });
    const choice = choices.find(({ name }) => name.includes(reply)) ?? choices[0];
    if (choice === undefined) throw new Error("nothing to choose from");
    return choice.value;
  };
  const decided = await decide(framework, { inspection, draft }, ask);
  if (decided === null) throw new Error("interrupted");
  return { asked, decided, text: writeMapping(withoutOwnWords(decided)) };
}

const CODES = [
  "G01Q01[SQ001],G01Q01[SQ002],Comment,G01Q01[SQ003]",
  ...Array.from({ length: 3 }, () => "Agree,Agree,my own words,Disagree"),
  "Sort of,Neutral,,Agree",
];

describe("an export in which nothing is an item", () => {
  it("is drafted with all its columns, the scale's answers, and every item to be done", async () => {
    const { draft } = await looked(CODES);
    const text = writeMapping(withoutOwnWords(draft));
    expect(text).toContain('header: "G01Q01[SQ002]" # answers of the scale agree: Agree, Neutral; an item?');
    expect(text).toMatch(/"Agree": 4 # met$/m);
    expect(text.match(/TODO: no column for item O/g)).toHaveLength(3);
    expect(text).not.toMatch(/own words;|Sort of|my own/);
  });

  it("is asked for, item by item, over the columns that are left", async () => {
    const { asked, decided, text } = await talk(CODES, ["SQ001", "SQ002", "SQ003", "4 (Agree)"]);
    expect(asked.map(({ message }) => message)).toEqual([
      "Which column is O1: News that concerns us reaches us in time.",
      "Which column is O2: The reasons for decisions are explained to us.",
      "Which column is O3: We learn of problems from outsiders first.",
      '"Sort of" (once, scale agree) means',
    ]);
    expect(asked[0]?.choices).toEqual([
      "none of them",
      '2 ("G01Q01[SQ002]"): Agree, Neutral',
      '4 ("G01Q01[SQ003]"): Disagree, Agree',
      '1 ("G01Q01[SQ001]"): Agree',
      '3 ("Comment")',
    ]);
    expect(asked[1]?.choices).not.toContain('1 ("G01Q01[SQ001]"): Agree');
    expect(decided.missing).toEqual([]);
    expect(text).toContain('"Sort of": 4');
    expect(text).not.toContain("TODO");
  });

  it("does not tell somebody at a terminal to go to one", async () => {
    const { inspection, draft } = await looked(CODES);
    const { head } = inspection.files[0] ?? expect.fail("no file");
    const [asked] = leftToDecide(draft, { head, wasAsked: true });
    const [unasked] = leftToDecide(draft, { head, wasAsked: false });
    expect(asked?.help).not.toContain("terminal");
    expect(unasked?.help).toContain("run map at a terminal");
  });
});

describe("a doubtful column", () => {
  const LONG = `${"How far do you agree with each of these statements about your team? ".repeat(2)}[The reasons for the decisions get explained to us.]`;

  it("is shown by the row of its question and its known answers", async () => {
    const { asked, text } = await talk(["O1,L,O3".replace("L", LONG), "5,Agree,2", "4,Perhaps,2"], ["none"]);
    expect(asked[0]?.message).toMatch(/^Column 2 \("…\[The reasons.*explained to us\.\]"\): Agree is$/);
    expect(text).not.toContain("Perhaps");
  });
});

describe("texts that may be somebody's own words", () => {
  const rows = (text: string, times: number) => ["O1,O2,O3", ...Array.from({ length: times }, () => `5,4,${text}`)];

  it("stand in no mapping undecided, and are counted", async () => {
    const { draft } = await looked(rows("I would rather not", 4));
    const text = writeMapping(withoutOwnWords(draft));
    expect(text).not.toContain("rather not");
    expect(text).toContain("# TODO: 1 text met less than 5 times is not written here");
  });

  it("are an answer like others where many have them", async () => {
    const { draft } = await looked(rows("I would rather not", 5));
    expect(writeMapping(withoutOwnWords(draft))).toContain('# "I would rather not": unanswered');
  });

  it("stand there once somebody has decided", async () => {
    const { text } = await talk(rows("I would rather not", 1), ["not applicable"]);
    expect(text).toContain('"I would rather not": not-applicable');
  });
});

describe("numbers only", () => {
  it("are said to be so", async () => {
    const { draft } = await looked(["O1,O2,O3", "5,4,2"]);
    expect(writeMapping(draft)).toContain("# 1 = Strongly disagree ... 5 = Strongly agree.");
  });
});
