/** Audits made by hand of what not every framework has: audiences, levels, stages, a journey, a triage, figures, profiles. */
import type { Published } from "../../src/audit/estimate.ts";
import type {
  AskedAudience,
  AudienceGap,
  Audit,
  CellResult,
  CompositeResult,
  DimensionResult,
  GroupingResults,
  Held,
  ItemResult,
  LadderResult,
  PlanStep,
  ProfileEffect,
  Rung,
  StrandResult,
  Touchpoint,
} from "../../src/audit/types.ts";
import { assessed, band, estimate, judged, SAMPLE } from "./sample.ts";

const none = (reason: string): Published => ({ kind: "none", reason, n: 0 });

interface RoughScore {
  readonly id: string;
  readonly title: string;
  readonly index: number;
  readonly half?: number;
  readonly n?: number;
}

function first<T>(all: readonly T[] | undefined): T {
  const [found] = all ?? [];
  if (found === undefined) throw new Error("the sample has one");
  return found;
}

const FIRST = first(SAMPLE.overall?.dimensions);
const LEAD = first(SAMPLE.overall?.composites);
function dimensionOf(rough: RoughScore, rest: Partial<DimensionResult> = {}): DimensionResult {
  const { id, title, index, half = 4, n = 60 } = rough;
  return {
    ...FIRST,
    ...{ id, title, direction: "higher", target: 75, agreement: null, bounds: null },
    mean: estimate({ value: 1 + index / 25, half: half / 25, n, unit: "points on 1–5" }),
    index: estimate({ value: index, half, n, unit: "index 0–100" }),
    judged: judged(index, half),
    favourable: estimate({ value: index / 120, half: 0.05, n, unit: "share 0–1" }),
    band: band(index, half),
    belowTarget: index < 75 ? 0.98 : 0.2,
    ...rest,
  };
}

function compositeOf(rough: RoughScore, rest: Partial<CompositeResult> = {}): CompositeResult {
  const { id, title, index, half = 4, n = 60 } = rough;
  return {
    ...LEAD,
    ...{ id, title, transform: "linear", worst: 1, best: 5, target: 75, bounds: null },
    value: estimate({ value: 1 + index / 25, half: half / 25, n, unit: "points on 1–5" }),
    index: estimate({ value: index, half, n, unit: "index 0–100" }),
    judged: judged(index, half),
    band: band(index, half),
    ...rest,
  };
}

function cellOf(
  rough: Pick<CellResult, "label" | "people" | "composites" | "dimensions"> & Partial<CellResult>,
): CellResult {
  return {
    ...{ kind: "total", path: [], effectivePeople: null, headcount: null, responseRate: null, outcomes: [] },
    ...rough,
  };
}

function groupingOf(cells: readonly CellResult[]): GroupingResults {
  return {
    ...{ text: "audience", kind: "single", columns: ["audience"], withheld: false, reason: null },
    ...{ comparisons: [], agreement: [], cells },
  };
}

/** Nothing of the first sample but what every report has. */
const BARE: Audit = {
  ...SAMPLE,
  options: { ...SAMPLE.options, by: [] },
  asked: { ...SAMPLE.asked, headcount: null, responseRate: null },
  disclosure: { minGroup: 5, lowered: false, hidden: false },
  groupings: [],
  reliability: [],
  drivers: [],
  disagreements: [],
  drag: null,
  discussion: null,
  findings: [],
  items: [],
  plan: {
    reason: "Nothing is short of its target.",
    steps: [],
    need: 0,
    remaining: 0,
    needs: [],
    withoutProfiles: [],
    draws: 0,
  },
};

const audience = (id: string, title: string, rest: Partial<AskedAudience> = {}): AskedAudience => ({
  ...{ id, title, worry: null, afterBreach: null },
  ...rest,
});

function gapOf(
  {
    of = "dimension",
    id,
    title,
  }: { readonly of?: "composite" | "dimension"; readonly id: string; readonly title: string },
  [first, second]: readonly [string, string],
  value: number,
): AudienceGap {
  const clear = Math.abs(value) > 6;
  return {
    ...{ of, id, title, audience: first, than: second },
    index: estimate({
      value,
      half: 6,
      n: 120,
      unit: "index points",
      method: "difference of two independent estimates",
    }),
    test: { t: value / 3, df: 118, p: clear ? 0.004 : 0.4, g: value / 18, method: "Welch t test" },
    adjustedP: of === "composite" ? null : clear ? 0.011 : 0.52,
    says: clear ? (value > 0 ? "higher" : "lower") : "no clear difference",
  };
}

// ---------------------------------------------------------------------------------------------------------------- map

const FIVE = [
  ["competence", "Competence"],
  ["integrity", "Integrity"],
  ["benevolence", "Benevolence"],
  ["predictability", "Predictability"],
  ["communication", "Communication"],
] as const;

const STANDING: readonly (readonly [string, string, number, readonly number[]])[] = [
  ["customers", "Customers", 80, [68.2, 61.4, 52.9, 70.1, 44.3]],
  ["employees", "Employees", 60, [62.8, 48.6, 41.2, 55.7, 37.9]],
  ["partners", "Partners and suppliers", 24, [70.4, 64.2, 57.7, 49.1, 58.8]],
];

const WEIGHTS = {
  customers: "0.30 * competence + 0.30 * integrity + 0.15 * benevolence",
  employees: "0.10 * competence + 0.20 * integrity + 0.30 * benevolence",
  partners: "0.15 * competence + 0.30 * integrity + 0.30 * predictability",
} as const;

const SUPPLEMENT = dimensionOf(
  { id: "healthcare_care", title: "Safe to speak of errors", index: 46.2, n: 58 },
  { supplementary: true },
);

const MAP_CELLS: readonly CellResult[] = STANDING.map(([id, label, people, indices]) => {
  const dimensions = FIVE.map(([dimension, title], at) =>
    dimensionOf({ id: dimension, title, index: indices[at] ?? 0, n: people, half: 40 / Math.sqrt(people) }),
  );
  const index = indices.reduce((sum, one) => sum + one, 0) / indices.length;
  const formula = WEIGHTS[id as keyof typeof WEIGHTS];
  const terms = dimensions.map(({ id: name, title, mean }) => ({
    name,
    title,
    value: mean.kind === "estimate" ? mean.value : null,
  }));
  return cellOf({
    ...{ kind: "group", label, path: [id], people },
    composites: [
      compositeOf(
        { id: "trust", title: "Trust of stakeholders", index, n: people, half: 30 / Math.sqrt(people) },
        { about: "The five dimensions, weighted as each audience weighs them.", formula, terms },
      ),
    ],
    dimensions: id === "employees" ? [...dimensions, SUPPLEMENT] : dimensions,
  });
});

const EACH = "audiences are not averaged: see each of them";
const PAIRS = [
  ["customers", "employees"],
  ["customers", "partners"],
  ["employees", "partners"],
] as const;

function mapGaps(): readonly AudienceGap[] {
  const row = (id: string) => STANDING.findIndex(([one]) => one === id);
  const at = (id: string, dimension: number) => STANDING[row(id)]?.[3][dimension] ?? 0;
  const mean = (id: string) => (STANDING[row(id)]?.[3] ?? []).reduce((sum, one) => sum + one, 0) / FIVE.length;
  return PAIRS.flatMap((pair) => [
    gapOf({ of: "composite", id: "trust", title: "Trust of stakeholders" }, pair, mean(pair[0]) - mean(pair[1])),
    ...FIVE.map(([id, title], place) => gapOf({ id, title }, pair, at(pair[0], place) - at(pair[1], place))),
  ]);
}

export const HEALTHCARE: ProfileEffect = {
  ...{ id: "healthcare", kind: "sector", title: "Healthcare", version: "1.0.0", text: "healthcare", values: [] },
  context: {
    drivers: ["rules", "how data about patients are used", "cost pressure", "exhaustion"],
    shows: ["errors from poor communication", "digital tools resisted"],
    stake: ["the safety of patients"],
    rebuilds: ["quality control", "privacy", "openness about errors"],
  },
  needs: [
    { dimension: "benevolence", title: "Benevolence", multiplier: 1.2 },
    { dimension: "communication", title: "Communication", multiplier: 1.35 },
  ],
  findings: [{ id: "silent-plans", title: "Plans nobody explains", from: "medium", to: "high" }],
  strategies: [{ strategy: "two-way-listening", title: "Hold listening rounds and answer what was said", fit: 1.15 }],
  supplement: { dimension: "healthcare_care", title: "Safe to speak of errors", answered: true },
};

export const CULTURE: ProfileEffect = {
  ...{
    id: "culture",
    kind: "culture",
    title: "Culture",
    version: "1.0.0",
    text: "culture:power-distance=high",
    context: null,
  },
  values: [
    {
      ...{ key: "power-distance", title: "Power distance", value: "high" },
      about: "Rank counts, and those below wait to be asked.",
      how: ["Let those with authority go first, in sight of everybody.", "Ask in small rounds of equals."],
      read: ["Silence is not consent."],
    },
  ],
  ...{ needs: [], findings: [], strategies: [], supplement: null },
};

const step = (rank: number, rest: Partial<PlanStep>): PlanStep => {
  const found = SAMPLE.plan.steps[rank - 1];
  if (found === undefined) throw new Error("no such step");
  return { ...found, ...rest };
};
const customers = { id: "customers", title: "Customers" };
const employees = { id: "employees", title: "Employees" };

export const MAP_SAMPLE: Audit = {
  ...BARE,
  framework: {
    ...SAMPLE.framework,
    id: "stakeholder-trust",
    title: "Stakeholder trust",
    purpose: "How far customers, employees and partners rely on a business, side by side.",
  },
  options: { ...BARE.options, profiles: ["healthcare", "culture:power-distance=high"] },
  asked: {
    ...BARE.asked,
    audience: { id: "everyone", title: "Customers, employees and partners" },
    audiences: [
      audience("customers", "Customers", {
        worry: "Their data, and whether quality holds.",
        afterBreach: "Offer protection and watch over it; raise security and explain how.",
      }),
      audience("employees", "Employees", {
        worry: "Their jobs, fair treatment, the firm's name.",
        afterBreach: "An open plan for recovery, an honest word on jobs, training.",
      }),
      audience("partners", "Partners and suppliers", { worry: "Payment, and whether the firm will last." }),
    ],
    audienceColumn: "audience",
    people: 164,
    flow: [
      { step: "read", rows: 164 },
      { step: "scored", rows: 164 },
    ],
  },
  overall: cellOf({
    ...{ label: "Everyone", people: 164 },
    composites: [
      {
        ...compositeOf({ id: "trust", title: "Trust of stakeholders", index: 50 }),
        ...{ value: none(EACH), index: none(EACH), band: null, judged: null, precision: null, detectable: none(EACH) },
      },
    ],
    dimensions: [
      ...FIVE.map(([id, title], at) =>
        dimensionOf(
          { id, title, index: [66.6, 57.1, 49.3, 62.3, 44.1][at] ?? 0, n: 164, half: 3 },
          id === "communication"
            ? { companions: ["What did you hear last, and from whom?", "What would you like to hear?"] }
            : {},
        ),
      ),
      SUPPLEMENT,
    ],
  }),
  groupings: [groupingOf(MAP_CELLS)],
  gaps: mapGaps(),
  findings: [
    {
      ...{ id: "silent-plans", title: "Plans nobody explains", severity: "high", certainty: "clear" },
      raised: { from: "medium", by: ["Healthcare"] },
      audience: employees,
      says: "People learn of decisions when they feel them.",
      ask: "Which decision did people hear of last, and how?",
      evidence: [
        {
          ...{ of: "communication", title: "Communication", index: 37.9, interval: { low: 32.7, high: 43.1 }, n: 60 },
          ...{ relation: "below", limit: 50, than: null, by: null },
        },
      ],
      strategies: ["two-way-listening"],
      remedies: [{ id: "two-way-listening", title: "Hold listening rounds and answer what was said" }],
    },
    {
      ...{ id: "outside-in", title: "Better seen outside than inside", severity: "medium", certainty: "clear" },
      ...{ raised: null, audience: null, ask: null, strategies: [], remedies: [] },
      says: "Customers see more good will than those who work here.",
      evidence: [
        {
          ...{
            of: "benevolence",
            title: "Benevolence (Customers)",
            index: 52.9,
            interval: { low: 48.4, high: 57.4 },
            n: 80,
          },
          ...{ relation: "ahead among", limit: null, by: 10 },
          than: { id: "employees", title: "Employees", index: 41.2 },
        },
      ],
    },
  ],
  lenses: [
    {
      ...{
        id: "psychological",
        title: "Psychological",
        says: "An unwritten contract was broken.",
        ask: "What did people think they had been promised?",
      },
      dimensions: [
        { dimension: "communication", title: "Communication", index: 44.1 },
        { dimension: "integrity", title: "Integrity", index: 57.1 },
      ],
    },
    {
      ...{ id: "economic", title: "Economic", says: "Checking costs time.", ask: "What is checked twice?" },
      dimensions: [],
    },
  ],
  responses: [
    {
      ...{ audience: employees, dimension: "communication", title: "Communication", index: 37.9, target: 75 },
      response: "Say what is decided, why, and what is still open; the same day, and in the same words to all.",
    },
    {
      ...{ audience: customers, dimension: "communication", title: "Communication", index: 44.3, target: 75 },
      response: "Tell customers before they have to ask.",
    },
  ],
  outlook: {
    title: "What doing nothing costs",
    about: "In words; in money only with your own figures.",
    parts: [
      { id: "near", title: "Near", points: ["Good people leave first.", "Customers feel it."] },
      { id: "far", title: "Far", points: ["The name suffers."] },
    ],
    costs: [
      {
        ...{ id: "leavers", title: "People who left", value: 36000, formula: "leavers * cost_per_leaver" },
        figures: [
          { name: "leavers", title: "People who left last year and named trust as a reason", value: 4 },
          { name: "cost_per_leaver", title: "What replacing one person costs", value: 9000 },
        ],
        note: "Only those who said so.",
      },
      {
        ...{ id: "checking", title: "Checking twice", value: null, formula: "hours * rate", note: null },
        figures: [
          { name: "hours", title: "Hours a year spent checking twice", value: null },
          { name: "rate", title: "What an hour costs", value: 40 },
        ],
      },
    ],
  },
  profiles: [HEALTHCARE, CULTURE],
  plan: {
    ...SAMPLE.plan,
    steps: [
      step(1, {
        because: [
          { audience: employees, dimension: "integrity", title: "Integrity", index: 48.6, share: 0.62 },
          { audience: customers, dimension: "integrity", title: "Integrity", index: 61.4, share: 0.38 },
        ],
      }),
      step(2, {
        fit: 1.15,
        how: ["Let those with authority go first, in sight of everybody.", "Ask in small rounds of equals."],
        findings: ["silent-plans"],
        arithmetic: [
          { audience: employees, facet: "listening", needBefore: 0.182, strength: 0.69, reduction: 0.12558 },
          { audience: customers, facet: "listening", needBefore: 0.101, strength: 0.69, reduction: 0.06969 },
        ],
      }),
    ],
    needs: [
      {
        ...{ audience: employees, dimension: "communication", title: "Communication", index: 37.9, target: 75 },
        ...{ gap: 0.371, weight: 0.3, multiplier: 1.35, probability: 0.999, need: 0.05 },
      },
      {
        ...{ audience: customers, dimension: "communication", title: "Communication", index: 44.3, target: 75 },
        ...{ gap: 0.307, weight: 0.1, multiplier: 1.35, probability: 0.999, need: 0.0138 },
      },
    ],
    withoutProfiles: ["Keep a promise ledger", "Open the books"],
  },
};

// ------------------------------------------------------------------------------------------------------------- ladder

const STRANDS = ["Transparency", "Competence", "Integrity", "Authenticity and communication", "Feedback"] as const;
const LEVELS = ["Fundamentals", "Intermediate", "Advanced"] as const;

function strandOf(title: string, means: readonly (number | null)[]): StrandResult {
  const id = title.toLowerCase().replaceAll(" ", "_");
  const rungs = means.map((mean, at): Rung => {
    const met = mean === null ? null : mean >= 2;
    const short =
      mean === null || mean >= 2
        ? []
        : [{ dimension: `${id}_${at + 1}`, title: `${title}: ${LEVELS[at] ?? ""}`, mean, n: 52 }];
    return { level: (LEVELS[at] ?? "").toLowerCase(), mean, met, blocking: short };
  });
  const missing = rungs.findIndex(({ met }) => met !== true);
  const level = missing < 0 ? rungs.length : rungs[missing]?.met === null ? null : missing;
  return { id, title, level, firm: level === null ? null : 0.87, rungs };
}

function ladderOf(
  rough: Pick<LadderResult, "path" | "label" | "overall" | "firm" | "strands" | "lowest">,
): LadderResult {
  return {
    ...{
      title: "Level of leadership trust",
      word: "level",
      none: "Ad hoc",
      reached: { mean: 2, lowest: null },
      weakest: null,
      share: 0.8,
    },
    levels: LEVELS.map((title) => ({
      id: title.toLowerCase(),
      title,
      about: `What ${title.toLowerCase()} asks of leaders.`,
      cap: null,
    })),
    ...rough,
  };
}

const MEANS: readonly (readonly (number | null)[])[] = [
  [2.31, 1.62, 0.94],
  [2.44, 2.1, 1.2],
  [2.12, 1.9, 2.05],
  [2.2, null, 1.1],
  [1.42, 1.1, 0.4],
];

const LEADERSHIP_STANDING: readonly (readonly [string, string, number])[] = [
  ["leaders", "Leaders", 71.2],
  ["staff", "Staff", 52.4],
];

function leadershipCell([id, label, index]: readonly [string, string, number]): CellResult {
  return cellOf({
    ...{ kind: "group", label, path: [id], people: id === "staff" ? 40 : 12 },
    composites: [compositeOf({ id: "leadership", title: "Leadership trust", index }, LEADERSHIP)],
    dimensions: STRANDS.map((title, at) =>
      dimensionOf({ id: `strand_${at}`, title, index: index - 3 * at, n: id === "staff" ? 40 : 12 }),
    ),
  });
}

const LEADERSHIP = {
  about: "The mean of all practices.",
  formula: "mean(strand_0, strand_1)",
  terms: [
    { name: "strand_0", title: "Transparency", value: 3.33 },
    { name: "strand_1", title: "Competence", value: 3.21 },
  ],
};

export const LADDER_SAMPLE: Audit = {
  ...BARE,
  framework: {
    ...SAMPLE.framework,
    id: "leadership-trust",
    title: "Leadership trust",
    purpose: "How far leaders do what trust needs.",
  },
  headline: "leadership",
  asked: {
    ...BARE.asked,
    audience: { id: "everyone", title: "Leaders and staff" },
    audiences: [audience("leaders", "Leaders"), audience("staff", "Staff")],
    audienceColumn: "audience",
    people: 52,
  },
  disclosure: { minGroup: 5, lowered: false, hidden: true },
  overall: cellOf({
    ...{ label: "Everyone", people: 52 },
    composites: [compositeOf({ id: "leadership", title: "Leadership trust", index: 56.8, n: 52 }, LEADERSHIP)],
    dimensions: STRANDS.map((title, at) => dimensionOf({ id: `strand_${at}`, title, index: 57 - 3 * at, n: 52 })),
  }),
  groupings: [groupingOf(LEADERSHIP_STANDING.map(leadershipCell))],
  gaps: [
    gapOf({ of: "composite", id: "leadership", title: "Leadership trust" }, ["leaders", "staff"], 18.8),
    ...STRANDS.map((title, at) => gapOf({ id: `strand_${at}`, title }, ["leaders", "staff"], 18.8 - 6 * at)),
  ],
  ladders: [
    ladderOf({
      ...{ path: [], label: "Everyone", overall: 1, firm: 0.93, lowest: ["feedback"] },
      strands: STRANDS.map((title, at) => strandOf(title, MEANS[at] ?? [])),
    }),
    ladderOf({
      ...{ path: ["leaders"], label: "Leaders", overall: 2, firm: 0.71, lowest: ["feedback", "transparency"] },
      strands: STRANDS.map((title) => strandOf(title, [2.4, 2.2, 1.4])),
    }),
    ladderOf({
      ...{ path: ["staff"], label: "Staff", overall: null, firm: null, lowest: [] },
      strands: STRANDS.map((title) => strandOf(title, [null, 1.2, 0.4])),
    }),
  ],
  findings: [
    {
      ...{
        id: "first-level",
        title: "Work on the first level",
        severity: "high",
        certainty: "clear",
        raised: null,
        audience: null,
      },
      ...{ says: "The fundamentals are there; the next level is not.", ask: null, strategies: [], remedies: [] },
      evidence: [
        {
          ...{ of: "ladder", title: "Level of leadership trust", index: 1, interval: null, n: 52 },
          ...{ relation: "level below", limit: 2, than: null, by: null },
        },
      ],
    },
  ],
};

// ------------------------------------------------------------------------------------------------------------- stages

const STAGES: readonly (readonly [string, number | null, number])[] = [
  ["Diagnosis", 2.4, 30],
  ["First response", 1.6, 45],
  ["Communication", 2.2, 65],
  ["Systems", 1.1, 85],
  ["Culture", null, 100],
];
const HELD_WORDS = "Held at 45 until stage 2, First response, is finished; the formula alone gives an index of 66.7.";
const HELD: Held = {
  ...{ word: "stage", level: 2, title: "First response", cap: 45 },
  unheld: { value: 2, index: 200 / 3 },
};

export const STAGES_SAMPLE: Audit = {
  ...BARE,
  framework: {
    ...SAMPLE.framework,
    id: "trust-reconstruction",
    title: "Trust after a breach",
    purpose: "How far trust is rebuilt.",
  },
  headline: "progress",
  asked: {
    ...BARE.asked,
    audience: { id: "management", title: "Management" },
    audiences: [
      audience("management", "Management", {
        worry: "Whether it will ever be over.",
        afterBreach: "Say what happened, what is done, and how it will not happen again.",
      }),
    ],
    context: [
      {
        ...{ id: "breach", title: "The breach", steers: "breaches", answer: { id: "integrity", title: "Integrity" } },
        says: "An apology is not enough: change the structure, and let eyes from outside in.",
      },
      {
        id: "harmed",
        title: "Who was harmed?",
        steers: "audiences",
        answer: { id: "customers", title: "Customers" },
        says: null,
      },
    ],
  },
  overall: cellOf({
    ...{ label: "Everyone", people: 18 },
    composites: [
      compositeOf(
        { id: "progress", title: "Progress", index: 45, half: 3, n: 18 },
        {
          ...{ about: "The mean of the stages.", formula: "mean(diagnosis, response)", worst: 0, best: 3 },
          terms: [
            { name: "diagnosis", title: "Diagnosis", value: 2.4 },
            { name: "response", title: "First response", value: 1.6 },
          ],
          value: estimate({ value: 1.35, half: 0.1, n: 18, unit: "points on 0–3", caveats: [HELD_WORDS] }),
          held: HELD,
        },
      ),
    ],
    dimensions: [
      dimensionOf({ id: "apologise", title: "Apologise for what was done", index: 41, n: 18 }),
      dimensionOf({ id: "cause", title: "Mend the cause", index: 66, n: 18 }),
    ],
  }),
  ladders: [
    {
      ...{ path: [], label: "Everyone", title: "Stages of rebuilding trust", word: "stage", none: "Not begun" },
      ...{ reached: { mean: 2, lowest: 1 }, share: 1, overall: 1, firm: 0.97, lowest: ["stages"], weakest: null },
      levels: STAGES.map(([title, , cap]) => ({
        id: title.toLowerCase(),
        title,
        about: null,
        cap: cap === 100 ? null : cap,
      })),
      strands: [
        {
          ...{ id: "stages", title: "Stages", level: 1, firm: 0.97 },
          rungs: STAGES.map(([title, mean]) => ({
            level: title.toLowerCase(),
            mean,
            met: mean === null ? null : mean >= 2,
            blocking:
              title === "First response"
                ? [{ dimension: "apologise", title: "Apologise for what was done", mean: 0.8, n: 18 }]
                : [],
          })),
        },
      ],
    },
  ],
};

// ------------------------------------------------------------------------------------------------------------ journey

function touchpoint(
  title: string,
  [index, importance]: readonly [number | null, number | null],
  response: string,
): Touchpoint {
  const dimension = title.toLowerCase();
  const gap = index === null ? null : Math.max(0, 75 - index) / 100;
  return {
    ...{ dimension, title, target: 75, response },
    index:
      index === null
        ? { kind: "hidden", words: null }
        : estimate({ value: index, half: 5, n: 48, unit: "index 0–100" }),
    importance:
      importance === null ? null : estimate({ value: 1 + importance / 25, half: 0.16, n: 47, unit: "importance 1–5" }),
    pull: gap === null || importance === null ? null : (1 + importance / 25) * gap,
  };
}

export const JOURNEY_SAMPLE: Audit = {
  ...BARE,
  framework: {
    ...SAMPLE.framework,
    id: "trust-journey",
    title: "Trust along the way",
    purpose: "Where people meet a business, and where trust breaks.",
  },
  journeys: [
    {
      ...{ audience: customers, title: "The way people take", weakest: "service" },
      touchpoints: [
        touchpoint("Research", [71, 62], "Clear prices and policies on the site."),
        touchpoint("Purchase", [78, 80], "Say what happens next."),
        touchpoint("Use", [66, 71], "Ask after a week."),
        touchpoint("Service", [47, 88], "Let the first person who is asked put it right."),
        touchpoint("Ongoing relation", [null, 40], "Ask before offering."),
      ],
    },
    {
      ...{ audience: employees, title: "The way people take", weakest: null },
      touchpoints: [
        touchpoint("Recruitment", [80, null], "Answer everybody."),
        touchpoint("Exit", [76, null], "Follow up what was said."),
      ],
    },
  ],
};

// ------------------------------------------------------------------------------------------------------------- triage

export const TRIAGE_SAMPLE: Audit = {
  ...assessed(BARE, 1),
  framework: {
    ...SAMPLE.framework,
    id: "trust-erosion",
    title: "Early signs",
    purpose: "Five minutes to see where trust wears thin.",
    unit: "organisation",
  },
  asked: { ...BARE.asked, audience: { id: "management", title: "Management" }, people: 1 },
  triage: {
    title: "Signs of trust wearing thin",
    signs: [
      {
        ...{
          id: "leave",
          of: { trend: "leave_trend", severity: "leave_severity" },
          title: "Customers leave or buy less",
          audiences: ["customers"],
          trend: 2,
          severity: 3,
          colour: "red",
        },
        why: "It gets worse (2, worse is below 2.5) and is severe (3, severe is from 2).",
        next: [
          { framework: "trust-equation", audience: "customers", why: "It tells which part of trust is missing." },
          { framework: "trust-journey", audience: "customers", why: null },
        ],
      },
      {
        ...{
          id: "motivation",
          of: { trend: "motivation_trend", severity: "motivation_severity" },
          title: "Motivation falls, people leave",
          audiences: ["employees"],
          trend: 2,
          severity: 1,
          colour: "amber",
        },
        why: "It gets worse, and is not severe yet.",
        next: [{ framework: "distrust-symptoms", audience: null, why: null }],
      },
      {
        ...{
          id: "partners",
          of: { trend: "partners_trend", severity: "partners_severity" },
          title: "Partners strained or unreliable",
          audiences: ["partners"],
          trend: 4,
          severity: 0,
          colour: "green",
        },
        why: "Neither worse nor severe.",
        next: [{ framework: "stakeholder-trust", audience: "partners", why: null }],
      },
      {
        ...{
          id: "reviews",
          of: { trend: "reviews_trend", severity: "reviews_severity" },
          title: "Reviews and the mood online worsen",
          audiences: ["customers", "community"],
          trend: null,
          severity: 2,
          colour: "grey",
        },
        why: "The trend is not known.",
        next: [{ framework: "stakeholder-trust", audience: null, why: "Ask those who write them." }],
      },
    ],
    breach: {
      framework: "trust-reconstruction",
      audience: "management",
      why: "What follows a breach comes in stages.",
    },
  },
};

// ------------------------------------------------------------------------------------------------------------ figures

const ITEM = first(SAMPLE.items);

interface RoughFigure {
  readonly id: string;
  readonly dimension: string;
  readonly text: string;
  readonly unit: string;
  readonly decimals: number;
  readonly ends: readonly [number, number];
  readonly value: number | null;
}

function figureOf({ id, dimension, text, unit, decimals, ends: [worst, best], value }: RoughFigure): ItemResult {
  const index = value === null ? null : Math.min(100, Math.max(0, (100 * (value - worst)) / (best - worst)));
  const known = (one: number | null, name: string): Published =>
    one === null
      ? none("no figure was given")
      : { ...estimate({ value: one, half: 0, n: 1, unit: name }), interval: null, noInterval: "one assessment" };
  return {
    ...ITEM,
    ...{ id, dimension, text, reverse: false, histogram: [], favourable: none("a figure") },
    mean: known(value, unit),
    figure: { worst, best, unit, decimals, index: known(index, "index 0–100") },
    missing: { unanswered: value === null ? 1 : 0, notApplicable: 0, dontKnow: 0, unknown: 0 },
  };
}

export const FIGURES_SAMPLE: Audit = {
  ...assessed(BARE, 1),
  framework: {
    ...SAMPLE.framework,
    id: "trust-indicators",
    title: "Trust in figures",
    purpose: "What the books say about trust.",
    unit: "organisation",
  },
  asked: { ...BARE.asked, audience: { id: "figures", title: "Figures" }, people: 1, itemsAsked: 6 },
  overall: assessed(
    cellOf({
      ...{ label: "Everyone", people: 1 },
      composites: [
        compositeOf(
          { id: "trust", title: "Trust in figures", index: 54 },
          {
            about: "The mean of the groups present.",
            formula: "mean(customers, employees)",
            terms: [
              { name: "customers", title: "Customers", value: 3.28 },
              { name: "employees", title: "Employees", value: 3.04 },
            ],
          },
        ),
      ],
      dimensions: [
        dimensionOf(
          { id: "customers", title: "Customers", index: 57 },
          { companions: ["What would you tell a friend about us?"] },
        ),
        dimensionOf(
          { id: "employees", title: "Employees", index: 51 },
          { companions: ["What do people say when they leave?"] },
        ),
      ],
    }),
    1,
  ),
  items: [
    figureOf({
      id: "nps",
      dimension: "customers",
      text: "Net promoter score",
      unit: "points",
      decimals: 0,
      ends: [0, 60],
      value: 34,
    }),
    figureOf({
      id: "complaints",
      dimension: "customers",
      text: "Complaints per 100 orders",
      unit: "per 100 orders",
      decimals: 1,
      ends: [10, 1],
      value: 4.5,
    }),
    figureOf({
      id: "rating",
      dimension: "customers",
      text: "Average review rating",
      unit: "stars",
      decimals: 2,
      ends: [3, 4.8],
      value: null,
    }),
    figureOf({
      id: "turnover",
      dimension: "employees",
      text: "People leaving in a year",
      unit: "% a year",
      decimals: 1,
      ends: [35, 8],
      value: 21.5,
    }),
    figureOf({
      id: "absence",
      dimension: "employees",
      text: "Days absent",
      unit: "% of days",
      decimals: 1,
      ends: [8, 2],
      value: null,
    }),
    { ...ITEM, id: "open", dimension: null, text: "We are asked for figures in time.", histogram: [] },
  ],
};

export const SYSTEM_SAMPLES: readonly (readonly [string, Audit])[] = [
  ["map", MAP_SAMPLE],
  ["ladder", LADDER_SAMPLE],
  ["stages", STAGES_SAMPLE],
  ["journey", JOURNEY_SAMPLE],
  ["triage", TRIAGE_SAMPLE],
  ["figures", FIGURES_SAMPLE],
];
