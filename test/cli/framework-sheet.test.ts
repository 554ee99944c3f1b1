import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { frameworkSheet, shelfSheet } from "../../src/cli/framework-sheet.ts";
import { profileSheet } from "../../src/cli/profile-sheet.ts";
import { readProfile } from "../../src/framework/profile.ts";
import { readFramework } from "../../src/framework/read.ts";
import type { Profile } from "../../src/framework/types.ts";

const FIXTURES = path.join(import.meta.dirname, "../fixtures");

async function shown(name: string, audience: string): Promise<string> {
  const text = readFileSync(path.join(FIXTURES, "frameworks", `${name}.yaml`), "utf8");
  const { framework } = await readFramework({ text, file: name, hash: "0" });
  const asked = framework?.audiences.find(({ id }) => id === audience);
  if (framework === null || asked === undefined) throw new Error(`no ${audience} in ${name}`);
  return JSON.stringify(frameworkSheet(framework, asked).blocks);
}

async function bundled(id: string): Promise<string> {
  const text = readFileSync(path.join(FIXTURES, "../../frameworks", `${id}.yaml`), "utf8");
  const { framework } = await readFramework({ text, file: id, hash: "0" });
  const [first] = framework?.audiences ?? [];
  if (framework === null || first === undefined) throw new Error(`no ${id}`);
  return JSON.stringify(frameworkSheet(framework, first).blocks);
}

async function profile(name: string): Promise<Profile> {
  const text = readFileSync(path.join(FIXTURES, "profiles", `${name}.yaml`), "utf8");
  const { profile: read } = await readProfile({ text, file: name });
  if (read === null) throw new Error(`no profile ${name}`);
  return read;
}

describe("a framework as it is shown", () => {
  it("has the items of one audience, and the weights of all", async () => {
    const sheet = await shown("formula-by-audience", "customers");
    expect(sheet).toContain("They ask how I am.");
    expect(sheet).not.toContain("The pay is fair.");
    expect(await shown("weights", "customers")).toContain("trust (staff) = 0.3 * skill + 0.7 * care");
  });

  it.each([
    ["guide", "It says nothing about the reasons."],
    ["ladder", "A stage is finished when the mean of its dimensions is at least 2, none of them is below 1"],
    ["ladder", "People are in the first stage that is not finished."],
    ["ladder", '"label":"2 Second"'],
    ["importance", '"label":"weighed by","text":"Importance of skill (M1)"'],
    ["guide", '"label":"agree","text":"1 Strongly disagree, 2 Disagree,'],
    ["journey", "Pay → Skill"],
    ["triage", "trust-equation (employees): It says what is missing"],
    ["context", "A mistake. Explain and show proof."],
    ["lenses", "Look at the tone. When did you last laugh?"],
    ["outlook", "leavers * cost_per_leaver (leavers: People who left last year"],
    ["importance", "Train people first."],
  ])("says its %s: %s", async (name, says) => {
    expect(await shown(name, "staff")).toContain(says);
  });
});

describe("a bundled framework as it is shown", () => {
  it("has the strands of a ladder side by side, and one strand by its levels", async () => {
    expect(await bundled("leadership-trust")).toContain('["Feedback","feedback_1","feedback_2","feedback_3"]');
    expect(await bundled("trust-reconstruction")).toContain('"label":"Diagnosis","text":"part_broken, people_harmed');
  });

  it("has the worst and the best value of each figure, and the answers of each scale", async () => {
    const figures = await bundled("trust-indicators");
    expect(figures).toContain("10 → 1 per 100 orders");
    expect(figures).toContain("\u221220 → 50 points");
    expect(figures).toContain("the worst value → the best");
    expect(await bundled("trust-equation")).toContain("0 to 10: 0 Not at all likely, 10 Extremely likely");
  });

  it("gives no target to what may stand at either end, and no colon after a colon", async () => {
    const relational = /"text":"relational".*?\]/.exec(await bundled("stakeholder-trust"))?.[0];
    expect(relational).toContain("means");
    expect(relational).not.toContain("target");
    const repair = await bundled("trust-reconstruction");
    expect(repair).toContain("Stage 1: Diagnosis. The mean");
    expect(repair).toContain("This is the capped score of the stages below.");
  });

  it("names each framework to run next on a line of its own", async () => {
    expect(await bundled("trust-erosion")).toMatch(
      /"then run","text":"trust-equation [^;"]*"\},\{"label":"and","text":"trust-journey/,
    );
  });
});

describe("a profile as it is shown", () => {
  it("says what it weighs and adds", async () => {
    const sheet = JSON.stringify(profileSheet(await profile("bakery")).blocks);
    for (const says of ["fairness × 1.4", "raised, distrust-symptoms", "BW2 (r)", "open scales", "--profile bakery"])
      expect(sheet).toContain(says);
  });

  it("is chosen by its path where it is one's own", async () => {
    const own = JSON.stringify(profileSheet(await profile("bakery"), "./mine.yaml").blocks);
    expect(own).toContain("Choose it with --profile ./mine.yaml.");
    expect(own).not.toContain("--profile bakery");
    expect(JSON.stringify(profileSheet(await profile("custom"), "./my own.yaml").blocks)).toContain(
      "--profile './my own.yaml:context=high'.",
    );
  });

  it("does what it has, and claims nothing else", async () => {
    const bakery = await profile("bakery");
    const culture = JSON.stringify(profileSheet(await profile("custom")).blocks[1]);
    expect(culture).toContain("says how to carry measures out and how to read symptoms");
    expect(culture).not.toContain("weighs needs");
    expect(JSON.stringify(profileSheet(bakery).blocks[1])).toMatch(/A sector profile weighs needs, raises findings/);
    const none = { needs: new Map(), dimensions: new Map(), severity: new Map(), strategies: new Map() };
    const empty = { ...bakery, ...none, supplement: null, context: null };
    expect(JSON.stringify(profileSheet(empty).blocks[1])).toContain("weighs nothing yet");
  });

  it("of a culture says what its keys mean, and stands in the list", async () => {
    const culture = await profile("custom");
    expect(JSON.stringify(profileSheet(culture).blocks)).toContain("custom:context=high");
    expect(JSON.stringify(shelfSheet([], [culture]).blocks)).toContain('"Profiles"');
    expect(JSON.stringify(shelfSheet([], []).blocks)).not.toContain("Profiles");
  });
});
