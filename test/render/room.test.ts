import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { render } from "../../src/render/registry.ts";
import { withoutColour } from "./colour.ts";
import { poison, USER_TEXTS } from "./hostile.ts";
import { assessed, LOAD_SAMPLE, ROOM_SAMPLE, SAMPLE } from "./sample.ts";

const draw = (audit: Audit, width: number, color = false) => render(audit, { format: "room", width, color });
const drawIn = (audit: Audit, width: number, height: number) =>
  render(audit, { format: "room", width, height, color: false });
const linesOf = (text: string) => text.trimEnd().split("\n").length;
const flat = (text: string) => text.replace(/[\s┃]+/g, " ");
const NOTHING: Audit = { ...SAMPLE, overall: null, groupings: [], drag: null, discussion: null, items: [] };

describe("the live view", () => {
  it.each([
    ["index", SAMPLE, 60],
    ["index", SAMPLE, 80],
    ["index", SAMPLE, 140],
    ["load", LOAD_SAMPLE, 80],
    ["assessment", ROOM_SAMPLE, 80],
  ] as const)("%s looks as agreed", async (name, audit, width) => {
    await expect(await draw(audit, width)).toMatchFileSnapshot(`../golden/room-${name}-${width}.txt`);
  });

  it.each([60, 61, 72, 80, 110, 140, 160])("keeps within %i columns, whatever the texts", async (width) => {
    for (const audit of [SAMPLE, LOAD_SAMPLE, ROOM_SAMPLE, NOTHING, poison(ROOM_SAMPLE, USER_TEXTS)])
      expect((await draw(audit, width)).split("\n").filter((line) => stringWidth(line) > width)).toEqual([]);
  });

  it.each([
    [60, 43],
    [80, 35],
    [140, 35],
  ])("fits a page of %i columns and %i lines", async (width, lines) => {
    for (const audit of [SAMPLE, LOAD_SAMPLE, ROOM_SAMPLE])
      expect((await draw(audit, width)).trimEnd().split("\n").length).toBeLessThanOrEqual(lines);
  });

  it.each([
    ["index", SAMPLE, 80, 24],
    ["index", SAMPLE, 60, 24],
    ["index", SAMPLE, 140, 24],
    ["load", LOAD_SAMPLE, 80, 24],
    ["assessment", ROOM_SAMPLE, 80, 24],
    ["assessment", ROOM_SAMPLE, 60, 20],
  ] as const)("%s fits a window, and leaves a line for the prompt", async (name, audit, width, height) => {
    const text = await drawIn(audit, width, height);
    expect(linesOf(text)).toBeLessThan(height);
    await expect(text).toMatchFileSnapshot(`../golden/room-${name}-${width}x${height}.txt`);
  });

  it("can be read aloud: the same words, nothing drawn", async () => {
    for (const [name, audit] of [
      ["index", SAMPLE],
      ["assessment", ROOM_SAMPLE],
    ] as const) {
      const text = await render(audit, { format: "room", width: 80, color: false, spoken: true });
      expect(text).not.toMatch(/[\u2500-\u25ff]/);
      await expect(text).toMatchFileSnapshot(`../golden/room-${name}-spoken.txt`);
    }
  });

  it("takes the whole page where the window has room for it, and shortens only as far as it must", async () => {
    const whole = await draw(SAMPLE, 80);
    expect(await drawIn(SAMPLE, 80, linesOf(whole) + 1)).toBe(whole);
    let lines = linesOf(whole);
    for (let height = lines + 1; height >= 8; height -= 1) {
      const now = linesOf(await drawIn(SAMPLE, 80, height));
      expect(now).toBeLessThanOrEqual(lines);
      lines = now;
    }
    expect(lines).toBeLessThan(20);
  });

  it.each([60, 80])("keeps what makes a number honest in the smallest window of %i columns", async (width) => {
    const people = flat(await drawIn(SAMPLE, width, 8));
    for (const words of ["95 % interval 52 to 54", "from 240 people", "57 (55 to 58)", "differ clearly", "n 238"])
      expect(people).toContain(words);
    const marked = (text: string) => text.split("\n").filter((line) => / ─+$/.test(line) && !line.includes("(one ass"));
    const room = await drawIn(ROOM_SAMPLE, width, 8);
    expect(room.split("\n")[0]).toContain("(one assessment)");
    expect(marked(room)).toEqual([]);
    expect(flat(room)).toContain("One assessment: agreed by the room");
    expect(flat(await drawIn(LOAD_SAMPLE, width, 8))).toContain("(minimum group lowered to 3)");
    expect(flat(await drawIn({ ...NOTHING, asked: { ...NOTHING.asked, people: 4 } }, width, 8))).toContain(
      "fewer than 5 people answered enough to be scored",
    );
  });

  it.each([60, 61, 80])("keeps within %i columns in the smallest window, whatever the texts", async (width) => {
    for (const audit of [SAMPLE, LOAD_SAMPLE, ROOM_SAMPLE, NOTHING, poison(ROOM_SAMPLE, USER_TEXTS)])
      expect((await drawIn(audit, width, 8)).split("\n").filter((line) => stringWidth(line) > width)).toEqual([]);
  });

  it("speaks of intervals only where there are any", async () => {
    const { discussion } = ROOM_SAMPLE;
    if (discussion === null) throw new Error("the sample has a discussion");
    const level: Audit = { ...ROOM_SAMPLE, discussion: { ...discussion, contrast: "unclear" } };
    const text = flat(await draw(level, 80));
    expect(text).toContain("some of these stand at the same number");
    expect(text).not.toContain("differ clearly");
  });

  it("says the same with colour and without", async () => {
    expect(withoutColour(await draw(SAMPLE, 80, true))).toBe(await draw(SAMPLE, 80));
  });

  it("says when the ends do not differ clearly, and when they do", async () => {
    expect(flat(await draw(SAMPLE, 80))).toContain("not all of these differ clearly");
    expect(flat(await draw(LOAD_SAMPLE, 80))).not.toContain("differ clearly");
  });

  it("turns the ends round where the framework reads as load", async () => {
    const text = flat(await draw(LOAD_SAMPLE, 80));
    expect(text).toContain("Weighs least Silence 22 (19 to 25)");
    expect(text).toContain("Weighs most Fear of blame 70 (67 to 73)");
    expect(text).not.toMatch(/Strongest|Weakest/);
  });

  it("shows nothing of too few, and why", async () => {
    const text = flat(await draw({ ...NOTHING, asked: { ...NOTHING.asked, people: 4 } }, 80));
    expect(text).toContain("fewer than 5 people answered enough to be scored");
    expect(text).not.toContain("To talk about");
  });
});

describe("one assessment", () => {
  const units = [
    ["self", "One assessment: one person's own view"],
    ["consensus", "One assessment: agreed by the room"],
    ["organisation", "One assessment: filled in for the organisation"],
  ] as const;

  it.each(units)("of the unit %s is marked in every report", async (unit, words) => {
    const audit: Audit = { ...ROOM_SAMPLE, framework: { ...ROOM_SAMPLE.framework, unit }, room: null };
    for (const format of ["terminal", "markdown", "room"]) {
      const text = await render(audit, { format, width: 140, color: false });
      expect(flat(text)).toContain(words);
      const headings = text.split("\n").filter((line) => /^## | ─+$/.test(line) && !line.startsWith(" "));
      expect(headings.length).toBeGreaterThan(2);
      expect(headings.filter((line) => !line.includes("(one assessment)"))).toEqual([]);
    }
    expect(JSON.parse(await render(audit, { format: "json", width: 80, color: false })).framework.unit).toBe(unit);
  });

  it("is never counted as people", async () => {
    for (const format of ["terminal", "markdown", "room"]) {
      const text = flat(await render({ ...ROOM_SAMPLE, room: null }, { format, width: 140, color: false }));
      expect(text).not.toMatch(/1 person|1 people|\(n 1\b|, n 1\b/);
    }
  });

  it("of several rows says how many", async () => {
    const many: Audit = { ...ROOM_SAMPLE, ...assessed({ overall: ROOM_SAMPLE.overall }, 3), room: null };
    const audit = { ...many, asked: { ...many.asked, people: 3 } };
    const text = await render(audit, { format: "markdown", width: 80, color: false });
    expect(text).toContain("## Headline (3 assessments)");
    expect(text).toContain("3 assessments, each row one");
  });
});

describe("what the room said", () => {
  it.each(["terminal", "markdown"])("stands in the report (%s): answer, hands and note", async (format) => {
    const text = flat(await render(ROOM_SAMPLE, { format, width: 140, color: false })).replaceAll("**", "");
    expect(text).toContain("What the room said");
    expect(text).toMatch(/Agreed:? +Agree/);
    expect(text).toMatch(/Hands:? +16 people: Disagree 2, Neither 5, Agree 8, Strongly agree 1; mean 3\.50, SD 0\.82/);
    expect(text).toMatch(/Note:? +Not in the night shift/);
  });

  it("tells of few hands only how many they were", async () => {
    const text = flat(await render(ROOM_SAMPLE, { format: "terminal", width: 140, color: false }));
    expect(text).toContain("6 people, too few to tell their answers apart");
  });

  it("is absent where there is nothing", async () => {
    expect(await render(SAMPLE, { format: "terminal", width: 80, color: false })).not.toContain("What the room said");
  });
});
