/** Wording that every format shares, so that no two of them put the same fact differently. */
import type { Audit, BandResult, Finding, FlowStep, OutcomeResult, PlanStep } from "../audit/types.ts";
import { count, short } from "./numbers.ts";

export const HIDDEN = "hidden to protect small groups";
const LOWERED = "minimum group lowered to";

export const SEVERITY: Readonly<Record<Finding["severity"], string>> = {
  high: "High",
  medium: "Medium",
  low: "Low",
  strength: "Strength",
};

export const CERTAINTY: Readonly<Record<Finding["certainty"], string>> = {
  clear: "clear",
  leaning: "leaning, not settled",
};

export const HORIZON: Readonly<Record<PlanStep["horizon"], string>> = {
  now: "Now: shows in under 3 months",
  next: "Next: shows from 3 months",
  later: "Later: shows from 9 months",
};

export const LINK_STRENGTH = { 1: "weak link", 2: "medium link", 3: "strong link" } as const;

export const FLOW: Readonly<Record<FlowStep["step"], string>> = {
  read: "Rows read",
  preview: "trial runs",
  spam: "marked as spam",
  incomplete: "not finished",
  empty: "no answer at all",
  ragged: "wrong number of cells",
  duplicate: "repeated",
  careless: "careless",
  scored: "Scored",
};

export const OUTCOME: Readonly<Record<OutcomeResult["statistic"], string>> = {
  nps: "net promoter score",
  csat: "top-two-box share",
  mean: "mean",
};

/** "mixed", or "weak or mixed" where the interval reaches into more than one band. */
export function bandWords(band: BandResult | null): string {
  if (band === null) return "–";
  return band.sure || band.couldBe.length === 0 ? band.label : listWords(band.couldBe, "or");
}

/** "1 to 3 months", "12 months or more". */
export function monthsWords([from, to]: readonly [number, number | null]): string {
  if (to === null) return `${short(from)} months or more`;
  return from === to ? `${short(from)} months` : `${short(from)} to ${short(to)} months`;
}

/** "low-medium" as it is said: "low to medium". */
export function intensityWords(intensity: string): string {
  return intensity.replace("-", " to ");
}

/** "240 people", "1 person". */
export function peopleWords(people: number): string {
  return plural(people, "person", "people");
}

type Unit = Audit["framework"]["unit"];

const ONE_ASSESSMENT: Readonly<Record<Unit, string>> = {
  person: "One person",
  organisation: "One assessment: filled in for the organisation",
  consensus: "One assessment: agreed by the room",
  self: "One assessment: one person's own view",
};

/** What a number rests on: "240 people", "One assessment: agreed by the room", "2 assessments, each row one". */
export function basisWords(unit: Unit, rows: number): string {
  if (unit === "person") return peopleWords(rows);
  if (rows === 1) return ONE_ASSESSMENT[unit];
  return rows === 0 ? "No assessment" : `${count(rows)} assessments, each row one`;
}

/** The same inside a sentence: "from one assessment: agreed by the room". */
export function basisInside(unit: Unit, rows: number): string {
  const words = basisWords(unit, rows);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** What must not be missed beside any heading: a lowered minimum, or that no sample of people stands behind the numbers. */
export function markWords({ framework, disclosure, asked, overall }: Audit): string | null {
  if (disclosure.lowered) return `${LOWERED} ${count(disclosure.minGroup)}`;
  if (framework.unit === "person" || overall === null) return null;
  return plural(asked.people ?? overall.people, "assessment", "assessments").replace(/^1 /, "one ");
}

export function plural(amount: number, one: string, many: string): string {
  return `${count(amount)} ${amount === 1 ? one : many}`;
}

/** "a, b and c" */
export function listWords(parts: readonly string[], link: "and" | "or"): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${link} ${last}`;
}

/** "a, b, c and 7 more": of a long list in its order the first three, which are its largest. */
export function mostWords(parts: readonly string[]): string {
  if (parts.length <= LONGEST_LIST) return listWords(parts, "and");
  return `${parts.slice(0, NAMED).join(", ")} and ${count(parts.length - NAMED)} more`;
}

const LONGEST_LIST = 4;
const NAMED = 3;
