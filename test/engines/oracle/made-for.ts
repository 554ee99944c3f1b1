import path from "node:path";
import { ROOT } from "./both.ts";

export const TEAM = path.join(ROOT, "test/scenarios/files/team.yaml");

interface MadeFor {
  readonly framework: string;
  /** Null: told by the columns. */
  readonly audience: string | null;
}

/** By names; the fixtures for the team's. */
const TABLE: readonly (readonly [RegExp, string, audience?: string])[] = [
  [/examples.clinic/, "trust-reconstruction"],
  [/examples.(?:retailer|headcount)/, "stakeholder-trust"],
  [/examples.factory-automation/, "automation-trust", "employees"],
  [/examples.(?:distrust|factory|limesurvey|workshop)/, "distrust-symptoms"],
  [/examples|careless/, "trust-equation"],
  [/percent/, "trust-indicators"],
];

/** What an export of the checkout was made for. */
export function madeFor(name: string): MadeFor {
  const [, framework = TEAM, audience = null] = TABLE.find(([pattern]) => pattern.test(name)) ?? [];
  return { framework, audience };
}
