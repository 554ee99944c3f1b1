import { describe, expect, it } from "vitest";
import { newFramework } from "../../src/framework/template.ts";
import { brief, changed, problemsIn, SAMPLE } from "./sample.ts";

/** A slip, and the one problem that says it: code, line:column, underlined text, suggestion. */
type Slip = readonly [slip: string, from: string, to: string, problem: string];

const AGREE = "defaults: { scale: agree }";
const FACETS = "{ competence: 0.7, learning: 0.3 }";

const YAML: readonly Slip[] = [
  ["missing colon", "title: Sample", "title Sample", "FW007 4:1 title Sample"],
  ["missing space", "title: Sample", "title:Sample", "FW007 4:1 title:Sample"],
  [
    "missing colon in braces",
    "dimension: skill, text: One",
    "dimension skill, text: One",
    "FW020 22:15 dimension skill",
  ],
  ["missing space in braces", "id: K1,", "id:K1,", "FW020 22:7 id:K1"],
  ["missing colon before a number", "strength: 1", "strength 1", "FW020 35:34 strength 1"],
  ["wrong indent, one less", "    severity: high", "   severity: high", "FW007 39:1  "],
  ["wrong indent, two less", "    severity: high", "  severity: high", "FW007 39:1  "],
  ["wrong indent, two more", "    severity: high", "      severity: high", "FW007 38:12 W"],
  ["wrong indent of an entry", "  - { id: K2", "   - { id: K2", "FW007 23:4 -"],
  ["tab", "    severity: high", "\tseverity: high", "FW007 39:1  "],
  ["tab before a dash", "  - { id: K2", "\t- { id: K2", "FW007 23:1  "],
  ["bracket left out", "when: [{", "when: {", "FW007 40:35 , { of"],
];

const IDS: readonly Slip[] = [
  ["id with capital", "{ id: skill, title", "{ id: Skill, title", "FW024 17:11 Skill → skill"],
  ["audience with capital", "{ id: employees,", "{ id: Employees,", "FW024 9:11 Employees → employees"],
  ["scale with capital", "  worry: {", "  Worry: {", "FW024 12:3 Worry → worry"],
  ["reference with capital", "dimension: figures", "dimension: Figures", "FW024 28:26 Figures → figures"],
  ["id as number", "id: K1,", "id: 1,", "FW022 22:11 1"],
  ["unknown scale", "scale: worry,", "scale: often,", "FW032 27:42 often"],
  ["misspelt scale", "scale: worry,", "scale: wory,", "FW032 27:42 wory → worry"],
  ["unknown default scale", AGREE, "defaults: { scale: frequency }", "FW032 14:20 frequency"],
  ["misspelt default scale", AGREE, "defaults: { scale: agre }", "FW032 14:20 agre → agree"],
  ["unknown dimension of an only item", "dimension: figures", "dimension: other", "FW032 28:26 other"],
  ["unknown block", "block: near", "block: other", "FW032 17:55 other"],
  ["unknown outcome item", "item: R1", "item: other", "FW032 30:35 other"],
];

const KEYS: readonly Slip[] = [
  ["misspelt list", "items:\n", "item:\n", "FW020 21:1 item → items"],
  ["misspelt scales", "scales:\n", "scale:\n", "FW020 11:1 scale → scales"],
  ["misspelt default", AGREE, "defaults: { scal: agree }", "FW020 14:13 scal → scale"],
  ["misspelt reverse", "reverse: true, text: {", "revers: true, text: {", "FW020 24:33 revers → reverse"],
  ["misspelt condition", "below: 50", "bellow: 50", "FW020 40:25 bellow → below"],
  ["unknown facet", FACETS, "{ skilfulness: 0.7, learning: 0.3 }", "FW020 17:71 skilfulness"],
  ["text cut at a comma", "text: One", "text: News, good or bad", "FW020 22:45 good or bad"],
];

const VALUES: readonly Slip[] = [
  ["weight 0", "text: One", "text: One, weight: 0", "FW025 22:52 0"],
  ["weight 1.5", "text: One", "text: One, weight: 1.5", "FW022 22:52 1.5"],
  ["weight in words", "text: One", "text: One, weight: heavy", "FW022 22:52 heavy"],
  ["target 175", "about: Can do.,", "about: Can do., target: 175,", "FW025 17:56 175"],
  ["default target 175", AGREE, "defaults: { scale: agree, target: 175 }", "FW025 14:35 175"],
  ["text as number", "text: One", "text: 12", "FW022 22:39 12"],
  ["label as number", "label: Much", "label: 2", "FW022 12:123 2"],
  ["bands as map", AGREE, `${AGREE}\nbands: { default: { low: 0, high: 60 } }`, "FW022 15:19 {"],
  ["bands without lists", AGREE, `${AGREE}\nbands: { low: 0, high: 60 }`, "FW022 15:15 0"],
  ["bands without ids", AGREE, `${AGREE}\nbands: [{ id: low, label: low, from: 0 }]`, "FW022 15:8 ["],
  [
    "audiences as words",
    SAMPLE.slice(SAMPLE.indexOf("  - { id: emp"), SAMPLE.indexOf("scales:")),
    "  - a\n  - b\n",
    "FW022 9:5 a",
  ],
  ["yes for true", "reverse: true, text: {", "reverse: yes, text: {", "FW022 24:42 yes → true"],
  ["number in quotation marks", "below: 50", "below: '50'", "FW022 40:32 '50'"],
  ["unknown direction", "Own gain., direction: lower", "Own gain., direction: down", "FW023 18:59 down"],
  ["misspelt direction", "Own gain., direction: lower", "Own gain., direction: lowr", "FW023 18:59 lowr → lower"],
  ["direction as number", "Own gain., direction: lower", "Own gain., direction: 5", "FW023 18:59 5"],
  ["format in words", "format: 1", "format: one", "FW023 1:9 one → 1"],
  ["severity left empty", "severity: high", "severity:", "FW022 39:5 severity"],
  ["facet in words", FACETS, "{ competence: high, learning: 0.3 }", "FW022 17:83 high"],
  ["facets as list", FACETS, "[competence, learning]", "FW022 17:69 ["],
];

const MISSING: readonly Slip[] = [
  ["headline", "headline: trust\n", "", "FW021 1:1 format"],
  ["facets", `, facets: ${FACETS}`, "", "FW111 17:11 skill"],
  ["formula", ", formula: skill - self", "", "FW112 32:11 base"],
  ["formula left empty", "formula: skill - self", "formula:", "FW022 32:44 formula"],
  ["text", ", text: One", "", "FW021 22:5 {"],
  ["label", ", label: Much", "", "FW021 12:105 {"],
  ["conditions", "    when: [{ of: skill, below: 50 }, { of: self, ahead_of: skill, by: 15 }]\n", "", "FW021 37:5 id"],
];

describe("one slip", () => {
  const slips = [...YAML, ...IDS, ...KEYS, ...VALUES, ...MISSING];

  it.each(slips)("%s is said once", async (...[, from, to, problem]) => {
    expect((await problemsIn(changed(from, to))).map(brief)).toEqual([problem]);
  });

  it("an id with a capital is said where it is given, not where it is referred to", async () => {
    const text = newFramework({ id: "own", title: "Own" }).replaceAll("openness", "Openness");
    const problems = await problemsIn(text.replace("{ Openness: 0.7", "{ openness: 0.7"));
    expect(problems.map(brief)).toEqual(["FW024 33:9 Openness → openness"]);
  });

  it("in several entries of a list says how many", async () => {
    const [problem] = await problemsIn(changed(AGREE, `${AGREE}\nbands: { low: 0, mid: 30, high: 60 }`));
    expect(problem?.message).toBe(
      "This must be a list, and it is the number 0; 2 more beside it are wrong in the same way.",
    );
  });
});

describe("a text that a comma cut in braces", () => {
  it.each([
    ["skill - self", "mean(skill, base2) / self", ["FW016 32:53 mean(skill, base2) / self", "FW061 32:65 base2"]],
    ["skill - self", "max(skill, 2,  self)/self", ["FW016 32:53 max(skill, 2,  self)/self"]],
    ["skill - self", "skill - max(min(self, 3), 2), target: 60", ["FW016 32:53 skill - max(min(self, 3), 2)"]],
    ["skill - self", "mean(skill, 3", ["FW016 32:53 mean(skill, 3", "FW060 32:65 3"]],
    ["text: One", "text: Kind (soft, warm) words", ["FW016 22:39 Kind (soft, warm) words"]],
    ["text: One", 'text: "Kind (soft, warm) words"', []],
    ["skill - self", '"mean(skill, 3) - self"', []],
  ])("%s → %s", async (from, to, expected) => {
    expect((await problemsIn(changed(from, to))).map(brief)).toEqual(expected);
  });

  it("is to be put in quotation marks", async () => {
    const [problem] = await problemsIn(changed("skill - self", "mean(skill, 3) - self"));
    expect(problem?.help).toBe('Put it in quotation marks: `formula: "mean(skill, 3) - self"`.');
  });
});
