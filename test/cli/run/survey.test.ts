import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Interview } from "../../../src/cli/prompts/interview.ts";
import { runScore } from "../../../src/cli/run/score.ts";
import { type Prompts, runSurvey } from "../../../src/cli/run/survey.ts";
import type { SurveyFlags } from "../../../src/cli/survey/flags.ts";
import type { Entry } from "../../../src/interview/types.ts";
import { screenOf } from "../../../src/interview/view.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { ROOT, world } from "../survey/host.ts";

const home = process.cwd();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trust-audit-survey-"));
  process.chdir(folder);
  writeFileSync("team.yaml", readFileSync(join(ROOT, "test", "scenarios", "files", "team.yaml")));
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const TEAM: SurveyFlags = { framework: "team.yaml" };
const STEM = "team-trust-2026-11-22";
const ITEMS = ["O1", "O2", "O3"];

function seat(number: number, codes: readonly number[], more: readonly Entry[] = []): readonly Entry[] {
  return [
    { kind: "seat", seat: number },
    ...codes.map((code, at): Entry => {
      const question = ITEMS[at] ?? "";
      return { kind: "answer", seat: number, question, answer: { kind: "code", code } };
    }),
    ...more,
    { kind: "finish", seat: number },
  ];
}

const PEOPLE = [
  [4, 4, 2],
  [5, 3, 2],
  [2, 4, 3],
  [1, 3, 4],
  [3, 5, 1],
  [4, 2, 2],
];
const everybody = (): readonly Entry[] => PEOPLE.flatMap((codes, at) => seat(at + 1, codes));
const CLOSE: Entry = { kind: "close" };

/** Prompts that write these entries and end so. */
function answering(entries: readonly Entry[], how: "closed" | "paused" | "interrupted" = "closed") {
  const sittings: { way: string; sitting: Interview }[] = [];
  const way = (name: string) => async (sitting: Interview) => {
    sittings.push({ way: name, sitting });
    sitting.journal.append(entries);
    return how;
  };
  const prompts: Prompts = {
    ...{ interview: way("interview"), linear: way("linear"), entry: way("entry") },
    context: async () => "interrupted",
  };
  return { prompts, sittings };
}

/** Nobody may be asked. */
const NOBODY = answering([], "closed").prompts;
const rowsOf = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n").slice(1).sort();
const files = () =>
  readdirSync(".")
    .filter((name) => name !== "team.yaml")
    .sort();
const codeOf = (error: unknown) => (error instanceof ProblemsError ? error.problems[0]?.code : String(error));

describe("a survey that people finish", () => {
  const flags = { ...TEAM, participants: "6" };

  it("leaves rows in no order, a report and an audit, all for its owner alone", async () => {
    const { host, err, asked } = world({ typed: "n\n" });
    expect(await runSurvey(host, flags, answering([...everybody(), CLOSE]).prompts)).toBe(0);
    expect(files()).toEqual([".csv", ".journal", ".json", ".md"].map((ending) => STEM + ending));
    for (const file of files()) expect(statSync(file).mode & 0o777, file).toBe(0o600);
    expect(readFileSync(`${STEM}.csv`, "utf8")).toMatch(/^audience,O1,O2,O3\n/);
    expect(rowsOf(`${STEM}.csv`)).toEqual(PEOPLE.map((codes) => `staff,${codes.join(",")}`).sort());
    expect(asked()).toBe(
      `The answers are safe in ${STEM}.csv;\nthe journal also tells in which order people sat.\nDelete the journal now? [Y/n] \n`,
    );
    expect(err()).toContain(`The answers are safe in ${STEM}.csv.\nKept, readable by you alone:\n`);
    expect(err()).toContain("the answers of 6 people, in no order");
    expect(err()).toContain(`To score again:  trust-audit score ${STEM}.csv -f team.yaml\n`);
    expect(err()).toContain(`To delete all:   rm ${STEM}.csv ${STEM}.md ${STEM}.json\n`);
    expect(err()).toContain(`The journal is kept. To delete it: rm ${STEM}.journal\n`);
  });

  it("leaves no row and no comment where its seat stood", async () => {
    const MANY = 40;
    const codes = (at: number) => [1 + (at % 5), 1 + (Math.floor(at / 5) % 5), 1 + Math.floor(at / 25)];
    const text = (at: number) => `remark ${String((at * 7) % MANY).padStart(2, "0")}`;
    const entries = Array.from({ length: MANY }, (_, at) =>
      seat(at + 1, codes(at), [{ kind: "comment", seat: at + 1, question: "O2", text: text(at) }]),
    ).flat();
    await runSurvey(world().host, { ...TEAM, participants: String(MANY) }, answering([...entries, CLOSE]).prompts);
    const lines = (name: string) => readFileSync(name, "utf8").trimEnd().split("\n").slice(1);
    const inOrder = Array.from({ length: MANY }, (_, at) => `staff,${codes(at).join(",")}`);
    expect([...lines(`${STEM}.csv`)].sort()).toEqual([...inOrder].sort());
    // 40! orders: neither as people sat nor turned round, nor in the order of their comments.
    const byComment = inOrder.map((row, at) => ({ row, text: text(at) })).sort((a, b) => (a.text < b.text ? -1 : 1));
    for (const told of [inOrder, inOrder.toReversed(), [...inOrder].sort(), byComment.map(({ row }) => row)])
      expect(lines(`${STEM}.csv`)).not.toEqual(told);
    const comments = lines(`${STEM}-comments.csv`).map((line) => line.slice(line.lastIndexOf(",") + 1));
    expect(comments).toEqual(Array.from({ length: MANY }, (_, at) => text(at)).sort());
  });

  it("comes to the result that score comes to", async () => {
    const segment = ["team=North,South"];
    const entries = PEOPLE.concat(PEOPLE).flatMap((codes, at) =>
      seat(at + 1, codes, [
        {
          kind: "answer",
          seat: at + 1,
          question: "@team",
          answer: { kind: "choice", text: at < 6 ? "North" : "South" },
        },
      ]),
    );
    const { host, err } = world({ typed: "n\n" });
    const given = { ...TEAM, participants: "12", segment, minGroup: "4" };
    expect(await runSurvey(host, given, answering([...entries, CLOSE]).prompts)).toBe(0);
    expect(err()).toContain(`trust-audit score ${STEM}.csv -f team.yaml --by team --min-group 4\n`);
    const again = world();
    const score = {
      framework: "team.yaml",
      by: ["team"],
      minGroup: "4",
      onUnknown: "error",
      onRagged: "error",
    } as const;
    await runScore(again.host, [`${STEM}.csv`], { ...score, onDuplicate: "keep", output: ["json"] });
    expect(readFileSync(`${STEM}.json`, "utf8")).toBe(again.out());
    expect(again.out()).toContain("North");
  });

  it("keeps comments apart from answers", async () => {
    const comment: Entry = { kind: "comment", seat: 1, question: "O2", text: "=SUM(1)" };
    const entries = [...seat(1, [4, 4, 2], [comment]), ...everybody().filter(({ kind }) => kind !== "close")];
    await runSurvey(world().host, flags, answering([...entries, CLOSE]).prompts);
    expect(readFileSync(`${STEM}.csv`, "utf8")).not.toContain("SUM");
    expect(readFileSync(`${STEM}-comments.csv`, "utf8")).toMatch(
      /^item,question,comment\nO2,The reasons .*,'=SUM\(1\)\n$/,
    );
    expect(statSync(`${STEM}-comments.csv`).mode & 0o777).toBe(0o600);
  });

  it.each<[string, SurveyFlags, string | null, boolean]>([
    ["after a yes", {}, "yes\n", false],
    ["after Enter", {}, "\n", false],
    ["not after a no", {}, "n\n", true],
    ["not after anything unclear", {}, "what?\n", true],
    ["not after Ctrl-D in the middle of a line", {}, "y\u0004", true],
    ["not when the keyboard is gone", {}, "", true],
    ["unasked with --delete-journal", { deleteJournal: true }, "", false],
    ["never with --keep-journal", { keepJournal: true }, "y\n", true],
  ])("deletes the journal %s", async (_, more, typed, stays) => {
    const { host, err } = world({ typed });
    await runSurvey(host, { ...flags, ...more }, answering([...everybody(), CLOSE]).prompts);
    expect(existsSync(`${STEM}.journal`)).toBe(stays);
    expect(err().includes("The journal is deleted.")).toBe(!stays);
    // However it stays, the command that deletes it is there.
    expect(/rm .*\.journal\n/.test(err())).toBe(stays);
    expect(files().filter((name) => name.includes("lock"))).toEqual([]);
  });

  it("shows the room one calm screen on a terminal, and nothing on a pipe", async () => {
    const piped = world();
    await runSurvey(piped.host, flags, answering([...everybody(), CLOSE]).prompts);
    expect(piped.out()).toBe("");
    const shown = world({ terminal: true });
    await runSurvey(shown.host, flags, answering([...everybody(), CLOSE]).prompts);
    expect(shown.out()).toContain("Team trust");
  });

  it("shows the result last, and deletes the journal only after that", async () => {
    const shown = world({ terminal: true, typed: "\n" });
    const seen: boolean[] = [];
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => {
        seen.push(existsSync(`${STEM}.journal`));
        done();
      },
    });
    await runSurvey({ ...shown.host, stdout }, flags, answering([...everybody(), CLOSE]).prompts);
    expect(seen).toEqual([true]);
    expect(existsSync(`${STEM}.journal`)).toBe(false);
    expect(shown.err().trimEnd().split("\n").at(-1)).toBe("The journal is deleted.");
  });

  it("keeps the journal where the result could not be shown", async () => {
    const { host, err } = world({ terminal: true });
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(new Error("gone")) });
    stdout.on("error", () => undefined);
    const ending = runSurvey(
      { ...host, stdout },
      { ...flags, deleteJournal: true },
      answering([...everybody(), CLOSE]).prompts,
    );
    expect(await ending.catch(codeOf)).toBe("OUT001");
    expect(existsSync(`${STEM}.journal`)).toBe(true);
    expect(err()).toContain(`The journal is kept. To delete it: rm ${STEM}.journal\n`);
  });

  it("fits the window with what is said beneath it", async () => {
    const shown = world({ terminal: true, typed: "\n" });
    await runSurvey(shown.host, flags, answering([...everybody(), CLOSE]).prompts);
    expect(shown.out().split("\n").length).toBeLessThanOrEqual(23);
  });

  it("says with --quiet no more than where the answers are", async () => {
    const { host, err } = world({ typed: "\n" });
    await runSurvey({ ...host, quiet: true }, flags, answering([...everybody(), CLOSE]).prompts);
    expect(err()).toBe(`The answers are safe in ${STEM}.csv.\n`);
    const paused = world();
    const quiet = { ...paused.host, quiet: true };
    await runSurvey(quiet, { ...flags, data: "b.csv" }, answering(everybody().slice(0, 6), "paused").prompts);
    expect(paused.err()).toContain("To go on:\n  trust-audit survey --resume b.journal\n");
    const two = { ...TEAM, participants: "2", data: "c.csv" };
    const stopped = world();
    await runSurvey({ ...stopped.host, quiet: true }, two, answering([], "paused").prompts);
    expect(stopped.err()).toBe("");
  });

  it("finds out before the first question what cannot be written", async () => {
    mkdirSync("taken");
    writeFileSync("a-file", "");
    const { prompts, sittings } = answering([...everybody(), CLOSE]);
    for (const output of ["json:no-such/a.json", "json:taken", "json:a-file/a.json"])
      expect(await runSurvey(world().host, { ...flags, output: [output] }, prompts).catch(codeOf)).toBe("OUT001");
    expect(await runSurvey(world().host, { ...flags, data: "no-such/a.csv" }, prompts).catch(codeOf)).toBe("OUT001");
    for (const output of ["json:x.journal.draft", "json:x.journal.lock.1"])
      await expect(runSurvey(world().host, { ...flags, data: "x.csv", output: [output] }, prompts)).rejects.toThrow(
        "-o",
      );
    expect(sittings).toEqual([]);
    expect(files()).toEqual(["a-file", "taken"]);
  });

  it("that is taken up again minds the same", async () => {
    await runSurvey(world().host, flags, answering(everybody().slice(0, 6), "paused").prompts);
    const { prompts, sittings } = answering([CLOSE]);
    const given = { resume: `${STEM}.journal`, output: ["json:no-such/a.json"] };
    expect(await runSurvey(world().host, given, prompts).catch(codeOf)).toBe("OUT001");
    expect(sittings).toEqual([]);
  });

  it("of other names is ended again under them", async () => {
    const { host, err } = world();
    await runSurvey(host, { ...flags, data: "answers" }, answering(everybody().slice(0, 6), "paused").prompts);
    expect(err()).toContain("To go on:\n  trust-audit survey --resume answers.journal --data answers\n");
    const again = { resume: "answers.journal", data: "answers", keepJournal: true };
    const rest = [...everybody().slice(6), CLOSE];
    expect(await runSurvey(world().host, again, answering(rest).prompts)).toBe(0);
    // The CSV is there by now, as after an end that was cut short.
    expect(await runSurvey(world().host, again, NOBODY)).toBe(0);
    expect(files()).toEqual(["answers", "answers.journal", "answers.json", "answers.md"]);
  });

  it("writes what -o asks for in place of the report, and never over its own answers", async () => {
    const { host, out } = world({ terminal: true });
    const output = ["json", "md:room.md"];
    await runSurvey(host, { ...flags, data: "mine.csv", output }, answering([...everybody(), CLOSE]).prompts);
    expect(files()).toEqual(["mine.csv", "mine.journal", "room.md"]);
    expect(statSync("room.md").mode & 0o777).toBe(0o600);
    expect(JSON.parse(out())).toMatchObject({ framework: { id: "team-trust" } });
    for (const path of ["other.csv", "./other.journal", "other-comments.csv", "team.yaml"])
      await expect(runSurvey(host, { ...flags, data: "other.csv", output: [`md:${path}`] }, NOBODY)).rejects.toThrow(
        "-o",
      );
    expect(files()).toHaveLength(3);
  });

  it("leaves every file that is there as it is", async () => {
    writeFileSync(`${STEM}.csv`, "mine");
    await runSurvey(world().host, flags, answering([...everybody(), CLOSE]).prompts);
    expect(readFileSync(`${STEM}.csv`, "utf8")).toBe("mine");
    expect(rowsOf(`${STEM}-2.csv`)).toHaveLength(6);
    expect(existsSync(`${STEM}-2.journal`)).toBe(true);
    await expect(runSurvey(world().host, { ...flags, data: `${STEM}.csv` }, NOBODY)).rejects.toThrow("already there");
  });

  it("shows no result of too few, and says so before anybody answers", async () => {
    const { host, err } = world();
    const two = [...seat(1, [4, 4, 2]), ...seat(2, [1, 1, 5]), CLOSE];
    expect(await runSurvey(host, { ...TEAM, participants: "2" }, answering(two).prompts)).toBe(4);
    expect(err()).toContain("Too few answers: no result is shown.");
    expect(err()).toContain("Note: with fewer than 5 people no result is shown, and this survey is for 2.");
    expect(rowsOf(`${STEM}.csv`)).toHaveLength(2);
  });

  it("says so on its first screen too", async () => {
    const { prompts, sittings } = answering([], "paused");
    await runSurvey(world().host, { ...TEAM, participants: "2" }, prompts);
    await runSurvey(world().host, { ...TEAM, participants: "6" }, prompts);
    const notices = sittings.map(({ sitting }) => screenOf(sitting.state).notice?.text);
    expect(notices[0]).toContain("with fewer than 5 people no result is shown");
    expect(notices[1]).toBeUndefined();
  });

  it("whose end fails loses nothing and says how to end it again", async () => {
    const { host, err } = world();
    const output = ["json:folder/x.json"];
    mkdirSync("folder");
    const { prompts } = answering([...everybody(), CLOSE]);
    const gone: Prompts["interview"] = async (sitting) => {
      rmSync("folder", { recursive: true });
      return prompts.interview(sitting);
    };
    const ending = runSurvey(host, { ...flags, deleteJournal: true, output }, { ...prompts, interview: gone });
    expect(await ending.catch(codeOf)).toBe("OUT001");
    expect(files()).toEqual([`${STEM}.csv`, `${STEM}.journal`]);
    expect(err()).toContain(`Every answer is safe in ${STEM}.journal.`);
    expect(err()).toContain(`To end it again:\n  trust-audit survey --resume ${STEM}.journal --delete-journal`);
    expect(await runSurvey(host, { resume: `${STEM}.journal`, deleteJournal: true }, NOBODY)).toBe(0);
    expect(files()).toEqual([".csv", ".json", ".md"].map((ending) => STEM + ending));
  });

  it("of which everybody withdrew leaves no file of answers", async () => {
    const { host, err } = world({ typed: "y\n" });
    const entries: Entry[] = [{ kind: "seat", seat: 1 }, { kind: "withdraw", seat: 1 }, CLOSE];
    expect(await runSurvey(host, flags, answering(entries).prompts)).toBe(4);
    expect(err()).toContain("Nobody finished");
    expect(files()).toEqual([]);
  });
});

describe("one assessment", () => {
  it("of one's own is scored as such, without a question on the journal", async () => {
    const { host, asked } = world({ typed: "y\n" });
    expect(await runSurvey(host, TEAM, answering([...seat(1, [4, 4, 2]), CLOSE]).prompts)).toBe(0);
    expect(readFileSync(`${STEM}.csv`, "utf8")).toBe("assessment,audience,O1,O2,O3\nself,staff,4,4,2\n");
    expect(asked()).toBe("");
    expect(existsSync(`${STEM}.journal`)).toBe(true);
    expect(JSON.parse(readFileSync(`${STEM}.json`, "utf8")).framework.unit).toBe("self");
  });

  it("of a room keeps notes and hands beside the answers", async () => {
    const more: Entry[] = [
      { kind: "hands", seat: 1, question: "O1", counts: [0, 1, 2, 8, 1] },
      { kind: "comment", seat: 1, question: "O1", text: "It depends on the site" },
    ];
    const { host } = world();
    const sitting = answering([...seat(1, [4, 4, 2], more), CLOSE]);
    expect(await runSurvey(host, { ...TEAM, consensus: true }, sitting.prompts)).toBe(0);
    expect(readFileSync(`${STEM}.csv`, "utf8")).toBe(
      "assessment,audience,O1,O2,O3,O1 hands,O1 note\nconsensus,staff,4,4,2,0 1 2 8 1,It depends on the site\n",
    );
  });
});

describe("paper sheets", () => {
  it("are people, and their journal is told to lead back to the paper", async () => {
    const { host, asked, err } = world({ typed: "n\n" });
    const number: Entry = { kind: "comment", seat: 1, question: "@@", text: "17" };
    const entries = [...seat(1, [4, 4, 2], [number]), ...seat(2, [3, 2, 1]), CLOSE];
    expect(await runSurvey(host, { ...TEAM, entry: true }, answering(entries).prompts)).toBe(4);
    expect(rowsOf(`${STEM}.csv`)).toEqual(["staff,3,2,1", "staff,4,4,2"]);
    expect(existsSync(`${STEM}-comments.csv`)).toBe(false);
    expect(asked()).toContain("which answers stand on which sheet");
    expect(err()).toContain("The journal is kept.");
    const again = world();
    await runSurvey(again.host, { resume: `${STEM}.journal`, keepJournal: true }, NOBODY);
    expect(again.err()).toContain("with the numbers of the sheets");
  });

  it("are gone on with as sheets, without --entry", async () => {
    await runSurvey(world().host, { ...TEAM, entry: true }, answering(seat(1, [4, 4, 2]), "paused").prompts);
    const { prompts, sittings } = answering([CLOSE]);
    await runSurvey(world().host, { resume: `${STEM}.journal` }, prompts);
    expect(sittings.map((one) => one.way)).toEqual(["entry"]);
  });
});

describe("the way of asking", () => {
  it.each<[string, SurveyFlags]>([
    ["interview", {}],
    ["linear", { screenReader: true }],
    ["entry", { entry: true }],
    ["entry", { entry: true, consensus: true, screenReader: true }],
  ])("is %s with %j", async (way, more) => {
    const { prompts, sittings } = answering([], "paused");
    await runSurvey(world().host, { ...TEAM, ...more }, prompts);
    expect(sittings.map((one) => one.way)).toEqual([way]);
  });

  it("is linear on a plain terminal", async () => {
    const { prompts, sittings } = answering([], "paused");
    const { host } = world();
    await runSurvey({ ...host, desk: host.desk && { ...host.desk, plain: true } }, TEAM, prompts);
    expect(sittings.map((one) => one.way)).toEqual(["linear"]);
  });

  it("is in plain lines for a screen reader, paper included", async () => {
    const { prompts, sittings } = answering([], "paused");
    await runSurvey(world().host, { ...TEAM, entry: true, screenReader: true }, prompts);
    expect(sittings[0]?.sitting.desk.plain).toBe(true);
  });

  it("is none where people take turns at a terminal that cannot be wiped", async () => {
    const begun = answering(everybody().slice(0, 7), "paused").prompts;
    await runSurvey(world().host, { ...TEAM, participants: "6" }, begun);
    const before = files();
    for (const flags of [{ ...TEAM, participants: "6" }, { resume: `${STEM}.journal` }]) {
      const { host } = world();
      const plain = { ...host, desk: host.desk && { ...host.desk, plain: true } };
      await expect(runSurvey(plain, flags, NOBODY)).rejects.toThrow("cannot");
      expect(files()).toEqual(before);
    }
  });
});

describe("a survey that is interrupted", () => {
  const flags = { ...TEAM, participants: "6" };
  const half = everybody().slice(0, 12);
  const rest = everybody().slice(12);

  it.each([
    ["paused", 0],
    ["interrupted", 130],
  ] as const)("%s is saved, ends with %i and says how to go on", async (how, exit) => {
    const { host, err } = world();
    const given = { ...flags, minGroup: "3", output: ["md:it is.md"] };
    expect(await runSurvey(host, given, answering(half, how).prompts)).toBe(exit);
    expect(files()).toEqual([`${STEM}.journal`]);
    expect(err()).toContain("2 people have had their turn. Only you can read the file.");
    expect(err()).toContain(
      `To go on:\n  trust-audit survey --resume ${STEM}.journal --min-group 3 -o 'md:it is.md'\n`,
    );
  });

  const draft = (text: string): Entry => ({ kind: "draft", seat: null, question: null, line: "sheet", text });

  it.each<[string, readonly Entry[]]>([
    ["somebody only sat down", [{ kind: "seat", seat: 1 }]],
    ["what was typed was taken out again", [draft("s"), draft("stop"), draft("")]],
  ])("leaves nothing when nothing was said: %s", async (_what, entries) => {
    const { host, err } = world();
    await runSurvey(host, flags, answering(entries, "interrupted").prompts);
    expect(files()).toEqual([]);
    expect(err()).toContain("Nothing was answered, and nothing is kept.");
  });

  it("keeps what was being typed", async () => {
    await runSurvey(world().host, flags, answering([draft("43")], "interrupted").prompts);
    expect(files()).toEqual([`${STEM}.journal`]);
  });

  it("goes on to the result of one that was not", async () => {
    await runSurvey(world().host, flags, answering(half, "interrupted").prompts);
    const { prompts, sittings } = answering([...rest, CLOSE]);
    expect(await runSurvey(world().host, { resume: `${STEM}.journal` }, prompts)).toBe(0);
    expect(sittings[0]?.sitting.state.seats).toHaveLength(3);
    const resumed = rowsOf(`${STEM}.csv`);
    await runSurvey(world().host, { ...flags, data: "whole.csv" }, answering([...everybody(), CLOSE]).prompts);
    expect(resumed).toEqual(rowsOf("whole.csv"));
  });

  it("that was closed comes straight to its end, as often as one likes, without a terminal", async () => {
    await runSurvey(world().host, { ...flags, keepJournal: true }, answering([...everybody(), CLOSE]).prompts);
    const before = files().map((file) => [file, readFileSync(file, "utf8")]);
    const { host, err } = world({ typed: null });
    expect(await runSurvey(host, { resume: `${STEM}.journal`, deleteJournal: true }, NOBODY)).toBe(0);
    expect(files().map((file) => [file, readFileSync(file, "utf8")])).toEqual(
      before.filter(([file]) => file !== `${STEM}.journal`),
    );
    expect(err()).toContain("The journal is deleted.");
  });

  it("writes nothing anew where it is ended again from another folder", async () => {
    await runSurvey(world().host, { ...flags, keepJournal: true }, answering([...everybody(), CLOSE]).prompts);
    const before = files();
    mkdirSync("below");
    process.chdir("below");
    const again = { framework: "../team.yaml", resume: join("..", `${STEM}.journal`), keepJournal: true };
    expect(await runSurvey(world().host, again, NOBODY)).toBe(0);
    process.chdir("..");
    expect(files()).toEqual(["below", ...before]);
  });

  it("does not take another table for its own", async () => {
    await runSurvey(world().host, { ...flags, keepJournal: true }, answering([...everybody(), CLOSE]).prompts);
    writeFileSync(`${STEM}.csv`, "audience,O1,O2,O3\nstaff,1,1,1\n");
    const { host, err } = world();
    expect(await runSurvey(host, { resume: `${STEM}.journal`, keepJournal: true }, NOBODY)).toBe(0);
    expect(rowsOf(`${STEM}.csv`)).toEqual(["staff,1,1,1"]);
    expect(rowsOf(`${STEM}-2.csv`)).toHaveLength(6);
    expect(err()).toContain(`trust-audit score ${STEM}-2.csv`);
  });

  it("stops where the framework has changed since", async () => {
    await runSurvey(world().host, flags, answering(half, "interrupted").prompts);
    const text = readFileSync("team.yaml", "utf8");
    writeFileSync("team.yaml", text.replace("in time.", "early."));
    const resume = { resume: `${STEM}.journal` };
    expect(await runSurvey(world().host, resume, NOBODY).catch(codeOf)).toBe("SV001");
    writeFileSync("old.yaml", text);
    const { host, err } = world();
    const going = { ...resume, framework: "old.yaml" };
    expect(await runSurvey(host, going, answering([], "paused").prompts)).toBe(0);
    expect(err()).toContain(`--resume ${STEM}.journal -f old.yaml\n`);
  });

  it("goes on where only what it does not ask has changed, and says so", async () => {
    await runSurvey(world().host, flags, answering(half, "interrupted").prompts);
    const text = readFileSync("team.yaml", "utf8");
    writeFileSync("team.yaml", text.replace(/^title: .*$/m, "title: Our trust"));
    const { host, err } = world();
    expect(await runSurvey(host, { resume: `${STEM}.journal` }, answering([...rest, CLOSE]).prompts)).toBe(0);
    expect(err()).toContain("SV003");
    expect(readFileSync(`${STEM}.md`, "utf8")).toContain("Our trust");
  });

  it("gives its answers out where it cannot go on, as often as one likes, and still goes on with the old text", async () => {
    const comment: Entry = { kind: "comment", seat: 1, question: "O2", text: "early" };
    const [first, ...others] = half;
    const entries = [...(first === undefined ? [] : [first]), comment, ...others];
    await runSurvey(world().host, flags, answering(entries, "interrupted").prompts);
    const text = readFileSync("team.yaml", "utf8");
    writeFileSync("team.yaml", text.replace("in time.", "early."));
    for (const _ of [1, 2]) {
      const failing = runSurvey(world().host, { resume: `${STEM}.journal` }, NOBODY);
      await expect(failing).rejects.toMatchObject({
        exitCode: 3,
        problems: [
          { code: "SV001", help: expect.stringContaining(`${STEM}-answered.csv and ${STEM}-answered-comments`) },
        ],
      });
      expect(files()).toEqual([`${STEM}-answered-comments.csv`, `${STEM}-answered.csv`, `${STEM}.journal`]);
    }
    // Who has not finished may still withdraw.
    expect(rowsOf(`${STEM}-answered.csv`)).toEqual(["staff,4,4,2", "staff,5,3,2"]);
    expect(readFileSync(`${STEM}-answered.csv`, "utf8")).toMatch(/^audience,O1,O2,O3\n/);
    expect(readFileSync(`${STEM}-answered-comments.csv`, "utf8")).toBe("item,question,comment\nO2,,early\n");
    writeFileSync("team.yaml", text);
    expect(await runSurvey(world().host, { resume: `${STEM}.journal` }, answering([...rest, CLOSE]).prompts)).toBe(0);
    expect(rowsOf(`${STEM}.csv`)).toHaveLength(6);
  });

  it("gives out what one person had answered, and nothing where nobody had", async () => {
    await runSurvey(world().host, { ...TEAM, data: "own.csv" }, answering(half.slice(0, 3), "paused").prompts);
    const text = readFileSync("team.yaml", "utf8");
    const unfinished: Entry[] = [{ kind: "answer", seat: 1, question: "O1", answer: { kind: "code", code: 3 } }];
    await runSurvey(world().host, { ...flags, data: "people.csv" }, answering(unfinished, "paused").prompts);
    writeFileSync("team.yaml", text.replace("in time.", "early."));
    const going = (name: string) => runSurvey(world().host, { resume: `${name}.journal` }, NOBODY).catch(codeOf);
    expect(await going("own")).toBe("SV001");
    expect(rowsOf("own-answered.csv")).toEqual(["self,staff,4,4"]);
    expect(await going("people")).toBe("SV001");
    expect(existsSync("people-answered.csv")).toBe(false);
  });

  it("needs somebody to go on", async () => {
    await runSurvey(world().host, flags, answering(half, "interrupted").prompts);
    const { host } = world({ typed: null });
    await expect(runSurvey(host, { resume: `${STEM}.journal` }, NOBODY)).rejects.toThrow("needs a terminal");
    expect(files()).toEqual([`${STEM}.journal`]);
  });

  it("is saved even when the prompt itself fails", async () => {
    const failing = async ({ journal }: Interview): Promise<"closed"> => {
      journal.append(half);
      throw new Error("broken");
    };
    const prompts: Prompts = { ...NOBODY, interview: failing, linear: failing, entry: failing };
    await expect(runSurvey(world().host, flags, prompts)).rejects.toThrow("broken");
    expect(await runSurvey(world().host, { resume: `${STEM}.journal` }, answering([...rest, CLOSE]).prompts)).toBe(0);
  });
});

describe("a journal that something else takes away meanwhile", () => {
  const flags = { ...TEAM, participants: "6", data: "a.csv" };
  const away = (take: () => void, how: "closed" | "paused") => {
    const way = async ({ journal }: Interview) => {
      journal.append(everybody().slice(0, 8));
      take();
      try {
        journal.append(everybody().slice(8));
      } catch {
        // The prompt says so, and the key is pressed again.
        journal.append(everybody().slice(8));
      }
      journal.append([CLOSE]);
      return how;
    };
    return { ...NOBODY, interview: way, linear: way, entry: way } satisfies Prompts;
  };

  it.each<[string, () => void]>([
    ["deleted", () => rmSync("a.journal")],
    [
      "replaced",
      () => {
        renameSync("a.journal", "old.journal");
        writeFileSync("a.journal", readFileSync("old.journal"));
      },
    ],
  ])("loses no answer: %s", async (_, take) => {
    const { host, err } = world();
    expect(await runSurvey(host, { ...flags, keepJournal: true }, away(take, "closed"))).toBe(0);
    expect(rowsOf("a.csv")).toHaveLength(6);
    expect(err()).toContain("a-2.journal");
    const again = world();
    await runSurvey(
      again.host,
      { ...flags, data: "b.csv" },
      away(() => rmSync("b.journal"), "paused"),
    );
    expect(again.err()).toContain("Every answer is saved in b-2.journal.");
    expect(again.err()).toContain("trust-audit survey --resume b-2.journal --data b.csv\n");
  });

  it("loses none that was taken away behind the last answer, and says so", async () => {
    const prompts = answering([...everybody(), CLOSE]).prompts;
    const way = async (sitting: Interview) => {
      const ended = await prompts.interview(sitting);
      truncateSync("a.journal", 200);
      return ended;
    };
    const { host, err } = world();
    expect(await runSurvey({ ...host, quiet: true }, flags, { ...prompts, interview: way })).toBe(0);
    expect(rowsOf("a.csv")).toHaveLength(6);
    expect(err()).toContain("JN011");
    expect(err()).toContain("a-2.journal");
  });
});

describe("who can read what is kept", () => {
  const flags = { ...TEAM, participants: "6", data: "a.csv", keepJournal: true };

  it("is its owner alone, whoever could read a file of that name before", async () => {
    writeFileSync("r.md", "old");
    chmodSync("r.md", 0o644);
    const { host, err } = world();
    await runSurvey(
      host,
      { ...flags, output: ["md:r.md", "json:/dev/null"] },
      answering([...everybody(), CLOSE]).prompts,
    );
    expect(statSync("r.md").mode & 0o777).toBe(0o600);
    expect(err()).toContain("Kept, readable by you alone:\n");
    // Nothing is kept there, and nobody is to delete it.
    expect(err()).not.toContain("/dev/null");
  });

  it("is said of each file as it is", async () => {
    await runSurvey(world().host, flags, answering([...everybody(), CLOSE]).prompts);
    chmodSync("a.csv", 0o644);
    const { host, err } = world();
    await runSurvey(host, { resume: "a.journal", keepJournal: true }, NOBODY);
    expect(err()).toContain("Kept:\n  a.csv      the answers of 6 people, in no order; others may read it\n");
    expect(err()).toMatch(/a\.md +the report\n/);
  });

  it("is said of sheets that everybody can read", async () => {
    writeFileSync("my sheets.txt", "442\n");
    chmodSync("my sheets.txt", 0o644);
    const open = world();
    await runSurvey(open.host, { ...TEAM, answers: "my sheets.txt", data: "o.csv" }, NOBODY);
    expect(open.err()).toContain("everybody on this machine can read my sheets.txt");
    expect(open.err()).toContain("chmod 600 'my sheets.txt'\n");
    chmodSync("my sheets.txt", 0o640);
    const closed = world();
    await runSurvey(closed.host, { ...TEAM, answers: "my sheets.txt", data: "c.csv" }, NOBODY);
    expect(closed.err()).not.toContain("everybody");
  });
});

describe("without a terminal", () => {
  it("nothing is created, and the words say what can be done", async () => {
    const { host } = world({ typed: null });
    await expect(runSurvey(host, { ...TEAM, participants: "6" }, NOBODY)).rejects.toMatchObject({
      name: "UsageError",
      help: expect.stringMatching(/--answers sheets\.txt.*frameworks export team\.yaml --to paper/s),
    });
    expect(files()).toEqual([]);
  });
});
