import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/audit/estimate.ts";
import type { Audit } from "../../src/audit/types.ts";
import { TEXT_FORMATS } from "../../src/render/formats.ts";
import { render } from "../../src/render/registry.ts";
import { withoutColour } from "./colour.ts";
import { HOSTILE, poison, USER_TEXTS } from "./hostile.ts";
import { assessed, LOAD_SAMPLE, ROOM_SAMPLE, SAMPLE } from "./sample.ts";

const draw = (audit: Audit, width: number, color = false) => render(audit, { format: "terminal", width, color });
const WIDTHS = [60, 61, 72, 80, 96, 109, 110, 120, 140, 160];
const POISONED = poison(SAMPLE, USER_TEXTS);

/** What nobody works out for single assessments. */
const UNASKED = { reliability: [], drivers: [], disagreements: [] };

const flowOf = (read: number, scored: number): Audit["asked"]["flow"] => [
  { step: "read", rows: read },
  ...(read > scored ? [{ step: "empty" as const, rows: read - scored }] : []),
  { step: "scored", rows: scored },
];

const TOO_FEW: Audit = {
  ...SAMPLE,
  asked: { ...SAMPLE.asked, people: 4, headcount: null, responseRate: null, flow: flowOf(5, 4) },
  overall: null,
  groupings: [],
  reliability: [],
  drivers: [],
  disagreements: [],
  drag: null,
  discussion: null,
  findings: [],
  plan: {
    reason: "Too few people answered.",
    steps: [],
    need: 0,
    remaining: 0,
    needs: [],
    withoutProfiles: [],
    draws: 0,
  },
  items: [],
};

describe("the report in the terminal", () => {
  it.each([
    ["index", SAMPLE, 80],
    ["index", SAMPLE, 140],
    ["load", LOAD_SAMPLE, 80],
    ["load", LOAD_SAMPLE, 140],
    ["too-few", TOO_FEW, 80],
    ["assessment", ROOM_SAMPLE, 80],
  ] as const)("%s looks as agreed", async (name, audit, width) => {
    await expect(await draw(audit, width)).toMatchFileSnapshot(`../golden/terminal-${name}-${width}.txt`);
  });

  it("looks as agreed in colour", async () => {
    const coloured = await draw(SAMPLE, 80, true);
    expect(coloured).toContain("\u001b[33mmixed\u001b[39m");
    await expect(coloured).toMatchFileSnapshot("../golden/terminal-index-80-colour.txt");
  });

  it("says the same with colour and without", async () => {
    for (const audit of [SAMPLE, LOAD_SAMPLE])
      for (const width of [80, 140])
        expect(withoutColour(await draw(audit, width, true))).toBe(await draw(audit, width));
    expect(await draw(SAMPLE, 80)).not.toContain("\u001b");
  });

  it.each(WIDTHS)("keeps within %i columns", async (width) => {
    for (const audit of [SAMPLE, LOAD_SAMPLE, ROOM_SAMPLE, TOO_FEW, POISONED]) {
      const wide = (await draw(audit, width)).split("\n").filter((line) => stringWidth(line) > width);
      expect(wide).toEqual([]);
    }
  });

  it("keeps to the promised order", async () => {
    const text = await draw(SAMPLE, 80);
    const headings = text.split("\n").flatMap((line) => /^(\S.*?) ─+$/.exec(line)?.[1] ?? []);
    expect(headings).toEqual([
      "At a glance",
      "What was asked, and of whom",
      "Headline",
      "Dimensions",
      "Groups: department",
      "Findings",
      "Where people do not agree",
      "What goes with Would recommend us (not: what causes it)",
      "To talk about",
      "Plan",
      "How far the numbers carry",
      "Data quality",
      "Method",
      "Items",
    ]);
  });

  it("shows the formula with the numbers in it, and the numbers are right", async () => {
    const text = (await draw(SAMPLE, 140)).replace(/\s+/g, " ");
    expect(text).toContain(
      "trust = (credibility 3.23 + reliability 3.25 + intimacy 3.27) / self_orientation 2.96 = 3.3",
    );
    expect((3.23 + 3.25 + 3.27) / 2.96).toBeCloseTo(3.3, 1);
    const line = /index = 100 × log\(([\d.]+) \/ 0\.6\) \/ log\(15 \/ 0\.6\) = (\d+)/.exec(text);
    expect(Math.round((100 * Math.log(Number(line?.[1]) / 0.6)) / Math.log(25))).toBe(Number(line?.[2]));
  });

  it("turns everything round where the framework reads as load", async () => {
    const text = (await draw(LOAD_SAMPLE, 140)).replace(/\s+/g, " ");
    expect(text).toContain("higher is worse");
    expect(text).toContain("Fear of blame load 70 (67 to 73, n 118) is above 60");
    expect(text).toContain("Target 25 throughout");
    expect(text).toContain("Clearly above the target.");
    expect(text).toContain("Chance above target");
    expect(text).toMatch(
      /What drives it most .* the load of 51.0 would become: .* Falling effort \(most\) .* 43.8 −7.3 Fear of blame .* 43.9 −7.1/,
    );
    expect(text).toContain("chance that the true load is above target; gap = points above target / 100");
    expect(text).not.toMatch(/index 0 to 100|short of|holds it back|\bindex\b(?! of its mean)/);
    const met = { ...LOAD_SAMPLE.overall!.composites[1]!, judged: { low: 80, high: 90 } };
    const overall = { ...LOAD_SAMPLE.overall!, composites: [met] };
    expect((await draw({ ...LOAD_SAMPLE, overall }, 140)).replace(/[\s┃]+/g, " ")).toContain(
      "Clearly at or below the target.",
    );
  });

  it("says of a symptom what feeds it, and where nothing does", async () => {
    const [symptom] = LOAD_SAMPLE.causes!.symptoms;
    const draft = { ...LOAD_SAMPLE, causes: { symptoms: [symptom!, { ...symptom!, causes: [] }], loops: [] } };
    const text = (await draw(draft, 140)).replace(/\s+/g, " ");
    expect(text).toContain("Symptoms Falling effort, load 54 ← fed by Control in place of confidence, load 59");
    expect(text).toContain("None of the causes the framework declares for it stands out here");
    // What feeds others may be fed itself: a root is no symptom.
    const root = { ...symptom!, dimension: "control", title: "Control in place of confidence" };
    const fed = { ...LOAD_SAMPLE, causes: { symptoms: [root], loops: [] } };
    expect(await draw(fed, 140)).toContain("Roots close to hand  Control in place of confidence, load");
  });

  it("puts a step that answers nothing under the step that needs it, without arithmetic", async () => {
    const [one, two, ...rest] = SAMPLE.plan.steps;
    const first = { ...one!, reduction: 0, arithmetic: [], prerequisiteFor: two!.strategy };
    const text = await draw({ ...SAMPLE, plan: { ...SAMPLE.plan, steps: [first, two!, ...rest] } }, 140);
    const [needing, needed] = [two!, first].map(({ title }) => text.search(new RegExp(`^ +\\d +${title}`, "m")));
    expect(needing).toBeGreaterThan(0);
    expect(needed).toBeGreaterThan(needing!);
    expect(text).toContain(`${first.title} · first, for step ${two!.rank}`);
    expect(text).not.toContain("answers no need by itself");
  });

  it("names the ends of a long mean, and how many there are", async () => {
    const overall = SAMPLE.overall!;
    const [lead] = overall.composites;
    const names = Array.from({ length: 30 }, (_, at) => `t${at}`);
    const terms = names.map((name, at) => ({ name, title: `Term ${at}`, value: at === 29 ? null : 1 + at / 10 }));
    const long = { ...lead!, formula: `mean(${names.join(", ")})`, terms };
    const text = (await draw({ ...SAMPLE, overall: { ...overall, composites: [long] } }, 140)).replace(/\s+/g, " ");
    expect(text).toContain(
      'mean of 30 terms (1 without a value; lowest "Term 0" 1.00, "Term 1" 1.10 and "Term 2" 1.20; highest "Term 28" 3.80, "Term 27" 3.70 and "Term 26" 3.60) =',
    );
    const eight = { ...long, formula: "mean(t0, t1, t2, t3, t4, t5, t6, t7)" };
    const short = await draw({ ...SAMPLE, overall: { ...overall, composites: [eight] } }, 140);
    expect(short.replace(/\s+/g, " ")).toContain("mean(t0 1.00, t1 1.10,");
  });

  it("names the three largest of many reasons, and says why the numbers skip", async () => {
    const text = (await draw(LOAD_SAMPLE, 140)).replace(/\s+/g, " ");
    expect(text).toContain(
      "For Fear of blame 70 (40 %), Withheld information 63 (25 %), Control in place of confidence 59 (20 %) and 2 more",
    );
    expect(text).not.toContain("the numbers skip");
    const [first, ...rest] = SAMPLE.plan.steps;
    const steps = [{ ...first!, horizon: "later" as const, because: [], arithmetic: [], reduction: 0 }, ...rest];
    const skipping = (await draw({ ...SAMPLE, plan: { ...SAMPLE.plan, steps } }, 140)).replace(/\s+/g, " ");
    expect(skipping).toContain("so the numbers skip");
    expect(skipping).toContain("Arithmetic answers no need by itself: 0.000");
  });

  it("says the word that all steps share once, above them", async () => {
    const words = async (steps: Audit["plan"]["steps"]) =>
      (await draw({ ...SAMPLE, plan: { ...SAMPLE.plan, steps } }, 140)).match(/.{5}quick win|hink twice about each/g);
    const [first, second] = SAMPLE.plan.steps;
    expect(await words([first!, second!])).toEqual(["is a quick win"]);
    expect(await words([first!])).toEqual([expect.stringContaining("· quick win")]);
    const costly = [first!, second!].map((step) => ({ ...step, quadrant: "think twice" as const }));
    expect(await words(costly)).toEqual(["hink twice about each"]);
  });

  it("keeps of what weighs on the headline the largest", async () => {
    const { drag } = SAMPLE;
    const [first] = drag!.candidates;
    const candidates = [12, 9, 7, 6, 5, 4.9, 4.2, 3].map((gain) => ({ ...first!, gain, index: 52.91 + gain }));
    const told = async (some: typeof candidates) =>
      (await draw({ ...SAMPLE, drag: { ...drag!, candidates: some } }, 140)).replace(/\s+/g, " ");
    expect(await told(candidates)).toMatch(/the index of 52.9 would become \(the 6 largest gains\): .* 57.8 \+4.9 Dim/);
    expect(await told(candidates.slice(0, 3))).toMatch(/the index of 53 would become: .* 60 \+7 Dimensions/);
    expect(await told([candidates[0]!, candidates[7]!])).toMatch(/would become \(the largest gain\): .* \+12 Dim/);
  });

  it("never rounds onto a limit that is not reached", async () => {
    const lead = SAMPLE.overall!.composites[0]!;
    const interval = { low: 49.87, high: 64.98, level: 0.95 };
    const index = { ...(lead.index as Estimate), interval };
    const band = { ...lead.band!, sure: false, couldBe: ["weak", "mixed"], limits: [35, 50, 65] };
    const overall = { ...SAMPLE.overall!, composites: [{ ...lead, index, judged: interval, band }] };
    const evidence = [{ ...SAMPLE.findings[2]!.evidence[0]!, interval }];
    const findings = [{ ...SAMPLE.findings[2]!, evidence }];
    const text = (await draw({ ...SAMPLE, overall, findings }, 140)).replace(/[\s┃]+/g, " ");
    expect(text).toContain("95 % interval 49.9 to 64.98, from");
    expect(text).toContain("Judged by 49.9 to 64.98, the interval without the headcount.");
    expect(text).toContain("Intimacy index 57 (49.9 to 65, n 239) is at least 50");
  });

  it("says under the groups by what their bands are judged, where a headcount has narrowed what is shown", async () => {
    const note = "Bands are judged by the interval without the headcount, which is wider than the one shown.";
    expect((await draw(SAMPLE, 140)).replace(/\s+/g, " ")).toContain(note);
    const [grouping] = SAMPLE.groupings;
    const cells = grouping!.cells.filter(({ headcount }) => headcount === null);
    const without = await draw({ ...SAMPLE, groupings: [{ ...grouping!, cells }] }, 140);
    expect(without.replace(/\s+/g, " ")).not.toContain(note);
  });

  it("counts one promoter, and heads the ids of items", async () => {
    const [outcome] = SAMPLE.overall!.outcomes;
    const outcomes = [{ ...outcome!, counts: { promoters: 1, passives: 1, detractors: 2 } }];
    const audit = { ...SAMPLE, overall: { ...SAMPLE.overall!, outcomes } };
    expect(await render(audit, { format: "markdown", width: 80, color: false })).toMatch(
      /1 promoter − 2 detractors, of \d+ \(1 passive\)/,
    );
    expect(await draw(audit, 80)).toMatch(/^ {2}Item\u00a0\/\n {7}n {2}Mean/m);
  });

  it("says where fewer than half answered", async () => {
    const asking = async (responseRate: number) => {
      const text = await draw({ ...SAMPLE, asked: { ...SAMPLE.asked, responseRate } }, 80);
      return text.replace(/\s+/g, " ").includes("Fewer than half answered: those who did may differ");
    };
    expect(await asking(0.499)).toBe(true);
    expect(await asking(0.5)).toBe(false);
  });

  it("says one sentence where a whole table is hidden", async () => {
    const hidden = { kind: "hidden", words: null } as const;
    const items = SAMPLE.items.map((item) => ({ ...item, mean: hidden, favourable: hidden, histogram: hidden }));
    const dimensions = SAMPLE.overall!.dimensions.map((one) => ({
      ...one,
      ...{ index: hidden, mean: hidden, sd: hidden, favourable: hidden, band: null, judged: null, belowTarget: null },
    }));
    const text = await draw({ ...SAMPLE, items, overall: { ...SAMPLE.overall!, dimensions } }, 80);
    expect(text).toContain("The answers to single items are hidden to protect small groups.");
    expect(text).toContain("All numbers of the dimensions are hidden to protect small groups.");
    expect(text).not.toContain("Means and favourable shares");
    expect(text.slice(text.indexOf("Items ─"))).not.toContain("hidden  ");
    const kept = [SAMPLE.items[0]!, ...items.slice(1)];
    expect(await draw({ ...SAMPLE, items: kept }, 80)).toContain("hidden           hidden");
  });

  it("puts a minus sign neither after a minus nor bare after a name", async () => {
    const [lead] = SAMPLE.overall!.composites;
    const terms = lead!.terms.map((term) => ({ ...term, value: -1.25 }));
    const turned = { ...lead!, transform: "linear" as const, worst: -3, best: 3, terms };
    const text = await draw({ ...SAMPLE, overall: { ...SAMPLE.overall!, composites: [turned] } }, 140);
    expect(text).toMatch(/index = 100 × \([\d.]+ \+ 3\) \/ \(3 \+ 3\)/);
    expect(text).toContain("credibility (−1.25) +");
    expect(text).not.toMatch(/− −|[a-z] −1/);
  });

  it("marks every section when the minimum group was lowered", async () => {
    const headings = (await draw(LOAD_SAMPLE, 100)).split("\n").filter((line) => /^\S.* ─+$/.test(line));
    expect(headings.length).toBeGreaterThan(5);
    for (const heading of headings) expect(heading).toContain("minimum group lowered to 3");
  });

  it("tells hidden from absent", async () => {
    expect(await draw(SAMPLE, 80)).toContain("nearly all");
    expect((await draw(SAMPLE, 140)).replace(/\s+/g, " ")).toContain("hidden to protect small groups");
    expect((await draw(LOAD_SAMPLE, 80)).replace(/\s+/g, " ")).toContain("nobody was asked these items");
  });

  it("shows no result of too few people", async () => {
    const text = await draw(TOO_FEW, 80);
    expect(text).toContain("Too few people answered");
    expect(text).toContain("Answered    4 people: fewer than the minimum of 5");
    expect(text).toContain("fewer than 5 people");
    expect(text).not.toMatch(/Dimensions ─|Plan ─|interval \d/);
  });

  it("does not speak of small groups where nobody answered", async () => {
    const nobody = (read: number) =>
      draw({ ...TOO_FEW, asked: { ...TOO_FEW.asked, people: 0, flow: flowOf(read, 0) } }, 80);
    expect(await nobody(0)).toMatch(/Answered +Nobody\n[\s\S]*Nothing to score ─[\s\S]*the file holds no answers\./);
    expect(await nobody(0)).not.toMatch(/tell who|Long runs|blank/);
    expect(await nobody(7)).toContain("of 7 rows read, none could be scored");
  });

  it("lays groups out the other way round when there are many dimensions", async () => {
    const overall = LOAD_SAMPLE.overall!;
    const cells = ["Alpha", "Beta", "Gamma"].map((label) => ({ ...overall, kind: "group" as const, label }));
    const grouping = {
      ...{ text: "site", kind: "single" as const, columns: ["site"], withheld: false, reason: null },
      ...{ comparisons: [], agreement: [] },
    };
    const text = await draw({ ...LOAD_SAMPLE, groupings: [{ ...grouping, cells }] }, 80);
    expect(text).toMatch(/Dimension +Alpha +Beta +Gamma/);
    const dimensions = Array.from({ length: 20 }, (_, at) => ({ ...overall.dimensions[0]!, id: `d${at}` }));
    const many = Array.from({ length: 14 }, (_, at) => ({
      ...overall,
      dimensions,
      kind: "group" as const,
      label: `Site ${at}`,
    }));
    const parts = await draw({ ...LOAD_SAMPLE, groupings: [{ ...grouping, cells: many }] }, 80);
    expect(parts.match(/^ {2}Dimension +Site/gm)?.length).toBeGreaterThan(2);
    for (let at = 0; at < 14; at += 1) expect(parts.match(new RegExp(`Site ${at}\\b`, "g"))?.length).toBeGreaterThan(1);
  });

  it("speaks of one assessment where one row is not one person", async () => {
    const framework = { ...SAMPLE.framework, unit: "organisation" as const, purpose: "Shows the practices." };
    const asked = { ...SAMPLE.asked, people: 1, flow: flowOf(1, 1) };
    const overall = { ...SAMPLE.overall!, outcomes: [] };
    const one = assessed({ ...SAMPLE, framework, asked, overall, groupings: [], ...UNASKED }, 1);
    const single = await draw(one, 80);
    expect(single).toMatch(/Answered +One assessment: filled in for the organisation/);
    expect(single).toContain("┃  One assessment: filled in for the organisation; target 75");
    const words = single.slice(single.indexOf("\nHeadline"), single.indexOf("\nFindings")).replace(/\s+/g, " ");
    expect(words).not.toMatch(/95 %|\bSD\b|Chance|\bn\b|people|overlap/);
    expect(single).not.toMatch(/minimum group|Long runs|× chance/);
    const several = assessed(
      {
        ...one,
        groupings: SAMPLE.groupings,
        asked: { ...asked, people: 2, flow: flowOf(2, 2) },
      },
      2,
    );
    const text = await draw(several, 80);
    expect(text).toMatch(/Answered +2 assessments, each row one/);
    expect(text).toContain("Groups: department");
    expect(text).not.toMatch(/overlap|with its 95 % interval/);
    expect(text).toContain("┃  2 assessments, each row one; target 75");
  });

  it("judges by the interval without the headcount, and says which that is", async () => {
    const overall = SAMPLE.overall!;
    const [lead] = overall.composites;
    const judge = async (low: number, high: number) => {
      const composites = [{ ...lead!, judged: { low, high } }, ...overall.composites.slice(1)];
      const text = await draw({ ...SAMPLE, overall: { ...overall, composites } }, 80);
      return text.replace(/[\s┃]+/g, " ");
    };
    expect(await judge(51, 60)).toMatch(/Judged by 51 to 60, the interval .* Clearly short of the target/);
    expect(await judge(40, 76)).toMatch(/Judged by 40 to 76, the interval .* it may or may not be met/);
    expect(await draw(LOAD_SAMPLE, 80)).not.toContain("Judged by");
  });

  it("lets no hostile text steer the terminal", async () => {
    for (const color of [false, true]) {
      const text = withoutColour(await draw(POISONED, 80, color));
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      expect(text).toContain("👩‍👩‍👧‍👦");
      expect(text).not.toContain(HOSTILE[4].slice(0, 101));
    }
  });

  it("knows its formats", async () => {
    expect(TEXT_FORMATS).toEqual([
      ...["terminal", "markdown", "md", "html", "room"],
      ...["json", "csv", "junit", "github"],
    ]);
    expect(() => render(SAMPLE, { format: "pdf", width: 80, color: false })).toThrow(RangeError);
  });

  it("calls a remedy that is not in the plan by its title", async () => {
    const text = (await draw(SAMPLE, 140)).replace(/[\s┃]+/g, " ");
    expect(text).toContain("in the catalogue: Share risk and gain with suppliers");
    expect(text).not.toContain("supplier-partnership");
  });

  it("says what steered the advice as it is typed", async () => {
    const options = { ...SAMPLE.options, context: ["breach=privacy", "harmed=customers"], figures: ["leavers=6"] };
    const text = (await draw({ ...SAMPLE, options }, 140)).replace(/[\s┃]+/g, " ");
    expect(text).toContain("--context breach=privacy; --context harmed=customers; --figure leavers=6");
    expect(await draw(SAMPLE, 140)).not.toMatch(/--context|--figure/);
  });
});
