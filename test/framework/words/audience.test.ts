import { describe, expect, it } from "vitest";
import { forAudience } from "../../../src/framework/audience.ts";
import { restrictFramework } from "../../../src/framework/restrict.ts";
import type { Framework } from "../../../src/framework/types.ts";
import { compiled } from "./fixtures.ts";

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

function without(framework: Framework, ...items: readonly string[]): Framework {
  return restrictFramework(framework, new Set(ids(framework.items).filter((id) => !items.includes(id))));
}

describe("forAudience, one", () => {
  it("keeps what it is asked, in its words", async () => {
    const own = forAudience(await compiled("journey"), ["customers"]);
    expect(ids(own.audiences)).toEqual(["customers"]);
    expect(ids(own.items)).toEqual(["K1", "K2", "C1", "C2"]);
    expect(ids(own.dimensions)).toEqual(["skill", "care"]);
    expect(own.dimensions.every(({ optional }) => !optional)).toBe(true);
    expect([...(own.items[0]?.text.keys() ?? [])]).toEqual(["customers"]);
    expect(own.composites[0]).toMatchObject({
      formula: "mean(skill, care)",
      inputs: ["skill", "care"],
      byAudience: null,
    });
    expect([...(own.journey?.touchpoints ?? [])]).toEqual([["customers", ["skill", "care"]]]);
    expect(own.minutes).toBeCloseTo((4 * 11) / 60, 12);
  });

  it("takes its own weights, through composites as well", async () => {
    const own = forAudience(await compiled("weights"), ["customers"]);
    expect(own.composites.map(({ formula }) => formula)).toEqual(["0.6 * skill + 0.4 * care", "trust * 2"]);
    expect(own.composites[1]?.inputs).toEqual(["skill", "care"]);
    expect(own.composites[1]?.tree).not.toEqual(forAudience(await compiled("weights"), ["staff"]).composites[1]?.tree);
  });

  it("skips what it is not asked in a mean that may", async () => {
    const own = forAudience(await compiled("skip-missing"), ["staff"]);
    expect(own.composites[0]).toMatchObject({
      formula: "mean(skill, pay)",
      inputs: ["skill", "pay"],
      worst: 1,
      best: 5,
    });
  });

  it("skips whole terms of such a mean", async () => {
    const scaled = await compiled("skip-missing", "mean(skill, care, pay)", "mean(skill / 5, (care + 0) / 5, pay / 5)");
    expect(forAudience(scaled, ["staff"]).composites[0]).toMatchObject({
      ...{ formula: "mean(skill / 5, pay / 5)", inputs: ["skill", "pay"], worst: 0.2, best: 1 },
    });
  });

  it("loses a composite without its inputs, and a gap between audiences", async () => {
    const left = forAudience(await compiled("between"), ["staff"]);
    expect(left.findings).toEqual([]);
    const plain = await compiled(
      "skip-missing",
      ", skip_missing: true }",
      ", skip_missing: true }\n  - { id: own, title: Own, about: Own., formula: care + skill }",
    );
    expect(ids(forAudience(plain, ["staff"]).composites)).toEqual(["trust"]);
    expect(ids(forAudience(plain, ["customers"]).composites)).toEqual(["trust", "own"]);
  });

  it("is the framework itself where nothing differs, and for nobody", async () => {
    const ladder = await compiled("triage");
    expect(forAudience(ladder, ["staff", "customers"])).toBe(ladder);
    expect(forAudience(ladder, ["strangers"])).toBe(ladder);
  });
});

describe("forAudience, several", () => {
  it("makes optional what not all are asked, and keeps formulas by audience", async () => {
    const both = forAudience(await compiled("formula-by-audience"), ["customers", "staff"]);
    expect(both.dimensions.map(({ optional }) => optional)).toEqual([false, true, true]);
    expect([...(both.composites[0]?.byAudience?.keys() ?? [])]).toEqual(["staff", "customers"]);
  });

  it("keeps a gap between them, and formulas of them alone", async () => {
    const between = await compiled(
      "between",
      "customers, title: Customers }",
      "customers, title: Customers }, { id: guests, title: Guests }",
    );
    expect(forAudience(between, ["staff", "customers"]).findings).toHaveLength(1);
    expect(forAudience(between, ["staff", "guests"]).findings).toEqual([]);
  });

  it("makes an importance that not all are asked optional", async () => {
    const framework = await compiled(
      "importance",
      "{ id: M1, text: Skill matters to me. }",
      "{ id: M1, text: Skill matters to me. }\n  - { id: M2, text: { staff: Pay matters. } }\n  - { id: M3, text: { customers: Price matters. } }",
    );
    const both = forAudience(framework, ["staff", "customers"]);
    expect(both.items.filter(({ optional }) => optional).map(({ id }) => id)).toEqual(["M2", "M3"]);
    expect(ids(forAudience(framework, ["staff"]).items).includes("M3")).toBe(false);
  });
});

describe("restrictFramework on the newer parts", () => {
  it("keeps the levels of a ladder and loses what is not asked", async () => {
    const ladder = await compiled("ladder");
    const part = without(ladder, "F1", "F2");
    expect(part.ladder?.strands.map(({ id, levels }) => [id, levels])).toEqual([
      ["openness", [["open_1"], ["open_2"]]],
    ]);
    expect(part.ladder?.levels).toHaveLength(2);
    expect(part.composites).toEqual([]);
    expect(ids(part.findings)).toEqual(["low"]);
    expect(without(ladder, "O1", "O2", "F1").ladder?.strands[0]?.levels).toEqual([[], ["fair_2"]]);
  });

  it("drops inputs of a mean that skips, and the composite with the last", async () => {
    const framework = await compiled("skip-missing");
    expect(without(framework, "P1").composites[0]).toMatchObject({
      formula: "mean(skill, care)",
      inputs: ["skill", "care"],
    });
    expect(without(framework, "K1", "K2").composites[0]?.inputs).toEqual(["care", "pay"]);
  });

  it("drops touchpoints, signs, lenses and importances", async () => {
    const journey = without(await compiled("journey"), "P1");
    expect(journey.journey?.touchpoints.get("staff")).toEqual(["skill"]);
    expect([...(journey.composites[0]?.byAudience?.keys() ?? [])]).toEqual(["customers"]);
    expect(without(await compiled("triage"), "L2").triage).toBeNull();
    expect(without(await compiled("lenses"), "C1", "C2").lenses).toEqual([]);
    const importance = without(await compiled("importance"), "M1");
    expect(importance.outcomes).toEqual([]);
    expect(importance.dimensions[0]).not.toHaveProperty("importance");
  });
});
