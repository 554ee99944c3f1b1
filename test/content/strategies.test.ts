import { describe, expect, it } from "vitest";
import { FACETS } from "../../src/framework/vocabulary.ts";
import { frameworkOf, STRATEGIES } from "./bundled.ts";

/** The strategies that must be there, by level. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  initial: [
    ...["communication-rhythm", "goals-in-plain-words", "lead-by-example", "involve-people", "celebrate-small-wins"],
    ...["explain-decisions", "thank-and-recognise"],
  ],
  structured: [
    ...["communication-protocol", "feedback-culture", "visible-follow-through", "delegation", "guided-change"],
    ...["shared-goals", "even-handed-rules", "meeting-rhythm", "exit-interviews"],
  ],
  advanced: [
    ...["trust-audit", "open-books", "psychological-safety", "trust-repair", "strategic-communication"],
    ...["fair-reviews", "leadership-development"],
  ],
  repair: [
    ...["apology-done-right", "service-recovery", "front-line-authority", "evidence-of-competence", "quality-control"],
    ...["complaint-turnaround", "promise-ledger", "answer-reviews", "two-way-listening", "stakeholder-map"],
  ],
  "privacy-automation": [
    ...["privacy-by-design", "secure-payment", "human-in-the-loop", "ethics-review", "algorithm-audit"],
    ...["retraining-promise", "pilot-with-those-concerned", "job-enrichment"],
  ],
  governance: [
    ...["code-of-ethics", "outside-ethics-check", "speak-up-line", "named-owner-of-trust", "succession-and-mentoring"],
    ...[
      "wellbeing-and-inclusion",
      "teams-set-measures",
      "early-warning-dashboard",
      "continuity-plan",
      "crisis-playbook",
    ],
    ...["trust-reserves", "lessons-learned-reviews"],
  ],
  outward: [
    ...[
      "supplier-partnership",
      "supplier-scorecards",
      "customers-known-as-people",
      "co-creation-forum",
      "community-work",
    ],
    ...["purpose-in-decisions", "trust-experiments", "journey-redesign", "reverse-mentoring", "hybrid-fairness"],
  ],
};

describe("the strategies", () => {
  it("are at least sixty, with all that are listed, at their level", () => {
    expect(STRATEGIES.length).toBeGreaterThanOrEqual(60);
    const levels = new Map(STRATEGIES.map(({ id, level }) => [id, level]));
    for (const [level, ids] of Object.entries(LISTED)) {
      expect(
        ids.filter((id) => levels.get(id) !== level),
        level,
      ).toEqual([]);
    }
  });

  it("keep the effort and the months of the advanced ones", () => {
    const advanced = STRATEGIES.filter(({ level }) => level === "advanced");
    expect(Object.fromEntries(advanced.map(({ id, intensity, months }) => [id, [intensity, ...months]]))).toMatchObject(
      {
        "trust-audit": ["medium", 1, 3],
        "open-books": ["medium-high", 6, 12],
        "psychological-safety": ["high", 12, null],
        "trust-repair": ["medium-high", 6, 12],
        "strategic-communication": ["medium", 3, 9],
        "fair-reviews": ["medium", 6, 12],
        "leadership-development": ["high", 12, null],
      },
    );
  });

  it.each(FACETS)("are at least three for the facet %s", (facet) => {
    expect(STRATEGIES.filter(({ facets }) => Object.hasOwn(facets, facet)).length).toBeGreaterThanOrEqual(3);
  });

  it("are at least two for every root of distrust", () => {
    const roots = frameworkOf("distrust-symptoms").dimensions.filter(({ block }) => /^roots/.test(block ?? ""));
    expect(roots).toHaveLength(9);
    for (const { id, facets = {} } of roots) {
      const answering = STRATEGIES.filter((strategy) =>
        Object.keys(facets).some((facet) => Object.hasOwn(strategy.facets, facet)),
      );
      expect(answering.length, id).toBeGreaterThanOrEqual(2);
    }
  });
});
