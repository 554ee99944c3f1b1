/** Two complete audits made by hand: an index with groups, a pool, findings and a plan; and a load with causes and a circle. */
import type { Estimate, Hidden, Published } from "../../src/audit/estimate.ts";
import type {
  Audit,
  BandResult,
  Bounds,
  CellResult,
  CompositeResult,
  DimensionResult,
  ItemResult,
  PlanStep,
} from "../../src/audit/types.ts";
import { BETWEEN, COMPARISONS, DISAGREEMENTS, DRIVERS, RELIABILITY, rough } from "./sample-analysis.ts";

const HIDDEN: Hidden = { kind: "hidden", words: null };
const BANDS: readonly (readonly [string, number])[] = [
  ["critical", 0],
  ["weak", 35],
  ["mixed", 50],
  ["good", 65],
  ["strong", 80],
];

interface Rough {
  readonly value: number;
  readonly half: number;
  readonly n: number;
  readonly unit: string;
  readonly method?: string;
  readonly caveats?: readonly string[];
}

export function estimate({ value, half, n, unit, method, caveats }: Rough): Estimate {
  return {
    kind: "estimate",
    value,
    interval: { low: value - half, high: value + half, level: 0.95 },
    noInterval: null,
    n,
    unit,
    method: method ?? `mean, t interval with ${n - 1} df`,
    caveats: caveats ?? [],
  };
}

function bandOf(index: number): string {
  return BANDS.findLast(([, from]) => index >= from)?.[0] ?? "critical";
}

export function band(index: number, half: number): BandResult {
  const label = bandOf(index);
  const could = BANDS.map(([id]) => id);
  const [low, high] = [could.indexOf(bandOf(index - half)), could.indexOf(bandOf(index + half))];
  const touched = could.slice(low, high + 1);
  const starts = [...BANDS.map(([, from]) => from), 100];
  return {
    id: label,
    label,
    meaning: "Some rely on you, some hold back.",
    from: starts[could.indexOf(label)] ?? 0,
    to: starts[could.indexOf(label) + 1] ?? 100,
    limits: BANDS.slice(Math.max(1, low), high + 2).map(([, from]) => from),
    sure: touched.length === 1,
    couldBe: touched,
  };
}

const TITLES: Readonly<Record<string, string>> = {
  credibility: "Credibility",
  reliability: "Reliability",
  intimacy: "Intimacy",
  self_orientation: "Self-orientation",
};

function boundsOf(index: number, n: number, headcount: number | null): Bounds | null {
  if (headcount === null) return null;
  const silent = headcount - n;
  return { low: (index * n) / headcount, high: (index * n + 100 * silent) / headcount, silent };
}

/** `half`: of the interval without the headcount, in index points. */
function detectable(half: number, n: number): Estimate {
  return rough({ value: half * 2.02, half: null, n, unit: "index points", method: "found with probability 0.8" });
}

interface RoughDimension {
  readonly id: string;
  readonly mean: number;
  /** Without the headcount. */
  readonly half: number;
  readonly n: number;
  readonly headcount: number | null;
}

/** What a headcount leaves of the width of an interval, roughly. */
const narrowed = (headcount: number | null) => (headcount === null ? 1 : 0.7);
export const judged = (value: number, half: number) => ({ low: value - half, high: value + half });
const described = (headcount: number | null) =>
  headcount === null
    ? []
    : [
        "The interval describes these people now and assumes that those who did not answer resemble those who did.",
        "Bands, findings and targets are judged by the interval without the headcount.",
      ];

function dimension({ id, mean, half: whole, n, headcount }: RoughDimension): DimensionResult {
  const half = whole * narrowed(headcount);
  const lower = id === "self_orientation";
  const index = lower ? (5 - mean) * 25 : (mean - 1) * 25;
  return {
    id,
    title: TITLES[id] ?? id,
    block: null,
    supplementary: false,
    companions: [],
    direction: lower ? "lower" : "higher",
    min: 1,
    max: 5,
    target: 75,
    mean: estimate({ value: mean, half, n, unit: "points on 1–5" }),
    sd: {
      ...estimate({ value: 0.745, half: 0, n, unit: "points on 1–5", method: "SD with n − 1" }),
      interval: null,
      noInterval: "not given for a standard deviation",
    },
    index: estimate({ value: index, half: half * 25, n, unit: "index 0–100", caveats: described(headcount) }),
    load: null,
    judged: judged(index, whole * 25),
    favourable: estimate({
      value: index / 135,
      half: 0.04,
      n,
      unit: "share 0–1",
      method: "Wilson, clustered by respondent",
    }),
    favourableJudged: judged(index / 135, 0.04 / narrowed(headcount)),
    band: band(index, whole * 25),
    belowTarget: index < 70 ? 0.9999 : 0.62,
    agreement: {
      rwg: rough({ value: lower ? 0.58 : 0.86, half: null, n, unit: "0–1", method: "rWG(J), uniform null" }),
      thirds: { low: 1, middle: n - 3, high: 2 },
      says: lower ? "spread widely" : "agree",
    },
    bounds: boundsOf(index, n, headcount),
    precision: { se: whole / 1.97, df: n - 1, scale: "linear" },
    detectable: detectable(whole * 25, n),
  };
}

function composite(
  dimensions: readonly DimensionResult[],
  { n, headcount }: { readonly n: number; readonly headcount: number | null },
): CompositeResult {
  const at = (id: string) => {
    const found = dimensions.find((one) => one.id === id)?.mean;
    return found?.kind === "estimate" ? found.value : Number.NaN;
  };
  const value = (at("credibility") + at("reliability") + at("intimacy")) / at("self_orientation");
  const index = (100 * Math.log(value / 0.6)) / Math.log(25);
  const half = 25 / Math.sqrt(n);
  return {
    id: "trust",
    title: "Trust quotient",
    about:
      "Credibility, reliability and intimacy together, divided by how far the business is seen to put itself first.",
    formula: "(credibility + reliability + intimacy) / self_orientation",
    terms: dimensions.map(({ id, title }) => ({ name: id, title, value: at(id) })),
    transform: "log",
    worst: 0.6,
    best: 15,
    target: 75,
    value: estimate({
      value,
      half: (2.6 / Math.sqrt(n)) * narrowed(headcount),
      n,
      unit: "quotient 0.6–15",
      method: "ratio of means, delta method on the log scale",
    }),
    held: null,
    index: estimate({
      value: index,
      half: half * narrowed(headcount),
      n,
      unit: "index 0–100",
      method: "ratio of means, delta method on the log scale",
      caveats: ["worked out from the group's means, not as a mean of personal quotients", ...described(headcount)],
    }),
    load: null,
    judged: judged(index, half),
    band: band(index, half),
    bounds: boundsOf(index, n, headcount),
    precision: { se: half / 63, df: n - 1, scale: "log" },
    detectable: detectable(half, n),
  };
}

interface RoughCell {
  readonly kind: CellResult["kind"];
  readonly label: string;
  readonly people: number;
  readonly headcount: number | null;
  readonly means: readonly [number, number, number, number];
  readonly nps: number;
}

const IDS = ["credibility", "reliability", "intimacy", "self_orientation"] as const;

function cell({ kind, label, people, headcount, means, nps }: RoughCell): CellResult {
  const half = 1.47 / Math.sqrt(people);
  const dimensions = IDS.map((id, at) => dimension({ id, mean: means[at] ?? Number.NaN, half, n: people, headcount }));
  return {
    kind,
    label,
    path: kind === "group" ? [label === "(blank)" ? "" : label] : [],
    people,
    effectivePeople: null,
    headcount,
    responseRate: headcount === null ? null : people / headcount,
    composites: [composite(dimensions, { n: people, headcount })],
    dimensions,
    outcomes: [
      {
        id: "recommend",
        title: "Would recommend us",
        statistic: "nps",
        item: "recommend",
        importance: false,
        value: estimate({
          value: nps,
          half: 150 / Math.sqrt(people),
          n: people - 2,
          unit: "NPS −100..100",
          method: "adjusted Wald",
        }),
        judged: judged(nps, 150 / Math.sqrt(people)),
        counts: kind === "total" ? { promoters: 42, passives: 77, detractors: 109 } : null,
      },
    ],
  };
}

const OVERALL = cell({
  kind: "total",
  label: "Everyone",
  people: 240,
  headcount: 300,
  means: [3.2328, 3.254, 3.2709, 2.9617],
  nps: -29.39,
});
const GROUPS: readonly CellResult[] = [
  cell({
    kind: "group",
    label: "Finance",
    people: 17,
    headcount: 20,
    means: [3.6529, 3.6412, 3.6, 2.6471],
    nps: -6.25,
  }),
  cell({ kind: "group", label: "Lab", people: 17, headcount: 22, means: [3.0529, 3.1, 3.05, 3.1176], nps: -40 }),
  cell({
    kind: "group",
    label: "Logistics",
    people: 31,
    headcount: 40,
    means: [3.4919, 3.4032, 3.45, 2.7258],
    nps: -10.34,
  }),
  cell({
    kind: "group",
    label: "Production",
    people: 60,
    headcount: 80,
    means: [3.09, 3.1083, 3.0717, 3.1667],
    nps: -43.86,
  }),
  cell({
    kind: "group",
    label: "Research & development, second site",
    people: 58,
    headcount: 66,
    means: [3.3083, 3.3621, 3.3966, 2.8621],
    nps: -20,
  }),
  cell({
    kind: "group",
    label: "(blank)",
    people: 44,
    headcount: null,
    means: [2.9477, 3.0227, 3.05, 3.2386],
    nps: -52.38,
  }),
];
const POOL = cell({
  kind: "pool",
  label: "Other groups, together",
  people: 13,
  headcount: null,
  means: [3.75, 3.7, 4.15, 2.15],
  nps: 16.67,
});

const POOL_HIDDEN: CellResult = {
  ...POOL,
  composites: POOL.composites.map((one) => ({
    ...one,
    value: HIDDEN,
    index: HIDDEN,
    judged: null,
    band: null,
    bounds: null,
    precision: null,
    detectable: HIDDEN,
    terms: one.terms.map((term) => ({ ...term, value: term.name === "intimacy" ? null : term.value })),
  })),
  dimensions: POOL.dimensions.map((one) =>
    one.id === "intimacy"
      ? {
          ...one,
          mean: { kind: "hidden", words: "nearly all" },
          sd: HIDDEN,
          index: { kind: "hidden", words: "nearly all" },
          judged: null,
          favourable: { kind: "hidden", words: "nearly all" },
          favourableJudged: null,
          band: null,
          belowTarget: null,
          agreement: { rwg: HIDDEN, thirds: HIDDEN, says: null },
          bounds: null,
          precision: null,
          detectable: HIDDEN,
        }
      : one,
  ),
  outcomes: POOL.outcomes.map((one) => ({ ...one, value: HIDDEN, judged: null })),
};

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  credibility: [
    "The people here know their trade.",
    "What they say about their work holds up.",
    "They admit when they do not know something.",
    "They promise more than they can show.",
    "Their claims can be checked.",
  ],
  reliability: [
    "They do what they said they would do.",
    "Work arrives on the day that was agreed.",
    "Quality is the same from one time to the next.",
    "They tell me early when something will be late.",
    "I have to chase them to get things done.",
  ],
  intimacy: [
    "I can tell them about a problem without fear.",
    "What I say in confidence stays with them.",
    "They are cold when I raise something personal.",
    "They ask how a decision will affect me.",
    "They remember what matters to me.",
  ],
  self_orientation: [
    "They steer talks towards what they want to sell.",
    "They give up an advantage when it would harm me.",
    "They listen only until it is their turn to speak.",
    "Their own targets come before my needs.",
    "They take the credit for what others did.",
  ],
};
const AGREE = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];

function item(dimensionId: string, text: string, at: number): ItemResult {
  const reverse = ["credibility 3", "reliability 4", "intimacy 2", "self_orientation 1"].includes(
    `${dimensionId} ${at}`,
  );
  const counts = [14 + at, 41 + 2 * at, 78 - at, 76 - at, 27 - at];
  const n = counts.reduce((sum, one) => sum + one, 0);
  const mean = counts.reduce((sum, one, code) => sum + one * (code + 1), 0) / n;
  return {
    id: `${dimensionId.charAt(0).toUpperCase()}${at + 1}`,
    dimension: dimensionId,
    text,
    reverse,
    figure: null,
    mean: estimate({ value: mean, half: 0.14, n, unit: "points on 1–5" }),
    favourable: estimate({ value: reverse ? 0.24 : 0.43, half: 0.06, n, unit: "share 0–1", method: "Wilson" }),
    histogram: counts.map((count, code) => ({ code: code + 1, label: AGREE[code] ?? "", count })),
    missing: { unanswered: 240 - n - 1, notApplicable: 1, dontKnow: 0, unknown: 0 },
  };
}

const RECOMMEND: ItemResult = {
  id: "recommend",
  dimension: null,
  text: "How likely are you to recommend this company to a friend?",
  reverse: false,
  figure: null,
  mean: estimate({ value: 6.31, half: 0.3, n: 228, unit: "points on 0–10" }),
  favourable: { kind: "none", reason: "the item belongs to no dimension", n: 228 },
  histogram: [2, 3, 6, 9, 14, 33, 42, 43, 34, 27, 15].map((count, code) => ({
    code,
    label: code === 0 ? "Not at all likely" : code === 10 ? "Extremely likely" : "",
    count,
  })),
  missing: { unanswered: 8, notApplicable: 2, dontKnow: 2, unknown: 0 },
};

function step(
  rough: Pick<
    PlanStep,
    | "rank"
    | "strategy"
    | "title"
    | "months"
    | "horizon"
    | "quadrant"
    | "effort"
    | "intensity"
    | "arithmetic"
    | "firstStep"
  > &
    Partial<PlanStep>,
): PlanStep {
  const reduction = rough.arithmetic.reduce((sum, one) => sum + one.reduction, 0);
  const { rank, strategy, title, intensity, effort, months, horizon, quadrant, arithmetic, firstStep } = rough;
  return {
    rank,
    strategy,
    title,
    level: rough.level ?? "structured",
    intensity,
    effort,
    months,
    horizon,
    quadrant,
    reduction,
    perEffort: reduction / effort,
    firstThree: Math.max(0.04, 1.05 - 0.18 * rank),
    prerequisiteFor: rough.prerequisiteFor ?? null,
    prerequisites: rough.prerequisites ?? [],
    fit: rough.fit ?? 1,
    fits: rough.fits ?? [],
    how: rough.how ?? [],
    arithmetic,
    because: rough.because ?? [
      { audience: null, dimension: "credibility", title: "Credibility", index: 55.82, share: 0.62 },
      { audience: null, dimension: "self_orientation", title: "Self-orientation", index: 50.96, share: 0.38 },
    ],
    findings: rough.findings ?? [],
    firstStep,
    actions: [
      "Write every promise down where the other side can see it.",
      "Review the list each Monday.",
      "Say early what will be late.",
    ],
    outcome: "Fewer promises, and those that are made are kept.",
    pitfall: "A list nobody reads.",
    watch: rough.watch ?? "Share of promises kept on the day.",
  };
}

const sum = (facet: string, needBefore: number, strength: number) => ({
  audience: null,
  facet,
  needBefore,
  strength,
  reduction: needBefore * strength,
});

const STEPS: readonly PlanStep[] = [
  step({
    rank: 1,
    strategy: "promise-ledger",
    title: "Keep a promise ledger",
    intensity: "low",
    effort: 1,
    months: [1, 3],
    horizon: "now",
    quadrant: "quick win",
    arithmetic: [sum("reliability", 0.141, 0.7), sum("accountability", 0.066, 0.4)],
    firstStep:
      "List the ten promises now open, with a name and a day each, and show the list to those they were made to.",
    findings: ["promises-slip"],
  }),
  step({
    rank: 2,
    strategy: "two-way-listening",
    title: "Hold listening rounds and answer what was said",
    intensity: "low-medium",
    effort: 1.5,
    months: [1, 3],
    horizon: "now",
    quadrant: "quick win",
    arithmetic: [sum("listening", 0.182, 0.6), sum("care", 0.121, 0.3)],
    firstStep: "Ask five people what you should hear and do not, and write down their words.",
    prerequisiteFor: "open-books",
  }),
  step({
    rank: 3,
    strategy: "even-handed-rules",
    title: "Set even-handed rules and keep to them",
    intensity: "medium",
    effort: 2,
    months: [3, 6],
    horizon: "next",
    quadrant: "fill-in",
    arithmetic: [sum("fairness", 0.12, 0.5)],
    firstStep: "Pick the rule people call unfair most often and ask three of them what would mend it.",
  }),
  step({
    rank: 4,
    strategy: "open-books",
    title: "Open the books",
    intensity: "medium-high",
    effort: 3,
    months: [6, 12],
    horizon: "next",
    quadrant: "major project",
    arithmetic: [sum("openness", 0.201, 0.7), sum("integrity", 0.09, 0.5)],
    firstStep: "Choose the three figures you would show first, and try the explanation on one person.",
  }),
  step({
    rank: 5,
    strategy: "psychological-safety",
    title: "Run a psychological safety programme",
    intensity: "high",
    effort: 4,
    months: [12, null],
    horizon: "later",
    quadrant: "think twice",
    arithmetic: [sum("care", 0.085, 0.8), sum("voice", 0.04, 0.8)],
    firstStep: "Ask the leaders what they last learnt from someone below them, and when.",
  }),
];

const NEED = 1.033;
const REMAINING = NEED - STEPS.reduce((total, { reduction }) => total + reduction, 0);

export const SAMPLE: Audit = {
  format: "trust-audit/audit",
  formatVersion: 4,
  tool: { name: "trust-audit", version: "0.1.0" },
  framework: {
    id: "trust-equation",
    version: "1.0.0",
    title: "Trust equation",
    purpose:
      "How far people rely on a business: its credibility, reliability and intimacy, against how far it is seen to put itself first.",
    provenance: "Own wording, built on the trust equation of Maister, Green and Galford; not yet validated.",
    sources: ["Maister, D. H., Green, C. H. & Galford, R. M. (2000). The Trusted Advisor. Free Press."],
    reading: "index",
    unit: "person",
    hash: "2f6a".repeat(16),
    signatures: [],
    blocks: [],
    bands: [],
  },
  source: {
    files: [
      {
        name: "staff.csv",
        dialect: "plain",
        reason: "one header row, no mark of a survey tool",
        encoding: "utf-8",
        bom: false,
        delimiter: ",",
        compressed: false,
        sheet: null,
        headerRows: 1,
        rows: 246,
        columns: [
          { position: 1, header: "id", takenFor: "id", item: null, how: "named by --id" },
          { position: 2, header: "department", takenFor: "segment", item: null, how: "named by --by" },
          { position: 3, header: null, takenFor: "personal", item: null, how: "e-mail address" },
          { position: 4, header: "C1", takenFor: "item", item: "C1", how: "id equal" },
        ],
      },
    ],
    mappingHash: "91bc".repeat(16),
    mapping: null,
  },
  options: {
    by: ["department"],
    where: null,
    wave: null,
    previous: null,
    weight: null,
    only: null,
    minGroup: 5,
    onUnknown: "error",
    onRagged: "error",
    onDuplicate: "keep",
    acceptGuesses: false,
    include: [],
    exclude: [],
    profiles: [],
    context: [],
    figures: [],
    figureEnds: [],
    effort: null,
    seed: 1,
  },
  asked: {
    audience: { id: "employees", title: "Employees" },
    audiences: [{ id: "employees", title: "Employees", worry: null, afterBreach: null }],
    audienceColumn: null,
    context: [],
    form: null,
    itemsAsked: 21,
    subset: null,
    people: 240,
    headcount: 300,
    responseRate: 0.8,
    flow: [
      { step: "read", rows: 246 },
      { step: "empty", rows: 4 },
      { step: "duplicate", rows: 2 },
      { step: "scored", rows: 240 },
    ],
  },
  disclosure: { minGroup: 5, lowered: false, hidden: true },
  headline: "trust",
  overall: OVERALL,
  groupings: [
    {
      text: "department",
      kind: "single",
      columns: ["department"],
      cells: [...GROUPS, POOL_HIDDEN],
      withheld: false,
      reason: null,
      comparisons: COMPARISONS,
      agreement: BETWEEN,
    },
  ],
  gaps: [],
  ladders: [],
  journeys: [],
  triage: null,
  reliability: RELIABILITY,
  drivers: DRIVERS,
  change: null,
  room: null,
  drag: {
    composite: "trust",
    component: "self_orientation",
    now: { value: 3.295, index: 52.91 },
    candidates: [
      {
        dimension: "self_orientation",
        title: "Self-orientation",
        mean: 2.9617,
        meanAtTarget: 2,
        value: 4.879,
        index: 65.11,
        gain: 12.2,
      },
      {
        dimension: "credibility",
        title: "Credibility",
        mean: 3.2328,
        meanAtTarget: 4,
        value: 3.554,
        index: 55.26,
        gain: 2.35,
      },
      {
        dimension: "reliability",
        title: "Reliability",
        mean: 3.254,
        meanAtTarget: 4,
        value: 3.547,
        index: 55.2,
        gain: 2.29,
      },
    ],
  },
  findings: [
    {
      id: "looks-after-itself",
      title: "Seen to look after itself first",
      severity: "high",
      raised: null,
      audience: null,
      certainty: "clear",
      says: "People see skill and effort, and also a business that thinks of itself before it thinks of them. Everything else it does is read in that light.",
      ask: "When did we last turn down something that was good for us and bad for them?",
      evidence: [
        {
          of: "self_orientation",
          title: "Self-orientation",
          index: 50.96,
          interval: { low: 48.5, high: 53.4 },
          n: 240,
          relation: "below",
          limit: 60,
          than: null,
          by: null,
        },
        {
          of: "intimacy",
          title: "Intimacy",
          index: 56.77,
          interval: { low: 54.4, high: 59.1 },
          n: 239,
          relation: "ahead of",
          limit: null,
          than: { id: "self_orientation", title: "Self-orientation", index: 50.96 },
          by: 5,
        },
      ],
      strategies: ["open-books", "even-handed-rules", "supplier-partnership"],
      remedies: [
        { id: "open-books", title: "Open the books" },
        { id: "even-handed-rules", title: "Set even-handed rules and keep to them" },
        { id: "supplier-partnership", title: "Share risk and gain with suppliers" },
      ],
    },
    {
      id: "promises-slip",
      title: "Promises slip",
      severity: "medium",
      raised: null,
      audience: null,
      certainty: "leaning",
      says: "What is promised does not come often enough, or not on the day. People plan around it.",
      ask: null,
      evidence: [
        {
          of: "reliability",
          title: "Reliability",
          index: 56.35,
          interval: { low: 53.96, high: 58.7 },
          n: 240,
          relation: "below",
          limit: 58,
          than: null,
          by: null,
        },
      ],
      strategies: ["promise-ledger"],
      remedies: [{ id: "promise-ledger", title: "Keep a promise ledger" }],
    },
    {
      id: "known-to-care",
      title: "Known to care",
      severity: "strength",
      raised: null,
      audience: null,
      certainty: "clear",
      says: "Personal matters are in good hands here. Build on it.",
      ask: "Who does this best, and what do they do?",
      evidence: [
        {
          of: "intimacy",
          title: "Intimacy",
          index: 56.77,
          interval: { low: 54.4, high: 59.1 },
          n: 239,
          relation: "at least",
          limit: 50,
          than: null,
          by: null,
        },
      ],
      strategies: [],
      remedies: [],
    },
  ],
  disagreements: DISAGREEMENTS,
  causes: null,
  lenses: [],
  responses: [],
  outlook: null,
  profiles: [],
  plan: {
    reason: null,
    steps: STEPS,
    need: NEED,
    remaining: REMAINING,
    needs: [
      {
        audience: null,
        dimension: "self_orientation",
        title: "Self-orientation",
        index: 50.96,
        target: 75,
        gap: 0.2404,
        weight: 2,
        multiplier: 1,
        probability: 0.9999,
        need: 0.4808,
      },
      {
        audience: null,
        dimension: "credibility",
        title: "Credibility",
        index: 55.82,
        target: 75,
        gap: 0.1918,
        weight: 1,
        multiplier: 1,
        probability: 0.9999,
        need: 0.1918,
      },
      {
        audience: null,
        dimension: "reliability",
        title: "Reliability",
        index: 56.35,
        target: 75,
        gap: 0.1865,
        weight: 1,
        multiplier: 1,
        probability: 0.9999,
        need: 0.1865,
      },
      {
        audience: null,
        dimension: "intimacy",
        title: "Intimacy",
        index: 56.77,
        target: 75,
        gap: 0.1823,
        weight: 1,
        multiplier: 1,
        probability: 0.9562,
        need: 0.1743,
      },
    ],
    withoutProfiles: [],
    draws: 2000,
  },
  discussion: {
    strongest: [
      { audience: null, dimension: "intimacy", title: "Intimacy", index: 56.77 },
      { audience: null, dimension: "reliability", title: "Reliability", index: 56.35 },
    ],
    weakest: [
      { audience: null, dimension: "self_orientation", title: "Self-orientation", index: 50.96 },
      { audience: null, dimension: "credibility", title: "Credibility", index: 55.82 },
    ],
    contrast: "unclear",
    spread: {
      audience: null,
      of: "item",
      id: "S2",
      title: "In the end, this business looks after itself first",
      sd: 1.2143,
      min: 1,
      max: 5,
      n: 238,
    },
    noSpread: null,
    questions: [
      {
        text: "When did we last turn down something that was good for us and bad for them?",
        from: "finding",
        id: "looks-after-itself",
      },
      { text: "Who does this best, and what do they do?", from: "finding", id: "known-to-care" },
      { text: "Answers differ most there. What could lead people here to that?", from: "spread", id: "S2" },
    ],
    start: STEPS.slice(0, 2).map(({ rank, strategy, title, firstStep }) => ({ rank, strategy, title, firstStep })),
  },
  items: [...IDS.flatMap((id) => (TEXTS[id] ?? []).map((text, at) => item(id, text, at))), RECOMMEND],
  quality: {
    longRuns: {
      ...estimate({ value: 7, half: 0, n: 240, unit: "people", method: "count" }),
      interval: null,
      noInterval: "a count",
    },
    straightLines: HIDDEN,
    fast: {
      ...estimate({ value: 3, half: 0, n: 212, unit: "people", method: "count" }),
      interval: null,
      noInterval: "a count",
    },
    variability: rough({
      value: 0.842,
      half: null,
      n: 238,
      unit: "points",
      method: "mean of the standard deviations of people's answers (IRV)",
    }),
    unanswered: 0.0182,
    notApplicable: 0.004,
    dontKnow: 0,
    unknown: null,
    repeatedIds: 1,
  },
  method: [
    {
      topic: "Index",
      text: "Each dimension is turned into 0 to 100 along its scale: 0 is the worst possible answer throughout, 100 the best. It is a rescaling, never a rank.",
    },
    { topic: "Interval of a mean", text: "95 % t interval with n − 1 degrees of freedom." },
    {
      topic: "Small groups",
      text: "Groups of fewer than 5 people are pooled until the pool holds at least two groups and 5 people.",
    },
  ],
  warnings: [{ code: "CSV014", message: "staff.csv:17: 2 extra cells, both empty, were passed over." }],
};

const none = (reason: string): Published => ({ kind: "none", reason, n: 0 });

interface RoughLoad {
  readonly id: string;
  readonly title: string;
  readonly block: string;
  readonly load: number;
}

function loadDimension({ id, title, block, load }: RoughLoad): DimensionResult {
  const mean = 1 + load / 25;
  const blank = id === "fear_of_automation";
  const shown = (rough: Rough): Published => (blank ? none("nobody was asked these items") : estimate(rough));
  return {
    id,
    title,
    block,
    supplementary: false,
    companions: [],
    direction: "lower",
    min: 1,
    max: 5,
    target: 75,
    mean: shown({ value: mean, half: 0.12, n: 118, unit: "points on 1–5" }),
    sd: shown({ value: 0.81, half: 0.1, n: 118, unit: "points on 1–5" }),
    index: shown({ value: 100 - load, half: 3, n: 118, unit: "index 0–100" }),
    load: shown({ value: load, half: 3, n: 118, unit: "load 0–100" }),
    judged: blank ? null : judged(100 - load, 3),
    favourable: shown({ value: (100 - load) / 140, half: 0.05, n: 118, unit: "share 0–1" }),
    favourableJudged: blank ? null : judged((100 - load) / 140, 0.05),
    band: blank ? null : band(100 - load, 3),
    belowTarget: blank ? null : load > 25 ? 0.998 : 0.1,
    agreement: null,
    bounds: null,
    precision: blank ? null : { se: 0.061, df: 117, scale: "linear" },
    detectable: blank ? none("nobody was asked these items") : detectable(3, 118),
  };
}

const LOADS: readonly RoughLoad[] = [
  { id: "withheld_information", title: "Withheld information", block: "roots", load: 63.2 },
  { id: "fear_of_blame", title: "Fear of blame", block: "roots", load: 70.4 },
  { id: "control", title: "Control in place of confidence", block: "roots", load: 58.9 },
  { id: "falling_effort", title: "Falling effort", block: "symptoms", load: 54.1 },
  { id: "silence", title: "Silence", block: "symptoms", load: 21.5 },
  { id: "fear_of_automation", title: "Fear of automation", block: "automation", load: 0 },
];

function loadComposite({
  id,
  title,
  formula,
  load,
}: {
  id: string;
  title: string;
  formula: string;
  load: number;
}): CompositeResult {
  return {
    id,
    title,
    about: "The mean of its dimensions.",
    formula,
    terms: LOADS.filter(({ id: name }) => formula.includes(name)).map(({ id: name, title: words, load: value }) => ({
      name,
      title: words,
      value: 1 + value / 25,
    })),
    transform: "linear",
    worst: 5,
    best: 1,
    target: 75,
    value: estimate({ value: 1 + load / 25, half: 0.1, n: 118, unit: "points on 1–5" }),
    held: null,
    index: estimate({ value: 100 - load, half: 2.5, n: 118, unit: "index 0–100" }),
    load: estimate({ value: load, half: 2.5, n: 118, unit: "load 0–100" }),
    judged: judged(100 - load, 2.5),
    band: band(100 - load, 2.5),
    bounds: null,
    precision: { se: 0.05, df: 117, scale: "linear" },
    detectable: detectable(2.5, 118),
  };
}

/** More than four, so that a plan names the largest only. */
const LOAD_NEEDS = LOADS.filter(({ load }) => load > 0).toSorted((a, b) => b.load - a.load);
const LOAD_SHARES = [0.4, 0.25, 0.2, 0.1, 0.05];

function needPart({ id, title, load }: RoughLoad, at: number): PlanStep["because"][number] {
  return { audience: null, dimension: id, title, index: 100 - load, share: LOAD_SHARES[at] ?? 0 };
}

function loadNeed({ id, title, load }: RoughLoad): Audit["plan"]["needs"][number] {
  const gap = Math.max(0, load - 25) / 100;
  const known = { audience: null, dimension: id, title, index: 100 - load, target: 75 };
  return { ...known, gap, weight: 1, multiplier: 1, probability: 0.998, need: gap * 0.998 };
}

export const LOAD_SAMPLE: Audit = {
  ...SAMPLE,
  framework: {
    ...SAMPLE.framework,
    id: "distrust-symptoms",
    title: "Distrust: symptoms and roots",
    reading: "load",
    blocks: [
      { id: "roots", title: "Roots close to hand" },
      { id: "symptoms", title: "Symptoms" },
      { id: "automation", title: "Automation" },
    ],
    bands: [],
  },
  asked: {
    ...SAMPLE.asked,
    people: 118,
    headcount: null,
    responseRate: null,
    flow: [
      { step: "read", rows: 120 },
      { step: "empty", rows: 2 },
      { step: "scored", rows: 118 },
    ],
  },
  disclosure: { minGroup: 3, lowered: true, hidden: false },
  headline: "distrust",
  options: { ...SAMPLE.options, by: [], minGroup: 3 },
  overall: {
    kind: "total",
    label: "Everyone",
    path: [],
    people: 118,
    effectivePeople: null,
    headcount: null,
    responseRate: null,
    composites: [
      loadComposite({
        id: "roots",
        title: "Roots",
        formula: "mean(withheld_information, fear_of_blame, control)",
        load: 64.2,
      }),
      loadComposite({
        id: "distrust",
        title: "Distrust load",
        formula: "0.5 * mean(falling_effort, silence) + 0.5 * mean(withheld_information, fear_of_blame, control)",
        load: 51,
      }),
    ],
    dimensions: LOADS.map(loadDimension),
    outcomes: [],
  },
  groupings: [],
  reliability: [],
  drivers: [],
  disagreements: [],
  drag: {
    composite: "distrust",
    component: "falling_effort",
    now: { value: 3.04, index: 49 },
    candidates: [
      {
        dimension: "falling_effort",
        title: "Falling effort",
        mean: 3.164,
        meanAtTarget: 2,
        value: 2.75,
        index: 56.25,
        gain: 7.25,
      },
      {
        dimension: "fear_of_blame",
        title: "Fear of blame",
        mean: 3.816,
        meanAtTarget: 2,
        value: 2.74,
        index: 56.1,
        gain: 7.1,
      },
    ],
  },
  findings: [
    {
      id: "blame",
      title: "People fear blame",
      severity: "high",
      raised: null,
      audience: null,
      certainty: "clear",
      says: "People keep their heads down, because mistakes are answered with blame.",
      ask: "What happened to the last person who owned up?",
      evidence: [
        {
          of: "fear_of_blame",
          title: "Fear of blame",
          index: 29.6,
          interval: { low: 26.6, high: 32.6 },
          n: 118,
          relation: "below",
          limit: 40,
          than: null,
          by: null,
        },
      ],
      strategies: ["two-way-listening"],
      remedies: [{ id: "two-way-listening", title: "Hold listening rounds and answer what was said" }],
    },
  ],
  causes: {
    symptoms: [
      {
        dimension: "falling_effort",
        title: "Falling effort",
        index: 45.9,
        causes: [
          {
            dimension: "control",
            title: "Control in place of confidence",
            index: 41.1,
            strength: 3,
            because: "Those who are watched do what is watched, and no more.",
            pull: 1.017,
          },
          {
            dimension: "fear_of_blame",
            title: "Fear of blame",
            index: 29.6,
            strength: 2,
            because: "Doing little is safer than doing wrong.",
            pull: 0.908,
          },
        ],
      },
    ],
    loops: [
      {
        members: [
          { dimension: "control", title: "Control in place of confidence", index: 41.1 },
          { dimension: "falling_effort", title: "Falling effort", index: 45.9 },
        ],
        because: [
          "Those who are watched do what is watched, and no more.",
          "Less effort is answered with more control.",
        ],
      },
    ],
  },
  plan: {
    ...SAMPLE.plan,
    steps: SAMPLE.plan.steps.map((step) => ({ ...step, because: LOAD_NEEDS.map(needPart) })),
    needs: LOAD_NEEDS.map(loadNeed),
  },
  discussion: {
    strongest: [{ audience: null, dimension: "silence", title: "Silence", index: 78.5 }],
    weakest: [{ audience: null, dimension: "fear_of_blame", title: "Fear of blame", index: 29.6 }],
    contrast: "clear",
    spread: {
      audience: null,
      of: "dimension",
      id: "control",
      title: "Control in place of confidence",
      sd: 0.81,
      min: 1,
      max: 5,
      n: 118,
    },
    noSpread: null,
    questions: [
      { text: "What happened to the last person who owned up?", from: "finding", id: "blame" },
      { text: "Fear of blame weighs most. What would we do with less of it?", from: "weakest", id: "fear_of_blame" },
      { text: "How will we see that something has changed?", from: "general", id: null },
    ],
    start: STEPS.slice(0, 1).map(({ rank, strategy, title, firstStep }) => ({ rank, strategy, title, firstStep })),
  },
  items: [],
};

/** One room's assessment: agreed answers, a note, a show of hands, and another of too few people. */
export const ROOM_SAMPLE: Audit = {
  ...assessed(SAMPLE, 1),
  framework: { ...SAMPLE.framework, unit: "consensus" },
  options: { ...SAMPLE.options, by: [] },
  asked: {
    ...SAMPLE.asked,
    people: 1,
    headcount: null,
    responseRate: null,
    flow: [
      { step: "read", rows: 1 },
      { step: "scored", rows: 1 },
    ],
  },
  disclosure: { minGroup: 5, lowered: false, hidden: false },
  groupings: [],
  reliability: [],
  drivers: [],
  disagreements: [],
  room: [
    {
      item: "C1",
      text: "The people here know their work",
      answer: "Agree",
      note: "Not in the night shift, where nobody trains anybody.",
      hands: {
        people: 16,
        counts: [0, 2, 5, 8, 1].map((count, at) => ({
          code: at + 1,
          label: ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"][at] ?? "",
          count,
        })),
        mean: {
          ...estimate({ value: 3.5, half: 0, n: 16, unit: "points on 1–5" }),
          interval: null,
          noInterval: "no sample",
        },
        sd: {
          ...estimate({ value: 0.8165, half: 0, n: 16, unit: "points on 1–5" }),
          interval: null,
          noInterval: "a spread",
        },
      },
    },
    {
      item: "C2",
      text: "They say what they do not know",
      answer: null,
      note: null,
      hands: { people: 6, counts: HIDDEN, mean: HIDDEN, sd: HIDDEN },
    },
  ],
  discussion: {
    strongest: [{ audience: null, dimension: "intimacy", title: "Intimacy", index: 56.77 }],
    weakest: [{ audience: null, dimension: "self_orientation", title: "Self-orientation", index: 50.96 }],
    contrast: "clear",
    spread: {
      audience: null,
      of: "hands",
      id: "C1",
      title: "The people here know their work",
      sd: 0.8165,
      min: 1,
      max: 5,
      n: 16,
    },
    noSpread: null,
    questions: SAMPLE.discussion?.questions ?? [],
    start: SAMPLE.discussion?.start ?? [],
  },
};

/** The audit as if each row were one assessment: no interval, nothing judged. */
export function assessed<T>(value: T, rows: number): T {
  const fixed: Readonly<Record<string, unknown>> = {
    ...{ judged: null, belowTarget: null, headcount: null, responseRate: null, firstThree: null, draws: 0 },
    ...{ bounds: null, precision: null, detectable: null, comparisons: [] },
    ...{ interval: null, noInterval: "one assessment", caveats: [], people: rows, n: rows },
  };
  // Of a dimension it is one object, of a grouping a list.
  const told = (key: string, next: unknown): unknown =>
    key === "agreement" ? (Array.isArray(next) ? [] : null) : key in fixed ? fixed[key] : walk(next);
  const walk = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(walk);
    if (typeof inner !== "object" || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, next]) => [key, told(key, next)]));
  };
  return walk(value) as T;
}
