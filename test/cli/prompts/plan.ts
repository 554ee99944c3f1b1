import type { CodedScale } from "../../../src/framework/types.ts";
import type { InterviewPlan, InterviewSetup, Seating } from "../../../src/interview/types.ts";

const coded = (id: string, from: number, to: number, labels: readonly string[] = []): CodedScale => ({
  kind: "coded",
  id,
  title: id,
  points: Array.from({ length: to - from + 1 }, (_, at) => ({ code: from + at, label: labels[at] ?? "", aliases: [] })),
  min: from,
  max: to,
  favourable: [],
  favourableWhenLower: [],
  notApplicable: [],
  dontKnow: [],
});

const AGREE = coded("agree", 1, 5, ["strongly disagree", "disagree", "neither", "agree", "strongly agree"]);
const TEN = coded("ten", 0, 10, ["not at all", "", "", "", "", "", "", "", "", "", "extremely"]);

/** Three questions from 1 to 5 and one from 0 to 10, about a team. */
export function planOf(seating: Seating = { kind: "one" }, segments: InterviewSetup["segments"] = []): InterviewPlan {
  const texts = ["We say what we think.", "Promises are kept.", "Mistakes may be told."];
  const items = texts.map((text, at) => ({ id: `A${at + 1}`, number: at + 1, text, scale: AGREE }));
  const last = { id: "N1", number: 4, text: "Would you recommend us?", scale: TEN, outcome: true as const };
  const framework = { ref: "team", id: "team", version: "1.0.0", hash: "0".repeat(64) };
  return {
    setup: { framework, audience: "employees", form: null, seating, shuffle: null, segments },
    title: "Team trust",
    purpose: "How far the team trusts itself.",
    intro: null,
    audience: "employees",
    unit: "person",
    minutes: 1,
    items: [...items, last],
  };
}
