import { describe, expect, it } from "vitest";
import { FRAMEWORKS, frameworkOf } from "./bundled.ts";
import { page } from "./catalogue.ts";

describe("what single frameworks must hold", () => {
  it("stakeholder-trust weighs by audience", () => {
    const weights = frameworkOf("stakeholder-trust").composites.find(({ id }) => id === "trust")?.weights;
    const table = Object.fromEntries(Object.entries(weights ?? {}).map(([id, row]) => [id, Object.values(row)]));
    expect(table).toEqual({
      customers: [0.3, 0.3, 0.15, 0.15, 0.1],
      employees: [0.1, 0.2, 0.3, 0.1, 0.3],
      partners: [0.15, 0.3, 0.1, 0.3, 0.15],
      community: [0.1, 0.35, 0.3, 0.05, 0.2],
    });
  });

  it("leadership-trust has ten strands of three levels, strategic-trust one of seven, five and six areas", () => {
    const cells = (id: string) =>
      frameworkOf(id).ladder?.strands.map(({ levels }) => Object.values(levels).map((dimensions) => dimensions.length));
    expect(cells("leadership-trust")).toEqual(Array.from({ length: 10 }, () => [1, 1, 1]));
    expect(cells("strategic-trust")).toEqual([[7, 5, 6]]);
  });

  it("trust-reconstruction has five stages with caps", () => {
    const { ladder, context } = frameworkOf("trust-reconstruction");
    expect(ladder?.strands.map(({ levels }) => Object.values(levels).map(({ length }) => length))).toEqual([
      [3, 5, 4, 5, 5],
    ]);
    expect(ladder?.levels.map(({ cap }) => cap)).toEqual([30, 45, 65, 85, undefined]);
    expect(context?.map(({ options }) => options.map(({ id }) => id))).toEqual([
      ["competence", "integrity", "care", "privacy"],
      ["customers", "employees", "partners", "community"],
    ]);
  });

  it("trust-journey has five, six and five touchpoints, each with its weight and a remedy", () => {
    const { journey, dimensions } = frameworkOf("trust-journey");
    const touchpoints = Object.values(journey?.touchpoints ?? {});
    expect(touchpoints.map(({ length }) => length)).toEqual([5, 6, 5]);
    expect(dimensions.filter(({ importance, response }) => importance === undefined || response === undefined)).toEqual(
      [],
    );
  });

  it("trust-erosion names a framework for each of five signs, and one after a breach", () => {
    const { triage } = frameworkOf("trust-erosion");
    const ids = FRAMEWORKS.map(({ id }) => id);
    expect(triage?.signs).toHaveLength(5);
    expect(
      triage?.signs.filter(({ next }) => next.length === 0 || next.some((one) => !ids.includes(one.framework))),
    ).toEqual([]);
    expect(triage?.breach?.framework).toBe("trust-reconstruction");
  });

  it("distrust-symptoms asks leaders' competence, honesty and care, and offers four lenses", () => {
    const { lenses, links, outlook, dimensions } = frameworkOf("distrust-symptoms");
    expect(lenses?.map(({ id }) => id)).toEqual(["psychological", "sociological", "economic", "ethical"]);
    expect(outlook?.parts.map(({ id }) => id)).toEqual(["near", "far"]);
    expect(links?.length).toBeGreaterThanOrEqual(10);
    expect(dimensions.filter(({ optional }) => optional === true)).toHaveLength(5);
  });

  it.each([
    ["leadership-trust", "With fewer than ten leaders"],
    ["strategic-trust", "With fewer than ten managers"],
    ["trust-reconstruction", "With fewer than ten"],
  ])("%s says, in its guide and on its page, what few people had better do", (id, few) => {
    for (const text of [frameworkOf(id).guide?.whom ?? "", page(id)]) {
      const words = text.replace(/\s+/g, " ").replaceAll("`", "");
      expect(words).toContain(few);
      expect(words).toContain("agree on one sheet (survey --consensus) and hold it against what");
      expect(words).toMatch(/of five to nine (?:leaders|people)? ?|Of five to nine/);
    }
  });

  it("automation-trust and trust-indicators have something to say to each dimension", () => {
    const mute = (id: string, key: "response" | "companions") =>
      frameworkOf(id).dimensions.filter((dimension) => (dimension[key] ?? "").length === 0);
    expect(mute("automation-trust", "response")).toEqual([]);
    expect(mute("trust-indicators", "companions")).toEqual([]);
  });
});
