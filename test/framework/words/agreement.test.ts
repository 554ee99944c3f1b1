import { beforeAll, describe, expect, it } from "vitest";
import { chooseProfile } from "../../../src/framework/choose-profile.ts";
import { measuresAgreement } from "../../../src/framework/measures.ts";
import { overlay } from "../../../src/framework/overlay.ts";
import { readProfile } from "../../../src/framework/profile.ts";
import type { ChosenProfile } from "../../../src/framework/types.ts";
import { fixtureText, read, replaced } from "./fixtures.ts";

const LABELS = ["Stimme gar nicht zu", "Stimme nicht zu", "Teils, teils", "Stimme zu", "Stimme voll zu"];

/** The framework of importance on a scale of its own, in German or as given. */
function onOwnScale({ labels = LABELS, measures = true, reverse = true }): string {
  const points = labels.map((label, at) => `{ code: ${at + 1}, label: "${label}" }`).join(", ");
  const word = measures ? "measures: agreement, " : "";
  const text = replaced(
    fixtureText("frameworks", "importance"),
    "defaults: { scale: agree }",
    `scales: { zustimmung: { ${word}points: [${points}] } }\ndefaults: { scale: zustimmung }`,
  );
  return reverse ? text : replaced(text, "reverse: true, ", "");
}

async function codes(text: string): Promise<readonly string[]> {
  return (await read(text)).problems.map(({ code }) => code);
}

let bakery: ChosenProfile;
beforeAll(async () => {
  const { profile } = await readProfile({ text: fixtureText("profiles", "bakery"), file: "p.yaml" });
  if (profile === null) throw new Error("no profile");
  bakery = chooseProfile("bakery", [profile]);
});

describe("a scale of agreement is told by its word, in any language", () => {
  it("takes importance (FW125)", async () => {
    expect(await codes(onOwnScale({}))).toEqual([]);
    expect(await codes(onOwnScale({ measures: false }))).toEqual(["FW125"]);
  });

  it("asks for reverse-keyed questions (FW057)", async () => {
    const more = "  - { id: C3, dimension: care, text: They call back. }\noutcomes:";
    const five = (text: string) => replaced(text, "outcomes:", more).replace(/importance: skill_matters, /, "");
    expect(await codes(five(onOwnScale({ reverse: false })))).toEqual(["FW056", "FW057"]);
    expect(await codes(five(onOwnScale({ reverse: false, measures: false })))).toEqual([]);
  });

  it("takes the questions of a profile", async () => {
    const { framework } = await read(onOwnScale({}));
    const without = await read(onOwnScale({ measures: false }).replace(/importance: skill_matters, /, ""));
    if (framework === null || without.framework === null) throw new Error("no framework");
    expect(overlay(framework, [bakery]).framework.items.at(-1)?.scale).toBe("zustimmung");
    expect(overlay(without.framework, [bakery]).warnings.map(({ code }) => code)).toEqual(["SC036"]);
  });

  it.each([
    ["agree", true],
    ["trend", false],
  ])("is so by its preset: %s, %s", async (preset, expected) => {
    const text = replaced(fixtureText("frameworks", "lenses"), "scale: agree", "scale: own");
    const { framework } = await read(
      replaced(text, "\ndimensions:", `\nscales: { own: { preset: ${preset} } }\ndimensions:`),
    );
    expect(measuresAgreement(framework?.scales.get("own"))).toBe(expected);
  });

  it("that seems to be one and does not say so is a warning, and is none", async () => {
    const english = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];
    expect(await codes(onOwnScale({ labels: english }))).toEqual([]);
    const { problems } = await read(onOwnScale({ labels: english, measures: false }));
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["FW058 warning", "FW125 error"]);
    expect(problems[0]?.help).toContain("`measures: agreement`");
  });

  it("is no figure", async () => {
    const text = replaced(
      onOwnScale({}),
      "scales: {",
      'scales: { staff: { measures: agreement, figure: { worst: 9, best: 1, unit: "%" } },',
    );
    expect((await codes(text)).filter((code) => code === "FW041")).toEqual(["FW041"]);
  });
});
