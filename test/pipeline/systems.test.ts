import { describe, expect, it } from "vitest";
import { release } from "../../src/disclosure/release.ts";
import type { Framework, Ladder } from "../../src/framework/types.ts";
import { systemsOf } from "../../src/pipeline/systems.ts";
import { estimateSurvey } from "../../src/statistics/survey.ts";
import { COLUMNS, frameworkOf } from "../disclosure/audience-people.ts";
import { aggregateOf, asking, type Person } from "../disclosure/fixture.ts";

const LADDER: Ladder = {
  ...{ title: "Stages", word: "stage", none: "Not begun", reached: { mean: 3, lowest: null }, overall: 1 },
  levels: [{ id: "first", title: "First", cap: null }],
  strands: [{ id: "only", title: "Only", levels: [["words"]] }],
};
const FRAMEWORK: Framework = { ...frameworkOf(false), ladder: LADDER };

/** Customers answer 5 to what both are asked, staff 1. */
function people(audience: string, size: number): readonly Person[] {
  const own = FRAMEWORK.items.filter(({ text }) => text.has(audience));
  const said = audience === "customers" ? 5 : 1;
  return Array.from(
    { length: size },
    (): Person => ({
      group: [audience, "North", "old"],
      answers: Object.fromEntries(own.map(({ id, reverse }) => [id, reverse ? 6 - said : said])),
    }),
  );
}

async function found(customers: number, staff: number) {
  const everybody = [...people("customers", customers), ...people("staff", staff)];
  const released = release({
    ...{ aggregate: aggregateOf(everybody, FRAMEWORK, COLUMNS), framework: FRAMEWORK, minGroup: 5 },
    ...asking("audience"),
  });
  const request = { framework: FRAMEWORK, released, audienceColumn: "audience", seed: 1 };
  const survey = await estimateSurvey({ ...request, headcounts: new Map(), only: "scores" });
  return systemsOf({ ...request, found: survey, draws: 0 });
}

describe("the ladder of several audiences", () => {
  it("is each one's own, and nobody's together", async () => {
    const { ladders } = await found(40, 15);
    expect(ladders.map(({ path, label, overall }) => [path, label, overall])).toEqual([
      [["customers"], "CUSTOMERS", 1],
      [["staff"], "STAFF", 0],
    ]);
  });

  it("is everyone's where none of them may be shown by itself", async () => {
    const { ladders } = await found(4, 4);
    expect(ladders.map(({ path }) => path)).toEqual([[]]);
  });
});
