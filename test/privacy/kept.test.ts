import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesIn, run } from "./run.ts";

/** What is kept and passed on: audits and reports. Somebody's name stands where no column of names is. */
const TEAM = path.resolve(import.meta.dirname, "..", "scenarios", "files", "team.yaml");
const QUESTIONS = [
  "News that concerns us reaches us in time.",
  "The reasons for decisions are explained to us.",
  "We learn of problems from outsiders first.",
] as const;
const PLANTED = /xyanna|xybellamy|xy\.example/i;
const PEOPLE = Array.from({ length: 12 }, (_, n) => n);
const answers = (n: number): readonly string[] => [1 + (n % 5), 1 + ((n + 2) % 5), 1 + ((n * 3) % 5)].map(String);

const csv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n")}\n`;
/** A column before the answers, or other headers over them. */
const beside = (header: string, cell: (n: number) => string): string =>
  csv([[header, "O1", "O2", "O3"], ...PEOPLE.map((n) => [cell(n), ...answers(n)])]);
const headed = (header: (question: string, id: string) => string): string =>
  csv([QUESTIONS.map((question, at) => header(question, `O${at + 1}`)), ...PEOPLE.map(answers)]);

const NAMES = [
  "What is your name?",
  "Ihr Name",
  "Votre nom",
  "¿Cuál es su nombre?",
  "Nome e cognome",
  "Wat is uw naam?",
  "Imię i nazwisko",
  "Имя пользователя",
  "お名前",
  "您的姓名",
];

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "trust-audit-kept-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function scored(text: string, flags: readonly string[] = []) {
  const here = path.join(folder, "Xyanna Xybellamy");
  await rm(here, { recursive: true, force: true });
  await mkdir(here);
  await writeFile(path.join(here, "in.csv"), text);
  const targets = ["json:a.json", "markdown:a.md", "terminal:a.txt"].flatMap((target) => {
    const [format, name] = target.split(":") as [string, string];
    return ["-o", `${format}:${path.join(here, name)}`];
  });
  const result = await run(["score", path.join(here, "in.csv"), "-f", TEAM, "--accept-guesses", ...flags, ...targets]);
  return { ...result, files: await filesIn(here, ["in.csv"]) };
}

describe("made-up names, in no audit and no report", () => {
  it.each([
    ["the header of a grid", headed((question) => `Rate Xyanna Xybellamy (xyanna@xy.example) [${question}]`)],
    ["the header of a grid, without an address", headed((question) => `Rate Xyanna Xybellamy [${question}]`)],
    ["behind an id", headed((_, id) => `${id} - Xyanna Xybellamy`)],
    ["behind a text", headed((question) => `${question} (Xyanna X.)`)],
    ["a column nobody asked for", beside("Feedback for Xyanna Xybellamy", () => "fine")],
    ["an attribute", beside("attribute_1", (n) => `Xyanna ${n}`)],
    ["a manager", beside("Supervisor", () => "Xyanna Xybellamy")],
    ["the folder alone", headed((_, id) => id)],
  ])("%s", async (_, text) => {
    const { exit, stderr, files } = await scored(text);
    expect([exit, files.size], stderr).toEqual([0, 3]);
    for (const [name, content] of files) expect([name, PLANTED.exec(content)?.[0] ?? null]).toEqual([name, null]);
  });

  it.each([...NAMES, "Supervisor", "E-postadress"].map((header) => [header]))("no grouping by %s", async (header) => {
    const { exit, stderr, stdout, files } = await scored(
      beside(header, () => "Xyanna Xybellamy"),
      ["--by", header],
    );
    expect([exit, files.size], stderr).toEqual([3, 0]);
    expect(`${stdout}${stderr.replaceAll(path.join(folder, "Xyanna Xybellamy"), "")}`).not.toMatch(PLANTED);
  });

  it.each([
    ["e-mail addresses", (n: number) => `xyanna${n % 3}@xy.example`],
    ["telephone numbers", (n: number) => `+44 20 7946 099${n % 3}`],
  ])("no grouping by values that are %s", async (_, cell) => {
    const { exit, stderr } = await scored(beside("Leads", cell), ["--by", "Leads"]);
    expect([exit, stderr.includes("CSV016")]).toEqual([3, true]);
    expect(stderr.replaceAll(path.join(folder, "Xyanna Xybellamy"), "")).not.toMatch(/xyanna|7946/i);
  });

  it("no first row that is a person's", async () => {
    const { exit, stderr } = await scored(
      csv(PEOPLE.map((n) => ["Xyanna Xybellamy", "xyanna@xy.example", "very much so", ...answers(n)])),
    );
    expect(exit).toBe(3);
    expect(stderr.replaceAll(path.join(folder, "Xyanna Xybellamy"), "")).not.toMatch(/xyanna|very much/i);
  });

  it("SurveyMonkey's custom data is dropped, and may be grouped by", async () => {
    const own = ["Respondent ID", "Collector ID", "Last Name", "Looked after by"];
    const rows = PEOPLE.map((n) => [`1100${n}`, "7", "Xybellamy", n % 2 === 0 ? "North" : "South", ...answers(n)]);
    const text = csv([[...own, ...QUESTIONS], ["", "", "", "", "Response", "Response", "Response"], ...rows]);
    const alone = await scored(text);
    expect(alone.exit, alone.stderr).toBe(0);
    expect(JSON.parse(alone.files.get("a.json") ?? "{}").source.files[0].columns[3]).toMatchObject({
      header: null,
      takenFor: "personal",
    });
    const by = await scored(text, ["--by", "Looked after by"]);
    expect(by.exit, by.stderr).toBe(0);
  });
});
