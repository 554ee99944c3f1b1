import { describe, expect, it } from "vitest";
import { readingGrade, wordsOf } from "../../src/framework/lint/wording-grade.ts";
import { plainSupplement } from "../../src/framework/lint/wording-items.ts";
import { brief, problemsIn } from "./sample.ts";

/** A framework of one dimension, with these items (in YAML, without id and dimension). */
function asking(items: readonly string[], scale = "agree"): string {
  return `format: 1
id: one
version: 1.0.0
title: One
purpose: One.
provenance: Own.
headline: total
audiences: [{ id: employees, title: Employees }, { id: customers, title: Customers }]
scales:
  kept: { title: Kept, figure: { worst: 60, best: 95, unit: "%" } }
  often: { title: Often, points: [{ code: 0, label: Seldom }, { code: 1, label: Often }] }
defaults: { scale: ${scale} }
dimensions: [{ id: one, title: One, about: One., facets: { care: 1 } }]
composites: [{ id: total, title: Total, about: Total., formula: one }]
items:
${items.map((item, at) => `  - { id: I${at}, dimension: one, reverse: ${at === 0}, ${item} }\n`).join("")}`;
}

/** What is said of the wording of one item: code and the words underlined. */
async function said(text: string, scale = "agree"): Promise<readonly string[]> {
  const yaml = asking([`text: ${JSON.stringify(text)}`, "text: The people here keep their word."], scale);
  const shown = scale === "kept" ? yaml.replace(/reverse: \w+, /g, "") : yaml;
  const problems = await problemsIn(shown);
  return problems
    .filter(({ code }) => code !== "FW038")
    .map((problem) => {
      expect(problem.severity).toBe("warning");
      return brief(problem).replace(/ \d+:\d+ /, " ");
    });
}

describe("items that are hard to answer are told, at the words that make them so", () => {
  it.each([
    ["My manager is fair and friendly.", ["FW150 and"]],
    ["The prices and the service are good here.", ["FW150 and"]],
    ["Our leaders listen to us and act on it.", ["FW150 and"]],
    ["This company answers by phone or letter.", ["FW150 or"]],
    ["They keep me informed as well as involved.", ["FW150 as well as"]],
    ["My boss/manager gives me good help.", ["FW150 /"]],
    ["I trust my manager & my team.", ["FW150 &"]],
    ["They answer calls and/or letters quickly.", ["FW150 and/or"]],
    ["Both the shop and the web site are easy to use.", ["FW150 and"]],
    ["The terms and conditions are short and clear.", ["FW150 and"]],
    ["My manager listens, explains, and helps.", ["FW150 and"]],
    ["This company does not keep its word.", ["FW151 not"]],
    ["I don't feel safe here.", ["FW151 don't"]],
    ["They can’t say what they want.", ["FW151 can’t"]],
    ["Our leaders decide without asking us.", ["FW151 without"]],
    ["There is no plan for the next year.", ["FW151 no"]],
    ["I cannot see where we are heading.", ["FW151 cannot"]],
    ["When I ask, nothing happens.", ["FW151 nothing"]],
    ["They do not treat people unfairly.", ["FW152 not"]],
    ["I never hear that nobody cares.", ["FW152 never", "FW153 never"]],
    ["It is not impossible to reach them.", ["FW152 not"]],
    ["They rarely say no to us.", ["FW152 no"]],
    ["Nobody here lacks the tools for the work.", ["FW152 Nobody", "FW153 Nobody"]],
    ["This company always keeps its promises.", ["FW153 always"]],
    ["My manager never breaks a promise.", ["FW153 never"]],
    ["All our rules are fair.", ["FW153 All"]],
    ["They answer every letter I send.", ["FW153 every"]],
    ["I trust this company completely.", ["FW153 completely"]],
    ["Everybody here gets a fair hearing.", ["FW153 Everybody"]],
    ["None of the promises I heard was kept.", ["FW153 None"]],
    [
      "When I tell the people at this shop that a thing they sold me last year has broken down, they put it right at once.",
      ['FW154 "When I tell the people at this shop that a thing '],
    ],
    [
      "Accountability mechanisms demonstrate organisational commitment.",
      ['FW155 "Accountability mechanisms demonstrate organisatio'],
    ],
    ["Obviously this company takes care of its people.", ["FW156 Obviously"]],
    ["They surely mean well by us.", ["FW156 surely"]],
    ["Don't you think that prices here are fair?", ["FW151 Don't", "FW156 Don't you think"]],
    ["My manager would help me if I made a mistake.", ["FW157 would"]],
    ["If there was a breach, they'd tell us.", ["FW157 they'd"]],
    ["This company treats its stakeholders well.", ["FW158 stakeholders"]],
    ["Our leaders leverage what we know.", ["FW158 leverage"]],
    ["They are fair and kind, but never quick.", ["FW150 and", "FW153 never"]],
  ])("%s", async (text, expected) => {
    expect([...(await said(text))].toSorted()).toEqual([...expected].toSorted());
  });
});

describe("plain items pass", () => {
  it.each([
    "I have read the terms and conditions.",
    "Health and safety come first here.",
    "There is give and take between the teams.",
    "It gets more and more difficult to get an answer.",
    "An answer takes one or two days.",
    "I wait ten minutes or more for help.",
    "The promise was made 2 or 3 years ago.",
    "Returns between us and this shop are settled in good time.",
    "Shop and office tell me the same thing.",
    "This shop treats young and old customers alike.",
    "They plan web and shop together with us.",
    "People say yes to a change and then carry on as before.",
    "This company is as good as its word.",
    "They do the work as well as other firms do.",
    "I am served as well as before.",
    "I am likely to recommend them to a friend or colleague.",
    "They are there for us 24/7.",
    "Our leaders tell us whether or not a plan has worked.",
    "This company checks its systems for unfair results.",
    "It is unclear to me who decides.",
    "My manager understands my work until the last detail.",
    "I note what I have heard.",
    "The nobility of the cause is plain to me.",
    "We meet every week.",
    "The team meets every other Monday, every month of the year, in the end every day.",
    "I feel at home here after all.",
    "They make sure that I know the price.",
    "My manager explains things clearly.",
    "If I make a mistake, my manager helps me.",
    "They did what they said they would do.",
    "I can tell how well they would stand a crisis.",
    "The person I deal with has an overall view.",
    "They hand over the work in good order.",
    "Sandy roads are repaired quickly by this business.",
    "We're told what's going on.",
    "Confidentiality matters.",
    "My manager explains the reasons for decisions.",
    "The people at this company take time to understand my situation.",
  ])("%s", async (text) => {
    expect(await said(text)).toEqual([]);
  });
});

describe("what is judged", () => {
  const BAD = "We never hire and train.";

  it.each([
    ["agree", ["FW150 and", "FW153 never"]],
    ["rating", ["FW150 and", "FW153 never"]],
    ["often", ["FW150 and", "FW153 never"]],
    ["in-place", ["FW153 never"]],
    ["trend", ["FW153 never"]],
    ["severity", ["FW153 never"]],
    ["yes-partly-no", ["FW153 never"]],
    ["kept", ["FW153 never"]],
  ])("of the scale %s", async (scale, expected) => {
    expect([...(await said(BAD, scale))].toSorted()).toEqual(expected);
  });

  it("is each audience's wording, at its place", async () => {
    const texts =
      'text: { employees: "Our leaders are fair and kind.", customers: "This company is honest or seems so." }';
    expect((await problemsIn(asking([texts]))).filter(({ code }) => code !== "FW038").map(brief)).toEqual([
      "FW150 16:87 and",
      "FW150 16:134 or",
    ]);
  });

  it("is no translation", async () => {
    const item = 'text: "They keep the word they gave.", translations: { fr: "They are fair and never late." }';
    expect((await problemsIn(asking([item]))).filter(({ code }) => code !== "FW038")).toEqual([]);
  });

  it("is English only", async () => {
    const items = ["Wir sagen nie nein und tun alles or so.", "Die Leitung hält Wort.", "Man hilft mir no matter was."];
    const yaml = asking(items.map((text) => `text: ${JSON.stringify(text)}`));
    expect((await problemsIn(yaml)).filter(({ code }) => code !== "FW038")).toEqual([]);
  });

  it("is a supplement, too", () => {
    const items = [
      { id: "A", text: { customers: "This shop keeps its word.", employees: "We are here and there, fair and kind." } },
    ];
    const supplement = { id: "s", title: "S", about: "S.", facets: { care: 1 }, items };
    expect([...plainSupplement(supplement)]).toEqual([
      {
        code: "FW150",
        severity: "warning",
        path: ["supplement", "items", 0, "text", "employees"],
        message: 'The item "A" asks two things at once, joined by "and".',
        help: "Give each its own item, or keep the one that matters more.",
        part: { offset: 28, length: 3 },
      },
    ]);
  });
});

describe("what is said", () => {
  it("names the words and what to do", async () => {
    const item = 'text: "Everyone and everything is not unfair, and I would say so if asked."';
    const problems = (await problemsIn(asking([item]))).filter(({ code }) => code !== "FW038");
    expect(Object.fromEntries(problems.map(({ code, message, help }) => [code, `${message} ${help}`]))).toEqual({
      FW150:
        'The item "I0" asks two things at once, joined by "and". Give each its own item, or keep the one that matters more.',
      FW152:
        'The item "I0" denies twice, by "not" and "unfair". Say it the plain way round; two denials are easily read as one.',
      FW153:
        'The item "I0" leaves no room, by "everyone" and "everything": one exception is enough to disagree. Leave the word out, or say how often: on most days, in good time.',
      FW157:
        'The item "I0" asks what would happen if something did, by "would … if". Ask what people have seen happen: "when" in place of "if".',
    });
  });

  it("stops at forty and leaves the framework usable, however much there is", async () => {
    const items = Array.from({ length: 60 }, () => 'text: "They are never fair and kind."');
    const problems = await problemsIn(asking(items).replace("care: 1 }", "care: 1 }, min_answered: 1"));
    const wording = problems.filter(({ code }) => /^FW15/.test(code));
    expect(wording).toHaveLength(41);
    expect(wording.find(({ code }) => code === "FW159")?.message).toBe(
      "80 more wordings from here on could be plainer.",
    );
    expect(problems.every(({ severity }) => severity === "warning")).toBe(true);
  });
});

describe("the reading grade", () => {
  it("is that of Flesch and Kincaid", () => {
    // 11 words and 11 syllables in one sentence, reckoned by hand: 0.39 · 11 + 11.8 − 15.59.
    expect(readingGrade("The cat sat on the mat by the door at noon.")).toBeCloseTo(0.5, 10);
    // 4 words and 8 syllables in two sentences: 0.39 · 2 + 11.8 · 2 − 15.59.
    expect(readingGrade("Water runs. Paper tears quickly.")).toBeCloseTo(0.39 * 2.5 + (11.8 * 8) / 5 - 15.59, 10);
  });

  it("counts long words that everybody knows as short ones", () => {
    expect(readingGrade("Our company's managers help customers.")).toBeCloseTo(0.39 * 5 + (11.8 * 8) / 5 - 15.59, 10);
  });

  it("is not told of fewer than four words", () => {
    expect(readingGrade("Organisational accountability matters")).toBeUndefined();
    expect(readingGrade("")).toBeUndefined();
  });

  it("counts what is joined by a sign as one word", () => {
    expect(wordsOf("Front-line people don't wait 2.5 days.")).toEqual([
      ..."Front-line people don't wait 2.5 days".split(" "),
    ]);
  });
});
