import { describe, expect, it } from "vitest";
import { compileStrategy, lintCatalogue, readStrategy } from "../../src/framework/strategy.ts";
import type { Strategy } from "../../src/framework/types.ts";
import { brief } from "./sample.ts";

const TEXT = `id: steady-rhythm
title: Keep a rhythm
level: initial
actions: [One, Two, Three]
first_step: Begin.
outcome: Better.
intensity: low-medium
months: [1, 3]
facets: { openness: 0.5, direction: 0.3 }
prerequisites: []
culture: { power-distance: Begin at the top. }
pitfall: It stops.
watch: How often.
`;

async function problems(from: string, to: string): Promise<readonly string[]> {
  const { problems: found } = await readStrategy({ text: TEXT.replace(from, to), file: "s.yaml" });
  return found.map(brief);
}

describe("readStrategy", () => {
  it("compiles a strategy", async () => {
    const { strategy, document, problems: found } = await readStrategy({ text: TEXT, file: "s.yaml" });
    expect(found).toEqual([]);
    expect(strategy).toMatchObject({
      id: "steady-rhythm",
      effort: 1.5,
      firstStep: "Begin.",
      months: [1, 3],
      audiences: [],
    });
    expect(strategy?.facets.get("openness")).toBe(0.5);
    expect(strategy?.culture.get("power-distance")).toBe("Begin at the top.");
    expect(document === null ? null : compileStrategy(JSON.parse(JSON.stringify(document)))).toEqual(strategy);
  });

  it.each([
    ["low", 1],
    ["low-medium", 1.5],
    ["medium", 2],
    ["medium-high", 3],
    ["high", 4],
  ])("reckons the effort of %s as %d", async (intensity, effort) => {
    const { strategy } = await readStrategy({ text: TEXT.replace("low-medium", intensity), file: "s.yaml" });
    expect(strategy?.effort).toBe(effort);
  });

  it.each([
    ["months: [1, 3]", "months: [12, null]", []],
    ["months: [1, 3]", "months: [3, 1]", ["FW094 8:1 months"]],
    ["months: [1, 3]", "months: [3]", ["FW027 8:1 months"]],
    ["months: [1, 3]", "months: [1, soon]", ["FW022 8:13 soon"]],
    ["prerequisites: []", "prerequisites: [steady-rhythm]", ["FW092 10:17 steady-rhythm"]],
    ["first_step: Begin.", "firststep: Begin.", ["FW020 5:1 firststep → first_step"]],
    ["level: initial", "level: inital", ["FW023 3:8 inital → initial"]],
    ["openness: 0.5", "openness: 1.5", ["FW025 9:21 1.5"]],
    ["openness: 0.5", "opennes: 0.5", ["FW020 9:11 opennes → openness"]],
    ["[One, Two, Three]", "[One, Two]", ["FW027 4:1 actions"]],
    ["power-distance", "power", ["FW020 11:12 power"]],
    [TEXT, "", ["FW004 1:1 "]],
  ])("%s → %s", async (from, to, expected) => {
    expect(await problems(from, to)).toEqual(expected);
  });
});

interface Shape {
  readonly id: string;
  readonly intensity?: Strategy["intensity"];
  readonly facets?: Readonly<Record<string, number>>;
  readonly prerequisites?: readonly string[];
  readonly audiences?: readonly string[];
}

function strategy({
  id,
  intensity = "medium",
  facets = { [id]: 0.5 },
  prerequisites = [],
  audiences = [],
}: Shape): Strategy {
  return compileStrategy({
    ...{ id, intensity, facets, prerequisites, audiences },
    title: id,
    level: "initial",
    actions: [],
    first_step: "",
    outcome: "",
    months: [0, null],
    pitfall: "",
    watch: "",
  });
}

function lint(shapes: readonly Shape[]): string[] {
  const files = shapes.map((_, index) => `${index}.yaml`);
  return lintCatalogue(shapes.map(strategy), files).map(
    ({ code, place, suggestion }) => `${code} ${place?.file}${suggestion === undefined ? "" : ` → ${suggestion}`}`,
  );
}

describe("lintCatalogue", () => {
  const strong = { facets: { care: 0.8, voice: 0.5 }, intensity: "low" as const };
  const weak = { facets: { care: 0.4, voice: 0.5 }, intensity: "medium" as const };
  it.each([
    ["nothing", [{ id: "a" }, { id: "b", prerequisites: ["a"] }], []],
    ["an id twice", [{ id: "a" }, { id: "a" }], ["FW090 1.yaml"]],
    ["a prerequisite unknown", [{ id: "audit" }, { id: "b", prerequisites: ["review"] }], ["FW091 1.yaml"]],
    ["a prerequisite misspelt", [{ id: "audits" }, { id: "b", prerequisites: ["auditz"] }], ["FW091 1.yaml → audits"]],
    [
      "a circle, once",
      [
        { id: "c", prerequisites: ["b"] },
        { id: "b", prerequisites: ["a"] },
        { id: "a", prerequisites: ["c"] },
        { id: "d", prerequisites: ["a"] },
      ],
      ["FW092 2.yaml"],
    ],
    [
      "a strategy beaten",
      [
        { id: "a", ...strong },
        { id: "b", ...weak },
      ],
      ["FW093 1.yaml"],
    ],
    [
      "equals",
      [
        { id: "a", ...strong },
        { id: "b", ...strong },
      ],
      [],
    ],
    [
      "a facet more",
      [
        { id: "a", ...strong },
        { id: "b", ...weak, facets: { ...weak.facets, fairness: 0.1 } },
      ],
      [],
    ],
    [
      "another audience",
      [
        { id: "a", ...strong, audiences: ["employees"] },
        { id: "b", ...weak, audiences: ["customers"] },
      ],
      [],
    ],
    [
      "a wider audience",
      [
        { id: "a", ...strong, audiences: ["employees"] },
        { id: "b", ...weak },
      ],
      [],
    ],
    [
      "a narrower audience",
      [
        { id: "a", ...strong },
        { id: "b", ...weak, audiences: ["customers"] },
      ],
      ["FW093 1.yaml"],
    ],
  ] as const)("finds %s", (...[, shapes, expected]) => {
    expect(lint(shapes)).toEqual(expected);
  });
});
