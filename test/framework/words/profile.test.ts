import { describe, expect, it } from "vitest";
import { readProfile } from "../../../src/framework/profile.ts";
import { fixtureText, replaced } from "./fixtures.ts";

const CATALOGUE = {
  strategies: [{ id: "privacy-by-design" }],
  frameworks: [{ id: "distrust-symptoms", dimensions: ["fear_of_change", "silence"] }],
};

async function said(name: string, from: string, to: string): Promise<readonly string[]> {
  const text = replaced(fixtureText("profiles", name), from, to);
  const { problems } = await readProfile({ text, file: "p.yaml", catalogue: CATALOGUE });
  return problems.map(({ code, place }) => {
    const { text: line = "", offset = 0, length = 0 } = place?.excerpt ?? {};
    return `${code} ${line.slice(offset, offset + length)}`;
  });
}

describe("a profile", () => {
  it("of a sector is compiled", async () => {
    const { profile, problems } = await readProfile({
      text: fixtureText("profiles", "bakery"),
      file: "p.yaml",
      catalogue: CATALOGUE,
    });
    expect(problems).toEqual([]);
    expect(profile).toMatchObject({ id: "bakery", kind: "sector", keys: [] });
    expect(profile?.needs.get("fairness")).toBe(1.4);
    expect(profile?.dimensions.get("distrust-symptoms")?.get("fear_of_change")).toBe(1.5);
    expect(profile?.severity.get("distrust-symptoms")).toEqual(["fear_of_change"]);
    expect(profile?.supplement?.items.map(({ reverse }) => reverse)).toEqual([false, true, false]);
  });

  it("of a culture is compiled", async () => {
    const { profile } = await readProfile({ text: fixtureText("profiles", "custom"), file: "p.yaml" });
    expect(profile).toMatchObject({ kind: "culture", context: null, supplement: null });
    expect(profile?.keys[0]?.values.get("high")?.strategies.get("privacy-by-design")).toBe(0.8);
    expect(profile?.keys[0]?.values.get("low")?.strategies.size).toBe(0);
  });

  it.each<readonly [string, string, string, readonly string[]]>([
    ["bakery", "fairness: 1.4", "fairness: 1.6", ["FW025 1.6"]],
    ["bakery", "openness: 0.9", "openness: 0.7", ["FW025 0.7"]],
    ["bakery", "privacy-by-design: 1.3", "privacy-by-design: 1.4", ["FW025 1.4"]],
    ["bakery", "needs: { fairness", "needs: { fairnes", ["FW020 fairnes"]],
    ["bakery", "privacy-by-design", "privacy-by-desing", ["FW032 privacy-by-desing"]],
    ["bakery", "{ fear_of_change: 1.5 }", "{ fear_of_chang: 1.5 }", ["FW032 fear_of_chang"]],
    ["bakery", "[fear_of_change]", "[fear_of_chang]", ["FW032 fear_of_chang"]],
    ["bakery", "severity: { distrust-symptoms", "severity: { distrust", ["FW032 distrust"]],
    ["bakery", "id: BW3", "id: bw1", ["FW030 bw1"]],
    ["bakery", "id: bakery_weight", "id: mean", ["FW031 mean"]],
    ["bakery", "id: bakery_weight", "id: ladder", ["FW031 ladder"]],
    ["bakery", "kind: sector\n", "", ["FW021 "]],
    ["custom", "kind: culture\n", "", ["FW021 "]],
    ["bakery", "kind: sector", "kind: trade", ["FW023 trade"]],
    ["bakery", "kind: sector", "knd: sector", ["FW020 knd"]],
    ["bakery", "{ fairness: 0.6, openness: 0.4 }", "{ fairness: 0.6, openness: 0.3 }", ["FW052 facets"]],
    ["bakery", ", employees: We weigh with care.", "", ["FW037 text"]],
    ["bakery", "reverse: true, ", "", ["FW057 items"]],
    ["bakery", "kind: sector", "kind: culture", ["FW140 culture", ...Array(6).fill("FW140")]],
    ["custom", "kind: culture", "kind: sector", ["FW140 sector", "FW140 keys"]],
    ["custom", "{ privacy-by-design: 0.8 }", "{ privacy: 0.8 }", ["FW032 privacy"]],
    ["custom", "id: context", "id: kontext", ["FW023 kontext"]],
  ])("%s with a slip: %s → %s", async (name, from, to, expected) => {
    const found = await said(name, from, to);
    expect(found).toEqual(expected.map((one) => expect.stringContaining(one)));
  });

  it("is not said to lack what the schema has spoken of", async () => {
    expect(await said("bakery", "  shows: [customers count their change]\n", "")).toEqual(["FW021 drivers"]);
  });

  it("may name anything where no catalogue is given", async () => {
    const text = replaced(fixtureText("profiles", "bakery"), "privacy-by-design", "something-else");
    expect((await readProfile({ text, file: "p.yaml" })).problems).toEqual([]);
  });
});
