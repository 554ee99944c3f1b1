import { describe, expect, it } from "vitest";
import { PRESETS } from "../../src/framework/presets.ts";
import { readFramework } from "../../src/framework/read.ts";
import { changed, problemsIn } from "./sample.ts";

async function compiled(text: string) {
  const { framework, problems } = await readFramework({ text, file: "f.yaml", hash: "0" });
  return framework ?? expect.fail(problems.map(({ message }) => message).join("\n"));
}

/** The sample with its worry scale written anew. */
function worry(points: string): string {
  return changed(
    "points: [{ code: 0, label: None }, { code: 1, label: Some, aliases: [A bit] }, { code: 2, label: Much }]",
    `points: [${points}]`,
  );
}

const NONE = "{ code: 0, label: None, translations: { de: Keine, fr: [Aucun, Aucune] } }";
const MUCH = "{ code: 1, label: Much, translations: { de: Viele, fr: Beaucoup } }";

describe("translations", () => {
  it("of answers are lists by language", async () => {
    const { scales } = await compiled(worry(`${NONE}, ${MUCH}`));
    const scale = scales.get("worry");
    if (scale?.kind !== "coded") return expect.fail("no scale");
    expect([...(scale.points[0]?.translations ?? [])]).toEqual([
      ["de", ["Keine"]],
      ["fr", ["Aucun", "Aucune"]],
    ]);
    expect(scale.points[1]?.translations?.get("fr")).toEqual(["Beaucoup"]);
  });

  it("of a rating are those of its ends", async () => {
    const text = changed(
      "scales:\n",
      "scales:\n  own: { rating: { min: 0, max: 10, low: No, high: Yes, translations: { de: { low: Nein, high: Ja } } } }\n",
    );
    const { scales } = await compiled(text.replace("{ id: R1, scale: rating", "{ id: R1, scale: own"));
    const scale = scales.get("own");
    if (scale?.kind !== "coded") return expect.fail("no scale");
    expect(scale.points.map(({ translations }) => translations?.get("de"))).toEqual([
      ["Nein"],
      ...Array.from({ length: 9 }, () => undefined),
      ["Ja"],
    ]);
  });

  it("of an item are by audience, or one for all", async () => {
    const { items } = await compiled(
      changed("text: One }", "text: One, translations: { de: Eins, fr: { customers: Un } } }"),
    );
    expect([...(items[0]?.translations?.get("de") ?? [])]).toEqual([
      ["employees", "Eins"],
      ["customers", "Eins"],
    ]);
    expect([...(items[0]?.translations?.get("fr") ?? [])]).toEqual([["customers", "Un"]]);
  });

  it.each<[string, string, readonly (readonly [string, string])[]]>([
    ["two languages share a word", worry(`${NONE}, ${MUCH.replace("Beaucoup", "Viele")}`), []],
    ["a word means two answers", worry(`${NONE}, ${MUCH.replace("Viele", "keine")}`), [["FW043", "error"]]],
    ["a word is another answer's label", worry(`${NONE}, ${MUCH.replace("Viele", "None")}`), [["FW043", "error"]]],
    [
      "a language is not whole",
      worry(`${NONE}, { code: 1, label: Much, translations: { de: Viele } }`),
      [["FW049", "warning"]],
    ],
    [
      "a language is no language",
      worry(`${NONE.replace("{ de:", "{ Deutsch:")}, ${MUCH}`),
      [
        ["FW024", "error"],
        ["FW049", "warning"],
      ],
    ],
    ["a text is blank", worry(`${NONE.replace("Keine", '" "')}, ${MUCH}`), [["FW026", "error"]]],
    ["a list is empty", worry(`${NONE.replace("Keine", "[]")}, ${MUCH}`), [["FW027", "error"]]],
    [
      "an audience does not exist",
      changed("text: One }", "text: One, translations: { de: { customer: Eins } } }"),
      [["FW032", "error"]],
    ],
  ])("when %s", async (_, text, expected) => {
    const found = (await problemsIn(text)).map(({ code, severity }) => [code, severity]);
    expect(found).toEqual(expected);
  });

  it("of the preset agree have one label and one meaning in every language", () => {
    const points = PRESETS.get("agree")?.points ?? [];
    const languages = Object.keys(points[0]?.translations ?? {});
    expect(languages).toEqual(["de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ar", "he"]);
    for (const point of points) expect(Object.keys(point.translations ?? {})).toEqual(languages);
  });

  it("of the preset agree are no other answer's", async () => {
    expect(await problemsIn(changed("scales:\n", "scales:\n  agree: { preset: agree }\n"))).toEqual([]);
  });
});
