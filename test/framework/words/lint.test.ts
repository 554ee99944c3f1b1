import { describe, expect, it } from "vitest";
import { complaints, fixtureText, read, replaced } from "./fixtures.ts";

/** Fixture, what is replaced, by what, and what is then said of it. */
type Slip = readonly [fixture: string, from: string, to: string, said: readonly string[]];

const SLIPS: readonly Slip[] = [
  ["audiences", "  - { id: partners, title: Partners }", "", []],
  [
    "journey",
    "customers, title: Customers }",
    "customers, title: Customers }, { id: guests, title: Guests }",
    ["FW113 formula"],
  ],
  ["supplementary", ", supplementary: true", "", ["FW111 bond"]],
  ["supplementary", "composites:", "forms: [{ id: short, title: Short, items: [K1, C1] }]\ncomposites:", []],
  ["weights", "formula: trust * 2", "transform: linear", ["FW112 doubled"]],
  ["formula-by-audience", ', customers: "mean(skill, care)"', "", ["FW113 formula"]],
  ["weights", "{ skill: 0.3, care: 0.7 }", "{ skill: 0.3, care: 0.6 }", ["FW114 staff"]],
  ["weights", "{ skill: 0.3, care: 0.7 }", "{ skill: 0.3, carre: 0.7 }", ["FW061 carre"]],
  ["weights", "      staff:", "      staf:", ["FW032 staf"]],
  ["supplementary", "mean(skill, care)", "mean(skill, care, bond)", ["FW115 formula"]],
  ["formula-by-audience", 'staff: "mean(skill, pay)"', 'staff: "mean(skill, care)"', ["FW116 staff"]],
  [
    "formula-by-audience",
    '{ staff: "mean(skill, pay)", customers: "mean(skill, care)" }',
    '"mean(skill, care)"',
    ["FW116 formula"],
  ],
  ["skip-missing", "mean(skill, care, pay)", "skill + care", ["FW117 skip_missing"]],
  ["skip-missing", "mean(skill, care, pay)", "mean(skill / 5, 0.2 * care, pay / 5)", []],
  ["skip-missing", "mean(skill, care, pay)", "mean(skill / 5, care, pay)", ["FW117 skip_missing"]],
  ["skip-missing", "mean(skill, care, pay)", "mean(skill * care, pay * pay)", ["FW117 skip_missing"]],
  ["skip-missing", "mean(skill, care, pay)", "mean(skill, 6 - skill, pay)", ["FW117 skip_missing"]],
  ["ladder", "{ id: F2, dimension: fair_2, scale: done", "{ id: F2, dimension: fair_2, scale: severity", []],
  [
    "ladder",
    "{ id: F2, dimension: fair_2, scale: done",
    "{ id: F2, dimension: fair_2, reverse: true",
    ["FW118 fair_2"],
  ],
  ["ladder", "mean: 2, lowest", "mean: 4, lowest", ["FW119 4"]],
  ["ladder", "title: Second }", "title: Second, cap: 20 }", ["FW120 20"]],
  ["ladder", ", cap: 30", "", ["FW121 capped"]],
  ["ladder", "{ first: [open_1], second: [open_2] }", "{ first: [open_1, open_2] }", ["FW122 levels"]],
  ["ladder", "second: [open_2]", "second: [open_2, open_1]", ["FW123 open_1"]],
  ["ladder", "second: [open_2]", "second: [openn_2]", ["FW032 openn_2"]],
  ["ladder", "{ first: [open_1]", "{ frist: [open_1]", ["FW032 frist"]],
  ["ladder", "id: fairness, title", "id: openness, title", ["FW030 openness"]],
  ["journey", "staff: [pay, skill]", "staff: [care, skill]", ["FW124 care"]],
  ["journey", "staff: [pay, skill]", "staf: [pay, skill]", ["FW032 staf"]],
  ["importance", "{ id: staff, title: Staff }", "{ id: everyone, title: Staff }", ["FW031 everyone"]],
  ["importance", "id: M1, text", "id: M1, scale: rating, text", ["FW125 skill_matters"]],
  ["importance", "text: Skill matters to me.", "text: { staff: Skill matters to me. }", ["FW125 skill_matters"]],
  ["importance", "importance: skill_matters", "importance: skil_matters", ["FW032 skil_matters"]],
  [
    "triage",
    "composites:",
    "  - { id: L3, dimension: leave_trend, scale: trend, text: And the rest? }\ncomposites:",
    ["FW126 leave_trend"],
  ],
  ["triage", "worse_below: 2.5", "worse_below: 0.5", ["FW127 0.5"]],
  ["triage", "trend: leave_trend", "trend: leave_trnd", ["FW032 leave_trnd"]],
  ["context", "id: integrity", "id: integrety", ["FW128 integrety"]],
  ["context", "id: integrity", "id: competence", ["FW030 competence"]],
  ["lenses", "[care]", "[caring]", ["FW032 caring"]],
  ["outlook", "formula: leavers * cost_per_leaver", "formula: leavers * 9000", ["FW129 cost_per_leaver"]],
  ["outlook", "formula: leavers * cost_per_leaver", "formula: leavers * cost", ["FW061 cost"]],
  ["outlook", "formula: leavers * cost_per_leaver", "formula: leavers *", ["FW060 *"]],
  ["ladder", "level: 2, reached", "level: 3, reached", ["FW130 3"]],
  ["between", "of: trust, below: 60", "level: 1, below: true", ["FW130 1"]],
  ["ladder", "level: 2, reached: true", "level: 2, reached: false", ["FW072 {"]],
  ["ladder", "level: 1, below: true", "of: trust, below: true", ["FW072 {"]],
  ["between", "of: care, at_least: 10", "of: care, below: 10", ["FW072 {"]],
  ["between", "[staff, customers]", "[staff, staff]", ["FW074 staff"]],
  ["between", "[staff, customers]", "[staff, guests]", ["FW032 guests"]],
  [
    "between",
    "dimension: care, text: They ask how I am.",
    "dimension: care, text: { staff: They ask. }",
    ["FW037 text"],
  ],
  [
    "journey",
    "journey:",
    "findings: [{ id: gap, title: Gap, severity: low, when: [{ between: [staff, customers], of: pay, at_least: 5 }], says: So. }]\njourney:",
    ["FW131 pay"],
  ],
];

describe("a slip in the newer words", () => {
  it.each(SLIPS)("%s: %s → %s", async (fixture, from, to, said) => {
    expect(await complaints(fixture, from, to)).toEqual(said);
  });

  it("is not taken for another where a whole part has no shape", async () => {
    expect(await complaints("ladder", "  none: Not begun\n", "")).toEqual(["FW021 title"]);
    expect(await complaints("ladder", "reached: { mean: 2, lowest: 1 }", "reached: soon")).toEqual(["FW022 soon"]);
  });

  it("is said of an audience that nothing is asked of", async () => {
    const asked = replaced(
      fixtureText("frameworks", "skip-missing"),
      "text: They fumble.",
      "text: { staff: They fumble. }",
    );
    const text = replaced(asked, "text: They know how.", "text: { staff: They know how. }")
      .replaceAll("{ customers: They", "{ staff: They")
      .replace(", skip_missing: true", "");
    const { problems } = await read(text);
    expect(problems.map(({ code }) => code)).toEqual(["FW110", "FW116"]);
  });
});
