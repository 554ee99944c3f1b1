import { describe, expect, it } from "vitest";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import type { DiagnosisOptions } from "../../src/diagnosis/options.ts";
import type { IndexDraws } from "../../src/statistics/mean-draws.ts";
import {
  answered,
  audience,
  below,
  framework,
  HIDDEN,
  type Measured,
  overall,
  rule,
  strategy,
  survey,
} from "./fixture.ts";

const MEASURED: readonly Measured[] = [{ id: "a", index: 50, response: "Answer a." }];
const ASKED = framework({
  dimensions: MEASURED,
  findings: [rule("weak", [below("a", 60)], { strategies: ["staff"] })],
});
const STAFF = strategy("staff", { openness: 0.5 }, { audiences: ["employees"] });
const BUYERS = strategy("buyers", { openness: 0.4 }, { audiences: ["customers"] });
const ALL = strategy("all", { openness: 0.3 });

interface Side {
  readonly index: Measured["index"];
  readonly draws?: IndexDraws;
}

/** Employees and customers, each asked the one dimension; everyone stands at 50. */
function both(employees: Side, customers: Side, parts: Partial<DiagnosisOptions> = {}) {
  const side = (id: string, { index, draws }: Side) =>
    audience(id, ASKED, overall([{ id: "a", index, response: "Answer a." }]), draws ?? null);
  const audiences = [side("employees", employees), side("customers", customers)];
  return diagnose(survey(MEASURED, { framework: ASKED, audiences, strategies: [STAFF, BUYERS, ALL], ...parts }));
}

describe("several audiences", () => {
  const result = both({ index: 55 }, { index: 25 });
  const { plan } = result;
  const [STAFF_WHO, BUYER_WHO] = [
    { id: "employees", title: "Employees" },
    { id: "customers", title: "Customers" },
  ];

  it("each bring needs of their own, counted by their number", () => {
    expect(plan.needs.map(({ audience: whose, need }) => [whose?.id, need])).toEqual([
      ["customers", 0.25],
      ["employees", 0.1],
    ]);
    expect(plan.need).toBeCloseTo(0.35, 12);
    const alike = both({ index: 25 }, { index: 25 }).plan;
    expect(alike.need).toBeCloseTo(diagnose(survey([{ id: "a", index: 25 }], { strategies: [ALL] })).plan.need, 12);
  });

  it("are helped only by what is meant for them", () => {
    const step = (id: string) => plan.steps.find((one) => one.strategy === id);
    expect(step("all")?.arithmetic.map(({ audience: whose, facet }) => [whose?.id, facet])).toEqual([
      ["customers", "openness"],
      ["employees", "openness"],
    ]);
    expect(step("buyers")?.arithmetic.map(({ audience: whose }) => whose)).toEqual([BUYER_WHO]);
    expect(step("staff")?.arithmetic.map(({ audience: whose }) => whose)).toEqual([STAFF_WHO]);
    expect(step("staff")?.because).toMatchObject([{ audience: STAFF_WHO, dimension: "a", index: 55, share: 1 }]);
    expect(step("all")?.because.map(({ audience: whose }) => whose?.id)).toEqual(["customers", "employees"]);
  });

  it("count as those audiences of the strategies that they stand for", () => {
    const leaders = { ...audience("leaders", ASKED, overall([{ id: "a", index: 25 }])), standsFor: ["employees"] };
    const found = diagnose(survey(MEASURED, { audiences: [leaders], strategies: [STAFF, BUYERS] }));
    expect(found.plan.steps.map((one) => one.strategy)).toEqual(["staff"]);
    expect(found.plan.needs[0]?.audience).toEqual({ id: "leaders", title: "Leaders" });
  });

  it("each have findings of their own, with remedies that are for them", () => {
    expect(result.findings.map((one) => [one.audience?.id, one.evidence[0]?.index, one.strategies])).toEqual([
      ["customers", 25, []],
      ["employees", 55, ["staff"]],
    ]);
    expect(plan.steps.find((one) => one.strategy === "staff")?.findings).toEqual(["weak"]);
  });

  it("each have answers of their own, largest gap first", () => {
    expect(result.responses).toEqual([
      { audience: BUYER_WHO, dimension: "a", title: "Title of a", index: 25, target: 75, response: "Answer a." },
      { audience: STAFF_WHO, dimension: "a", title: "Title of a", index: 55, target: 75, response: "Answer a." },
    ]);
  });

  it("of whom one is not shown rest on the other", () => {
    const found = both({ index: HIDDEN }, { index: 25 });
    expect(found.plan.needs.map(({ audience: whose }) => whose?.id)).toEqual(["customers"]);
    expect(found.findings.map((one) => one.audience?.id)).toEqual(["customers"]);
  });

  it("are drawn, and one without draws stays as it is published", () => {
    const rows = (...values: readonly number[]) => ({ dimensions: ["a"], rows: values.map((value) => [value]) });
    const strategies = [STAFF, BUYERS];
    const shares = (employees: Side, customers: Side) => {
      const found = both(employees, customers, { strategies }).plan;
      return [found.draws, Object.fromEntries(found.steps.map((one) => [one.strategy, one.firstThree]))];
    };
    expect(shares({ index: 50, draws: rows(50, 50, 90, 50) }, { index: 50 })).toEqual([4, { staff: 0.75, buyers: 1 }]);
    expect(shares({ index: 50 }, { index: 50 })).toEqual([0, { staff: null, buyers: null }]);
  });
});

describe("answers about the whole survey", () => {
  const SKILL = strategy("skill", { openness: 0.4 }, { breaches: ["competence"] });
  const HONEST = strategy("honest", { openness: 0.5 }, { breaches: ["integrity"] });
  const order = (...context: DiagnosisOptions["context"]) =>
    diagnose(survey(MEASURED, { strategies: [SKILL, HONEST, ALL, BUYERS, STAFF], context })).plan.steps.map((one) => [
      one.strategy,
      one.fit,
    ]);

  it("bar what answers other breaches, and lift what answers this one", () => {
    expect(order()).toEqual([
      ["honest", 1],
      ["staff", 1],
      ["skill", 1],
      ["all", 1],
    ]);
    expect(order(answered("breaches", "competence"))).toEqual([
      ["skill", 1.3],
      ["staff", 0.85],
      ["all", 0.85],
    ]);
  });

  it("say what the fit of each step comes of", () => {
    const context = [answered("breaches", "competence")];
    const { steps } = diagnose(survey(MEASURED, { strategies: [SKILL, ALL], context })).plan;
    expect(steps.map(({ strategy: id, fits }) => [id, fits])).toEqual([
      ["skill", [{ by: "competence", factor: 1.3 }]],
      ["all", [{ by: "competence", factor: 0.85 }]],
    ]);
    expect(diagnose(survey(MEASURED, { strategies: [ALL] })).plan.steps[0]?.fits).toEqual([]);
  });

  it("bar what is for others than those harmed", () => {
    expect(order(answered("audiences", "customers")).map(([id]) => id)).toEqual(["honest", "skill", "all"]);
  });

  it("change nothing where no strategy knows the answer", () => {
    expect(order(answered("breaches", "several"), answered("audiences", "everyone"))).toEqual(order());
  });

  it("leave what is barred as a prerequisite, which then takes nothing away", () => {
    const roof = strategy("roof", { openness: 0.9 }, { prerequisites: ["honest"] });
    const { steps } = diagnose(
      survey(MEASURED, { strategies: [HONEST, SKILL, roof], context: [answered("breaches", "competence")] }),
    ).plan;
    expect(steps.map((one) => [one.strategy, one.prerequisiteFor, one.reduction > 0])).toEqual([
      ["skill", null, true],
      ["honest", "roof", false],
      ["roof", null, true],
    ]);
  });

  it("take barred strategies out of the remedies of findings", () => {
    const asked = framework({
      dimensions: MEASURED,
      findings: [rule("r", [below("a", 60)], { strategies: ["honest", "own"] })],
    });
    const options = survey(MEASURED, { framework: asked, strategies: [HONEST, SKILL] });
    expect(diagnose(options).findings[0]?.strategies).toEqual(["honest", "own"]);
    const context = [answered("breaches", "competence")];
    expect(diagnose({ ...options, context }).findings[0]?.strategies).toEqual(["own"]);
  });
});
