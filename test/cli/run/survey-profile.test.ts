import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Interview } from "../../../src/cli/prompts/interview.ts";
import { runScore } from "../../../src/cli/run/score.ts";
import { type Prompts, runSurvey } from "../../../src/cli/run/survey.ts";
import type { SurveyFlags } from "../../../src/cli/survey/flags.ts";
import type { ContextAnswer, Entry } from "../../../src/interview/types.ts";
import { openJournal } from "../../../src/sources/journal/journal.ts";
import { world } from "../survey/host.ts";

const home = process.cwd();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trust-audit-profile-"));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const BREACH = { framework: "trust-reconstruction", audience: "affected" } as const;
const SECTOR = { framework: "stakeholder-trust", audience: "employees", profile: ["healthcare"] } as const;
const SCORED = { onUnknown: "error", onRagged: "error", onDuplicate: "keep" } as const;

/** Somebody whose seat no other has. */
const oneOf = (question: string): readonly Entry[] => [
  { kind: "seat", seat: 99 },
  { kind: "answer", seat: 99, question, answer: { kind: "code", code: 1 } },
  { kind: "finish", seat: 99 },
];

/** Everybody answers everything with the first option but one, and whoever runs it says this of the whole. */
function prompts(context: readonly ContextAnswer[] | "interrupted", how: "closed" | "paused" = "closed") {
  const seen: { items: readonly string[]; questions: readonly string[] } = { items: [], questions: [] };
  const way = async ({ state, journal }: Interview) => {
    const { items, setup } = state.plan;
    seen.items = items.map(({ id }) => id);
    const count = setup.seating.kind === "participants" ? setup.seating.count : 1;
    for (let seat = 1; seat <= count; seat += 1) {
      const answers = items.map(({ id, scale }, at): Entry => {
        const point = scale.kind === "coded" ? scale.points[(at + seat) % scale.points.length] : undefined;
        return { kind: "answer", seat, question: id, answer: { kind: "code", code: point?.code ?? 0 } };
      });
      if (how === "closed") journal.append([{ kind: "seat", seat }, ...answers, { kind: "finish", seat }]);
    }
    const [first] = items;
    if (how === "paused" && first !== undefined) journal.append(oneOf(first.id));
    if (how === "closed" && count > 1) journal.append([{ kind: "close" }]);
    return how;
  };
  const made: Prompts = {
    ...{ interview: way, linear: way, entry: way },
    context: async (_desk, questions) => {
      seen.questions = questions.map(({ id }) => id);
      return context;
    },
  };
  return { made, seen };
}

/** The audit as kept, without the name of the file it was read from. */
function audit(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

async function survey(flags: SurveyFlags, context: readonly ContextAnswer[] | "interrupted" = []) {
  const { host, err } = world();
  const { made, seen } = prompts(context);
  const exit = await runSurvey(host, { participants: "12", data: "a.csv", keepJournal: true, ...flags }, made);
  return { exit, err: err(), seen };
}

describe("a survey with a profile", () => {
  it("asks its questions, keeps it, and is scored with it", async () => {
    const { exit, err, seen } = await survey(SECTOR);
    expect(exit).toBe(0);
    expect(seen.items).toEqual(expect.arrayContaining(["HC1", "HC5", "CO1"]));
    expect(err).toContain("trust-audit score a.csv -f stakeholder-trust --profile healthcare\n");
    const { journal, setup } = openJournal("a.journal");
    journal.close();
    expect(setup.profiles).toEqual(["healthcare"]);
    await runScore(world().host, ["a.csv"], { ...SCORED, ...SECTOR, audience: "employees", output: ["json:b.json"] });
    expect(audit("b.json")).toEqual(audit("a.json"));
  });

  it("goes on with it, and with no other", async () => {
    const { host, err } = world();
    await runSurvey(host, { ...SECTOR, participants: "12", data: "a.csv" }, prompts([], "paused").made);
    expect(err()).toContain("trust-audit survey --resume a.journal\n");
    const resumed = { resume: "a.journal", keepJournal: true };
    for (const profile of [["retail"], ["healthcare", "retail"], []])
      await expect(runSurvey(world().host, { ...resumed, profile }, prompts([]).made)).rejects.toThrow(
        "--profile: this survey was begun with healthcare",
      );
    const { made, seen } = prompts([]);
    expect(await runSurvey(world().host, { ...resumed, profile: ["healthcare"] }, made)).toBe(0);
    expect(seen.items).toContain("HC1");
  });

  it("does not go on where the questions of the profile have changed", async () => {
    const profile = (words: string) => `format: 1
id: own
kind: sector
version: 1.0.0
title: Own
purpose: Weighs the advice for firms like ours.
provenance: Our own wording.
context:
  drivers: [Long shifts]
  shows: [People leave]
  stake: [Good staff]
  rebuilds: [Rosters that hold]
supplement:
  id: own_care
  title: Care
  about: How far people here are cared for.
  facets: { fairness: 1 }
  items:
    - { id: OW1, text: { employees: "${words}" } }
    - { id: OW2, text: { employees: "Our team looks after its people." } }
    - { id: OW3, text: { employees: "Our team lets its people down." }, reverse: true }
`;
    writeFileSync("own.yaml", profile("People are safe in our team."));
    const flags = { ...SECTOR, profile: ["./own.yaml"], participants: "12", data: "a.csv" };
    await runSurvey(world().host, flags, prompts([], "paused").made);
    writeFileSync("own.yaml", profile("People are glad in our team."));
    await expect(runSurvey(world().host, { resume: "a.journal" }, prompts([]).made)).rejects.toThrow(
      "the questions of ./own.yaml have changed",
    );
  });
});

describe("questions about the whole survey", () => {
  const said = [
    { question: "breach", option: "integrity" },
    { question: "harmed", option: "customers" },
  ];

  it("are asked once, kept, and scored with", async () => {
    const { exit, err, seen } = await survey(BREACH, said);
    expect(exit).toBe(0);
    expect(seen.questions).toEqual(["breach", "harmed"]);
    expect(err).toContain(" --context breach=integrity --context harmed=customers\n");
    const { journal, setup } = openJournal("a.journal");
    journal.close();
    expect(setup.context).toEqual(said);
    const context = ["harmed=customers", "breach=integrity"];
    await runScore(world().host, ["a.csv"], {
      ...SCORED,
      framework: BREACH.framework,
      context,
      output: ["json:b.json"],
    });
    expect(audit("b.json")).toEqual(audit("a.json"));
    await runScore(world().host, ["a.csv"], { ...SCORED, framework: BREACH.framework, output: ["json:c.json"] });
    expect(audit("c.json")).not.toEqual(audit("a.json"));
  });

  it("are asked only as far as no flag answers them", async () => {
    const { seen, err } = await survey({ ...BREACH, context: ["breach=care"] });
    expect(seen.questions).toEqual(["harmed"]);
    expect(err).toContain("--context breach=care\n");
    expect((await survey({ ...SECTOR, data: "b.csv" }, "interrupted")).seen.questions).toEqual([]);
  });

  it("leave nothing behind where they are interrupted", async () => {
    const { exit, err } = await survey(BREACH, "interrupted");
    expect(exit).toBe(130);
    expect(err).toContain("Nothing was answered, and nothing is kept.");
    expect(() => readFileSync("a.journal")).toThrow("ENOENT");
  });

  it("are refused before anything is created where the framework does not know them", async () => {
    await expect(survey({ ...BREACH, context: ["breach=fire"] })).rejects.toThrow("SC031");
    await expect(survey({ ...SECTOR, context: ["breach=care"] })).rejects.toThrow("SC030");
  });

  it("may be answered when the survey goes on", async () => {
    const { host } = world();
    const { made } = prompts([], "paused");
    await runSurvey(host, { ...BREACH, participants: "12", data: "a.csv" }, made);
    const again = world();
    const flags = { resume: "a.journal", context: ["breach=privacy"] };
    await runSurvey(again.host, flags, prompts([], "paused").made);
    expect(again.err()).toContain("trust-audit survey --resume a.journal --context breach=privacy\n");
    const last = world();
    expect(await runSurvey(last.host, { ...flags, keepJournal: true }, prompts([]).made)).toBe(0);
    expect(last.err()).toContain("--context breach=privacy\n");
  });

  it("are no question where answers come from a file", async () => {
    writeFileSync("sheets.txt", "1 2 3 0\n".repeat(12));
    const { seen, err } = await survey({ ...BREACH, participants: "12", answers: "sheets.txt", keepJournal: false });
    expect(seen.questions).toEqual([]);
    expect(err).toContain("trust-audit score a.csv -f trust-reconstruction\n");
  });
});
