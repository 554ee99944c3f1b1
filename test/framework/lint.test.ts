import { describe, expect, it } from "vitest";
import { compileStrategy } from "../../src/framework/strategy.ts";
import type { Strategy } from "../../src/framework/types.ts";
import { brief, changed, problemsIn, SAMPLE } from "./sample.ts";

function strategy(id: string, facets: Readonly<Record<string, number>>): Strategy {
  return compileStrategy({
    id,
    title: id,
    level: "initial",
    actions: ["One", "Two", "Three"],
    first_step: "Begin.",
    outcome: "Better.",
    intensity: "low",
    months: [1, 3],
    facets,
    pitfall: "None.",
    watch: "Something.",
  });
}

const CATALOGUE = [
  strategy("training", { competence: 0.6 }),
  strategy("coaching", { learning: 0.6, care: 0.2 }),
  strategy("archive", { privacy: 0.5 }),
];

/** A framework of one dimension whose items and head are given. */
function oneDimension(items: readonly string[], head = ""): string {
  return `format: 1
id: one
version: 1.0.0
title: One
purpose: One.
provenance: Own.
headline: total
audiences: [{ id: employees, title: Employees }]
defaults: { scale: agree }
dimensions: [{ id: one, title: One, about: One., facets: { care: 1 }${head} }]
composites: [{ id: total, title: Total, about: Total., formula: one }]
items:
${items.map((item, index) => `  - { id: I${index}, dimension: one, text: Item${item} }\n`).join("")}`;
}

function codes(problems: readonly { readonly code: string }[]): string[] {
  return problems.map((problem) => problem.code);
}

const REVERSED = ", reverse: true";

describe("the length of a framework", () => {
  it.each([
    [65, "", []],
    [66, "", ["FW039"]],
    [66, "forms: [{ id: short, title: Short, items: [I0, I1] }]\n", []],
  ])("%i items %s", async (count, forms, expected) => {
    const items = Array.from({ length: count }, () => REVERSED);
    expect(codes(await problemsIn(oneDimension(items, ", min_answered: 1") + forms))).toEqual(expected);
  });

  it("does not count items an audience is not asked", async () => {
    const text = oneDimension(
      Array.from({ length: 66 }, () => REVERSED),
      ", min_answered: 1",
    ).replace("Item,", "{ employees: Item },");
    const two = text.replace("title: Employees }", "title: Employees }, { id: customers, title: Customers }");
    expect(codes(await problemsIn(two))).toEqual(["FW039", "FW037"]);
  });
});

describe("reverse-keyed items", () => {
  it.each([
    [[REVERSED, "", "", "", ""], []],
    [[REVERSED, "", "", "", "", ""], ["FW057"]],
    [["", "", ""], ["FW056"]],
    [["", ""], []],
    [
      ["", "", "", "", ""],
      ["FW056", "FW057"],
    ],
    [["", "", ""].map(() => ", scale: in-place"), []],
    [["", "", "", "", "", ""].map(() => ", scale: trend"), []],
  ])("%j", async (items, expected) => {
    expect(codes(await problemsIn(oneDimension(items))).toSorted()).toEqual(expected);
  });
});

describe("the reverse-keyed items of a form", () => {
  const items = [REVERSED, REVERSED, "", "", "", "", "", "", "", ""];

  it.each([
    ["I0, I2, I3, I4, I5", []],
    ["I2, I3, I4, I5, I6", ["FW076 23:36 items"]],
    ["I0, I2, I3, I4, I5, I6", ["FW076 23:36 items"]],
    ["I0, I1, I2, I3, I4, I5", []],
    ["I2, I3, I4, I5", []],
    ["I2, I3, I4, I5, X99", ["FW032 23:60 X99"]],
  ])("%s", async (asked, expected) => {
    const text = `${oneDimension(items)}forms: [{ id: short, title: Short, items: [${asked}] }]\n`;
    expect((await problemsIn(text)).map(brief)).toEqual(expected);
  });

  it("are a warning, and say how many are wanted", async () => {
    const form = "forms: [{ id: short, title: Short, items: [I2, I3, I4, I5, I6, I7] }]\n";
    expect(await problemsIn(oneDimension(items) + form)).toMatchObject([
      {
        code: "FW076",
        severity: "warning",
        message: '0 of 6 opinion items in the form "short" are reverse-keyed.',
        help: "Take at least 2 that are, in place of others of the same dimensions.",
      },
    ]);
  });

  it("are not spoken of where the whole framework has too few", async () => {
    const form = "forms: [{ id: short, title: Short, items: [I2, I3, I4, I5, I6, I7] }]\n";
    const few = [REVERSED, ...Array.from({ length: 9 }, () => "")];
    expect(codes(await problemsIn(oneDimension(few) + form))).toEqual(["FW057"]);
  });

  it("are not asked for on other scales", async () => {
    const form = "forms: [{ id: short, title: Short, items: [I2, I3, I4, I5, I6] }]\n";
    const practices = items.map((item) => `${item}, scale: in-place`);
    expect(codes(await problemsIn(oneDimension(practices) + form))).toEqual([]);
  });
});

describe("weights that cannot be kept exact", () => {
  // 16 equal items at one half: lcm(8..16) = 720720 ≤ 2^20; 17: lcm(9..17) = 12252240.
  it.each([
    [16, "", []],
    [17, "", ["FW055"]],
    [17, ", min_answered: 1", []],
    [17, ", min_answered: 0.8", []],
  ])("%i items%s", async (count, head, expected) => {
    const items = Array.from({ length: count }, () => REVERSED);
    expect(codes(await problemsIn(oneDimension(items, head)))).toEqual(expected);
  });

  it("also counts the size of the answers: 720720 × 100 is past 2^26", async () => {
    const rated = Array.from({ length: 16 }, () => ", scale: wide");
    const scale = "scales: { wide: { rating: { min: 0, max: 100, low: Low, high: High } } }\n";
    expect(codes(await problemsIn(oneDimension(rated) + scale))).toEqual(["FW055"]);
    expect(codes(await problemsIn(oneDimension(rated.slice(0, 10)) + scale))).toEqual([]);
  });
});

describe("optional parts", () => {
  it("may leave an audience out", async () => {
    const text = changed("text: { employees: Three, customers: Drei }", "text: { employees: Three }");
    expect(codes(await problemsIn(text))).toEqual(["FW037"]);
    expect(
      codes(await problemsIn(text.replace("reverse: true, text: {", "reverse: true, optional: true, text: {"))),
    ).toEqual([]);
  });

  it("may leave an audience out as a whole dimension", async () => {
    const text = changed("scale: worry, text: Six", "scale: worry, text: { employees: Six }");
    expect(codes(await problemsIn(text))).toEqual([]);
  });
});

describe("strategies", () => {
  const named = (strategies: string) =>
    changed("says: It is weak.", `says: It is weak.\n    strategies: ${strategies}`);

  it("are checked only against a catalogue", async () => {
    expect(await problemsIn(named("[coching]"))).toEqual([]);
    expect((await problemsIn(named("[coching]"), CATALOGUE)).map(brief)).toEqual(["FW032 42:18 coching → coaching"]);
  });

  it("address a facet of the framework", async () => {
    expect(await problemsIn(named("[training, coaching]"), CATALOGUE)).toEqual([]);
    const [problem] = await problemsIn(named("[archive]"), CATALOGUE);
    expect(problem).toMatchObject({ code: "FW080", severity: "warning" });
  });

  it("cover every facet", async () => {
    const problems = await problemsIn(`${SAMPLE}strategies: [training]\n`, CATALOGUE);
    expect(problems.map(brief)).toEqual(["FW081 17:88 learning", "FW081 18:76 care"]);
  });
});

describe("findings", () => {
  it.each([
    ["{ of: skill, below: 50 }, { of: skill, at_least: 50 }", false],
    ["{ of: skill, below: 50 }, { of: skill, at_least: 49 }", true],
    ["{ of: skill, at_least: 100 }", true],
    ["{ of: skill, ahead_of: self, by: 100 }", true],
    ["{ of: skill, ahead_of: self, by: 60 }, { of: self, at_least: 41 }", false],
    ["{ of: skill, ahead_of: self, by: 60 }, { of: self, at_least: 40 }", true],
    ["{ of: skill, ahead_of: self, by: 10 }, { of: self, ahead_of: skill, by: 10 }", false],
    ["{ of: skill, ahead_of: self, by: 40 }, { of: self, ahead_of: worries, by: 40 }, { of: skill, below: 80 }", false],
    ["{ of: skill, ahead_of: self, by: 40 }, { of: self, ahead_of: worries, by: 40 }, { of: skill, below: 81 }", true],
    ["{ of: self, ahead_of: worries, by: 40 }, { of: worries, at_least: 30 }, { of: self, below: 70 }", false],
  ])("%s can appear: %s", async (conditions, possible) => {
    const problems = await problemsIn(
      changed("{ of: skill, below: 50 }, { of: self, ahead_of: skill, by: 15 }", conditions),
    );
    expect(codes(problems)).toEqual(possible ? [] : ["FW073"]);
  });
});
