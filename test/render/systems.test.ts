import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Published } from "../../src/audit/estimate.ts";
import type { Audit } from "../../src/audit/types.ts";
import { render } from "../../src/render/registry.ts";
import { part } from "../part.ts";
import { withoutColour } from "./colour.ts";
import { poison, USER_TEXTS } from "./hostile.ts";
import { assessed, SAMPLE } from "./sample.ts";
import {
  CULTURE,
  FIGURES_SAMPLE,
  HEALTHCARE,
  JOURNEY_SAMPLE,
  LADDER_SAMPLE,
  MAP_SAMPLE,
  STAGES_SAMPLE,
  SYSTEM_SAMPLES,
  TRIAGE_SAMPLE,
} from "./sample-systems.ts";

const draw = (audit: Audit, width = 80, color = false) => render(audit, { format: "terminal", width, color });
const markdown = (audit: Audit) => render(audit, { format: "markdown", width: 80, color: false });
const flat = async (audit: Audit, width = 140) => (await draw(audit, width)).replace(/[\s┃]+/g, " ");
const headings = (text: string) => text.split("\n").flatMap((line) => /^(\S.*?) ─+$/.exec(line)?.[1] ?? []);
/** Numbers as printed, escapes taken away. */
const numbers = (text: string) => new Set(text.replaceAll("\\", "").match(/[−+]?\d+(?:,\d{3})*(?:\.\d+)?/g));
const section = (text: string, from: string, to: string) =>
  text.slice(text.indexOf(`\n${from} ─`), text.indexOf(`\n${to} ─`));

/** The report of what reads as load: every index turned round. */
const asLoad = (audit: Audit): Audit => ({ ...audit, framework: { ...audit.framework, reading: "load" } });

describe("the report of levels, audiences, journeys and figures", () => {
  it.each([
    ["map", 60],
    ["map", 80],
    ["map", 140],
    ["ladder", 60],
    ["ladder", 80],
    ["ladder", 140],
    ["stages", 80],
    ["journey", 80],
    ["triage", 80],
    ["figures", 80],
  ] as const)("%s at %i columns looks as agreed", async (name, width) => {
    const audit = SYSTEM_SAMPLES.find(([id]) => id === name)?.[1];
    await expect(await draw(audit!, width)).toMatchFileSnapshot(`../golden/terminal-${name}-${width}.txt`);
  });

  it.each(SYSTEM_SAMPLES)("%s looks as agreed in Markdown", async (name, audit) => {
    await expect(await markdown(audit)).toMatchFileSnapshot(`../golden/markdown-${name}.md`);
  });

  it.each(part([60, 72, 80, 110, 140], 2))("keeps within %i columns, whatever the texts", async (width) => {
    for (const [, audit] of SYSTEM_SAMPLES)
      for (const one of [audit, asLoad(audit), poison(audit, USER_TEXTS)]) {
        const wide = (await draw(one, width)).split("\n").filter((line) => stringWidth(line) > width);
        expect(wide).toEqual([]);
      }
  });

  it.each(SYSTEM_SAMPLES)("%s says the same in colour, at any width and in Markdown", async (_, audit) => {
    expect(withoutColour(await draw(audit, 80, true))).toBe(await draw(audit, 80));
    const shown = numbers(await markdown(audit));
    for (const width of [60, 80, 140]) {
      const terminal = numbers(await draw(audit, width));
      expect([...terminal].filter((one) => !shown.has(one))).toEqual([]);
      expect([...shown].filter((one) => !terminal.has(one))).toEqual([]);
    }
  });

  it("keeps to the promised order", async () => {
    const all: Audit = {
      ...MAP_SAMPLE,
      ladders: LADDER_SAMPLE.ladders,
      journeys: JOURNEY_SAMPLE.journeys,
      triage: TRIAGE_SAMPLE.triage,
      items: FIGURES_SAMPLE.items,
    };
    expect(headings(await draw(all))).toEqual([
      "At a glance",
      "What was asked, and of whom",
      "Signs of trust wearing thin",
      "Headline",
      "Profile",
      "Level of leadership trust",
      "The way people take",
      "Stakeholder map",
      "Scorecard",
      "Findings",
      "Other ways to look at it",
      "What answers this",
      "Plan",
      "What doing nothing costs",
      "How far the numbers carry",
      "Data quality",
      "Method",
      "Items",
    ]);
  });
});

describe("several audiences", () => {
  it("lead with the audiences where they share no number, and say each one's own formula", async () => {
    const text = section(await draw(MAP_SAMPLE), "Headline", "Profile").replace(/\s+/g, " ");
    expect(text).toContain("there is no number for everyone together");
    expect(text).toMatch(/Customers 59 ├.*┤ 56 to 63 80 mixed Employees 49/);
    expect(text).toContain("Customers: trust = 0.30 × competence 3.73");
    expect(text).not.toContain("no data");
    expect(section(await draw(MAP_SAMPLE), "Stakeholder map", "Findings")).not.toContain("├");
  });

  it("lead with the number of all where there is one, and show the audiences in the map", async () => {
    const text = await draw(LADDER_SAMPLE);
    expect(section(text, "Headline", "Level of leadership trust")).toContain("┃  57  mixed");
    expect(section(text, "Leaders against staff", "Dimensions")).toMatch(/Leaders +71 +├/);
  });

  it("stand in the framework's order, however their cells are ordered", async () => {
    const [own] = MAP_SAMPLE.groupings;
    const turned = { ...MAP_SAMPLE, groupings: [{ ...own!, cells: own!.cells.toReversed() }] };
    expect(await draw(turned)).toBe(await draw(MAP_SAMPLE));
  });

  it("are left out of a map where they share nothing: the journeys have their touchpoints", async () => {
    const [own] = MAP_SAMPLE.groupings;
    const [first, second] = own!.cells;
    const [here, there] = [first!.dimensions.slice(0, 1), second!.dimensions.slice(1, 2)];
    const touchpoints = here.map(({ id, title, index }) => ({
      ...{ dimension: id, title, index, target: 75, importance: null, pull: null, response: null },
    }));
    const journeys = [{ ...JOURNEY_SAMPLE.journeys[0]!, touchpoints, weakest: null }];
    const cells = [
      { ...first!, dimensions: here },
      { ...second!, dimensions: there },
    ];
    const text = await draw({ ...MAP_SAMPLE, groupings: [{ ...own!, cells }], gaps: [], journeys });
    const map = text.slice(text.indexOf("\nEach audience by itself"), text.indexOf("\n  Means"));
    expect(map).toContain(there[0]!.title);
    expect(map).not.toContain(here[0]!.title);
  });

  it("have importances with their touchpoints only", async () => {
    const overall = JOURNEY_SAMPLE.overall!;
    const [outcome] = SAMPLE.overall!.outcomes;
    const outcomes = [{ ...outcome!, title: "Helping", importance: true }];
    const draft = { ...JOURNEY_SAMPLE, overall: { ...overall, outcomes } };
    expect(await draw(draft)).not.toContain("Helping");
    expect(await draw({ ...draft, journeys: [] })).toContain("Helping");
  });

  it("are no grouping of the ordinary sort, beside which others still stand", async () => {
    const [own] = MAP_SAMPLE.groupings;
    const site = { ...own!, text: "site", columns: ["site"] };
    const text = await draw({ ...MAP_SAMPLE, groupings: [own!, site] });
    expect(headings(text)).not.toContain("Groups: audience");
    expect(headings(text)).toContain("Groups: site");
    expect(text).toMatch(/Grouped by +site\n/);
  });

  it("say why their cells are withheld", async () => {
    const [own] = MAP_SAMPLE.groupings;
    const groupings = [{ ...own!, withheld: true, reason: "it would tell who said what" }];
    const text = section(await draw({ ...MAP_SAMPLE, groupings, gaps: [] }), "Stakeholder map", "Dimensions");
    expect(text.replace(/\s+/g, " ")).toContain("withheld to protect small groups: it would tell who said what.");
  });

  it("show of more than two the widest gap of every score and each clear one", async () => {
    const quiet = MAP_SAMPLE.gaps.map((gap) => ({ ...gap, says: "no clear difference" as const }));
    const rows = async (gaps: Audit["gaps"]) =>
      (await markdown({ ...MAP_SAMPLE, gaps })).split("\n").filter((line) => /^\| Predictability \| [A-Z]/.test(line));
    expect(await rows(MAP_SAMPLE.gaps)).toHaveLength(3);
    const [only, ...rest] = await rows(quiet);
    expect(rest).toEqual([]);
    expect(only).toBe(
      "| Predictability | Customers 70 | Partners and suppliers 49 | +21 (+15 to +27) | no clear difference |",
    );
    expect(await flat({ ...MAP_SAMPLE, gaps: quiet })).toContain("No gap is clear.");
  });

  it("turn their gaps round where scores read as load", async () => {
    const text = await flat(asLoad(LADDER_SAMPLE));
    expect(text).toMatch(/Transparency \d+ \d+ −19 −25 to −13 Leaders lower/);
    expect(text).toContain("Gap = load of the first minus load of the second");
  });

  it("say too few and hidden as such", async () => {
    const [first, second, ...rest] = LADDER_SAMPLE.gaps;
    const hidden = { kind: "hidden", words: null } as const;
    const gaps = [{ ...first!, index: hidden }, { ...second!, says: "too few to say" as const }, ...rest];
    const text = await flat({ ...LADDER_SAMPLE, gaps });
    expect(text).toMatch(/Leadership trust \(composite\) 71 52 hidden – –/);
    expect(text).toContain("too few to say");
    const all = LADDER_SAMPLE.gaps.map((gap) => ({ ...gap, index: hidden }));
    expect(await flat({ ...LADDER_SAMPLE, gaps: all })).toContain("The gaps are hidden to protect small groups.");
  });

  it("answer worries after a breach, or where trust is low", async () => {
    const text = await flat(MAP_SAMPLE);
    expect(text).toContain("An open plan for recovery");
    expect(text).not.toContain("Offer protection and watch over it");
    const told = { title: "The breach", answer: { id: "privacy", title: "Privacy" }, says: null };
    const context = [{ id: "what", steers: "breaches", ...told }] as const;
    const breached = await flat({ ...MAP_SAMPLE, asked: { ...MAP_SAMPLE.asked, context } });
    expect(breached).toContain("Offer protection and watch over it");
    expect(await flat(STAGES_SAMPLE)).toContain("Management Whether it will ever be over. Say what happened");
  });

  it("tell whose finding, need and step it is, and what raised a finding", async () => {
    const text = await flat(MAP_SAMPLE);
    expect(text).toContain("Plans nobody explains · Employees, clear");
    expect(text).toContain("Raised from medium to high by Healthcare");
    expect(text).toContain("is ahead of Employees 41 by at least 10 points");
    expect(text).toContain("For Employees: Integrity 49 (62 %) and Customers: Integrity 61 (38 %)");
    expect(text).toContain("Employees: Communication 38 75 0.371 0.3 1.35 over 99 % 0.050");
    expect(text).toContain("is short of target / 3, since each of 3 audiences counts alike; gap");
    expect(text).toContain("Employees: listening 0.182 × 0.69 + Customers: listening 0.101 × 0.69");
    expect(text).toContain("Employees: Communication · index, target 75");
  });
});

describe("profiles and answers about the survey", () => {
  it("say what they changed and never speak of a changed score", async () => {
    const text = await flat(MAP_SAMPLE);
    expect(text).toContain("No score is changed by them.");
    expect(text).toContain("Weight of needs Communication × 1.35, Benevolence × 1.2");
    expect(text).toContain('Findings raised "Plans nobody explains" from medium to high');
    expect(text).toContain("Fit × 1.15 in the strengths:");
    expect(text).toContain('Without the profiles it would begin with "Keep a promise ledger" and "Open the books".');
    expect(text).toContain("How here Let those with authority go first");
    expect(text).toContain("profile healthcare; profile culture:power-distance=high");
  });

  it("say where they change nothing, and where what they add was not answered", async () => {
    const supplement = { dimension: "x", title: "Safe to speak of errors", answered: false };
    const effect = { ...HEALTHCARE, needs: [], findings: [], strategies: [], supplement };
    const text = await flat({ ...MAP_SAMPLE, profiles: [effect, CULTURE] });
    expect(text).toContain("Safe to speak of errors: not answered, no export holds its items");
    expect(text).toContain("Here No weight of a need, no severity, and no step of the plan.");
    const nothing = await flat({ ...MAP_SAMPLE, profiles: [{ ...effect, supplement: null }] });
    expect(nothing).toContain("Here No weight of a need");
    expect(nothing).not.toMatch(/Asked beside (Safe|null|undefined)|not answered/);
    const { steps } = MAP_SAMPLE.plan;
    const same = { ...MAP_SAMPLE.plan, withoutProfiles: steps.map(({ title }) => title) };
    expect(await flat({ ...MAP_SAMPLE, plan: same })).toContain("Without the profiles it would begin the same way.");
  });

  it("print what was answered about the whole, with what it means", async () => {
    const text = await flat(STAGES_SAMPLE);
    expect(text).toContain("The breach Integrity. An apology is not enough: change the structure");
    expect(text).toContain("Who was harmed? Customers");
    expect(headings(await draw(STAGES_SAMPLE))).toContain("Known about the whole");
  });

  it("put what is asked beside under a heading of its own, and questions beside the numbers", async () => {
    const pooled = { ...MAP_SAMPLE, asked: { ...MAP_SAMPLE.asked, audienceColumn: null }, groupings: [], gaps: [] };
    const text = section(await draw(pooled, 140), "Dimensions", "Findings").replace(/\s+/g, " ");
    expect(text).toMatch(/Communication 44 .* Asked beside, outside every composite Safe to speak of errors 46/);
    expect(text).toContain("Communication What did you hear last, and from whom? and What would you like to hear?");
  });
});

describe("what several audiences answered together", () => {
  it("is labelled with the wording it stands in; of one audience it needs no label", async () => {
    const items = SAMPLE.items;
    const label =
      "Each question is in the wording for Customers, or for the first audience that was asked it; answers of";
    expect(await flat({ ...MAP_SAMPLE, items })).toContain(label);
    expect(await flat(SAMPLE)).not.toContain("in the wording for");
  });
});

describe("levels and stages", () => {
  it("say in words what is reached, not in colour alone", async () => {
    const text = await flat(LADDER_SAMPLE);
    expect(text).toContain(
      "Level 1 of 3, Fundamentals: 80 % of the strands have reached it (80 % are needed); the same in 93 % of draws.",
    );
    expect(text).toContain("Transparency 1 87 % reached (2.31) not yet (1.62) not yet (0.94)");
    expect(text).toContain("at least 1 – reached (2.20) hidden not yet (1.10)");
    expect(text).toContain("not yet (1.90) by itself (2.05)");
    expect(text).toContain("Lowest strand: Feedback.");
  });

  it("stand beneath the headline as well", async () => {
    const text = section(await draw(LADDER_SAMPLE), "Headline", "Level of leadership trust");
    expect(text).toContain("Level 1 of 3, Fundamentals; the same in 93 % of draws.");
  });

  it("list what blocks the next level, and only that", async () => {
    const text = section(await draw(LADDER_SAMPLE), "Level of leadership trust", "Leaders against staff");
    expect(text).toContain("What keeps level 2, Intermediate, from being reached");
    expect(text).toMatch(/Feedback +1 +Feedback: Fundamentals +1\.42/);
    expect(text).not.toMatch(/: Advanced +\d/);
  });

  it("say nothing is known, nothing is reached, or everything is", async () => {
    const [ladder] = LADDER_SAMPLE.ladders;
    const at = (overall: number | null) => flat({ ...LADDER_SAMPLE, ladders: [{ ...ladder!, overall, firm: null }] });
    expect(await at(null)).toContain("Level not known: too little is shown to say.");
    expect(await at(0)).toContain(
      "Level 0 of 3, Ad hoc: 80 % of the strands have reached level 1, Fundamentals (80 % are needed).",
    );
    expect(await at(3)).toContain("Level 3 of 3, Advanced:");
    expect(await at(3)).not.toContain("What keeps");
  });

  it("say by what a score is held, and never print arithmetic that does not hold", async () => {
    const text = await flat(STAGES_SAMPLE);
    expect(text).toContain("Progress is held at 45 until stage 2, First response, is finished");
    expect(text).toContain(
      "progress = mean(diagnosis 2.40, response 1.60) = 2.00, held at 1.35 (1.25 to 1.45; stage 2, First response, is not finished)",
    );
    expect(text).toContain("index = 100 × (2.00 − 0) / (3 − 0) = 67, held at 45");
    expect(text).toContain("95 % interval 42 to 48, from 18 people; target 75 Held at 45: stage 2,");
    const overall = STAGES_SAMPLE.overall!;
    const [lead] = overall.composites;
    const index = { ...lead!.index, value: 40 } as Published;
    const lower = { ...STAGES_SAMPLE, overall: { ...overall, composites: [{ ...lead!, index }] } };
    expect(await flat(lower)).toContain("Progress is at most 45 until stage 2");
  });

  it("take no cap for evidence: a score held in every draw has no interval and no sure band", async () => {
    const overall = STAGES_SAMPLE.overall!;
    const [lead] = overall.composites;
    const at = (value: number, unit: string) =>
      ({ ...lead!.index, value, unit, interval: { low: value, high: value, level: 0.95 } }) as Published;
    const held = (se: number): Audit => {
      const composite = {
        ...lead!,
        ...{ value: at(1.35, "points"), index: at(45, "index"), judged: { low: 45, high: 45 } },
        ...{ band: { ...lead!.band!, sure: true }, precision: { se, df: 17, scale: "linear" as const } },
      };
      const cell = { ...overall, composites: [composite, { ...composite, id: "beside", title: "Beside" }] };
      return { ...STAGES_SAMPLE, overall: cell };
    };
    const text = await flat(held(0));
    expect(text).toContain(
      "Held at 45 in every draw, from 18 people; target 75 Stage 2, First response, is not finished. Clearly short of the target.",
    );
    expect(text).toContain("= 2.00, held at 1.35 (stage 2, First response, is not finished)");
    expect(text).toMatch(/Beside 45 \S+ held /);
    expect(text).not.toMatch(/no width|Sure of the band/);
    expect(await flat(held(0.01))).toContain("Held at 45 in at least 95 % of draws, from 18 people");
  });

  it("count finished stages, and name the one that people are in", async () => {
    const [ladder] = STAGES_SAMPLE.ladders;
    const at = (overall: number | null) => flat({ ...STAGES_SAMPLE, ladders: [{ ...ladder!, overall, firm: null }] });
    expect(await at(0)).toContain("0 of 5 stages finished; in stage 1, Diagnosis.");
    expect(await at(1)).toContain("1 of 5 stages finished; in stage 2, First response.");
    expect(await at(5)).toContain("5 of 5 stages finished.");
    expect(await at(null)).toContain("Stage not known: too little is shown to say.");
    expect(await at(1)).toContain("What keeps stage 2, First response, from being finished");
    expect(await at(1)).toMatch(/A stage is finished when .* every stage before it is finished\./);
    expect(await at(1)).toMatch(/1 Diagnosis finished 2\.40/);
    expect(await at(1)).not.toMatch(/Stage 1 of 5|reached/);
  });

  it("tell evidence of levels without a score", async () => {
    expect(await flat(LADDER_SAMPLE)).toContain("Because Level of leadership trust is at 1, below 2");
    const [of] = LADDER_SAMPLE.findings;
    const evidence = [{ ...of!.evidence[0]!, of: "ladder", title: "Stage of the repair", index: 1, limit: 2 }];
    const about = (relation: "level below" | "level reached") =>
      flat({ ...STAGES_SAMPLE, findings: [{ ...of!, evidence: [{ ...evidence[0]!, relation }] }] });
    expect(await about("level below")).toContain("Because Stage of the repair: 1 of 5 stages finished, fewer than 2");
    expect(await about("level reached")).toContain("Because Stage of the repair: 1 of 5 stages finished, at least 2");
  });

  it("stand in the room's view", async () => {
    const { discussion } = SAMPLE;
    const room = await render({ ...LADDER_SAMPLE, discussion }, { format: "room", width: 80, color: false });
    expect(room).toMatch(/Level +Level 1 of 3, Fundamentals; the same in 93 % of draws\./);
    const apart = await render(MAP_SAMPLE, { format: "room", width: 80, color: false });
    expect(apart).toMatch(/Customers +59 \(95 % interval 56 to 63\), mixed, from 80 people/);
  });
});

describe("a journey", () => {
  it("names the weakest touchpoint with its remedy, and where importance was not asked, none", async () => {
    const text = await flat(JOURNEY_SAMPLE);
    expect(text).toContain("Service (weakest) 47");
    expect(text).toContain("Weakest Service · index 47, importance 4.52 of 5, pull 1.27 Remedy Let the first person");
    expect(text.match(/Weakest (?!moment)/g)).toHaveLength(1);
    const [, second] = JOURNEY_SAMPLE.journeys;
    const without = await flat({ ...JOURNEY_SAMPLE, journeys: [second!] });
    expect(without).toContain("was not asked, so none is called the weakest.");
    expect(without).not.toContain("Importance Pull");
  });

  it("keeps the order people meet its touchpoints in", async () => {
    const text = await draw(JOURNEY_SAMPLE);
    const places = ["Research", "Purchase", "Use ", "Service", "Ongoing", "Recruitment", "Exit"].map((name) =>
      text.indexOf(`\n  ${name}`),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });
});

describe("a triage", () => {
  it("has each colour as a word and each command to the letter", async () => {
    const text = await draw(TRIAGE_SAMPLE);
    expect(text).toMatch(/Customers leave or +2 +3 +red /);
    expect(text).toMatch(/not known +2 +grey /);
    expect(text).toMatch(
      /\n {2}Red +Customers leave or buy less\n {2}Amber +Motivation .*\n {2}Green +Partners .*\n {2}Grey +Rev/,
    );
    expect(text.replace(/\s+/g, " ")).toContain("Customers red, employees amber, partners green, community grey");
    expect(text.indexOf("\nSigns of trust")).toBeLessThan(text.indexOf("\nHeadline"));
    for (const width of [60, 80, 140])
      expect(await draw(TRIAGE_SAMPLE, width)).toContain("trust-audit survey -f distrust-symptoms\n");
    expect(text).toContain("Run      trust-audit survey -f trust-equation --audience customers\n");
    expect(text).toContain("Run      trust-audit survey -f trust-reconstruction --audience management\n");
    expect(await draw(TRIAGE_SAMPLE, 80, true)).toContain("\u001b[31mred\u001b[39m");
  });

  it("says so where all is green", async () => {
    const signs = TRIAGE_SAMPLE.triage!.signs.map((sign) => ({ ...sign, colour: "green" as const }));
    const text = await flat({ ...TRIAGE_SAMPLE, triage: { ...TRIAGE_SAMPLE.triage!, signs, breach: null } });
    expect(text).toContain("Red none Amber none Green Customers leave or buy less; Motivation falls");
    expect(text).not.toContain("What to run next");
  });
});

describe("a triage in the words of its scales", () => {
  const [item] = SAMPLE.items;
  const asked = (dimension: string, labels: readonly string[], reverse = false) => ({
    ...item!,
    ...{ id: dimension, dimension, reverse, figure: null },
    histogram: labels.map((label, code) => ({ code, label, count: 0 })),
  });
  const items = [
    asked("leave_trend", ["Much worse", "Worse", "About the same", "Better"]),
    asked("leave_severity", ["Severe", "Serious", "Slight", "None"], true),
    asked("reviews_severity", ["0", "1", "2", "3"]),
  ];

  it("names the answer, turned round where the question is, and both of a mean between two", async () => {
    const [first, ...rest] = TRIAGE_SAMPLE.triage!.signs;
    const draft = (trend: number): Audit => ({
      ...TRIAGE_SAMPLE,
      items,
      triage: { ...TRIAGE_SAMPLE.triage!, signs: [{ ...first!, trend }, ...rest] },
    });
    const text = await draw(draft(1), 140);
    expect(text).toMatch(/Customers leave or buy less +Worse \(1\) +Severe \(3\) +red/);
    // A scale without words keeps its number.
    expect(text).toMatch(/not known +2 +grey/);
    expect(await flat(draft(1.5))).toContain("Worse to about the same (1.5)");
  });

  it("shows the four lists and what to run on one screen, and no ends", async () => {
    const page = await render({ ...TRIAGE_SAMPLE, items }, { format: "room", width: 80, color: false });
    const text = page.replace(/\s+/g, " ");
    expect(text).toContain("Red Customers leave or buy less Amber Motivation falls");
    expect(text).toContain("1 trust-audit survey -f trust-equation --audience customers 2 trust-audit survey");
    expect(text).not.toMatch(/Weighs least|Strongest|Weakest/);
    // What is well needs no closer look.
    expect(text).not.toContain("--audience partners");
    for (const width of [60, 80, 140])
      for (const line of (await render(TRIAGE_SAMPLE, { format: "room", width, color: false })).split("\n"))
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
  });
});

describe("one assessment", () => {
  const alone = assessed(SAMPLE, 1);
  const one: Audit = { ...alone, framework: { ...alone.framework, unit: "consensus" } };
  const [item] = one.items;
  const answered = (count: number) => ({
    ...item!,
    histogram: ["No", "Partly", "Yes"].map((label, code) => ({ code, label, count: code === 1 ? count : 0 })),
  });

  it("has its answer once, in words, and no share of it", async () => {
    const text = await draw({ ...one, items: [answered(1)] });
    const items = text.slice(text.indexOf("\nItems"));
    expect(items).toContain("Partly (1)");
    expect(items).not.toMatch(/0 1 0|Favourable|Missing/);
    expect(text).toContain("\n  Means\n");
    expect(text).not.toContain("avourable");
  });

  it("says why there is no answer", async () => {
    const mean = { kind: "none", reason: "nobody answered it", n: 0 } as const;
    const missing = { unanswered: 0, notApplicable: 0, dontKnow: 1, unknown: 0 };
    const text = await draw({ ...one, items: [{ ...answered(0), mean, missing }] });
    expect(text.slice(text.indexOf("\nItems"))).toMatch(/ don't know\n/);
  });

  it("gives an outcome in the words of its scale", async () => {
    const mean = { kind: "estimate", value: 1, interval: null, noInterval: "one assessment" } as const;
    const value = { ...mean, n: 1, unit: "points on 0–2", method: "mean", caveats: [] };
    const outcome = {
      id: "sales",
      title: "Sales are hit",
      statistic: "mean",
      item: item!.id,
      importance: false,
    } as const;
    const overall = { ...one.overall!, outcomes: [{ ...outcome, value, judged: null, counts: null }] };
    expect(await draw({ ...one, overall, items: [answered(1)] })).toMatch(/Sales are hit +Partly \(1\)\n/);
  });

  it("says how many of several a score is made of", async () => {
    const two = { ...one, overall: { ...one.overall!, people: 2 } };
    expect(await flat(two)).toContain("2 assessments, each row one; 1 of them with all that this score is made of");
  });
});

describe("figures, lenses and outlook", () => {
  it("shows figures with unit, ends and index, and no histogram of them", async () => {
    const text = await draw(FIGURES_SAMPLE);
    expect(text).toMatch(/Complaints per 100 orders +4\.5 per 100 orders +10 → 1 +61/);
    expect(text).toMatch(/Figures without data\n\n {2}Customers +Average review rating\n {2}Employees +Days absent/);
    const items = text.slice(text.indexOf("\nItems"));
    expect(items).toContain("We are asked for figures");
    expect(items).not.toContain("Complaints");
    const figures = { ...FIGURES_SAMPLE, items: FIGURES_SAMPLE.items.filter(({ figure }) => figure !== null) };
    expect(headings(await draw(figures))).not.toContain("Items (one assessment)");
  });

  it("keeps the ends of a figure in one column of two words a line", async () => {
    const text = await draw(FIGURES_SAMPLE);
    expect(text).not.toMatch(/^ +Worst *$/m);
    expect(text).toMatch(/Worst\s→\sbest/);
  });

  it("gives a mean of several figures one digit more", async () => {
    const [first] = FIGURES_SAMPLE.items;
    const mean = { ...first!.mean, value: 34.333, n: 3 } as Published;
    expect(await flat({ ...FIGURES_SAMPLE, items: [{ ...first!, mean }] })).toContain("Net promoter score 34.3 points");
  });

  it("speaks of money only with every figure given, and else says which to give", async () => {
    const text = await flat(MAP_SAMPLE);
    expect(text).toContain("36,000 People who left · by your figures, in their currency");
    expect(text).toContain("leavers 4 × cost_per_leaver 9,000 = 36,000");
    expect(text).toContain("Open Checking twice Formula hours × rate");
    expect(text).toContain("Hours a year spent checking twice: --figure hours=NUMBER");
    expect(text).not.toContain("--figure rate");
    const { outlook } = MAP_SAMPLE;
    const [cost] = outlook!.costs;
    const undone = { ...MAP_SAMPLE, outlook: { ...outlook!, costs: [{ ...cost!, value: null }] } };
    expect(await flat(undone)).toContain("With the figures you gave it comes to no number.");
  });

  it("puts numbers beside a lens where it has any", async () => {
    const text = await flat(MAP_SAMPLE);
    expect(text).toContain("Ask What did people think they had been promised? Numbers index of Communication 44");
    expect(text.match(/Numbers /g)).toHaveLength(1);
  });
});
