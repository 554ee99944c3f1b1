/** A kept audit of version 2, and one of this version in which everything that came in since is there once. */
import { readFileSync } from "node:fs";
import { migrate } from "../../src/audit/migrate.ts";
import type { Audit, LadderResult, ProfileEffect } from "../../src/audit/types.ts";

/** Kept by the last program that wrote that format version. */
export const VERSION_2_TEXT = readFileSync(new URL("../fixtures/audit/version-2.json", import.meta.url), "utf8");
export const VERSION_2: Audit = migrate(JSON.parse(VERSION_2_TEXT)) as Audit;

const LEADERS = { id: "leaders", title: "Leaders" };
const NUMBER = {
  kind: "estimate",
  value: 12.5,
  interval: { low: 4, high: 21, level: 0.95 },
  noInterval: null,
  n: 80,
  unit: "index points",
  method: "difference of means",
  caveats: [],
} as const;

const LADDER: LadderResult = {
  path: [],
  label: "Everyone",
  title: "Level of leadership trust",
  word: "level",
  none: "Ad hoc",
  reached: { mean: 2, lowest: 1 },
  share: 0.8,
  levels: [{ id: "fundamentals", title: "Fundamentals", about: null, cap: 30 }],
  strands: [
    {
      id: "openness",
      title: "Openness",
      level: 0,
      firm: 0.93,
      rungs: [
        {
          level: "fundamentals",
          mean: 1.9,
          met: false,
          blocking: [{ dimension: "credibility", title: "Credibility", mean: 1.2, n: 80 }],
        },
      ],
    },
  ],
  overall: 0,
  firm: 0.9,
  lowest: ["openness"],
  weakest: { dimension: "x", title: "X", mean: 1.5 },
};

const PROFILE: ProfileEffect = {
  id: "healthcare",
  kind: "sector",
  title: "Healthcare",
  version: "1.0.0",
  text: "healthcare",
  context: { drivers: ["a"], shows: ["b"], stake: ["c"], rebuilds: ["d"] },
  values: [{ key: "context", title: "Context", value: "high", about: "x", how: ["y"], read: ["z"] }],
  needs: [{ dimension: "intimacy", title: "Intimacy", multiplier: 1.4 }],
  findings: [{ id: "f", title: "F", from: "low", to: "medium" }],
  strategies: [{ strategy: "s", title: "S", fit: 1.3 }],
  supplement: { dimension: "healthcare_care", title: "Care", answered: false },
};

const [finding, step, item, need] = [
  VERSION_2.findings[0],
  VERSION_2.plan.steps[0],
  VERSION_2.items[0],
  VERSION_2.plan.needs[0],
];
if (finding === undefined || step === undefined || item === undefined || need === undefined)
  throw new Error("the kept audit has no finding, step, item or need");

/** As VERSION_2, with one of everything new. */
export const WHOLE: Audit = {
  ...VERSION_2,
  framework: {
    ...VERSION_2.framework,
    signatures: [{ of: "dimension", id: "credibility", scoring: "aa", wording: "bb" }],
  },
  options: { ...VERSION_2.options, profiles: ["healthcare"], context: ["breach=privacy"], figures: ["leavers=4"] },
  asked: {
    ...VERSION_2.asked,
    audiences: [{ ...LEADERS, worry: "control", afterBreach: "say what was done" }],
    audienceColumn: "audience",
    context: [
      {
        id: "breach",
        title: "Which?",
        steers: "breaches",
        answer: { id: "integrity", title: "Integrity" },
        says: "Own it.",
      },
    ],
  },
  gaps: [
    {
      of: "dimension",
      id: "credibility",
      title: "Credibility",
      audience: "leaders",
      than: "staff",
      index: NUMBER,
      test: { t: 3, df: 70, p: 0.004, g: 0.5, method: "Welch" },
      adjustedP: 0.01,
      says: "higher",
    },
  ],
  ladders: [LADDER],
  journeys: [
    {
      audience: LEADERS,
      title: "Journey",
      touchpoints: [
        {
          dimension: "credibility",
          title: "Credibility",
          index: { ...NUMBER, unit: "index 0–100" },
          target: 75,
          importance: NUMBER,
          pull: 0.3,
          response: "Explain.",
        },
      ],
      weakest: "credibility",
    },
  ],
  triage: {
    title: "Triage",
    signs: [
      {
        id: "leave",
        title: "People leave",
        audiences: ["customers"],
        of: { trend: "leave_trend", severity: "leave_severity" },
        trend: 2.1,
        severity: null,
        colour: "amber",
        why: "worse",
        next: [{ framework: "trust-equation", audience: "customers", why: "to see why" }],
      },
    ],
    breach: { framework: "trust-reconstruction", audience: "management", why: "known" },
  },
  findings: [
    {
      ...finding,
      raised: { from: "low", by: ["Healthcare"] },
      audience: LEADERS,
      evidence: [
        {
          of: "ladder",
          title: "Level",
          index: 1,
          interval: null,
          n: 80,
          relation: "level below",
          limit: 2,
          than: null,
          by: null,
        },
      ],
    },
  ],
  lenses: [
    {
      id: "psychological",
      title: "Psychology",
      says: "a",
      ask: "b",
      dimensions: [{ dimension: "credibility", title: "Credibility", index: 40 }],
    },
  ],
  responses: [
    { audience: null, dimension: "credibility", title: "Credibility", index: 40, target: 75, response: "Show it." },
  ],
  outlook: {
    title: "Outlook",
    about: null,
    parts: [{ id: "near", title: "Near", points: ["a"] }],
    costs: [
      {
        id: "leavers",
        title: "Leavers",
        value: null,
        formula: "n * c",
        figures: [{ name: "n", title: "People", value: 4 }],
        note: null,
      },
    ],
  },
  profiles: [PROFILE],
  plan: {
    ...VERSION_2.plan,
    withoutProfiles: ["Another"],
    needs: [{ ...need, audience: LEADERS }],
    steps: [
      {
        ...step,
        prerequisites: ["s"],
        fit: 1.3,
        fits: [{ by: "Which breach? Privacy", factor: 1.3 }],
        how: ["Quietly."],
        arithmetic: step.arithmetic.map((one) => ({ ...one, audience: LEADERS })),
        because: step.because.map((one) => ({ ...one, audience: LEADERS })),
      },
    ],
  },
  items: [
    { ...item, figure: { worst: 0, best: 10, unit: "days", decimals: 1, index: { ...NUMBER, unit: "index 0–100" } } },
  ],
};
