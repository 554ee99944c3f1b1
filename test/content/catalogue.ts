import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./bundled.ts";

/** What each bundled framework must cover: items by audience, dimensions by audience, and the scales of its items. */
export const CATALOGUE: Readonly<Record<string, Entry>> = {
  "trust-equation": {
    dimensions: 4,
    items: { customers: 21, employees: 21, partners: 21, community: 21 },
    scales: { agree: 20, rating: 1 },
    sources: [/Maister, .*\(2000\)/],
  },
  "distrust-symptoms": {
    dimensions: 21,
    items: { employees: 60 },
    scales: { agree: 60 },
    forms: [21],
    sources: [
      /Dean, .*\(1998\)/,
      /Edmondson, .*\(1999\)/,
      /Lewicki, .*\(1996\)/,
      /Rousseau, .*\(1995\)/,
      /Bloom, .*\(2011\)/,
    ],
  },
  "stakeholder-trust": {
    dimensions: 6,
    items: { customers: 23, employees: 23, partners: 23, community: 23 },
    scales: { agree: 23 },
    sources: [/Mayer, .*\(1995\)/, /Schoorman, .*\(2007\)/],
  },
  "leadership-trust": {
    dimensions: 30,
    items: { leaders: 60, staff: 60 },
    scales: { "in-place": 60 },
    sources: [/Covey, .*\(2006\)/, /Edmondson, .*\(2018\)/, /Sinek, .*\(2009\)/],
  },
  "strategic-trust": { dimensions: 18, items: { management: 54, staff: 54 }, scales: { "in-place": 54 } },
  "trust-erosion": {
    dimensions: 10,
    items: { management: 15 },
    scales: { trend: 5, severity: 5, "yes-partly-no": 5 },
  },
  "trust-reconstruction": {
    dimensions: 22,
    items: { management: 22, affected: 22 },
    scales: { "in-place": 22 },
    sources: [/Kim, .*\(2004\)/],
  },
  "trust-indicators": { dimensions: 4, items: { figures: 25 }, scales: { figure: 25 } },
  "automation-trust": { dimensions: 8, items: { employees: 24, customers: 15 }, scales: { agree: 24 } },
  "trust-journey": { dimensions: 16, items: { customers: 15, employees: 18, partners: 15 }, scales: { agree: 48 } },
};

interface Entry {
  readonly dimensions: number;
  readonly items: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  readonly forms?: readonly number[];
  readonly sources?: readonly RegExp[];
}

/** The page of a framework in docs/frameworks/. */
export function page(id: string): string {
  return readFileSync(path.join(ROOT, "docs/frameworks", `${id}.md`), "utf8");
}
