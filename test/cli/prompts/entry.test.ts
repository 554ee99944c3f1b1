import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runEntry } from "../../../src/cli/prompts/entry.ts";
import { resume } from "../../../src/interview/machine.ts";
import { replay } from "../../../src/interview/replay.ts";
import { tidied } from "../../../src/interview/tidy.ts";
import type { Entry, InterviewSetup, Seating } from "../../../src/interview/types.ts";
import { createFakeDesk } from "./fake-desk.ts";
import { planOf } from "./plan.ts";

const MANY: Seating = { kind: "sheets" };
const DEPARTMENT: InterviewSetup["segments"] = [{ name: "department", options: ["Sales", "Front desk"] }];

async function type(seating: Seating = MANY, before: readonly Entry[] = [], plain = false) {
  const plan = planOf(seating, DEPARTMENT);
  const entries = [...before];
  let tidy = true;
  const journal = { append: (more: readonly Entry[]) => void entries.push(...more), isTidy: () => tidy };
  const untidy = () => {
    tidy = false;
  };
  const fake = createFakeDesk({ plain });
  const ended = runEntry({ state: resume(plan, before), journal, desk: fake.desk });
  while (!fake.desk.attended()) await new Promise((resolve) => setTimeout(resolve, 1));
  const codes = () =>
    replay(entries)
      .filter(({ status }) => status === "finished")
      .map(({ answers }) => plan.items.map(({ id }) => answers.get(id)))
      .map((row) => row.map((answer) => (answer?.kind === "code" ? answer.code : (answer?.kind ?? null))));
  return { ...fake, entries, ended, codes, untidy };
}

/** Without the breaks between lines. */
const words = (window: string) => window.replace(/\s+(┃ )?/g, " ");

describe("typing sheets of paper in", () => {
  it("takes a sheet with its check digit at once", async () => {
    const { send, window, codes } = await type();
    expect(window()).toMatch(/Sheet 1$/m);
    expect(window()).toMatch(/Sheet code [2-9A-Z]{4}:/);
    await send("43n10 =7 @17\r");
    expect(codes()).toEqual([[4, 3, "notApplicable", 10]]);
    expect(window()).toMatch(/Sheet 2$/m);
    expect(window()).toContain("Taken: sheet 17, 4 answered, 0 blank, check digit 7.");
    expect(window()).toMatch(/^ +43nt$/m);
  });

  it("shows its own check digit where none was typed, and waits for a second Enter", async () => {
    const { send, window, codes } = await type();
    await send("4-25\r");
    expect(codes()).toEqual([]);
    expect(window()).toContain("3 answered, 1 blank, check digit 1. Enter takes it");
    await send("\r");
    expect(codes()).toEqual([[4, "skipped", 2, 5]]);
  });

  it("asks again when the line was changed after all", async () => {
    const { send, window, codes } = await type();
    await send("4325\r");
    await send("\u007f6\r");
    expect(codes()).toEqual([]);
    expect(window()).toContain("check digit 5. Enter takes it");
  });

  it("points at what is wrong, and keeps the line", async () => {
    const { send, window, codes, cursor } = await type();
    await send("43 95 =7\r");
    const rows = window().split("\n");
    const line = rows.findIndex((row) => row.includes("› 43 95 =7"));
    expect(rows[line + 1]?.indexOf("^")).toBe(rows[line]?.indexOf("9"));
    expect(window()).toContain("no answer to question 3");
    expect(cursor()).toEqual({ row: line, column: "    › 43 95 =7".length });
    expect(codes()).toEqual([]);
    await send("\u007f");
    expect(window()).not.toContain("^");
  });

  it("refuses a sheet twice, and a wrong check digit", async () => {
    const { send, window, codes } = await type();
    await send("4325 =4 @3\r4325 =4 @3\r");
    expect(window()).toContain("Sheet 3 was typed in before");
    await send("\u0015");
    await send("4325 =5\r");
    expect(window()).toContain("check digit of these answers is 4");
    expect(codes()).toHaveLength(1);
  });

  it("takes the last sheet back, and the one before", async () => {
    const { send, window, codes } = await type();
    await send("4325 =4 @3\r5555 =0 @4\rundo\r");
    expect(codes()).toEqual([[4, 3, 2, 5]]);
    expect(window()).toContain("Sheet 4 was taken back");
    expect(window()).toMatch(/› @4 5555$/m);
    await send("\u007f2 =7\r");
    expect(codes()).toHaveLength(2);
    await send("undo\r\u0015undo\r\u0015undo\r");
    expect(codes()).toEqual([]);
    expect(window()).toContain("no sheet to take back");
  });

  it("asks again where signs are missing, whatever the check digit says", async () => {
    const { send, window, codes, ended } = await type();
    await send("432 =9\r");
    expect(codes()).toEqual([]);
    expect(words(window())).toContain(
      "3 of 4 answers given, check digit 9. Enter takes the rest as blank, or go on typing.",
    );
    await send("\u001b[D".repeat(3));
    await send("-\r");
    expect(codes()).toEqual([[4, 3, 2, "skipped"]]);
    await send("43 =7\r\r");
    expect(codes().at(-1)).toEqual([4, 3, null, null]);
    await send("end\r");
    expect(await ended).toBe("closed");
  });

  it("asks once before it ends without a line that was not taken, or a sheet taken back", async () => {
    const { send, window, ended, entries } = await type();
    await send("4325 =4 @3\r");
    await send("43 99\r\u0015end\r");
    expect(words(window())).toContain("This line was not taken: 43 99. To finish all the same, type end again.");
    await send("4444 =6 @5\rundo\r\u0015end\r");
    expect(window()).toContain("Sheet 5 was taken back and not typed in again.");
    await send("4443 =5 @5\rundo\r\u007f4\r\rend\r");
    expect(await ended).toBe("closed");
    expect(entries.at(-1)).toEqual({ kind: "close" });
    const again = await type();
    await again.send("4325 =4 @3\r4325 =4 @4\rundo\r\u0015end\rend\r");
    expect(await again.ended).toBe("closed");
  });

  it("keeps nothing of a sheet that was taken back and left out, once it is over", async () => {
    const { send, ended, entries } = await type();
    await send("4325 =4 @3\r5511 =2 @4 // a remark\rundo\r\u0015end\rend\r");
    expect(await ended).toBe("closed");
    expect(JSON.stringify(tidied(entries))).not.toContain("remark");
  });

  it("ends with end, but not before there is a sheet", async () => {
    const { send, window, ended, entries } = await type();
    await send("end\r");
    expect(window()).toContain("No sheet has been typed in yet. To leave, type stop.");
    await send('4325 =4 department="Front desk"\rend\r');
    expect(await ended).toBe("closed");
    expect(entries.at(-1)).toEqual({ kind: "close" });
  });

  it("saves and stops with stop", async () => {
    const { send, ended, entries } = await type();
    await send("4325 =4\rstop\r");
    expect(await ended).toBe("paused");
    expect(entries.some(({ kind }) => kind === "close")).toBe(false);
  });

  it("keeps a line half typed", async () => {
    const first = await type();
    await first.send("4325 =4\r43");
    first.watch().leave();
    expect(await first.ended).toBe("interrupted");
    const second = await type(MANY, first.entries);
    expect(second.window()).toContain("› 43");
    expect(second.window()).toContain("1 sheet typed in.");
    await second.send("25 =4\r");
    expect(second.codes()).toHaveLength(2);
  });

  it("is over after the one sheet of a consensus", async () => {
    const { send, ended, codes } = await type({ kind: "consensus" });
    await send('4325 =4 A1.note="after some talk"\r');
    expect(await ended).toBe("closed");
    expect(codes()).toEqual([[4, 3, 2, 5]]);
  });

  it("explains the signs when asked", async () => {
    const { send, window } = await type();
    await send("?\r");
    expect(window()).toContain("blank, n not applicable, d don't know");
    expect(window()).toContain("department=");
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty =4"])(
    "takes %s for no sheet and no command",
    async (line) => {
      const { send, window, codes } = await type();
      await send(`${line}\r`);
      expect(window()).toContain(`› ${line}`);
      expect(window()).toContain("┃");
      expect(codes()).toEqual([]);
    },
  );

  it("comes through whatever is typed", async () => {
    const word = fc.oneof(
      fc.constantFrom(
        "43-n5",
        "4325 =4",
        "@17",
        "undo",
        "?",
        "12:4",
        "A1=",
        "//",
        "constructor",
        "__proto__=1",
        "=9",
        '"',
      ),
      fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)),
      fc.string({ maxLength: 12 }).map((text) => text.replace(/\p{Cc}/gu, "")),
    );
    const lines = fc.array(
      fc.array(word, { maxLength: 4 }).map((words) => words.join(" ")),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(lines, async (typed) => {
        const { send, ended, watch } = await type();
        for (const line of typed) await send(`${line.replace(/^\s*(?:end|stop)\s*$/i, "")}\r`);
        watch().leave();
        expect(await ended).toBe("interrupted");
      }),
      { numRuns: 40 },
    );
  });

  it("asks in plain lines where that is wished for", async () => {
    const plain = await type(MANY, [], true);
    await plain.send("4325 =4 @3\n");
    expect(plain.codes()).toEqual([[4, 3, 2, 5]]);
    expect(plain.written()).not.toMatch(/[^\P{Cc}\n]/u);
    await plain.send("end\n");
    expect(await plain.ended).toBe("closed");
  });

  it("says so where the sheet taken back could not be erased yet", async () => {
    const { send, window, untidy } = await type();
    await send("4325 =4\r");
    untidy();
    await send("undo\r");
    expect(words(window())).toContain("mended. As it was, it is deleted from the file as soon as the disk has room.");
  });
});
