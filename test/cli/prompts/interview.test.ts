import { describe, expect, it } from "vitest";
import { runInterview } from "../../../src/cli/prompts/interview.ts";
import { QUIET } from "../../../src/cli/prompts/quiet.ts";
import { begin, resume } from "../../../src/interview/machine.ts";
import type { Entry, InterviewPlan } from "../../../src/interview/types.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { createFakeDesk } from "./fake-desk.ts";
import { planOf } from "./plan.ts";

interface Diary {
  readonly entries: Entry[];
  full: boolean;
  tidy: boolean;
}

async function sit(plan: InterviewPlan = planOf(), { before = [] as readonly Entry[], width = 80, height = 24 } = {}) {
  const diary: Diary = { entries: [...before], full: false, tidy: true };
  const journal = {
    append: (more: readonly Entry[]) => {
      const help = "Free some room, then press the key again.";
      if (diary.full && more.length > 0)
        throw new ProblemsError([{ code: "JN010", severity: "error", message: "The disk is full.", help }]);
      diary.entries.push(...more);
    },
    isTidy: () => diary.tidy,
  };
  const fake = createFakeDesk({ width, height });
  const state = before.length === 0 ? begin(plan) : resume(plan, before);
  const ended = runInterview({ state, journal, desk: fake.desk });
  // The prompt begins when what it needs has been loaded.
  while (!fake.desk.attended()) await new Promise((resolve) => setTimeout(resolve, 1));
  const answers = () =>
    diary.entries.flatMap((entry) => (entry.kind === "answer" ? [[entry.question, entry.answer]] : []));
  return { ...fake, diary, answers, ended };
}

/** Longer than one waits for what may follow Escape. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 90));
/** Longer than typed-ahead keys are dropped after a turn. */
const settled = () => new Promise((resolve) => setTimeout(resolve, QUIET + 50));

const code = (value: number) => ({ kind: "code", code: value });

describe("the survey at the keyboard", () => {
  it("shows a question, takes a digit, and shows the next", async () => {
    const { send, window, answers } = await sit();
    expect(window()).toContain("How far the team trusts itself.");
    await send("\r");
    expect(window()).toContain("We say what we think.");
    await send("4");
    expect(window()).toContain("Promises are kept.");
    expect(window()).not.toContain("We say what we think.");
    expect(answers()).toEqual([["A1", code(4)]]);
  });

  it("takes every key of a burst, in order", async () => {
    const { send, answers, ended } = await sit();
    await send("\r1231");
    await send("0\r");
    expect(answers()).toEqual([
      ["A1", code(1)],
      ["A2", code(2)],
      ["A3", code(3)],
      ["N1", code(10)],
    ]);
    expect(await ended).toBe("closed");
  });

  it("has each answer on disk before the next question shows", async () => {
    const { send, written, diary } = await sit();
    await send("\r");
    const length = written().length;
    const push = diary.entries.push.bind(diary.entries);
    let shown = "";
    diary.entries.push = (...more) => {
      shown = written().slice(length);
      return push(...more);
    };
    await send("4");
    expect(shown).not.toContain("Promises are kept.");
    expect(written().slice(length)).toContain("Promises are kept.");
  });

  it("does not take a step that could not be saved, and says why", async () => {
    const { send, window, diary, answers } = await sit();
    await send("\r");
    diary.full = true;
    await send("4");
    expect(window()).toContain("We say what we think.");
    expect(window()).toContain("The disk is full. Free some room");
    diary.full = false;
    await send("4");
    expect(window()).toContain("Promises are kept.");
    expect(window()).not.toContain("disk is full");
    expect(answers()).toHaveLength(1);
  });

  it("refuses a typed sign that could not be saved", async () => {
    const { send, window, diary } = await sit();
    await send("\rcab");
    diary.full = true;
    await send("c");
    expect(window()).toMatch(/› ab$/m);
    diary.full = false;
    await send("d");
    expect(window()).toMatch(/› abd$/m);
  });

  it("edits a comment in its middle, with any script, and keeps every state of it", async () => {
    const { send, window, cursor, diary } = await sit();
    await send("\rc");
    await send("one  tree é営");
    expect(window()).toMatch(/› one {2}tree é営$/m);
    await send("\u001b[D".repeat(6));
    await send("h");
    expect(window()).toContain("› one  three é営");
    expect(cursor()?.column).toBe("    › one  th".length);
    await send("\r");
    expect(diary.entries.at(-1)).toMatchObject({ kind: "comment", text: "one three é営" });
    expect(diary.entries.filter(({ kind }) => kind === "draft").length).toBeGreaterThan(10);
    expect(window()).toContain("We say what we think.");
  });

  it("leaves a comment at Escape, with nothing typed behind it", async () => {
    const { send, window, answers } = await sit();
    await send("\rc");
    await send("a word");
    await send("\u001b");
    await pause();
    expect(window()).not.toContain("› ");
    expect(window()).toContain("Not saved yet, but kept");
    await send("4");
    expect(answers()).toEqual([["A1", code(4)]]);
  });

  it("takes a key right behind Escape as that key", async () => {
    const { send, window, answers } = await sit();
    await send("\rca word");
    await send("\u001b4");
    expect(answers()).toEqual([["A1", code(4)]]);
    await send("cmore\u001bb");
    expect(window()).toContain("We say what we think.");
  });

  it("lets whoever types about themselves withdraw: Escape, then w", async () => {
    const plan = planOf({ kind: "participants", count: 2 }, [{ name: "department", options: [] }]);
    const { send, window } = await sit(plan);
    await send("\r\r");
    expect(window()).toContain("Esc other keys");
    await send("Sal");
    await send("\u001b");
    await pause();
    await send("w");
    expect(window()).toContain("Withdraw everything");
    await send("y");
    expect(window()).toContain("Your answers are deleted.");
    expect(window()).not.toContain("hand the keyboard");
  });

  it("saves and stops at Ctrl-C right behind Escape", async () => {
    const { send, ended } = await sit();
    await send("\rc\u001b\u0003");
    expect(await ended).toBe("interrupted");
  });

  it("never lets a paste answer questions", async () => {
    const { send, window, answers, diary } = await sit();
    await send("\r\u001b[200~4\n5\n3\r\u001b[201~");
    expect(window()).toContain("We say what we think.");
    expect(answers()).toEqual([]);
    await send("c\u001b[200~two\nlines\t\u001b[2Jhere\r\u001b[201~");
    expect(window()).toMatch(/› two lines .*here/);
    expect(answers()).toEqual([]);
    await send("\r");
    expect(diary.entries.at(-1)).toMatchObject({ kind: "comment" });
  });

  it("hands nothing typed to the next person, by no key of any editor", async () => {
    const { send, window, written } = await sit(planOf({ kind: "participants", count: 2 }));
    await send("\r\r");
    await send("csecret word\r4d");
    await send("310\r");
    expect(window()).toContain("Your answers are saved.");
    await settled();
    await send("\r");
    expect(window()).toContain("Please hand the keyboard");
    const length = written().length;
    expect(written()).toContain("\u001b[3J");
    await send("\r\r");
    await send("c\u001b[A\u001b[B\u0019\u001f\u0012\u0010\u000e");
    expect(window()).toContain("We say what we think.");
    expect(written().slice(length)).not.toContain("secret");
    expect(window()).not.toContain("●");
  });

  it("leaves to the journal what was withdrawn", async () => {
    const { send, window, diary } = await sit(planOf({ kind: "participants", count: 2 }));
    await send("\r\r44wy");
    expect(diary.entries.at(-1)).toEqual({ kind: "withdraw", seat: 1 });
    expect(window()).toContain("Your answers are deleted.");
    expect(window()).not.toContain("as soon as the disk has room");
  });

  it("says so where the journal could not erase it yet", async () => {
    const { send, window, diary } = await sit(planOf({ kind: "participants", count: 2 }));
    diary.tidy = false;
    await send("\r\r44wy");
    expect(window()).toContain("You are withdrawn.");
    expect(window()).toContain("deleted from the file as soon as the disk has room");
    expect(window()).not.toContain("hand the keyboard");
    await settled();
    await send("4b");
    expect(window()).toContain("You are withdrawn.");
    await send("\r");
    expect(window()).toContain("hand the keyboard");
    expect(window()).not.toContain("withdrawn");
  });

  it("drops what was typed ahead of the thanks, and closes nothing at a stray Enter", async () => {
    const { send, window, diary, ended } = await sit(planOf({ kind: "participants", count: 1 }));
    await send("\r\r444");
    await send("9\r\r\r\rey");
    expect(window()).toContain("Your answers are saved.");
    await send("\rey");
    expect(window()).toContain("Your answers are saved.");
    await settled();
    await send("\r\r\r");
    expect(window()).toContain("Everybody has had their turn.");
    expect(window()).toContain("e closes the survey; a adds a place.");
    expect(diary.entries.at(-1)).toEqual({ kind: "finish", seat: 1 });
    await send("ey");
    expect(await ended).toBe("closed");
    expect(diary.entries.at(-1)).toEqual({ kind: "close" });
  });

  it("can be left at once at Ctrl-C even then", async () => {
    const { send, ended } = await sit(planOf({ kind: "participants", count: 1 }));
    await send("\r\r4449\r\u0003");
    expect(await ended).toBe("interrupted");
  });

  it("leaves nothing on a terminal without a second screen, where people take turns", async () => {
    const { send, written, ended } = await sit(planOf({ kind: "participants", count: 2 }));
    await send("\r\r4\u0003");
    await ended;
    expect(written().endsWith("\u001b[?1049l\u001b[3J")).toBe(true);
  });

  it("says what did not fit on a line, and keeps all that did", async () => {
    const { send, window, diary } = await sit();
    await send(`\rc${"start ".repeat(10)}`);
    await send(`\u001b[200~${"x".repeat(1000)}\u001b[201~`);
    expect(window()).toMatch(/A line holds 1,000 signs and this one is full: 60 signs were not\s+┃ taken\./);
    await send("\u0001y");
    expect(window()).toMatch(/the last sign was not\s+┃ taken|the last sign was not taken/);
    await send("\u001b[C".repeat(6));
    await send("\u007f!");
    await send("\r");
    const text = `${"start ".repeat(10)}${"x".repeat(940)}`;
    expect(diary.entries.at(-1)).toMatchObject({ kind: "comment", text: `start!${text.slice(6)}` });
  });

  it("takes no key in a window that cannot show the question, and goes on in a larger one", async () => {
    const { send, window, resize, answers } = await sit();
    await send("\r");
    resize(20, 6);
    expect(window()).toMatch(/^Please make this\nwindow larger/);
    await send("44\rq");
    expect(answers()).toEqual([]);
    resize(80, 24);
    expect(window()).toContain("We say what we think.");
    await send("4");
    expect(answers()).toEqual([["A1", code(4)]]);
  });

  it("shows thirty departments in a window of 60 columns and 24 lines", async () => {
    const options = Array.from({ length: 30 }, (_, at) => `Department ${at + 1}`);
    const plan = planOf({ kind: "participants", count: 5 }, [{ name: "department", options }]);
    const { send, window, answers } = await sit(plan, { width: 60, height: 24 });
    await send("\r\r");
    for (const option of options) expect(window()).toMatch(new RegExp(`${option}\\b`));
    await send("30\r");
    expect(answers()).toEqual([["@department", { kind: "choice", text: "Department 30" }]]);
  });

  it("can be left from a window that is too small", async () => {
    const { send, ended } = await sit(planOf(), { width: 20, height: 6 });
    await send("\u0003");
    expect(await ended).toBe("interrupted");
  });

  it("draws anew in another size", async () => {
    const { send, window, resize } = await sit();
    await send("\r");
    resize(140, 40);
    expect(window()).toMatch(/^ {34}Team trust/m);
    resize(60, 20);
    expect(window()).toMatch(/^ {2}Team trust/m);
  });
});

describe("the end of the survey at the keyboard", () => {
  it("gives the terminal back", async () => {
    const { send, written, ended } = await sit();
    await send("\rq");
    expect(await ended).toBe("paused");
    expect(written()).toContain("\u001b[?2004l");
    expect(written().endsWith("\u001b[?25h\u001b[?1049l")).toBe(true);
    expect(written().split("\u001b[?1049l")).toHaveLength(2);
  });

  it.each<[string, (one: Awaited<ReturnType<typeof sit>>) => unknown]>([
    ["Ctrl-C", ({ send }) => send("\u0003")],
    ["Ctrl-D", ({ send }) => send("\u0004")],
    ["a signal", ({ watch }) => watch().leave()],
    ["a keyboard that is gone", ({ desk }) => (desk.input as unknown as { end(): void }).end()],
    [
      "all of them at once",
      async ({ send, watch, desk }) => {
        const { leave } = watch();
        leave();
        leave();
        await send("\u0003\u0003");
        (desk.input as unknown as { end(): void }).end();
      },
    ],
  ])("saves and stops once at %s", async (_name, interrupt) => {
    const one = await sit();
    await one.send("\r45");
    await interrupt(one);
    expect(await one.ended).toBe("interrupted");
    expect(one.answers()).toHaveLength(2);
    expect(one.written().endsWith("\u001b[?1049l")).toBe(true);
    expect(one.desk.attended()).toBe(false);
  });

  it("takes no key after the end", async () => {
    const one = await sit();
    await one.send("\rq45");
    expect(await one.ended).toBe("paused");
    expect(one.answers()).toEqual([]);
  });

  it("suspends nothing at Ctrl-Z", async () => {
    const { send, window } = await sit();
    await send("\r\u001a");
    expect(window()).toContain("We say what we think.");
  });

  it("goes on where it stopped", async () => {
    const first = await sit();
    await first.send("\r4chalf a com");
    first.watch().leave();
    await first.ended;
    const second = await sit(planOf(), { before: first.diary.entries });
    expect(second.window()).toContain("› half a com");
    await second.send("ment\r");
    expect(second.diary.entries.at(-1)).toMatchObject({ kind: "comment", question: "A2", text: "half a comment" });
  });

  it("hands on a defect instead of hiding it", async () => {
    const fake = createFakeDesk();
    const append = () => {
      throw new TypeError("a defect");
    };
    const ended = runInterview({ state: begin(planOf()), journal: { append, isTidy: () => true }, desk: fake.desk });
    const failed = expect(ended).rejects.toThrow("a defect");
    while (!fake.desk.attended()) await new Promise((resolve) => setTimeout(resolve, 1));
    await fake.send("\r");
    await failed;
    expect(fake.written().endsWith("\u001b[?1049l")).toBe(true);
  });
});
