import { describe, expect, it } from "vitest";
import { FRAMEWORKS, PROFILES, STRATEGIES, wordings } from "./bundled.ts";
import { frameOf, likeness, type Print, printOf, stem } from "./similarity.ts";

/**
 * From this likeness on two short texts are taken to say the same. Paraphrases of one idea (the first table) lie at 0.63 and
 * above, most of them above 0.75. Of some 200,000 pairs of items about different things, nine reach it: they are told apart below.
 */
const SAME = 0.62;
/** Longer texts share less of their words even when they say the same. */
const SAME_WHEN_LONG = 0.56;

/** Pairs that share words and not the idea; whoever adds one says why. A pair that is no longer alike must be taken out. */
const TOLD_APART: readonly (readonly [string, string, string])[] = [
  ["distrust-symptoms/CM3", "leadership-trust/TR2", "whether reasons are the real ones; whether they are given"],
  ["distrust-symptoms/CM3", "distrust-symptoms/OD2", "whether reasons are the real ones; whether they are known"],
  ["distrust-symptoms/SB1", "leadership-trust/AU1", "on purpose; the purpose"],
  ["distrust-symptoms/RD1", "leadership-trust/AC6", "self-interest of teams; teams that judge their own results"],
  ["distrust-symptoms/SB2", "automation-trust/HO1", "helping a system along; a person above the system"],
  ["automation-trust/HO1", "trust-reconstruction/K3", "overruling a system; the front line's own authority"],
  ["stakeholder-trust/PR1", "trust-equation/C1", "being predictable; knowing the trade"],
  ["trust-journey/DW2", "trust-reconstruction/C2", "daily work; after a breach"],
  ["trust-indicators/csat", "trust-indicators/supplier_satisfaction", "two groups of people"],
  ["promise-ledger", "retraining-promise", "a list of promises; one promise"],
];

interface Text {
  /** Texts of the same name are wordings of one thing. */
  readonly name: string;
  /** Texts of one home share a frame. */
  readonly home: string;
  readonly text: string;
}

function items(): readonly Text[] {
  const ofFrameworks = FRAMEWORKS.flatMap((framework) =>
    framework.items.flatMap(({ id, text }) =>
      wordings(text).map((own) => ({ name: `${framework.id}/${id}`, home: framework.id, text: own })),
    ),
  );
  const ofProfiles = PROFILES.flatMap((profile) =>
    (profile.supplement?.items ?? []).flatMap(({ id, text }) =>
      wordings(text).map((own) => ({ name: `${profile.id}/${id}`, home: profile.id, text: own })),
    ),
  );
  return [...ofFrameworks, ...ofProfiles];
}

interface Printed extends Text {
  readonly print: Print;
  /** Without the words of its home's frame, for comparing within it. */
  readonly bare: Print;
}

function printed(texts: readonly Text[]): readonly Printed[] {
  const homes = [...new Set(texts.map(({ home }) => home))];
  const frames = new Map(
    homes.map((home) => [home, frameOf(texts.filter((one) => one.home === home).map((one) => one.text))]),
  );
  return texts.map((one) => ({ ...one, print: printOf(one.text), bare: printOf(one.text, frames.get(one.home)) }));
}

/** The pairs of things that are alike, each once, with their texts. */
function alike(texts: readonly Text[], same: number): readonly string[] {
  const all = printed(texts);
  const found = all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter((other) => other.name !== one.name && likenessOf(one, other) >= same && !isToldApart(one, other))
      .map((other) => `${likenessOf(one, other).toFixed(2)} ${one.name} "${one.text}" ${other.name} "${other.text}"`),
  );
  return found.toSorted().toReversed();
}

function likenessOf(one: Printed, other: Printed): number {
  return one.home === other.home ? likeness(one.bare, other.bare) : likeness(one.print, other.print);
}

function isToldApart(one: Text, other: Text): boolean {
  return TOLD_APART.some(
    ([first, second]) => [one.name, other.name].toSorted().join() === [first, second].toSorted().join(),
  );
}

describe("likeness catches what says the same", () => {
  it.each([
    ["This company meets the dates it gives me.", "This company keeps to the dates it gives."],
    ["Our leaders explain why a decision was made.", "Our leaders explain the reasons for a decision."],
    ["I know which data our systems hold about me.", "I know which data our systems record about my work."],
    [
      "This business tells us early when its needs will change.",
      "This business tells us early when its plans for material change.",
    ],
    [
      "Someone independent checks that we keep to our rules.",
      "An independent person checks whether we keep our rules.",
    ],
    ["Mistakes here are covered up for as long as possible.", "People here cover up mistakes for as long as they can."],
    ["My manager takes time to listen to me.", "Our leaders take the time to listen to people."],
    ["We thank people who bring us bad news.", "Staff who bring bad news are thanked."],
    ["Promises made to us in the past are still waiting to be kept.", "Old promises to us still wait to be kept."],
    [
      "Our leaders break rules that they expect us to follow.",
      "Leaders here expect us to follow rules they break themselves.",
    ],
    ["I feel safe telling our leaders what worries me at work.", "I can safely tell our leaders about my worries."],
    ["When something goes wrong here, teams blame each other.", "Teams here blame one another when things go wrong."],
    ["People who point out problems here pay a price for it.", "Whoever points out a problem here pays for it."],
    ["New initiatives here are met with open refusal.", "People here openly refuse new initiatives."],
    ["Name one person who answers for each promise.", "Name a person for each promise who answers for it."],
    [
      "Publish the summary unedited, with your answer beside it.",
      "Publish the unedited summary, your own answer beside it.",
    ],
  ])("%s | %s", (one, other) => {
    expect(likeness(printOf(one), printOf(other))).toBeGreaterThanOrEqual(SAME);
    expect(likeness(printOf(other), printOf(one))).toBe(likeness(printOf(one), printOf(other)));
  });

  it.each([
    [
      "Weighed together, the answers show very little trust in this group, and explanations may be taken for excuses. Find out whether there was one event behind it.",
      "Together, the answers show little trust in this group. Explanations may be taken as excuses, so find out if one event stands behind it.",
    ],
    [
      "Put the five oldest open points on a board, each with a name and a date.",
      "Put the open points on a board where everyone sees them, each with a name and a date.",
    ],
  ])("a long text: %s", (one, other) => {
    expect(likeness(printOf(one), printOf(other))).toBeGreaterThanOrEqual(SAME_WHEN_LONG);
  });
});

describe("likeness passes what shares words and not the idea", () => {
  it.each([
    [
      "When a new system has a fault, people here help to put it right.",
      "A person here can put a wrong decision right.",
    ],
    ["My manager takes time to listen to me.", "I get time during working hours to learn new skills."],
    ["I have to guess the reasons for decisions here.", "Decisions that affect my work are made behind closed doors."],
    ["We thank people who bring us bad news.", "When there is bad news, we are told it plainly."],
    ["This company meets the dates it gives me.", "This company shows me which data it holds."],
    [
      "Promises made to us in the past are still waiting to be kept.",
      "What was agreed with me when I started still holds.",
    ],
    ["Small things here need a manager's approval.", "My manager leaves it to me how I do my work."],
    [
      "The rules are stricter for some people here than for others.",
      "Our leaders break rules that they expect us to follow.",
    ],
    ["New customers get a better deal here than I do.", "The new systems help us to serve our customers better."],
    ["Each team here looks after itself first.", "Other teams help us when we ask them to."],
  ])("%s | %s", (one, other) => {
    expect(likeness(printOf(one), printOf(other))).toBeLessThan(SAME);
  });

  it("has nothing to compare in texts of stop words", () => {
    expect(likeness(printOf("It is what it is."), printOf("It is what it is."))).toBe(0);
  });

  it.each([
    ["checks", "checked"],
    ["promises", "promise"],
    ["companies", "company"],
    ["planning", "plans"],
    ["openly", "open"],
    ["business's", "business"],
  ])("brings %s and %s to one stem", (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });
});

describe("nothing bundled says what something else says", () => {
  it("and it would be found", () => {
    const texts = [
      { name: "a/1", home: "a", text: "This company meets the dates it gives me." },
      { name: "a/1", home: "a", text: "This business meets the dates it gives us." },
      { name: "b/1", home: "b", text: "This business keeps to the dates it gives." },
      { name: "c/1", home: "c", text: "I am paid fairly for my work." },
    ];
    expect(alike(texts, SAME).map((found) => found.slice(0, 12))).toEqual(['0.63 a/1 "Th', '0.63 a/1 "Th']);
  });

  it("no two items, over frameworks, profiles and audiences", () => {
    expect(alike(items(), SAME)).toEqual([]);
  });

  it("no two titles of strategies", () => {
    expect(
      alike(
        STRATEGIES.map(({ id, title }) => ({ name: id, home: id, text: title })),
        SAME,
      ),
    ).toEqual([]);
  });

  it("no two actions or first steps", () => {
    const steps = STRATEGIES.flatMap(({ id, actions, first_step }) =>
      [...actions, first_step].map((text, at) => ({ name: `${id}/${at + 1}`, home: `${id}/${at}`, text })),
    );
    expect(steps.length).toBeGreaterThan(STRATEGIES.length * 4 - 1);
    expect(alike(steps, SAME_WHEN_LONG)).toEqual([]);
  });

  it("no two findings", () => {
    const says = FRAMEWORKS.flatMap((framework) =>
      (framework.findings ?? []).map(({ id, says: text }) => ({ name: `${framework.id}/${id}`, home: id, text })),
    );
    expect(alike(says, SAME_WHEN_LONG)).toEqual([]);
  });

  it("no two responses", () => {
    const responses = FRAMEWORKS.flatMap((framework) =>
      framework.dimensions.flatMap(({ id, response }) =>
        response === undefined ? [] : [{ name: `${framework.id}/${id}`, home: id, text: response }],
      ),
    );
    expect(alike(responses, SAME_WHEN_LONG)).toEqual([]);
  });

  it("what is told apart by hand is alike indeed", () => {
    const texts = [...items(), ...STRATEGIES.map(({ id, title }) => ({ name: id, home: id, text: title }))];
    for (const [one, other, why] of TOLD_APART) {
      const pairs = texts
        .filter(({ name }) => name === one)
        .flatMap((first) =>
          texts
            .filter(({ name }) => name === other)
            .map((second) => likeness(printOf(first.text), printOf(second.text))),
        );
      expect(Math.max(0, ...pairs), `${one} ${other}: ${why}`).toBeGreaterThanOrEqual(SAME);
    }
  });
});
