import { beforeAll, describe, expect, it } from "vitest";
import { chooseProfile } from "../../../src/framework/choose-profile.ts";
import { applyProfiles, overlay } from "../../../src/framework/overlay.ts";
import { readProfile } from "../../../src/framework/profile.ts";
import type { Framework, Profile } from "../../../src/framework/types.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { compiled, fixtureText } from "./fixtures.ts";

let profiles: readonly Profile[] = [];

beforeAll(async () => {
  const read = await Promise.all(
    ["bakery", "custom"].map((name) => readProfile({ text: fixtureText("profiles", name), file: name })),
  );
  profiles = read.flatMap(({ profile }) => profile ?? []);
});

function fault(text: string): string {
  try {
    chooseProfile(text, profiles);
  } catch (error) {
    if (error instanceof ProblemsError)
      return error.problems.map((p) => `${p.code} ${p.suggestion ?? ""}`.trim()).join();
    throw error;
  }
  return "none";
}

describe("a chosen profile", () => {
  it("is a sector by its id", () => {
    const { profile, values, text } = chooseProfile("bakery", profiles);
    expect([profile.id, values.size, text]).toEqual(["bakery", 0, "bakery"]);
  });

  it("is a culture with what is set; neutral is as if left out", () => {
    expect([...chooseProfile("custom:context=high", profiles).values]).toEqual([["context", "high"]]);
    expect(chooseProfile("custom: context = neutral ", profiles).values.size).toBe(0);
  });

  it.each([
    ["bakry", "SC022 bakery"],
    ["", "SC022"],
    ["bakery:context=high", "SC023"],
    ["custom", "SC023"],
    ["custom:contxt=high", "SC023 context"],
    ["custom:context=high,context=low", "SC023"],
    ["custom:context=hihg", "SC024 high"],
    ["custom:context", "SC024"],
  ])("%s is refused: %s", (text, expected) => {
    expect(fault(text)).toBe(expected);
  });
});

describe("the supplement of a profile", () => {
  const bakery = () => [chooseProfile("bakery", profiles)];

  it("is asked of the audiences it is worded for, in the words for those they count as", async () => {
    const framework = await compiled("between");
    const added = applyProfiles(framework, bakery());
    const dimension = added.dimensions.at(-1);
    expect(dimension).toMatchObject({
      id: "bakery_weight",
      supplementary: true,
      optional: true,
      audiences: ["customers"],
      min: 1,
      max: 5,
      items: ["BW1", "BW2", "BW3"],
    });
    expect(added.items.at(-2)).toMatchObject({ scale: "agree", reverse: true, optional: true });
    expect([...(added.items.at(-1)?.text.keys() ?? [])]).toEqual(["customers"]);
    expect(added.composites).toEqual(framework.composites);
    const counted = applyProfiles(await compiled("audiences"), bakery());
    expect(counted.dimensions.at(-1)?.audiences).toEqual(["managers", "public"]);
    expect(counted.items.at(-1)?.text.get("managers")).toBe("We weigh with care.");
  });

  it("is left out where no opinions are asked, where it stands already, and of a culture", async () => {
    const practices = await compiled("ladder");
    expect(applyProfiles(practices, bakery())).toBe(practices);
    const framework = await compiled("between");
    expect(applyProfiles(framework, [...bakery(), ...bakery()]).items).toHaveLength(framework.items.length + 3);
    expect(applyProfiles(framework, [chooseProfile("custom:context=low", profiles)])).toBe(framework);
    const taken = await compiled("between", "id: C2", "id: bw2");
    expect(applyProfiles(taken, bakery())).toBe(taken);
  });

  it("is named when it is added, and said to have no place when it is not", async () => {
    const framework = await compiled("between");
    expect(overlay(framework, bakery())).toMatchObject({ added: new Set(["bakery_weight"]), warnings: [] });
    const told = async (other: Framework, chosen = bakery()) =>
      overlay(other, chosen).warnings.map(({ code, severity, message }) => `${severity} ${code} ${message}`);
    const start = 'warning SC036 The questions of the profile "bakery" are not asked: this framework';
    // Practices: nobody expects opinions there.
    expect(await told(await compiled("ladder"))).toEqual([]);
    expect(await told(await compiled("between", "id: C2", "id: bw2"))).toEqual([`${start} has "BW2" already.`]);
    expect(await told(framework, [...bakery(), ...bakery()])).toEqual([`${start} has "bakery_weight" already.`]);
    const nobody = await compiled("audiences");
    const strangers = { ...nobody, audiences: nobody.audiences.map((one) => ({ ...one, standsFor: ["partners"] })) };
    expect(await told(strangers)).toEqual([`${start} asks none of the people they are worded for.`]);
    expect(await told(framework, [chooseProfile("custom:context=low", profiles)])).toEqual([]);
  });
});
