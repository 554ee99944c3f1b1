import type { Band, CodedScale, Composite, Dimension, Framework, Item, Scale } from "../../src/framework/types.ts";
import type { FormulaNode } from "../../src/numeric/formula.ts";

export const BANDS: readonly Band[] = [
  { id: "critical", label: "critical", from: 0, meaning: "stop" },
  { id: "weak", label: "weak", from: 35 },
  { id: "mixed", label: "mixed", from: 50 },
  { id: "good", label: "good", from: 65 },
  { id: "strong", label: "strong", from: 80 },
];

export function codedScale(
  id: string,
  [min, max]: readonly [number, number],
  labels: readonly string[] = [],
): CodedScale {
  const points = Array.from({ length: max - min + 1 }, (_, i) => ({
    code: min + i,
    aliases: [],
    ...(labels[i] === undefined ? {} : { label: labels[i] }),
  }));
  const favourable = points.map(({ code }) => code).filter((code) => code > min + 0.6 * (max - min));
  return {
    kind: "coded",
    id,
    title: id,
    points,
    min,
    max,
    favourable,
    favourableWhenLower: favourable.map((code) => min + max - code).reverse(),
    notApplicable: [],
    dontKnow: [],
  };
}

export function dimension(id: string, items: readonly string[], parts: Partial<Dimension> = {}): Dimension {
  return {
    id,
    title: id,
    about: "",
    direction: "higher",
    min: 1,
    max: 5,
    target: 75,
    bands: BANDS,
    minAnswered: 0.5,
    weight: 1,
    optional: false,
    supplementary: false,
    audiences: ["staff"],
    companions: [],
    facets: new Map([["care", 1]]),
    items,
    ...parts,
  };
}

export function item(id: string, parts: Partial<Item> = {}): Item {
  const text = new Map([["staff", `${id}?`]]);
  return { id, text, scale: "agree", reverse: false, weight: 1, optional: false, ...parts };
}

/** Only what the statistics read; everything else is empty. */
export function framework(parts: Partial<Framework> & Pick<Framework, "items" | "dimensions">): Framework {
  const scales: readonly Scale[] = [codedScale("agree", [1, 5], ["No", "Rather no", "So-so", "Rather yes", "Yes"])];
  return {
    id: "small",
    version: "1.0.0",
    title: "Small",
    purpose: "",
    provenance: "",
    sources: [],
    audiences: [{ id: "staff", title: "Staff", standsFor: ["employees"] }],
    unit: "person",
    reading: "index",
    minutes: 1,
    scales: new Map(scales.map((scale) => [scale.id, scale])),
    blocks: [],
    composites: [],
    outcomes: [],
    forms: [],
    links: [],
    findings: [],
    headline: "trust",
    strategies: [],
    guide: null,
    ladder: null,
    journey: null,
    triage: null,
    context: [],
    lenses: [],
    outlook: null,
    hash: "",
    ...parts,
  };
}

export function composite(
  id: string,
  formula: string,
  parts: Partial<Composite> & Pick<Composite, "tree" | "inputs">,
): Composite {
  return {
    id,
    title: id,
    about: "",
    formula,
    byAudience: null,
    direction: "higher",
    transform: "linear",
    skipMissing: false,
    capped: false,
    worst: 1,
    best: 5,
    target: 75,
    bands: BANDS,
    ...parts,
  };
}

export const name = (id: string): FormulaNode => ({ kind: "name", name: id });
export const number = (value: number): FormulaNode => ({ kind: "number", value });
export const binary = (left: FormulaNode, op: "+" | "-" | "*" | "/", right: FormulaNode): FormulaNode => ({
  kind: "binary",
  op,
  left,
  right,
});
export const call = (fn: "min" | "max" | "mean" | "log", ...args: readonly FormulaNode[]): FormulaNode => ({
  kind: "call",
  fn,
  args,
});
