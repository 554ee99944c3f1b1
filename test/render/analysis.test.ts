import { describe, expect, it } from "vitest";
import type { Audit, Change } from "../../src/audit/types.ts";
import { render } from "../../src/render/registry.ts";
import { changeBlocks } from "../../src/render/sections/change.ts";
import { renderSheet } from "../../src/render/terminal/sheet.ts";
import { LOAD_SAMPLE, SAMPLE } from "./sample.ts";
import { CHANGE, COMPARISONS, DISAGREEMENTS, DRIVERS, RELIABILITY, rough } from "./sample-analysis.ts";

const draw = (audit: Audit, format = "terminal") => render(audit, { format, width: 100, color: false });
const flat = async (audit: Audit) => (await draw(audit)).replace(/\s+/g, " ");
const [GROUPING] = SAMPLE.groupings;
const grouped = (changes: Partial<Audit["groupings"][number]>): Audit => ({
  ...SAMPLE,
  groupings: [{ ...GROUPING!, ...changes }],
});
/** Everything that an audit may hold. */
const WHOLE: Audit = {
  ...SAMPLE,
  options: { ...SAMPLE.options, by: ["site/department"], wave: "quarter", weight: "w", where: "site != ''" },
  asked: { ...SAMPLE.asked, subset: "site != '', quarter = 2026 Q2" },
  overall: { ...SAMPLE.overall!, effectivePeople: 197.6 },
  change: CHANGE,
  groupings: [
    {
      ...GROUPING!,
      text: "site/department",
      kind: "hierarchy",
      columns: ["site", "department"],
      cells: GROUPING!.cells.slice(0, 2).flatMap((cell, at) => {
        const label = ["North", "North / Lab"][at]!;
        return { ...cell, label, path: label.split(" / "), effectivePeople: 12.2 };
      }),
      comparisons: COMPARISONS.slice(0, 4).map((one) => ({ ...one, path: ["North"], label: "North" })),
    },
  ],
};

describe("what stands beside the scores", () => {
  it("looks as agreed, all of it", async () => {
    await expect(await render(WHOLE, { format: "terminal", width: 80, color: false })).toMatchFileSnapshot(
      "../golden/terminal-waves-80.txt",
    );
    await expect(await draw(WHOLE, "markdown")).toMatchFileSnapshot("../golden/markdown-waves.md");
  });

  it("is left out where it is absent, not printed as empty", async () => {
    const bare = {
      ...SAMPLE,
      ...{ reliability: [], drivers: [], disagreements: [], change: null },
      groupings: [{ ...GROUPING!, comparisons: [], agreement: [] }],
      overall: {
        ...SAMPLE.overall!,
        composites: SAMPLE.overall!.composites.map((one) => ({ ...one, bounds: null, detectable: null })),
        dimensions: SAMPLE.overall!.dimensions.map((one) => ({
          ...one,
          ...{ agreement: null, bounds: null, detectable: null },
        })),
      },
      plan: { ...SAMPLE.plan, draws: 0, steps: SAMPLE.plan.steps.map((step) => ({ ...step, firstThree: null })) },
    };
    const text = await draw(bare);
    expect(
      text.match(
        /How far the|What goes with|do not agree|Change:|Clear differences|everyone else|How firm|rWG|Omega|differences between people/,
      ),
    ).toBeNull();
  });
});

describe("groups against everyone else", () => {
  it("marks what is clear and nothing else", async () => {
    const text = await draw(SAMPLE);
    expect(text).toMatch(/Finance +66 .*66 (\(60 to 72\) )?higher/);
    expect(text).toContain("Too few to say: (blank).");
    const quiet = COMPARISONS.map((one) => ({ ...one, says: "no clear difference" as const }));
    const none = await flat(grouped({ comparisons: quiet }));
    expect(none).toContain("Compared with everyone else, no group differs clearly on any dimension.");
    expect(none).not.toMatch(/Clear differences|\d (higher|lower) |lie between the groups/);
  });

  it("gives the difference in points of the score, with the sign of the mark", async () => {
    const text = await draw(SAMPLE);
    expect(text).toMatch(/Finance +Reliability +higher +\+10 \(\+5 to \+15\) +0\.65 +0\.013/);
    // There a mean that is lower by 0.4 is an index that is higher by 10.
    expect(text).toMatch(/Finance +Self-orientation +higher +\+10 \(\+5 to \+15\) +0\.65/);
    expect(text).toMatch(/Production +Self-orientation +lower +−8 \(−13 to −2\) +−0\.48/);
  });

  it("turns everything round for a load", async () => {
    const reading = { ...SAMPLE, framework: { ...SAMPLE.framework, reading: "load" as const } };
    const text = await draw(reading);
    expect(text).toMatch(/Finance +Reliability +lower +−10 \(−15 to −5\) +−0\.65/);
    expect(text).toMatch(/Production +Intimacy +higher +\+8 \(\+2 to \+13\) +0\.48/);
    expect(text).toContain("Load points");
  });

  it("says of which dimensions too little is known", async () => {
    const some = COMPARISONS.map((one, at) => (at === 0 ? { ...one, says: "too few to say" as const } : one));
    expect(await flat(grouped({ comparisons: some }))).toContain(
      "Too few to say: Finance on some dimensions and (blank).",
    );
  });

  it("says how much lies between them, and when it is hardly any", async () => {
    const words = "12 % in Credibility, 8 % in Intimacy and 6 % in Reliability lie between the groups of department";
    expect(await flat(SAMPLE)).toContain(`Of the differences between people, ${words}; hardly any in the other`);
    const agreement = GROUPING!.agreement.map((one) => ({
      ...one,
      icc1: rough({ value: -0.01, half: null, n: 240, unit: "share", method: "ICC(1)" }),
    }));
    expect(await flat(grouped({ agreement }))).toContain(
      "Hardly any of the differences between people lie between the groups of department.",
    );
  });

  it("names a hierarchy and a crossing by their columns, and says why one is withheld", async () => {
    expect(await draw(WHOLE)).toContain("Groups: site / department ─");
    const crossing = grouped({ kind: "crossing", columns: ["department", "tenure"] });
    expect(await draw(crossing)).toContain("Groups: department × tenure ─");
    const reason = "none of its groups can be shown without telling about a few people";
    const text = await flat(grouped({ cells: [], withheld: true, reason }));
    expect(text).toContain(`This grouping is withheld to protect small groups: ${reason}.`);
  });

  it("does not repeat everyone under the name of a single group", async () => {
    const [cell] = GROUPING!.cells;
    const all = { ...cell!, label: "Lab", people: SAMPLE.overall!.people };
    const text = await flat(grouped({ cells: [all] }));
    expect(text).toContain("All 240 people are in one group, Lab: there is nothing to compare.");
    expect(text).not.toContain("worked out for each group");
    expect(await flat(grouped({ cells: [{ ...all, kind: "pool" }] }))).toContain("and that is everyone");
    expect(await flat(grouped({ cells: [{ ...all, people: 200 }] }))).not.toContain("nothing to compare");
  });

  it("works the headline out for each of a few groups of one column", async () => {
    const words = "Trust quotient, worked out for each group";
    expect(await flat(SAMPLE)).toContain(words);
    const more = [...GROUPING!.cells, ...GROUPING!.cells.slice(0, 1)];
    expect(await flat(grouped({ cells: more }))).not.toContain(words);
    for (const kind of ["hierarchy", "crossing"] as const)
      expect(await flat(grouped({ kind, columns: ["department", "tenure"] }))).not.toContain(words);
  });

  it("leaves how covariances were mended to the method", async () => {
    const caveat = "their covariances did not fit together; negative eigenvalues were set to 0.";
    const cells = GROUPING!.cells.map((cell) => ({
      ...cell,
      composites: cell.composites.map((one) =>
        one.index.kind === "estimate" ? { ...one, index: { ...one.index, caveats: [caveat, "Few answers."] } } : one,
      ),
    }));
    const text = await flat(grouped({ cells }));
    expect(text).toContain("Few answers.");
    expect(text).not.toContain("eigenvalues");
  });
});

describe("change", () => {
  const words = (change: typeof CHANGE, reading: "index" | "load" = "index") =>
    renderSheet({ title: "x", blocks: changeBlocks(change, reading) }, { width: 100, color: false });

  it("is told with its interval and in words", async () => {
    const text = await words(CHANGE);
    expect(text).toContain("Change: 2026 Q1 → 2026 Q2");
    expect(text).toContain("212 people before, 240 after, compared as two groups of people.");
    expect(text).toMatch(/Intimacy +\+4 +\+1 to \+7 +448 +up \(better\)/);
    expect(text).toMatch(/Self-orientation +−4 +−7 to −1 +448 +down \(worse\)/);
    expect(text).toMatch(/Reliability +\+1 +−2 to \+4 +448 +no clear change/);
  });

  it("is told in a sentence first, and split into what each input has brought", async () => {
    const text = (await words(CHANGE)).replace(/\s+/g, " ");
    expect(text).toContain("Clearly better: Credibility and Intimacy. Clearly worse: Self-orientation.");
    expect(text).toContain("Of the 1.9 points that Trust quotient gained (no clear change), ");
    expect(text).toMatch(/Intimacy brought 1\.4, Credibility 1\.2 and Reliability 0\.4; Self-orientation took 1\.1\./);
    expect(text).toContain("A part has no interval of its own.");
  });

  it("is not split where that cannot be told, and says why beside those that are", async () => {
    const [split] = CHANGE.splits;
    const none = { ...split!, reason: "it is held by the stage that is not reached in one of the waves", parts: [] };
    expect(await words({ ...CHANGE, splits: [none] })).not.toContain("is made of");
    const both = await words({ ...CHANGE, splits: [split!, { ...none, title: "Readiness" }] });
    expect(both.replace(/\s+/g, " ")).toContain("Not split: Readiness: it is held by the stage");
  });

  it("is of assessments where no people stand behind the rows", async () => {
    const blocks = changeBlocks(CHANGE, "index", { unit: "organisation" });
    const text = await renderSheet({ title: "x", blocks }, { width: 100, color: false });
    expect(text).toContain("212 assessments before, 240 after, compared as two sets, not one by one.");
    expect(text).not.toContain("people");
  });

  it("is turned round for a load", async () => {
    const text = await words(CHANGE, "load");
    expect(text).toMatch(/Intimacy +−4 +−7 to −1 +448 +down \(better\)/);
    expect(text).toMatch(/Self-orientation +\+4 +\+1 to \+7 +448 +up \(worse\)/);
    expect(text).toMatch(/Trust quotient +−4 \(−7 to −1\) down/);
  });

  it("never rounds an end of an interval onto the nought it is judged by", async () => {
    const near: Change = {
      ...CHANGE.changes[0]!,
      index: { ...rough({ value: 3, half: 2.8, n: 40, unit: "index points", method: "" }) },
      says: "up",
    };
    expect(await words({ ...CHANGE, changes: [near], groups: [] })).toMatch(/\+3 +\+0\.2 to \+6 +40 +up/);
  });

  it("of the groups of several groupings stands in a table each, and names whom the later wave has alone", async () => {
    const [first, second] = CHANGE.groups;
    const groups = [first!, { ...second!, grouping: "tenure" }];
    const text = await words({ ...CHANGE, groups });
    expect(text).toMatch(
      /Change of the groups of department, with.*Logistics.*Change of the groups of tenure, with.*Production/s,
    );
    expect(text).toContain("Shown only in 2026 Q2: Field service.");
    expect(text).toContain("Shown only in 2026 Q1: Archive.");
    // Of an audit made before that was kept, those of the later wave are known.
    const older = { ...CHANGE, newGroups: [], goneGroups: [] };
    expect(await flat({ ...SAMPLE, change: older })).toContain("Shown only in 2026 Q2: Finance, Lab,");
    expect(await words(older)).toContain("Groups without a counterpart are left out.");
  });

  it("of people paired with themselves says so; hidden and absent look different", async () => {
    const hidden: Change = { ...CHANGE.changes[0]!, index: { kind: "hidden", words: null }, says: "too few to say" };
    const people = { before: 212, after: 240, both: 180 };
    const text = await words({ ...CHANGE, kind: "paired", people, changes: [hidden, ...CHANGE.changes.slice(1)] });
    expect(text.replace(/\s+/g, " ")).toContain("the 180 people who answered both times, of 212 before and 240 after");
    expect(text).toMatch(/Trust quotient +hidden +–/);
    expect(text).toContain("Hidden: withheld to protect small groups.");
    const none = await words({ ...CHANGE, changes: [], groups: [], reason: "Too few people joined or left." });
    expect(none).toContain("Too few people joined or left.");
    expect(none).not.toMatch(/people before|interval/);
  });
});

describe("how far the numbers carry", () => {
  it("asks of an item that runs against the others whether it is reversed, by its text", async () => {
    expect(await flat(SAMPLE)).toContain(
      'S2 "They give up an advantage when it would harm me." runs against the other items of Self-orientation (r −0.31). Is this item reversed?',
    );
    expect(await flat({ ...SAMPLE, items: [] })).toContain("· S2 runs against the other items");
  });

  it("says who stayed silent, what can be found, and what weights leave", async () => {
    const text = await flat(WHOLE);
    expect(text).toContain("80 % of 300 answered. Had all 60 without a score answered worst or best throughout");
    expect(text).toMatch(/probably show a change of the index of at least \d+ points in Trust quotient and \d+ points/);
    expect(text).toContain("240 people tell as much as 198 people would without");
    expect(text).toContain("Weighted by w: they weigh as 198 people");
    expect(text).toContain("by site/department; where site != ''; waves by quarter; weighted by w; minimum group 5");
  });

  it("gives reasons in place of a table without numbers", async () => {
    const none = { kind: "none", reason: "needs 30 people who answered all its items; 12 did", n: 12 } as const;
    const reliability = RELIABILITY.map((one) => ({ ...one, alpha: none, omega: none, band: null, items: [] }));
    const dimensions = SAMPLE.overall!.dimensions.map((one) => ({ ...one, agreement: null }));
    const text = await flat({ ...SAMPLE, reliability, overall: { ...SAMPLE.overall!, dimensions } });
    expect(text).toContain("No alpha or omega: needs 30 people who answered all its items.");
    expect(text).not.toContain("Omega");
    const agree = await flat({ ...SAMPLE, reliability });
    expect(agree).toContain("No alpha or omega: needs 30 people who answered all its items.");
    expect(agree).toContain("Dimension People (rWG)");
    expect(agree).not.toMatch(/A convention\.|Omega/);
  });

  const withDetectable = (value: number): Audit => {
    const detectable = rough({ value, half: null, n: 240, unit: "index points", method: "" });
    const composites = SAMPLE.overall!.composites.map((one) => ({ ...one, detectable }));
    const dimensions = SAMPLE.overall!.dimensions.map((one) => ({ ...one, detectable }));
    return { ...SAMPLE, overall: { ...SAMPLE.overall!, composites, dimensions } };
  };

  it("speaks of one point where very many answered", async () => {
    expect(await flat(withDetectable(0.1))).toMatch(/at least 1 point in .+ and 1 point in a single dimension/);
  });

  it("promises nothing where people answered alike", async () => {
    expect(await flat(withDetectable(0))).not.toContain("Next time");
    expect(await flat(SAMPLE)).toContain("Two surveys of this size, of people who are not paired, would");
  });

  it("rounds no coefficient onto the limit that it is judged by", async () => {
    const near = (value: number) => rough({ value, half: 0.04, n: 212, unit: "0–1", method: "" });
    const disagreements = DISAGREEMENTS.map((one) => ({ ...one, rwg: 0.698 }));
    const reliability = RELIABILITY.map((one) => ({ ...one, alpha: near(0.5996) }));
    const text = await flat({ ...SAMPLE, disagreements, reliability });
    expect(text).toContain("rWG 0.698, n 233");
    expect(text).toMatch(/0\.5996 \(0\.56 to 0\.64\)/);
  });
});

describe("what goes with an outcome, and where people do not agree", () => {
  it("claims what stands out from noise only, and never speaks of causes", async () => {
    const text = await draw(SAMPLE);
    expect(text).toContain("What goes with Would recommend us (not: what causes it) ─");
    expect(text).toMatch(/Self-orientation +46 % +0\.19 \(0\.14 to 0\.24\) +stands out/);
    expect(text).toMatch(/Reliability +5 % +0\.02 .* not above noise/);
    const noise = DRIVERS.map((one) => ({ ...one, drivers: one.drivers.map((two) => ({ ...two, claimed: false })) }));
    expect(await flat({ ...SAMPLE, drivers: noise })).toContain("No single one stands out from noise.");
  });

  it("says why not, and heads several outcomes each", async () => {
    const reason = "needs 40 people with all answers; 28 have them";
    const without = { ...DRIVERS[0]!, outcome: "stay", title: "Would stay", reason, r2: null, drivers: [] };
    const text = await flat({ ...SAMPLE, drivers: [DRIVERS[0]!, without] });
    expect(text).toContain("What goes with the outcomes (not: what causes them)");
    expect(text).toContain(`Would stay Needs 40 people with all answers; 28 have them.`);
  });

  it("shows where people stand, and which end is good", async () => {
    const text = await draw(SAMPLE);
    expect(text).toMatch(/1 to 2\.33 \(best\) +■■■■■■■■ 61 people, 26 %/);
    expect(text).toMatch(/3\.67 to 5 \(best\) +■{13} 24 people, 42 %/);
    expect(text).toContain("Two camps  Credibility, Production · rWG 0.21, n 57");
  });

  it("looks over many of them in one table, and leaves none out", async () => {
    const [one, two] = DISAGREEMENTS;
    const groups = ["Sales", "Office", "Stores", "Line A", "Line B"].map((label) => ({
      ...two!,
      path: [label],
      label,
    }));
    const few = await draw({ ...SAMPLE, disagreements: [one!, ...groups] });
    expect(few.match(/Two camps {2}/g)).toHaveLength(5);
    const text = await draw({ ...SAMPLE, disagreements: [one!, two!, ...groups] });
    const table = text.slice(text.indexOf("\nWhere people do not agree"), text.indexOf("\nWhat goes with"));
    expect(table).not.toContain("■");
    // The worst third is the high one where lower is better.
    expect(table).toMatch(/Self-orientation +0\.58 +233 +54 +118 +61 +spread/);
    expect(table.match(/Credibility +0\.21 +57 +25 +8 +24 +two camps/g)).toHaveLength(6);
    for (const label of ["Everyone", "Production", ...groups.map((group) => group.label)])
      expect(table).toContain(`\n  ${label}\n`);
    expect(table.replace(/\s+/g, " ")).toContain(
      "Thirds of the scale of Credibility, counted in people: worst 1 to 2.33, middle 2.33 to 3.67, best 3.67 to 5.",
    );
  });

  it("names the answers in each third of a single question", async () => {
    const overall = SAMPLE.overall!;
    const [dimension] = overall.dimensions;
    const [item] = SAMPLE.items;
    const draws = (max: number, codes: readonly number[]) => {
      const asked = { ...dimension!, id: "step", title: "Step", min: codes[0]!, max, direction: "higher" as const };
      const histogram = codes.map((code) => ({ code, label: "", count: 9 }));
      return flat({
        ...SAMPLE,
        overall: { ...overall, dimensions: [asked] },
        items: [{ ...item!, dimension: "step", reverse: false, histogram }],
        disagreements: [{ ...DISAGREEMENTS[0]!, dimension: "step", title: "Step" }],
      });
    };
    // These answers are not of the people in the thirds, so the thirds stay.
    expect(await draws(3, [0, 1, 2, 3])).toMatch(/0 \(worst\) ■+ 61 people, 26 % 1 to 2 ■+ 118 .* 3 \(best\) ■+ 54/);
    expect(await draws(5, [1, 2, 3, 4, 5])).toMatch(/1 to 2 \(worst\) .* 3 ■+ 118 .* 4 to 5 \(best\)/);
    expect(await draws(2, [0, 1, 2])).toMatch(/0 \(worst\) .* 1 ■+ 118 .* 2 \(best\)/);
  });

  it("shows the single answers where they are few, and names both n", async () => {
    const overall = SAMPLE.overall!;
    const [dimension] = overall.dimensions;
    const asked = { ...dimension!, id: "step", title: "Step", min: 0, max: 2, direction: "higher" as const };
    const histogram = ["No", "Partly", "Yes"].map((label, code) => ({ code, label, count: [9, 5, 6][code]! }));
    const [item] = SAMPLE.items;
    const spread = { ...DISAGREEMENTS[0]!, dimension: "step", path: [], n: 17, thirds: { low: 9, middle: 5, high: 6 } };
    const draft = (reverse: boolean) => ({
      ...SAMPLE,
      overall: { ...overall, dimensions: [asked] },
      items: [{ ...item!, dimension: "step", reverse, histogram }],
      disagreements: [spread],
    });
    const text = await flat(draft(false));
    expect(text).toMatch(/0 No \(worst\) ■+ 9 people, 45 % 1 Partly ■+ 5 people, 25 % 2 Yes \(best\) ■+ 6 people/);
    expect(text).toContain("n 17 who answered every question; 20 below");
    expect(await flat(draft(true))).toMatch(/2 Yes \(worst\) ■+ 6 people/);
  });

  it("counts the draws a step was firm in", async () => {
    expect(await draw(SAMPLE)).toContain("in the first three in 87 % of 2,000 draws");
    expect(await draw(LOAD_SAMPLE)).toContain("in the first three");
  });

  it("says once of which steps that is seldom", async () => {
    const firm = (shares: readonly number[]) =>
      flat({
        ...SAMPLE,
        plan: {
          ...SAMPLE.plan,
          steps: SAMPLE.plan.steps.map((step, at) => ({ ...step, firstThree: shares[at] ?? 0 })),
        },
      });
    const two = await firm([1, 1, 0.02, 0.09, 0.05]);
    expect(two).toContain("Steps 4 and 5 were among the first three in fewer than 10 % of 2,000 draws.");
    expect(two.match(/How firm/g)).toHaveLength(3);
    expect(await firm([1, 1, 0.9, 0.1, 0.05])).toContain("Step 5 was among the first three in fewer than");
    expect(await firm([1, 1, 0.9, 0.1, 0.2])).not.toContain("fewer than 10 %");
  });

  it("tells nothing of a part so small", async () => {
    const part = { ...SAMPLE, overall: null, groupings: [], asked: { ...SAMPLE.asked, people: null, subset: "x = y" } };
    const text = await flat(part);
    expect(text).toContain('No result of "x = y" is shown: so few people are in it, or left out of it');
    expect(text).toContain("Answered hidden to protect small groups");
    expect(text).toContain("Values are compared letter by letter: check the spelling.");
    expect(text).not.toMatch(/fewer than the minimum|240 people/);
  });

  it("draws rows that are not told as such", async () => {
    const asked = { ...SAMPLE.asked, flow: [] };
    const text = await flat({ ...SAMPLE, asked });
    expect(text).toContain("Rows not told, to protect small groups");
    expect(text).not.toMatch(/\b0 (read|scored)|Rows Number/);
    const part = { ...SAMPLE, overall: null, groupings: [], asked: { ...asked, people: null, subset: "x = y" } };
    const none = await flat(part);
    expect(none).toContain('No result of "x = y" is shown');
    expect(none).not.toContain("Nothing to score");
  });

  it("says of which people a headcount is taken to be", async () => {
    const words = "(the headcount is taken as that of this part)";
    expect(await flat(WHOLE)).toContain(`80 % of a headcount of 300 ${words}`);
    expect(await flat(SAMPLE)).not.toContain(words);
  });
});
