import { readFramework } from "../../src/framework/read.ts";
import type { Strategy } from "../../src/framework/types.ts";
import type { Problem } from "../../src/problems/problem.ts";

/** A small framework without a problem or a warning; tests change it line by line. */
export const SAMPLE = `format: 1
id: sample
version: 1.0.0
title: Sample
purpose: For tests.
provenance: Own wording.
headline: trust
audiences:
  - { id: employees, title: Employees }
  - { id: customers, title: Customers }
scales:
  worry: { title: Worry, points: [{ code: 0, label: None }, { code: 1, label: Some, aliases: [A bit] }, { code: 2, label: Much }] }
  turnover: { title: Turnover, figure: { worst: 35, best: 8, decimals: 1, unit: "%" } }
defaults: { scale: agree }
blocks: [{ id: near, title: Near }]
dimensions:
  - { id: skill, title: Skill, about: Can do., block: near, facets: { competence: 0.7, learning: 0.3 } }
  - { id: self, title: Self, about: Own gain., direction: lower, facets: { care: 1 } }
  - { id: worries, title: Worries, about: Worries., direction: lower, facets: { care: 1 } }
  - { id: figures, title: Figures, about: Figures., facets: { care: 1 } }
items:
  - { id: K1, dimension: skill, text: One }
  - { id: K2, dimension: skill, text: Two }
  - { id: K3, dimension: skill, reverse: true, text: { employees: Three, customers: Drei } }
  - { id: S1, dimension: self, text: Four }
  - { id: S2, dimension: self, reverse: true, text: Five }
  - { id: W1, dimension: worries, scale: worry, text: Six }
  - { id: F1, dimension: figures, scale: turnover, text: Seven }
  - { id: R1, scale: rating, text: Eight }
outcomes: [{ id: recommend, item: R1, title: Recommend, statistic: nps }]
composites:
  - { id: base, title: Base, about: Base., formula: skill - self }
  - { id: trust, title: Trust, about: Trust., formula: skill / self, transform: log }
forms: [{ id: short, title: Short, items: [K1, S1, W1, F1] }]
links: [{ from: skill, to: self, strength: 1, because: It does. }]
findings:
  - id: weak
    title: Weak
    severity: high
    when: [{ of: skill, below: 50 }, { of: self, ahead_of: skill, by: 15 }]
    says: It is weak.
`;

/** The sample with one text replaced; the text must stand in it exactly once. */
export function changed(from: string, to: string): string {
  const parts = SAMPLE.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in the sample`);
  return parts.join(to);
}

export async function problemsIn(text: string, catalogue?: readonly Strategy[]): Promise<readonly Problem[]> {
  const { problems } = await readFramework({
    text,
    file: "f.yaml",
    hash: "0",
    wording: true,
    ...(catalogue ? { catalogue } : {}),
  });
  return problems;
}

/** A problem in one line: code, place, what is underlined, suggestion. */
export function brief({ code, place, suggestion }: Problem): string {
  const { text = "", offset = 0, length = 0 } = place?.excerpt ?? {};
  const near = suggestion === undefined ? "" : ` → ${suggestion}`;
  return `${code} ${place?.line}:${place?.column} ${text.slice(offset, offset + length)}${near}`;
}
