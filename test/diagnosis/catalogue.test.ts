import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Framework } from "../../src/framework/types.ts";
import { FACETS } from "../../src/framework/vocabulary.ts";
import { bundledFrameworks, bundledStrategies, bundledTexts } from "./bundled.ts";
import { type Pattern, planOf, rankIn } from "./pattern.ts";
import patterns from "./patterns.json" with { type: "json" };

const frameworks = await bundledFrameworks();
const strategies = await bundledStrategies();

function named(id: string): Framework {
  const framework = frameworks.find((one) => one.id === id);
  if (framework === undefined) throw new Error(`no framework ${id}`);
  return framework;
}

describe("the catalogue", () => {
  it("has at least three strategies for every facet, and frameworks name no other", () => {
    const known = new Set<string>(FACETS);
    const used = frameworks.flatMap(({ dimensions }) => dimensions.flatMap(({ facets }) => [...facets.keys()]));
    expect(used.filter((facet) => !known.has(facet))).toEqual([]);
    const short = FACETS.filter((facet) => strategies.filter(({ facets }) => facets.has(facet)).length < 3);
    expect(short).toEqual([]);
  });

  it("has at least two strategies for staff that take away a fifth or more of every root of distrust", () => {
    const roots = named("distrust-symptoms").dimensions.filter(({ block = "" }) => block.startsWith("roots"));
    expect(roots.length).toBe(9);
    for (const root of roots) {
      const answers = strategies.filter(({ audiences, facets }) => {
        const taken = [...root.facets].reduce((sum, [facet, share]) => sum + share * (facets.get(facet) ?? 0), 0);
        return taken >= 0.2 && (audiences.length === 0 || audiences.includes("employees"));
      });
      expect([root.id, answers.length >= 2]).toEqual([root.id, true]);
    }
  });
});

describe("each strategy stands in a plan's first ten for its own sake", () => {
  const table: ReadonlyMap<string, Pattern> = new Map(Object.entries(patterns));
  it.each(strategies.map(({ id }) => id))("%s", (id) => {
    const pattern = table.get(id);
    if (pattern === undefined) throw new Error("no pattern: run node scripts/plan-patterns.mjs");
    const plan = planOf(pattern, { framework: named(pattern.framework), strategies });
    expect(plan.reason).toBeNull();
    expect(rankIn(plan, id) ?? 11).toBeLessThanOrEqual(10);
  });
  it("and the table holds no other", () => {
    expect([...table.keys()].sort()).toEqual(strategies.map(({ id }) => id).sort());
  });
});

describe("a first look at whether trust wears away", () => {
  const asked = named("trust-erosion");
  const signs = asked.triage?.signs ?? [];
  const plan = (low: readonly string[]) => planOf({ audience: "management", low }, { framework: asked, strategies });
  it("has no plan where every sign is green", () => {
    expect(plan([])).toMatchObject({ steps: [], reason: expect.stringContaining("All signs are green") });
  });
  it.each(signs.map(({ id }) => id))("answers %s with what is for those it is about", (id) => {
    const sign = signs.find((one) => one.id === id);
    const { steps } = plan([sign?.trend ?? "", sign?.severity ?? ""]);
    expect(steps.length).toBeGreaterThan(2);
    for (const { strategy, reduction } of steps) {
      const audiences = strategies.find((one) => one.id === strategy)?.audiences ?? [];
      if (reduction > 0 && audiences.length > 0)
        expect([strategy, audiences.some((one) => sign?.audiences.includes(one))]).toEqual([strategy, true]);
    }
  });
  it("prints commands that run: one that asks several audiences is named with one of them", () => {
    const next = [...signs.flatMap((sign) => sign.next), ...(asked.triage?.breach ? [asked.triage.breach] : [])];
    expect(next.length).toBeGreaterThan(5);
    for (const { framework, audience } of next) {
      const ids = named(framework).audiences.map(({ id }) => id);
      expect([framework, audience ?? (ids.length === 1 ? ids[0] : "none of several")]).toEqual([
        framework,
        expect.toBeOneOf(ids),
      ]);
    }
  });
});

describe("after a breach", () => {
  const asked = named("trust-reconstruction");
  const low = asked.dimensions.map(({ id }) => id);
  const breach = asked.context.find(({ steers }) => steers === "breaches")?.id ?? "";
  const harmed = asked.context.find(({ steers }) => steers === "audiences")?.id ?? "";
  const plan = (answers: Readonly<Record<string, string>>) =>
    planOf({ audience: "management", low, answers }, { framework: asked, strategies }).steps;
  const own = (answers: Readonly<Record<string, string>>) =>
    plan(answers)
      .filter(({ prerequisiteFor }) => prerequisiteFor === null)
      .map(({ strategy }) => strategy);
  it("a fault of skill is answered with an apology and evidence, one of honesty with a changed structure and outside eyes", () => {
    const [skill, honesty] = ["competence", "integrity"].map((kind) => own({ [breach]: kind, [harmed]: "customers" }));
    expect(skill).toEqual(expect.arrayContaining(["apology-done-right", "evidence-of-competence"]));
    expect(honesty).toEqual(expect.arrayContaining(["outside-ethics-check"]));
    for (const only of ["apology-done-right", "evidence-of-competence"]) expect(honesty).not.toContain(only);
    for (const only of ["code-of-ethics", "outside-ethics-check"]) expect(skill).not.toContain(only);
    expect(skill?.slice(0, 3)).not.toEqual(honesty?.slice(0, 3));
  });
  it.each([undefined, "customers", "employees", "partners", "community"])(
    "the first steps already answer the kind of breach (harmed: %s)",
    (whom) => {
      const first = (kind: string, most: number) =>
        plan({ [breach]: kind, ...(whom === undefined ? {} : { [harmed]: whom }) })
          .slice(0, most)
          .map(({ strategy }) => strategy);
      const skill = first("competence", 4);
      expect(skill).toContain("apology-done-right");
      // It is meant for those outside, who cannot see the work.
      if (whom !== "employees") expect(skill).toContain("evidence-of-competence");
      const structure = ["outside-ethics-check", "code-of-ethics", "speak-up-line", "named-owner-of-trust"];
      const changed = first("integrity", 4).filter((id) => [...structure, "even-handed-rules"].includes(id));
      expect(changed.length).toBeGreaterThanOrEqual(2);
      expect(first("competence", 3)).not.toEqual(first("integrity", 3));
    },
  );
  it("a plan for whom it harmed holds nothing that is meant for others only", () => {
    for (const audience of ["customers", "employees", "partners", "community"])
      for (const { reduction, strategy } of plan({ [harmed]: audience })) {
        const audiences = strategies.find(({ id }) => id === strategy)?.audiences ?? [];
        if (reduction > 0) expect(audiences.length === 0 || audiences.includes(audience)).toBe(true);
      }
  });
});

/** Fields in which a reader is told what to do. */
const ADVICE = [
  "actions",
  "first_step",
  "outcome",
  "response",
  "after_breach",
  "says",
  "ask",
  "how",
  "rebuilds",
  "guide",
];
const EVASIONS = [
  ...["deny", "denying", "blame", "blaming", "hide", "hiding", "conceal", "cover up", "cover it up", "hush", "lie"],
  ...["mislead", "play down", "play it down", "downplay", "minimise", "distract", "stonewall", "withhold", "evade"],
  ...["admit nothing", "say nothing", "keep quiet", "stay silent", "shift the blame", "point to others", "sit it out"],
];
/** What may stand before the verb of an order. */
const TOLD =
  /^(?:then |at first |first |rather |better |simply |just |always |instead |please |(?:you|we|leaders) (?:should|must|can|may|could|might) |try to |to )*/i;

/** The clauses of an advice that tell somebody to evade a fault. "Never deny it" and "do not hide it" tell the opposite. */
function evasionsIn(text: string): readonly string[] {
  return text
    .split(/[.!?;:,()]|\b(?:and|or|but)\b/)
    .map((clause) => clause.trim())
    .filter((clause) => {
      const told = clause.replace(TOLD, "").toLowerCase();
      return EVASIONS.some((evasion) => told === evasion || told.startsWith(`${evasion} `));
    });
}

function adviceIn(value: unknown, inside = false): readonly string[] {
  if (typeof value === "string") return inside ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => adviceIn(below, inside || ADVICE.includes(key)));
}

describe("nobody is told to deny a fault", () => {
  it.each(bundledTexts().map(({ file, text }) => [file, text] as const))("%s", (...[, text]) => {
    const advice = adviceIn(parse(text));
    expect(advice.length).toBeGreaterThan(0);
    expect(advice.flatMap(evasionsIn)).toEqual([]);
  });

  it("a text that did would be found", () => {
    expect(adviceIn({ actions: ["Deny it."], pitfall: "Blame others." })).toEqual(["Deny it."]);
    for (const advice of [
      "Deny that it happened.",
      "Say sorry, and blame the supplier.",
      "At first you should admit nothing.",
      "Play it down; then say nothing.",
    ])
      expect(evasionsIn(advice)).not.toEqual([]);
    for (const advice of [
      "Never deny it.",
      "Do not hide what happened.",
      "Answer without blame.",
      "They may then keep quiet.",
    ])
      expect(evasionsIn(advice)).toEqual([]);
  });
});
