import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/cli/exit.ts";
import { enoughOf, isTooFew } from "../../../src/cli/survey/enough.ts";
import type { SurveyFlags } from "../../../src/cli/survey/flags.ts";
import { newSurveyOf, scoringOf } from "../../../src/cli/survey/new-survey.ts";
import { questionsCode } from "../../../src/cli/survey/questions.ts";
import {
  questionsChanged,
  refuseForeignSetup,
  refuseOtherSetup,
  type Standing,
  standingOf,
} from "../../../src/cli/survey/resumed.ts";
import { setupOf } from "../../../src/cli/survey/setup.ts";
import { tooFewWords } from "../../../src/cli/survey/words.ts";
import type { CodedScale, Framework } from "../../../src/framework/types.ts";
import { planInterview } from "../../../src/interview/plan.ts";
import type { InterviewSetup } from "../../../src/interview/types.ts";
import { dimension, framework, item } from "../../fixture.ts";

const NAMED = { framework: "own.yaml" };
const parts = { items: [item("C1", "care")], dimensions: [dimension("care", ["C1"])] };
const one = framework({ ...parts, hash: "abcdef0123456789" });
const several = framework({
  ...parts,
  audiences: [
    { id: "customers", title: "Customers", standsFor: ["customers"] },
    { id: "employees", title: "Employees", standsFor: ["employees"] },
  ],
  forms: [{ id: "short", title: "Short", items: ["C1"] }],
});

describe("a new survey", () => {
  it.each<[string, SurveyFlags, object]>([
    ["is one's own", {}, { kind: "one" }],
    ["is of people", { participants: "20" }, { kind: "participants", count: 20 }],
    ["is of a room", { consensus: true }, { kind: "consensus" }],
    ["is of as many sheets as there are", { entry: true }, { kind: "sheets" }],
    ["is of a room's sheet", { entry: true, consensus: true }, { kind: "consensus" }],
  ])("%s", (_, flags, seating) => {
    expect(newSurveyOf({ ...NAMED, ...flags })).toMatchObject({ seating, shuffle: null });
  });

  it("keeps a seed, and finds one where none is given", () => {
    expect(newSurveyOf({ ...NAMED, shuffle: true, seed: "7" }).shuffle).toBe(7);
    const found = newSurveyOf({ ...NAMED, shuffle: true }).shuffle ?? -1;
    expect(Number.isInteger(found) && found >= 0 && found < 2 ** 32).toBe(true);
  });

  it.each<[SurveyFlags, string]>([
    [{}, "Which framework"],
    [{ ...NAMED, participants: "3", consensus: true }, "--participants and --consensus do not go together"],
    [{ ...NAMED, answers: "a.txt", entry: true }, "--entry and --answers do not go together"],
    [{ ...NAMED, answers: "a.txt", resume: "x.journal" }, "--resume and --answers do not go together"],
    [{ ...NAMED, answers: "a.txt", shuffle: true }, "--answers and --shuffle do not go together"],
    [{ ...NAMED, answers: "a.txt", keepJournal: true }, "--answers and --keep-journal do not go together"],
    [{ ...NAMED, entry: true, participants: "3" }, "--entry and --participants do not go together"],
    [{ ...NAMED, consensus: true, segment: ["department"] }, "--consensus and --segment do not go together"],
    [{ ...NAMED, keepJournal: true, deleteJournal: true }, "--keep-journal and --delete-journal do not go together"],
    [{ ...NAMED, seed: "3" }, "--seed is the seed of --shuffle"],
    [{ ...NAMED, shuffle: true, seed: "4294967296" }, "--seed 4294967296"],
    [{ ...NAMED, participants: "0" }, "--participants 0"],
    [{ ...NAMED, participants: "ten" }, "--participants ten"],
    [{ ...NAMED, participants: "1001" }, "the most that one keyboard can go round"],
    [{ ...NAMED, segment: ["email"] }, "who answered"],
  ])("%j is refused", (flags, why) => {
    expect(() => newSurveyOf(flags)).toThrow(UsageError);
    expect(() => newSurveyOf(flags)).toThrow(why);
  });

  it("is scored with what `score` takes by default", () => {
    expect(scoringOf({ minGroup: "3" }, { framework: "x", form: null, by: "R&D / Lab" })).toMatchObject({
      minGroup: 3,
      by: [{ text: '"R&D / Lab"', kind: "single", columns: ["R&D / Lab"] }],
      audience: null,
      rules: { onUnknown: "error", acceptGuesses: false },
    });
    expect(() => scoringOf({ minGroup: "2" }, { framework: "x", form: null, by: null })).toThrow("--min-group 2");
  });
});

describe("held against the framework", () => {
  const asking = { framework: "own.yaml", audience: null, form: null, segments: [], profiles: [] };
  const how = { seating: { kind: "one" }, shuffle: null } as const;
  const people = { kind: "participants", count: 5 } as const;

  it("takes the only audience", () => {
    expect(setupOf(one, asking, how)).toEqual({
      framework: { ref: "own.yaml", id: "test", version: "1.0.0", hash: one.hash },
      audience: "employees",
      form: null,
      seating: { kind: "one" },
      shuffle: null,
      segments: [],
    });
  });

  it("asks which of several, and finds the named one", () => {
    expect(() => setupOf(several, asking, how)).toThrow("Who will answer");
    expect(setupOf(several, { ...asking, audience: "customers", form: "short" }, how)).toMatchObject({
      audience: "customers",
      form: "short",
    });
    expect(() => setupOf(several, { ...asking, audience: "custmers" }, how)).toThrow("SC001");
    expect(() => setupOf(several, { ...asking, audience: "customers", form: "long" }, how)).toThrow("SC001");
  });

  it.each(["organisation", "consensus", "self"] as const)("of unit %s takes no participants", (unit) => {
    expect(() => setupOf({ ...one, unit }, asking, { ...how, seating: people })).toThrow("takes no participants");
  });

  it("of a unit other than people is one assessment, on paper too", () => {
    const sheets = { kind: "sheets" } as const;
    expect(setupOf({ ...one, unit: "consensus" }, asking, how).seating).toEqual({ kind: "consensus" });
    expect(setupOf({ ...one, unit: "organisation" }, asking, { ...how, seating: sheets }).seating).toEqual({
      kind: "one",
    });
    expect(
      setupOf({ ...one, unit: "organisation" }, asking, { ...how, seating: { kind: "consensus" } }).seating,
    ).toEqual({
      kind: "consensus",
    });
  });
});

describe("a survey that goes on", () => {
  const setup: InterviewSetup = {
    framework: { ref: "own.yaml", id: "test", version: "1.0.0", hash: one.hash },
    audience: "employees",
    form: null,
    seating: { kind: "participants", count: 20 },
    shuffle: 7,
    segments: [{ name: "department", options: ["Sales", "Service"] }],
  };

  it.each<SurveyFlags>([
    {},
    { framework: "moved.yaml", minGroup: "3", deleteJournal: true, output: ["json"] },
    { audience: "employees", participants: "20", shuffle: true, seed: "7", segment: ["department = Sales, Service"] },
  ])("takes %j", (flags) => {
    expect(() => refuseOtherSetup({ resume: "x.journal", ...flags }, setup)).not.toThrow();
  });

  it.each<[SurveyFlags, string]>([
    [{ audience: "customers" }, "--audience: this survey was begun with employees"],
    [{ form: "short" }, "--form: this survey was begun with the full form"],
    [{ participants: "12" }, "--participants: this survey was begun with 20 participants"],
    [{ consensus: true }, "--consensus"],
    [{ entry: true }, "--entry: this survey was begun with 20 participants"],
    [{ seed: "8" }, "--seed: this survey was begun with 7"],
    [{ segment: ["site"] }, "--segment: this survey was begun with department"],
    [{ answers: "x.txt", resume: "x.journal" }, "do not go together"],
  ])("refuses %j", (flags, why) => {
    expect(() => refuseOtherSetup({ resume: "x.journal", ...flags }, setup)).toThrow(UsageError);
    expect(() => refuseOtherSetup({ resume: "x.journal", ...flags }, setup)).toThrow(why);
  });

  it("of one person takes no participants and no shuffle", () => {
    const own = { ...setup, seating: { kind: "one" }, shuffle: null } as const;
    expect(() => refuseOtherSetup({ participants: "20" }, own)).toThrow("begun with one answer");
    expect(() => refuseOtherSetup({ shuffle: true }, own)).toThrow("the order of the framework");
  });

  it.each([
    [{ hash: "ffff" }, "the text of test 1.0.0 has changed"],
    [{ hash: "ffff", version: "2.0.0" }, "test is now version 2.0.0; the survey began with 1.0.0"],
    [{ hash: "ffff", id: "other" }, "own.yaml is now the framework other"],
  ])("stops where the framework may ask something else: %j", (change, why) => {
    const now = { ...one, ...change };
    expect(standingOf(one, setup)).toBe("same");
    expect(standingOf(now, setup)).toBe("other");
    expect(questionsChanged(now, setup, { journal: "x.journal", saved: [] })).toMatchObject({
      code: "SV001",
      message: expect.stringContaining(why),
    });
  });

  const scales = (label: string) =>
    new Map([...one.scales].map(([id, scale]) => [id, scale.kind === "coded" ? relabelled(scale, label) : scale]));
  const relabelled = (scale: CodedScale, label: string): CodedScale => ({
    ...scale,
    points: scale.points.map((point) => ({ ...point, label })),
  });

  it.each<[string, Partial<Framework>, Standing]>([
    ["the title", { title: "Better" }, "asks the same"],
    ["a target", { dimensions: one.dimensions.map((own) => ({ ...own, target: 99 })) }, "asks the same"],
    ["the version", { version: "1.0.1" }, "asks the same"],
    ["the id", { id: "other" }, "other"],
    ["a wording", { items: one.items.map((own) => ({ ...own, text: new Map([["employees", "Else?"]]) })) }, "other"],
    ["a label", { scales: scales("else") }, "other"],
    ["a question more", { items: [...one.items, item("C9", "care")] }, "other"],
    ["the audience", { audiences: [{ id: "customers", title: "Customers", standsFor: ["customers"] }] }, "other"],
  ])("looks at what is asked where %s has changed", (_, change, standing) => {
    const plan = planInterview(one, setup);
    const began = { ...setup, questions: questionsCode(plan) };
    const now = { ...one, hash: "ffff", ...change };
    expect(standingOf(now, began)).toBe(standing);
    expect(standingOf(now, setup)).toBe("other");
  });

  it.each<[string, Partial<InterviewSetup>]>([
    ["a column of the survey's own", { segments: [{ name: "assessment", options: [] }] }],
    ["an item of the framework", { segments: [{ name: "C1", options: [] }] }],
    ["a name that tells who answered", { segments: [{ name: "e-mail", options: [] }] }],
    ["one option", { segments: [{ name: "site", options: ["North"] }] }],
    ["a mark that turns the writing round", { segments: [{ name: "si\u202ete", options: [] }] }],
    ["more people than go round", { seating: { kind: "participants", count: 100_000 } }],
  ])("refuses a journal that asks for %s", (_, change) => {
    expect(() => refuseForeignSetup(setup, one, "x.journal")).not.toThrow();
    expect(() => refuseForeignSetup({ ...setup, ...change }, one, "x.journal")).toThrow("SV004");
  });
});

describe("enough people", () => {
  const two = framework({
    items: ["C1", "C2", "H1", "H2"].map((id) => item(id, id.startsWith("C") ? "care" : "honesty")),
    dimensions: [dimension("care", ["C1", "C2"]), dimension("honesty", ["H1", "H2"])],
    forms: [
      { id: "short", title: "Short", items: ["C1", "H1"] },
      { id: "half", title: "Half", items: ["C1", "C2", "H1"] },
      { id: "care", title: "Care", items: ["C1", "C2"] },
    ],
  });
  it.each([
    [null, "none", 5],
    ["short", "all", 10],
    ["half", "some", 10],
    ["care", "none", 5],
  ])("for the form %s", (form, single, least) => {
    const plan = planInterview(two, {
      framework: { ref: "x", id: "x", version: "1.0.0", hash: "" },
      ...{ audience: "employees", form, seating: { kind: "one" }, shuffle: null, segments: [] },
    });
    const enough = enoughOf(two, plan, 5);
    expect(enough).toEqual({ minGroup: 5, single });
    expect(isTooFew({ kind: "participants", count: least - 1 }, enough)).toBe(true);
    expect(isTooFew({ kind: "participants", count: least }, enough)).toBe(false);
  });
  it.each([
    [2, { minGroup: 5, single: "none" }, "fewer than 5 people no result is shown"],
    [7, { minGroup: 5, single: "all" }, "fewer than 10 people no result is shown"],
    [2, { minGroup: 5, single: "all" }, "fewer than 10 people no result is shown"],
    [7, { minGroup: 5, single: "some" }, "fewer than 10 people dimensions that rest on one question are not shown"],
    [2, { minGroup: 5, single: "some" }, "fewer than 5 people no result is shown"],
  ] as const)("of %i is said truly: %j", (count, enough, words) => {
    expect(tooFewWords(count, enough)).toContain(words);
    expect(tooFewWords(count, enough)).toContain(`this survey is for ${count}`);
  });
});
