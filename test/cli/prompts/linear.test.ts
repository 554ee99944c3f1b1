import { describe, expect, it } from "vitest";
import { runLinear } from "../../../src/cli/prompts/linear.ts";
import { QUIET } from "../../../src/cli/prompts/quiet.ts";
import { resume } from "../../../src/interview/machine.ts";
import type { Entry, InterviewPlan } from "../../../src/interview/types.ts";
import { createFakeDesk } from "./fake-desk.ts";
import { planOf } from "./plan.ts";

async function sit(plan: InterviewPlan = planOf()) {
  const entries: Entry[] = [];
  const journal = { append: (more: readonly Entry[]) => void entries.push(...more), isTidy: () => true };
  const fake = createFakeDesk({ plain: true });
  const ended = runLinear({ state: resume(plan, []), journal, desk: fake.desk });
  while (!fake.desk.attended()) await new Promise((resolve) => setTimeout(resolve, 1));
  let read = 0;
  /** What is printed after a line. */
  const say = async (line: string) => {
    read = fake.written().length;
    await fake.send(`${line}\n`);
    return fake.written().slice(read);
  };
  const answers = () => entries.flatMap((entry) => (entry.kind === "answer" ? [entry.answer] : []));
  return { ...fake, entries, ended, say, answers };
}

describe("the survey in plain lines", () => {
  it("looks as agreed", async () => {
    const { say, written, ended } = await sit();
    for (const line of ["", "4", "c", "said with care", "b", "", "n", "2", "10", ""]) await say(line);
    expect(await ended).toBe("closed");
    await expect(written()).toMatchFileSnapshot("../../golden/screens/linear.txt");
  });

  it("moves no cursor and needs no colour", async () => {
    const { say, written } = await sit();
    for (const line of ["", "4", "?", "", "2"]) await say(line);
    expect(written()).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it("prints each question once, and only what is new about it", async () => {
    const { say } = await sit();
    expect(await say("")).toContain("We say what we think.");
    const again = await say("7");
    expect(again).not.toContain("We say what we think.");
    expect(again.trim()).not.toBe(">");
  });

  it("takes one answer a line, never two", async () => {
    const { say, answers } = await sit();
    await say("");
    await say("45");
    expect(answers()).toEqual([]);
    await say(" 4 ");
    expect(answers()).toEqual([{ kind: "code", code: 4 }]);
  });

  it("takes a code of one digit where longer ones begin like it", async () => {
    const { say, answers } = await sit();
    for (const line of ["", "1", "1", "1"]) await say(line);
    await say("1");
    expect(answers().at(-1)).toEqual({ kind: "code", code: 1 });
    expect(answers()).toHaveLength(4);
  });

  it("takes the word of a command for its key", async () => {
    const { say, answers } = await sit();
    await say("begin");
    await say("Don't know");
    await say("skip");
    expect(answers()).toEqual([{ kind: "dontKnow" }, { kind: "skipped" }]);
  });

  it("leaves a typed line with a slash and a letter", async () => {
    const { say, entries } = await sit();
    await say("");
    await say("4");
    await say("c");
    expect(await say("/b")).toContain("We say what we think.");
    expect(entries.some(({ kind }) => kind === "comment")).toBe(false);
  });

  it("leaves nothing on the screen for the next person", async () => {
    const { say, written, ended } = await sit(planOf({ kind: "participants", count: 1 }));
    for (const line of ["", "", "4", "4", "4", "9"]) await say(line);
    const thanks = await say("");
    expect(thanks).toContain("\u001b[H\u001b[2J\u001b[3J");
    expect(thanks).toContain("Your answers are saved.");
    // Typed ahead: nobody can have heard it yet.
    expect(await say("")).toBe("");
    await new Promise((resolve) => setTimeout(resolve, QUIET + 50));
    expect(await say("")).toContain("Everybody has had their turn.");
    await say("");
    await say("e");
    await say("y");
    expect(await ended).toBe("closed");
    const after = written().slice(written().lastIndexOf("\u001b[3J"));
    expect(after).toBe("\u001b[3JThank you. The survey is finished, and every answer is saved.\n");
  });

  it("says what can be typed where a line means nothing", async () => {
    const { say, answers } = await sit();
    await say("");
    expect(await say("45")).toContain('"45" is no answer here. Please type a number from 1 to 5, n, d, s, c, ? or q.');
    expect(await say("nonsense of some length, and more")).toContain("That is no answer here.");
    expect(answers()).toEqual([]);
    expect(await say("4")).not.toContain("no answer here");
  });

  it("says each answer back in words", async () => {
    const { say } = await sit();
    await say("");
    expect(await say("4")).toMatch(/^Agree\.\n/);
    expect(await say("s")).toMatch(/^Skipped\.\n/);
    expect(await say("x")).not.toContain("Skipped.");
    await say("d");
    expect(await say("7")).toMatch(/^7\.\n/);
    expect(await say("b")).not.toMatch(/^7\./);
  });

  it("says that somebody has withdrawn", async () => {
    const { say } = await sit(planOf({ kind: "participants", count: 2 }));
    for (const line of ["", "", "4", "w"]) await say(line);
    expect(await say("y")).toContain("Your answers are deleted.");
  });

  it("lists in its help the keys that work on a line", async () => {
    const { say } = await sit();
    await say("");
    const help = await say("?");
    expect(help).not.toMatch(/[↑↓←→]|Esc|any key/);
    expect(help).toContain("/: out of a line");
    expect(help).toContain("Enter to go back to the survey");
  });

  it("takes a label in full", async () => {
    const { say, answers } = await sit();
    for (const line of ["", "agree", "  Strongly   AGREE"]) await say(line);
    expect(answers()).toEqual([
      { kind: "code", code: 4 },
      { kind: "code", code: 5 },
    ]);
  });

  it.each<[string, (one: Awaited<ReturnType<typeof sit>>) => unknown]>([
    ["a signal", ({ watch }) => watch().leave()],
    ["the end of the input", ({ desk }) => (desk.input as unknown as { end(): void }).end()],
  ])("saves and stops once at %s", async (_name, interrupt) => {
    const one = await sit();
    await one.say("");
    await one.say("4");
    await interrupt(one);
    expect(await one.ended).toBe("interrupted");
    expect(one.answers()).toHaveLength(1);
    expect(one.desk.attended()).toBe(false);
  });
});
