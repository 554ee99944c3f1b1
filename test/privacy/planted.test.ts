import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PLANTED, PLANTED_EXPORTS, UNREADABLE } from "./exports.ts";
import { filesIn, type Run, run } from "./run.ts";

const TEAM = path.resolve(import.meta.dirname, "..", "scenarios", "files", "team.yaml");
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "trust-audit-planted-"));
});
afterAll(() => rm(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);
const found = (text: string, wanted: readonly string[]): readonly string[] =>
  wanted.filter((one) => text.toLowerCase().includes(one.toLowerCase()));

/** Each way to have the export read, by what is behind `score FILE -f FRAMEWORK`; and how it must end. */
const LENIENT = ["--on-unknown", "missing", "--on-ragged", "skip"];
const SCORES: readonly (readonly [name: string, flags: readonly string[], exits: readonly number[]])[] = [
  ["as it comes", [], [3]],
  ["leniently", LENIENT, [0]],
  ["with all marked rows", [...LENIENT, "--include", "preview", "--include", "incomplete", "--include", "spam"], [0]],
  ["without the careless", [...LENIENT, "--exclude", "careless"], [0]],
  ["one row explained", [...LENIENT, "--explain", "2"], [0]],
  ["guesses and all, with --debug", ["--debug", "--accept-guesses", ...LENIENT], [0]],
  ["ragged rows only", ["--on-unknown", "missing"], [3]],
  ["unreadable answers only", ["--on-ragged", "skip"], [3]],
  ["by a column that is not there", [...LENIENT, "--by", "Department"], [3]],
  ["as another tool's", [...LENIENT, "--dialect", "google-forms"], [0, 3]],
];

describe.each(PLANTED_EXPORTS)("made-up personal data in an export of $name", ({ name, text }) => {
  const file = `${name}.csv`;
  beforeAll(async () => {
    for (const one of PLANTED_EXPORTS) await writeFile(at(`${one.name}.csv`), one.text);
  });

  /** Nothing planted came out; an unreadable answer at most where somebody sits who may see it: stderr, and `inspect`. */
  function expectClean({ stdout, stderr }: Run, onScreen = false): void {
    expect(found(stdout, onScreen ? PLANTED : [...PLANTED, UNREADABLE])).toEqual([]);
    expect(found(stderr, PLANTED)).toEqual([]);
  }

  async function expectCleanFiles(): Promise<void> {
    for (const [written, content] of await filesIn(
      folder,
      PLANTED_EXPORTS.map((one) => `${one.name}.csv`),
    ))
      expect([written, found(content, [...PLANTED, UNREADABLE])]).toEqual([written, []]);
  }

  it("stands in the file at all", () => {
    expect(found(text, PLANTED).length).toBeGreaterThan(5);
    expect(text).toContain(UNREADABLE);
  });

  it.each(SCORES)("does not come out of score, %s", async (_, flags, exits) => {
    const one = await run(["score", at(file), "-f", TEAM, ...flags]);
    expect(exits, one.stderr).toContain(one.exit);
    expectClean(one);
  });

  it("does not come out where the framework is the wrong one, or the tool", async () => {
    expectClean(await run(["score", at(file), "-f", "trust-equation"]));
    expectClean(await run(["score", at(file), "-f", "trust-equation", "--dialect", "limesurvey"]));
    for (const { name: other } of PLANTED_EXPORTS)
      expectClean(await run(["score", at(file), "-f", TEAM, "--dialect", other, ...LENIENT, "--accept-guesses"]));
  });

  it("does not come out where the last line of the file is missing a quotation mark", async () => {
    await writeFile(at(`${name}-open.csv`), `${text}"Xyanna Xybellamy, xyfreetext`);
    expectClean(await run(["score", at(`${name}-open.csv`), "-f", TEAM, ...LENIENT]));
    await rm(at(`${name}-open.csv`));
  });

  it.each([
    ["the screen", []],
    ["Markdown", ["-o", "markdown"]],
    ["JSON", ["-o", "json"]],
    ["with marked rows, leniently", ["--include", "preview", ...LENIENT, "--accept-guesses", "--debug"]],
    ["by a column that is not there", ["--by", "Department"]],
    ["as another tool's", ["--dialect", "surveymonkey"]],
  ])("does not come out of inspect: %s", async (_, flags) => {
    for (const framework of [["-f", TEAM], ["-f", "trust-equation"], []]) {
      const one = await run(["inspect", at(file), ...framework, ...flags]);
      expect([0, 3, 4], one.stderr).toContain(one.exit);
      expectClean(one, true);
    }
  });

  it("is in no mapping, and comes out of no score by it", async () => {
    const mapping = at(`${name}.yaml`);
    const printed = await run(["map", at(file), "-f", TEAM]);
    expect([0, 3], printed.stderr).toContain(printed.exit);
    // A mapping is where somebody decides what an unreadable answer means: it stands there.
    expectClean(printed, true);
    const written = await run(["map", at(file), "-f", TEAM, "-o", mapping]);
    expectClean(written);
    const content = (await filesIn(folder, [])).get(`${name}.yaml`) ?? "";
    expect(content).toContain("O1");
    expect(found(content, PLANTED)).toEqual([]);
    expectClean(await run(["score", at(file), "-f", TEAM, "--map", mapping, ...LENIENT]));
    expectClean(await run(["inspect", at(file), "-f", TEAM, "--map", mapping]), true);
    for (const { name: other } of PLANTED_EXPORTS)
      expectClean(await run(["score", at(`${other}.csv`), "-f", TEAM, "--map", mapping, ...LENIENT]));
    await rm(mapping);
  });

  it("is in no file that is written, and in no report drawn from it", async () => {
    const targets = ["terminal", "markdown", "json", "room"].flatMap((format) => [
      "-o",
      `${format}:${at(`${name}.${format}`)}`,
    ]);
    const written = await run(["score", at(file), "-f", TEAM, ...LENIENT, ...targets]);
    expect(written.exit, written.stderr).toBe(0);
    expectClean(written);
    for (const format of ["terminal", "markdown", "json", "room"])
      expectClean(await run(["report", at(`${name}.json`), "-o", format]));
    await expectCleanFiles();
  });
});
