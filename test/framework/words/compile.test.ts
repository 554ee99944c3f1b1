import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compiled, fixtureText, read } from "./fixtures.ts";

const WORDS = readdirSync(path.join(import.meta.dirname, "../../fixtures/frameworks")).map((name) =>
  name.replace(/\.yaml$/, ""),
);

describe("a framework of one's own", () => {
  it.each(WORDS)("may use %s", async (name) => {
    const { framework, problems } = await read(fixtureText("frameworks", name));
    expect(problems).toEqual([]);
    expect(framework?.id).toBe(name);
  });
});

describe("what the words become", () => {
  it("a guide in four parts, and none", async () => {
    expect((await compiled("guide")).guide).toMatchObject({ when: "Use it first." });
    expect(await compiled("weights")).toMatchObject({
      guide: null,
      ladder: null,
      journey: null,
      triage: null,
      context: [],
    });
  });

  it("audiences that count as those of the strategies", async () => {
    const { audiences } = await compiled("audiences");
    expect(audiences.map(({ standsFor }) => standsFor)).toEqual([
      ["employees"],
      ["customers", "community"],
      ["partners"],
    ]);
    expect(audiences[0]).toMatchObject({ worry: "Losing face.", afterBreach: "Facts before comfort." });
  });

  it("weights as arithmetic by audience, also in a composite over it", async () => {
    const [trust, doubled] = (await compiled("weights")).composites;
    expect(trust?.formula).toBe("0.3 * skill + 0.7 * care");
    expect(trust?.byAudience?.get("customers")).toMatchObject({
      formula: "0.6 * skill + 0.4 * care",
      inputs: ["skill", "care"],
      best: 5,
    });
    expect(doubled?.byAudience?.get("staff")?.tree).not.toEqual(doubled?.byAudience?.get("customers")?.tree);
    expect(doubled?.byAudience?.get("staff")?.worst).toBeCloseTo(2, 12);
  });

  it("one formula for all where the weights are the same", async () => {
    const { composites } = await compiled("weights", "{ skill: 0.6, care: 0.4 }", "{ skill: 0.3, care: 0.7 }");
    expect(composites.map(({ byAudience }) => byAudience)).toEqual([null, null]);
  });

  it("whom a dimension is asked of", async () => {
    const { dimensions } = await compiled("formula-by-audience");
    expect(dimensions.map(({ audiences }) => audiences)).toEqual([["staff", "customers"], ["customers"], ["staff"]]);
  });

  it("a supplementary dimension is optional, and may do without facets", async () => {
    const bond = (await compiled("supplementary")).dimensions.at(-1);
    expect(bond).toMatchObject({ supplementary: true, optional: true, companions: ["What holds us together?"] });
    expect(bond?.facets.size).toBe(0);
  });

  it("importance and response", async () => {
    expect((await compiled("importance")).dimensions[0]).toMatchObject({
      importance: "skill_matters",
      response: "Train people first.",
    });
  });

  it("a ladder with its levels in order, and its conditions", async () => {
    const { ladder, composites, findings } = await compiled("ladder");
    expect(ladder).toMatchObject({ word: "stage", reached: { mean: 2, lowest: 1 }, overall: 0.5 });
    expect(ladder?.levels.map(({ cap }) => cap)).toEqual([30, null]);
    expect(ladder?.strands[1]?.levels).toEqual([["fair_1"], ["fair_2"]]);
    expect(composites[0]?.capped).toBe(true);
    expect(findings.map(({ when }) => when[0])).toEqual([
      { kind: "levelBelow", level: 1 },
      { kind: "levelReached", level: 2 },
    ]);
    const without = await compiled("ladder", "mean: 2, lowest: 1", "mean: 2");
    expect(without.ladder?.reached.lowest).toBeNull();
  });

  it("a journey, a triage, a gap between audiences, a cost", async () => {
    expect((await compiled("journey")).journey?.touchpoints.get("staff")).toEqual(["pay", "skill"]);
    expect((await compiled("triage")).triage).toMatchObject({ worseBelow: 2.5, severeFrom: 2 });
    expect((await compiled("between")).findings[0]?.when[0]).toEqual({
      kind: "between",
      of: "care",
      audience: "staff",
      than: "customers",
      by: 10,
    });
    expect((await compiled("outlook")).outlook?.costs[0]?.tree).toMatchObject({ kind: "binary", op: "*" });
    expect((await compiled("skip-missing")).composites[0]?.skipMissing).toBe(true);
    expect((await compiled("context")).context[0]?.options).toHaveLength(2);
    expect((await compiled("lenses")).lenses[0]?.dimensions).toEqual(["care"]);
  });
});
