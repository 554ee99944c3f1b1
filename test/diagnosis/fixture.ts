import type { Estimate, Published } from "../../src/audit/estimate.ts";
import type { CellResult, CompositeResult, DimensionResult } from "../../src/audit/types.ts";
import type { AnsweredContext, DiagnosisOptions } from "../../src/diagnosis/options.ts";
import type {
  CauseLink,
  ChosenProfile,
  Composite,
  Condition,
  Dimension,
  FindingRule,
  Framework,
  Profile,
  Strategy,
} from "../../src/framework/types.ts";
import type { FormulaNode } from "../../src/numeric/formula.ts";
import { judgedBy } from "../../src/statistics/judged.ts";

/** A dimension as declared and as measured, in one line of a test. */
export interface Measured {
  readonly id: string;
  /** 0–100, or what is published instead. */
  readonly index: number | Published;
  readonly interval?: readonly [number, number] | null;
  /** By default the interval. */
  readonly judged?: readonly [number, number];
  readonly n?: number;
  readonly target?: number;
  /** Probability below target; by default 1 below it and 0 above. */
  readonly probability?: number | null;
  readonly weight?: number;
  readonly direction?: "higher" | "lower";
  readonly facets?: Readonly<Record<string, number>>;
  readonly response?: string;
}

export const HIDDEN: Published = { kind: "hidden", words: null };
export const NONE: Published = { kind: "none", reason: "nobody was asked", n: 0 };

export function framework(parts: {
  readonly dimensions: readonly Measured[];
  readonly composites?: readonly Composite[];
  readonly links?: readonly CauseLink[];
  readonly findings?: readonly FindingRule[];
  readonly headline?: string;
  readonly strategies?: readonly string[];
  readonly unit?: Framework["unit"];
  readonly lenses?: Framework["lenses"];
  readonly outlook?: Framework["outlook"];
}): Framework {
  return {
    id: "sample",
    version: "1.0.0",
    title: "Sample",
    purpose: "",
    provenance: "",
    sources: [],
    audiences: [{ id: "employees", title: "Employees", standsFor: ["employees"] }],
    unit: parts.unit ?? "person",
    reading: "index",
    minutes: 1,
    scales: new Map(),
    items: [],
    blocks: [],
    dimensions: parts.dimensions.map(declared),
    composites: parts.composites ?? [],
    outcomes: [],
    forms: [],
    links: parts.links ?? [],
    findings: parts.findings ?? [],
    headline: parts.headline ?? "trust",
    strategies: parts.strategies ?? [],
    guide: null,
    ladder: null,
    journey: null,
    triage: null,
    context: [],
    lenses: parts.lenses ?? [],
    outlook: parts.outlook ?? null,
    hash: "",
  };
}

/** A survey of employees alone; `parts` says what else it holds. */
export function survey(
  measured: readonly Measured[],
  parts: Partial<DiagnosisOptions> & { readonly draws?: DiagnosisOptions["audiences"][number]["draws"] } = {},
): DiagnosisOptions {
  const { draws = null, ...rest } = parts;
  const asked = rest.framework ?? framework({ dimensions: measured });
  const cell = rest.overall === undefined ? overall(measured) : rest.overall;
  return {
    ...{ framework: asked, overall: cell, groups: [], items: [], room: null, strategies: [], effort: null },
    audiences: cell === null ? [] : [audience("employees", asked, cell, draws)],
    ...{ ladders: [], gaps: [], profiles: [], added: new Set<string>(), context: [], figures: new Map() },
    ...rest,
  };
}

export function audience(
  id: string,
  asked: Framework,
  ...[cell, draws]: readonly [CellResult, DiagnosisOptions["audiences"][number]["draws"]?]
): DiagnosisOptions["audiences"][number] {
  const title = id.charAt(0).toUpperCase() + id.slice(1);
  return { id, title, standsFor: [id], framework: asked, cell, draws: draws ?? null, weights: new Map() };
}

export function profile(id: string, parts: Partial<Profile> = {}): Profile {
  return {
    ...{ id, kind: "sector", version: "1.0.0", title: `Title of ${id}`, purpose: "", provenance: "", sources: [] },
    ...{ context: null, needs: new Map(), dimensions: new Map(), severity: new Map(), strategies: new Map() },
    ...{ supplement: null, keys: [] },
    ...parts,
  };
}

/** As chosen on the command line, of a culture with the values that are set. */
export function chosen(one: Profile, values: Readonly<Record<string, string>> = {}): ChosenProfile {
  return { profile: one, values: new Map(Object.entries(values)), text: one.id };
}

export function answered(steers: "breaches" | "audiences", option: string): AnsweredContext {
  return { question: { id: steers, title: "", steers, options: [{ id: option, title: option }] }, option };
}

export function overall(
  dimensions: readonly Measured[],
  extra: { readonly composites?: readonly CompositeResult[]; readonly headcount?: number } = {},
): CellResult {
  return {
    kind: "total",
    label: "",
    path: [],
    people: 40,
    effectivePeople: null,
    headcount: extra.headcount ?? null,
    responseRate: null,
    composites: extra.composites ?? [],
    dimensions: dimensions.map(measured),
    outcomes: [],
  };
}

export function estimate(value: number, interval: readonly [number, number] | null = null, n = 40): Estimate {
  return {
    kind: "estimate",
    value,
    interval: interval && { low: interval[0], high: interval[1], level: 0.95 },
    noInterval: interval ? null : "one assessment",
    n,
    unit: "index 0–100",
    method: "mean",
    caveats: [],
  };
}

export function rule(id: string, when: readonly Condition[], extra: Partial<FindingRule> = {}): FindingRule {
  return { id, title: `Title of ${id}`, severity: "medium", when, says: "It says.", strategies: [], ...extra };
}

export function below(of: string, limit: number): Condition {
  return { kind: "below", of, limit };
}

export function atLeast(of: string, limit: number): Condition {
  return { kind: "atLeast", of, limit };
}

export function ahead(of: string, than: string, by: number): Condition {
  return { kind: "ahead", of, than, by };
}

export function link(from: string, to: string, strength: CauseLink["strength"] = 1): CauseLink {
  return { from, to, strength, because: `${from} feeds ${to}` };
}

export function strategy(
  id: string,
  facets: Readonly<Record<string, number>>,
  extra: Partial<Omit<Strategy, "facets">> = {},
): Strategy {
  return {
    id,
    title: `Title of ${id}`,
    level: "initial",
    actions: ["Do it."],
    firstStep: "Begin.",
    outcome: "It shows.",
    intensity: "low",
    effort: 1,
    months: [1, 3],
    prerequisites: [],
    audiences: [],
    breaches: [],
    sectors: [],
    culture: new Map(),
    pitfall: "It fades.",
    watch: "Watch it.",
    facets: new Map(Object.entries(facets)),
    ...extra,
  };
}

/** (credibility + reliability + intimacy) / self_orientation on items 1–5: 0.6 to 15 on the log scale. */
export function quotient(): Composite {
  const name = (id: string): FormulaNode => ({ kind: "name", name: id });
  const plus = (left: FormulaNode, right: FormulaNode): FormulaNode => ({ kind: "binary", op: "+", left, right });
  const sum = plus(plus(name("credibility"), name("reliability")), name("intimacy"));
  return {
    id: "trust",
    title: "Trust quotient",
    about: "",
    formula: "(credibility + reliability + intimacy) / self_orientation",
    tree: { kind: "binary", op: "/", left: sum, right: name("self_orientation") },
    inputs: ["credibility", "reliability", "intimacy", "self_orientation"],
    direction: "higher",
    transform: "log",
    worst: 0.6,
    best: 15,
    target: 75,
    bands: [],
    byAudience: null,
    skipMissing: false,
    capped: false,
  };
}

export function compositeResult(composite: Composite, value: Published, index: Published): CompositeResult {
  const { id, title, about, formula, transform, worst, best, target } = composite;
  const judged = judgedBy(index);
  return {
    ...{
      id,
      title,
      about,
      formula,
      terms: [],
      transform,
      worst,
      best,
      target,
      value,
      held: null,
      index,
      load: null,
      judged,
    },
    band: null,
    bounds: null,
    precision: null,
    detectable: null,
  };
}

function declared({ id, target, weight, direction, facets, response }: Measured): Dimension {
  return {
    id,
    title: `Title of ${id}`,
    about: "",
    direction: direction ?? "higher",
    min: 1,
    max: 5,
    target: target ?? 75,
    bands: [],
    minAnswered: 0.5,
    weight: weight ?? 1,
    optional: false,
    supplementary: false,
    audiences: ["employees"],
    companions: [],
    ...(response === undefined ? {} : { response }),
    facets: new Map(Object.entries(facets ?? { openness: 1 })),
    items: [],
  };
}

function measured(one: Measured): DimensionResult {
  const target = one.target ?? 75;
  const direction = one.direction ?? "higher";
  const index = typeof one.index === "number" ? estimate(one.index, one.interval ?? null, one.n) : one.index;
  const certain = index.kind === "estimate" ? Number(index.value < target) : null;
  return {
    id: one.id,
    title: `Title of ${one.id}`,
    block: null,
    direction,
    supplementary: false,
    companions: [],
    min: 1,
    max: 5,
    target,
    mean: index.kind === "estimate" ? { ...index, value: mean(index.value, direction), interval: null } : index,
    sd: NONE,
    index,
    load: null,
    judged: one.judged === undefined ? judgedBy(index) : { low: one.judged[0], high: one.judged[1] },
    favourable: NONE,
    favourableJudged: null,
    band: null,
    belowTarget: one.probability === undefined ? certain : one.probability,
    agreement: null,
    bounds: null,
    precision: null,
    detectable: null,
  };
}

/** On items 1–5. */
function mean(index: number, direction: "higher" | "lower"): number {
  return direction === "higher" ? 1 + index / 25 : 5 - index / 25;
}
