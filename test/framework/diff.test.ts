import { describe, expect, it } from "vitest";
import { diffFrameworks } from "../../src/framework/diff.ts";
import { readFramework } from "../../src/framework/read.ts";
import type { Framework } from "../../src/framework/types.ts";
import { changed, SAMPLE } from "./sample.ts";

async function compiled(text: string): Promise<Framework> {
  const { framework, problems } = await readFramework({ text, file: "f.yaml", hash: "abc" });
  return framework ?? expect.fail(problems.map((problem) => problem.message).join("\n"));
}

async function diff(later: string) {
  return diffFrameworks(await compiled(SAMPLE), await compiled(later));
}

/** "skill: not comparable (K1 was removed)", of those that are not simply comparable. */
async function verdicts(later: string): Promise<readonly string[]> {
  const { verdicts: all } = await diff(later);
  return all
    .filter(({ verdict }) => verdict !== "comparable")
    .map(({ id, verdict, reasons }) => `${id}: ${verdict} (${reasons.join("; ")})`);
}

/** "items: K1 changed weight 1 → 2", of everything that has changed. */
async function changes(later: string): Promise<readonly string[]> {
  const { groups } = await diff(later);
  return groups.flatMap((group) =>
    group.changes.flatMap(({ id, kind, fields }) =>
      kind === "changed"
        ? fields.map(({ field, before, after }) => `${group.id}: ${id} ${field} ${before} → ${after}`)
        : [`${group.id}: ${id} ${kind}`],
    ),
  );
}

const withItem = (line: string, text: string) => changed(`  - ${line}\n`, text === "" ? "" : `  - ${text}\n`);
const K1 = "{ id: K1, dimension: skill, text: One }";
const K2 = "{ id: K2, dimension: skill, text: Two }";

describe("two texts of a framework", () => {
  it("that are the same differ in nothing, and all scores may be compared", async () => {
    const { groups, verdicts: all } = await diff(SAMPLE);
    expect(groups).toEqual([]);
    expect(all.map(({ of, id, verdict }) => `${of} ${id} ${verdict}`)).toEqual([
      "dimension skill comparable",
      "dimension self comparable",
      "dimension worries comparable",
      "dimension figures comparable",
      "composite base comparable",
      "composite trust comparable",
    ]);
  });

  it.each([
    ["removed item", withItem(K2, ""), "K2 was removed"],
    ["added item", withItem(K2, `${K2}\n  - { id: K9, dimension: skill, text: Nine }`), "K9 was added"],
    ["reversed item", withItem(K1, "{ id: K1, dimension: skill, reverse: true, text: One }"), "K1 is reversed now"],
    ["weighted item", withItem(K1, "{ id: K1, dimension: skill, weight: 2, text: One }"), "K1 weight 1 → 2"],
    [
      "threshold",
      changed("title: Skill, about: Can do.,", "title: Skill, about: Can do., min_answered: 0.8,"),
      /^the share that must be answered [\d.]+ → 0\.8$/,
    ],
  ])("do not compare after a %s: nor what is made of it", async (_, later, reason) => {
    const { verdicts: all } = await diff(later);
    const skill = all.find(({ id }) => id === "skill");
    expect(skill?.verdict).toBe("not comparable");
    expect(skill?.reasons[0]).toMatch(reason);
    const rest = (await verdicts(later)).filter((text) => !text.startsWith("skill"));
    expect(rest.map((text) => text.slice(0, text.indexOf(":")))).toEqual(["base", "trust"]);
    for (const text of rest) expect(text).toContain("skill");
  });

  it("compare with care after a rewording, and a new word on the scale counts as one", async () => {
    expect(await verdicts(withItem(K1, "{ id: K1, dimension: skill, text: Eins }"))).toEqual([
      "skill: comparable with care (reworded: K1)",
      "base: comparable with care (reworded: K1)",
      "trust: comparable with care (reworded: K1)",
    ]);
    expect(await verdicts(changed("label: Much", "label: A lot"))).toEqual([
      "worries: comparable with care (reworded: W1)",
    ]);
  });

  it("name the audience whose words or weights alone are others", async () => {
    expect(await verdicts(changed("customers: Drei", "customers: Tre"))).toEqual([
      "skill: comparable with care (reworded: K3 for customers)",
      "base: comparable with care (reworded: K3 for customers)",
      "trust: comparable with care (reworded: K3 for customers)",
    ]);
    const own = (formula: string) =>
      changed("formula: skill - self", `formula: { employees: skill - self, customers: ${formula} }`);
    const [before, after] = await Promise.all([own("skill - 2 * self"), own("skill - 3 * self")].map(compiled));
    if (before === undefined || after === undefined) throw new Error("nothing was compiled");
    const base = diffFrameworks(before, after).verdicts.find(({ id }) => id === "base");
    expect(base).toMatchObject({ verdict: "not comparable", reasons: ["another formula for customers"] });
  });

  it.each([
    ["a band or target", changed("title: Skill, about: Can do.,", "title: Skill, about: Can do., target: 60,")],
    ["a title", changed("title: Skill, about: Can do.", "title: Skills, about: Can do it.")],
    ["other words for an answer", changed("aliases: [A bit]", "aliases: [A little]")],
    ["the order of items", SAMPLE.replace(`  - ${K1}\n  - ${K2}\n`, `  - ${K2}\n  - ${K1}\n`)],
    ["a finding", changed("says: It is weak.", "says: It is rather weak.")],
  ])("compare as before after a change of %s", async (_, later) => expect(await verdicts(later)).toEqual([]));

  it("tell another scale by its codes, and other ends of a figure", async () => {
    const points =
      "points: [{ code: 0, label: None }, { code: 1, label: Some, aliases: [A bit] }, { code: 2, label: Much }]";
    const five = `points: [{ code: 0, label: None }, { code: 2, label: Some }, { code: 4, label: Much }]`;
    expect(await verdicts(changed(points, five))).toEqual([
      "worries: not comparable (its scale 0–2 → 0–4; W1 is answered on another scale)",
    ]);
    expect(await verdicts(changed("worst: 35", "worst: 40"))).toEqual([
      "figures: not comparable (F1 is answered on another scale)",
    ]);
  });

  it("tell another good end", async () =>
    expect(
      await verdicts(changed("title: Worries, about: Worries., direction: lower", "title: Worries, about: Worries.")),
    ).toEqual(["worries: not comparable (the good end of its scale lower → higher)"]));

  it("do not compare by another formula", async () => {
    expect(await verdicts(changed("formula: skill / self", "formula: skill / (self + worries)"))).toEqual([
      "trust: not comparable (another formula)",
    ]);
    expect(await verdicts(changed("formula: skill - self", "formula: ( skill-self )"))).toEqual([]);
  });

  it("say what is new and what is gone", async () => {
    const gone = SAMPLE.replace(/ {2}- \{ id: figures.*\n/, "")
      .replace(/ {2}- \{ id: F1.*\n/, "")
      .replace(", F1]", "]");
    expect(await verdicts(gone)).toEqual(["figures: not comparable (it is gone)"]);
    const back = diffFrameworks(await compiled(gone), await compiled(SAMPLE));
    expect(back.verdicts.find(({ id }) => id === "figures")).toMatchObject({ reasons: ["it is new"] });
    expect(await changes(gone)).toEqual([
      "items: F1 removed",
      "dimensions: figures removed",
      "forms: short items K1, S1, W1, F1 → K1, S1, W1",
    ]);
  });

  it.each([
    [changed("version: 1.0.0", "version: 1.1.0"), ["texts: version  1.0.0 → 1.1.0"]],
    [
      withItem(K1, "{ id: K1, dimension: skill, weight: 2, text: { employees: Eins, customers: One } }"),
      ["items: K1 text.employees One → Eins", "items: K1 weight 1 → 2"],
    ],
    [
      changed("title: Skill, about: Can do.,", "title: Skill, about: Can do., target: 60,"),
      ["judged: skill target 75 → 60"],
    ],
    [
      changed("strength: 1, because: It does.", "strength: 2, because: It does."),
      ["links: skill → self strength 1 → 2"],
    ],
    [changed("severity: high", "severity: low"), ["findings: weak severity high → low"]],
    [changed("ahead_of: skill, by: 15", "ahead_of: skill, by: 20"), ["findings: weak when.2.by 15 → 20"]],
    [
      changed("formula: skill - self", "formula: skill - 2 * self"),
      ["composites: base formula skill - self → skill - 2 * self"],
    ],
    [changed("label: Much", "label: A lot"), ["scales: worry points.2.label Much → A lot"]],
    [
      changed("competence: 0.7, learning: 0.3", "competence: 1"),
      ["dimensions: skill facets.competence 0.7 → 1", "dimensions: skill facets.learning 0.3 → null"],
    ],
  ])("say what has changed: %#", async (later, said) => expect(await changes(later)).toEqual(said));
});
