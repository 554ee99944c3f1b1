import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { part } from "../part.ts";
import { createWorkshop, PROGRAM, RUN, settled, until, type Workshop, withoutTmux } from "./terminal.ts";

const SURVEY = `${RUN} survey -f trust-equation --audience employees`;
const FIRST = "Our company has the skills";
const ITEMS = 21;

let shop: Workshop;
beforeEach(() => {
  shop = createWorkshop();
});
afterEach(() => shop.close());

const files = () => readdirSync(shop.folder).sort();
const journal = () => files().find((name) => name.endsWith(".journal")) ?? "";
const entries = () =>
  readFileSync(join(shop.folder, journal()), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => JSON.parse(line.slice(line.indexOf(" ") + 1)) as { readonly kind: string; readonly text?: string });
const answered = () => entries().filter(({ kind }) => kind === "answer").length;

/** Dates and their likes change from day to day. */
const timeless = (text: string) => text.replace(/\d{4}-\d\d-\d\d/g, "2026-01-01");

describe.skipIf(withoutTmux !== "")(`one person at a real terminal${withoutTmux}`, () => {
  const sizes = [
    [60, 20],
    [80, 24],
    [140, 50],
  ] as const;
  it.each(part(sizes, 2))("is as agreed at %i × %i", async (columns, rows) => {
    const terminal = shop.open(SURVEY, { columns, rows });
    const seen = [await terminal.shows("Enter begin")];
    terminal.press("Enter");
    seen.push(await terminal.shows(FIRST));
    terminal.type("4b");
    seen.push(await terminal.shows("● 4"));
    terminal.type("c");
    await terminal.shows("Esc back");
    terminal.type("Mostly in the good years.");
    seen.push(await terminal.shows("good years."));
    terminal.press("Enter");
    seen.push(await terminal.shows("Saved."));
    const rule = `\n${"=".repeat(columns)}\n`;
    const text = `${seen.join(rule)}\n`;
    await expect(text).toMatchFileSnapshot(`../golden/screens/survey-${columns}x${rows}.txt`);
  });

  it("goes from key to question as soon as one sees it and to a report in the time one has, and gives the window back", async () => {
    const terminal = shop.open(SURVEY);
    await terminal.shows("Enter begin");
    const started = performance.now();
    terminal.press("Enter");
    await terminal.shows("Question 1 of");
    const times: number[] = [];
    for (let at = 1; at < ITEMS; at += 1) {
      const pressed = performance.now();
      terminal.type(String((at % 5) + 1));
      await terminal.shows(`Question ${at + 1} of`);
      times.push(performance.now() - pressed);
    }
    // tmux included.
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(250);
    terminal.type("3");
    await terminal.shows("last question");
    const seconds = (performance.now() - started) / 1000;
    expect(seconds).toBeLessThan(90);
    terminal.press("Enter");
    await terminal.shows("[exit 0]");
    expect(terminal.everything()).not.toContain("last question");
    expect(terminal.everything()).not.toContain(FIRST);
    const csv = files().find((name) => name.endsWith(".csv")) ?? "";
    const rows = readFileSync(join(shop.folder, csv), "utf8").trimEnd().split("\n");
    expect(rows).toHaveLength(2);
    for (const name of files()) expect(statSync(join(shop.folder, name)).mode & 0o777, name).toBe(0o600);
  });

  it("leaves a line at Escape, and takes the key behind it", async () => {
    const terminal = shop.open(`${SURVEY} --segment department`);
    await terminal.shows("Enter begin");
    terminal.press("Enter");
    await terminal.shows("Esc other keys");
    terminal.type("Sal");
    await terminal.shows("› Sal");
    terminal.press("Escape");
    await terminal.shows("s skip");
    terminal.type("s");
    await terminal.shows(FIRST);
    terminal.type("chalf a word");
    await terminal.shows("half a word");
    terminal.press("Escape");
    await terminal.shows("Not saved yet, but kept");
    expect(terminal.window()).not.toContain("› ");
    terminal.type("c");
    await terminal.shows("› half a word");
    terminal.press("Escape", "4");
    await terminal.shows("Question 3 of");
    expect(answered()).toBe(2);
  });

  it("answers nothing in a window that is too small for the question", async () => {
    const terminal = shop.open(SURVEY);
    await terminal.shows("Enter begin");
    terminal.press("Enter");
    await terminal.shows(FIRST);
    terminal.resize(20, 6);
    await terminal.shows("window larger");
    terminal.type("44");
    terminal.resize(80, 24);
    await terminal.shows(FIRST);
    terminal.type("5");
    await terminal.shows("Question 2 of");
    expect(answered()).toBe(1);
    terminal.resize(40, 5);
    await terminal.shows("window larger");
    terminal.press("C-c");
    await terminal.shows("[exit 130]");
  });

  it("draws anew when the window changes its size", async () => {
    const terminal = shop.open(SURVEY);
    await terminal.shows("Enter begin");
    terminal.press("Enter");
    await terminal.shows(FIRST);
    terminal.resize(140, 45);
    await terminal.shows(new RegExp(`^ {34}${FIRST}`, "m"));
    terminal.resize(60, 20);
    await terminal.shows(new RegExp(`^ {2}${FIRST}`, "m"));
    expect(terminal.everything().split(FIRST)).toHaveLength(2);
  });

  it("never takes what is pasted for answers", async () => {
    const terminal = shop.open(SURVEY);
    await terminal.shows("Enter begin");
    terminal.press("Enter");
    await terminal.shows(FIRST);
    terminal.paste("4\n5\n3\n");
    terminal.type("c");
    await terminal.shows("Esc back");
    terminal.paste("two\nlines\tand ünï 営業");
    await terminal.shows("› two lines and ünï 営業");
    terminal.press("Enter");
    await terminal.shows("Saved.");
    expect(answered()).toBe(0);
  });

  it("saves at Ctrl-C, says how to go on, and goes on", async () => {
    const terminal = shop.open(SURVEY);
    await terminal.shows("Enter begin");
    terminal.press("Enter");
    await terminal.shows(FIRST);
    terminal.type("425chalf a com");
    await terminal.shows("half a com");
    terminal.press("C-c");
    const words = await terminal.shows("[exit 130]");
    expect(timeless(words)).toContain("--resume trust-equation-2026-01-01.journal");
    expect(words).not.toMatch(/Error| at .*:\d/);
    const again = shop.open(`${RUN} survey --resume ${journal()}`);
    await again.shows("› half a com");
    again.type("ment");
    again.press("Enter");
    await again.shows("Saved.");
    expect(answered()).toBe(3);
    expect(entries().at(-1)).toMatchObject({ kind: "comment", text: "half a comment" });
  });

  // The others meet a survey in ending.test.ts and kills.test.ts.
  const ways = [
    ["the window closes", "SIGHUP"],
    ["it is asked to end", "SIGTERM"],
    ["it is interrupted from outside", "SIGINT"],
    ["it is killed", "SIGKILL"],
  ] as const;
  it.each(part(ways, 2))("has lost nothing when %s", async (_what, signal) => {
    const terminal = shop.open(SURVEY);
    await terminal.shows("Enter begin");
    terminal.press("Enter");
    await terminal.shows(FIRST);
    terminal.type("4251");
    await terminal.shows("Question 5 of");
    if (signal === "SIGHUP") terminal.hangUp();
    else {
      terminal.kill(signal);
      const words = await terminal.shows("[exit");
      if (signal !== "SIGKILL") expect(words).toContain("[exit 130]");
      if (signal !== "SIGKILL") expect(words).toContain("--resume");
    }
    // Whole, and free again: a process that is still alive would keep the journal.
    const again = () =>
      spawnSync("node", [PROGRAM, "survey", "--resume", journal()], { cwd: shop.folder, encoding: "utf8" });
    await until(() => again().stderr.includes("needs a terminal"));
    expect(answered()).toBe(4);
  });
});

describe.skipIf(withoutTmux !== "")(`several people at a real terminal${withoutTmux}`, () => {
  it("leaves nothing of one to the next, on the window or above it", async () => {
    const terminal = shop.open(`${SURVEY} --participants 3`);
    await terminal.shows("first person");
    terminal.press("Enter");
    await terminal.shows("Before you begin");
    terminal.press("Enter");
    await terminal.shows(FIRST);
    terminal.type("2cthe secret remark");
    await terminal.shows("secret remark");
    terminal.press("Enter");
    await terminal.shows("Saved.");
    terminal.type("4".repeat(ITEMS - 1));
    await terminal.shows("last question");
    terminal.press("Enter");
    await terminal.shows("Your answers are saved.");
    for (const word of ["secret", FIRST]) expect(terminal.everything()).not.toContain(word);
    await settled();
    terminal.press("Enter");
    await terminal.shows("next person");
    for (const word of ["secret", "●", FIRST, "last question"]) expect(terminal.everything()).not.toContain(word);
    terminal.press("Enter");
    await terminal.shows("Before you begin");
    terminal.press("Enter");
    await terminal.shows(FIRST);
    terminal.type("c");
    await terminal.shows("Esc back");
    terminal.press("Up", "C-y", "C-r");
    terminal.type("mine");
    await terminal.shows("› mine");
    for (const word of ["secret", "●"]) expect(terminal.everything()).not.toContain(word);
    terminal.press("C-c");
    await terminal.shows("[exit 130]");
    for (const word of ["secret", "mine", FIRST]) expect(terminal.everything()).not.toContain(word);
  });

  it("takes out of the journal what somebody withdraws", async () => {
    const terminal = shop.open(`${SURVEY} --participants 3`);
    await terminal.shows("first person");
    terminal.press("Enter");
    await terminal.shows("Before you begin");
    terminal.press("Enter");
    await terminal.shows(FIRST);
    terminal.type("44cunwise words");
    await terminal.shows("unwise words");
    terminal.press("Enter");
    await terminal.shows("Saved.");
    terminal.type("w");
    await terminal.shows("y withdraw");
    terminal.type("y");
    await terminal.shows("Your answers are deleted.");
    expect(readFileSync(join(shop.folder, journal()), "utf8")).not.toContain("unwise");
    expect(answered()).toBe(0);
    expect(terminal.everything()).not.toContain("unwise");
  });
});

describe.skipIf(withoutTmux !== "")(`the last of several people at a real terminal${withoutTmux}`, () => {
  const lastTurn = async () => {
    const terminal = shop.open(`${SURVEY} --participants 1`);
    for (const [shows, keys] of [
      ["first person", "\r"],
      ["Before you begin", "\r"],
      [FIRST, "3".repeat(ITEMS)],
      ["last question", "\r\r\r\rey"],
    ] as const) {
      await terminal.shows(shows);
      terminal.type(keys);
    }
    return terminal;
  };

  it("is thanked, and what was typed ahead closes nothing", async () => {
    const terminal = await lastTurn();
    const seen = [await terminal.shows("Your answers are saved.")];
    await settled();
    terminal.press("Enter", "Enter");
    seen.push(await terminal.shows("e closes the survey"));
    expect(entries().at(-1)).toEqual({ kind: "finish", seat: 1 });
    terminal.type("e");
    seen.push(await terminal.shows("Close the survey?"));
    const rule = `\n${"=".repeat(80)}\n`;
    await expect(`${seen.join(rule)}\n`).toMatchFileSnapshot("../golden/screens/last-turn-80x24.txt");
    terminal.type("y");
    expect(await terminal.shows("[Y/n]")).not.toContain("Everybody");
  });

  it("can be followed by a latecomer, and the survey comes back to where it was", async () => {
    const terminal = await lastTurn();
    await terminal.shows("Your answers are saved.");
    terminal.press("C-c");
    expect(await terminal.shows("[exit 130]")).toContain("1 person has had their turn.");
    const again = shop.open(`${RUN} survey --resume ${journal()}`);
    await again.shows("Everybody has had their turn.");
    again.type("a");
    await again.shows("1 of 2 have had their turn");
    again.press("Enter");
    await again.shows("Before you begin");
  });
});

describe.skipIf(withoutTmux !== "")(`withdrawing from a typed question${withoutTmux}`, () => {
  it("takes Escape and then w", async () => {
    const terminal = shop.open(`${SURVEY} --participants 5 --segment department`);
    await terminal.shows("first person");
    terminal.press("Enter");
    await terminal.shows("Before you begin");
    terminal.press("Enter");
    await terminal.shows("Esc other keys");
    terminal.type("Sales");
    await terminal.shows("› Sales");
    terminal.press("Escape");
    terminal.type("w");
    await terminal.shows("y withdraw");
    terminal.type("y");
    await terminal.shows("Your answers are deleted.");
    expect(readFileSync(join(shop.folder, journal()), "utf8")).not.toContain("Sales");
  });
});

describe.skipIf(withoutTmux !== "")(`other ways at a real terminal${withoutTmux}`, () => {
  it("asks in plain lines where the terminal can do no more", async () => {
    const terminal = shop.open(`TERM=dumb ${SURVEY}`);
    await terminal.shows("Enter to begin");
    terminal.press("Enter");
    await terminal.shows("Question 1 of");
    terminal.type("4");
    terminal.press("Enter");
    await terminal.shows("Question 2 of");
    expect(answered()).toBe(1);
    terminal.press("C-c");
    expect(await terminal.shows("[exit 130]")).toContain("--resume");
  });

  it("hands nothing round on a terminal that cannot be wiped", async () => {
    const terminal = shop.open(`TERM=dumb ${SURVEY} --participants 5`);
    expect(await terminal.shows("[exit 2]")).toContain("TERM=dumb");
    expect(files()).toEqual([]);
  });

  it("asks for sheets in plain lines", async () => {
    const terminal = shop.open(`${SURVEY} --entry --screen-reader`);
    await terminal.shows("Sheet code");
    terminal.type("stop");
    terminal.press("Enter");
    expect(await terminal.shows("[exit 0]")).toContain("Sheet code");
    expect(files()).toEqual([]);
  });

  it("takes 1 with one Enter, where 10 begins like it", async () => {
    const terminal = shop.open(`${SURVEY} --screen-reader`);
    await terminal.shows("Enter to begin");
    terminal.press("Enter");
    for (let at = 1; at < ITEMS; at += 1) {
      await terminal.shows(`Question ${at} of`);
      terminal.type("s");
      terminal.press("Enter");
    }
    await terminal.shows(`Question ${ITEMS} of`);
    terminal.type("1");
    terminal.press("Enter");
    await terminal.shows("last question");
    expect(entries().at(-1)).toMatchObject({ kind: "answer", answer: { kind: "code", code: 1 } });
  });

  it("wipes the lines of one person before the next, for a screen reader too", async () => {
    const terminal = shop.open(`${SURVEY} --participants 3 --screen-reader`);
    await terminal.shows("first person");
    for (const wait of ["Before you begin", FIRST]) {
      terminal.press("Enter");
      await terminal.shows(wait);
    }
    terminal.type("c");
    terminal.press("Enter");
    await terminal.shows("Comment");
    terminal.type("the secret remark");
    terminal.press("Enter");
    await terminal.shows("Saved.");
    for (let at = 1; at <= ITEMS; at += 1) {
      terminal.type("3");
      terminal.press("Enter");
    }
    await terminal.shows("last question");
    terminal.press("Enter");
    await terminal.shows("Your answers are saved.");
    for (const word of ["secret", FIRST]) expect(terminal.everything()).not.toContain(word);
    await settled();
    terminal.press("Enter");
    await terminal.shows("next person");
    for (const word of ["secret", FIRST]) expect(terminal.everything()).not.toContain(word);
  });

  it.each([
    ["Ctrl-Z", "C-z"],
    ["Ctrl-\\", "C-\\"],
    ["Ctrl-C", "C-c"],
  ])("leaves no answer beside a shell prompt at %s", async (_name, key) => {
    const terminal = shop.open(`${SURVEY} --participants 3 --screen-reader`);
    await terminal.shows("first person");
    for (const wait of ["Before you begin", FIRST]) {
      terminal.press("Enter");
      await terminal.shows(wait);
    }
    terminal.type("4");
    terminal.press("Enter");
    await terminal.shows("Question 2 of");
    terminal.press(key);
    expect(await terminal.shows("[exit 130]")).toContain("--resume");
    for (const word of [FIRST, "Agree", "Question"]) expect(terminal.everything()).not.toContain(word);
    expect(answered()).toBe(1);
  });

  it("takes sheets of paper as they are typed", async () => {
    const terminal = shop.open(`${SURVEY} --entry --keep-journal`);
    await terminal.shows("Sheet 1");
    terminal.type("43-n5 55555 44444 33339 7 =9 @12");
    terminal.press("Enter");
    await terminal.shows("^");
    terminal.press("C-u");
    terminal.type("43-n5 55555 44444 33333 7 =9 @12");
    terminal.press("Enter");
    await terminal.shows("Taken: sheet 12");
    terminal.type("end");
    terminal.press("Enter");
    await terminal.shows("[exit 4]");
    const csv = files().find((name) => name.endsWith(".csv")) ?? "";
    expect(readFileSync(join(shop.folder, csv), "utf8")).toContain("5,5,5,5,5,4,4,4,4,4,3,3,3,3,3,7");
  });
});
