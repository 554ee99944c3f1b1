import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";
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

const NAMES = PLANTED_EXPORTS.map(({ name }) => name);
/** The others a file is tried with: as another tool's, and by another's mapping. One in turn, or all. */
const othersOf = (name: string): readonly string[] =>
  WHOLE ? NAMES.filter((one) => one !== name) : [NAMES[(NAMES.indexOf(name) + 1) % NAMES.length] ?? name];

/**
 * As which tools a file is read at all, its unreadable rows and answers left out and guesses accepted: a layout is told by
 * columns or header rows that not every other has. Qualtrics' three header rows are nobody else's.
 */
const ANYBODYS = ["google-forms", "surveymonkey", "plain"];
const READ_AS: Readonly<Record<string, readonly string[]>> = {
  qualtrics: ["qualtrics"],
  surveymonkey: [...ANYBODYS, "qualtrics"],
  "google-forms": ANYBODYS,
  limesurvey: [...ANYBODYS, "limesurvey", "qualtrics"],
  typeform: [...ANYBODYS, "typeform", "qualtrics"],
  "microsoft-forms": [...ANYBODYS, "microsoft-forms", "limesurvey"],
  plain: ANYBODYS,
};
const exitAs = (name: string, tool: string): number => (READ_AS[name]?.includes(tool) ? 0 : 3);

/** Each way to have the export read, by what is behind `score FILE -f FRAMEWORK`; and how it must end. */
const LENIENT = ["--on-unknown", "missing", "--on-ragged", "skip"];
const SCORES: readonly (readonly [name: string, flags: readonly string[], exit: number])[] = [
  ["as it comes", [], 3],
  ["leniently", LENIENT, 0],
  ["with all marked rows", [...LENIENT, "--include", "preview", "--include", "incomplete", "--include", "spam"], 0],
  ["without the careless", [...LENIENT, "--exclude", "careless"], 0],
  ["one row explained", [...LENIENT, "--explain", "2"], 0],
  ["guesses and all, with --debug", ["--debug", "--accept-guesses", ...LENIENT], 0],
  ["ragged rows only", ["--on-unknown", "missing"], 3],
  ["unreadable answers only", ["--on-ragged", "skip"], 3],
  ["by a column that is not there", [...LENIENT, "--by", "Department"], 3],
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

  /** A run that turned into a refusal would show nothing either. */
  async function ends(exit: number, argv: readonly string[]): Promise<Run> {
    const one = await run(argv);
    expect(one.exit, `${argv.join(" ")}\n${one.stderr}`).toBe(exit);
    return one;
  }

  it("stands in the file at all", () => {
    expect(found(text, PLANTED).length).toBeGreaterThan(5);
    expect(text).toContain(UNREADABLE);
  });

  // `npm test` tries every other way with each file, the others with the next.
  const ways = SCORES.filter((_, place) => WHOLE || (place + NAMES.indexOf(name)) % 2 === 0);
  it.each(ways)("does not come out of score, %s", async (_, flags, exit) => {
    expectClean(await ends(exit, ["score", at(file), "-f", TEAM, ...flags]));
  });

  it("does not come out where the framework is the wrong one, or the tool", async () => {
    expectClean(await ends(3, ["score", at(file), "-f", "trust-equation"]));
    expectClean(await ends(3, ["score", at(file), "-f", "trust-equation", "--dialect", "limesurvey"]));
    // A Google form's layout is taken for most tools', so every file is read as one or refused as one.
    for (const tool of new Set([name, "google-forms", ...othersOf(name)])) {
      const how = ["--dialect", tool, ...LENIENT, "--accept-guesses"];
      expectClean(await ends(exitAs(name, tool), ["score", at(file), "-f", TEAM, ...how]));
    }
  });

  it("does not come out where the last line of the file is missing a quotation mark", async () => {
    await writeFile(at(`${name}-open.csv`), `${text}"Xyanna Xybellamy, xyfreetext`);
    expectClean(await ends(3, ["score", at(`${name}-open.csv`), "-f", TEAM, ...LENIENT]));
    await rm(at(`${name}-open.csv`));
  });

  const LOOKS: readonly (readonly [how: string, flags: readonly string[], exit: number])[] = [
    ["the screen", [], 3],
    ["Markdown", ["-o", "markdown"], 3],
    ["JSON", ["-o", "json"], 3],
    ["with marked rows, leniently", ["--include", "preview", ...LENIENT, "--accept-guesses", "--debug"], 0],
    ["by a column that is not there", ["--by", "Department"], 3],
    ["as another tool's", ["--dialect", "surveymonkey"], 3],
  ];
  it.each(LOOKS)("does not come out of inspect: %s", async (how, flags, exit) => {
    expectClean(await ends(exit, ["inspect", at(file), "-f", TEAM, ...flags]), true);
    // `npm test` has a sixth of the looks at each file without its framework, others at the next.
    const place = LOOKS.findIndex(([one]) => one === how) + NAMES.indexOf(name);
    if (!WHOLE && place % 6 !== 0) return;
    // Where no framework reads it, there is nothing that could be scored.
    expectClean(await ends(3, ["inspect", at(file), "-f", "trust-equation", ...flags]), true);
    expectClean(await ends(3, ["inspect", at(file), ...flags]), true);
  });

  it("is in no mapping, and comes out of no score by it", async () => {
    const mapping = at(`${name}.yaml`);
    // A mapping is where somebody decides what an unreadable answer means: it stands there, and is still to be decided.
    expectClean(await ends(3, ["map", at(file), "-f", TEAM]), true);
    expectClean(await ends(3, ["map", at(file), "-f", TEAM, "-o", mapping]));
    const content = (await filesIn(folder, [])).get(`${name}.yaml`) ?? "";
    expect(content).toContain("O1");
    expect(found(content, PLANTED)).toEqual([]);
    expectClean(await ends(0, ["score", at(file), "-f", TEAM, "--map", mapping, ...LENIENT]));
    expectClean(await ends(3, ["inspect", at(file), "-f", TEAM, "--map", mapping]), true);
    for (const other of othersOf(name))
      expectClean(await ends(3, ["score", at(`${other}.csv`), "-f", TEAM, "--map", mapping, ...LENIENT]));
    await rm(mapping);
  });

  it("is in no file that is written, and in no report drawn from it", async () => {
    const targets = ["terminal", "markdown", "json", "room"].flatMap((format) => [
      "-o",
      `${format}:${at(`${name}.${format}`)}`,
    ]);
    const people = ["--respondents", at(`${name}-people.csv`)];
    expectClean(await ends(0, ["score", at(file), "-f", TEAM, ...LENIENT, ...targets, ...people]));
    for (const format of ["terminal", "markdown", "json", "room"])
      expectClean(await ends(0, ["report", at(`${name}.json`), "-o", format]));
    await expectCleanFiles();
  });
});
