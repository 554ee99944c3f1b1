import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";
import { createWorkshop, RUN, settled, type Terminal, type Workshop, withoutTmux } from "./terminal.ts";

const SURVEY = `${RUN} survey -f trust-equation --audience employees`;
const ITEMS = 21;

let shop: Workshop;
beforeEach(() => {
  shop = createWorkshop();
});
afterEach(() => shop.close());

const files = () => readdirSync(shop.folder);
const journal = () => files().find((name) => name.endsWith(".journal")) ?? "";

/** Kills in an ordinary run, and where everything is proved. */
const KILLS = WHOLE ? 200 : 4;

describe.skipIf(withoutTmux !== "")(`kills at random moments${withoutTmux}`, () => {
  const shown = (window: string) =>
    Number(/Question (\d+) of/.exec(window)?.[1] ?? (window.includes("last question") ? ITEMS + 1 : 0));
  const codes = Array.from({ length: ITEMS }, (_, at) => String(((at * 7 + 2) % 5) + 1));

  it(`lose no answer, and every survey comes to the same result: ${KILLS} kills`, async () => {
    const below = (count: number) => Math.floor(Math.random() * count);
    for (let kills = 0; kills < KILLS; ) {
      for (const name of files()) rmSync(join(shop.folder, name));
      let terminal = shop.open(SURVEY);
      await terminal.shows("Enter begin");
      terminal.press("Enter");
      let next = shown(await terminal.shows(/Question \d+ of/));
      while (next <= ITEMS && kills < KILLS) {
        const typed = codes.slice(next - 1, next + below(4));
        terminal.type(typed.join(""));
        await new Promise((resolve) => setTimeout(resolve, below(80)));
        const seen = shown(terminal.window());
        terminal.kill("SIGKILL");
        kills += 1;
        terminal = shop.open(`${RUN} survey --resume ${journal()}`);
        const resumed = shown(await terminal.shows(/Question \d+ of|last question/));
        expect(resumed).toBeGreaterThanOrEqual(seen);
        expect(resumed).toBeLessThanOrEqual(next + typed.length);
        next = resumed;
      }
      terminal.type(codes.slice(next - 1).join(""));
      await terminal.shows("last question");
      terminal.press("Enter");
      await terminal.shows("[exit 0]");
      const csv = files().find((name) => name.endsWith(".csv")) ?? "";
      expect(readFileSync(join(shop.folder, csv), "utf8")).toContain(codes.join(","));
    }
  });
});

/** People whose rows and remarks are wanted at the end; the third withdraws, and five are enough for a result. */
const PEOPLE = 6;
const WITHDRAWS = 3;
/** On this question each of them says something, or withdraws. */
const PAUSE = 3;

/** Never 1 on the last, which goes to 10. */
const codeOf = (person: number, question: number) =>
  String(((question * 7 + person * 3) % 5) + (question === ITEMS ? 2 : 1));
const rowOf = (person: number) => Array.from({ length: ITEMS }, (_, at) => codeOf(person, at + 1)).join(",");
const remarkOf = (person: number) => `the remark of person ${person}`;
const STAYED = [1, 2, 4, 5, 6];

describe.skipIf(withoutTmux !== "")(`kills while the keyboard goes round${withoutTmux}`, () => {
  const KNOWN =
    /hand the keyboard|Everybody has had|Your answers are (?:saved|deleted)|was interrupted|Before you begin|Question \d+ of|last question|\[exit 0\]/;
  const said = () =>
    readFileSync(join(shop.folder, journal()), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map(
        (line) => JSON.parse(line.slice(line.indexOf(" ") + 1)) as { readonly kind: string; readonly seat?: number },
      );
  const below = (count: number) => Math.floor(Math.random() * count);

  /** False where the survey had come to its end before. */
  function killed(terminal: Terminal): boolean {
    try {
      terminal.kill("SIGKILL");
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: "ESRCH" });
      return false;
    }
  }

  /** Enter leads on from each of these, and what shows that it was taken. */
  const DOORS: readonly (readonly [string, RegExp])[] = [
    ["hand the keyboard", /Before you begin/],
    ["was interrupted", /Question \d+ of|last question/],
    ["Before you begin", /Question 1 of/],
    ["last question", /Your answers are saved/],
    ["Your answers are", /next person|Everybody has had/],
  ];

  function next(window: string): { readonly keys: string; readonly shows: string | RegExp } {
    if (window.includes("Everybody has had")) return { keys: "ey", shows: "[exit 0]" };
    const door = DOORS.find(([words]) => window.includes(words));
    return door === undefined ? answering(window) : { keys: "\r", shows: door[1] };
  }

  /** What shows that the keys were taken. */
  async function goOn(terminal: Terminal, window: string): Promise<string | RegExp> {
    const { keys, shows } = next(window);
    if (window.includes("Your answers are")) await settled();
    terminal.type(keys);
    return shows;
  }

  function answering(window: string) {
    const question = Number(/Question (\d+) of/.exec(window)?.[1]);
    const person = Math.max(...said().flatMap(({ kind, seat }) => (kind === "seat" ? [seat ?? 0] : [])));
    if (question === PAUSE && person === WITHDRAWS) return { keys: "wy", shows: "Your answers are deleted" };
    const isSaid = said().some(({ kind, seat }) => kind === "comment" && seat === person);
    if (question === PAUSE && !isSaid) return { keys: `c${remarkOf(person)}\r`, shows: "Saved." };
    const last = Math.min(question < PAUSE ? PAUSE - 1 : ITEMS, question + below(5));
    const keys = Array.from({ length: last - question + 1 }, (_, at) => codeOf(person, question + at)).join("");
    return { keys, shows: last === ITEMS ? "last question" : `Question ${last + 1} of` };
  }

  function expectEverything(): void {
    const [, ...rows] = readFileSync(join(shop.folder, "all.csv"), "utf8").trimEnd().split("\n");
    expect(rows.sort()).toEqual(STAYED.map((person) => `employees,${rowOf(person)}`).sort());
    const comments = readFileSync(join(shop.folder, "all-comments.csv"), "utf8");
    expect([...comments.matchAll(/the remark of person \d[^\n]*$/gm)].map(([text]) => text).sort()).toEqual(
      STAYED.map(remarkOf),
    );
    expect(comments.trimEnd().split("\n")).toHaveLength(STAYED.length + 1);
    expect(JSON.stringify(said())).not.toContain(remarkOf(WITHDRAWS));
  }

  it(`lose no answer, no remark and no withdrawal: ${KILLS} kills`, async () => {
    const ending = "--data all.csv --keep-journal";
    for (let kills = 0; kills < KILLS; ) {
      for (const name of files()) rmSync(join(shop.folder, name));
      let terminal = shop.open(`${SURVEY} --participants ${PEOPLE} ${ending}`);
      let window = await terminal.shows(KNOWN);
      while (!window.includes("[exit 0]")) {
        const shows = await goOn(terminal, window);
        if (kills < KILLS && below(4) === 0) {
          await new Promise((resolve) => setTimeout(resolve, below(80)));
          kills += Number(killed(terminal));
          terminal = shop.open(`${RUN} survey --resume all.journal ${ending}`);
          window = await terminal.shows(KNOWN);
        } else window = await terminal.shows(shows);
      }
      expectEverything();
    }
  });
});
