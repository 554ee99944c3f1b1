/** What stands beside the scores in the audit made by hand: tests, agreement, reliability, drivers, change. */
import type { Estimate } from "../../src/audit/estimate.ts";
import type {
  BetweenGroups,
  Change,
  ChangeResult,
  Disagreement,
  DriversResult,
  GroupComparison,
  ReliabilityResult,
} from "../../src/audit/types.ts";

interface Rough {
  readonly value: number;
  readonly half: number | null;
  readonly n: number;
  readonly unit: string;
  readonly method: string;
}

export function rough({ value, half, n, unit, method }: Rough): Estimate {
  const interval = half === null ? null : { low: value - half, high: value + half, level: 0.95 };
  const noInterval = half === null ? "not given for it" : null;
  return { kind: "estimate", value, interval, noInterval, n, unit, method, caveats: [] };
}

const NAMES = [
  ["credibility", "Credibility"],
  ["reliability", "Reliability"],
  ["intimacy", "Intimacy"],
  ["self_orientation", "Self-orientation"],
] as const;

/** label, people, says on each dimension. */
const COMPARED: readonly (readonly [string, number, readonly GroupComparison["says"][]])[] = [
  ["Finance", 17, ["no clear difference", "higher", "no clear difference", "higher"]],
  ["Lab", 17, ["no clear difference", "no clear difference", "no clear difference", "no clear difference"]],
  ["Logistics", 31, ["higher", "no clear difference", "no clear difference", "no clear difference"]],
  ["Production", 60, ["no clear difference", "no clear difference", "lower", "lower"]],
  [
    "Research & development, second site",
    58,
    ["no clear difference", "no clear difference", "no clear difference", "no clear difference"],
  ],
  ["(blank)", 44, ["too few to say", "too few to say", "too few to say", "too few to say"]],
];

const SIDE = { higher: 0.4, lower: -0.3, "no clear difference": 0.05, "too few to say": 0 } as const;

function comparison(
  { label, people }: { label: string; people: number },
  at: number,
  says: GroupComparison["says"],
): GroupComparison {
  const dimension = NAMES[at]?.[0] ?? "";
  // A higher mean is a lower index there.
  const value = dimension === "self_orientation" ? -SIDE[says] : SIDE[says];
  const known = {
    path: [label === "(blank)" ? "" : label],
    label,
    dimension,
    n: [people, 240 - people] as const,
  };
  if (says === "too few to say")
    return {
      ...known,
      difference: { kind: "none", reason: "too few people", n: people },
      test: null,
      adjustedP: null,
      says,
    };
  return {
    ...known,
    difference: rough({ value, half: 0.21, n: 240, unit: "points on 1–5", method: "Welch t interval" }),
    test: { t: value / 0.107, df: 31.4, p: 0.0021, g: value / 0.62, method: "Welch t test" },
    adjustedP: says === "no clear difference" ? 0.61 : 0.0126,
    says,
  };
}

export const COMPARISONS: readonly GroupComparison[] = COMPARED.flatMap(([label, people, says]) =>
  says.map((said, at) => comparison({ label, people }, at, said)),
);

export const BETWEEN: readonly BetweenGroups[] = NAMES.map(([dimension, title], at) => ({
  dimension,
  title,
  icc1: rough({ value: [0.124, 0.061, 0.078, -0.004][at] ?? 0, half: null, n: 240, unit: "share", method: "ICC(1)" }),
  icc2: rough({ value: [0.82, 0.67, 0.72, -0.14][at] ?? 0, half: null, n: 240, unit: "0–1", method: "ICC(2)" }),
}));

export const RELIABILITY: readonly ReliabilityResult[] = NAMES.map(([dimension, title], at) => {
  const alpha = [0.84, 0.79, 0.66, 0.58][at] ?? 0;
  const number = (value: number, half: number | null, method: string) =>
    rough({ value, half, n: 212, unit: "0–1", method });
  return {
    dimension,
    title,
    n: 212,
    alpha: number(alpha, 0.031, "Cronbach's alpha, Feldt interval"),
    standardised: number(alpha + 0.002, null, "standardised alpha"),
    omega:
      dimension === "self_orientation"
        ? { kind: "none", reason: "the one-factor solution is improper", n: 212 }
        : number(alpha + 0.004, null, "omega total"),
    band: (["good", "acceptable", "weak", "do not interpret"] as const)[at] ?? null,
    items: [1, 2, 3, 4, 5].map((item) => {
      const asksReversed = dimension === "self_orientation" && item === 2;
      return {
        item: `${title.charAt(0)}${item}`,
        rest: number(asksReversed ? -0.31 : 0.52, null, "item-rest correlation"),
        alphaIfDropped: number(alpha - 0.03, null, "alpha of the others"),
        asksReversed,
      };
    }),
  };
});

export const DRIVERS: readonly DriversResult[] = [
  {
    outcome: "recommend",
    title: "Would recommend us",
    n: 221,
    reason: null,
    r2: rough({ value: 0.412, half: 0.09, n: 221, unit: "share 0–1", method: "R²" }),
    drivers: (
      [
        [3, 0.19, true],
        [0, 0.121, true],
        [2, 0.081, true],
        [1, 0.02, false],
      ] as const
    ).map(([at, weight, claimed]) => ({
      dimension: NAMES[at][0],
      title: NAMES[at][1],
      weight: rough({
        value: weight,
        half: claimed ? 0.05 : 0.018,
        n: 221,
        unit: "part of R²",
        method: "Johnson's relative weight",
      }),
      percent: (100 * weight) / 0.412,
      aboveNoise: { low: claimed ? 0.02 : -0.01, high: 0.2, level: 0.95 },
      claimed,
    })),
  },
];

function change(of: Change["of"], [id, title]: readonly [string, string], value: number): Change {
  const says = value > 3 ? "up" : value < -3 ? "down" : "no clear change";
  return {
    of,
    id,
    title,
    index: rough({ value, half: 3, n: 448, unit: "index points", method: "difference of two independent estimates" }),
    points: rough({ value: value / 25, half: 0.12, n: 448, unit: "points on 1–5", method: "difference" }),
    strict: null,
    test: { t: value / 1.5, df: 440, p: 0.01, g: of === "dimension" ? value / 20 : null, method: "Welch t test" },
    adjustedP: null,
    says,
  };
}

const CHANGED = [3.6, 1.2, 4.4, -4.1];
const changes = (shift: number): readonly Change[] => [
  change("composite", ["trust", "Trust quotient"], 1.9 + shift),
  ...NAMES.map((name, at) => change("dimension", name, (CHANGED[at] ?? 0) + shift)),
];

export const CHANGE: ChangeResult = {
  kind: "independent",
  before: "2026 Q1",
  after: "2026 Q2",
  people: { before: 212, after: 240, both: null },
  reason: null,
  changes: changes(0),
  groups: [
    { grouping: "department", path: ["Logistics"], label: "Logistics", changes: changes(2) },
    {
      grouping: "department",
      path: ["Production"],
      label: "Production",
      changes: changes(-2).map((one, at) => (at === 0 ? { ...one, says: "too few to say" } : one)),
    },
  ],
  newGroups: [{ grouping: "department", path: ["Field service"], label: "Field service" }],
  goneGroups: [{ grouping: "department", path: ["Archive"], label: "Archive" }],
  splits: [
    {
      composite: "trust",
      title: "Trust quotient",
      reason: null,
      method: "each input's slope along the straight line",
      parts: NAMES.map(([dimension, title], at) => ({
        dimension,
        title,
        points: [1.2, 0.4, 1.4, -1.1][at] ?? 0,
        says: "no clear change",
      })),
    },
  ],
};

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    path: [],
    label: "Everyone",
    dimension: "self_orientation",
    title: "Self-orientation",
    n: 233,
    rwg: 0.58,
    pattern: "spread widely",
    thirds: { low: 61, middle: 118, high: 54 },
  },
  {
    path: ["Production"],
    label: "Production",
    dimension: "credibility",
    title: "Credibility",
    n: 57,
    rwg: 0.21,
    pattern: "two camps",
    thirds: { low: 25, middle: 8, high: 24 },
  },
];
