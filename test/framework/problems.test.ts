import { describe, expect, it } from "vitest";
import { brief, changed, problemsIn, SAMPLE } from "./sample.ts";

/** What is changed in the sample, and every problem that follows: code, line:column, underlined text, suggestion. */
type Case = readonly [from: string, to: string, problems: readonly string[]];

const SCHEMA: readonly Case[] = [
  ["purpose:", "purpos:", ["FW020 5:1 purpos → purpose"]],
  ["title: Skill,", "titel: Skill,", ["FW020 17:18 titel → title"]],
  ["title: Sample\n", "", ["FW021 1:1 format"]],
  ["title: Sample", "title:", ["FW022 4:1 title"]],
  ["title: Sample", "title: 2024", ["FW022 4:8 2024"]],
  ["title: Sample", "title: '  '", ["FW026 4:8 '  '"]],
  ["version: 1.0.0", "version: 1.0", ["FW022 3:10 1.0"]],
  ["version: 1.0.0", "version: one", ["FW024 3:10 one"]],
  ["format: 1", "format: 2", ["FW023 1:9 2 → 1"]],
  ["id: sample", "id: My Sample", ["FW024 2:5 My Sample → my-sample"]],
  ["{ id: self, title", "{ id: self-interest, title", ["FW024 18:11 self-interest → self_interest"]],
  ["severity: high", "severity: hihg", ["FW023 39:15 hihg → high"]],
  ["{ competence: 0.7, learning: 0.3 }", "{ competance: 0.7, learning: 0.3 }", ["FW020 17:71 competance → competence"]],
  [
    "{ competence: 0.7, learning: 0.3 }",
    "{ care: 0.2, voice: 0.2, competence: 0.3, learning: 0.3 }",
    ["FW027 17:61 facets"],
  ],
  ["text: One", "text: One, weight: -2", ["FW025 22:52 -2"]],
  ["text: One", "text: One, weight: 6", ["FW025 22:52 6"]],
  ["text: One", "text: One, weight: 1.5", ["FW022 22:52 1.5"]],
  ["text: One", "text: [One]", ["FW022 22:39 ["]],
  ["text: One", "text: ''", ["FW026 22:39 ''"]],
  ["text: One", `text: ${"x".repeat(401)}`, ["FW026 22:39 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]],
  ["defaults: { scale: agree }", "defaults: { scale: agree, min_answered: 0 }", ["FW025 14:41 0"]],
  ["ahead_of: skill, by: 15", "ahead_of: skill", ["FW021 40:50 ahead_of"]],
  ["below: 50", "below: 101", ["FW025 40:32 101"]],
  ["items: [K1, S1, W1, F1]", "items: [K1, S1, W1, F1, K1]", ["FW028 34:60 K1"]],
  ["strength: 1", "strength: 4", ["FW025 35:44 4"]],
  ["transform: log", "transform: logarithm", ["FW023 33:81 logarithm"]],
  ["  worry: {", "  Worry Scale: {", ["FW024 12:3 Worry Scale → worry-scale"]],
];

const NAMES: readonly Case[] = [
  ["id: K2", "id: k1", ["FW030 23:11 k1"]],
  ["{ id: base,", "{ id: self,", ["FW030 32:11 self"]],
  ["{ id: recommend,", "{ id: trust,", ["FW030 30:18 trust"]],
  ["{ id: base,", "{ id: mean,", ["FW031 32:11 mean"]],
  ["{ id: base,", "{ id: ladder,", ["FW031 32:11 ladder"]],
  ["{ id: customers,", "{ id: employees,", ["FW030 10:11 employees", "FW032 24:74 customers"]],
  ["dimension: skill, text: One", "dimension: skil, text: One", ["FW032 22:26 skil → skill"]],
  ["scale: worry,", "scale: wory,", ["FW032 27:42 wory → worry"]],
  ["block: near", "block: naer", ["FW032 17:55 naer → near"]],
  ["about: Can do.,", "about: Can do., bands: odd,", ["FW032 17:55 odd"]],
  ["customers: Drei", "customer: Drei", ["FW032 24:74 customer → customers"]],
  ["items: [K1, S1, W1, F1]", "items: [K1, S1, W1, F1, K9]", ["FW032 34:60 K9 → K1"]],
  ["from: skill", "from: skil", ["FW032 35:17 skil → skill"]],
  ["{ of: skill", "{ of: skill_", ["FW032 40:18 skill_ → skill"]],
  ["item: R1", "item: R2", ["FW032 30:35 R2 → R1"]],
  ["headline: trust", "headline: skill", ["FW033 7:11 skill"]],
  ["headline: trust", "headline: thrust", ["FW033 7:11 thrust → trust"]],
  ["defaults: { scale: agree }\n", "", ["FW034 21:11 K1"]],
  ["outcomes: [{ id: recommend, item: R1, title: Recommend, statistic: nps }]\n", "", ["FW035 29:11 R1"]],
  [
    "defaults: { scale: agree }",
    "defaults: { scale: agree }\nbands: { odd: [{ id: a, label: A, from: 0 }] }",
    ["FW038 15:10 odd"],
  ],
  [", block: near", "", ["FW038 15:16 near"]],
  ["text: { employees: Three, customers: Drei }", "text: { employees: Three }", ["FW037 24:48 text"]],
];

const SCALES: readonly Case[] = [
  ["worry: { title: Worry,", "worry: { title: Worry, preset: severity,", ["FW040 12:3 worry"]],
  ["worry: {", "worry: { favourable: [1, 5],", ["FW042 12:28 5"]],
  ["label: Much", "label: '  a  BIT'", ["FW043 12:123 '  a  BIT'"]],
  // Read as one when they come back in an export, whatever hyphen or space they are written with.
  ["label: Much", "label: a\u00a0bit", ["FW043 12:123 a\u00a0bit"]],
  ["label: Much", "label: '1'", ["FW043 12:123 '1'"]],
  ["code: 2", "code: 1", ["FW043 12:113 1"]],
  ["worry: {", "worry: { dont_know: [some],", ["FW043 12:24 some"]],
  ["worst: 35", "worst: 8", ["FW044 13:58 8"]],
  ["worst: 35", "worst: 35.25", ["FW045 13:49 35.25"]],
  ["turnover: {", "turnover: { favourable: [1],", ["FW041 13:15 favourable"]],
  ["scale: rating, text", "scale: agree, text", ["FW047 30:68 nps"]],
  ["scale: rating, text", "scale: worry, text", ["FW047 30:68 nps"]],
  [
    "scale: rating, text: Eight }\noutcomes: [{ id: recommend, item: R1, title: Recommend, statistic: nps",
    "scale: worry, text: Eight }\noutcomes: [{ id: recommend, item: R1, title: Recommend, statistic: csat",
    ["FW047 30:68 csat"],
  ],
  ["  worry:", "  low: { rating: { min: 5, max: 5, low: a, high: b } }\n  worry:", ["FW038 12:3 low", "FW046 12:33 5"]],
  [
    "defaults: { scale: agree }",
    "defaults: { scale: agree }\nbands: { default: [{ id: a, label: A, from: 5 }] }",
    ["FW048 15:45 5"],
  ],
  [
    "defaults: { scale: agree }",
    "defaults: { scale: agree }\nbands: { default: [{ id: a, label: A, from: 0 }, { id: b, label: B, from: 0 }] }",
    ["FW048 15:75 0"],
  ],
];

const DIMENSIONS: readonly Case[] = [
  [
    "{ id: figures, title",
    "{ id: spare, title: S, about: S, facets: { care: 1 } }\n  - { id: figures, title",
    ["FW036 20:11 spare"],
  ],
  ["dimension: skill, text: Two", "dimension: skill, scale: worry, text: Two", ["FW050 23:40 worry"]],
  ["scale: turnover, text", "scale: turnover, reverse: true, text", ["FW051 28:52 reverse"]],
  ["about: Figures.,", "about: Figures., direction: lower,", ["FW051 20:64 lower"]],
  ["learning: 0.3", "learning: 0.2", ["FW052 17:61 facets"]],
  ["text: One", "text: One, optional: true, weight: 4", ["FW053 17:11 skill", "FW054 22:68 4"]],
  ["dimension: skill, text: Two", "dimension: skill, weight: 3, text: Two", ["FW054 23:41 3"]],
  ["reverse: true, text: {", "text: {", ["FW056 17:11 skill"]],
];

const FORMULAS: readonly Case[] = [
  ["skill - self", "skill - selff", ["FW061 32:61 selff → self"]],
  ["skill - self", "skill - (self", ["FW060 32:65 f"]],
  ["skill - self", "skill ** 2", ["FW060 32:60 *"]],
  ["skill - self", "skill.self", ["FW060 32:58 ."]],
  ["skill - self", "skill self", ["FW060 32:53 skill self"]],
  ["skill - self", "skill > 2", ["FW060 32:59 >"]],
  ["skill - self", "'mxa(skill, 2)'", ["FW060 32:54 mxa → max"]],
  ["skill - self", "'log(skill, 2)'", ["FW060 32:54 log"]],
  ["skill - self", "trust * 2", ["FW062 32:53 trust"]],
  ["skill - self", "base", ["FW062 32:53 base"]],
  ["skill - self", "skill / (self - 3)", ["FW063 32:59 /"]],
  ["skill - self", "self / 2 + skill / (skill - 5)", ["FW063 32:70 /"]],
  ["skill - self", "log(skill - 1)", ["FW064 32:53 log"]],
  ["skill - self", "self - self", ["FW065 32:53 self - self"]],
  ["skill - self", "self", ["FW066 32:11 base"]],
  ["skill / self", "skill - self", ["FW067 33:81 log"]],
  ["skill - self", "3 * skill + self", ["FW069 32:53 3 * skill + self"]],
  ["skill - self", "'min() + skill'", ["FW060 32:54 min"]],
  ["skill - self", "skill(2)", ["FW060 32:53 skill"]],
  [
    "skill - self",
    `skill * 1${"0".repeat(290)} * 1${"0".repeat(290)}`,
    ["FW068 32:53 skill * 100000000000000000000000000000000000000000"],
  ],
  ["skill - self", `skill * 1${"0".repeat(400)}`, ["FW060 32:53 skill * 100000000000000000000000000000000000000000"]],
];

const STRUCTURE: readonly Case[] = [
  ["to: self,", "to: skill,", ["FW070 35:28 skill"]],
  ["links: [", "links: [{ from: skill, to: self, strength: 2, because: Twice. }, ", ["FW071 35:85 self"]],
  ["{ of: skill, below: 50 }", "{ of: skill }", ["FW072 40:12 {"]],
  ["{ of: skill, below: 50 }", "{ of: skill, below: 50, at_least: 10 }", ["FW072 40:12 {"]],
  ["{ of: skill, below: 50 }", "{ of: skill, below: 40 }, { of: skill, at_least: 60 }", ["FW073 40:5 when"]],
  ["{ of: skill, below: 50 }", "{ of: self, below: 15 }", ["FW073 40:5 when"]],
  ["ahead_of: skill", "ahead_of: self", ["FW074 40:60 self"]],
  ["items: [K1, S1, W1, F1]", "items: [K1, S1, W1]", ["FW075 34:36 items"]],
  ["items: [K1, S1, W1, F1]", "items: [K1, K1, S1, K1, W1, F1]", ["FW028 34:48 K1", "FW028 34:56 K1"]],
  ["items: [K1, S1, W1, F1]", "items: [K1, K2, S1, S2, S1, K3, W1, F1]", ["FW028 34:60 S1"]],
];

describe("a framework's problems", () => {
  it("are none in the sample", async () => {
    expect(await problemsIn(SAMPLE)).toEqual([]);
  });

  it.each([...SCHEMA, ...NAMES, ...SCALES, ...DIMENSIONS, ...FORMULAS, ...STRUCTURE])(
    "%s → %s",
    async (from, to, expected) => {
      const problems = await problemsIn(changed(from, to));
      expect(problems.map(brief)).toEqual(expected);
      for (const problem of problems) {
        expect(problem.message).toMatch(/^[\p{Lu}\d"].*\.$/su);
        expect(problem.help).toMatch(/^[\p{Lu}`].*\.$/su);
      }
    },
  );
});
