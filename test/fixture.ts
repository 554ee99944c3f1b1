import type { CodedScale, Dimension, Framework, Item } from "../src/framework/types.ts";

/** Small frameworks for tests, in the compiled form. */
const AGREE: CodedScale = {
  kind: "coded",
  id: "agree",
  title: "Agreement",
  points: [1, 2, 3, 4, 5].map((code) => ({ code, label: `point ${code}`, aliases: [] })),
  min: 1,
  max: 5,
  favourable: [4, 5],
  favourableWhenLower: [1, 2],
  notApplicable: [],
  dontKnow: [],
};

export function item(id: string, dimension: string | undefined, more: Partial<Item> = {}): Item {
  return {
    id,
    text: new Map([["employees", `Text of ${id}`]]),
    scale: "agree",
    reverse: false,
    weight: 1,
    optional: false,
    ...(dimension === undefined ? {} : { dimension }),
    ...more,
  };
}

export function dimension(id: string, items: readonly string[], more: Partial<Dimension> = {}): Dimension {
  return {
    id,
    title: id,
    about: id,
    direction: "higher",
    min: 1,
    max: 5,
    target: 75,
    bands: [{ id: "all", label: "all", from: 0 }],
    minAnswered: 0.5,
    weight: 1,
    optional: false,
    supplementary: false,
    audiences: ["employees"],
    companions: [],
    facets: new Map([["competence", 1]]),
    items,
    ...more,
  };
}

export function framework(parts: Partial<Framework> & Pick<Framework, "items" | "dimensions">): Framework {
  return {
    id: "test",
    version: "1.0.0",
    title: "Test",
    purpose: "",
    provenance: "",
    sources: [],
    audiences: [{ id: "employees", title: "Employees", standsFor: ["employees"] }],
    unit: "person",
    reading: "index",
    minutes: 1,
    scales: new Map([["agree", AGREE]]),
    blocks: [],
    composites: [],
    outcomes: [],
    forms: [],
    links: [],
    findings: [],
    headline: "",
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
